"""What leaves the house: files written whole or not at all, and pages made by XSLT."""

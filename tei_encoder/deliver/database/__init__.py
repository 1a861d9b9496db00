"""XML databases: how texts come into them, and what one can ask there."""

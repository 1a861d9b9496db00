"""The command line and what it orchestrates."""

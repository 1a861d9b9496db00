"""Judges: the hardened XML parser and the schema validators."""

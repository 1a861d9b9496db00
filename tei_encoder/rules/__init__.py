"""Rules are data: the profile language, its reader, and the one regular-expression engine."""

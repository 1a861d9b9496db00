"""The nouns everything else is said in: source, annotation, decision, error (standard library only)."""

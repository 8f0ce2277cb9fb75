"""The engine of a small model and the rules, which vote: needs spaCy."""

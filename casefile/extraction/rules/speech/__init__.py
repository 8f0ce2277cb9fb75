"""Statements: which clause says something, who says it, and whether it is affirmed."""

"""The case in other formats and back: one format a file."""

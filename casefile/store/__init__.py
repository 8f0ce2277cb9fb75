"""The one room that knows SQLite: rows in, model out."""

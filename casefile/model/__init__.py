"""The nouns of a case: frozen values, no behaviour that needs a database."""

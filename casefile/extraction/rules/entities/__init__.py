"""Entities: what the names of an article are names of, and which mentions are theirs."""

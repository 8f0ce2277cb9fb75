"""The words of a text: lists of them and of known names, and where they stand in a sentence."""

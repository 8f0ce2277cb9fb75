"""Names: which words of a sentence are one, where each ends, and of what kind it is."""

"""One word that tells of an event, and the phrases around it: who, and what governs it."""

"""From what was typed to what was meant; pure, its rows are kept by the store."""

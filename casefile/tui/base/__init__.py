"""What the panes are made of: lines drawn by us, a list, a card, a reader."""

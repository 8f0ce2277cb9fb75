"""What the statements come to: facts, who speaks as entities, and on whose word all rests."""

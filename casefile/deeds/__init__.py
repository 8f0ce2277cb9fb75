"""What is done with a case: each deed composes the wings below it."""

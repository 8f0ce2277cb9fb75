"""From many findings to one case: who is who, what is one event."""

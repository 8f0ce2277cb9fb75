"""Pure functions that the wings share: no I/O, no clock."""

"""How much of a text stands in another."""

LONG = 20_000
"""Words from which lines are compared instead: the time grows with the square."""


def likeness(one: str, other: str) -> float:
    """Return the share, 0 to 1, of the shorter text's words that the other has in the same order.

    Of two texts of which one is empty it is 0. Of long texts lines are counted, not words.

    >>> likeness("The council met on Monday.", "The harbour council met late on Monday.")
    1.0
    """
    from rapidfuzz.distance import LCSseq

    parts = one.split(), other.split()
    if max(map(len, parts)) > LONG:
        parts = one.splitlines(), other.splitlines()
    shorter = min(map(len, parts))
    return LCSseq.similarity(*parts) / shorter if shorter else 0.0

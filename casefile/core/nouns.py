"""Counts in words."""


def count_of(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun, with thousands set apart.

    >>> count_of(1, "source"), count_of(1200, "entity", "entities")
    ('1 source', '1,200 entities')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"

"""Labels to type for things on a screen: short, none the beginning of another."""

HOME_ROW = "asdfghjkl"
OTHERS = "qwertyuiopzxcvbnm"
LETTERS = HOME_ROW + OTHERS
"""The keys under the fingers first; no key that needs another held, nor one that moves on some
keyboards."""


def labels(count: int) -> list[str]:
    """Return so many labels, the shortest first, and among equals those of the home row first.

    No label begins another, so each is complete as soon as it is typed. Labels of one
    letter are as many as possible; all others have two, or more where 676 do not do.
    """
    found = list(LETTERS)
    longer: list[str] = []
    while len(found) + len(longer) < count:
        # The last short label makes room for one of each letter behind it.
        if not found:
            found, longer = longer, []
        stem = found.pop()
        longer = [stem + letter for letter in LETTERS] + longer
    return (found + longer)[:count]

"""Features by which a name is found although it is typed wrongly.

Letter pairs of the name without its spaces, so that joined and split spellings
agree, and the first letters of each word. A typo changes two or three pairs and
leaves the rest, so counting shared features finds the name; the ranking decides.
"""

from casefile.core.folding import fold, latin

LONGEST = 120
"""Characters of a name or query that are looked at; titles may be longer."""


def grams(text: str) -> frozenset[str]:
    """Return the features of a name or query, in its own script and in Latin letters."""
    folded = fold(text)[:LONGEST]
    keys = {folded, latin(text)[:LONGEST]}
    return frozenset(gram for key in keys if key for gram in _of(key))


def _of(key: str) -> set[str]:
    squashed = key.replace(" ", "")
    pairs = {squashed[at : at + 2] for at in range(len(squashed) - 1)}
    words = key.split()
    starts = {f"^{word[0]}" for word in words} | {f"^{word[:2]}" for word in words}
    alone = {sign for sign in squashed if not sign.isascii()}
    return pairs | starts | alone

"""Where in a text the words of a query stand."""

import re
import unicodedata
from collections.abc import Sequence

from casefile.model.words import Span


def find_words(text: str, words: Sequence[str]) -> Span | None:
    """Return the first place of the words: all as a phrase, else the first of them.

    Case never matters; accents do not if the text has them composed.
    """
    whole = r"\s+".join(map(re.escape, words))
    for pattern in (whole, *map(re.escape, sorted(words, key=len, reverse=True))):
        if match := re.search(pattern, text, re.IGNORECASE):
            return Span(*match.span())
    bare = _without_accents(text)
    if len(bare) == len(text) and bare != text:
        return find_words(bare, [_without_accents(word) for word in words])
    return None


def _without_accents(text: str) -> str:
    """Return the text with each composed letter as its base letter: same length."""
    return "".join(unicodedata.normalize("NFD", sign)[0] for sign in text)

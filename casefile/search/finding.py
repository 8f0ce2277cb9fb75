"""Where in a text the words of a query stand."""

import re
import unicodedata
from array import array
from collections.abc import Sequence

from casefile.model.words import Span

_TOKEN = re.compile(r"[^\W_]+")


def find_words(text: str, words: Sequence[str]) -> Span | None:
    """Return the first place of the words: all as a phrase, else the longest of them.

    Neither case nor accents matter, however they are composed; where a word with
    signs in it ("co-operation") does not stand so, its parts are looked for.
    """
    if found := _first(text, words):
        return found
    bare, places = _bare(text)
    plain = [_bare(word)[0] for word in words]
    parts = [part for word in plain for part in _TOKEN.findall(word)]
    found = _first(bare, plain) or _first(bare, parts)
    return Span(places[found.start], places[found.end]) if found else None


def _first(text: str, words: Sequence[str]) -> Span | None:
    whole = r"\s+".join(map(re.escape, words))
    for pattern in (whole, *map(re.escape, sorted(words, key=len, reverse=True))):
        match = re.search(pattern, text, re.IGNORECASE) if pattern else None
        if match:
            return Span(*match.span())
    return None


def _bare(text: str) -> tuple[str, "array[int]"]:
    """Return the text without accents, and where each of its characters stood.

    A mark belongs to the letter before it, so the last place is the text's end.
    """
    signs: list[str] = []
    places = array("q")
    for at, sign in enumerate(text):
        for base in unicodedata.normalize("NFD", sign):
            if not unicodedata.combining(base):
                signs.append(base)
                places.append(at)
    places.append(len(text))
    return "".join(signs), places

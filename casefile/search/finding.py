"""Where in a text the words of a query stand."""

import re
import unicodedata
from collections.abc import Sequence

from casefile.model.words import Span

_MARKS = re.compile("[\u0300-\u036f]")
_TOKEN = re.compile(r"[^\W_]+")


def find_words(text: str, words: Sequence[str]) -> Span | None:
    """Return the first place of the words: all as a phrase, else the longest of them.

    Neither case nor accents matter, however they are composed, but what stands as
    it was typed comes first. Where a word with signs in it ("co-operation") does
    not stand so, its parts are looked for.
    """
    bare, plain = _bare(text), [_bare(word) for word in words]
    parts = [part for word in plain for part in _TOKEN.findall(word)]
    for wanted, plainly in (([_phrase(words)], [_phrase(plain)]), (_each(words), _each(plain))):
        if match := _first(text, wanted):
            return Span(*match.span())
        if match := _first(bare, plainly):
            return _in_text(text, match)
    match = _first(bare, [_phrase(parts), *_each(parts)])
    return _in_text(text, match) if match else None


def _phrase(words: Sequence[str]) -> str:
    return r"\s+".join(map(re.escape, words))


def _each(words: Sequence[str]) -> list[str]:
    return [re.escape(word) for word in sorted(words, key=len, reverse=True)]


def _first(text: str, patterns: Sequence[str]) -> re.Match[str] | None:
    found = (re.search(one, text, re.IGNORECASE) for one in patterns if one)
    return next((match for match in found if match and match.group()), None)


def _bare(text: str) -> str:
    """Return the text without accents."""
    return text if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFD", text))


def _in_text(text: str, match: re.Match[str]) -> Span:
    """Return where a match in the bare text stands in the text itself.

    A mark belongs to the letter before it.
    """
    bare, start, end = 0, len(text), len(text)
    for at, sign in enumerate(text):
        length = len(_bare(sign))
        if bare <= match.start() < bare + length:
            start = at
        if bare >= match.end() and length:
            end = at
            break
        bare += length
    return Span(start, end)

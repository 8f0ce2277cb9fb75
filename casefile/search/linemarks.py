"""Where in a text the words of a query stand, as the full-text index reads words."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from casefile.core.folding import CJK
from casefile.core.graphemes import whole
from casefile.model.words import Span
from casefile.search.marking import Ranges, joined

_MARKS = "\u0300-\u036f"
_LETTER = rf"[^\W_{CJK}]"
_WORD = re.compile(rf"[{CJK}]|{_LETTER}(?:{_LETTER}|[{_MARKS}])*")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in a row, as typed."""

    text: str
    may_go_on: bool = False
    """Whether the last of them is perhaps not finished."""


def tokens(text: str) -> list[str]:
    """Return the words of a text, each CJK character one; accents stay."""
    return _WORD.findall(text)


def first_place(text: str, wanted: Sequence[Words]) -> Span | None:
    """Return the first place of the words: all in a row, else the longest of them found.

    Neither case nor accents matter, however they are composed.
    """
    if len(wanted) > 1:
        together = Words(" ".join(one.text for one in wanted), wanted[-1].may_go_on)
        if place := _first(text, together):
            return place
    places = (_first(text, one) for one in sorted(wanted, key=lambda one: -len(one.text)))
    return next(filter(None, places), None)


def marked(text: str, wanted: Iterable[Words]) -> Ranges:
    """Return the ranges of a text where any of the words stand."""
    return joined(
        whole(text, *match.span())
        for one in set(wanted)
        if (pattern := _pattern(one))
        for match in pattern.finditer(text)
    )


def _first(text: str, words: Words) -> Span | None:
    pattern = _pattern(words)
    match = pattern.search(text) if pattern else None
    return Span(*match.span()) if match else None


@lru_cache(maxsize=256)
def _pattern(words: Words) -> re.Pattern[str] | None:
    """Return what finds the words in a row, or None where they hold no letter."""
    row = tokens(words.text)
    if not row:
        return None
    parts = [_begun(row[0])]
    for left, right in pairwise(row):
        parts.append(r"[\W_]*" if _is_cjk(left) or _is_cjk(right) else r"[\W_]+")
        parts.append("".join(map(_tolerant, right)))
    if not (words.may_go_on or _is_cjk(row[-1])):
        parts.append(rf"(?!{_LETTER})")
    return re.compile("".join(parts))


def _begun(word: str) -> str:
    before = "" if _is_cjk(word) else rf"(?<!{_LETTER})"
    return before + "".join(map(_tolerant, word))


def _is_cjk(word: str) -> bool:
    return bool(re.match(f"[{CJK}]", word))


def _tolerant(letter: str) -> str:
    """Return what matches a letter with any accent or none; nothing for an accent itself."""
    if _is_cjk(letter):
        return re.escape(letter)
    bare = re.sub(f"[{_MARKS}]", "", unicodedata.normalize("NFD", letter))
    # All cases are written out: re.IGNORECASE takes ten times as long to compile such a class.
    signs = ({one, one.lower(), one.upper(), *_accented().get(one.lower(), "")} for one in bare)
    return "".join(f"(?:{_any_of(one)})[{_MARKS}]*" for one in signs)


def _any_of(signs: set[str]) -> str:
    """Return what matches one of the signs; an upper case may be two letters long."""
    alone = "".join(re.escape(one) for one in sorted(signs) if len(one) == 1)
    return "|".join([f"[{alone}]", *sorted(re.escape(one) for one in signs if len(one) > 1)])


@cache
def _accented() -> dict[str, str]:
    """Return for each letter the letters that are it with accents, composed.

    Latin, Greek and Cyrillic letters with accents all lie below U+2000.
    """
    found: dict[str, str] = {}
    for letter in map(chr, range(0xC0, 0x2000)):
        bare = re.sub(f"[{_MARKS}]", "", unicodedata.normalize("NFD", letter)).lower()
        if len(bare) == 1 and bare != letter.lower():
            found[bare] = found.get(bare, "") + letter
    return found

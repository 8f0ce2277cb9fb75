"""Where in a text the words of a query stand, as the full-text index reads words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from casefile.core.folding import CJK
from casefile.core.graphemes import whole
from casefile.model.words import Span
from casefile.search.marking import Ranges, joined

_MARKS = "\u0300-\u036f"
_LETTER = rf"[^\W_{CJK}]"

_MAY_HAVE_ACCENT = re.compile(f"[\u00c0-\u1fff{_MARKS}]")
"""Signs that may be letters with accents: composed ones all lie below U+2000."""


@cache
def _word() -> re.Pattern[str]:
    # Compiled when first needed: these take 10 ms, and many a search reads no text.
    return re.compile(rf"[{CJK}]|{_LETTER}(?:{_LETTER}|[{_MARKS}])*")


@cache
def _one_letter() -> re.Pattern[str]:
    return re.compile(_LETTER)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in a row, as typed."""

    text: str
    may_go_on: bool = False
    """Whether the last of them is perhaps not finished."""


def tokens(text: str) -> list[str]:
    """Return the words of a text, each CJK character one; accents stay."""
    return _word().findall(text)


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
    plain, has_marks = _plain(text)
    return joined(
        whole(text, start, end)
        for one in set(wanted)
        if (pattern := _pattern(one, has_marks))
        for start, end in pattern.places(plain)
    )


def _first(text: str, words: Words) -> Span | None:
    plain, has_marks = _plain(text)
    pattern = _pattern(words, has_marks)
    place = next(pattern.places(plain), None) if pattern else None
    return Span(*place) if place else None


@lru_cache(maxsize=4)
def _plain(text: str) -> tuple[str, bool]:
    """Return the text in small letters without accents, sign for sign, and whether marks are left.

    A pattern that holds every letter with every accent takes 5 ms to compile; this takes 3 us a
    page, or 100 us where the text has accents.
    """
    small = text if text.isascii() or not _MAY_HAVE_ACCENT.search(text) else ""
    if small or not text:
        return small.lower(), False
    return text.translate(_BARE), True


class _Bare(dict[int, int]):
    """For each code point the small letter that it is without accents; itself where there is none.

    ``str.translate`` asks for each that a text has; what was asked for is kept.
    """

    def __missing__(self, code: int) -> int:
        bare = re.sub(f"[{_MARKS}]", "", unicodedata.normalize("NFD", chr(code))).lower()
        is_letter = len(bare) == 1 and not _is_cjk(chr(code))
        self[code] = ord(bare) if is_letter else code
        return self[code]


_BARE = _Bare()


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What finds words in a row in a plain text.

    Where a word may not go on is looked at apart: in the pattern it would be a class of all
    letters, which takes 2.5 ms to compile.
    """

    row: re.Pattern[str]
    begins_word: bool
    ends_word: bool

    def places(self, plain: str) -> Iterator[tuple[int, int]]:
        """Yield where the words stand, in order, none over another."""
        at = 0
        while match := self.row.search(plain, at):
            start, end = match.span()
            is_cut = self.begins_word and start > 0 and _one_letter().match(plain, start - 1)
            if is_cut or (self.ends_word and _one_letter().match(plain, end)):
                at = start + 1
            else:
                yield start, end
                at = end


@lru_cache(maxsize=256)
def _pattern(words: Words, has_marks: bool) -> _Pattern | None:
    """Return what finds the words in a row in a plain text, or None where they hold no letter."""
    row = tokens(words.text)
    if not row:
        return None
    parts = [_letters(row[0], has_marks)]
    for left, right in pairwise(row):
        parts.append(r"[\W_]*" if _is_cjk(left) or _is_cjk(right) else r"[\W_]+")
        parts.append(_letters(right, has_marks))
    ends_word = not (words.may_go_on or _is_cjk(row[-1]))
    return _Pattern(re.compile("".join(parts)), not _is_cjk(row[0]), ends_word)


def _is_cjk(word: str) -> bool:
    return bool(re.match(f"[{CJK}]", word))


def _letters(word: str, has_marks: bool) -> str:
    """Return what matches a word in a plain text; between its letters there may be marks."""
    bare = word if _is_cjk(word) else word.translate(_BARE)
    between = f"[{_MARKS}]*" if has_marks and not _is_cjk(word) else ""
    return "".join(re.escape(sign) + between for sign in bare if not re.match(f"[{_MARKS}]", sign))

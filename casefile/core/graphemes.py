"""What a reader takes for one sign: a letter with its marks, a family of emoji, a syllable."""

import unicodedata
from itertools import pairwise

_JOINER = "\u200d"
_EXTENDING = frozenset("\uff9e\uff9f")
"""Halfwidth voicing marks."""

_LEANING = frozenset({"Mn", "Mc", "Me", "Cf"})
"""Categories of marks, and of signs without a shape such as joiners."""

_VIRAMA = 9
"""Canonical combining class of the sign that joins two Indic consonants (Unicode 15.1, GB9c)."""


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the smallest range around this one that cuts no sign in two.

    Signs are extended grapheme clusters (UAX 29); where its rules need tables that Python has
    not, the range is wider by a sign, never narrower. An empty range stays empty.
    """
    if start >= end or text.isascii():
        return start, end
    while start > 0 and leans(text, start):
        start -= 1
    while end < len(text) and leans(text, end):
        end += 1
    return start, end


def signs(text: str) -> list[tuple[int, int]]:
    """Return where each sign of a text begins and ends, in order; together they are the text."""
    starts = [at for at in range(len(text)) if at == 0 or not leans(text, at)]
    return list(pairwise([*starts, len(text)]))


def leans(text: str, at: int) -> bool:
    """Tell whether the code point here, not the first, is one sign with the one before it."""
    sign, before = text[at], text[at - 1]
    if sign.isascii() and before.isascii():
        return sign == "\n" and before == "\r"
    if before == _JOINER or sign in _EXTENDING or unicodedata.category(sign) in _LEANING:
        return True
    if "\U0001f3fb" <= sign <= "\U0001f3ff" or "\U000e0020" <= sign <= "\U000e007f":
        return True  # skin tones; tags of flags
    if _is_flag_half(sign) and _is_flag_half(before):
        first = at
        while first > 0 and _is_flag_half(text[first - 1]):
            first -= 1
        return (at - first) % 2 == 1
    if unicodedata.combining(before) == _VIRAMA:
        return True
    return _is_vowel_or_end(sign) or (_is_initial(before) and _is_initial(sign))


def _is_flag_half(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _is_initial(sign: str) -> bool:
    """Tell whether a sign is a Hangul consonant that begins a syllable."""
    return "\u1100" <= sign <= "\u115f" or "\ua960" <= sign <= "\ua97c"


def _is_vowel_or_end(sign: str) -> bool:
    """Tell whether a sign is a Hangul vowel, or a consonant that ends a syllable."""
    return "\u1160" <= sign <= "\u11ff" or "\ud7b0" <= sign <= "\ud7fb"

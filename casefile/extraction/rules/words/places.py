"""Where the words of a text stand: one look at it that every search for listed words shares.

A search for any of some hundred words tries all of them at every character. Here a text
is cut into words once, and a search begins only where a word stands that it knows.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

_PLAIN = bytes(
    ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else 32 for code in range(256)
)
"""ASCII letters made small, digits kept, and a blank for everything else."""

_lists: dict[str, tuple["WordList", ...]] = {}
"""Each word with the lists that hold it, so that a text is gone through once for all lists."""


def plain(text: str) -> str:
    """Return a text of the same length with small ASCII letters and digits, all else blank."""
    return text.encode("ascii", "replace").translate(_PLAIN).decode("ascii")


@lru_cache(maxsize=4)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a short text as ``plain`` leaves them; the last few are kept."""
    return frozenset(plain(text).split())


class WordList:
    """Words that are looked for in every text; in one with a hyphen or a blank, the first.

    A word of the text is found by its ASCII letters: "café" stands where "caf" does. What
    asks looks again, with a pattern of its own, at the places that are found here.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self.words = frozenset(plain(form).split()[0] for form in forms)
        for word in self.words:
            _lists[word] = (*_lists.get(word, ()), self)
        _places.cache_clear()

    def starts(self, text: str, start: int, end: int) -> Sequence[int]:
        """Return where any of the words begins in a stretch, in order."""
        every = _places(text).get(self, ())
        return every[bisect_left(every, start) : bisect_left(every, end)]

    def is_in(self, text: str, start: int, end: int) -> bool:
        """Tell whether any of the words begins in a stretch."""
        every = _places(text).get(self, ())
        at = bisect_left(every, start)
        return at < len(every) and every[at] < end

    def matches(
        self, pattern: re.Pattern[str], text: str, start: int, end: int
    ) -> Iterator[re.Match[str]]:
        """Yield what ``pattern.finditer(text, start, end)`` does, many times as fast.

        Each match must begin with one of the words, where that begins.
        """
        free = start
        for at in self.starts(text, start, end):
            if at >= free and (match := pattern.match(text, at, end)):
                yield match
                free = match.end()


@lru_cache(maxsize=4)
def _places(text: str) -> Mapping[WordList, list[int]]:
    """Return where the words of each list begin; kept, since each clause asks again."""
    places: defaultdict[WordList, list[int]] = defaultdict(list)
    at = 0
    holding = _lists.get
    for word in plain(text).split(" "):
        if lists := holding(word):
            for known in lists:
                places[known].append(at)
        at += len(word) + 1
    return places

"""How well a name fits what was typed: exact before prefix before typo."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from casefile.core.folding import fold, latin

EXACT, BEGINS, WORDS = 100.0, 96.0, 92.0
"""Scores of a name that is what was typed, begins so, or has all the words."""

LOWEST = 55.0
"""Below it the hits for short queries are noise (tests/search/test_ranking.py)."""

_TYPOS = 88.0
"""Score of a name whose every word is nearly as typed, times the likeness."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be meant."""

    text: str
    folded: str


def score(query: str, candidate: Candidate) -> float:
    """Return how well a name fits a folded query, 0 to 100."""
    keys = {candidate.folded, _latin(candidate.text)} - {""}
    return max((_fit(query, key) for key in sorted(keys)), default=0.0)


def matched(query: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of a text to highlight: its words that were typed or begun.

    Ranges are code points of the text, in order, not overlapping.
    """
    wanted = query.split()
    found = []
    for start, end in _word_ranges(text):
        word = fold(text[start:end])
        for typed in wanted:
            if word and word.startswith(typed):
                length = end - start if len(word) <= len(typed) else min(end - start, len(typed))
                found.append((start, start + length))
                break
            if len(typed) > 2 and OSA.normalized_similarity(typed, word) >= 0.6:
                found.append((start, end))
                break
    return tuple(found)


def _fit(query: str, key: str) -> float:
    if key == query:
        return EXACT
    if key.startswith(query):
        return BEGINS - min(10.0, (len(key) - len(query)) / 10)
    typed, words = query.split(), key.split()
    if all(any(word.startswith(one) for word in words) for one in typed):
        return WORDS - min(10.0, (len(key) - len(query)) / 10)
    by_words = _words_alike(typed, words)
    joined = OSA.normalized_similarity(query.replace(" ", ""), key.replace(" ", ""))
    return _TYPOS * max(by_words, joined)


def _words_alike(typed: Sequence[str], words: Sequence[str]) -> float:
    """Return how alike the typed words are to their best counterparts, by letters."""
    total = sum(len(one) for one in typed)
    if not total or not words:
        return 0.0
    alike = 0.0
    for at, one in enumerate(typed):
        is_last = at == len(typed) - 1
        alike += len(one) * max(_alike(one, word, is_last=is_last) for word in words)
    return alike / total


def _alike(typed: str, word: str, *, is_last: bool) -> float:
    """Return the likeness of two words; the last typed one may be unfinished."""
    if typed == word:
        return 1.0
    best = OSA.normalized_similarity(typed, word)
    if is_last and len(typed) > 2 and len(word) > len(typed):
        best = max(best, 0.97 * OSA.normalized_similarity(typed, word[: len(typed)]))
    return best if best >= 0.5 else 0.0


def _word_ranges(text: str) -> list[tuple[int, int]]:
    ranges, start = [], -1
    for at, sign in enumerate(text):
        if sign.isalnum() or sign in "'’":
            start = at if start < 0 else start
        elif start >= 0:
            ranges.append((start, at))
            start = -1
    return [*ranges, (start, len(text))] if start >= 0 else ranges


@lru_cache(maxsize=4096)
def _latin(text: str) -> str:
    return latin(text)

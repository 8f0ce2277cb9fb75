"""Which names may be as alike as is wanted, so that only these are compared in full.

The bounds are of what ``casefile.search.ranking`` comes to, with what is not looked at taken
for the best: tests/search/test_ranking.py holds one against the other.
"""

from collections.abc import Iterable, Sequence
from types import ModuleType

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from casefile.search.weights import (
    BEGUN,
    BEGUN_SHARE,
    HEARD_BONES,
    HEARD_LESS,
    HEARD_LETTERS,
    HEARD_SOUND,
    SPELT_BONES,
    SPELT_LETTERS,
)

_OF_BEGUN = BEGUN + BEGUN_SHARE
"""Likeness of a name that begins as typed, at most."""

_UNBOUND = 0.3
"""Likeness that most names have: where no more is needed all are compared."""

_ROUNDED = 1e-6
"""By how much a sum of likenesses may be rounded up."""


def hopeful(
    orders: Sequence[tuple[str, str, str]],
    other_sounds: Sequence[str],
    letters: Sequence[str],
    heard_as: Sequence[str],
    needed: Sequence[float],
) -> set[int]:
    """Return the places of the names that may be so like what was typed, and of few others.

    Args:
        orders: Letters, sound and skeleton of what was typed, in each order of its words.
        other_sounds: Its sound as other romanisations would write it.
        letters: Of each name, without spaces.
        heard_as: The sound of each name.
        needed: The likeness that each name needs.
    """
    least = min(needed, default=0.0) - _ROUNDED
    if least <= _UNBOUND:
        return set(range(len(needed)))
    found: set[int] = set()
    first = orders[0][0]
    begun = [name[: len(first)] for name in letters]
    for at, alike in _reaching(OSA, first, begun, least / _OF_BEGUN):
        if alike * _OF_BEGUN >= needed[at] - _ROUNDED:
            found.add(at)
    for typed, _, _ in orders:
        for at, alike in _reaching(OSA, typed, letters, _letters(least)):
            if alike >= _letters(needed[at] - _ROUNDED):
                found.add(at)
    for sound in (*(sound for _, sound, _ in orders), *other_sounds):
        for at, alike in _reaching(Indel, sound, heard_as, _sound(least)):
            if alike >= _sound(needed[at] - _ROUNDED):
                found.add(at)
    return found


def _letters(likeness: float) -> float:
    """Return how alike letters have to be for such a likeness by spelling; it may be above 1."""
    return (likeness - SPELT_BONES) / SPELT_LETTERS


def _sound(likeness: float) -> float:
    """Return how alike sounds have to be where the letters are not alike enough.

    Those that are equal may always be.
    """
    letters = min(1.0, _letters(likeness))
    least = likeness + HEARD_LESS - HEARD_BONES - HEARD_LETTERS * letters
    return min(1.0, least / HEARD_SOUND)


def _reaching(
    scorer: ModuleType, typed: str, names: Sequence[str], least: float
) -> Iterable[tuple[int, float]]:
    """Return the places of the names that are so alike, and how alike they are."""
    if least > 1:
        return ()
    scored = process.extract(
        typed,
        names,
        scorer=scorer.normalized_similarity,
        limit=None,
        score_cutoff=max(0.0, least),
    )
    return ((at, alike) for _, alike, at in scored)

"""Whether a name sounds like what was typed: ``~name`` in the query line."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from casefile.core.folding import latin
from casefile.search.sounds import respelt, sounds

_ALIKE = 0.85
"""Likeness of two sound forms, 0 to 1, from which they sound alike.

Of 175 pairs of romanisations of one name .95 reach it, of two names drawn at random .0001; with
0.8 it is .99 and .0007, and letters that are only mistyped are heard, too.
"""

_GOES_ON = 3
"""Letters of the last word's sound from which it may be only begun."""


def sounds_alike(typed: str, name: str) -> bool:
    """Tell whether a name, or some of its words, sounds like what was typed.

    The words may stand in any order, or joined and cut otherwise; the last that was typed may
    go on. What has no letter that can be read aloud sounds like nothing.
    """
    return is_heard(typed, sounds(latin(name).split()))


def is_heard(typed: str, heard: Sequence[str]) -> bool:
    """Tell whether words, given as they sound, sound like what was typed."""
    return any(_as_a_run(one, heard) or _word_by_word(one, heard) for one in _said(typed))


def may_be_heard(typed: str, runs: Sequence[Sequence[str]]) -> bool:
    """Tell whether one of all runs of some words may be heard as what was typed.

    To say no takes a part of the time of asking of each run: no run is alike as a whole, nor is
    for each word that was typed any word alike.
    """
    words = {word for run in runs for word in run}
    wholes = {"".join(run) for run in runs}
    return any(
        any(_is_alike("".join(said), whole) for whole in wholes)
        or all(
            any(_is_word(word, one, may_go_on=_goes_on(said, at)) for one in words)
            for at, word in enumerate(said)
        )
        for said in _said(typed)
    )


def _goes_on(said: Sequence[str], at: int) -> bool:
    return at + 1 == len(said) and len(said[at]) >= _GOES_ON


@lru_cache(maxsize=8)
def _said(typed: str) -> tuple[tuple[str, ...], ...]:
    """Return the sounds of what was typed, word by word, in each romanisation of Japanese."""
    words = latin(typed).split()
    said = map(sounds, [words, *respelt(words)])
    return tuple(tuple(one) for one in said if any(one))


def _as_a_run(typed: Sequence[str], heard: Sequence[str]) -> bool:
    """Tell whether neighbouring words together sound so, however they are cut."""
    joined = "".join(typed)
    sizes = {max(1, len(typed) + more) for more in (-1, 0, 1)}
    return any(
        _is_alike(joined, "".join(heard[at : at + size]))
        for size in sizes
        for at in range(max(1, len(heard) - size + 1))
    )


def _word_by_word(typed: Sequence[str], heard: Sequence[str]) -> bool:
    """Tell whether each word sounds like another one of the name."""
    left = list(heard)
    for at, word in enumerate(typed):
        may_go_on = _goes_on(typed, at)
        found = next((one for one in left if _is_word(word, one, may_go_on=may_go_on)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _is_word(typed: str, heard: str, *, may_go_on: bool) -> bool:
    return _is_alike(typed, heard) or (may_go_on and _is_alike(typed, heard[: len(typed)]))


def _is_alike(left: str, right: str) -> bool:
    return bool(Indel.normalized_similarity(left, right, score_cutoff=_ALIKE))

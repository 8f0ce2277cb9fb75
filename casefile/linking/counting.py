"""How many of what a passage speaks of: "five sailors" against "eight sailors"."""

from collections import defaultdict
from collections.abc import Mapping

from casefile.core import counts as core
from casefile.linking.eventwords import stem

Counts = Mapping[str, frozenset[int]]
"""For the stem of a noun the numbers that count it."""


def counts(passage: str) -> Counts:
    """Return what a passage counts by exact numbers; years and dates count nothing."""
    found: dict[str, set[int]] = defaultdict(set)
    for one in core.counts(passage):
        if one.least is not None and one.least == one.most:
            found[stem(one.noun)].add(one.least)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


def contradict(one: Counts, other: Counts) -> bool:
    """Tell whether both count one thing, and no number is the same."""
    return any(numbers.isdisjoint(other[noun]) for noun, numbers in one.items() if noun in other)

"""Which few hundred of all names are worth comparing with what was typed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Protocol

from casefile.model.words import Kind
from casefile.search.features import (
    APART,
    HEAVIEST,
    INDEXED,
    LONGEST_COUNTED,
    TRIPLE,
    WEIGHT,
    WHOLE,
    as_typed,
    kind_of,
    of_kind,
    of_length,
    of_query,
)
from casefile.search.ranking import Asked
from casefile.search.vectors import (
    Planes,
    added,
    counted,
    doubled,
    highest,
    numbers,
    values,
    vector,
)

_LIKE_WHOLE, _LIKE_BEGUN, _AS_TYPED = 340, 110, 150
"""Names taken as whole, as unfinished, and as typed (measured: fewer lose recall)."""

_ENOUGH = 100
"""So many names that hold all that was typed are enough: they come before all others."""

_NEAR = 15
"""Letters by which a name may be longer or shorter before its length says nothing."""

_RARE, _UNCOMMON = 256, 50
"""One name in so many has a feature that counts three times, or twice."""


class Index(Protocol):
    """The vectors of a case."""

    @property
    def size(self) -> int:
        """All numbers of names are below it."""

    def vectors(self, features: Iterable[int]) -> Mapping[int, tuple[int, int]]:
        """Return for each feature its vector and how many names that holds."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Names to compare."""

    names: list[int]
    """In order of number."""
    shares: list[float]
    """How many of the query's features each has, by weight, 0 to 1."""
    typed: frozenset[int]
    """Those of the names in which all that was typed stands so far."""


def pool(index: Index, asked: Asked, kinds: Collection[Kind]) -> Pool:
    """Return the names of things of some kinds that may be meant."""
    within = _within(index, kinds)
    typed = [] if asked.is_cjk else _as_typed(index, asked.words, within)
    letters = sum(map(len, asked.words))
    if len(typed) >= _ENOUGH:
        return Pool(typed, [1.0] * len(typed), frozenset(typed))
    weighted = _weighted(index, asked.text, within)
    planes = counted(weighted)
    found = vector(typed)
    for numbered, most in _views(index, planes, letters):
        found |= highest(numbered, most, names=index.size)
    names = numbers(found)
    absent = len(of_query(asked.text)) - len(weighted)
    top = max(1, absent + sum(weight for _, weight in weighted))
    return Pool(names, [value / top for value in values(planes, names)], frozenset(typed))


def _within(index: Index, kinds: Collection[Kind]) -> int:
    """Return the names of some kinds of things; -1, which is all, where none is left out."""
    if set(INDEXED) <= set(kinds):
        return -1
    wanted = index.vectors(of_kind(kind) for kind in INDEXED if kind in kinds)
    return reduce(or_, (vector for vector, _ in wanted.values()), 0)


def _as_typed(index: Index, words: Sequence[str], within: int) -> list[int]:
    """Return names that hold all letter pairs and word beginnings of what was typed.

    Of more than enough, the most prominent and the shortest.
    """
    held = index.vectors(as_typed(words))
    if not held:
        return []
    common = reduce(and_, (names for names, _ in sorted(held.values(), key=_count)), within)
    if common.bit_count() <= _AS_TYPED:
        return numbers(common)
    weights = index.vectors(WEIGHT | at for at in range(HEAVIEST + 1))
    lengths = index.vectors(map(of_length, range(LONGEST_COUNTED + 1)))
    heavy = _first(common, [weights[WEIGHT | at][0] for at in range(HEAVIEST, -1, -1)])
    short = _first(common, [lengths[of_length(at)][0] for at in range(LONGEST_COUNTED + 1)])
    return sorted({*heavy, *short})


def _count(vector: tuple[int, int]) -> int:
    return vector[1]


def _first(common: int, classes: Iterable[int]) -> list[int]:
    """Return half of the names wanted as typed, from the first classes on."""
    found: list[int] = []
    for names in classes:
        if len(found) >= _AS_TYPED // 2:
            break
        if names:
            found += numbers(common & names, limit=_AS_TYPED // 2 - len(found))
    return found


def _weighted(index: Index, text: str, within: int) -> list[tuple[int, int]]:
    """Return the vectors of a query's features with their weights; the rare weigh more."""
    found = []
    for feature, (names, count) in index.vectors(of_query(text)).items():
        if names and (inside := names & within if within >= 0 else names):
            found.append((inside, _weight(kind_of(feature), count, index.size)))
    return found


def _weight(kind: int, count: int, size: int) -> int:
    if count * _UNCOMMON > size:
        return 1
    if kind == WHOLE:
        return 6
    return 3 if count * _RARE < size and kind not in (TRIPLE, APART) else 2


def _views(index: Index, planes: Planes, letters: int) -> list[tuple[Planes, int]]:
    """Return numbers to choose by: of names as long as the query, and of longer ones.

    A letter more or less costs a third of a feature; of a name that is still being
    typed only letters that it lacks cost.
    """
    at = min(letters, LONGEST_COUNTED)
    held = index.vectors(map(of_length, range(LONGEST_COUNTED + 1)))
    lengths = [held[of_length(length)][0] for length in range(LONGEST_COUNTED + 1)]
    whole = [(max(0, _NEAR - abs(length - at)), names) for length, names in enumerate(lengths)]
    longer = reduce(or_, lengths[max(0, at - 1) :], 0)
    begun = [
        (3 - min(3, (length - at) // 6), lengths[length]) for length in range(at, len(lengths))
    ]
    unfinished = doubled(doubled([plane & longer for plane in planes]))
    return [
        (added(added(planes, doubled(planes)), _points(whole)), _LIKE_WHOLE),
        (added(unfinished, _points(begun)), _LIKE_BEGUN),
    ]


def _points(classes: Iterable[tuple[int, int]]) -> Planes:
    """Return the points of every name, which is in one class of names with so many points."""
    planes: Planes = []
    for points, names in classes:
        for at in range(points.bit_length()):
            if len(planes) <= at:
                planes.append(0)
            if names and points >> at & 1:
                planes[at] |= names
    return planes

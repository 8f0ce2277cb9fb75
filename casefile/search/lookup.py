"""Which few hundred of all names are worth comparing with what was typed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import ceil
from operator import and_, or_
from typing import Protocol

from casefile.model.words import Kind
from casefile.search.choosing import nearest, sample_size, sampled
from casefile.search.columns import SIGN, SOUND, TRIPLE, WEIGHT, kind_of
from casefile.search.features import (
    HEAVIEST,
    INDEXED,
    LONGEST_COUNTED,
    Feature,
    held_by,
    of_kind,
    of_query,
    of_sound,
)
from casefile.search.ranking import Asked
from casefile.search.vectors import (
    Planes,
    at_least,
    counted,
    first,
    numbers,
    values,
)

_AS_TYPED = 150
"""Names of a million taken as typed (fewer lose recall)."""

_OF_FEW = 3
"""Into how many parts those are divided among few names, where fewer are alike by chance."""

_ENOUGH = 100
"""So many names that hold all that was typed are enough: they come before all others."""

_COMMON = 16
"""One name in so many, or more, has a feature that counts once; the others twice."""

_LIKE_SIGNS = 0.3
"""Part of what was typed in CJK characters that a name must share, at least.

With less it is not listed unless it is read alike (casefile.search.ranking.LOWEST).
"""

_OF_SAME = 0.6
"""Part of the features that is taken for shared by names that sound the same."""


@dataclass(frozen=True, order=True, slots=True)
class Reach:
    """How far to look for names that are like what was typed; less loses recall."""

    whole: int
    """Names of a million that are about as long."""
    begun: int
    """Names of a million of which what was typed may be a part."""
    counted: int
    """Features that are counted: the rarest of a long query."""
    same: bool = False
    """Whether to take the names that sound the same, which is quickly told."""


FAR = Reach(340, 110, 32)
"""For what was typed, whatever it is."""

NEAR = Reach(120, 0, 16)
"""For what has to be spelt or sound nearly so: one reading of a name, a part of a line."""

SAME = Reach(0, 0, 0, True)
"""For a reading of a name that stands as it is read: other spellings of it."""

STRICT = Reach(0, 0, 0)
"""For what is to stand there as it was typed, or its beginning."""


class Index(Protocol):
    """The vectors of a case."""

    @property
    def size(self) -> int:
        """All numbers of names are below it."""

    def vectors(self, columns: Iterable[int]) -> Mapping[int, tuple[int, int]]:
        """Return for each column its vector and about how many names that holds."""

    def longer(self) -> Sequence[int]:
        """Return for 0 letters, 1 letter ... the vector of the names of so many or more."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Names to compare."""

    names: list[int]
    """In order of number."""
    shares: list[float]
    """How many of the query's features each has, by weight, 0 to 1."""


def as_typed(index: Index, asked: Asked, kinds: Collection[Kind]) -> list[int]:
    """Return the names in which all that was typed may stand so far, in order; a few do not."""
    return [] if asked.is_cjk else _as_typed(index, asked.words, _within(index, kinds))


def pool(
    index: Index, asked: Asked, kinds: Collection[Kind], typed: Sequence[int], reach: Reach = FAR
) -> Pool:
    """Return the names of things of some kinds that may be meant.

    Args:
        index: The vectors of the case.
        asked: The query.
        kinds: Of what the names are looked for.
        typed: The names that :func:`as_typed` gives.
        reach: How far to look for others.
    """
    if len(typed) >= _ENOUGH or reach == STRICT:
        return Pool(list(typed), [1.0] * len(typed))
    within = _within(index, kinds)
    if reach == SAME:
        return _sounding_same(index, asked, within, typed)
    weighted, top = _weighted(index, of_query(asked.text), within, reach.counted)
    planes = counted(weighted)
    names = sorted({*typed, *numbers(_like(index, asked, planes, top, reach))})
    return Pool(names, [value / top for value in values(planes, names)])


def _sounding_same(index: Index, asked: Asked, within: int, typed: Sequence[int]) -> Pool:
    """Return the names in which all that was typed stands, and those that sound as it does."""
    held = index.vectors(of_sound(asked.text))
    alike = reduce(and_, (names for names, _ in held.values()))
    found = set(numbers(alike if within < 0 else alike & within)).difference(typed)
    names = sorted({*typed, *found})
    return Pool(names, [_OF_SAME if name in found else 1.0 for name in names])


def _like(index: Index, asked: Asked, planes: Planes, top: int, reach: Reach) -> int:
    """Return the names with most points, by their length and as if they went on."""
    share = max(1 / _OF_FEW, min(1.0, index.size / 1_000_000))
    among = -1
    if asked.is_cjk:
        among = at_least(planes, ceil(_LIKE_SIGNS * top))
        if among.bit_count() <= reach.whole * share:
            return among
    found = nearest(
        planes,
        index.longer(),
        index.size,
        sum(map(len, asked.words)),
        whole=int(reach.whole * share),
        begun=int(reach.begun * share),
    )
    return found & among


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
    held = index.vectors(held_by(words))
    if not held:
        return []
    common = reduce(and_, (names for names, _ in sorted(held.values(), key=_count)))
    if within >= 0:
        common &= within
    if common and common.bit_count() > _AS_TYPED:
        common = _heaviest(index, common) | _shortest(index, common)
    return numbers(common)


def _heaviest(index: Index, common: int) -> int:
    """Return half of the names wanted as typed, the most prominent."""
    found, left = 0, _AS_TYPED // 2
    for at in range(HEAVIEST, -1, -1):
        column = WEIGHT | at
        if names := common & index.vectors([column])[column][0]:
            found |= first(names, left)
            left -= names.bit_count()
            if left <= 0:
                break
    return found


def _shortest(index: Index, common: int) -> int:
    """Return about half of the names wanted as typed, the shortest."""
    longer, wanted = index.longer(), _AS_TYPED // 2
    [sample] = sampled([common], index.size)
    enough = max(1, wanted * sample_size(index.size) // index.size)
    fitting = (
        at
        for at in range(LONGEST_COUNTED + 1)
        if _without(sample, longer[at + 1]).bit_count() >= enough
    )
    # The part that is judged by may hold none of them: they can all stand behind it.
    letters = next(fitting, LONGEST_COUNTED)
    return first(_without(common, longer[letters + 1]), wanted)


def _without(names: int, others: int) -> int:
    return names ^ names & others


def _count(vector: tuple[int, int]) -> int:
    return vector[1]


def _weighted(
    index: Index, features: Iterable[Feature], within: int, most: int
) -> tuple[list[tuple[int, int]], int]:
    """Return the vectors of a query's rarest features with their weights, and all these weights."""
    wanted = list(features)
    held = index.vectors({column for feature in wanted for column in feature})
    found, top = [], 0
    rare = sorted(wanted, key=lambda feature: min(held[column][1] for column in feature))
    for feature in rare[:most]:
        weight = _weight(feature, max(held[column][1] for column in feature), index.size)
        top += weight
        names = reduce(and_, (held[column][0] for column in feature))
        if within >= 0:
            names &= within
        if names:
            found.append((names, weight))
    return found, max(1, top)


def _weight(feature: Feature, count: int, size: int) -> int:
    kind = kind_of(feature[0])
    if kind in (SOUND, SIGN):
        return 4 if len(feature) == 3 else 2
    return 1 if count * _COMMON > size or kind == TRIPLE else 2

"""Which few hundred of all names are worth comparing with what was typed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from math import ceil
from operator import and_, or_

from casefile.core.bits import vector
from casefile.model.words import Kind
from casefile.search.choosing import nearest, sample_size, sampled
from casefile.search.columns import SIGN, SOUND, TRIPLE, WEIGHT, kind_of
from casefile.search.features import (
    HEAVIEST,
    INDEXED,
    LONGEST_COUNTED,
    Feature,
    held_by,
    of_query,
    of_sound,
)
from casefile.search.ranking import Asked
from casefile.search.vectors import (
    Planes,
    at_least,
    counted,
    first,
    has_more,
    numbers,
    told,
)
from casefile.search.views import All, Index, Signed, View

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

_MOST_READ = 150
"""Features of which it is seen how rare they are; of a line that has more (a name of forty letters
has ninety) every second, or third."""

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


@dataclass(frozen=True, slots=True)
class Pool:
    """Names to compare."""

    names: list[int]
    """In order of number."""
    shares: list[float]
    """How many of the query's features each has, by weight, 0 to 1."""


def as_typed(index: Index, asked: Asked, kinds: Collection[Kind]) -> list[int]:
    """Return the names in which all that was typed may stand so far, in order; a few do not."""
    return [] if asked.is_cjk else _as_typed(All(index), asked.words, _within(All(index), kinds))


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
    if reach == SAME:
        return _sounding_same(index, asked, _within(All(index), kinds), typed)
    features = of_query(asked.text)
    if not features or any(kind_of(feature[0]) != SIGN for feature in features):
        return _sharing(All(index), asked, kinds, typed, reach)
    signed = Signed(index)
    found = _sharing(signed, asked, kinds, (), reach)
    names = [signed.numbers[place] for place in found.names]
    pairs = sorted(zip(names, found.shares, strict=True))
    return Pool([name for name, _ in pairs], [share for _, share in pairs])


def _sharing(
    view: View, asked: Asked, kinds: Collection[Kind], typed: Sequence[int], reach: Reach
) -> Pool:
    """Return the names that share most features with what was typed, by place, and those typed."""
    weighted, top = _weighted(view, of_query(asked.text), reach.counted)
    planes, within = counted(weighted), _within(view, kinds)
    if within >= 0:
        planes = [plane & within for plane in planes]
    names = _like(view, asked, planes, top, reach) | vector(typed)
    found = told(names, planes)
    return Pool([name for name, _ in found], [value / top for _, value in found])


def _sounding_same(index: Index, asked: Asked, within: int, typed: Sequence[int]) -> Pool:
    """Return the names in which all that was typed stands, and those that sound as it does."""
    held = index.vectors(of_sound(asked.text))
    alike = reduce(and_, (names for names, _ in held.values()))
    found = set(numbers(alike if within < 0 else alike & within)).difference(typed)
    names = sorted({*typed, *found})
    return Pool(names, [_OF_SAME if name in found else 1.0 for name in names])


def _like(view: View, asked: Asked, planes: Planes, top: int, reach: Reach) -> int:
    """Return the names with most points, by their length and as if they went on."""
    share = max(1 / _OF_FEW, min(1.0, view.index.size / 1_000_000))
    among = -1
    if asked.is_cjk:
        among = at_least(planes, ceil(_LIKE_SIGNS * top))
        if among.bit_count() <= reach.whole * share:
            return among
    found = nearest(
        planes,
        view.longer(),
        view.size,
        sum(map(len, asked.words)),
        whole=int(reach.whole * share),
        begun=int(reach.begun * share),
    )
    return found & among


def _within(view: View, kinds: Collection[Kind]) -> int:
    """Return the names of some kinds of things; -1, which is all, where none is left out."""
    if set(INDEXED) <= set(kinds):
        return -1
    wanted = view.index.vectors(view.kind(kind) for kind in INDEXED if kind in kinds)
    return reduce(or_, (vector for vector, _ in wanted.values()), 0)


def _as_typed(view: View, words: Sequence[str], within: int) -> list[int]:
    """Return names that hold all letter pairs and word beginnings of what was typed.

    Of more than enough, the most prominent and the shortest.
    """
    held = view.index.vectors(held_by(words))
    if not held:
        return []
    common = reduce(and_, (names for names, _ in sorted(held.values(), key=_count)))
    if within >= 0:
        common &= within
    # Of very many it is seen at once; few are listed as quickly as they are counted.
    found = [] if has_more(common, _AS_TYPED) else numbers(common)
    if found[_AS_TYPED:] or (common and not found):
        return numbers(_heaviest(view, common) | _shortest(view, common))
    return found


def _heaviest(view: View, common: int) -> int:
    """Return half of the names wanted as typed, the most prominent."""
    found, left = 0, _AS_TYPED // 2
    for at in range(HEAVIEST, -1, -1):
        column = WEIGHT | at
        if names := common & view.index.vectors([column])[column][0]:
            some = first(names, left)
            found |= some
            left -= some.bit_count()
            if left <= 0:
                break
    return found


def _shortest(view: View, common: int) -> int:
    """Return about half of the names wanted as typed, the shortest."""
    longer, wanted = view.longer(), _AS_TYPED // 2
    [sample] = sampled([common], view.size)
    enough = max(1, wanted * sample_size(view.size) // view.size)
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
    view: View, features: Iterable[Feature], most: int
) -> tuple[list[tuple[int, int]], int]:
    """Return the vectors of a query's rarest features with their weights, and all these weights."""
    wanted = list(features)
    wanted = wanted[:: 1 + len(wanted) // _MOST_READ]
    held = view.index.vectors({column for feature in wanted for column in feature})
    found, top = [], 0
    rare = sorted(wanted, key=lambda feature: min(held[column][1] for column in feature))
    for feature in rare[:most]:
        weight = _weight(feature, max(held[column][1] for column in feature), view.size)
        top += weight
        if names := view.holding(feature, held):
            found.append((names, weight))
    return found, max(1, top)


def _weight(feature: Feature, count: int, size: int) -> int:
    kind = kind_of(feature[0])
    if kind in (SOUND, SIGN):
        return 4 if len(feature) == 3 else 2
    return 1 if count * _COMMON > size or kind == TRIPLE else 2

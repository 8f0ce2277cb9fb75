"""The index of names as one search asks it: the names that are like what was typed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from casefile.core.folding import fold
from casefile.core.work import Work
from casefile.deeds.othernames import READ
from casefile.model.words import Kind, Ref
from casefile.search.features import LONGEST
from casefile.search.lookup import FAR, NEAR, SAME, STRICT, Pool, Reach, as_typed, pool
from casefile.search.ranking import (
    EXACT,
    LIKE_IT,
    MOST_ALIKE,
    READ_SO,
    Asked,
    Fit,
    may_rise,
    ranked,
    settled,
    standing,
)
from casefile.search.scripts import is_han, readings_asked
from casefile.store.index import names_numbered
from casefile.store.names import NameIndex, name_index
from casefile.store.store import Store

_MOST = 80
"""Names that are held against the terms: those that fit best."""

_MOST_READ = 20
"""Names of them that one reading of what was typed adds."""

_ROUNDED = 0.1
"""Points by which names that are as good as each other may differ."""

_SPARE = 2
"""Names that are read beside those wanted: a thing may have several that fit."""

_SURELY_READ = 90.0
"""Points of a name that is so like one reading that others are not tried."""

MOST_LOOKUPS = 12
"""Names that one line may look up: of each way to read it, and of each place it names."""


_LEAST_US, _KILOBYTE_US = 300, 3
"""Microseconds that a lookup takes, and to read a kilobyte; for each million names:"""

_STANDING_US, _NEAR_US, _LETTER_US, _LETTERS_COUNTED, _READ_SO = 800, 3_000, 80, 50, 2
"""of what stands there as typed; of what is near to it, with so much for each letter; and how
often as long where it is in another script, and looked up as it is read as well."""


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name that is like what was typed."""

    ref: Ref
    text: str
    points: float
    """0 to 100."""
    weight: int
    """How prominent."""
    is_heard: bool = False
    """Whether it sounds like what was typed, rather than being spelt like it."""
    reading: str = ""
    """How what was typed is read in Latin letters, where that is what the name is like."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """The index of names as one connection reads it."""

    store: Store
    index: NameIndex

    @property
    def size(self) -> int:
        return self.index.size

    def vectors(self, columns: Iterable[int]) -> dict[int, tuple[int, int]]:
        return self.index.vectors(self.store, columns)

    def longer(self, lengths: Sequence[int]) -> Sequence[int]:
        return self.index.longer(self.store, lengths)

    def signed(self) -> Sequence[int]:
        return self.index.apart(self.store)


@dataclass(frozen=True, slots=True)
class _Asking:
    """What names are looked for."""

    folded: str
    kinds: frozenset[Kind]
    lowest: float
    enough: int | None

    def is_answered(self, names: Iterable[NameFound], most: float) -> bool:
        """Tell whether so many things are named that none with these points is wanted."""
        if self.enough is None:
            return False
        most = round(most, 1)
        return len({name.ref for name in names if round(name.points, 1) > most}) >= self.enough

    def least(self, names: Iterable[NameFound]) -> float:
        """Return the points that a further name needs to be among so many things; 0 for any."""
        best: dict[Ref, float] = {}
        for name in names:
            best[name.ref] = max(best.get(name.ref, 0.0), name.points)
        points = sorted(best.values(), reverse=True)
        return points[self.enough - 1] if self.enough and len(points) >= self.enough else 0.0


class Names:
    """The name index as one search asks it: twice the same is looked up once.

    All that the search knows of the index it knows by this class.
    """

    def __init__(self, store: Store, work: Work | None = None) -> None:
        """Ask it whatever it takes, or as long as there is work left."""
        self._store, self._work = store, work
        self._found: dict[_Asking, list[NameFound]] = {}

    @cached_property
    def _index(self) -> NameIndex:
        return name_index(self._store)

    def like(
        self,
        typed: str,
        kinds: Iterable[Kind] = tuple(Kind),
        *,
        lowest: float = 0.0,
        enough: int | None = None,
    ) -> list[NameFound]:
        """Return the names of some kinds of things that fit what was typed best, in no order.

        Names with fewer than the ``lowest`` points may be left out: each costs a row. So may
        those that fit worse than ``enough`` things do. Beyond MOST_LOOKUPS of one search it
        is nothing, so that no line takes long.
        """
        asked = _Asking(fold(typed)[:LONGEST], frozenset(kinds), lowest, enough)
        if asked not in self._found:
            may_look = len(self._found) < MOST_LOOKUPS
            may_look = may_look and not (self._work and self._work.is_spent())
            read = self._index.read if may_look else 0
            self._found[asked] = self._looked_up(asked) if may_look else []
            if self._work and may_look:
                read = self._index.read - read
                self._work.spend(self._cost(asked) + read / 1_000 * _KILOBYTE_US)
        return self._found[asked]

    def _cost(self, asking: _Asking) -> float:
        """Return about how many microseconds a lookup takes of what was read before."""
        of_million = _STANDING_US
        if _reach(asking.lowest) != STRICT:
            of_million = _NEAR_US + _LETTER_US * min(len(asking.folded), _LETTERS_COUNTED)
            of_million *= 1 if asking.folded.isascii() else _READ_SO
        return _LEAST_US + of_million * self._index.size / 1_000_000

    def _looked_up(self, asking: _Asking) -> list[NameFound]:
        folded = asking.folded
        reach = _reach(asking.lowest)
        # What is only like a name that stands there comes after it.
        names = self._near(asking, most=_MOST, reach=reach, beside=min(reach, NEAR))
        # Where it stands in its own script, readings add what is read so, not what is near.
        beside = SAME if any(name.points > READ_SO for name in names) else NEAR
        for reading in readings_asked(folded):
            if asking.is_answered(names, READ_SO):
                break
            lowest = max(asking.lowest, min(_SURELY_READ, _before_read(asking.least(names))))
            read = [
                name
                for name in self._near(
                    replace(asking, folded=reading, enough=None, lowest=lowest),
                    most=_MOST_READ,
                    reach=NEAR,
                    beside=beside,
                )
                if not (is_han(name.text) and is_han(folded))
            ]
            names += [replace(name, points=_as_read(name.points), reading=reading) for name in read]
            if len(folded) > 2 and any(map(_is_surely_read, read)):
                break
        return names

    def _near(self, asking: _Asking, *, most: int, reach: Reach, beside: Reach) -> list[NameFound]:
        """Return the names near to what was typed; a reach beside those in which it stands."""
        asked = Asked(asking.folded)
        typed, stand = self._standing(asking, asked)
        if stand:
            names = self._surely(asking, asked, typed, stand)
            if asking.is_answered(names, MOST_ALIKE):
                return names
            reach = beside
        key = asking.folded, asking.kinds, asking.lowest, most, reach
        find = partial(self._nearest, asking, asked, typed, stand, most=most, reach=reach)
        found, fits = self._index.recent.answer(key, find)
        return self._named(asking, asked, fits, found)

    def _standing(self, asking: _Asking, asked: Asked) -> tuple[list[int], dict[int, float]]:
        """Return the names that hold all that was typed, and the points of those it stands in."""
        index = self._index

        def find() -> tuple[list[int], dict[int, float]]:
            typed = as_typed(_Opened(self._store, index), asked, asking.kinds)
            return typed, standing(asked, index.forms(self._store, typed))

        return index.recent.answer((asking.folded, asking.kinds), find)

    def _nearest(
        self,
        asking: _Asking,
        asked: Asked,
        typed: list[int],
        stand: Mapping[int, float],
        *,
        most: int,
        reach: Reach,
    ) -> tuple[Pool, list[Fit]]:
        """Return so many names within a reach that fit best, and how they fit."""
        index = self._index
        found = pool(_Opened(self._store, index), asked, asking.kinds, typed, reach)
        held = {typed[at]: points for at, points in stand.items()}
        fits = ranked(
            asked,
            index.forms(self._store, found.names),
            found.shares,
            stand={at: held[one] for at, one in enumerate(found.names) if one in held},
            most=most,
            lowest=asking.lowest,
        )
        # Of the others nothing is kept: they may be many.
        names = [found.names[fit.place] for fit in fits]
        shares = [found.shares[fit.place] for fit in fits]
        return Pool(names, shares), [fit._replace(place=at) for at, fit in enumerate(fits)]

    def _surely(
        self, asking: _Asking, asked: Asked, typed: list[int], stand: Mapping[int, float]
    ) -> list[NameFound]:
        """Return the names that fit better than any can that is only like what was typed.

        None where they are too few to be all that is wanted.
        """
        fits = [Fit(at, points, False) for at, points in stand.items() if points > MOST_ALIKE]
        if asking.enough is None or len(fits) < asking.enough:
            return []
        fits.sort(key=lambda fit: -fit.points)
        return self._named(asking, asked, fits, Pool(typed, [1.0] * len(typed)))

    def _named(
        self, asking: _Asking, asked: Asked, fits: Sequence[Fit], found: Pool
    ) -> list[NameFound]:
        """Return the names of fits, best first; of the last, which are not wanted, none."""
        names: list[NameFound] = []
        # Those that may rise first: of the others the points are what they are.
        first = sorted(fits, key=lambda fit: not may_rise(asked, fit, found.shares))
        rising = sum(may_rise(asked, fit, found.shares) for fit in fits)
        at, more = 0, len(fits) if asking.enough is None else max(rising, asking.enough + _SPARE)
        while at < len(fits) and not (at and asking.is_answered(names, first[at].points)):
            names += self._told(asked, first[at : at + more], found.names)
            at, more = at + more, 2 * more
        return names

    def _told(
        self, asked: Asked, fits: Sequence[Fit], numbers: Sequence[int]
    ) -> Iterator[NameFound]:
        rows = names_numbered(self._store, [numbers[fit.place] for fit in fits]) if fits else {}
        for fit in fits:
            if row := rows.get(numbers[fit.place]):
                points = settled(asked, row.text, fit).points
                yield NameFound(row.ref, row.text, points, row.weight, fit.is_heard)


def _reach(lowest: float) -> Reach:
    """Return how far to look for names with so many points."""
    if lowest > MOST_ALIKE:
        return STRICT
    return NEAR if lowest >= LIKE_IT else FAR


def _is_surely_read(name: NameFound) -> bool:
    # A reading of a name is like the reading of the same characters, whichever it is.
    return name.points >= _SURELY_READ and name.weight != READ


def _as_read(points: float) -> float:
    """Return the points of a name that is like a reading: at most READ_SO, in the same order."""
    return min(points, READ_SO - 0.4 * (EXACT - points))


def _before_read(points: float) -> float:
    """Return the points, about, of a name that has so many as it is read; see _as_read."""
    points -= _ROUNDED
    return max(points, EXACT - (READ_SO - points) / 0.4)

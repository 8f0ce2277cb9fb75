"""The names that fit a reading of the query line: of sources, entities and events."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from casefile.core.folding import fold
from casefile.deeds.othernames import CALLED, READ
from casefile.deeds.searchrows import NAMED, PLACE_OF, rows_of, scored
from casefile.model.rows import Hit
from casefile.model.words import Kind, Ref
from casefile.search.features import LENGTHS, LONGEST
from casefile.search.line import Reading, Shape, Term, shunned, sought
from casefile.search.linefit import meets
from casefile.search.lookup import FAR, NEAR, STRICT, Reach, as_typed, pool
from casefile.search.ranking import (
    BEGINS,
    EXACT,
    LIKE_IT,
    LOWEST,
    MOST_ALIKE,
    READ_SO,
    Asked,
    ranked,
    settled,
    stands,
)
from casefile.search.scripts import is_han, readings_asked
from casefile.store.index import names_numbered
from casefile.store.names import NameIndex, name_index
from casefile.store.store import Store

_MOST = 80
"""Names that are held against the terms: those that fit best."""

_MOST_READ = 20
"""Names of them that one reading of what was typed adds."""

_SURELY_READ = 90.0
"""Points of a name that is so like one reading that others are not tried."""

MOST_LOOKUPS = 12
"""Names that one line may look up: of each way to read it, and of each place it names."""

_CERTAIN = 70.0
"""Score at least of a name that has the letters asked for, however unlike the rest of it.

One that only has to sound so gets LOWEST at least.
"""


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

    def longer(self) -> Sequence[int]:
        return self.index.longer(self.store, LENGTHS)


class Names:
    """The name index as one search asks it: twice the same is looked up once.

    All that the search knows of the index it knows by this class.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[tuple[str, frozenset[Kind], float], list[NameFound]] = {}

    def like(
        self, typed: str, kinds: Iterable[Kind] = tuple(Kind), *, lowest: float = 0.0
    ) -> list[NameFound]:
        """Return the names of some kinds of things that fit what was typed best, in no order.

        Names with fewer than the ``lowest`` points may be left out: each costs a row.
        Beyond MOST_LOOKUPS of one search it is nothing, so that no line takes long.
        """
        asked = fold(typed)[:LONGEST], frozenset(kinds), lowest
        if asked not in self._found:
            may_look = len(self._found) < MOST_LOOKUPS
            self._found[asked] = self._looked_up(*asked) if may_look else []
        return self._found[asked]

    def _looked_up(self, folded: str, kinds: Collection[Kind], lowest: float) -> list[NameFound]:
        names = self._near(folded, kinds, lowest, most=_MOST, reach=_reach(lowest))
        for reading in readings_asked(folded):
            read = [
                name
                for name in self._near(reading, kinds, lowest, most=_MOST_READ, reach=NEAR)
                if not (is_han(name.text) and is_han(folded))
            ]
            names += [replace(name, points=_as_read(name.points), reading=reading) for name in read]
            if len(folded) > 2 and any(map(_is_surely_read, read)):
                break
        return names

    def _near(
        self,
        folded: str,
        kinds: Collection[Kind],
        lowest: float,
        *,
        most: int,
        reach: Reach,
    ) -> list[NameFound]:
        asked, index = Asked(folded), name_index(self._store)
        opened = _Opened(self._store, index)
        typed = as_typed(opened, asked, kinds)
        if any(stands(asked, form) for form in index.forms(self._store, typed)):
            # What is only like it comes after that.
            reach = min(reach, NEAR)
        found = pool(opened, asked, kinds, typed, reach)
        forms = index.forms(self._store, found.names)
        held = [at for at, number in enumerate(found.names) if number in found.typed]
        fits = ranked(asked, forms, found.shares, typed=held, most=most)
        # Points rise when they are settled only where all the characters are there.
        fits = [
            fit
            for fit in fits
            if fit.points >= lowest or (asked.is_cjk and found.shares[fit.place] == 1)
        ]
        rows = names_numbered(self._store, (found.names[fit.place] for fit in fits))
        names = []
        for fit in fits:
            if row := rows.get(found.names[fit.place]):
                points = settled(asked, row.text, fit).points
                names.append(NameFound(row.ref, row.text, points, row.weight, fit.is_heard))
        return names


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


def by_name(
    store: Store,
    names: Names,
    reading: Reading,
    places: AbstractSet[str],
    *,
    limit: int | None = None,
) -> list[Hit]:
    """Return what is found by a name that fits the terms of a reading, best first.

    With a limit, no more than are needed to tell which are the first so many.
    """
    if places.isdisjoint(NAMED):
        return []
    terms = sought(reading)
    typed = " ".join(term.text for term in terms)
    best: dict[Ref, NameFound] = {}
    kinds = [kind for kind, place in PLACE_OF.items() if place in places]
    # What is like it by spelling must be so by itself; other shapes say what fits.
    is_fuzzy = any(term.shape is Shape.FUZZY for term in terms)
    like = names.like(typed, kinds, lowest=LOWEST if is_fuzzy else 0.0)
    for name in _fitting(like, terms, places):
        if name.points > (best[name.ref].points if name.ref in best else 0.0):
            best[name.ref] = name
    without = list(shunned(reading))
    refs = list(best) if without else _first(best, limit)
    kept = [
        (best[hit.ref], hit)
        for hit in rows_of(store, refs)
        if not any(meets(term, (hit.label, best[hit.ref].text)) for term in without)
    ]
    kept.sort(key=lambda pair: (*_by_fit(pair[0]), *_by_label(pair[1])))
    return [_hit(name, hit, typed) for name, hit in kept]


def _first(best: Mapping[Ref, NameFound], limit: int | None) -> list[Ref]:
    """Return the things with the best names; of equal ones all, for their labels decide."""
    if limit is None or len(best) <= limit:
        return list(best)
    last = sorted(map(_by_fit, best.values()))[limit - 1]
    return [ref for ref, name in best.items() if _by_fit(name) <= last]


def _by_fit(name: NameFound) -> tuple[float, int]:
    return -round(name.points, 1), -name.weight


def _fitting(
    names: Iterable[NameFound], terms: Sequence[Term], places: Collection[str]
) -> Iterable[NameFound]:
    shapes = {term.shape for term in terms}
    least = 0.0 if Shape.FUZZY in shapes else LOWEST if Shape.SOUND in shapes else _CERTAIN
    for name in names:
        if PLACE_OF[name.ref.kind] not in places:
            continue
        if not all(meets(term, (name.text,)) for term in terms):
            continue
        points = max(name.points, least)
        if points >= LOWEST:
            is_heard = name.is_heard or Shape.SOUND in shapes
            yield replace(name, points=points, is_heard=is_heard)


def _by_label(hit: Hit) -> tuple[str, Ref]:
    return hit.label, hit.ref


def _hit(name: NameFound, hit: Hit, typed: str) -> Hit:
    folded = fold(typed)
    detail, why = hit.detail, _why(name, hit.label, folded)
    if fold(name.text) not in fold(hit.label):
        detail = f"{name.text} · {detail}" if detail else name.text
        why = why if name.text in why else f"{why}, as {name.text}"
    return scored(hit, name.points, detail=detail, why=why)


def _why(name: NameFound, label: str, folded: str) -> str:
    key = fold(name.text)
    if name.weight == CALLED:
        return f"also called {name.text}"
    if name.weight == READ or name.reading:
        return f"read as {name.reading or name.text}"
    if key == folded:
        return "the name" if key == fold(label) else "a name of it"
    if name.points >= EXACT - 1:
        return "the name in Latin letters"
    if name.points > BEGINS - 10 and key.startswith(folded):
        return "begins so"
    words = key.split()
    if all(any(word.startswith(one) for word in words) for one in folded.split()):
        return "has the words"
    if folded in key:
        return "has the letters"
    return "sounds like it" if name.is_heard else "is like it"

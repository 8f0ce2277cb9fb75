"""What several things that one line names have together: events, facts and sources.

Where no single name fits all words of a line, its words may name several things, such
as a person and a place. The words are divided, each part is looked up as a name, and
what all the things are linked to is what is meant.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from casefile.core.folding import fold
from casefile.deeds.searchlookups import NameFound, Names
from casefile.deeds.searchrows import rows_of, scored
from casefile.model.rows import Hit
from casefile.model.words import Kind, Ref
from casefile.search.line import Reading, Shape, shunned, sought
from casefile.search.ranking import LIKE_IT
from casefile.store.entities import entity_rows
from casefile.store.events import event_ids
from casefile.store.facts import fact_ids
from casefile.store.sources import source_ids
from casefile.store.store import Store

_NAMED, _NAMED_SHORTLY = LIKE_IT, 90.0
"""Points that a name needs to be what a part means; as typed, or by a few letters, it is begun."""

_AS_WELL = 4.0
"""Points by which other names may fit a part worse than the best one."""

_MOST_WORDS = 4
"""Words of a line that is divided: at most nine lookups of names."""

_MOST_MISSPELT = 2
"""Parts of a line that are tried as misspelt, those of fewest words first."""

_SHORTEST, _SHORT = 3, 5
"""Letters of the shortest part that names a thing, and of the shortest that may have a typo."""

_MOST_MEANT, _MOST_LINKED = 5, 200
"""Things that a part may mean, and links of each that are followed."""

_MOST_SHOWN = 10
"""Things of one kind that are shown."""

_TOGETHER, _MEANT = 79.0, 74.0
"""Points of what the things have together, and of the things themselves."""

_LINKS: dict[str, tuple[Kind, Callable[..., Iterable[int]]]] = {
    "events": (Kind.EVENT, event_ids),
    "facts": (Kind.FACT, fact_ids),
    "sources": (Kind.SOURCE, source_ids),
}
"""Where things are linked, the most telling first."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that name one thing."""

    letters: int
    points: float
    meant: tuple[Ref, ...]
    """Entities that they may mean, the likeliest first."""


def together(
    store: Store, names: Names, reading: Reading, places: Collection[str], found: Sequence[Hit]
) -> list[Hit]:
    """Return what the things have together that the words of a reading name, best first.

    Args:
        store: An open case.
        names: The names as this search asks them.
        reading: One way to read the line; only plain words are divided.
        places: Where to look.
        found: What fits by a name or by the words already. Nothing is added where a name fits well.

    Returns:
        Events, facts and sources that all the things are linked to, then the things.
    """
    words = _plain_words(reading)
    is_found = any(hit.score >= LIKE_IT for hit in found if hit.kind != "text")
    if is_found or not 1 < len(words) <= _MOST_WORDS:
        return []
    parts = _divided(names, words)
    if not parts:
        return []
    quoted = {hit.ref for hit in found if hit.kind == "text"}
    hits: list[Hit] = []
    said = " and ".join(_names_of(store, (part.meant[0] for part in parts)))
    for place, (kind, ids_of) in _LINKS.items():
        if place in places:
            shared = _shared(store, parts, ids_of)
            refs = [ref for ref in (Ref(kind, id) for id in shared) if ref not in quoted]
            rows = rows_of(store, refs[:_MOST_SHOWN])
            hits += [scored(row, _TOGETHER - len(hits) * 0.1, why=f"has {said}") for row in rows]
    if "entities" in places:
        meant = [ref for part in parts for ref in part.meant[:1]]
        hits += [scored(row, _MEANT, why="is named by some words") for row in rows_of(store, meant)]
    return hits


def _plain_words(reading: Reading) -> list[str]:
    """Return the words of a reading; none where a sign says how one of them is to be taken."""
    terms = sought(reading)
    if shunned(reading) or any(term.shape is not Shape.FUZZY for term in terms):
        return []
    return [word for term in terms for word in fold(term.text).split()]


def _names_of(store: Store, refs: Iterable[Ref]) -> list[str]:
    wanted = [ref.id for ref in refs]
    told = {row.ref.id: row.name for row in entity_rows(store, wanted)}
    return [told[id] for id in wanted if id in told]


def _shared(
    store: Store, parts: Sequence[_Part], ids_of: Callable[..., Iterable[int]]
) -> list[int]:
    """Return the ids that something of each part is linked to, in the order of the first."""
    first: list[int] = []
    common: set[int] = set()
    for at, part in enumerate(parts):
        linked = dict.fromkeys(
            id for ref in part.meant for id in ids_of(store, ref, limit=_MOST_LINKED)
        )
        first = first if at else list(linked)
        common = common & linked.keys() if at else set(linked)
        if not common:
            break
    return [id for id in first if id in common]


def _divided(names: Names, words: Sequence[str]) -> list[_Part]:
    """Return the division of the words into parts that fits names best; empty if none does.

    Of each division one part at most may be misspelt: looking for those takes longest.
    """

    @cache
    def part(start: int, end: int, *, as_typed: bool) -> _Part | None:
        return _meant(names, words[start:end], as_typed=as_typed)

    def most(start: int, end: int) -> _Part:
        """Return what a misspelt part may come to."""
        return _Part(len(" ".join(words[start:end])), _NAMED_SHORTLY, ())

    ways = []
    for ends in _divisions(len(words)):
        places = list(zip((0, *ends), ends, strict=False))
        unknown = (place for place in places if part(*place, as_typed=True) is None)
        misspelt = list(islice(unknown, 2))
        if len(misspelt) < 2:
            ways.append((places, misspelt))
    ways.sort(key=lambda way: sum(end - start for start, end in way[1]))
    best: list[_Part] = []
    tried: set[tuple[int, int]] = set()
    for places, misspelt in ways:
        hoped = [part(*place, as_typed=True) or most(*place) for place in places]
        if best and _fit(hoped) <= _fit(best):
            continue
        tried.update(misspelt)
        if len(tried) > _MOST_MISSPELT:
            break
        found = (part(*place, as_typed=place not in misspelt) for place in places)
        parts = list(filter(None, found))
        if len(parts) == len(places) and (not best or _fit(parts) > _fit(best)):
            best = parts
    return best if len({one.meant[0] for one in best}) == len(best) else []


def _divisions(words: int) -> Iterator[tuple[int, ...]]:
    """Yield where the parts end, for every division into two parts or more; the fewest first."""
    ways: list[tuple[int, ...]] = []
    for chosen in range(1, 1 << words - 1):
        ways.append((*(at for at in range(1, words) if chosen >> at - 1 & 1), words))
    yield from sorted(ways, key=len)


def _fit(parts: Sequence[_Part]) -> float:
    """Return how well the parts fit, by letters."""
    return sum(part.points * part.letters for part in parts) / sum(part.letters for part in parts)


def _meant(names: Names, words: Sequence[str], *, as_typed: bool) -> _Part | None:
    typed = " ".join(words)
    if len(typed) < _SHORTEST:
        return None
    least = _NAMED_SHORTLY if as_typed or len(typed) < _SHORT else _NAMED
    best: dict[Ref, NameFound] = {}
    for name in names.like(typed, [Kind.ENTITY], lowest=least, enough=_MOST_MEANT):
        if name.points >= (best[name.ref].points if name.ref in best else least):
            best[name.ref] = name
    fits = sorted(best.values(), key=lambda name: (-name.points, -name.weight, name.ref.id))
    fits = [name for name in fits if name.points >= fits[0].points - _AS_WELL]
    if not fits:
        return None
    return _Part(len(typed), fits[0].points, tuple(name.ref for name in fits[:_MOST_MEANT]))

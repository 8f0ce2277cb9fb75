"""The names that fit a reading of the query line: of sources, entities and events."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache

from casefile.core.folding import fold
from casefile.deeds.othernames import CALLED, READ
from casefile.deeds.searchlookups import NameFound, Names
from casefile.deeds.searchrows import NAMED, PLACE_OF, rows_of, scored
from casefile.model.rows import Hit
from casefile.model.words import Ref
from casefile.search.line import Reading, Shape, Term, shunned, sought
from casefile.search.linefit import meets
from casefile.search.ranking import BEGINS, EXACT, LOWEST
from casefile.store.store import Store

_CERTAIN = 70.0
"""Score at least of a name that has the letters asked for, however unlike the rest of it.

One that only has to sound so gets LOWEST at least.
"""


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
    without = list(shunned(reading))
    is_plain = not without and all(term.shape is Shape.FUZZY for term in terms)
    lowest, enough = LOWEST if is_fuzzy else 0.0, limit if is_plain else None
    like = names.like(typed, kinds, lowest=lowest, enough=enough)
    for name in _fitting(like, terms, places):
        if name.points > (best[name.ref].points if name.ref in best else 0.0):
            best[name.ref] = name
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
            is_so = points == name.points and is_heard == name.is_heard
            yield name if is_so else replace(name, points=points, is_heard=is_heard)


def _by_label(hit: Hit) -> tuple[str, Ref]:
    return hit.label, hit.ref


def _hit(name: NameFound, hit: Hit, typed: str) -> Hit:
    detail, why = hit.detail, _why(name, hit.label, _folded(typed))
    if _folded(name.text) not in _folded(hit.label):
        detail = f"{name.text} · {detail}" if detail else name.text
        why = why if name.text in why else f"{why}, as {name.text}"
    return scored(hit, name.points, detail=detail, why=why)


def _why(name: NameFound, label: str, folded: str) -> str:
    key = _folded(name.text)
    if name.weight == CALLED:
        return f"also called {name.text}"
    if name.weight == READ or name.reading:
        return f"read as {name.reading or name.text}"
    if key == folded:
        return "the name" if key == _folded(label) else "a name of it"
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


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    """Return a name folded: at the next key mostly the same are told."""
    return fold(text)

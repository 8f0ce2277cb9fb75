"""Search everything: names with typos forgiven, then texts and notes by their words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice, product

from casefile.core.folding import fold
from casefile.deeds.searchfilters import Sieve, places_wanted, remarks
from casefile.deeds.searchlookups import Names
from casefile.deeds.searchnames import by_name
from casefile.deeds.searchpace import Pace
from casefile.deeds.searchrows import PLACE_OF, PLACES, every, in_order, rows_of, scored
from casefile.deeds.searchtexts import Texts, is_bare, missing_words, rows_wanted, shown
from casefile.deeds.searchtogether import together
from casefile.model.rows import Hit
from casefile.model.words import Kind, Ref
from casefile.search.line import (
    MOST_READINGS,
    Filter,
    Query,
    Reading,
    narrowing,
    parse,
    shunned,
    sought,
)
from casefile.search.linefit import meets
from casefile.search.lineoffers import MOST, near, reworded
from casefile.store.fulltext import RANKED, last_source, matching, vocabulary
from casefile.store.store import Store

__all__ = ["LONGEST", "PLACES", "Answer", "answer", "refs_fitting", "search", "with_passages"]

LONGEST = 400
"""Characters of a query line that are read."""

_LISTED = 50.0
"""What a row scores at most that no word was looked for in."""

_BATCH = 4_000
"""Rows that are held against filters at once, at most."""

_MOST_LISTED = 20_000
"""Rows of one kind that filters alone are held against, first in the order of the lists."""

_ROW_US = 30
"""Microseconds that it takes to tell of a row."""

_LISTED_AT_A_KEY = 1_000
"""The same at a key: when the reader pauses there is time for more."""

_OFFERED_AT_ONCE = 1_000
"""Sources up to which other words are sought at a key: all words that begin so are compared."""

_MOST_TRIED = 20
"""Lines with other words that are tried before one is offered."""

_MOST_UNKNOWN = 8
"""Words of a line for which others are sought."""

_FILTERED = 2_000
"""Texts, facts or notes with the words that are held against filters and endings."""

_KIND_IN = {place: kind for kind, place in PLACE_OF.items()} | {"text": Kind.SOURCE}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query line finds, and what to say of it."""

    hits: tuple[Hit, ...]
    """Best first."""
    offered: tuple[str, ...] = ()
    """Lines with words that stand in the texts, where no text has those that were typed."""
    remarks: tuple[str, ...] = ()
    """What a reader should know of the line, a sentence each."""
    is_hurried: bool = False
    """Whether very many texts hold the words and the newest stand for the best."""


def search(store: Store, line: str, *, places: Collection[str] = (), limit: int = 50) -> list[Hit]:
    """Return what fits a query line, best first; any text is a query.

    Args:
        store: An open case.
        line: What was typed, see ``casefile.search.line``; the last word may be unfinished.
        places: Some of PLACES, or none for all but facts.
        limit: The most hits to return.
    """
    readings = parse(line[:LONGEST]).readings()
    return shown(store, _found(store, readings, places, limit, Pace()), readings)


def refs_fitting(store: Store, line: str, *, places: Collection[str], limit: int) -> list[Ref]:
    """Return what fits a query line as :func:`search` does, without what a result shows."""
    found = _found(store, parse(line[:LONGEST]).readings(), places, limit, Pace())
    return [hit.ref for hit in found]


def with_passages(store: Store, line: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits of a line, those in texts that came without their passage with it."""
    bare = [hit for hit in hits if is_bare(hit)]
    told = dict(zip(bare, shown(store, bare, parse(line[:LONGEST]).readings()), strict=True))
    return [told.get(hit, hit) for hit in hits]


def _found(
    store: Store,
    readings: Sequence[Reading],
    places: Collection[str],
    limit: int,
    pace: Pace,
) -> list[Hit]:
    names = Names(store, pace.work)
    best: dict[tuple[Ref, str], Hit] = {}
    for reading in readings:
        for hit in _fitting(store, names, reading, places, limit, pace):
            known = best.get((hit.ref, hit.kind))
            if known is None or hit.score > known.score:
                best[hit.ref, hit.kind] = hit
    # Stable: names before notes before texts where the scores are equal.
    return sorted(best.values(), key=lambda hit: -hit.score)[:limit]


def answer(
    store: Store,
    line: str,
    *,
    places: Collection[str] = (),
    limit: int = 50,
    thorough: bool = False,
    passages: int | None = None,
) -> Answer:
    """Return what fits a query line as :func:`search` does, and what to say of it.

    Args:
        store: An open case.
        line: As in :func:`search`, and so are places and limit.
        places: Where to look.
        limit: The most hits.
        thorough: Whether texts are ranked also where very many hold the words, in place of the
            newest: 1 us a text.
        passages: Of how many hits, the first, those in texts are told with the passage; later ones
            are told by their source, and :func:`with_passages` reads the rest. None: of all.
    """
    query = parse(line[:LONGEST])
    pace = Pace.far() if thorough else Pace.at_a_key()
    readings = query.readings()
    hits = _found(store, readings, places, limit, pace)
    hits = shown(store, hits, readings, passages=passages)
    filters = [atom for clause in query.clauses for atom in clause if isinstance(atom, Filter)]
    in_words = any(hit.kind == "text" or hit.ref.kind in (Kind.NOTE, Kind.FACT) for hit in hits)
    offered = [] if in_words else _offered(store, query, places, pace)
    said = remarks(store, filters)
    if query.has_more:
        said.append(f"Too many bars: only the first {MOST_READINGS} ways to read it count.")
    return Answer(tuple(hits), tuple(offered), tuple(said), pace.has_left_out())


def _fitting(
    store: Store,
    names: Names,
    reading: Reading,
    asked: Collection[str],
    limit: int,
    pace: Pace,
) -> list[Hit]:
    filters = list(narrowing(reading))
    sieve = Sieve(store, names, filters, pace)
    places = {one for one in places_wanted(filters, asked) if sieve.may_be(_KIND_IN[one])}
    if not sought(reading):
        return _listed(store, reading, sieve, places, limit, pace)
    hits = by_name(store, names, reading, places, limit=None if sieve else limit)
    # What is left out afterwards has to be looked up as well.
    has_end = any(term.ends for term in (*sought(reading), *shunned(reading)))
    hits += Texts(store, pace).holding(
        reading, places, limit=pace.most(RANKED, _FILTERED) if sieve or has_end else limit
    )
    hits += together(store, names, reading, places, hits)
    return sieve.keep(hits)


def _listed(
    store: Store,
    reading: Reading,
    sieve: Sieve,
    places: Collection[str],
    limit: int,
    pace: Pace,
) -> list[Hit]:
    """Return what fits where nothing is looked for by a word: each kind in its list's order."""
    found: list[Hit] = []
    for kind, place in PLACE_OF.items():
        if place not in places:
            continue
        kept: list[Hit] = []
        refs = _candidates(store, kind, sieve, pace)
        at, size = 0, 2 * limit
        # The first ones in any case; what was found before may have taken all the work.
        while at < len(refs) and len(kept) < limit and (at == 0 or pace.may_do_more()):
            batch = refs[at : at + size]
            pace.did(len(batch) * _ROW_US)
            at, size = at + size, min(2 * size, _BATCH)
            fits = sieve.keep_refs(batch)
            rows = rows_of(store, [ref for ref in batch if ref in fits])
            kept += sieve.keep_kinds(row for row in rows if not _is_shunned(row, reading))
        if len(kept) < limit:
            pace.stopped(at=len(refs), of=_LISTED_AT_A_KEY)
        found += [
            scored(hit, _LISTED - 0.1 * rank, why="fits") for rank, hit in enumerate(kept[:limit])
        ]
    return found


def _candidates(store: Store, kind: Kind, sieve: Sieve, pace: Pace) -> list[Ref]:
    """Return the rows of a kind that filters alone are held against, in the order of its list."""
    marked = sieve.marked(kind)
    if marked is None:
        most = pace.most(_LISTED_AT_A_KEY, _MOST_LISTED)
        return [Ref(kind, id) for id in every(store, kind, limit=most)]
    return [Ref(kind, id) for id in in_order(store, kind, marked)]


def _is_shunned(hit: Hit, reading: Reading) -> bool:
    return any(meets(term, (hit.label,)) for term in shunned(reading))


def _offered(store: Store, query: Query, asked: Collection[str], pace: Pace) -> list[str]:
    """Return lines that find a text or a note, with the unknown words replaced by near ones."""
    if asked and not {"text", "notes", "facts"} & set(asked):
        return []
    missing = dict.fromkeys(word for one in query.readings() for word in missing_words(one))
    if missing and not pace.looks_far and last_source(store) > _OFFERED_AT_ONCE:
        pace.is_hurried = True
        return []
    unknown = islice((word for word in missing if not _is_known(store, word)), _MOST_UNKNOWN)
    words = {word: _near(store, word) for word in unknown}
    if not any(words.values()):
        return []
    known = {word: others for word, others in words.items() if others}
    lines = (
        reworded(query, dict(zip(known, others, strict=True)))
        for others in islice(product(*known.values()), _MOST_TRIED)
    )
    return list(islice((line for line in lines if _is_anywhere(store, line)), MOST))


def _is_known(store: Store, word: str) -> bool:
    return bool(vocabulary(store, word))


def _near(store: Store, word: str) -> list[str]:
    """Return the words near one that begin as it does, or with its second letter.

    A wrong or missing first letter is rare; all words that there are would take long.
    """
    known = vocabulary(store, word[0]) + (vocabulary(store, word[1]) if word[0] != word[1] else [])
    return near(word, [(fold(term), count) for term, count in known])


def _is_anywhere(store: Store, line: str) -> bool:
    return any(
        matching(store, kind, rows_wanted(reading), limit=1).ids
        for reading in parse(line).readings()
        for kind in (Kind.SOURCE, Kind.NOTE)
    )

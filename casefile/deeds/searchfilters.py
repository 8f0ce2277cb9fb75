"""The filters of the query line over rows of every kind; see ``casefile.search.line``."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from casefile.core.folding import fold
from casefile.deeds import searchmanner
from casefile.deeds.searchlookups import Names
from casefile.deeds.searchpace import Pace
from casefile.deeds.searchreviews import OWN, is_short_list, said_so, told_of, values
from casefile.deeds.searchrows import NAMED, PLACES
from casefile.deeds.searchties import (
    FEW,
    Where,
    all_at_date,
    all_at_places,
    at_date,
    at_places,
    stated_in,
    told_in,
)
from casefile.errors import UnknownRef
from casefile.model.rows import Hit
from casefile.model.words import EntityKind, EventKind, Kind, Ref
from casefile.search.line import Filter, Key, first_day
from casefile.search.ranking import BEGINS, LOWEST, WORDS
from casefile.store.entities import entity_cluster, entity_rows
from casefile.store.events import event_cluster
from casefile.store.notes import get_notes
from casefile.store.store import Store

_ALIASES = {"article": "source", "organisation": "organization", "org": "organization"}

_WITHIN = {
    Kind.SOURCE: ("text",),
    Kind.ENTITY: tuple(kind.value for kind in EntityKind),
    Kind.EVENT: tuple(kind.value for kind in EventKind),
}
"""The kinds that a reader tells apart within one kind of row."""

_TIES = (Key.PLACE, Key.AFTER, Key.BEFORE)
"""What is fitted by the events of a thing."""

_LABELS = 2_000
"""Titles of sources, at a key, that are folded to hold a filter against them: 5 us each."""

_KINDS = (
    *(kind.value for kind in Kind if kind not in (Kind.CONFLICT, Kind.SEARCH)),
    *(kind for kinds in _WITHIN.values() for kind in kinds),
)


def places_wanted(filters: Sequence[Filter], asked: Iterable[str]) -> set[str]:
    """Return where to look: what was asked for, less what the filters leave out.

    Facts are looked at where they are asked for: most texts that hold the words would
    come a second time with them.
    """
    wanted = set(asked)
    within = [one for one in filters if one.key is Key.IN]
    if not wanted:
        wanted = set(PLACES)
        if not within and not _asks_for_facts(filters):
            wanted.discard("facts")
    for one in within:
        named = _places_named(one.value)
        wanted = wanted - named if one.negated else wanted & named
    return wanted


def remarks(store: Store, filters: Iterable[Filter]) -> list[str]:
    """Return what a reader should know of the filters, a sentence each."""
    said = []
    for one in filters:
        if one.key in OWN:
            said += told_of(store, one)
        elif one.key is Key.IS and not searchmanner.put(one):
            said.append(f"is: takes {', '.join(searchmanner.WORDS)}; {one.value!r} begins none.")
        elif one.key is Key.IN and not _places_named(one.value):
            said.append(f"in: takes names, {', '.join(PLACES)}; {one.value!r} begins none.")
        elif one.key is Key.KIND and not _begun(one.value):
            said.append(f"No kind begins with {one.value!r}: {', '.join(dict.fromkeys(_KINDS))}.")
    return list(dict.fromkeys(said))


class Sieve:
    """The filters of one way to read a line; what they name is looked up once."""

    def __init__(
        self, store: Store, names: Names, filters: Iterable[Filter], pace: Pace | None = None
    ) -> None:
        self._store, self._pace = store, pace or Pace()
        self._by_kind = [one for one in filters if one.key is Key.KIND]
        self._by_ties = [one for one in filters if one.key not in (Key.KIND, Key.IN)]
        self._named = {one: self._called(one, names) for one in self._by_ties}
        self._is_void = any(not named for one, named in self._named.items() if _names(one))
        self._all = {one: self._all_tied(one) for one in self._by_ties if one.key in _TIES}
        self._is_empty = any(
            tied is not None and not any(tied.values()) and not one.negated
            for one, tied in self._all.items()
        )
        self._said = {one: said_so(store, one) for one in self._by_ties if one.key in OWN}

    def __bool__(self) -> bool:
        return bool(self._by_kind or self._by_ties)

    def may_be(self, kind: Kind) -> bool:
        """Tell whether rows of a kind may pass."""
        if self._is_void or (self._is_empty and kind is not Kind.NOTE):
            return False
        put = [one for one in self._by_ties if one.key is Key.IS and not one.negated]
        if any(kind not in searchmanner.kinds_put(one) for one in put):
            return False
        begun = [_begun(one.value) for one in self._by_kind if not one.negated]
        return all(kinds & {kind.value, *_WITHIN.get(kind, ())} for kinds in begun)

    def keep(self, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits that every filter lets through, in their order."""
        refs = self.keep_refs({hit.ref for hit in hits}) if self._by_ties else None
        return [hit for hit in self.keep_kinds(hits) if refs is None or hit.ref in refs]

    def keep_kinds(self, hits: Iterable[Hit]) -> list[Hit]:
        """Return the hits that the filters by kind let through, in their order."""
        begun = [(_begun(one.value), one.negated) for one in self._by_kind]
        return [
            hit
            for hit in hits
            if all(
                (hit.kind in kinds or hit.ref.kind.value in kinds) != negated
                for kinds, negated in begun
            )
        ]

    def marked(self, kind: Kind) -> set[int] | None:
        """Return what of a kind can pass, where that is a short list; else None."""
        found: set[int] | None = None
        for one in self._by_ties:
            if (refs := self._short_list(kind, one)) is not None:
                found = refs if found is None else found & refs
        return found

    def _short_list(self, kind: Kind, one: Filter) -> set[int] | None:
        """Return what of a kind a filter lets through: marked by the reader, or told in few."""
        if one.key in OWN:
            return self._said[one].only(kind)
        if one.negated:
            return None
        if one.key in _TIES:
            tied = self._all[one]
            return tied.get(kind) if tied else None
        if one.key is Key.IS:
            return searchmanner.all_put_so(self._store, kind, one)
        if one.key is Key.SOURCE and len(self._named[one]) <= FEW:
            return stated_in(self._store, kind, self._named[one])
        return None

    def keep_refs(self, refs: Iterable[Ref]) -> set[Ref]:
        """Return what passes all filters but those by kind, which need the rows."""
        kept = set(refs)
        for one in self._by_ties:
            if kept:
                kept = kept - self._fits(kept, one) if one.negated else self._fits(kept, one)
        return kept

    def _fits(self, refs: set[Ref], one: Filter) -> set[Ref]:
        if one.key in (Key.TAG, Key.SENSITIVE):
            return self._tied(refs, one)
        return refs & (self._notes_fitting(refs, one) | self._tied(refs, one))

    def _notes_fitting(self, refs: Iterable[Ref], one: Filter) -> set[Ref]:
        """Return the notes written then, or on what fits."""
        ids = sorted(ref.id for ref in refs if ref.kind is Kind.NOTE)
        notes = get_notes(self._store, ids) if ids else []
        if one.key is Key.AFTER:
            return {note.ref for note in notes if note.updated >= first_day(one.value)}
        if one.key is Key.BEFORE:
            return {note.ref for note in notes if note.updated < first_day(one.value)}
        targets = {note.target: _leading(self._store, note.target) for note in notes}
        fits = self._tied(filter(None, targets.values()), one)
        return {note.ref for note in notes if targets[note.target] in fits}

    def _tied(self, refs: Iterable[Ref], one: Filter) -> set[Ref]:
        """Return the sources, entities, events and facts that a filter fits."""
        if one.key in OWN:
            return {ref for ref in refs if self._said[one].holds(ref)}
        ids: dict[Kind, set[int]] = defaultdict(set)
        for ref in refs:
            ids[ref.kind].add(ref.id)
        if one.key is Key.SOURCE:
            found = told_in(self._store, ids, self._named[one])
        elif one.key is Key.IS:
            found = searchmanner.put_so(self._store, ids, one)
        elif one.key is Key.PLACE:
            there = self._all[one]
            if there is None:
                found = at_places(self._store, ids, self._named[one])
            else:
                found = {kind: some & there.get(kind, set()) for kind, some in ids.items()}
        else:
            found = at_date(self._store, ids, one)
        return {Ref(kind, id) for kind, fits in found.items() for id in fits}

    def _all_tied(self, one: Filter) -> Where | None:
        """Return all that a filter may let through, notes apart; None where that is much."""
        asked = (one.key, one.value)
        if asked not in self._pace.tied:
            is_place = one.key is Key.PLACE
            self._pace.tied[asked] = (
                all_at_places(self._store, self._named[one])
                if is_place
                else all_at_date(self._store, one)
            )
        return self._pace.tied[asked]

    def _called(self, one: Filter, names: Names) -> set[int]:
        if one.key not in (Key.SOURCE, Key.PLACE):
            return set()
        asked = (one.key, one.value)
        if asked not in self._pace.named:
            is_source = one.key is Key.SOURCE
            self._pace.named[asked] = (
                _sources_called(self._store, one.value, self._pace)
                if is_source
                else _places_called(self._store, names, one.value)
            )
        return self._pace.named[asked]


def _leading(store: Store, target: Ref) -> Ref | None:
    """Return under what a thing is shown; None where the case holds it no more."""
    try:
        if target.kind is Kind.ENTITY:
            return Ref(Kind.ENTITY, entity_cluster(store, target.id))
        if target.kind is Kind.EVENT:
            return Ref(Kind.EVENT, event_cluster(store, target.id))
    except UnknownRef:
        return None
    return target


def _names(one: Filter) -> bool:
    """Tell whether a filter lets through nothing where what it names is not in the case."""
    return one.key in (Key.SOURCE, Key.PLACE) and not one.negated


def _sources_called(store: Store, value: str, pace: Pace) -> set[int]:
    """Return the sources whose publisher, title or path has words that begin so, or by number."""
    found: set[int] = set()
    most = pace.most(_LABELS, None)
    for name in values(value):
        wanted = fold(name)
        pattern = "%" + "%".join(wanted.split()) + "%"
        publishers = (row["publisher"] for row in store.rows("source_publishers", pattern=pattern))
        if called := [one for one in publishers if f" {wanted}" in f" {fold(one)}"]:
            found.update(store.ids("sources_published_by", publishers=json.dumps(called)))
        rows = store.rows("sources_labelled", pattern=pattern, limit=-1 if most is None else most)
        pace.stopped(at=len(rows), of=most)
        for row in rows:
            if any(f" {wanted}" in f" {fold(row[label])}" for label in ("label", "path")):
                found.add(row["id"])
        with_number = wanted.isascii() and wanted.isdecimal()
        found |= {int(wanted)} if with_number and len(wanted) < 19 else set()
    return found


def _places_called(store: Store, names: Names, value: str) -> set[int]:
    """Return the places of that name, or whose name begins so; else those that are like it."""
    found = set()
    for name in values(value):
        like = [one for one in names.like(name, [Kind.ENTITY]) if one.points >= LOWEST]
        rows = entity_rows(store, {one.ref.id for one in like})
        places = {row.ref for row in rows if row.kind is EntityKind.PLACE}
        like = [one for one in like if one.ref in places]
        least = min(max((one.points for one in like), default=0.0), WORDS - 10, BEGINS - 10)
        found |= {one.ref.id for one in like if one.points >= least}
    return found


def _asks_for_facts(filters: Iterable[Filter]) -> bool:
    return any(
        is_short_list(one)
        or (one.key is Key.IS and searchmanner.asks_for_facts(one))
        or (one.key is Key.KIND and "fact" in _begun(one.value))
        for one in filters
        if not one.negated
    )


def _places_named(value: str) -> set[str]:
    names = {name: {name} for name in PLACES} | {"names": set(NAMED)}
    return {
        place
        for one in values(value)
        for name, places in names.items()
        if name.startswith(one.lower())
        for place in places
    }


def _begun(value: str) -> set[str]:
    """Return the kinds that begin with one of the values of a filter."""
    wanted = tuple(_ALIASES.get(one.lower(), one.lower()) for one in values(value))
    return {kind for kind in _KINDS if kind.startswith(wanted)}

"""The filters of the query line over rows of every kind; see ``casefile.search.line``."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from casefile.deeds import searchmanner
from casefile.deeds.searchcalled import places_called, sources_called
from casefile.deeds.searchlookups import Names
from casefile.deeds.searchpace import Pace
from casefile.deeds.searchreviews import OWN, is_short_list, said_so, told_of, values
from casefile.deeds.searchrows import NAMED, PLACES
from casefile.deeds.searchties import (
    FEW,
    FEW_AT_A_KEY,
    Fitting,
    Where,
    all_at_date,
    all_at_places,
    at_date,
    at_places,
    packed,
    stated_in,
    told_in,
)
from casefile.errors import UnknownRef
from casefile.model.rows import Hit
from casefile.model.words import EntityKind, EventKind, Kind, Ref
from casefile.search.line import Filter, Key, first_day
from casefile.store.entities import entity_cluster
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
        self._few = FEW if self._pace.looks_far else FEW_AT_A_KEY
        self._by_kind = [one for one in filters if one.key is Key.KIND]
        self._by_ties = [one for one in filters if one.key not in (Key.KIND, Key.IN)]
        self._named = {one: self._called(one, names) for one in self._by_ties}
        self._is_void = any(not named for one, named in self._named.items() if _names(one))
        self._packed: dict[Filter, str] = {}
        self._all = {one: self._all_tied(one) for one in self._by_ties if one.key in _TIES}
        self._is_empty = any(
            tied is not None and not any(tied.values()) and not one.negated
            for one, tied in self._all.items()
        )
        self._untold: set[Ref] = set()
        """What no filter may be told of: not let through, whether or not one is negated."""
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
            return searchmanner.all_put_so(
                self._store, kind, one, few=self._few, work=self._pace.work
            )
        if one.key is Key.SOURCE and len(self._named[one]) <= self._few:
            return stated_in(self._store, kind, self._named[one])
        return None

    def keep_refs(self, refs: Iterable[Ref]) -> set[Ref]:
        """Return what passes all filters but those by kind, which need the rows."""
        kept = set(refs)
        for one in self._by_ties:
            if kept:
                kept = kept - self._fits(kept, one) if one.negated else self._fits(kept, one)
        return kept - self._untold

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
            if one not in self._packed:
                self._packed[one] = packed(self._named[one])
            sources, work = self._named[one], self._pace.work
            found = self._told(told_in(self._store, ids, sources, self._packed[one], work))
        elif one.key is Key.IS:
            found = searchmanner.put_so(self._store, ids, one)
        elif one.key is Key.PLACE:
            there = self._all[one]
            if there is None:
                found = at_places(self._store, ids, self._named[one])
            else:
                found = {kind: some & there.get(kind, set()) for kind, some in ids.items()}
        else:
            found = self._told(at_date(self._store, ids, one, self._pace.work))
        return {Ref(kind, id) for kind, fits in found.items() for id in fits}

    def _told(self, fitting: Fitting) -> Where:
        self._untold.update(Ref(Kind.ENTITY, id) for id in fitting.untold)
        return fitting.found

    def _all_tied(self, one: Filter) -> Where | None:
        """Return all that a filter may let through, notes apart; None where that is much."""
        asked = (one.key, one.value)
        if asked not in self._pace.tied:
            is_place = one.key is Key.PLACE
            self._pace.tied[asked] = (
                all_at_places(self._store, self._named[one])
                if is_place
                else all_at_date(self._store, one, few=self._few, work=self._pace.work)
            )
        return self._pace.tied[asked]

    def _called(self, one: Filter, names: Names) -> set[int]:
        if one.key not in (Key.SOURCE, Key.PLACE):
            return set()
        asked = (one.key, one.value)
        if asked not in self._pace.named:
            is_source = one.key is Key.SOURCE
            self._pace.named[asked] = (
                sources_called(self._store, one.value, self._pace)
                if is_source
                else places_called(self._store, names, one.value)
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

"""What is tied to sources, places and days: by what a source tells, by the events of a thing."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casefile.core.work import Work
from casefile.model.words import Kind
from casefile.search.line import Filter, Key, first_day
from casefile.store.store import Store

Where = Mapping[Kind, set[int]]
"""Ids of rows by their kind."""

FEW, FEW_AT_A_KEY = 2_000, 200
"""Sources or events up to which all that is tied to them is listed, in place of asking of each
thing whether it is: the best known things are tied to very many."""


_STEP_US, STEP_IN_ORDER_US = 1.0, 0.1
"""What a step takes of looking at rows that lie anywhere, and at those beside each other."""

_NONE: set[int] = set()


@dataclass(frozen=True, slots=True)
class Fitting:
    """What of some things fits, and of which entities there was no work left to tell."""

    found: Where
    untold: set[int]


def told_in(
    store: Store, ids: Where, sources: set[int], all_sources: str, work: Work | None = None
) -> Fitting:
    """Return what is told in the sources, which are given packed, too: there may be very many."""
    facts = store.rows("fact_ties", ids=packed(ids.get(Kind.FACT, ())))
    entities, events = ids.get(Kind.ENTITY, _NONE), ids.get(Kind.EVENT, _NONE)
    found: dict[Kind, set[int]] = {
        Kind.SOURCE: ids.get(Kind.SOURCE, _NONE) & sources,
        Kind.FACT: {row["id"] for row in facts if row["source_id"] in sources},
    }
    if events:
        found[Kind.EVENT] = {
            *store.ids("events_in_sources", ids=packed(events), sources=all_sources)
        }
    if len(sources) > FEW_AT_A_KEY:
        name = "entities_in_many_sources"
        found[Kind.ENTITY], untold = _asked(store, work, name, entities, sources=all_sources)
        return Fitting(found, untold)
    if entities:
        name = "entities_in_sources"
        found[Kind.ENTITY] = {*store.ids(name, ids=packed(entities), sources=all_sources)}
    return Fitting(found, set())


def _asked(
    store: Store, work: Work | None, name: str, ids: set[int], **values: Any
) -> tuple[set[int], set[int]]:
    """Return of which entities a query tells that it is so, and of which it tells nothing."""
    if not ids:
        return set(), set()
    rows, is_all = store.within(work, name, step_us=_STEP_US, ids=packed(ids), **values)
    so = {id for id, is_so in rows if is_so}
    return so, set() if is_all else ids.difference(id for id, _ in rows)


def all_at_places(store: Store, places: set[int]) -> Where | None:
    """Return all that :func:`at_places` knows; None where more than FEW events were there."""
    if not places:
        return {}
    events = store.ids("events_at_places", places=packed(places), limit=FEW + 1)
    if len(events) > FEW:
        return None
    there = packed(events)
    return {
        Kind.EVENT: {*events},
        Kind.ENTITY: places.union(store.ids("entities_of_events", ids=there)),
        Kind.SOURCE: {*store.ids("sources_telling_events", ids=there)},
        Kind.FACT: {*store.ids("facts_of_events", ids=there)},
    }


def at_places(store: Store, ids: Where, places: set[int]) -> Where:
    """Return what happened in the places, who was there, and who tells of it."""
    tied = _Ties(store, ids)
    there = {id for id, mark in tied.events.items() if mark.place in places}
    found = tied.by_event(there)
    return {**found, Kind.ENTITY: found[Kind.ENTITY] | (ids.get(Kind.ENTITY, set()) & places)}


def at_date(store: Store, ids: Where, one: Filter, work: Work | None = None) -> Fitting:
    """Return what was, or was published, from a day on or before it."""
    day = first_day(one.value)
    tied = _Ties(store, {kind: ids.get(kind, set()) for kind in (Kind.EVENT, Kind.FACT)})
    bounds = _bounds(one)
    then = {id for id, mark in tied.events.items() if mark.isat_date(one.key, day)}
    of_facts = {row["source_id"] for row in tied.facts if not tied.is_dated(row["event_id"])}
    asked = packed(ids.get(Kind.SOURCE, set()) | of_facts)
    sources = set(store.ids("sources_published", ids=asked, **bounds))
    found = {kind: set(fits) for kind, fits in tied.by_event(then).items()}
    found[Kind.SOURCE] = ids.get(Kind.SOURCE, set()) & sources
    found[Kind.FACT] |= {
        row["id"]
        for row in tied.facts
        if not tied.is_dated(row["event_id"]) and row["source_id"] in sources
    }
    entities = ids.get(Kind.ENTITY, _NONE)
    so, untold = _asked(store, work, "entities_at_date", entities, **bounds)
    return Fitting({**found, Kind.ENTITY: so}, untold)


def all_at_date(
    store: Store, one: Filter, *, few: int = FEW, work: Work | None = None
) -> Where | None:
    """Return what may pass :func:`at_date`, and more; None where that is of more than a few."""
    day = first_day(one.value)
    events = store.ids(f"events_{one.key.value}", limit=few + 1, day=day)
    sources = store.ids(f"sources_{one.key.value}", limit=few + 1, day=day)
    if max(len(events), len(sources)) > few:
        return None
    then, told = packed(events), packed(sources)
    accounts, is_all = store.within(work, "entities_of_sources", step_us=STEP_IN_ORDER_US, ids=told)
    if not is_all:
        return None
    entities = {cluster for _, cluster in accounts}
    facts = {*store.ids("facts_of_sources", ids=told)}
    return {
        Kind.EVENT: {*events},
        Kind.ENTITY: entities.union(store.ids("entities_of_events", ids=then)),
        Kind.SOURCE: {*sources},
        Kind.FACT: facts.union(store.ids("facts_of_events", ids=then)),
    }


def stated_in(store: Store, kind: Kind, sources: set[int]) -> set[int] | None:
    """Return all of a kind that is told in the sources; None where that is no short list."""
    if kind is Kind.SOURCE:
        return sources
    if kind is Kind.FACT:
        return {*store.ids("facts_of_sources", ids=packed(sources))}
    if kind in (Kind.ENTITY, Kind.EVENT):
        name = "entities_of_sources" if kind is Kind.ENTITY else "events_of_sources"
        return {row["cluster_id"] for row in store.rows(name, ids=packed(sources))}
    return None


def _bounds(one: Filter) -> dict[str, str | None]:
    return {"after": None, "before": None, one.key.value: first_day(one.value)}


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where and when an event was."""

    place: int | None
    earliest: str | None
    latest: str | None

    def isat_date(self, key: Key, day: str) -> bool:
        """Tell whether it may have been from the day on, or before it."""
        if not (self.earliest or self.latest):
            return False
        if key is Key.AFTER:
            return self.latest is None or self.latest >= day
        return self.earliest is None or self.earliest < day


class _Ties:
    """The events that things are tied to."""

    def __init__(self, store: Store, ids: Where) -> None:
        self._mine = set(ids.get(Kind.EVENT, ()))
        self._pairs: dict[Kind, list[tuple[int, int]]] = {}
        for kind, name in ((Kind.SOURCE, "sources"), (Kind.ENTITY, "entities")):
            rows = store.rows(f"events_tied_to_{name}", ids=packed(ids.get(kind, ())))
            self._pairs[kind] = [(row["id"], row["event_id"]) for row in rows]
        self.facts = store.rows("fact_ties", ids=packed(ids.get(Kind.FACT, ())))
        self._pairs[Kind.FACT] = [(row["id"], row["event_id"]) for row in self.facts]
        events = self._mine.union(
            event for pairs in self._pairs.values() for _, event in pairs if event is not None
        )
        self.events = {
            row["id"]: _Mark(row["place_id"], row["earliest"], row["latest"])
            for row in store.rows("event_marks", ids=packed(events))
        }

    def by_event(self, events: set[int]) -> dict[Kind, set[int]]:
        """Return what is tied to one of the events."""
        found = {
            kind: {id for id, event in pairs if event in events}
            for kind, pairs in self._pairs.items()
        }
        return {**found, Kind.EVENT: self._mine & events}

    def is_dated(self, event: int | None) -> bool:
        """Tell whether a date of the event is known."""
        mark = self.events.get(event) if event is not None else None
        return mark is not None and bool(mark.earliest or mark.latest)


def packed(ids: Iterable[int]) -> str:
    """Return ids as a statement takes them."""
    return json.dumps(sorted(ids))

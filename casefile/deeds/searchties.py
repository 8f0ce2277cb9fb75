"""What is tied to sources, places and days: by what a source tells, by the events of a thing."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casefile.model.words import Kind
from casefile.search.line import Filter, Key, first_day
from casefile.store.store import Store

Where = Mapping[Kind, set[int]]
"""Ids of rows by their kind."""


def told_in(store: Store, ids: Where, sources: set[int]) -> Where:
    """Return what is told in the sources."""
    all_sources = packed(sources)
    facts = store.rows("fact_ties", ids=packed(ids.get(Kind.FACT, ())))
    return {
        Kind.SOURCE: ids.get(Kind.SOURCE, set()) & sources,
        **{
            kind: {row["id"] for row in store.rows(name, ids=packed(of), sources=all_sources)}
            for kind, name in (
                (Kind.ENTITY, "entities_in_sources"),
                (Kind.EVENT, "events_in_sources"),
            )
            if (of := ids.get(kind))
        },
        Kind.FACT: {row["id"] for row in facts if row["source_id"] in sources},
    }


def at_places(store: Store, ids: Where, places: set[int]) -> Where:
    """Return what happened in the places, who was there, and who tells of it."""
    tied = _Ties(store, ids)
    there = {id for id, mark in tied.events.items() if mark.place in places}
    found = tied.by_event(there)
    return {**found, Kind.ENTITY: found[Kind.ENTITY] | (ids.get(Kind.ENTITY, set()) & places)}


def at_date(store: Store, ids: Where, one: Filter) -> Where:
    """Return what was, or was published, from a day on or before it."""
    day = first_day(one.value)
    tied = _Ties(store, ids)
    bounds = {"after": None, "before": None, one.key.value: day}
    then = {id for id, mark in tied.events.items() if mark.isat_date(one.key, day)}
    of_facts = {row["source_id"] for row in tied.facts if not tied.is_dated(row["event_id"])}
    asked = None if ids.get(Kind.ENTITY) else packed(ids.get(Kind.SOURCE, set()) | of_facts)
    sources = {row["id"] for row in store.rows("sources_published", ids=asked, **bounds)}
    found = {kind: set(fits) for kind, fits in tied.by_event(then).items()}
    found[Kind.SOURCE] = ids.get(Kind.SOURCE, set()) & sources
    found[Kind.FACT] |= {
        row["id"]
        for row in tied.facts
        if not tied.is_dated(row["event_id"]) and row["source_id"] in sources
    }
    if entities := ids.get(Kind.ENTITY):
        rows = store.rows("entities_in_sources", ids=packed(entities), sources=packed(sources))
        found[Kind.ENTITY] |= {row["id"] for row in rows}
    return found


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

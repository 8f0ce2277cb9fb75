"""Things of a case as results of a search: what they are called, and what is told beside."""

import json
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from casefile.core.edtf import describe, shown
from casefile.core.safe import safe_line
from casefile.model.rows import Fact, Hit, Note
from casefile.model.words import Kind, Ref
from casefile.store.entities import entity_ids, entity_lines
from casefile.store.events import event_ids, event_rows
from casefile.store.facts import fact_ids, get_facts
from casefile.store.notes import get_notes, note_ids
from casefile.store.sources import source_ids, source_lines
from casefile.store.store import Store

PLACES = ("sources", "entities", "events", "facts", "notes", "text")
"""Where to look, as the reader names it."""

NAMED = frozenset({"sources", "entities", "events"})
"""Where things are found by their names; ``in:names`` stands for all three."""

PLACE_OF = {
    Kind.EVENT: "events",
    Kind.ENTITY: "entities",
    Kind.SOURCE: "sources",
    Kind.NOTE: "notes",
    Kind.FACT: "facts",
}
"""The place in which a kind of row is found; their order is that of equal rows."""


_IN_ORDER = {
    Kind.ENTITY: "some_entities_in_order",
    Kind.SOURCE: "some_sources_in_order",
    Kind.EVENT: "some_events_in_order",
}


def every(store: Store, kind: Kind, *, limit: int | None = None) -> "array[int]":
    """Return the first ids of one kind, or all, in the order in which a list shows them."""
    ids = {
        Kind.SOURCE: source_ids,
        Kind.ENTITY: entity_ids,
        Kind.EVENT: event_ids,
        Kind.FACT: fact_ids,
        Kind.NOTE: note_ids,
    }
    return ids[kind](store, limit=-1 if limit is None else limit)[:limit]


def in_order(store: Store, kind: Kind, some: Collection[int]) -> Iterable[int]:
    """Return some ids of a kind in the order in which a list shows them."""
    if not some:
        return ()
    if name := _IN_ORDER.get(kind):
        return store.ids(name, ids=json.dumps(sorted(some)))
    return (id for id in every(store, kind) if id in some)


def rows_of(store: Store, refs: Sequence[Ref]) -> list[Hit]:
    """Return things as hits without a score, in the order of the refs.

    What the case does not hold is left out.
    """
    by_kind: dict[Kind, list[int]] = {}
    for ref in refs:
        by_kind.setdefault(ref.kind, []).append(ref.id)
    told = {hit.ref: hit for kind, ids in by_kind.items() for hit in _of_kind(store, kind, ids)}
    return [told[ref] for ref in refs if ref in told]


def scored(hit: Hit, points: float, **changes: object) -> Hit:
    """Return a hit with its score, between 0 and 100, and what else is to change."""
    return replace(hit, score=min(100.0, max(0.0, round(points, 1))), **changes)  # type: ignore[arg-type]


def _of_kind(store: Store, kind: Kind, ids: list[int]) -> Iterable[Hit]:
    if kind is Kind.ENTITY:
        return _entities(store, ids)
    if kind is Kind.EVENT:
        return _events(store, ids)
    if kind is Kind.SOURCE:
        return _sources(store, ids)
    if kind is Kind.FACT:
        return map(_fact, get_facts(store, ids))
    return map(_note, get_notes(store, ids)) if kind is Kind.NOTE else ()


def _entities(store: Store, ids: list[int]) -> Iterable[Hit]:
    for id, kind, name, mentions, sources in entity_lines(store, ids):
        detail = _counted(mentions, "mention") + ", " + _counted(sources, "source")
        yield Hit(Ref(Kind.ENTITY, id), kind.value, name, detail, 0.0)


def _events(store: Store, ids: list[int]) -> Iterable[Hit]:
    for row in event_rows(store, ids):
        detail = ", ".join(filter(None, (describe(row.date) if row.date else "", row.place)))
        yield Hit(row.ref, row.kind.value, row.title, detail, 0.0)


def _sources(store: Store, ids: list[int]) -> Iterable[Hit]:
    for id, title, publisher, published in source_lines(store, ids):
        detail = ", ".join(filter(None, (publisher, published and shown(published))))
        yield Hit(Ref(Kind.SOURCE, id), "source", title, detail, 0.0)


def _fact(fact: Fact) -> Hit:
    speakers = ", ".join(speaker.name for speaker in fact.attribution)
    return Hit(fact.ref, "fact", safe_line(fact.statement), speakers, 0.0)


def _note(note: Note) -> Hit:
    return Hit(note.ref, "note", note.body.partition("\n")[0], f"on {note.target}", 0.0)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

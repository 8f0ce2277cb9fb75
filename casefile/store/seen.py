"""Up to where each reader has seen a case, and what is new beyond it.

A reader has one row in ``seen``: the last ids that there were when all was marked as seen. What
has a higher id is new, but for the few things of ``seen_thing`` that the reader looked at since.
So nothing is scanned that is not new, and to look at what is not new writes nothing.

To look is no decision: it changes nothing that anybody relies on, so it is in no log and no
export, is not undone, and may be lost where two programs write at once.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from casefile.model.words import Kind, Ref
from casefile.store.store import Row, Store

RECENT = 10_000
"""Accounts, the latest, among which another account or name of a known thing is looked for: the
news of a few hundred sources. Who was away for more sees them by their sources."""

NOBODY = ""
"""Who has looked at nothing."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The last ids that there were at a time."""

    at: str
    """UTC, ISO 8601; empty for when the case began to keep them."""
    source_id: int
    entity_id: int
    event_id: int
    fact_id: int
    conflict_id: int
    lapse_id: int


def last_ids(store: Store, *, at: str) -> Marks:
    """Return the marks of now; costs the same in a case of any size."""
    row = store.one("last_ids")
    assert row is not None
    return Marks(at, **dict(row))


def note_milestone(store: Store, *, now: str) -> None:
    """Write down how far the case has come, where that is further than the last time known."""
    reached, known = last_ids(store, at=now), milestone(store, at=now)
    if known is None or _ids(reached) != _ids(known):
        with store.write():
            store.run("put_milestone", at=now, **_ids(reached))


def milestone(store: Store, *, at: str) -> Marks | None:
    """Return how far the case had come at a time (UTC, ISO 8601), or a little before.

    None only in a case that was tampered with: the first is kept from its beginning.
    """
    row = store.one("milestone_before", at=at)
    return Marks(**dict(row)) if row else None


def seen(store: Store, reader: str) -> Marks | None:
    """Return up to where a reader has seen all; None for one who never looked."""
    row = store.one("seen", reader=reader)
    if row is None:
        return None
    return Marks(**{name: value for name, value in dict(row).items() if name != "reader"})


def set_seen(store: Store, reader: str, marks: Marks, things: Iterable[Row] = ()) -> bool:
    """Say up to where a reader has seen all, and what beyond; tell whether it was written."""
    values = {"reader": reader, "at": marks.at, **_ids(marks)}
    kept = [("put_seen_thing", dict(one)) for one in things]
    return store.jot(("put_seen", values), ("drop_seen_things", {"reader": reader}), *kept)


def seen_things(store: Store, reader: str) -> list[Row]:
    """Return the new things that a reader looked at, to be put back by :func:`set_seen`."""
    return store.rows("seen_things", reader=reader)


def look_at(store: Store, reader: str, ref: Ref) -> bool:
    """Say that a reader looked at something new; tell whether that was written."""
    last = last_ids(store, at="")
    # What comes to it later is new again: another account, another name, the loss of its support.
    upto = {Kind.ENTITY: last.entity_id, Kind.EVENT: last.event_id, Kind.FACT: last.lapse_id}
    row = {"reader": reader, "kind": ref.kind.value, "id": ref.id, "upto": upto.get(ref.kind, 0)}
    return store.jot(("put_seen_thing", row))


def unread(store: Store, reader: str, kind: Kind, ids: Iterable[int]) -> set[int]:
    """Return which of some things are new to a reader; none to one who never looked.

    Args:
        store: An open case.
        reader: By name.
        kind: Source, entity, event, fact or conflict.
        ids: Of entities and events the clusters.
    """
    marks = seen(store, reader)
    if marks is None:
        return set()
    packed = json.dumps(list(ids))
    values = {**_values(store, marks), "reader": reader, "ids": packed}
    return set(store.ids(f"unread_{kind.value}", **values))


def new_rows(store: Store, what: str, marks: Marks, reader: str, limit: int) -> list[Row]:
    """Return what is new since some marks, and not looked at by a reader, the latest first.

    Args:
        store: An open case.
        what: ``sources``, ``denials``, ``evidence``, ``conflicts``, ``lapses``, ``accounts`` or
            ``names``: the query ``new_...`` says what its rows are.
        marks: What came after them is new.
        reader: By name; NOBODY where it does not matter who has looked at it.
        limit: The most rows.
    """
    return store.rows(f"new_{what}", **_values(store, marks), reader=reader, limit=limit)


def note_lapses(store: Store, source: int) -> None:
    """Note which facts of a source have lost their support, or have it again; in ``write()``."""
    store.run("put_lapses", source_id=source)
    store.run("drop_lapses", source_id=source)


def _ids(marks: Marks) -> Mapping[str, int]:
    return {one.name: getattr(marks, one.name) for one in fields(marks) if one.name != "at"}


def _values(store: Store, marks: Marks) -> Mapping[str, int]:
    last = last_ids(store, at="")
    recent = {"entity_from": last.entity_id - RECENT, "event_from": last.event_id - RECENT}
    return {**_ids(marks), **recent}

"""Tell what is new in a case since a reader last looked, and let it count as seen.

To look is no decision: nothing of it is in the log or in an export, nothing takes it back, and
a case that cannot be written opens as ever. See ``casefile.store.seen`` for how it is known.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from casefile.core.since import since
from casefile.errors import CasefileError
from casefile.model.rows import Fact, Link, LinkGroup
from casefile.model.words import Kind, Ref
from casefile.store.entities import entity_rows
from casefile.store.events import event_rows
from casefile.store.facts import get_facts
from casefile.store.seen import (
    NOBODY,
    Marks,
    last_ids,
    look_at,
    milestone,
    new_rows,
    seen,
    seen_things,
    set_seen,
    unread,
)
from casefile.store.sources import source_rows
from casefile.store.store import Row, Store

MOST = 200
"""Rows that a group tells of, the latest."""

COUNTED = 1_000
"""Rows of a group that are counted: what is more than that is told as so many."""


class BadSince(CasefileError):
    """Words that mean no time."""


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a time."""

    since: str
    """UTC, ISO 8601; empty for a reader who never looked."""
    groups: tuple[LinkGroup, ...] = ()
    """By what happened, none empty; ``total`` is at most COUNTED."""


def news(store: Store, reader: str, words: str = "", *, now: datetime) -> News:
    """Return what is new: since some words, else to this reader.

    Args:
        store: An open case.
        reader: By name.
        words: As in :func:`casefile.core.since.since`; then what the reader has looked at since
            is told, too. Empty for what the reader has not seen.
        now: With the reader's zone.

    Raises:
        BadSince: The words mean no time.
    """
    if not words.strip():
        marks = seen(store, reader)
        return News(marks.at, _groups(store, marks, reader)) if marks else News("")
    begun = since(words, now)
    if begun is None:
        raise BadSince(
            f"{words!r} is no time: write yesterday, 2d, 1w, or a date such as 2026-11-21."
        )
    at = begun.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    marks = milestone(store, at=at) or last_ids(store, at=at)
    return News(at, _groups(store, marks, NOBODY))


def count(store: Store, reader: str) -> int:
    """Return how much is new to a reader, of each group at most COUNTED."""
    marks = seen(store, reader)
    if marks is None:
        return 0
    return sum(len(new_rows(store, what, marks, reader, COUNTED)) for what, _, _ in _GROUPS)


def begin(store: Store, reader: str, *, now: str) -> None:
    """Let all that there is count as seen by a reader who never looked before.

    What is new is new since then: in a case that one opens for the first time all is.
    """
    if seen(store, reader) is None:
        set_seen(store, reader, last_ids(store, at=now))


def look(store: Store, reader: str, ref: Ref) -> bool:
    """Let one thing count as seen, if it was new; tell whether it was, and is no more."""
    if ref.kind in (Kind.NOTE, Kind.SEARCH) or not unread(store, reader, ref.kind, [ref.id]):
        return False
    return look_at(store, reader, ref)


Before = tuple[Marks, list[Row]]
"""What had been seen before all was marked as seen."""


def see_all(store: Store, reader: str, *, now: str) -> Before | None:
    """Let all count as seen; return what had been before, None where it cannot be written."""
    before = (seen(store, reader) or last_ids(store, at=now), seen_things(store, reader))
    return before if set_seen(store, reader, last_ids(store, at=now)) else None


def see_again(store: Store, reader: str, before: Before) -> bool:
    """Let that count as seen which :func:`see_all` returned; tell whether it was written."""
    marks, things = before
    return set_seen(store, reader, marks, things)


def _groups(store: Store, marks: Marks, reader: str) -> tuple[LinkGroup, ...]:
    found = []
    for what, title, told in _GROUPS:
        rows = new_rows(store, what, marks, reader, COUNTED)
        if rows:
            found.append(LinkGroup(title, tuple(told(store, rows[:MOST])), len(rows)))
    return tuple(found)


def _sources(store: Store, rows: Sequence[Row]) -> Iterable[Link]:
    for one in source_rows(store, _ids(rows)):
        yield Link(one.ref, one.title, ", ".join(filter(None, (one.publisher, one.published))))


def _denials(store: Store, rows: Sequence[Row]) -> Iterable[Link]:
    return (_fact(one, _speakers(one)) for one in get_facts(store, _ids(rows)))


def _evidence(store: Store, rows: Sequence[Row]) -> Iterable[Link]:
    confirmed = {row["id"]: row["of_id"] for row in rows}
    for one in get_facts(store, confirmed):
        yield _fact(one, f"beside {Ref(Kind.FACT, confirmed[one.ref.id])}")


def _lapses(store: Store, rows: Sequence[Row]) -> Iterable[Link]:
    return (_fact(one, "no longer found") for one in get_facts(store, _ids(rows)))


def _fact(one: Fact, detail: str) -> Link:
    return Link(one.ref, one.statement, detail)


def _speakers(one: Fact) -> str:
    return ", ".join(speaker.name for speaker in one.attribution)


def _conflicts(store: Store, rows: Sequence[Row]) -> Iterable[Link]:
    about = {
        kind: {row["about_id"] for row in rows if row["about_kind"] == kind.value}
        for kind in (Kind.ENTITY, Kind.EVENT)
    }
    names = {one.ref: one.name for one in entity_rows(store, about[Kind.ENTITY])}
    names |= {one.ref: one.title for one in event_rows(store, about[Kind.EVENT])}
    for row in rows:
        thing = Ref(Kind(row["about_kind"]), row["about_id"])
        yield Link(Ref(Kind.CONFLICT, row["id"]), names.get(thing, str(thing)), row["field"])


def _accounts(store: Store, rows: Sequence[Row]) -> Iterable[Link]:
    more = {row["id"]: row["sources"] for row in rows}
    for one in event_rows(store, more):
        told = more[one.ref.id]
        yield Link(one.ref, one.title, f"{told} more source" + ("" if told == 1 else "s"))


def _names(store: Store, rows: Sequence[Row]) -> Iterable[Link]:
    names = {row["id"]: json.loads(row["names"]) for row in rows}
    for one in entity_rows(store, names):
        yield Link(one.ref, one.name, "also " + ", ".join(names[one.ref.id]))


def _ids(rows: Iterable[Row]) -> list[int]:
    return [row["id"] for row in rows]


_GROUPS: tuple[tuple[str, str, Callable[[Store, Sequence[Row]], Iterable[Link]]], ...] = (
    ("sources", "New sources", _sources),
    ("denials", "Denied", _denials),
    ("conflicts", "Sources now differ", _conflicts),
    ("evidence", "Told beside what you confirmed", _evidence),
    ("accounts", "Told again", _accounts),
    ("names", "Another name", _names),
    ("lapses", "Lost its support", _lapses),
)
"""What can be new: the query, the title, and how its rows are told."""

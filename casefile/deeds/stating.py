"""Put right who took part in an event, and who says what of whom in a fact."""

import json
from collections.abc import Mapping
from typing import Any

from casefile.core.folding import fold
from casefile.deeds.meaning import LONGEST_LIST, listed, meant, meant_event, name_of
from casefile.errors import CasefileError, UnknownRef
from casefile.model.rows import Fact
from casefile.model.words import Kind, Ref
from casefile.store.entities import entity_cluster
from casefile.store.events import get_event
from casefile.store.facts import get_fact
from casefile.store.passages import passages
from casefile.store.store import Store

PARTICIPANT = "participant"
"""The role of somebody who took part, where nothing else is said."""

LONGEST_ROLE = 100
"""Code points of a role: a word or two."""

LONGEST_NAME = 1_000
"""Code points of one name in a list, as of any field."""

EVENT_FIELDS = ("participants", "participant", "no-participant")
"""All who took part; some more of them, or in another role; some who did not."""

FACT_FIELDS = ("statement", "said-by", "about", "event", "hedge", "polarity")
"""What can be put right of a fact."""

HandRow = dict[str, Any]
Rows = tuple[list[HandRow], list[HandRow]]
"""The rows that go, and those that come."""


class BadStatement(CasefileError):
    """What cannot be said of an event or a fact."""


def shown_participants(store: Store, event: int) -> str:
    """Return who took part as it is typed: names with their roles."""
    return "; ".join(
        one.name if one.role == PARTICIPANT else f"{one.name}={one.role}"
        for one in get_event(store, event).participants
    )


def shown_fact(store: Store, id: int, field: str) -> str:
    """Return what a field of a fact says now, as it is typed."""
    fact = get_fact(store, id)
    told = {
        "statement": fact.statement,
        "said-by": "; ".join(one.name for one in fact.attribution),
        "about": "; ".join(name_of(store, one.id) for one in fact.about),
        "event": str(fact.event or ""),
        "hedge": fact.hedge or "",
        "polarity": fact.polarity.value,
    }
    return told[field]


def participants(store: Store, event: int, field: str, words: str, now: str) -> Rows:
    """Return the rows that go and those that come where a reader says who took part.

    Args:
        store: An open case.
        event: A cluster.
        field: One of :data:`EVENT_FIELDS`.
        words: Names with semicolons between, each with ``=role`` behind it where it has one.
        now: UTC, ISO 8601.

    Raises:
        UnknownRef: Nothing is called so, or did not take part.
        BadStatement: Too many, or a role that is none.
    """
    has = {one.ref.id: one.role for one in get_event(store, event).participants}
    said = _parts(store, event, words)
    if field == "no-participant":
        if absent := [name for id, (name, _) in said.items() if id not in has]:
            raise UnknownRef(f"{absent[0]} did not take part in event:{event}.")
        wanted = {id: role for id, role in has.items() if id not in said}
    else:
        wanted = {} if field == "participants" else dict(has)
        wanted |= {id: role or has.get(id, PARTICIPANT) for id, (_, role) in said.items()}
    changed = [id for id in [*has, *wanted] if has.get(id) != wanted.get(id)]
    stated = [row for row in store.rows("stated_participants") if row["event"] == event]
    names = ("event_id", "entity_id", "role", "made_at")
    gone = [
        {"table": "stated_participant", **{name: row[name] for name in names}}
        for row in stated
        if row["entity"] in changed
    ]
    put = [
        {
            "table": "stated_participant",
            "event_id": event,
            "entity_id": id,
            "role": wanted.get(id, ""),
            "made_at": now,
        }
        for id in dict.fromkeys(changed)
    ]
    return gone, put


def _parts(store: Store, event: int, words: str) -> dict[int, tuple[str, str]]:
    """Return by cluster the name and the role of all that are listed."""
    known = {fold(one.name): one.ref.id for one in get_event(store, event).participants}
    [source, *_] = [one.source.id for one in passages(store, Ref(Kind.EVENT, event))] or [0]
    said: dict[int, tuple[str, str]] = {}
    for one in names_in(words):
        name, _, role = (part.strip() for part in one.partition("="))
        if len(role) > LONGEST_ROLE:
            raise BadStatement(f"A role has at most {LONGEST_ROLE} characters: shorten it.")
        id = known.get(fold(name)) or entity_cluster(store, meant(store, name, source=source))
        said[id] = (name, role)
    return said


def of_fact(store: Store, id: int, field: str, words: str, now: str) -> Rows:
    """Return the rows that go and those that come where a field of a fact gets a value.

    Raises:
        UnknownRef: It names an entity or event that is not there.
        BadStatement: Too many names.
    """
    column = "attribution" if field == "said-by" else field
    rows = [row for row in store.rows("stated_of_fact", id=id) if row["field"] == column]
    gone = [{"table": "stated_fact", **dict(row)} for row in rows]
    if field in ("statement", "polarity") and not words:
        return gone, []
    value, things = _value(store, get_fact(store, id), field, words)
    if rows and (rows[0]["value"], rows[0]["things"]) == (json.dumps(value), json.dumps(things)):
        return [], []
    told = {"value": json.dumps(value, ensure_ascii=False), "things": json.dumps(things)}
    return gone, [{"table": "stated_fact", "fact_id": id, "field": column, **told, "made_at": now}]


def _value(store: Store, fact: Fact, field: str, words: str) -> tuple[Any, list[list[Any]]]:
    if field == "event":
        return (0, [["event", meant_event(store, words)]]) if words else (None, [])
    if field == "about":
        known = {fold(name_of(store, one.id)): one.id for one in fact.about}
        ids = [
            known.get(fold(name)) or meant(store, name, source=fact.source.id)
            for name in names_in(words)
        ]
        return list(range(len(ids))), [["entity", id] for id in ids]
    if field == "said-by":
        verbs = {fold(one.name): one.verb for one in fact.attribution}
        return chain(store, words, source=fact.source.id, verbs=verbs)
    return (words or None) if field == "hedge" else words, []


def chain(
    store: Store, words: str, *, source: int, verbs: Mapping[str, str | None]
) -> tuple[list[list[Any]], list[list[Any]]]:
    """Return who says so, outermost first, and the entities that they are.

    Whom no entity is called by stays as worded: "a Japanese source".
    """
    said: list[list[Any]] = []
    things: list[list[Any]] = []
    for name in names_in(words):
        at: int | None = None
        try:
            things.append(["entity", meant(store, name, source=source)])
            at = len(things) - 1
        except CasefileError:
            if name.startswith("entity:"):
                raise
        shown = name_of(store, things[-1][1]) if name.startswith("entity:") else name
        said.append([shown, at, verbs.get(fold(shown))])
    return said, things


def names_in(words: str) -> list[str]:
    """Return the names of a list as it is typed, with semicolons between.

    Raises:
        BadStatement: Too many, or one that is no name for its length.
    """
    names = listed(words)
    if len(names) > LONGEST_LIST:
        raise BadStatement(f"A list has at most {LONGEST_LIST} names.")
    if any(len(name) > LONGEST_NAME for name in names):
        raise BadStatement(f"A name has at most {LONGEST_NAME:,} characters: shorten it.")
    return names

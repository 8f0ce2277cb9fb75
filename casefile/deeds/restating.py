"""Put right what an entity, event or fact is: the reader's word stands over what is read."""

from collections.abc import Callable, Mapping
from typing import Any

from casefile.core.edtf import describe
from casefile.core.folding import fold
from casefile.deeds.correcting import LONGEST, Corrected, TooLong
from casefile.deeds.following import follow
from casefile.deeds.refreshing import settle
from casefile.deeds.stating import (
    EVENT_FIELDS,
    FACT_FIELDS,
    of_fact,
    participants,
    shown_fact,
    shown_participants,
)
from casefile.deeds.understanding import understood
from casefile.errors import CasefileError, UnknownRef
from casefile.model.words import EntityKind, EventKind, Kind, Modality, Polarity, Ref
from casefile.store import log
from casefile.store.corrections import Corrections, corrections
from casefile.store.entities import entity_cluster, entity_rows, get_entity
from casefile.store.events import event_cluster, get_event
from casefile.store.facts import get_fact
from casefile.store.hand import swap
from casefile.store.store import Store

FIELDS = {
    Kind.ENTITY: ("name", "kind", "alias", "no-alias"),
    Kind.EVENT: ("title", "kind", "date", "place", "modality", *EVENT_FIELDS),
    Kind.FACT: FACT_FIELDS,
}
"""What can be put right of each; an alias is added, or one that was added is taken away."""

_CHOICES: Mapping[tuple[Kind, str], tuple[str, ...]] = {
    (Kind.ENTITY, "kind"): tuple(EntityKind),
    (Kind.EVENT, "kind"): tuple(EventKind),
    (Kind.EVENT, "modality"): tuple(Modality),
    (Kind.FACT, "polarity"): tuple(Polarity),
}

HandRow = dict[str, Any]


class BadCorrection(CasefileError):
    """A thing has no such field, or the field no such value."""


def restate(store: Store, ref: Ref, stated: Mapping[str, str], *, by: str, now: str) -> Corrected:
    """State fields of an entity, an event or a fact; what is read of them is kept below.

    Args:
        store: Open for writing.
        ref: The entity, event or fact.
        stated: By field of :data:`FIELDS` its value. An empty date or place says that it is
            not known, an empty list that there are none; any other empty field that it is
            as the sources have it.
        by: Who says so.
        now: UTC, ISO 8601.

    Raises:
        UnknownRef: There is no such thing, place or name.
        BadDate: The date is none; nothing is changed.
        BadCorrection: There is no such field, or it takes no such value; nothing is changed.
        TooLong: A value is beyond all measure; nothing is changed.
    """
    if ref.kind not in FIELDS:
        raise BadCorrection(f"{ref} cannot be corrected so: only what is read from texts can.")
    with store.write():
        thing = _leading(store, ref)
        right = {} if thing.kind is Kind.FACT else corrections(store, thing.kind, [thing.id])
        said = right.get(thing.id, Corrections(()))
        for field, words in stated.items():
            _check(thing, field, " ".join(words.split()))
        before = {field: shown(store, thing, field) for field in stated}
        gone: list[HandRow] = []
        put: list[HandRow] = []
        for field, words in stated.items():
            old, new = _change(store, thing, field, " ".join(words.split()), said, now)
            gone += old
            put += new
        if _same(gone, put):
            return Corrected(thing, {})
        swap(store, gone, put)
        log.record(store, f"{thing.kind} corrected", thing, before=gone, after=put, by=by, now=now)
        sources, remarks = follow(store, [*gone, *put])
        after = {field: shown(store, thing, field) for field in stated}
    remarks += settle(store, sources, now=now)
    changed = {field: (before[field], after[field]) for field in stated}
    return Corrected(thing, changed, tuple(remarks))


def shown(store: Store, ref: Ref, field: str) -> str | None:
    """Return what a field of an entity or event says now; None where it is not known."""
    if ref.kind is Kind.FACT:
        return shown_fact(store, ref.id, field) or None
    if field in EVENT_FIELDS:
        return shown_participants(store, ref.id) or None
    if ref.kind is Kind.ENTITY:
        entity = get_entity(store, ref.id)
        if field.endswith("alias"):
            return ", ".join(name for name in entity.aliases if name != entity.row.name) or None
        return entity.row.name if field == "name" else entity.row.kind.value
    row = get_event(store, ref.id).row
    told: dict[str, Callable[[], str | None]] = {
        "title": lambda: row.title,
        "kind": lambda: row.kind.value,
        "modality": lambda: row.modality.value,
        "place": lambda: row.place,
        "date": lambda: describe(row.date) if row.date else None,
    }
    return told[field]()


def _leading(store: Store, ref: Ref) -> Ref:
    if ref.kind is Kind.FACT:
        return get_fact(store, ref.id).ref
    of = entity_cluster if ref.kind is Kind.ENTITY else event_cluster
    return Ref(ref.kind, of(store, ref.id))


def _change(
    store: Store, ref: Ref, field: str, value: str, said: Corrections, now: str
) -> tuple[list[HandRow], list[HandRow]]:
    """Return the rows that go and those that come where a field gets a value."""
    if ref.kind is Kind.FACT:
        return of_fact(store, ref.id, field, value, now)
    if field in EVENT_FIELDS:
        return participants(store, ref.id, field, value, now)
    if field == "no-alias":
        gone = [row for row in said.rows if (row["field"], row["value"]) == ("alias", value)]
        if not gone:
            raise BadCorrection(f"{value!r} is no name of {ref} that a reader entered.")
        return [_row(ref, dict(row)) for row in gone], []
    told: HandRow = {"target_id": ref.id, "field": field, "value": value}
    told |= {"wording": None, "entity_id": None, "made_at": now}
    if field == "alias":
        return [], ([] if value in said.aliases else [_row(ref, told)])
    gone = [row for row in said.rows if row["field"] == field]
    if field == "date" and value:
        date = understood(value)
        told |= {"value": date.edtf or "", "wording": date.text}
    elif field == "place" and value:
        place = _place(store, value)
        told |= {"value": entity_rows(store, [place])[0].name, "entity_id": place}
    is_told = bool(value) or field in ("date", "place")
    return [_row(ref, dict(row)) for row in gone], [_row(ref, told)] if is_told else []


def _check(ref: Ref, field: str, value: str) -> None:
    if field not in FIELDS[ref.kind]:
        known = ", ".join(FIELDS[ref.kind])
        raise BadCorrection(f"{ref} has no field {field!r} to correct: it has {known}.")
    if len(value) > LONGEST:
        raise TooLong(f"A {field} has at most {LONGEST:,} characters: shorten it.")
    choices = _CHOICES.get((ref.kind, field))
    if choices and value and value not in choices:
        raise BadCorrection(f"There is no {field} {value!r}: choose {', '.join(choices)}.")
    if field == "alias" and not fold(value):
        raise BadCorrection("A name has letters.")
    if field in ("name", "title", "statement") and value and not fold(value):
        raise BadCorrection(f"A {field} has letters.")


def _place(store: Store, value: str) -> int:
    """Return the place (a cluster) that is meant: by its ref, or by a name it alone has."""
    if value.startswith("entity:"):
        return entity_cluster(store, Ref.parse(value).id)
    rows = store.rows("places_called", folded=fold(value))
    if not rows:
        raise UnknownRef(f"No place of this case is called {value!r}: give its entity:number.")
    if len(rows) > 1:
        refs = ", ".join(f"entity:{row['id']}" for row in rows)
        raise BadCorrection(f"Several places are called {value!r}: say which, {refs}.")
    return int(rows[0]["id"])


def _same(gone: list[HandRow], put: list[HandRow]) -> bool:
    def told(rows: list[HandRow]) -> list[HandRow]:
        return [{name: row[name] for name in row if name != "made_at"} for row in rows]

    return told(gone) == told(put)


def _row(ref: Ref, row: HandRow) -> HandRow:
    names = ("target_id", "field", "value", "wording", "entity_id", "made_at")
    columns = {name: row[name] for name in names}
    return {"table": "correction", "target_kind": ref.kind.value, **columns}

"""Events out of the case: clusters of the accounts that sources give."""

import json
from array import array
from collections.abc import Iterable

from casefile.errors import UnknownRef
from casefile.model.review import UNREVIEWED, Review
from casefile.model.rows import Event, EventRow, Participant
from casefile.model.words import EventKind, Kind, Modality, Ref
from casefile.store.dates import partial_date
from casefile.store.reviews import reviews
from casefile.store.store import Row, Store


def event_ids(store: Store, within: Ref | None = None, *, limit: int = -1) -> "array[int]":
    """Return events, earliest first; all, or those of one source or entity.

    First come those without a beginning ("before 2002"), last those without a day.
    """
    if within is None:
        return _all_ids(store, limit)
    if within.kind in (Kind.SOURCE, Kind.ENTITY):
        rows = store.rows(f"event_ids_of_{within.kind.value}", id=within.id, limit=limit)
    else:
        return array("q", [within.id] if within.kind is Kind.EVENT else [])
    return array("q", (row["id"] for row in rows))


def _all_ids(store: Store, limit: int) -> "array[int]":
    # One query after the other, each in the order of the index: sorting a hundred thousand
    # by an expression takes three times as long, also where a screenful is wanted.
    found = array("q")
    for name in ("event_ids_without_beginning", "event_ids", "event_ids_undated"):
        found += store.ids(name, limit=limit if limit < 0 else max(0, limit - len(found)))
    return found


def event_rows(store: Store, ids: Iterable[int]) -> list[EventRow]:
    """Return events as a list shows them, in the order of the ids."""
    wanted = list(ids)
    found = {row["id"]: row for row in store.rows("event_rows", ids=json.dumps(wanted))}
    said = reviews(store, Kind.EVENT, wanted)
    return [_event_row(found[id], said.get(id, UNREVIEWED)) for id in wanted if id in found]


def event_cluster(store: Store, id: int) -> int:
    """Return the cluster that an account of an event belongs to.

    Raises:
        UnknownRef: The case holds no such event.
    """
    row = store.one("event_cluster_of", id=id)
    if row is None:
        raise UnknownRef(f"This case has no event {id}.")
    return int(row["id"])


def get_event(store: Store, id: int) -> Event:
    """Return one event; the id of any of its accounts will do.

    Raises:
        UnknownRef: The case holds no such event.
    """
    cluster = event_cluster(store, id)
    [row] = store.rows("event_rows", ids=json.dumps([cluster]))
    place = row["place_id"]
    participants = tuple(
        Participant(Ref(Kind.ENTITY, one["id"]), one["name"], one["role"])
        for one in store.rows("event_participants", id=cluster)
    )
    return Event(
        row=_event_row(row, reviews(store, Kind.EVENT, [cluster]).get(cluster, UNREVIEWED)),
        place=None if place is None else Ref(Kind.ENTITY, place),
        participants=participants,
    )


def _event_row(row: Row, review: Review) -> EventRow:
    return EventRow(
        ref=Ref(Kind.EVENT, row["id"]),
        kind=EventKind(row["kind"]),
        title=row["title"],
        date=partial_date(row),
        place=row["place"],
        modality=Modality(row["modality"]),
        secret=bool(row["secret"]),
        sources=row["sources"],
        notes=row["notes"],
        review=review,
        lost=bool(row["lost"]),
        by_hand=bool(row["by_hand"]),
    )

"""What the reader says of things, as lists and cards show it."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from casefile.model.review import UNREVIEWED, Reading, Review, Status
from casefile.model.words import Kind, Ref
from casefile.store.store import Row, Store

READ_WRONGLY = "read wrongly"
"""Why a fact is rejected that a reader found to be so, and gave no reason."""


def reviews(store: Store, kind: Kind, ids: Iterable[int]) -> dict[int, Review]:
    """Return what is said of things; what nothing is said of is left out.

    Args:
        store: An open case.
        kind: Anything but a conflict.
        ids: Of an entity or an event its cluster.
    """
    rows: dict[int, list[Row]] = defaultdict(list)
    for row in rows_said(store, kind, ids):
        rows[row["id"]].append(row)
    return {id: _review(said) for id, said in rows.items()}


def rows_said(store: Store, kind: Kind, ids: Iterable[int]) -> list[Row]:
    """Return the rows that say something of things; of one field the last said first."""
    packed = json.dumps(list(ids))
    if kind in (Kind.ENTITY, Kind.EVENT):
        return store.rows(f"said_of_{kind.value}", ids=packed)
    return store.rows("said_of", kind=kind.value, ids=packed)


def tags(store: Store) -> list[tuple[str, int]]:
    """Return every tag of the case and how many things have it, most used first."""
    return [(row["name"], row["uses"]) for row in store.rows("tags")]


def tagged(store: Store, names: Iterable[str]) -> set[Ref]:
    """Return what has any of the tags, as it is shown."""
    rows = store.rows("tagged", names=json.dumps(list(names)))
    return {Ref(Kind(row["kind"]), row["id"]) for row in rows}


def assessed(store: Store, field: str) -> dict[Ref, str]:
    """Return what is said in one field, of everything of which anything is said."""
    said = {
        Ref(Kind(row["kind"]), row["id"]): row["value"]
        for row in store.rows("assessed", field=field)
    }
    if field == "status":
        read = assessed(store, "reading")
        said = {ref: "rejected" for ref, how in read.items() if how == Reading.WRONG} | said
    return said


def _review(rows: Iterable[Row]) -> Review:
    said: dict[str, Any] = {}
    names = []
    for row in rows:
        if row["field"] == "tag":
            names.append(row["value"])
        else:
            said.setdefault(row["field"], row)
    status, grade, reading = said.get("status"), said.get("grade"), said.get("reading")
    if status is None and reading and reading["value"] == Reading.WRONG:
        status = {"value": Status.REJECTED, "reason": reading["reason"] or READ_WRONGLY}
    return Review(
        tags=tuple(dict.fromkeys(sorted(names))),
        status=Status(status["value"]) if status else UNREVIEWED.status,
        reason=status["reason"] if status else "",
        grade=grade["value"] if grade else None,
        grade_reason=grade["reason"] if grade else "",
        sensitive="sensitive" in said,
        reading=Reading(reading["value"]) if reading else None,
        reading_reason=reading["reason"] if reading else "",
    )

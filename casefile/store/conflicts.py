"""Conflicts: what sources say differently, kept side by side."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from casefile.errors import UnknownRef
from casefile.model.differences import FIELDS, Conflict, ConflictValue
from casefile.model.words import Kind, Ref, Span
from casefile.store.former import keep_ids
from casefile.store.sources import text_of
from casefile.store.store import Store

if TYPE_CHECKING:
    from casefile.store.portable import Places

Told = tuple[str, int, Span]
"""A value, the source that gives it, and where."""


def replace_conflicts(
    store: Store, about: Sequence[int], wanted: Mapping[tuple[int, str], Sequence[Told]]
) -> None:
    """Make these the conflicts about some events, inside ``write()``.

    One that is none any more stays without values, for what a reader wrote on it, or takes back.
    Where its event is gone, too, it goes unless a reader wrote on it.

    Args:
        store: Open for writing.
        about: The events (clusters) that were looked at.
        wanted: For an event and a field the values.
    """
    rows = store.rows("conflicts_about", kind=Kind.EVENT.value, ids=json.dumps(sorted(about)))
    known = {(row["about_id"], row["field"]): int(row["id"]) for row in rows}
    stale = json.dumps([*store.ids("stale_conflicts")])
    keep_ids(store, Kind.CONFLICT, store.rows("drop_conflicts", ids=stale))
    store.run("drop_stale_values")
    for key in sorted(known.keys() - wanted.keys()):
        store.run("drop_conflict_values", id=known[key])
    for (event, field), values in sorted(wanted.items()):
        id = known.get((event, field)) or _insert(store, event, field)
        store.run("drop_conflict_values", id=id)
        store.run_many(
            "insert_conflict_value",
            (
                {
                    "conflict_id": id,
                    "position": position,
                    "value": value,
                    "source_id": source,
                    "start": span.start,
                    "stop": span.end,
                }
                for position, (value, source, span) in enumerate(values)
            ),
        )


def keep_told(store: Store, places: "Places", told: Iterable[Mapping[str, Any]]) -> bool:
    """Let there be the conflicts of which something is said, inside ``write()``.

    Where sources no longer differ, or not yet, what a reader wrote on it stays all the same.

    Returns:
        Whether there are more than before.
    """
    missing = {
        (places.id(place[2:]), place[1])
        for one in told
        if (place := list(one.get("target") or ()))[:1] == ["conflict"]
        and place[2:3] == ["event"]
        and places.id(place) is None
    }
    new = {(event, field) for event, field in missing if event is not None and field in FIELDS}
    for event, field in sorted(new):
        _insert(store, event, field)
    return bool(new)


def conflicts(store: Store) -> list[Conflict]:
    """Return every conflict with its values; of what is none any more there are none."""
    return [_conflict(store, row["id"], row) for row in store.rows("conflicts")]


def conflicts_about(store: Store, ref: Ref) -> list[Conflict]:
    """Return the conflicts about one thing, but for what is none any more."""
    ids = json.dumps([ref.id])
    rows = store.rows("conflicts_about", kind=ref.kind.value, ids=ids)
    found = (_conflict(store, row["id"], {**row, "about_kind": ref.kind.value}) for row in rows)
    return [one for one in found if one.values]


def get_conflict(store: Store, id: int) -> Conflict:
    """Return one conflict.

    Raises:
        UnknownRef: The case holds no such conflict.
    """
    for conflict in conflicts(store):
        if conflict.ref.id == id:
            return conflict
    raise UnknownRef(f"This case has no conflict {id}.")


def _insert(store: Store, event: int, field: str) -> int:
    kind = Kind.EVENT.value
    row = store.one("insert_conflict", about_kind=kind, about_id=event, field=field)
    assert row is not None
    return int(row["id"])


def _conflict(store: Store, id: int, row: Mapping[str, object]) -> Conflict:
    values = []
    for value in store.rows("conflict_values", id=id):
        span = Span(value["start"], value["stop"])
        source = Ref(Kind.SOURCE, value["source_id"])
        text = span.of(text_of(store, source.id))
        values.append(ConflictValue(value["value"], source, span, text))
    about = Ref(Kind(str(row["about_kind"])), int(str(row["about_id"])))
    return Conflict(Ref(Kind.CONFLICT, id), about, str(row["field"]), tuple(values))

"""The decision log: append-only; undo and redo are decisions too."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from casefile.errors import NothingToUndo
from casefile.model.kept import Decision
from casefile.model.words import Kind, Ref
from casefile.store.carrying import SOURCE_DEEDS, tell
from casefile.store.hand import HandRow, swap
from casefile.store.notes import change_note, put_note, remove_note
from casefile.store.searches import put_search, remove_search
from casefile.store.sources import change_source
from casefile.store.store import Row, Store

CORRECTED = "source corrected"

NOTES_DELETED = "notes deleted"
"""The deed by which several notes go: ``before`` is an array of them as they were."""

Columns = Mapping[str, Any]

Told = Columns | Sequence[HandRow] | None
"""What stood or stands: the columns of a row, rows of the reader's own tables, or nothing."""


def record(
    store: Store,
    deed: str,
    target: Ref,
    *,
    before: Told = None,
    after: Told = None,
    by: str,
    now: str,
) -> None:
    """Add a decision, inside the ``write()`` that carries it out.

    Args:
        store: Open for writing.
        deed: One of the words that ``db/README.md`` lists.
        target: What was decided on; of several things the first.
        before: The row as it was; None where it was not there. Or the rows that went.
        after: The row as it is now; None where it is gone. Or the rows that came.
        by: Who decided.
        now: UTC, ISO 8601.
    """
    _insert(store, deed, target, before=before, after=after, of=None, by=by, now=now)


def undo(store: Store, *, by: str, now: str) -> Decision:
    """Take back the last decision that stands, in one ``write()``.

    Raises:
        NothingToUndo: None stands.
    """
    with store.write():
        done, _ = _stacks(store)
        if not done:
            raise NothingToUndo("There is nothing to undo.")
        return _turn(store, "undo", done[-1], by=by, now=now)


def redo(store: Store, *, by: str, now: str) -> Decision:
    """Make again the decision that was last taken back, in one ``write()``.

    Raises:
        NothingToUndo: None was taken back since the last decision.
    """
    with store.write():
        _, undone = _stacks(store)
        if not undone:
            raise NothingToUndo("There is nothing to redo.")
        return _turn(store, "redo", undone[-1], by=by, now=now)


def decisions(store: Store) -> list[Decision]:
    """Return the log, oldest first, undo and redo told as what they did to each."""
    rows = store.rows("decisions")
    done = {row["id"] for row in _replay(rows)[0]}
    return [_decision(row, done) for row in rows if row["of_id"] is None]


def _turn(store: Store, deed: str, row: Row, *, by: str, now: str) -> Decision:
    """Carry a decision out backwards (undo) or again (redo)."""
    target = Ref(Kind(row["target_kind"]), row["target_id"])
    before, after = _told(row["before"]), _told(row["after"])
    if deed == "undo":
        before, after = after, before
    rows: list[HandRow] = []
    if row["deed"] == NOTES_DELETED and isinstance(before, list) and isinstance(after, list):
        for note in before:
            remove_note(store, note["id"])
        for note in after:
            put_note(store, note)
    elif isinstance(before, list) and isinstance(after, list):
        swap(store, before, after)
        rows = [*before, *after]
    elif row["deed"] in SOURCE_DEEDS:
        change_source(store, target.id, _columns(after) or {})
    elif target.kind is Kind.SEARCH:
        _put_back(store, _columns(before), _columns(after))
    else:
        _carry_out(store, target, _columns(before), _columns(after), now=now)
    _insert(store, deed, target, before=before, after=after, of=row["id"], by=by, now=now)
    done = _decision(row, {row["id"]} if deed == "redo" else set())
    return replace(done, rows=tuple(rows))


def _carry_out(
    store: Store, target: Ref, before: Columns | None, after: Columns | None, *, now: str
) -> None:
    if after is None:
        remove_note(store, target.id)
    elif before is None:
        put_note(store, after)
    else:
        change_note(store, target.id, str(after["body"]), now=str(after["updated"] or now))


def _put_back(store: Store, before: Columns | None, after: Columns | None) -> None:
    """Make a saved search what it was; forget it where it was not there.

    It goes by its name: where a log was replayed, it may have another number by now.
    """
    for gone in filter(None, (before, after)):
        remove_search(store, str(gone["name"]))
    if after is not None:
        put_search(store, after)


def _insert(
    store: Store,
    deed: str,
    target: Ref,
    *,
    before: Told,
    after: Told,
    of: int | None,
    by: str,
    now: str,
) -> None:
    columns = {
        "deed": deed,
        "target_kind": target.kind.value,
        "target_id": target.id,
        "before": None if before is None else json.dumps(before, ensure_ascii=False),
        "after": None if after is None else json.dumps(after, ensure_ascii=False),
        "of_id": of,
        "made_by": by,
        "made_at": now,
    }
    row = store.one("insert_decision", **columns)
    assert row is not None
    tell(store, {**columns, "id": row["id"]})


def _told(packed: str | None) -> Told:
    told: dict[str, Any] | list[HandRow] | None = None if packed is None else json.loads(packed)
    return told


def _columns(told: Told) -> Columns | None:
    return told if isinstance(told, Mapping) else None


def _stacks(store: Store) -> tuple[list[Row], list[Row]]:
    return _replay(store.rows("decisions"))


def _replay(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Return the decisions that stand and those taken back, each oldest first."""
    done: list[Row] = []
    undone: list[Row] = []
    for row in rows:
        if row["deed"] == "undo":
            undone.append(done.pop())
        elif row["deed"] == "redo":
            done.append(undone.pop())
        else:
            done.append(row)
            undone.clear()
    return done, undone


def _decision(row: Row, done: set[int]) -> Decision:
    return Decision(
        id=row["id"],
        what=row["deed"],
        target=Ref(Kind(row["target_kind"]), row["target_id"]),
        by=row["made_by"],
        at=row["made_at"],
        undone=row["id"] not in done,
    )

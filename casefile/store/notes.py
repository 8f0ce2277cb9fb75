"""Notes: what a reader wrote, each deed in the decision log, each undoable."""

import json
from array import array
from collections.abc import Iterable, Mapping
from typing import Any

from casefile.core.anchoring import says
from casefile.core.folding import spaced
from casefile.errors import CasefileError, UnknownRef
from casefile.model.review import UNREVIEWED, Review
from casefile.model.rows import Note
from casefile.model.words import Kind, NoteId, Ref, Span
from casefile.store.reviews import reviews
from casefile.store.sources import text_of
from casefile.store.store import Row, Store

CONTEXT = 32
"""Characters kept on each side of a quoted passage (W3C TextQuoteSelector)."""

LONGEST = 64 * 1024
"""Characters of one note (research/reliability.md B8)."""


class NoteTooLong(CasefileError):
    """A note is longer than casefile keeps."""


def note_ids(store: Store, within: Ref | None = None, *, limit: int = -1) -> "array[int]":
    """Return notes: all, newest first, or those on one thing, oldest first."""
    if within is None:
        rows = store.rows("note_ids", limit=limit)
    elif within.kind is Kind.NOTE:
        return array("q", [within.id])
    else:
        rows = store.rows("note_ids_on", kind=within.kind.value, id=within.id)
    return array("q", (row["id"] for row in rows))


def get_notes(store: Store, ids: Iterable[int]) -> list[Note]:
    """Return notes in the order of the ids."""
    wanted = list(ids)
    packed = json.dumps(wanted)
    found = {row["id"]: row for row in store.rows("notes", ids=packed)}
    labels = {row["id"]: row["label"] or "" for row in store.rows("note_labels", ids=packed)}
    said = reviews(store, Kind.NOTE, wanted)
    gone = {row["id"] for row in store.rows("orphaned", kind="note", ids=packed)}
    return [
        _note(store, found[id], labels[id], said.get(id, UNREVIEWED), is_gone=id in gone)
        for id in wanted
        if id in found
    ]


def get_note(store: Store, id: int) -> Note:
    """Return one note.

    Raises:
        UnknownRef: The case holds no such note.
    """
    notes = get_notes(store, [id])
    if not notes:
        raise UnknownRef(f"This case has no note {id}.")
    return notes[0]


def note_bodies(store: Store) -> list[tuple[int, str]]:
    """Return the notes with something between double brackets, and their words; oldest first."""
    return [(row["id"], row["body"]) for row in store.rows("pointing_notes")]


def new_note(
    store: Store, target: Ref, body: str, *, span: Span | None = None, now: str
) -> dict[str, Any]:
    """Return the columns of a note that is not written yet.

    Raises:
        NoteTooLong: The body is longer than LONGEST.
    """
    _check(body)
    columns: dict[str, Any] = dict.fromkeys(("start", "stop", "quote", "prefix", "suffix"))
    if span is not None:
        text = text_of(store, target.id)
        columns |= {"start": span.start, "stop": span.end, "quote": span.of(text)}
        columns["prefix"] = text[max(0, span.start - CONTEXT) : span.start]
        columns["suffix"] = text[span.end : span.end + CONTEXT]
    return {
        "id": None,
        "target_kind": target.kind.value,
        "target_id": target.id,
        **columns,
        "body": body,
        "created": now,
        "updated": now,
    }


def put_note(store: Store, columns: Mapping[str, Any]) -> NoteId:
    """Write a note down as it is told, inside ``write()``; return its id."""
    row = store.one("insert_note", **columns)
    assert row is not None
    _index(store, row["id"], columns["body"])
    return NoteId(row["id"])


def change_note(store: Store, id: int, body: str, *, now: str) -> None:
    """Change the words of a note, inside ``write()``.

    Raises:
        NoteTooLong: The body is longer than LONGEST.
    """
    _check(body)
    store.run("update_note", id=id, body=body, updated=now)
    store.run("drop_note_words", id=id)
    _index(store, id, body)


def remove_note(store: Store, id: int) -> None:
    """Remove a note, inside ``write()``; the log keeps its words."""
    store.run("delete_note", id=id)
    store.run("drop_note_words", id=id)


def note_columns(store: Store, id: int) -> dict[str, Any]:
    """Return a note as it is stored.

    Raises:
        UnknownRef: The case holds no such note.
    """
    for row in store.rows("notes", ids=json.dumps([id])):
        return dict(row)
    raise UnknownRef(f"This case has no note {id}.")


def _check(body: str) -> None:
    if len(body) > LONGEST:
        raise NoteTooLong(f"A note may have {LONGEST:,} characters; this one has {len(body):,}.")


def _index(store: Store, id: int, body: str) -> None:
    store.run("insert_note_words", id=id, words=spaced(body))


def _note(store: Store, row: Row, label: str, review: Review, *, is_gone: bool) -> Note:
    span = None if row["start"] is None else Span(row["start"], row["stop"])
    is_orphan = span is not None and (
        is_gone or not says(text_of(store, row["target_id"]), span, row["quote"])
    )
    return Note(
        ref=Ref(Kind.NOTE, row["id"]),
        target=Ref(Kind(row["target_kind"]), row["target_id"]),
        span=span,
        quote=row["quote"],
        body=row["body"],
        created=row["created"],
        updated=row["updated"],
        orphaned=is_orphan,
        target_label=label,
        review=review,
    )

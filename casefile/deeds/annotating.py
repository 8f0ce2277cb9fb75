"""Write, change and remove notes: each deed one transaction, with its decision."""

from collections.abc import Sequence

from casefile.deeds.linked import label
from casefile.errors import CasefileError, NoteChanged, UnknownRef
from casefile.model.rows import Note
from casefile.model.words import Kind, Ref, Span
from casefile.store.entities import entity_cluster
from casefile.store.events import event_cluster
from casefile.store.facts import get_fact
from casefile.store.log import NOTES_DELETED, record
from casefile.store.notes import (
    change_note,
    get_note,
    new_note,
    note_columns,
    put_note,
    remove_note,
)
from casefile.store.sources import get_source
from casefile.store.store import Store


class EmptyNote(CasefileError):
    """A note without words."""


def add_note(store: Store, target: Ref, body: str, *, span: Span | None, by: str, now: str) -> Note:
    """Write a note on a thing, or on a passage of a source.

    Raises:
        UnknownRef: There is no such thing, or it takes no notes.
        EmptyNote: There is nothing to write.
    """
    _check_body(body)
    _check_target(store, target, span)
    with store.write():
        columns = new_note(store, target, body, span=span, now=now)
        id = put_note(store, columns)
        ref = Ref(Kind.NOTE, id)
        record(store, "note added", ref, after={**columns, "id": id}, by=by, now=now)
    return get_note(store, id)


def edit_note(
    store: Store, ref: Ref, body: str, *, was: str | None = None, by: str, now: str
) -> Note:
    """Change the words of a note.

    Args:
        store: Open for writing.
        ref: The note.
        body: What it is to say.
        was: What it said when its reader began; None is whatever it says.
        by: Who says so.
        now: UTC, ISO 8601.

    Raises:
        UnknownRef: There is no such note.
        EmptyNote: There is nothing left of it; delete it instead.
        NoteChanged: It says something else by now; nothing is changed.
    """
    _check_body(body)
    with store.write():
        before = note_columns(store, _note_id(ref))
        if was is not None and before["body"] not in (was, body):
            raise NoteChanged(before["body"])
        if body != before["body"]:
            after = {**before, "body": body, "updated": now}
            change_note(store, ref.id, body, now=now)
            record(store, "note edited", ref, before=before, after=after, by=by, now=now)
    return get_note(store, ref.id)


def delete_note(store: Store, ref: Ref, *, by: str, now: str) -> None:
    """Remove a note; undo brings it back.

    Raises:
        UnknownRef: There is no such note.
    """
    with store.write():
        before = note_columns(store, _note_id(ref))
        remove_note(store, ref.id)
        record(store, "note deleted", ref, before=before, by=by, now=now)


def delete_notes(store: Store, refs: Sequence[Ref], *, by: str, now: str) -> int:
    """Remove several notes as one decision; undo brings all of them back.

    Returns:
        How many went.

    Raises:
        UnknownRef: One of them is no note of the case; nothing is changed.
    """
    wanted = list(dict.fromkeys(refs))
    if len(wanted) == 1:
        delete_note(store, wanted[0], by=by, now=now)
    elif wanted:
        with store.write():
            before = [note_columns(store, _note_id(ref)) for ref in wanted]
            for ref in wanted:
                remove_note(store, ref.id)
            record(store, NOTES_DELETED, wanted[0], before=before, after=[], by=by, now=now)
    return len(wanted)


def _note_id(ref: Ref) -> int:
    if ref.kind is not Kind.NOTE:
        raise UnknownRef(f"{ref} is not a note.")
    return ref.id


def _check_body(body: str) -> None:
    if not body.strip():
        raise EmptyNote("A note needs some words.")


def _check_target(store: Store, target: Ref, span: Span | None) -> None:
    if target.kind is Kind.SOURCE:
        text = get_source(store, target.id).text
        if span is not None and not 0 <= span.start < span.end <= len(text):
            raise UnknownRef(f"{target} has no passage {span.start} to {span.end}.")
    elif target.kind is Kind.ENTITY:
        entity_cluster(store, target.id)
    elif target.kind is Kind.EVENT:
        event_cluster(store, target.id)
    elif target.kind is Kind.FACT:
        get_fact(store, target.id)
    elif target.kind is Kind.CONFLICT:
        label(store, target)
    elif target.kind is Kind.SEARCH:
        raise UnknownRef(f"{target} is a saved search, which takes no notes.")
    else:
        raise UnknownRef("A note cannot stand on a note: edit it instead.")

"""The notes of a reader as one Markdown document, what they cite in footnotes."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby

from casefile.deeds.footnotes import Footnotes
from casefile.deeds.linked import label
from casefile.deeds.pointing import leading
from casefile.errors import UnknownRef
from casefile.exchange import footnotes
from casefile.exchange.escaping import escaped
from casefile.exchange.note_bodies import set_in
from casefile.model.rows import Note
from casefile.model.words import Kind, Ref
from casefile.store.entities import get_entity
from casefile.store.events import get_event
from casefile.store.facts import get_fact
from casefile.store.notes import get_notes, note_ids
from casefile.store.store import Store

_HEAD = (
    "Footnotes give the words of the sources. What the reader reviewed is called confirmed,"
    " disputed or rejected; the rest was not reviewed."
)

_ORDER = (Kind.SOURCE, Kind.ENTITY, Kind.EVENT, Kind.FACT, Kind.CONFLICT)
"""In which things with notes follow one another; of one kind, by their numbers."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """Notes as a document."""

    text: str
    """Markdown with footnotes, ending in a line end; the same notes give the same text."""
    notes: int


def notebook(store: Store, refs: Sequence[Ref] = ()) -> Notebook:
    """Return the notes of the whole case, or those on some things, as a document.

    A note among the things stands for itself.

    Raises:
        UnknownRef: There is no such thing.
    """
    notes = [(_lead(store, note.target), note) for note in _wanted(store, refs)]
    notes.sort(key=lambda one: (_ORDER.index(one[0].kind), one[0].id, _place(one[1])))
    found = Footnotes(store)
    blocks = ["# Notes"]
    for target, some in groupby(notes, key=lambda one: one[0]):
        written = [note for _, note in some]
        blocks += _on(store, target, written[0].target_label, found)
        for note in written:
            blocks += _note(note, found)
    if found.texts:
        blocks.insert(1, _HEAD)
        blocks += [f"[^{at}]: {said}" for at, said in enumerate(found.texts, 1)]
    if found.sources:
        blocks += ["## Sources", "\n".join(f"- {footnotes.cited(one)}" for one in found.sources)]
    return Notebook("\n\n".join(blocks) + "\n", len(notes))


def _wanted(store: Store, refs: Sequence[Ref]) -> list[Note]:
    if not refs:
        return get_notes(store, note_ids(store))
    ids: dict[int, None] = {}
    for ref in refs:
        lead = leading(store, ref)
        label(store, lead)
        ids |= dict.fromkeys(note_ids(store, lead))
    return get_notes(store, ids)


def _lead(store: Store, ref: Ref) -> Ref:
    """Return the ref under which a thing is shown; its own where it is gone."""
    with suppress(UnknownRef):
        return leading(store, ref)
    return ref


def _place(note: Note) -> tuple[int, int]:
    return note.span.start if note.span and not note.orphaned else -1, note.ref.id


def _on(store: Store, target: Ref, called: str, found: Footnotes) -> list[str]:
    """Return the heading of what notes stand on, and what there is to know of it."""
    try:
        kind, doubts, line = _known(store, target, found)
    except UnknownRef:
        kind, doubts, line = target.kind.value, ["no longer in the case"], str(target)
    what = ", ".join((kind.capitalize(), *doubts))
    return [f"## {what}: {escaped(called) or target}", line]


def _known(store: Store, target: Ref, found: Footnotes) -> tuple[str, list[str], str]:
    """Return what kind of thing it is, what is to be doubted of it, and a line about it."""
    if target.kind is Kind.SOURCE:
        return "source", [], footnotes.cited(found.source(target.id))
    if target.kind is Kind.ENTITY:
        entity = get_entity(store, target.id)
        return entity.row.kind.value, footnotes.doubted(entity), footnotes.of_entity(entity)
    thing = get_event(store, target.id) if target.kind is Kind.EVENT else None
    fact = get_fact(store, target.id) if target.kind is Kind.FACT else None
    doubts = footnotes.doubted(told) if (told := thing or fact) else []
    return target.kind.value, doubts, f"{target}{found.mark(target)}"


def _note(note: Note, found: Footnotes) -> list[str]:
    blocks = []
    if note.quote is not None:
        gone = " **These words are gone from the text of the source.**" if note.orphaned else ""
        blocks.append(f"> {footnotes.quoted(note.quote)}{gone}")
    marks = [escaped(tag) for tag in note.review.tags]
    if note.review.sensitive:
        marks.append("**sensitive**")
    head = f"{note.ref}, {note.updated[:10]}" + "".join(f", {one}" for one in marks)
    return [*blocks, f"({head})", set_in(note.body, found.put)]

"""The part of the browser that writes: notes, and taking decisions back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from casefile.case import Case
from casefile.core.pointers import pointers
from casefile.deeds.drafts import Draft
from casefile.errors import CasefileError, NoteChanged
from casefile.model.rows import Note
from casefile.model.words import Kind, Ref
from casefile.tui import text
from casefile.tui.base.card import CardView
from casefile.tui.base.view import Article
from casefile.tui.screens.forms import FormScreen

if TYPE_CHECKING:
    from casefile.model.kept import Decision

_OFFER = 40
"""Columns of what a thing is called where it is offered by its number."""

OFFERED = 5
"""Names offered while one is typed in a note."""


_POINTED = {"source": "sources", "entity": "entities", "event": "events", "fact": "facts"}
"""The kinds that a note points at by number, and where each is searched for."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What it takes to write a note."""

    title: str
    quote: str
    body: str
    """What is saved of it; empty for a new note."""
    save: Callable[[str], str]
    """Saves it and returns what to tell."""
    draft: Draft


class NotingScreen(FormScreen):
    """Writes what the reader decides; every refusal says why."""

    def action_add_note(self) -> None:
        """Write a note on what the cursor stands on."""
        here = self._note_place()
        if here is None:
            self.tell("There is nothing here to write a note on.")
            return
        if not self._can_write():
            return
        ref, span = here
        if ref.kind is Kind.NOTE:
            self.tell("This is a note: e edits it.")
            return
        label = self.ask(lambda: self._case.label(ref), str(ref))
        draft = Draft(self._case.path, ref, span, is_private=self.memory.is_private)
        if span and isinstance(self.main, Article) and self.main.ref == ref:
            draft.stands_in(self.main.source.text)
        quote = draft.words[0] if draft.words else ""
        self._write(Writing(f"Note on {label}", quote, "", partial(self._save_new, draft), draft))

    def _save_new(self, draft: Draft, body: str) -> str:
        """Save a new note on the words on which it was begun; the text may be another by now."""
        ref, span = draft.target, draft.span
        if span is not None and draft.words is not None:
            quote, *beside = draft.words
            span = self._case.place_of(ref.id, span, quote, (beside[0], beside[1]))
        self._case.add_note(ref, body, span=span)
        if span is None and draft.span is not None:
            return "Its words are gone from the text: the note is on the whole source.  u undoes"
        return "Note saved.  u takes it back"

    def _write(self, writing: Writing, typed: str | None = None, trouble: str = "") -> None:
        """Open the editor; what cannot be saved is put back into it, with the reason.

        ``typed`` is what was typed before, where that is more than what is saved.
        """
        from casefile.tui.screens.note_editor import NoteEditor

        def done(written: str | None) -> None:
            if written is None or not written.strip() or written == writing.body:
                writing.draft.drop()
                return
            try:
                self.tell(writing.save(written))
            except CasefileError as error:
                self._not_saved(writing, written, error)
                return
            writing.draft.drop()
            self.reload()

        body = writing.body if typed is None else typed
        if trouble:
            writing.draft.keep(body)
        editor = NoteEditor(
            writing.title,
            writing.quote,
            body,
            keep=writing.draft.keep,
            offer=self._names_like,
            trouble=trouble,
        )
        self.app.push_screen(editor, done)

    def _not_saved(self, writing: Writing, written: str, error: CasefileError) -> None:
        """Give back what was written with the reason; what was changed meanwhile is known now."""
        if isinstance(error, NoteChanged):
            writing.draft.was = error.now
            writing = replace(writing, body=error.now)
        self._write(writing, written, str(error))

    def _note_here(self) -> Ref | None:
        """Return the note that the cursor stands on, is open, or is the only one here."""
        here = self._thing_here()
        pane = self.pane_in(self.slot)
        if isinstance(pane, CardView) and pane.row and pane.row.ref:
            here = pane.row.ref if pane.row.ref.kind is Kind.NOTE else here
        if here and here.kind is Kind.NOTE:
            return here
        notes: list[Note] = self.ask(lambda: self._case.notes_on(here), []) if here else []
        if len(notes) == 1:
            return notes[0].ref
        self.tell(
            "Put the cursor on a note first." if notes else "There is no note here: a writes one."
        )
        return None

    def action_edit_note(self) -> None:
        """Edit the note here."""
        if not self._can_write() or (ref := self._note_here()) is None:
            return
        note = self.ask(lambda: self._case.note(ref.id), None)
        if note is not None:
            self._write(self._edit_of(note))

    def _names_like(self, begun: str) -> list[tuple[str, str]]:
        """Return what a pointer that is begun may be, as written and as offered; in a worker.

        The best first. It is the name of an entity; or after ``event:`` and the like words of
        such a thing, or the beginning of its number.
        """
        kind, colon, words = begun.partition(":")
        try:
            with self._case.reopen() as case:
                if colon and kind in _POINTED:
                    return _things_like(case, Kind(kind), words)
                hits = case.search(begun, places=("entities",), limit=OFFERED)
        except CasefileError:
            return []
        names = [name for hit in hits for name in pointers(f"[[{hit.label}]]") if name == hit.label]
        return [(name, name) for name in names]

    def _edit_of(self, note: Note) -> Writing:
        """Return what it takes to edit a note."""
        draft = Draft(self._case.path, note.ref, is_private=self.memory.is_private)
        draft.was = note.body
        save = partial(self._save, draft)
        return Writing("Edit the note", note.quote or "", note.body, save, draft)

    def _save(self, draft: Draft, body: str) -> str:
        self._case.edit_note(draft.target, body, was=draft.was)
        return "Note saved.  u takes the change back"

    def delete_note_here(self) -> None:
        """Delete the note that the cursor stands on, is open, or is the only one here."""
        if not self._can_write() or (ref := self._note_here()) is None:
            return
        self._decide(lambda: self._case.delete_note(ref), "Note deleted.  u brings it back")

    def action_undo(self) -> None:
        """Take the last decision back."""
        if self._can_write():
            self._decide(self._case.undo, "Taken back: {}.  U makes it again", is_named=True)

    def action_redo(self) -> None:
        """Make the decision again that was taken back last."""
        if self._can_write():
            self._decide(self._case.redo, "Made again: {}.  u takes it back", is_named=True)

    def _decide(
        self, deed: "Callable[[], Decision | None]", said: str, *, is_named: bool = False
    ) -> None:
        """Decide something and say so, with what it was done to where that is asked for."""
        try:
            decision = deed()
        except CasefileError as error:
            self.tell(str(error))
            return
        if decision is not None and is_named:
            what = decision.what
            if name := self.ask(lambda: self._case.label(decision.target), ""):
                what += f" · {text.line(name)}"
            said = said.format(text.cut(what, self.app.size.width - len(said)))
        self.tell(said)
        self.reload()


def _things_like(case: Case, kind: Kind, words: str) -> list[tuple[str, str]]:
    """Return things of a kind whose number begins so, else that some words find."""
    if words.strip().isdigit():
        ids = [id for id in sorted(case.ids(kind)) if str(id).startswith(words.strip())]
        found = [(Ref(kind, id), case.label(Ref(kind, id))) for id in ids[:OFFERED]]
    elif words.strip():
        hits = case.search(words, places=(_POINTED[kind.value],), limit=OFFERED)
        found = [(hit.ref, hit.label) for hit in hits if hit.ref.kind is kind]
    else:
        found = []
    return [(str(ref), f"{ref} {text.cut(text.line(label), _OFFER)}") for ref, label in found]

"""The part of the browser that uses other programs: editor, pager, what opens originals."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from textual.app import SuspendNotSupported

from casefile.core.safe import safe, safe_line
from casefile.errors import CasefileError
from casefile.model.rows import Note, Source
from casefile.model.words import Kind
from casefile.tui.base.view import Article
from casefile.tui.screens.clipping import ClippingScreen
from casefile.tui.screens.noting import NotingScreen

R = TypeVar("R")


class OutsideScreen(NotingScreen, ClippingScreen):
    """Leaves the screen to other programs, and takes it back."""

    def _away(self, deed: Callable[[], R]) -> R | None:
        """Do something with the terminal as it was before; say why where that fails."""
        said, done = "", None
        try:
            with self.app.suspend():
                try:
                    done = deed()
                except CasefileError as error:
                    said = str(error)  # raised further, the screen would not be taken back
        except SuspendNotSupported:
            said = "Here the terminal cannot be left to another program."
        if said:
            self.tell(said)
        return done

    def action_edit_note(self) -> None:
        """Edit the note here in the reader's editor, or in ours where they named none."""
        from casefile.deeds import outside

        command = outside.editor(os.environ)
        if not command:
            super().action_edit_note()
            return
        if not self._can_write() or (ref := self._note_here()) is None:
            return
        note = self.ask(lambda: self._case.note(ref.id), None)
        if note is not None:
            edited = self._away(lambda: outside.edited(command, note.body))
            if edited is not None:
                self._take_edited(note, *edited)

    def _take_edited(self, note: Note, written: str, trouble: str) -> None:
        """Save what was written; what cannot be, or may not be meant, goes into our editor."""
        if not written.strip() or written == note.body:
            self.tell(trouble or "The note is as it was.")
            return
        writing = self._edit_of(note)
        if trouble:
            self._write(writing, written, trouble)
            return
        try:
            self.tell(writing.save(written))
        except CasefileError as error:
            self._not_saved(writing, written, error)
            return
        self.reload()

    def action_pager(self) -> None:
        """Show the whole of what is open in the reader's pager."""
        from casefile.deeds import outside
        from casefile.tui.screens import copying

        view = self.main
        command = outside.pager(os.environ)
        if view is None or not command:
            self.tell("There is no pager: set PAGER." if view else "There is nothing to show.")
            return
        text = copying.text_of if isinstance(view, Article) else copying.markdown_of
        words = text(view, None, None)
        self._away(lambda: outside.paged(command, safe(words)))

    def action_original(self) -> None:
        """Open the file or the page that the source was read from."""
        source = self._source_here()
        if source is None:
            self.tell("Only a source has an original: put the cursor on one.")
            return
        from casefile.deeds import outside

        folders = (Path(), self._case.path.parent)
        file = outside.original(source.path, source.sha256, folders)
        web = source.url if source.url and source.url.startswith(("http://", "https://")) else None
        what = str(file.resolve()) if file else web
        if what is None:
            self.tell(f"{source.path} is not there any more, and no address is known.")
            return
        command = outside.opener(os.environ)
        if command and outside.opened(command, what):
            self.tell(f"Opened {safe_line(what)}")
        else:
            self.send_to_clipboard(safe_line(what))

    def _source_here(self) -> Source | None:
        here = self._thing_here()
        if isinstance(self.main, Article) and (here is None or here.kind is not Kind.SOURCE):
            return self.main.source
        if here is None or here.kind is not Kind.SOURCE:
            return None
        return self.ask(lambda: self._case.source(here.id), None)

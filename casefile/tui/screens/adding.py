"""The part of the browser that adds articles: files, folders, and what is pasted.

A process of its own reads them, so that the keys are answered as ever. Each source is stored by
itself: what was read stays, whatever ends the rest.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

from textual import on, work
from textual.worker import get_current_worker

from casefile.deeds.drafts import ARTICLE, Draft
from casefile.tui import keys, text
from casefile.tui.screens.beside import OURSELVES
from casefile.tui.screens.brought import Brought
from casefile.tui.screens.drafting import DraftingScreen
from casefile.tui.screens.forms import keys_of

_PASTED = "what was pasted"


class AddingScreen(DraftingScreen):
    """Adds one batch of articles at a time, behind the screen."""

    _adding: "subprocess.Popen[bytes] | None" = None
    """The process that reads them."""
    _pasted: Draft | None = None
    """The pasted article that it reads; kept until it is in the case."""

    def action_add(self, path: str = "") -> None:
        """Add a file or a folder, or ask which."""
        if not self._may_add():
            return
        if path:
            self._add_path(path)
        else:
            self._ask_for_path("")

    def action_paste(self) -> None:
        """Take the text of an article as it is pasted or typed."""
        if self._may_add():
            self._take_article(Draft(self._case.path, ARTICLE, is_private=self.memory.is_private))

    def _go_on(self, draft: Draft) -> None:
        """Go on with a draft; with an article where it can be added."""
        if draft.target != ARTICLE:
            super()._go_on(draft)
        elif self._may_add():
            self._take_article(draft)
        else:
            self._left = (draft, *self._left)

    def _take_article(self, draft: Draft) -> None:
        """Open the editor for an article, with what there is of it."""
        from casefile.tui.screens.note_editor import NoteEditor

        def done(body: str | None) -> None:
            if not body or not body.strip():
                draft.drop()
                return
            draft.keep(body)
            self._pasted = draft
            self._begin_adding("-", _PASTED, body.encode())

        title = "Paste an article, its title in the first line"
        editor = NoteEditor(title, "", draft.body, keep=draft.keep, offer=lambda begun: [])
        self.app.push_screen(editor, done)

    def action_stop_adding(self) -> None:
        """End the adding that is under way."""
        if self._adding is None:
            self.tell("Nothing is being added.")
        else:
            self._adding.terminate()

    def _may_add(self) -> bool:
        if self._adding is not None:
            self.tell("Articles are being added: wait, or stop it by :add.stop")
            return False
        return self._can_write()

    def _ask_for_path(self, typed: str) -> None:
        from casefile.tui.widgets.form_lines import ReasonLine

        form = ReasonLine("Add which file or folder:", typed, keys_of(self, keys.Place.REASON))
        self.open_form(form, keys.Place.REASON, self._add_path)

    def _add_path(self, typed: str) -> None:
        """Add what a path names; ask again where there is nothing."""
        if not typed.strip():
            return
        try:
            path = Path(typed.strip()).expanduser()
            is_there = path.exists()
        except (OSError, RuntimeError, ValueError):
            is_there = False
        if is_there:
            self._begin_adding(str(path.absolute()), path.name)
            return
        self._ask_for_path(typed)
        self.tell(f"There is no file or folder {typed.strip()}.")
        self.say_below()

    def _begin_adding(self, path: str, name: str, data: bytes = b"") -> None:
        command = [*OURSELVES, "add", str(self._case.path), path, "--json"]
        try:
            self._adding = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        except OSError as error:
            self._show_brought(Brought(f"Nothing was added: {error.strerror or error}.", False))
            return
        self.tell(f"Adding {text.line(name)}. Go on meanwhile; :add.stop stops it")
        self._add(self._adding, data)

    @work(thread=True, group="adding")
    def _add(self, process: "subprocess.Popen[bytes]", data: bytes) -> None:
        """Wait until all is read."""
        told, trouble = process.communicate(data)
        if not get_current_worker().is_cancelled:
            said = _said(process.returncode, told, trouble.decode(errors="replace"))
            self.app.call_from_thread(self.post_message, Brought(said, process.returncode == 0))

    @on(Brought)
    def _show_brought(self, message: Brought) -> None:
        self._adding = None
        said = message.said
        if self._pasted is not None and message.is_all:
            self._pasted.drop()
        elif self._pasted is not None and not self.memory.is_private:
            self._left = (self._pasted, *self._left)
            said += " :drafts has what you pasted"
        self._pasted = None
        self.tell(said)
        self.reload()

    def on_unmount(self) -> None:
        """Stop reading where the browser is left: what was read is in the case."""
        if self._adding is not None:
            self._adding.terminate()


def _said(status: int, told: bytes, trouble: str) -> str:
    """Say what became of a batch, in one line."""
    if status not in (0, 1):
        return "Stopped. What was read is in the case; to add the same again goes on."
    if not told.strip():
        return (
            trouble.strip().rpartition("\n")[2].removeprefix("casefile: ") or "Nothing was added."
        )
    report: dict[str, Any] = json.loads(told)
    counts = {
        "added": "added",
        "versions": "with another text than before",
        "unchanged": "there already",
        "failed": "failed",
    }
    said = ", ".join(f"{len(report[one]):,} {what}" for one, what in counts.items() if report[one])
    why = f" {report['failed'][0]['reason']}" if report["failed"] else ""
    return f"{said or 'Nothing to add there'}.{why}"

"""The part of the browser that adds articles: files, folders, and what is pasted.

A process of its own reads them, so that the keys are answered as ever. Each source is stored by
itself: what was read stays, whatever ends the rest.
"""

import json
import subprocess
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, Any

from textual import on, work
from textual.reactive import reactive
from textual.worker import get_current_worker

from casefile.deeds.drafts import ARTICLE, Draft
from casefile.tui import keys, text
from casefile.tui.base.pick_line import PickLine
from casefile.tui.screens.behind import behind_of
from casefile.tui.screens.beside import OURSELVES
from casefile.tui.screens.brought import Brought, Progressed
from casefile.tui.screens.drafting import DraftingScreen
from casefile.tui.screens.forms import keys_of

_PASTED = "what was pasted"


class AddingScreen(DraftingScreen):
    """Adds one batch of articles at a time, behind the screen."""

    running: reactive[str] = reactive("", repaint=False)
    """What goes on behind the screen, in a few words; empty for nothing."""

    _adding: "subprocess.Popen[bytes] | None" = None
    """The process that reads them."""
    _added: str = ""
    """What it was given, and how far it is."""
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

    def action_jobs(self) -> None:
        """Say what is running and how far it is, and offer to stop it."""
        if self._adding is None:
            waits = behind_of(self).is_waiting
            said = "What you decided is being linked: it makes way for all you do."
            self.tell(said if waits else "Nothing is running.")
            return
        from casefile.tui.widgets.jobs_line import JobsLine

        line = JobsLine()
        line.asked = self._added
        self.open_form(line, keys.Place.JOBS, self._take_job)

    def _take_job(self, choice: str) -> None:
        if choice == "stop":
            self.action_stop_adding()

    def action_stop_adding(self) -> None:
        """End the adding that is under way."""
        if self._adding is None:
            self.tell("Nothing is being added.")
        else:
            self._adding.terminate()

    def _may_add(self) -> bool:
        if self._adding is not None:
            self.tell("Articles are being added: w says how far it is, and stops it.")
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
        from tempfile import TemporaryFile

        command = [*OURSELVES, "add", str(self._case.path), path, "--json", "--progress"]
        with ExitStack() as opened:
            # A file takes what is said at the end, while what is said on the way is read.
            report = opened.enter_context(TemporaryFile())
            try:
                self._adding = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=report, stderr=subprocess.PIPE
                )
            except OSError as error:
                said = f"Nothing was added: {error.strerror or error}."
                self._show_brought(Brought(said, is_all=False))
                return
            later = opened.pop_all()
        self._added, self.running = f"Adding {text.line(name)}", "adding"
        self.tell(f"{self._added}. Go on meanwhile; w says how far it is")
        self._add(self._adding, report, later, data)

    @work(thread=True, group="adding")
    def _add(
        self,
        process: "subprocess.Popen[bytes]",
        report: IO[bytes],
        opened: ExitStack,
        data: bytes,
    ) -> None:
        """Wait until all is read, and let the screen know how far it is."""
        worker, trouble = get_current_worker(), ""
        with opened, process:
            assert process.stdin is not None
            assert process.stderr is not None
            with suppress(OSError), process.stdin:  # it may have ended already
                process.stdin.write(data)
            for line in process.stderr:
                if (progress := _progress(line)) is None:
                    trouble = line.decode(errors="replace")
                elif not worker.is_cancelled:
                    self.post_message(progress)
            process.wait()
            report.seek(0)
            told = report.read()
        if not worker.is_cancelled:
            said = _said(process.returncode, told, trouble)
            self.app.call_from_thread(self.post_message, Brought(said, process.returncode == 0))

    @on(Progressed)
    def _show_progress(self, message: Progressed) -> None:
        if self._adding is None:
            return
        far = f"{message.done:,} of {message.total:,}"
        head = self._added.partition(":")[0]
        what = text.line(message.name) or "linking them with the rest"
        self._added, self.running = f"{head}: {far}, {what}", f"adding {far}"
        for line in self.query("JobsLine").results(PickLine):
            line.asked = self._added

    @on(Brought)
    def _show_brought(self, message: Brought) -> None:
        self._adding, self.running = None, ""
        for line in self.query("JobsLine").results(PickLine):
            line.action_pick("")
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


def _progress(line: bytes) -> Progressed | None:
    """Return how far it is, as ``add --progress`` says it; None for a line that says another."""
    try:
        told = json.loads(line)
        return Progressed(int(told["done"]), int(told["total"]), str(told["name"]))
    except (ValueError, TypeError, LookupError):
        return None


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

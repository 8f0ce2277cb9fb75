"""The editor of one note, over the browser."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea
from textual.widgets.text_area import Edit, EditResult

from casefile.core.pointers import begun
from casefile.tui import keys, text
from casefile.tui.base.keys_line import KeysLine

KEEP_S = 0.5
"""Seconds after which what was typed is kept; with the writing, well below one."""


class NoteArea(TextArea):
    """A text area in which pasted control characters do no harm."""

    def edit(self, edit: Edit) -> EditResult:
        """Make what is typed or pasted harmless first."""
        return super().edit(
            Edit(text.block(edit.text), edit.from_location, edit.to_location,
                 edit.maintain_selection_offset)
        )  # fmt: skip


class NoteEditor(ModalScreen[str | None]):
    """Returns the text, or None if it was thrown away. Escape keeps what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.NOTE, priority=True)

    DEFAULT_CSS = """
    NoteEditor { align: center middle; }
    NoteEditor Vertical {
        width: 80%; max-width: 90; height: 70%; max-height: 24; min-height: 6;
        background: $surface; border: round $primary; padding: 0 1;
    }
    NoteEditor #note-title { height: 1; text-style: bold; }
    NoteEditor #note-quote { height: auto; max-height: 3; color: $text-muted; }
    NoteEditor #note-trouble { height: auto; color: $text-error; text-style: bold; }
    NoteEditor NoteArea, NoteEditor NoteArea:focus { height: 1fr; border: none; padding: 0; }
    NoteEditor #note-names { height: 1; color: $text-accent; display: none; }
    NoteEditor #note-keys { height: 1; }
    """

    def __init__(
        self,
        title: str,
        quote: str,
        body: str,
        *,
        keep: Callable[[str], None],
        offer: Callable[[str], list[tuple[str, str]]],
        trouble: str = "",
    ) -> None:
        """Edit a text; ``keep`` is told of it while it is typed.

        ``offer`` returns what a pointer that is begun may be, the best first, as it is written
        and as it is offered; it is asked by a worker.
        """
        super().__init__()
        self._title = title
        self._quote = quote
        self._body = body
        self._shown = ""
        """The body as it is shown to begin with."""
        self._keep = keep
        self._offer = offer
        self._trouble = trouble
        self._unkept: TextArea | None = None
        """Where something was typed that is not kept yet."""
        self._is_over = False
        self._begun: str | None = None
        """The name being typed after two brackets."""
        self._names: list[tuple[str, str]] = []
        """What it may be, the best first: as it is written, and as it is offered."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(text.content(self._title), id="note-title")
            if self._quote:
                yield Static(
                    text.content(f"“{text.cut(text.line(self._quote), 240)}”"), id="note-quote"
                )
            if self._trouble:
                yield Static(text.content(f"Not saved. {self._trouble}"), id="note-trouble")
            yield NoteArea(text.block(self._body), soft_wrap=True)
            yield Static(id="note-names")
            yield KeysLine(keys.Place.NOTE, id="note-keys")

    def on_mount(self) -> None:
        area = self.query_one(NoteArea)
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        self._shown = area.text
        self.set_focus(area)

    def on_click(self, event: events.Click) -> None:
        """Keep clicks beside the editor from doing anything."""
        event.stop()

    @on(TextArea.Changed)
    def _keep_soon(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._unkept is None and not self._is_over:
            self._unkept = event.text_area
            self.set_timer(KEEP_S, self._keep_now)

    def _keep_now(self) -> None:
        if self._unkept is not None:
            self._keep(self._unkept.text)
            self._unkept = None

    @on(TextArea.SelectionChanged)
    def _look_for_names(self, event: TextArea.SelectionChanged) -> None:
        event.stop()
        row, column = event.text_area.cursor_location
        name = begun(event.text_area.document.get_line(row)[:column])
        if name == self._begun:
            return
        self._begun = name
        if name is None or not name.strip():
            self.workers.cancel_group(self, "names")
            self._show_names([])
        else:
            self._seek(name)

    @work(thread=True, exclusive=True, group="names")
    def _seek(self, name: str) -> None:
        names = self._offer(name)
        self.app.call_from_thread(self._take_names, name, names)

    def _take_names(self, name: str, names: list[tuple[str, str]]) -> None:
        if name == self._begun and self.is_attached:
            self._show_names(names)

    def _show_names(self, names: list[tuple[str, str]]) -> None:
        self._names = names
        line = self.query_one("#note-names", Static)
        line.display = bool(names)
        line.update(text.content("tab: " + " · ".join(text.line(shown) for _, shown in names)))

    def action_complete(self) -> None:
        """Write the first of the names out, where one is begun."""
        if self._begun is None or not self._names:
            return
        area = self.query_one(NoteArea)
        row, column = area.cursor_location
        rest = area.document.get_line(row)[column:]
        end = column + 2 if rest.startswith("]]") else column
        start = (row, column - len(self._begun))
        written = area.replace(f"{self._names[0][0]}]]", start, (row, end))
        area.move_cursor(written.end_location)

    def on_unmount(self) -> None:
        """Keep the last letters where the browser is ended from outside."""
        self._keep_now()

    def _end(self) -> None:
        """Keep nothing more: what was typed last may still be on its way here."""
        self._is_over = True
        self._unkept = None

    def action_save(self) -> None:
        """Hand the text back."""
        self._end()
        written = self.query_one(NoteArea).text
        # Signs that are not shown as they are have not become others where nothing was typed.
        self.dismiss(self._body if written == self._shown else written)

    def action_discard(self) -> None:
        """Throw away what was typed."""
        self._end()
        self.dismiss(None)

"""The editor of one note, over the browser."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea
from textual.widgets.text_area import Edit, EditResult

from casefile.tui import keys, text
from casefile.tui.keymap import hint


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
    NoteEditor #note-keys { height: 1; }
    """

    def __init__(self, title: str, quote: str, body: str, *, trouble: str = "") -> None:
        super().__init__()
        self._title = title
        self._quote = quote
        self._body = body
        self._trouble = trouble

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
            yield Static(hint(self, keys.Place.NOTE), id="note-keys")

    def on_mount(self) -> None:
        area = self.query_one(NoteArea)
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        self.set_focus(area)

    def on_click(self, event: events.Click) -> None:
        """Keep clicks beside the editor from doing anything."""
        event.stop()

    def action_save(self) -> None:
        """Hand the text back."""
        self.dismiss(self.query_one(NoteArea).text)

    def action_discard(self) -> None:
        """Throw away what was typed."""
        self.dismiss(None)

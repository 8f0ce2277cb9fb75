"""The line in which a list is narrowed, or words are looked for in a text."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from casefile.tui import text
from casefile.tui.base.line_input import LineInput
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Done, Narrow


class NarrowLine(Horizontal):
    """One line of text; every change posts Narrow, enter keeps it, escape clears it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.NARROW, priority=True)

    DEFAULT_CSS = """
    NarrowLine { height: 1; width: 1fr; background: $boost; display: none; }
    NarrowLine Static { width: auto; text-style: bold; padding: 0 0 0 1; color: $text-accent; }
    NarrowLine LineInput { width: 1fr; }
    """

    def compose(self) -> ComposeResult:
        yield Static()
        yield LineInput()

    def begin(self, what: str, value: str) -> None:
        """Open the line with what it was left at."""
        self.query_one(Static).update(text.content(what))
        line = self.query_one(LineInput)
        with line.prevent(Input.Changed):
            line.value = value
        line.cursor_position = len(line.value)
        self.display = True
        line.focus()

    @on(Input.Changed)
    def _ask_to_narrow(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Narrow(event.value).by(self))

    def action_keep(self) -> None:
        """Go on with the list as it is."""
        self._close(keep=True)

    def action_clear(self) -> None:
        """Go on with the whole list."""
        self._close(keep=False)

    def _close(self, *, keep: bool) -> None:
        self.display = False
        self.post_message(Done(keep).by(self))

"""The line in which a reader names what is saved."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from casefile.tui import text
from casefile.tui.base.line_input import LineInput
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Named

_MOST = 40
"""Columns of what is named, before the name."""


class NameLine(Horizontal):
    """One line of text; enter and escape post Named."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.NAME, priority=True)

    DEFAULT_CSS = """
    NameLine { height: 1; width: 1fr; background: $boost; display: none; }
    NameLine Static { width: auto; text-style: bold; padding: 0 0 0 1; color: $text-accent; }
    NameLine LineInput { width: 1fr; }
    """

    def compose(self) -> ComposeResult:
        yield Static()
        yield LineInput()

    def begin(self, what: str) -> None:
        """Ask for a name of something, offering what it is."""
        self.query_one(Static).update(text.content(f"Save “{text.cut(text.line(what), _MOST)}” as"))
        line = self.query_one(LineInput)
        line.value = what
        line.select_all()
        self.display = True
        line.focus()

    def action_name(self) -> None:
        """Save it by this name."""
        self._close(self.query_one(LineInput).value)

    def action_cancel(self) -> None:
        """Save nothing."""
        self._close(None)

    def _close(self, name: str | None) -> None:
        self.display = False
        self.post_message(Named(name).by(self))

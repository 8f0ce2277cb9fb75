"""The line in which a reader names what is saved."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from casefile.tui import text
from casefile.tui.base.keys_line import line_of
from casefile.tui.base.line_input import KEYS_FROM, LineInput
from casefile.tui.keymap import keymap_of
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Named

_MOST = 40
"""Columns of what is named, before the name."""


class NameLine(Horizontal):
    """One line of text; enter and escape post Named."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.NAME, priority=True)

    DEFAULT_CSS = """
    NameLine { height: 1; width: 1fr; background: $boost; }
    NameLine Static { width: auto; text-style: bold; padding: 0 0 0 1; color: $text-accent; }
    NameLine LineInput { width: 1fr; }
    NameLine .line-keys { text-style: none; color: $text-muted; padding: 0 1; }
    """

    def compose(self) -> ComposeResult:
        yield Static()
        yield LineInput()
        keys = keymap_of(self).footer((Place.NAME,))
        yield Static(line_of(keys, KEYS_FROM), classes="line-keys")

    def on_resize(self, event: events.Resize) -> None:
        """Tell the keys where there is room for them."""
        self.query_one(".line-keys").display = event.size.width >= KEYS_FROM

    def begin(self, what: str) -> None:
        """Ask for a name of something, offering what it is."""
        self.query_one(Static).update(text.content(f"Save “{text.cut(text.line(what), _MOST)}” as"))
        line = self.query_one(LineInput)
        line.value = what
        line.select_all()

    def action_name(self) -> None:
        """Save it by this name."""
        self._close(self.query_one(LineInput).value)

    def action_cancel(self) -> None:
        """Save nothing."""
        self._close(None)

    def _close(self, name: str | None) -> None:
        self.post_message(Named(name).by(self))

"""The line in which a list is narrowed, or words are looked for in a text."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from casefile.tui import text
from casefile.tui.base.keys_line import line_of
from casefile.tui.base.line_input import KEYS_FROM, LineInput
from casefile.tui.keymap import keymap_of
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Done, Narrow


class NarrowLine(Horizontal):
    """One line of text; every change posts Narrow, enter keeps it, escape clears it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.NARROW, priority=True)

    DEFAULT_CSS = """
    NarrowLine { height: 1; width: 1fr; background: $boost; }
    NarrowLine Static { width: auto; text-style: bold; padding: 0 0 0 1; color: $text-accent; }
    NarrowLine LineInput { width: 1fr; }
    NarrowLine .line-keys { text-style: none; color: $text-muted; padding: 0 1; }
    """

    def compose(self) -> ComposeResult:
        yield Static()
        yield LineInput()
        keys = keymap_of(self).footer((Place.NARROW,))
        yield Static(line_of(keys, KEYS_FROM), classes="line-keys")

    def on_resize(self, event: events.Resize) -> None:
        """Tell the keys where there is room for them."""
        self.query_one(".line-keys").display = event.size.width >= KEYS_FROM

    def begin(self, what: str, value: str) -> None:
        """Open the line with what it was left at."""
        self.query_one(Static).update(text.content(what))
        line = self.query_one(LineInput)
        with line.prevent(Input.Changed):
            line.value = value
        line.cursor_position = len(line.value)

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
        self.post_message(Done(keep).by(self))

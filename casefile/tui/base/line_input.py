"""One line of typing, in which pasted control characters do no harm."""

from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input

from casefile.tui import text

KEYS_FROM = 60
"""Columns of a line from which its keys stand behind what is typed."""


class LineInput(Input):
    """Textual's input without blinking, its value always safe to draw."""

    DEFAULT_CSS = """
    LineInput, LineInput:focus { height: 1; border: none; padding: 0 1; background: $boost; }
    """

    virtual_size: reactive[Size] = reactive(Size(0, 0))
    """Textual's own, but without arranging the whole screen anew at each key."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False

    def watch_virtual_size(self) -> None:
        self.scroll_x = self.validate_scroll_x(self.scroll_x)

    def validate_value(self, value: str) -> str:
        """Show what is typed or pasted as symbols where it could drive the terminal."""
        return text.line(value)

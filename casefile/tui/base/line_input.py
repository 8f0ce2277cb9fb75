"""One line of typing, in which pasted control characters do no harm."""

from textual.widgets import Input

from casefile.tui import text


class LineInput(Input):
    """Textual's input without blinking, its value always safe to draw."""

    DEFAULT_CSS = """
    LineInput, LineInput:focus { height: 1; border: none; padding: 0 1; background: $boost; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Show what is typed or pasted as symbols where it could drive the terminal."""
        return text.line(value)

"""A form of one line: a label, and what is typed."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from casefile.tui import text
from casefile.tui.base.line_input import LineInput
from casefile.tui.messages import Written

_TOLD = 72
"""Columns of a terminal from which the keys of the form stand behind what is typed."""

_TYPED = 28
"""Columns left for what is typed, before the label takes more than its least."""

_LABEL = 12
"""Columns that a label has at least."""


class FormLine(Horizontal):
    """Enter posts Written with the text, escape Written(None)."""

    DEFAULT_CSS = """
    FormLine { height: 1; width: 1fr; background: $boost; }
    FormLine Static { width: auto; text-style: bold; padding: 0 0 0 1; color: $text-accent; }
    FormLine LineInput { width: 1fr; }
    FormLine #form-keys { text-style: none; color: $text-muted; padding: 0 1; }
    """

    def __init__(self, what: str, value: str, keys: str) -> None:
        super().__init__()
        self._what = what
        self._value = value
        self._keys = keys

    def compose(self) -> ComposeResult:
        width = self.app.size.width
        is_told = width >= _TOLD
        left = width - _TYPED - (len(self._keys) if is_told else 0)
        yield Static(text.content(text.cut(text.line(self._what), max(_LABEL, left))))
        yield LineInput()
        if is_told:
            yield Static(text.content(self._keys), id="form-keys")

    def on_mount(self) -> None:
        line = self.query_one(LineInput)
        line.value = self._value
        line.cursor_position = len(line.value)
        line.focus()

    @on(Input.Changed)
    def _keep_to_itself(self, event: Input.Changed) -> None:
        event.stop()

    def action_save(self) -> None:
        """Hand over what was typed."""
        self.post_message(Written(self.query_one(LineInput).value).by(self))

    def action_leave(self) -> None:
        """Leave all as it was."""
        self.post_message(Written(None).by(self))

"""A form of one line: a label, and what is typed."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from casefile.tui import text
from casefile.tui.base.line_input import LineInput
from casefile.tui.messages import Written

_TOLD = 72
"""Columns of a terminal from which the keys of the form stand behind what is typed."""

_TYPED = (16, 28)
"""Columns of what is typed, at least and at most, before the label takes more than its least."""

_AHEAD = 10
"""Columns behind what stands in the line, to go on typing and to show how it is completed."""

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
        yield Static(self._label(self._value), id="form-label")
        yield LineInput()
        if self._is_told:
            yield Static(text.content(self._keys), id="form-keys")

    @property
    def _is_told(self) -> bool:
        return self.app.size.width >= _TOLD

    def _label(self, value: str) -> Content:
        """Return the label, cut to the room that what is typed leaves it."""
        least, most = _TYPED
        typed = max(least, min(text.cells(text.line(value)) + _AHEAD, most))
        left = self.app.size.width - typed - (len(self._keys) if self._is_told else 0)
        return text.content(text.cut(text.line(self._what), max(_LABEL, left)))

    def on_mount(self) -> None:
        line = self.query_one(LineInput)
        line.value = self._value
        line.cursor_position = len(line.value)
        line.focus()

    @on(Input.Changed)
    def _make_room(self, event: Input.Changed) -> None:
        event.stop()
        shown, label = self.query_one("#form-label", Static), self._label(event.value)
        if shown.content != label:
            shown.update(label)

    def action_save(self) -> None:
        """Hand over what was typed."""
        self.post_message(Written(self.query_one(LineInput).value).by(self))

    def action_leave(self) -> None:
        """Leave all as it was."""
        self.post_message(Written(None).by(self))

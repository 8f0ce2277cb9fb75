"""The line that says what to type for the labels on the screen, and takes it."""

from collections.abc import Collection
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from casefile.tui import text
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Labelled


class LabelLine(Widget, can_focus=True):
    """Takes letters until they make a label, or none; posts Labelled once."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.LABEL, priority=True)

    DEFAULT_CSS = """
    LabelLine { height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    typed: reactive[str] = reactive("")
    """What was typed of a label."""

    _labels: Collection[str] = ()
    _is_waiting = False

    def begin(self, labels: Collection[str]) -> None:
        """Wait for one of these labels."""
        self._labels = labels
        self.typed = ""
        self._is_waiting = True

    def render(self) -> Content:
        return Content.assemble(
            (" Go to ", "bold reverse"), "  ", (text.line(self.typed), "bold $text-accent"),
            "… type the letters before a word, a row or a pane   ",
            ("esc", "bold $text-accent"), " cancel",
        )  # fmt: skip

    def on_key(self, event: events.Key) -> None:
        """Take a letter; what begins no label ends it."""
        event.stop()
        event.prevent_default()
        if event.key == "backspace" and self.typed:
            self.typed = self.typed[:-1]
            return
        typed = self.typed + (event.character or event.key)
        if typed in self._labels or not any(one.startswith(typed) for one in self._labels):
            self._end(typed)
        else:
            self.typed = typed

    def on_blur(self) -> None:
        """End where a click has gone elsewhere."""
        self._end("")

    def action_none(self) -> None:
        """Go nowhere."""
        self._end("")

    def _end(self, typed: str) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self.post_message(Labelled(typed).by(self))

"""The line that waits for a letter, after ``m`` or ``'``, and says which there are."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget

from casefile.tui import text
from casefile.tui.messages import Letter


class LetterLine(Widget, can_focus=True):
    """Posts Letter for the next key: the letter, or none for any other key."""

    DEFAULT_CSS = """
    LetterLine { height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._what = ""
        self._taken: Sequence[tuple[str, str]] = ()
        self._is_waiting = False

    def begin(self, what: str, taken: Sequence[tuple[str, str]]) -> None:
        """Wait for a letter.

        Args:
            what: What the letter is for.
            taken: The letters that stand for something, with its name.
        """
        self._what, self._taken = what, taken
        self._is_waiting = True
        self.refresh()

    def render(self) -> Content:
        parts: list[str | Content | tuple[str, str]] = [(f" {self._what} ", "bold reverse"), "  "]
        for letter, name in self._taken:
            shown = text.cut(text.line(name), 18)
            parts += [(letter, "bold $text-accent"), f" {shown}  "]
        cancel = Content.assemble(("esc", "bold $text-accent"), " cancel")
        room = self.size.width - cancel.cell_length
        offered = Content.assemble(*parts)
        if offered.cell_length > room:
            offered = offered.truncate(max(0, room - 2), ellipsis=True) + "  "
        return offered + cancel

    def on_key(self, event: events.Key) -> None:
        """Take the key, whatever it does elsewhere; what is typed on after it goes by."""
        if not self._is_waiting:
            return
        event.stop()
        event.prevent_default()
        letter = event.character or ""
        self._is_waiting = False
        self.post_message(Letter(letter if letter.isalnum() else "").by(self))

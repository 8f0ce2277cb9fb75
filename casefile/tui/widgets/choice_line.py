"""The line that offers a few choices, each by one letter."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from casefile.tui.keymap import keymap_of
from casefile.tui.keys import Place, bindings, shown
from casefile.tui.messages import Choose


class ChoiceLine(Widget, can_focus=True):
    """Asks what to copy; a letter posts Choose, anything that takes the focus away ends it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.CHOICE, priority=True)

    DEFAULT_CSS = """
    ChoiceLine { height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    def render(self) -> Content:
        parts: list[str | Content | tuple[str, str]] = [(" Copy ", "bold reverse"), "  "]
        for key in keymap_of(self).footer((Place.CHOICE,)):
            parts += [(shown(key)[0], "bold $text-accent"), f" {key.brief or key.label}  "]
        return Content.assemble(*parts)

    def action_choose(self, choice: str) -> None:
        """Take a choice, empty for none."""
        self.post_message(Choose(choice).by(self))

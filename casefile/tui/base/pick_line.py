"""A line that offers letters: what each does stands beside it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from casefile.tui import text
from casefile.tui.keymap import keymap_of
from casefile.tui.keys import Place, bindings, shown
from casefile.tui.messages import Pick

_ALL = 100
"""More keys than any such line has."""


class PickLine(Widget, can_focus=True):
    """One line; a letter posts Pick. What the letters are, the children know."""

    PLACE: ClassVar[Place]
    """Whose keys it offers: each child names it with its bases."""

    def __init_subclass__(cls, *, place: Place, **rest: Any) -> None:
        cls.PLACE = place
        cls.BINDINGS = bindings(place, priority=True)
        super().__init_subclass__(**rest)

    DEFAULT_CSS = """
    PickLine { height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    asked: reactive[str] = reactive("")
    """What it is about, in a word or two."""
    without: reactive[frozenset[str]] = reactive(frozenset())
    """The ids of keys that do nothing here."""
    labels: reactive[Mapping[str, str]] = reactive({})
    """What a key does here, by its id, where that is to be said in other words."""

    def render(self) -> Content:
        wide = self._offer("  ")
        return wide if wide.cell_length <= self.size.width else self._offer(" ")

    def _offer(self, apart: str) -> Content:
        """Return the keys, with so much between two of them."""
        parts: list[str | Content | tuple[str, str]] = [
            (f" {text.line(self.asked)} ", "bold reverse"),
        ]
        for key in keymap_of(self).footer((self.PLACE,), _ALL):
            if key.id not in self.without:
                label = self.labels.get(key.id, key.brief or key.label)
                parts += [apart, (shown(key)[0], "bold $text-accent"), f" {label}"]
        return Content.assemble(*parts)

    def action_pick(self, choice: str) -> None:
        """Take a choice, empty for none."""
        self.post_message(Pick(choice).by(self))

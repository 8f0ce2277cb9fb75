"""A form that offers letters: what each does stands beside it."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from casefile.tui import text
from casefile.tui.base.keys_line import offered
from casefile.tui.keymap import keymap_of
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import ListEffect, Pick

_ALL = 100
"""More keys than any such line has."""


class PickLine(Widget, can_focus=True):
    """One line, more where all does not fit; a letter posts Pick. The children know the letters."""

    PLACE: ClassVar[Place]
    """Whose keys it offers: each child names it with its bases."""

    def __init_subclass__(cls, *, place: Place, **rest: Any) -> None:
        cls.PLACE = place
        cls.BINDINGS = bindings(place, priority=True)
        super().__init_subclass__(**rest)

    DEFAULT_CSS = """
    PickLine { height: auto; width: 1fr; background: $panel; color: $foreground; }
    """

    asked: reactive[str] = reactive("")
    """What it is about, in a word or two."""
    told: reactive[str] = reactive("", layout=True)
    """What should be known before the answer: a line of its own below what is asked."""
    without: reactive[frozenset[str]] = reactive(frozenset())
    """The ids of keys that do nothing here."""
    labels: reactive[Mapping[str, str]] = reactive({})
    """What a key does here, by its id, where that is to be said in other words."""

    def render(self) -> Content:
        return Content("\n").join(self._rows(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width))

    def _rows(self, width: int) -> list[Content]:
        """Return what is asked and the keys, in one line of so many columns or in more."""
        asked = Content.styled(f" {text.line(self.asked)} ", "bold reverse")
        offers = [
            offered(key, self.labels.get(key.id, ""))
            for key in keymap_of(self).footer((self.PLACE,), _ALL)
            if key.id not in self.without
        ]
        told = [Content(f" {text.cut(text.line(self.told), max(0, width - 2))}")] * bool(self.told)
        for apart in ("  ", " "):
            row = Content(apart).join([asked, *offers])
            if not told and row.cell_length <= width:
                return [row]
        below = packed([Content(" ") + offers[0], *offers[1:]], width)
        if told or len(below) == 1:
            return [asked, *told, *below]
        return packed([asked, *offers], width)

    def action_list(self) -> None:
        """Show by name what would follow."""
        self.post_message(ListEffect().by(self))

    def action_pick(self, choice: str) -> None:
        """Take a choice, empty for none."""
        self.post_message(Pick(choice).by(self))


def packed(parts: Iterable[Content], width: int) -> list[Content]:
    """Return parts one after the other, in as many lines as they need at that many columns."""
    first, *others = parts
    rows = [first]
    for one in others:
        row = Content("  ").join([rows[-1], one])
        rows[-1:] = [row] if row.cell_length <= width else [rows[-1], Content(" ") + one]
    return rows

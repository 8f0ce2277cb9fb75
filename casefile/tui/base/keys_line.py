"""The line of keys at the foot of what lies over the browser."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from casefile.tui import text
from casefile.tui.keymap import keymap_of
from casefile.tui.keys import Key, Place, shown

_MOST = 9
"""Keys of such a line."""


class KeysLine(Widget):
    """One line: the most useful keys that have room, and always the one that leads out."""

    DEFAULT_CSS = """
    KeysLine { height: 1; width: 1fr; }
    """

    places: reactive[tuple[Place, ...]] = reactive(())
    """Whose keys. Set by the screen."""

    without: reactive[frozenset[str]] = reactive(frozenset())
    """The ids of keys that do nothing now."""

    def __init__(self, *places: Place, id: str) -> None:
        super().__init__(id=id)
        self.set_reactive(KeysLine.places, places)

    def render(self) -> Content:
        table = keymap_of(self).footer(self.places, most=_MOST)
        return line_of([key for key in table if key.id not in self.without], self.size.width)


def line_of(keys: Sequence[Key], width: int) -> Content:
    """Return as many of the keys as have room in so many columns, the first ones before others.

    Of what lies over the browser nobody gets out without ``escape``: it stays.
    """
    kept = list(keys)
    while True:
        for apart in ("  ", " "):
            line = Content(apart).join(offered(key) for key in kept)
            if line.cell_length <= width:
                return line
        spare = [key for key in kept if "escape" not in key.keys.split(",")]
        if not spare:
            return line
        kept.remove(spare[-1])


def offered(key: Key, label: str = "") -> Content:
    """Return a key and what it does, in a few words or in other ones."""
    said = text.line(label or key.brief or key.label)
    return Content.assemble((shown(key)[0], "bold $text-accent"), f" {said}")

"""The last line: what just happened, else the keys that work here."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from casefile.tui import text
from casefile.tui.keymap import keymap_of
from casefile.tui.keys import Place, shown


class StatusBar(Widget):
    """Says the last message until the next key, then the keys of this place."""

    DEFAULT_CSS = """
    StatusBar { height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    places: reactive[tuple[Place, ...]] = reactive((Place.LIST, Place.BROWSE))
    """What is in reach of the keys. Bound by the screen."""
    message: reactive[str] = reactive("")
    """What to say instead. Bound by the screen."""

    def render(self) -> Content:
        width = self.size.width
        if self.message:
            said = text.cut(text.line(self.message), width - 2)
            return Content.styled(f" {said}", "bold $text-warning")
        parts: list[str | Content | tuple[str, str]] = []
        used = 0
        for key in keymap_of(self).footer(self.places):
            name, label = shown(key)[0], key.brief or key.label
            used += len(name) + len(label) + 3
            if used > width:
                break
            parts += [" ", (name, "bold $text-accent"), f" {label} "]
        return Content.assemble(*parts)

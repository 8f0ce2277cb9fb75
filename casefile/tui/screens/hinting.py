"""The part of the browser that says what the keys of a pane do, the first times one comes to it."""

from textual.widget import Widget

from casefile.tui import keys, text
from casefile.tui.keymap import keymap_of
from casefile.tui.screens.desk import DeskScreen

FADE_S = 12.0
"""Seconds after which a hint goes by itself; any key takes it away before."""

TIMES = 2
"""How often a hint is given."""

HINTS: dict[keys.Place, tuple[tuple[str, str], ...]] = {
    keys.Place.LIST: (
        ("list.open", "opens"), ("only", "only what belongs to it"), ("narrow", "narrows"),
        ("palette", "every command"),
    ),
    keys.Place.CARD: (
        ("card.follow", "follows"), ("back", "comes back"), ("card.next", "next group"),
        ("labels", "a letter on every link"),
    ),
    keys.Place.ARTICLE: (
        ("article.next", "next name"), ("article.follow", "follows it"), ("back", "comes back"),
        ("select", "selects words"),
    ),
    keys.Place.TIMELINE: (
        ("timeline.in", "closer"), ("timeline.later", "later"), ("timeline.counts", "by month"),
        ("back", "comes back"),
    ),
    keys.Place.MATRIX: (
        ("matrix.right", "next column"), ("list.open", "what tells of both"),
        ("back", "comes back"),
    ),
}  # fmt: skip
"""By kind of pane the keys to know first, by id, and what each does in a word or two."""


class HintingScreen(DeskScreen):
    """Gives each hint to a reader a few times, then never again."""

    _has_pressed = False
    """Whether a key was pressed: until then the last line tells the keys of the first pane."""

    def on_key(self) -> None:
        """Give hints from now on."""
        self._has_pressed = True

    def _set_places(self, pane: Widget) -> None:
        super()._set_places(pane)
        place = self.places[0]
        if place not in HINTS or self.message or not (self._has_pressed and self.memory.lasts):
            return
        name = f"hint.{place.value}"
        given = self.memory.habit(name)
        if len(given) >= TIMES:
            return
        self.memory.keep_habit(name, given + "x")
        hint = self._hint(place)
        self.tell(hint)
        self.set_timer(FADE_S, lambda: self._let_fade(hint))

    def _hint(self, place: keys.Place) -> str:
        """Return what to say, as many keys of it as there is room for."""
        table = {key.id: key for key in keymap_of(self).table}
        told = [f"{keys.shown(table[id])[0]} {does}" for id, does in HINTS[place] if table[id].keys]
        while len(told) > 1 and text.cells(" · ".join(told)) > self.app.size.width - 2:
            told.pop()
        return " · ".join(told)

    def _let_fade(self, hint: str) -> None:
        if self.message == hint:
            self.message = ""

"""The keys that work where the reader is, over the browser."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from casefile.model.words import Kind, Ref
from casefile.tui import keys
from casefile.tui.base.card import CardView
from casefile.tui.base.view import Card, CardRow, Shape

_ROOM = 20
"""Columns for the keys of an entry."""

_TITLES = {
    keys.Place.MOVE: "Moving",
    keys.Place.LIST: "In a list",
    keys.Place.CARD: "On a card",
    keys.Place.ARTICLE: "In an article",
    keys.Place.BROWSE: "Everywhere",
}


def help_card(places: tuple[keys.Place, ...]) -> Card:
    """Return the keys of the places as a card, those of this pane first."""
    rows: list[CardRow] = []
    for place in sorted(places, key=lambda place: place is keys.Place.BROWSE):
        rows += [CardRow(Shape.HEADING, _TITLES.get(place, place.value))]
        for key in keys.at(place):
            names = " ".join(keys.shown(key))
            rows.append(CardRow(Shape.TEXT, f"{names:{_ROOM}}{key.label}"))
        rows.append(CardRow(Shape.BLANK))
    return Card(Ref(Kind.NOTE, 0), "Keys", tuple(rows))


class HelpCard(CardView):
    """The card of keys."""

    def _retitle(self) -> None:
        self.title_line("Keys of this place", "escape closes")


class HelpScreen(ModalScreen[None]):
    """Scrolls like any pane; escape closes it."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.HELP)

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen HelpCard, HelpScreen HelpCard:focus {
        width: 90%; max-width: 76; height: 90%; max-height: 48;
        background: $surface; border: round $primary; padding: 0 1;
    }
    """

    def __init__(self, places: tuple[keys.Place, ...]) -> None:
        super().__init__()
        self._places = places

    def compose(self) -> ComposeResult:
        yield HelpCard()

    def on_mount(self) -> None:
        card = self.query_one(HelpCard)
        card.view = help_card(self._places)
        card.focus()

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss()

"""The keys that work where the reader is, over the browser."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from casefile.model.words import Kind, Ref
from casefile.tui import keys
from casefile.tui.base import gutter
from casefile.tui.base.card import CardView
from casefile.tui.base.view import Card, CardRow, Shape
from casefile.tui.keymap import Keymap, keymap_of

_TITLES = {
    keys.Place.MOVE: "Moving",
    keys.Place.LIST: "In a list",
    keys.Place.TIMELINE: "On the timeline",
    keys.Place.COUNTS: "In the counts",
    keys.Place.MATRIX: "In the matrix",
    keys.Place.CARD: "On a card",
    keys.Place.ARTICLE: "In an article",
    keys.Place.BROWSE: "Everywhere",
    keys.Place.OVER: "In all that lies over the browser",
}
"""Where the name of a place, with a capital, would not do as a heading."""


_LAST = (keys.Place.BROWSE, keys.Place.OVER, keys.Place.MOVE)
"""Below the keys of the pane: those that work everywhere, then those everybody guesses."""

SIGNS = (
    ("›", "the cursor"),
    ("+", "before a row: you chose it; behind it: new to you"),
    ("*", "your note is here"),
    ("✓ ? ✗", "behind a row: confirmed, disputed, rejected; of a source its grade"),
    ("#word", "your tag"),
    ("!", "the passage under your note has changed or is gone"),
    *((letter, f"beside an article: {said}") for letter, _, _, said in gutter.SIGNS),
    (gutter.HIT, "beside an article: what you look for is on this line"),
    (gutter.MARKED, "beside an article: you marked this line with a letter"),
    ("~", "before a date: about"),
    ("━ ■", "on the timeline: from the earliest to the latest day it may have been"),
    ("┄ □", "the same, where it is not told as having happened"),
    ("← →", "a bar without a beginning, without an end"),
    ("« »", "it lies, or goes on, beyond the days in sight"),
    ("dim text", "not the story: menus, captions, bylines"),
    ("denied", "a fact that somebody denies"),
    ("negative", "a fact that says something is not so"),
    ("“may”", "the word that leaves a fact open"),
    ("A › B", "beside a fact: A says that B says so"),
)
"""What the signs on the screen mean."""

WORDS = (
    ('"exact words"', "these words in a row"),
    ("'part 'word'", "these letters, no typos; this whole word"),
    ("^begins ends$", "how a name or a text begins, ends"),
    ("~sounds", "names that sound so"),
    ("!not", "nothing with it; also before what follows"),
    ("a | b", "either; kind:person,place too"),
    ("kind:", "person, place, meeting, source, fact ... (type: is the same)"),
    ("source:", "told there: its publisher, title, path or number"),
    ("place:", "happened there"),
    ("after: before:", "2014, 2014-06 or 2014-06-03"),
    ("is:", "denied, hedged, quoted: a fact; planned, secret ...: an event"),
    ("tag: status: grade:", "what you said of it; sensitive:yes too"),
    ("in:", "where to look: names, events, facts, notes, text ..."),
)
"""What narrows a search and a list."""


def help_card(places: tuple[keys.Place, ...], keymap: Keymap) -> Card:
    """Return the keys of the places as a card, those of this pane first, and the signs."""
    rows: list[CardRow] = []
    for place in sorted(places, key=lambda place: _LAST.index(place) if place in _LAST else -1):
        rows += [CardRow(Shape.HEADING, _title(place))]
        for key in keymap.at(place):
            rows.append(_key_line(key, changed=key.id in keymap.changed))
        rows.append(CardRow(Shape.BLANK))
    rows += [CardRow(Shape.HEADING, "Signs"), *(_line(*sign) for sign in SIGNS)]
    rows += [CardRow(Shape.BLANK), CardRow(Shape.HEADING, "To search and to narrow, type")]
    rows += [_line(*word) for word in WORDS]
    return Card(Ref(Kind.NOTE, 0), "Keys", tuple(rows))


def _title(place: keys.Place) -> str:
    return _TITLES.get(place, place.value[0].upper() + place.value[1:])


def _key_line(key: keys.Key, *, changed: bool) -> CardRow:
    label = f"{key.label}  (yours)" if changed else key.label
    return _line(" ".join(keys.shown(key)), label)


def _line(name: str, meaning: str) -> CardRow:
    return CardRow(Shape.KEY, meaning, name)


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
        card.view = help_card(self._places, keymap_of(self))
        card.focus()

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss()

"""A card over the whole browser: rows to act on, what was done last, and the keys."""

from abc import abstractmethod
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from casefile.case import Case
from casefile.errors import CasefileError
from casefile.model.words import Kind, Ref
from casefile.tui import keys, messages, text
from casefile.tui.base.card import CardView
from casefile.tui.base.keys_line import KeysLine
from casefile.tui.base.view import Card, CardRow

_NOWHERE = Ref(Kind.NOTE, 0)


class OverCard(CardView, inherit_bindings=False):
    """Rows with a title of their own; keys but those that move or help are its screen's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.Place.MOVE),
        *keys.bindings(keys.Place.OVER),
    ]

    name_of_place = ""

    def _retitle(self) -> None:
        if self.view is not None:
            self.title_line(self.name_of_place, self.view.title)

    def action_help(self) -> None:
        """Show the keys of this place."""
        from casefile.tui.screens.help import HelpScreen

        places = self.screen.query_one(KeysLine).places
        self.app.push_screen(HelpScreen((keys.Place.MOVE, *places)))


class OverScreen(ModalScreen[Ref | str | None]):
    """Lists what can be decided on; returns what to go to, or to search for, or None."""

    PLACE: ClassVar[keys.Place]
    NAME: ClassVar[str]

    DEFAULT_CSS = """
    OverScreen { align: center middle; }
    OverScreen > Vertical { width: 100%; height: 100%; background: $surface; }
    OverScreen OverCard, OverScreen OverCard:focus { height: 1fr; background: $surface; }
    OverScreen #over-said { height: 1; padding: 0 1; color: $text-warning; text-style: bold; }
    OverScreen #over-keys { height: 1; background: $panel; }
    """

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case
        self.has_decided = False
        """Whether the browser below has to look again."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield OverCard()
            yield Static(id="over-said")
            yield KeysLine(self.PLACE, keys.Place.OVER, id="over-keys")

    def on_mount(self) -> None:
        card = self.query_one(OverCard)
        card.name_of_place = self.NAME
        self.show_rows()
        card.focus()

    @abstractmethod
    def show_rows(self) -> None:
        """Read again and show."""

    def put(
        self, title: str, rows: Iterable[CardRow], without: frozenset[str] = frozenset()
    ) -> None:
        """Show rows, and the keys but those of these ids; the cursor stays where it was."""
        self.query_one(KeysLine).without = without
        self.query_one(OverCard).view = Card(_NOWHERE, title, tuple(rows))

    @property
    def at(self) -> int:
        """The row that the cursor stands on; -1 for none."""
        card = self.query_one(OverCard)
        return card.cursor if card.row is not None else -1

    def say(self, words: str) -> None:
        """Say something in the line above the keys."""
        self.query_one("#over-said", Static).update(text.content(text.line(words)))

    def decide(self, deed: Callable[[], object], said: str) -> bool:
        """Decide something and say so, or say why not; tell whether it was done."""
        if self._case.read_only:
            self.say("The case is open for reading only: nothing can be decided.")
            return False
        try:
            deed()
        except CasefileError as error:
            self.say(str(error))
            return False
        self.has_decided = True
        self.say(said)
        self.show_rows()
        return True

    @on(messages.Point)
    def _stay(self, message: messages.Point) -> None:
        message.stop()

    @on(messages.Open)
    def _go(self, message: messages.Open) -> None:
        message.stop()
        self.go_to(message.ref)

    def go_to(self, ref: Ref) -> None:
        """Close, and go to a thing that is there."""
        try:
            self._case.label(ref)
        except CasefileError as error:
            self.say(str(error))
            return
        self.dismiss(ref)

    def action_go(self) -> None:
        """Go to what the cursor stands on."""
        row = self.query_one(OverCard).row
        if row is not None and row.ref is not None:
            self.go_to(row.ref)

    def action_undo(self) -> None:
        """Take the last decision back."""
        self.decide(self._case.undo, "The last decision was taken back.")

    def action_redo(self) -> None:
        """Make it again."""
        self.decide(self._case.redo, "Made again.")

    def action_close(self) -> None:
        """Close it."""
        self.dismiss(None)

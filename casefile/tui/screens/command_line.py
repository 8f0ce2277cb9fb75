"""The command line over the browser: every action of the place, by id or by words."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from casefile.model.words import Kind, Ref
from casefile.tui import keys
from casefile.tui.base.card import CardView
from casefile.tui.base.keys_line import KeysLine
from casefile.tui.base.line_input import LineInput
from casefile.tui.base.view import Card, CardRow, Shape
from casefile.tui.commands import Order, ordered, ranked, unknown

_LATELY = "Used lately"


def command_card(found: Sequence[keys.Key], recent: Sequence[str], typed: str) -> Card:
    """Return the commands as a card; those used lately apart, while nothing is typed."""
    rows = []
    lately = [key for key in found if key.id in recent] if not typed else []
    others = [key for key in found if key not in lately]
    if lately:
        rows += [CardRow(Shape.HEADING, _LATELY), *map(_row, lately), CardRow(Shape.BLANK)]
    rows += map(_row, others)
    if typed and not found:
        rows.append(CardRow(Shape.DIM, "No command is called so."))
    # The rows stand for no thing of the case: what they are is told by their place.
    return Card(Ref(Kind.NOTE, 0), "Commands", tuple(rows))


def _row(key: keys.Key) -> CardRow:
    takes = f" {key.takes}" if key.takes else ""
    name = " ".join(keys.shown(key)[:2]) if key.keys else ""
    detail = f"{name}  {key.id}{takes}".strip()
    return CardRow(Shape.LINK, key.label, detail, Ref(Kind.NOTE, 0))


class Commands(CardView, can_focus=False):
    """The commands that fit; the keys come from the line above."""

    def _retitle(self) -> None:
        """Leave the title empty: the line above says what this is."""

    def _tell(self) -> None:
        """Point at nothing: there is nothing of the case here."""

    @property
    def chosen(self) -> int:
        """The number of the chosen command, from 0; -1 for none."""
        rows = self._rows[: self.cursor + 1]
        return sum(row.ref is not None for row in rows) - 1


class CommandLine(ModalScreen[Order | str | None]):
    """Returns what to do, or a sentence where that is nothing known; None after escape."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.COMMAND, priority=True)

    DEFAULT_CSS = """
    CommandLine { align: center top; }
    CommandLine Vertical {
        width: 94%; max-width: 90; height: 70%; max-height: 30; min-height: 6; margin: 1 0 0 0;
        background: $surface; border: round $primary; padding: 0 1;
    }
    CommandLine Horizontal { height: 1; }
    CommandLine Horizontal Static { width: auto; text-style: bold; color: $text-accent; }
    CommandLine LineInput { width: 1fr; }
    CommandLine Commands { border: none; background: $surface; margin: 1 0 0 0; }
    CommandLine #command-keys { height: 1; }
    """

    def __init__(self, table: Sequence[keys.Key], recent: Sequence[str]) -> None:
        super().__init__()
        self._table = tuple(key for key in table if key.id != "palette")
        self._recent = recent
        self._found: list[keys.Key] = []

    def compose(self) -> ComposeResult:
        with Vertical():
            with Horizontal():
                yield Static(":")
                yield LineInput()
            yield Commands()
            yield KeysLine(keys.Place.COMMAND, id="command-keys")

    def on_mount(self) -> None:
        line = self.query_one(LineInput)
        line.placeholder = "a command by name, or a reference such as entity:12"
        self.set_focus(line)
        self._fill("")

    @property
    def _typed(self) -> str:
        return self.query_one(LineInput).value

    def _fill(self, typed: str) -> None:
        order = ordered(typed, self._table)
        self._found = [order.key] if order else ranked(typed, self._table, self._recent)
        shown = self.query_one(Commands)
        card = command_card(self._found, self._recent, typed.strip())
        if not typed.strip():
            lately = [key for key in self._found if key.id in self._recent]
            self._found = lately + [key for key in self._found if key not in lately]
        shown.view = card
        shown.cursor = -1
        shown.step(1)

    @on(Input.Changed)
    def _look_up(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(event.value)

    def action_result(self, by: int) -> None:
        """Move over the commands."""
        self.query_one(Commands).step(by)

    def action_complete(self) -> None:
        """Write the chosen command into the line, for what it takes."""
        if key := self._chosen():
            line = self.query_one(LineInput)
            line.value = f"{key.id} " if key.takes else key.id
            line.cursor_position = len(line.value)

    def _chosen(self) -> keys.Key | None:
        at = self.query_one(Commands).chosen
        return self._found[at] if 0 <= at < len(self._found) else None

    def action_go(self) -> None:
        """Do what is typed, else what is chosen."""
        typed = self._typed
        order = ordered(typed, self._table)
        if order is None and (key := self._chosen()):
            order = Order(key)
        self.dismiss(order or (unknown(typed, self._table) if typed.strip() else None))

    def action_close(self) -> None:
        """Close the line."""
        self.dismiss(None)

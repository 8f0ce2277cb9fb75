"""What a decision takes out of view, by name, over the question whether to make it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from casefile.case import Case
from casefile.model.words import Kind
from casefile.tui import keys, text
from casefile.tui.base.view import CardRow, Shape
from casefile.tui.screens.over import OverScreen

if TYPE_CHECKING:
    from casefile.deeds.going import Going, Gone

MOST = 500
"""Rows listed of one kind: who looks through more looks in the lists themselves."""

_GROUPS = {Kind.FACT: "Facts", Kind.EVENT: "Events", Kind.ENTITY: "Entities"}


class EffectScreen(OverScreen):
    """Lists what goes; the question waits below."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.EFFECT)
    PLACE = keys.Place.EFFECT
    NAME = "What goes"

    def __init__(self, case: Case, title: str, gone: "Gone") -> None:
        super().__init__(case)
        self._title = title
        self._gone = gone

    def show_rows(self) -> None:
        """Show what readers wrote first: nothing but a decision brings that back."""
        rows = [*_listed("What you wrote", self._gone.yours)]
        for kind, heading in _GROUPS.items():
            rows += _listed(heading, [one for one in self._gone.things if one.ref.kind is kind])
        none = frozenset() if rows else frozenset({"effect.go"})
        self.put(self._title, rows or [CardRow(Shape.DIM, "Nothing goes.")], none)


def _listed(heading: str, found: "Sequence[Going]") -> Iterator[CardRow]:
    if not found:
        return
    yield CardRow(Shape.HEADING, heading, text.number(len(found)))
    for one in found[:MOST]:
        detail = "others tell of it, too" if one.is_elsewhere else str(one.ref)
        yield CardRow(Shape.LINK, one.words, detail, one.ref)
    if len(found) > MOST:
        yield CardRow(Shape.DIM, f"and {len(found) - MOST:,} more")
    yield CardRow(Shape.BLANK)


def in_short(yours: "Sequence[Going]", width: int) -> str:
    """Return what readers wrote that goes, as much as fits into so many columns."""
    if not yours:
        return ""
    told = f"Yours: {text.line(yours[0].words)}"
    for number, one in enumerate(yours[1:], start=1):
        longer = f"{told}; {text.line(one.words)}"
        rest = f"; {len(yours) - number:,} more: l"
        if text.cells(longer) + len(rest) > width:
            return text.cut(told, width - len(rest)) + rest
        told = longer
    return text.cut(told, width)

"""Where two people differ after their logs were merged: both texts, and the reader chooses."""

from typing import ClassVar

from textual.binding import BindingType

from casefile.case import Case
from casefile.errors import CasefileError
from casefile.model.differences import Clash
from casefile.model.words import Ref
from casefile.tui import keys
from casefile.tui.base.view import CardRow, Shape
from casefile.tui.screens.over import OverScreen

_OF_A_DIFFERENCE = frozenset({*(f"settle.{n}" for n in range(1, 10)), "settle.skip", "settle.go"})
"""Ids of the keys that do nothing where nobody differs."""


class SettleScreen(OverScreen):
    """Shows one difference after the other; a digit chooses a side."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.SETTLE)
    PLACE = keys.Place.SETTLE
    NAME = "People differ"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self._open: list[Clash] = []
        self._number = 0

    def show_rows(self) -> None:
        """Show the difference that is asked about, or that there is none."""
        self._open = [one for one in self._case.clashes() if one.is_open]
        if not self._open:
            self.put("0 to settle", [
                CardRow(Shape.TITLE, "Nobody differs."),
                CardRow(Shape.DIM, "What two people said of one thing apart from each other is"
                        " asked about here, once their logs are merged: casefile replay."),
            ], _OF_A_DIFFERENCE)  # fmt: skip
            return
        self._number %= len(self._open)
        clash = self._open[self._number]
        rows = [
            CardRow(Shape.TITLE, f"Which {clash.what} shall hold?"),
            CardRow(Shape.BLANK),
            *(
                CardRow(Shape.LINK, self._called(ref), str(ref), ref)
                for ref in (clash.about, clash.other)
                if ref is not None
            ),
        ]
        for at, side in enumerate(clash.sides):
            holds = "  (shown until you choose)" if at == clash.shown else ""
            rows += [
                CardRow(Shape.BLANK),
                CardRow(Shape.HEADING, f"{at + 1}  {side.by}, {side.at[:10]}{holds}"),
                CardRow(Shape.TEXT, side.text),
            ]
        self.put(f"{self._number + 1:,} of {len(self._open):,} to settle", rows)

    def _called(self, ref: Ref) -> str:
        try:
            return self._case.label(ref)
        except CasefileError:
            return str(ref)

    def action_choose(self, side: int) -> None:
        """Let one side hold and go on to the next."""
        if self._open:
            clash = self._open[self._number]
            self.decide(
                lambda: self._case.settle(clash.ref, side - 1), f"Number {side} holds.  u opens it"
            )

    def action_skip(self, way: int) -> None:
        """Go to another difference; this one stays open."""
        self._number += way
        self.say("")
        self.show_rows()

"""The sources that were taken out of the case, each to be brought back."""

from typing import ClassVar

from textual.binding import BindingType

from casefile.case import Case
from casefile.model.kept import Removal
from casefile.model.words import Ref
from casefile.tui import keys, text
from casefile.tui.base.view import CardRow, Shape
from casefile.tui.screens.over import OverScreen


class RemovedScreen(OverScreen):
    """Lists removed sources, the last first."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.REMOVED)
    PLACE = keys.Place.REMOVED
    NAME = "Removed"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self._removed: list[Removal] = []

    def show_rows(self) -> None:
        """Read again what is removed and show it."""
        self._removed = self._case.removed()[::-1]
        rows = [CardRow(Shape.LINK, one.label, _detail(one), one.ref) for one in self._removed]
        if not rows:
            rows = [
                CardRow(Shape.TITLE, "No source is removed."),
                CardRow(Shape.DIM, "In the list of sources D takes one out; here it comes back."),
            ]
        none = frozenset() if self._removed else frozenset({"removed.restore"})
        self.put(text.count_of(len(self._removed), "removed source"), rows, none)

    def go_to(self, ref: Ref) -> None:
        """Bring it back: it is nowhere to be gone to before."""
        self.decide(lambda: self._case.restore(ref), f"{ref} is back.  u takes it out again")

    def action_restore(self) -> None:
        """Bring back the source that the cursor stands on."""
        if not 0 <= self.at < len(self._removed):
            self.say("There is no removed source here.")
            return
        self.go_to(self._removed[self.at].ref)


def _detail(one: Removal) -> str:
    who = f"{one.made_at[:10]} by {one.made_by}"
    return f"{who}: {one.reason}" if one.reason else who

"""The sources that were taken out of the case, each to be brought back."""

from typing import ClassVar

from textual.binding import BindingType

from casefile.case import Case
from casefile.model.kept import Removal
from casefile.model.words import Ref
from casefile.tui import keys, text
from casefile.tui.base.view import CardRow, Shape
from casefile.tui.screens.over import OverCard, OverScreen


class RemovedScreen(OverScreen):
    """Lists removed sources, the last first."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.REMOVED)
    PLACE = keys.Place.REMOVED
    NAME = "Removed"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self._removed: list[Removal] = []
        self._chosen: frozenset[Ref] = frozenset()

    def show_rows(self) -> None:
        """Read again what is removed and show it."""
        self._removed = self._case.removed()[::-1]
        self._chosen &= {one.ref for one in self._removed}
        rows = [
            CardRow(
                Shape.LINK, f"{'+ ' * (one.ref in self._chosen)}{one.label}", _detail(one), one.ref
            )
            for one in self._removed
        ]
        if not rows:
            rows = [
                CardRow(Shape.TITLE, "No source is removed."),
                CardRow(Shape.DIM, "In the list of sources D takes one out; here it comes back."),
            ]
        none = frozenset({"removed.restore", "removed.choose", "removed.invert"})
        title = text.count_of(len(self._removed), "removed source")
        if self._chosen:
            title += f", {text.number(len(self._chosen))} chosen"
        self.put(title, rows, frozenset() if self._removed else none)

    def go_to(self, ref: Ref) -> None:
        """Bring it back: it is nowhere to be gone to before."""
        self._restore(ref)

    def action_choose(self) -> None:
        """Choose the source, or leave it out again, and go on to the next."""
        if 0 <= self.at < len(self._removed):
            self._choose(self._chosen ^ {self._removed[self.at].ref})
            self.query_one(OverCard).action_move(1)

    def action_invert(self) -> None:
        """Choose the sources that are not chosen, and leave those that are."""
        self._choose(self._chosen ^ {one.ref for one in self._removed})

    def _choose(self, chosen: frozenset[Ref]) -> None:
        self._chosen = chosen
        self.show_rows()

    def action_restore(self) -> None:
        """Bring back the source that the cursor stands on."""
        if not 0 <= self.at < len(self._removed):
            self.say("There is no removed source here.")
            return
        self._restore(self._removed[self.at].ref)

    def _restore(self, here: Ref) -> None:
        """Bring back those that are chosen, else the one here."""
        refs = tuple(one.ref for one in self._removed if one.ref in self._chosen) or (here,)
        if len(refs) == 1:
            said = f"{refs[0]} is back.  u takes it out again"
        else:
            said = f"{len(refs):,} sources are back.  u takes them out again"
        self.decide(lambda: self._case.restore(*refs), said)


def _detail(one: Removal) -> str:
    who = f"{one.made_at[:10]} by {one.made_by}"
    return f"{who}: {one.reason}" if one.reason else who

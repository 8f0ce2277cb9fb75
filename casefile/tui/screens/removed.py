"""The sources that were taken out of the case, each to be brought back."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from casefile.case import Case
from casefile.model.kept import Removal
from casefile.model.words import Ref
from casefile.tui import keys, messages, text
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
        self._begun: Ref | None = None
        """From which source a stretch is being chosen."""
        self._shown: frozenset[Ref] = frozenset()
        """What is shown as chosen."""

    def show_rows(self) -> None:
        """Read again what is removed and show it."""
        self._removed = self._case.removed()[::-1]
        here = {one.ref for one in self._removed}
        self._chosen &= here
        self._begun = self._begun if self._begun in here else None
        self._show()

    def _show(self) -> None:
        """Show what is removed, and what of it is chosen."""
        chosen = self._shown = self._chosen | self._stretch()
        rows = [
            CardRow(Shape.LINK, f"{'+ ' * (one.ref in chosen)}{one.label}", _detail(one), one.ref)
            for one in self._removed
        ]
        if not rows:
            rows = [
                CardRow(Shape.TITLE, "No source is removed."),
                CardRow(Shape.DIM, "In the list of sources D takes one out; here it comes back."),
            ]
        none = frozenset({"removed.restore", "removed.choose", "removed.stretch", "removed.invert"})
        title = text.count_of(len(self._removed), "removed source")
        if chosen:
            title += f", {text.number(len(chosen))} chosen"
        self.put(title, rows, frozenset() if self._removed else none)

    def _stretch(self) -> frozenset[Ref]:
        """Return the sources from where a stretch was begun up to the cursor."""
        if self._begun is None:
            return frozenset()
        refs = [one.ref for one in self._removed]
        first, last = sorted((refs.index(self._begun), max(self.at, 0)))
        return frozenset(refs[first : last + 1])

    @on(messages.Point)
    def _show_stretch(self) -> None:
        """Show how far the stretch goes now."""
        if self._chosen | self._stretch() != self._shown:
            self._show()

    def go_to(self, ref: Ref) -> None:
        """Bring it back: it is nowhere to be gone to before."""
        self._restore(ref)

    def action_choose(self) -> None:
        """Choose the source, or leave it out again, and go on to the next."""
        if 0 <= self.at < len(self._removed):
            self._choose(self._chosen ^ {self._removed[self.at].ref})
            self.query_one(OverCard).action_move(1)

    def action_stretch(self) -> None:
        """Begin a stretch at the cursor, or choose all sources from there to here."""
        if not 0 <= self.at < len(self._removed):
            return
        begun, chosen = self._begun, self._chosen | self._stretch()
        self._begun = self._removed[self.at].ref if begun is None else None
        self._choose(chosen)

    def action_invert(self) -> None:
        """Choose the sources that are not chosen, and leave those that are."""
        self._choose(self._chosen ^ {one.ref for one in self._removed})

    def _choose(self, chosen: frozenset[Ref]) -> None:
        self._chosen = chosen
        self._show()

    def action_restore(self) -> None:
        """Bring back the source that the cursor stands on."""
        if not 0 <= self.at < len(self._removed):
            self.say("There is no removed source here.")
            return
        self._restore(self._removed[self.at].ref)

    def _restore(self, here: Ref) -> None:
        """Bring back those that are chosen, else the one here."""
        chosen = self._chosen | self._stretch()
        refs = tuple(one.ref for one in self._removed if one.ref in chosen) or (here,)
        if len(refs) == 1:
            said = f"{refs[0]} is back.  u takes it out again"
        else:
            said = f"{len(refs):,} sources are back.  u takes them out again"
        self.decide(lambda: self._case.restore(*refs), said)


def _detail(one: Removal) -> str:
    who = f"{one.made_at[:10]} by {one.made_by}"
    return f"{who}: {one.reason}" if one.reason else who

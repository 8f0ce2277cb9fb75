"""The part of the browser that knows what the reader has seen: marks on rows, and their end."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from casefile.model.words import Kind, Ref
from casefile.tui.base.look import Look
from casefile.tui.base.rowlist import Listing, RowList
from casefile.tui.screens.desk import DeskScreen
from casefile.tui.screens.place import Slot
from casefile.tui.screens.reading import LISTS, Fetch

if TYPE_CHECKING:
    from casefile.deeds.seeing import Before


class SeeingScreen(DeskScreen):
    """What is opened counts as seen; nothing of it is a decision."""

    _before: "Before | None" = None
    """What had been seen before all was let count as seen; None where that was not done last."""

    def with_news(self, kind: Kind, rows: Fetch[Any]) -> Fetch[Any]:
        """Return how a list reads its rows, with a mark on those that are new."""

        def read(ids: Sequence[int]) -> Sequence[Any]:
            found = rows(ids)
            new = self._case.unread(kind, ids)
            return [replace(row, is_new=True) if row.ref.id in new else row for row in found]

        return self.fetcher(read)

    def begin_seeing(self) -> None:
        """From now on what comes in is new to a reader who never looked before."""
        self.ask(self._case.begin_seeing, None)

    def _enter(self, slot: Slot) -> None:
        super()._enter(slot)
        if slot is Slot.MAIN and self.main is not None:
            self._see(self.main.ref)

    def _see(self, ref: Ref) -> None:
        """Let what is open count as seen; where it was new, take its marks away."""
        if self.ask(lambda: self._case.look(ref), False):
            self._before = None
            self._tell_anew()

    def _tell_anew(self) -> None:
        """Show what is new now."""
        for name in LISTS.values():
            for pane in self.query(f"#{name}").results(RowList):
                pane.forget_rows()
        if self.tab is Look.NEWS:
            self.ask_list(Look.NEWS)
        else:
            self.news = Listing(ready=False)
        self.count()

    def action_see_all(self) -> None:
        """Let all that is new count as seen; again: only what was."""
        if not self._can_write():
            return
        before, self._before = self._before, None
        if before is not None and self._case.see_again(before):
            self.tell("What was new is new again.")
        elif new := self.ask(self._case.count_news, 0):
            self._before = self.ask(self._case.see_all, None)
            told = f"{new:,} counted as seen.  M takes it back"
            self.tell(told if self._before else "Another program writes: try again.")
        else:
            self.tell("Nothing is new to you: 9 and then c show what came in since yesterday.")
        self._tell_anew()

"""The log: what people decided, the latest on top, to look at and to take back."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from casefile.case import Case
from casefile.tui import keys, text
from casefile.tui.base.view import CardRow, Shape
from casefile.tui.screens.over import OverScreen

if TYPE_CHECKING:
    from casefile.deeds.logwords import LogEntry

MOST = 2_000
"""Decisions shown; a card lays out all of its rows."""


class LogScreen(OverScreen):
    """Enter goes to the thing; it can be taken back to any point."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.LOG)
    PLACE = keys.Place.LOG
    NAME = "Log"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self._entries: list[LogEntry] = []

    def show_rows(self) -> None:
        """Read the log again and show it."""
        self._entries = self._case.log_entries(limit=MOST)
        rows = [_row(one) for one in self._entries]
        if len(rows) == MOST:
            rows.append(CardRow(Shape.DIM, "… the older ones: casefile log CASE"))
        if not rows:
            rows = [
                CardRow(Shape.TITLE, "Nothing has been decided yet."),
                CardRow(Shape.DIM, "Notes, tags, statuses and corrections are listed here."),
            ]
        standing = sum(not one.decision.undone for one in self._entries)
        gone = len(self._entries) - standing
        title = f"{standing:,} decided" + (f", {gone:,} taken back" if gone else "")
        self.put(title, rows, frozenset() if self._entries else frozenset({"log.go", "log.to"}))

    def action_undo_to(self) -> None:
        """Take back what the cursor stands on and all that came after it."""
        if not 0 <= self.at < len(self._entries):
            self.say("Nothing has been decided yet.")
            return
        one = self._entries[self.at]
        if not one.is_own:
            self.say("It came with another log: take back the row that says so.")
        elif one.decision.undone:
            self.say("It is taken back already.")
        else:
            self.decide(
                lambda: self._case.undo_to(one.decision.id),
                "Taken back, with all that came after it.  U makes it again, one by one",
            )


def _row(one: "LogEntry") -> CardRow:
    told = one.decision
    when = told.at[:16].replace("T", " ")
    what = f"{one.words}: {one.label}" if one.label else one.words
    detail = f"{text.cut(text.line(told.by), 14)}" + (" · taken back" if told.undone else "")
    sign = "✗" if told.undone else " "
    return CardRow(Shape.LINK, f"{when} {sign} {what}", detail, told.target)

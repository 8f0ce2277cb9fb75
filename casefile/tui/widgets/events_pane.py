"""The list of events."""

from typing import ClassVar

from casefile.core.edtf import describe
from casefile.model.rows import EventRow
from casefile.model.words import Kind, Modality
from casefile.tui import text
from casefile.tui.base.chosen import ChoosingList
from casefile.tui.base.lines import Part
from casefile.tui.base.rowlist import signs

_DATE = 15
"""Columns of a date as it is described, such as ``3-4 Sep 2016``."""

_ROOMY = 42
"""Columns of a row from which its whole date is shown."""


class EventsPane(ChoosingList[EventRow]):
    """Events by date: when, what, whether it is told as having happened, by how many."""

    KIND: ClassVar[Kind] = Kind.EVENT
    NAME: ClassVar[str] = "Events"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "No event yet.",
        "Meetings, visits, statements and the like are found in the",
        "sources as these are added:  :add FOLDER",
    )

    def draw(self, row: EventRow, width: int) -> list[Part]:
        """Return the date, the title and, where there is room, modality and sources."""
        when = text.fit(text.line(describe(row.date)) if row.date else "undated", _DATE)
        modality = "" if row.modality is Modality.HAPPENED else row.modality.value
        ends = signs(row.review, row.notes, lost=row.lost, is_new=row.is_new)
        if width < 60:
            columns = _DATE if width >= _ROOMY else 12
            short, aside = text.fit(when.rstrip(), columns), _aside(row)
            parts: list[Part] = [(short, "dim"), ("  ", "")]
            room = width - columns - 5 - len(aside)
            parts += self.tagged(text.line(row.title), row.review, room)
            return [*parts, (aside, "warn"), *ends]
        room = width - _DATE - 2 - 12 - 12 - 3
        parts = [(when, "dim"), ("  ", ""), *self.tagged(text.line(row.title), row.review, room)]
        parts.append((text.fit(f"  {modality}", 12), "warn"))
        parts.append((text.fit(text.count_of(row.sources, "source"), 12, right=True), "dim"))
        return [*parts, *ends]


def _aside(row: EventRow) -> str:
    """Return whether it happened, where room is short: not again if the title begins with it."""
    how = row.modality.value
    is_said = row.modality is Modality.HAPPENED or row.title.lower().startswith(how)
    return "" if is_said else f"  {how}"

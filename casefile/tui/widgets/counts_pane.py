"""The events counted by a unit of the calendar, a bar each."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from casefile.core.edtf import bounds
from casefile.core.timescale import Zoom, label_of, tally
from casefile.model.looks import EventCount
from casefile.model.words import Kind
from casefile.tui import text
from casefile.tui.base.lines import Part
from casefile.tui.base.rowlist import Listing, RowList
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Turn

_LABEL, _COUNT = 15, 8
"""Columns of the name of a unit, and of its number."""

_UNIT_OF = {10: Zoom.DAY, 7: Zoom.MONTH, 4: Zoom.YEAR}
"""What a unit is by the length of its EDTF; a decade is as long as a year and ends in X."""


class CountsPane(RowList[EventCount]):
    """How many events each month holds; a row stands for the first of them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.COUNTS)

    KIND: ClassVar[Kind] = Kind.EVENT
    NAME: ClassVar[str] = "Events counted"
    THINGS: ClassVar[str] = "events"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "No event yet, so there is nothing to count.",
        "They are found in the sources as these are added:",
        "  :add FOLDER",
    )
    PLACE: ClassVar[Place] = Place.COUNTS

    _most = 0

    def watch_listing(self, old: Listing, new: Listing) -> None:
        self._most = max((one.events for one in (new.rows or {}).values()), default=0)
        super().watch_listing(old, new)

    def draw(self, row: EventCount, width: int) -> list[Part]:
        """Return the unit, the number and the bar."""
        drawn = tally(row.events, self._most, max(1, width - _LABEL - _COUNT - 2))
        number = text.fit(text.number(row.events), _COUNT, right=True)
        return [(text.fit(label_of(row.unit), _LABEL), ""), (number, ""), ("  ", ""),
                (drawn, "evidence")]  # fmt: skip

    def asides(self) -> Sequence[str]:
        """Return what is counted: the rows are units, not events."""
        total = sum(one.events for one in (self.listing.rows or {}).values())
        return (text.count_of(total, "event"),) if total else ()

    def action_zoom_days(self, way: int) -> None:
        """Count by a finer or a coarser unit."""
        self.post_message(Turn("counts", step=way).by(self))

    def action_turn(self) -> None:
        """Show the bars again."""
        self.post_message(Turn("timeline").by(self))

    def action_follow(self) -> None:
        """Show the events of the unit as bars."""
        row = self.row_at(self.cursor) if self.listing.ids else None
        if row is not None:
            self.post_message(Turn("timeline", row.ref, days_of(row.unit)).by(self))


def days_of(unit: str) -> tuple[str, int]:
    """Return how far to zoom for a unit, and its first day as an ordinal; 0 for all days.

    >>> days_of("2016-09"), days_of("undated")
    (('month', 736208), ('whole', 0))
    """
    if unit in ("wider", "undated"):
        return Zoom.WHOLE.value, 0
    zoom = Zoom.DECADE if unit.endswith("X") else _UNIT_OF[len(unit)]
    begins = bounds(unit)[0] or date.min
    return zoom.value, begins.toordinal()

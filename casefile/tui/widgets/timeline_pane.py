"""The events as bars on a scale of days."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from casefile.core.edtf import describe
from casefile.core.timescale import Scale, Zoom, around, bar, moved, ruler, whole, zoomed
from casefile.model.rows import EventRow
from casefile.model.words import Kind, Modality
from casefile.tui import text
from casefile.tui.base.lines import Part
from casefile.tui.base.rowlist import RowList, Spot
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Turn

_ZOOMS = tuple(Zoom)

_STEP = 0.25
"""Part of the scale by which one key moves it."""


def shares(width: int) -> tuple[int, int, int]:
    """Return the columns of date, title and bar, with a blank behind each of the first two.

    >>> shares(78), shares(40)
    ((12, 25, 39), (0, 15, 24))
    """
    when = 15 if width >= 90 else 12 if width >= 50 else 0
    left = max(2, width - when - (1 if when else 0))
    title = (left - 1) * 2 // 5
    return when, title, left - title - 1


class TimelinePane(RowList[EventRow]):
    """Events in order of time: when, what, and a bar from the earliest to the latest day."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.TIMELINE)

    KIND: ClassVar[Kind] = Kind.EVENT
    NAME: ClassVar[str] = "Timeline"
    THINGS: ClassVar[str] = "events"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "No event yet, so there is nothing to draw.",
        "Meetings, visits, statements and the like are found in the",
        "sources as these are added:  :add FOLDER",
    )
    PLACE: ClassVar[Place] = Place.TIMELINE
    HEAD: ClassVar[int] = 1

    def __init__(
        self, fetch: Callable[[Sequence[int]], Sequence[EventRow]], *, id: str | None = None
    ) -> None:
        super().__init__(fetch, id=id or "timeline")
        self._zoom = Zoom.WHOLE
        self._at: date | None = None
        """The first day in sight, where not all is."""

    # Which days are in sight

    @property
    def scale(self) -> Scale:
        """The days in sight on the columns there are."""
        _, _, width = shares(self.room)
        first, last = self.listing.extent or (date.min, date.min)
        if self._zoom is Zoom.WHOLE or self._at is None:
            return whole(first, last, width)
        return zoomed(self._zoom, self._at, width)

    def _day_here(self) -> date | None:
        """Return the day at which the bar under the cursor begins, else ends."""
        row = self.row_at(self.cursor) if self.cursor < len(self.listing.ids) else None
        when = row.date if row else None
        return (when.earliest or when.latest) if when else None

    def _show(self, zoom: Zoom, at: date | None) -> None:
        self._zoom, self._at = zoom, at
        self.retitle()
        self.refresh()

    @property
    def spot(self) -> Spot:
        """Where the cursor stands and which days are in sight, to come back to."""
        at = self._at.toordinal() if self._at else 0
        return Spot(self.here, self.cursor, self.top, (self._zoom.value, at))

    def go(self, spot: Spot) -> None:
        """Return to a spot, and to the days that were in sight."""
        if spot.more is not None:
            zoom, at = spot.more
            self._show(Zoom(zoom), date.fromordinal(at) if at else None)
        super().go(spot)

    # Drawing

    def draw_head(self, width: int) -> list[Part]:
        """Return the scale above the bars."""
        when, title, _ = shares(width)
        blank = " " * (when + (1 if when else 0) + title + 1)
        return [(blank, ""), (ruler(self.scale) if self.listing.extent else "", "dim")]

    def draw(self, row: EventRow, width: int) -> list[Part]:
        """Return the date, the title and the bar."""
        when, title, _ = shares(width)
        dated = text.line(describe(row.date)) if row.date else "undated"
        parts: list[Part] = [(text.fit(dated, when), "dim"), (" ", "")] if when else []
        happened = row.modality is Modality.HAPPENED
        drawn = bar(self.scale, row.date, happened=happened)
        shown = self.named(text.line(row.title), title)
        return [*parts, *shown, (" ", ""), (drawn, "evidence" if happened else "warn")]

    def asides(self) -> Sequence[str]:
        """Return how the scale is divided, and what part of it is in sight."""
        if self.listing.extent is None:
            return ()
        scale = self.scale
        named = "whole" if self._at is None else f"by {self._zoom.value}"
        return (f"{named}, {scale.first} to {scale.last}",)

    def watch_cursor(self, old: int, new: int) -> None:
        super().watch_cursor(old, new)
        day = self._day_here()
        if self._at is not None and day is not None:
            column = self.scale.column(day.toordinal())
            if not 0 <= column < self.scale.width:
                self._show(self._zoom, around(self._zoom, day, self.scale.width).first)

    # What the reader does

    def action_zoom_days(self, way: int) -> None:
        """Show fewer days, around the event under the cursor, or more."""
        if self.listing.extent is None:
            return
        scale = self.scale
        middle = date.fromordinal((scale.first.toordinal() + scale.last.toordinal()) // 2)
        at = _ZOOMS.index(self._zoom if self._at else Zoom.WHOLE) + way
        zoom = _ZOOMS[max(0, min(at, len(_ZOOMS) - 1))]
        if zoom is Zoom.WHOLE:
            self._show(zoom, None)
        else:
            day = self._day_here() or middle
            self._show(zoom, around(zoom, day, scale.width).first)

    def action_pan(self, way: int) -> None:
        """Show earlier or later days, as far as there are events."""
        extent, scale = self.listing.extent, self.scale
        if extent is None or self._at is None:
            return
        further = moved(scale, way * _STEP)
        if further.last >= extent[0] and further.first <= extent[1]:
            self._show(self._zoom, further.first)

    def action_turn(self) -> None:
        """Count the events instead."""
        self.post_message(Turn("counts").by(self))

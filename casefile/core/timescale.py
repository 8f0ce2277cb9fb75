"""A scale of days on which events are drawn as bars; pure, in columns of one cell each.

The terminal's timeline and the shell's are drawn from the same scale.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from casefile.core.edtf import is_approximate, shown
from casefile.model.words import PartialDate

PER_DAY = 4
"""Columns of one day on the finest scale: room for the number of the day and a blank."""

HAPPENED, UNSURE = "━", "┄"
"""What a bar of several columns is drawn with; the second where it is not told as happened."""
ONE, ONE_UNSURE = "■", "□"
"""The same, for a bar of one column."""
ABOUT = "~"
BEFORE, AFTER = "←", "→"
"""Ends of a bar without a beginning, without an end."""
LEFT, RIGHT = "«", "»"
"""More of the bar, or all of it, lies on that side of what is in sight."""

_LAST_DAY = date.max.toordinal()
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Zoom(StrEnum):
    """How much a column stands for, the coarsest first."""

    WHOLE = "whole"
    """All that there is, on the columns there are."""
    DECADE = "decade"
    """A year in a column, so that a decade is ten."""
    YEAR = "year"
    """A month in a column."""
    MONTH = "month"
    """A day in a column."""
    DAY = "day"
    """Four columns for a day."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Columns and the days they stand for.

    ``edges`` are proleptic Gregorian ordinals: the first day of each column, in
    order, and the day after the last column. Where a day has several columns it
    stands several times.
    """

    zoom: Zoom
    edges: tuple[int, ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.edges) - 1

    @property
    def first(self) -> date:
        """The first day in sight."""
        return date.fromordinal(min(self.edges[0], _LAST_DAY))

    @property
    def last(self) -> date:
        """The last day in sight."""
        return date.fromordinal(max(self.edges[0], self.edges[-1] - 1))

    def column(self, day: int) -> int:
        """Return the first column of a day: -1 if it lies before all, the width if after."""
        if day < self.edges[0]:
            return -1
        if day >= self.edges[-1]:
            return self.width
        at = bisect_left(self.edges, day)
        return at if self.edges[at] == day else at - 1

    def last_column(self, day: int) -> int:
        """Return the last column of a day; outside as :meth:`column`."""
        if not self.edges[0] <= day < self.edges[-1]:
            return self.column(day)
        return bisect_right(self.edges, day) - 1


def whole(first: date, last: date, width: int) -> Scale:
    """Return the scale that shows all from the first to the last day."""
    low, span = first.toordinal(), last.toordinal() + 1 - first.toordinal()
    return Scale(Zoom.WHOLE, tuple(low + span * at // width for at in range(width + 1)))


def zoomed(zoom: Zoom, at: date, width: int) -> Scale:
    """Return a scale whose first column holds a day. ``zoom`` is anything but WHOLE."""
    if zoom is Zoom.DECADE:
        edges = [_first_of_month(12 * (at.year + n)) for n in range(width + 1)]
    elif zoom is Zoom.YEAR:
        month = 12 * at.year + at.month - 1
        edges = [_first_of_month(month + n) for n in range(width + 1)]
    else:
        per = PER_DAY if zoom is Zoom.DAY else 1
        low = at.toordinal()
        edges = [min(low + n // per, _LAST_DAY + 1) for n in range(width)]
        edges.append(min(edges[-1] + 1, _LAST_DAY + 1))
    return Scale(zoom, tuple(edges))


def around(zoom: Zoom, day: date, width: int) -> Scale:
    """Return a scale on which a day stands at the end of the first third."""
    plain = zoomed(zoom, day, width)
    back = day.toordinal() - (plain.edges[width // 3] - plain.edges[0])
    return zoomed(zoom, date.fromordinal(max(1, back)), width)


def moved(scale: Scale, part: float) -> Scale:
    """Return the scale moved by a part of its width, later if positive; a whole one stays."""
    if scale.zoom is Zoom.WHOLE:
        return scale
    columns = min(scale.width, max(PER_DAY, round(scale.width * abs(part))))
    by = scale.edges[columns] - scale.edges[0]
    at = min(max(1, scale.edges[0] + (by if part > 0 else -by)), _LAST_DAY)
    return zoomed(scale.zoom, date.fromordinal(at), scale.width)


def bar(scale: Scale, when: PartialDate | None, *, happened: bool = True) -> str:
    """Return a bar from the earliest to the latest day, exactly as wide as the scale.

    Blank where nothing is known. ``~`` about; an arrow where it has no beginning
    or no end; ``«`` and ``»`` where it goes on, or lies, beyond what is in sight.
    """
    if when is None or (when.earliest is None and when.latest is None):
        return " " * scale.width
    start = -1 if when.earliest is None else scale.column(when.earliest.toordinal())
    end = scale.width if when.latest is None else scale.last_column(when.latest.toordinal())
    if end < 0:
        return LEFT + " " * (scale.width - 1)
    if start >= scale.width:
        return " " * (scale.width - 1) + RIGHT
    first, last = max(0, start), min(scale.width - 1, end)
    about = bool(when.edtf and is_approximate(when.edtf))
    line = ABOUT if about else HAPPENED if happened else UNSURE
    if first == last and not about:
        line = ONE if happened else ONE_UNSURE
    drawn = [line] * (last + 1 - first)
    if end >= scale.width:
        drawn[-1] = AFTER if when.latest is None else RIGHT
    if start < 0 and (len(drawn) > 1 or end < scale.width):
        drawn[0] = BEFORE if when.earliest is None else LEFT
    return (" " * first + "".join(drawn)).ljust(scale.width)


def ruler(scale: Scale) -> str:
    """Return what stands above the bars, exactly as wide as the scale: ``|2016 |2017``.

    The stroke is at the column in which a unit begins. The finest unit is taken
    whose labels do not touch.
    """
    marks = next(filter(None, (_marks(scale, unit) for unit in _UNITS)), [])
    drawn = [" "] * scale.width
    for column, label in marks or [(0, _label(scale.first, "month"))]:
        if column + len(label) < scale.width:
            drawn[column : column + len(label) + 1] = f"|{label}"
    return "".join(drawn)


_UNITS = (
    *(("day", n) for n in (1, 2, 7)),
    *(("month", n) for n in (1, 3)),
    *(("year", n) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)
"""Units of the ruler and how many of them a label stands for, the finest first."""

_DAYS = {"day": 1, "month": 31, "year": 366}


def _marks(scale: Scale, unit: tuple[str, int]) -> list[tuple[int, str]]:
    """Return columns and labels of a unit; none where they would touch or none begins."""
    name, step = unit
    if (scale.edges[-1] - scale.edges[0]) / (_DAYS[name] * step) > scale.width:
        return []
    found = [
        (scale.column(day.toordinal()), _label(day, name))
        for day in _starts(scale.first, scale.last, name, step)
    ]
    widest = max((len(label) for _, label in found), default=0) + 1
    touch = any(b - a < widest for (a, _), (b, _) in pairwise(found))
    return [] if touch else found


def _starts(first: date, last: date, name: str, step: int) -> Iterator[date]:
    low, high = first.toordinal(), last.toordinal()
    if name == "day":
        # A week begins on Monday: so does the ordinal 1.
        begin = low + (1 - low) % step
        yield from map(date.fromordinal, range(begin, high + 1, step))
        return
    months = step if name == "month" else 12 * step
    month = 12 * first.year + first.month - 1
    at = month - month % months
    while (day := _first_of_month(at)) <= high:
        if day >= low:
            yield date.fromordinal(day)
        at += months


def _label(day: date, name: str) -> str:
    if name == "year":
        return str(day.year)
    month = _MONTHS[day.month - 1]
    return f"{month} {day.year}" if name == "month" else f"{day.day} {month}"


def _first_of_month(month: int) -> int:
    """Return the first day of a month counted from the year 0; the day after all beyond 9999."""
    year, within = divmod(month, 12)
    if year > date.max.year:
        return _LAST_DAY + 1
    return date(max(1, year), within + 1, 1).toordinal() if year >= 1 else 1


def label_of(unit: str) -> str:
    """Return how the unit of a count of events is shown.

    >>> label_of("2016-09"), label_of("197X"), label_of("wider")
    ('Sep 2016', '1970s', 'wider or open')
    """
    named = {"wider": "wider or open", "undated": "undated"}
    return named[unit] if unit in named else shown(unit)


def tally(count: int, most: int, width: int) -> str:
    """Return a bar as long as its share of the greatest count, which takes the whole width.

    One column at least where there is anything to count.
    """
    return "█" * max(1 if count else 0, width * count // most) if most else ""

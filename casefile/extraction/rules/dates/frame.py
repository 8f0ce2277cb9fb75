"""What a wording is resolved against, and what it comes to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from casefile.core import calendar, edtf
from casefile.core.calendar import Range
from casefile.model.records import record


class Lean(Enum):
    """Where the verbs beside a wording point."""

    PAST = "past"
    FUTURE = "future"
    FROM_PAST = "from past"
    """To come when the words were said: "would"."""
    NONE = "none"
    """There is no verb that tells."""


@record(frozen=True, slots=True)
class Reading:
    """The days that a wording comes to, both included."""

    earliest: date
    latest: date
    approximate: bool = False
    edtf: str | None = None
    """Where the wording has an EDTF of its own, such as a season."""
    explicit: bool = False
    """The wording names its year."""
    aside: bool = False
    """The day on which somebody spoke: later wordings do not refer back to it."""
    value: str | None = None
    """What the days do not tell, as ``DateMention.value``."""

    @property
    def days(self) -> int:
        """Return how many days it leaves possible."""
        return (self.latest - self.earliest).days + 1

    def part(self, earliest: date, latest: date, *, approximate: bool) -> "Reading":
        """Return some of its days, which remember of what they are a part."""
        whole = self.value or self.edtf or edtf.from_bounds(self.earliest, self.latest)
        return replace(
            self, earliest=earliest, latest=latest, approximate=approximate, edtf=None, value=whole
        )


@record(frozen=True, slots=True)
class Frame:
    """What is known where a wording stands."""

    today: date | None
    """The day of publication; None where it is not known."""
    lean: Lean = Lean.NONE
    told: tuple[Reading, ...] = ()
    """What the text has named before, the last first."""
    since: date | None = None
    """Where its sentence has named a year before, the day that began what it named."""
    pivot: Reading | None = None
    """The date that follows, where the wording counts from it."""

    def heard(self, reading: Reading) -> "Frame":
        """Return the frame after a reading. Only the last few are remembered."""
        if reading.aside:
            return self
        told = (reading, *self.told[: MEMORY - 1])
        return Frame(self.today, self.lean, told, self.since, self.pivot)

    def leaning(self, lean: Lean) -> "Frame":
        """Return the frame of a wording whose verb points this way."""
        return Frame(self.today, lean, self.told, self.since, self.pivot)

    def back(self, within: int) -> Reading | None:
        """Return the last date told that is at least so exact, in days."""
        return next((told for told in self.told if told.days <= within), None)


MEMORY = 12
"""Dates to which "the following month" can refer: further back no reader would."""

Meaning = Callable[[Frame], Reading | None]
"""What a wording comes to; None where the frame does not hold what it needs."""


def fixed(range_: Range, *, approximate: bool = False, edtf: str | None = None) -> Meaning:
    """Return the meaning of a wording that names its year."""
    reading = Reading(*range_, approximate, edtf, explicit=True)
    return lambda _: reading


def approximately(meaning: Meaning) -> Meaning:
    """Return the same days, marked approximate."""

    def read(frame: Frame) -> Reading | None:
        reading = meaning(frame)
        return reading and replace(reading, approximate=True)

    return read


def at_time(meaning: Meaning, clock: str) -> Meaning:
    """Return the same day with a time of day, such as ``T22:00`` or ``TMO``."""

    def read(frame: Frame) -> Reading | None:
        reading = meaning(frame)
        if reading is None or reading.days > 1:
            return reading
        return replace(reading, value=f"{reading.earliest}{clock}")

    return read


def third(meaning: Meaning, which: int) -> Meaning:
    """Return the early (0), middle (1) or late (2) part of a range, approximate."""

    def read(frame: Frame) -> Reading | None:
        whole = meaning(frame)
        if whole is None:
            return None
        first, last = _third(whole.earliest, whole.latest, which)
        return whole.part(first, last, approximate=True)

    return read


_YEARS_CUT = {9: ((0, 4), (4, 3), (7, 3)), 99: ((0, 33), (33, 34), (67, 33))}
"""First year and count of years of each part of a decade and a century."""


def _third(first: date, last: date, which: int) -> Range:
    """Cut as a reader would: a month after 10 and 20 days, a year by four months."""
    days = (last - first).days + 1
    if days == 1:
        return first, last
    if days in range(28, 32) and first.day == 1:
        cuts = (1, 11, 21)
        start = first.replace(day=cuts[which])
        return start, last if which == 2 else first.replace(day=cuts[which + 1] - 1)
    if days in (365, 366):
        return calendar.months(first.year, first.month + 4 * which, 4)
    if last.year - first.year in _YEARS_CUT:
        start_year, count = _YEARS_CUT[last.year - first.year][which]
        return calendar.years(first.year + start_year, count)
    begin, end = days * which // 3, days * (which + 1) // 3
    return first + timedelta(days=begin), first + timedelta(days=max(begin, end - 1))


def span_of(first: Meaning, last: Meaning) -> Meaning:
    """Return everything from the first wording's days to the last's."""

    def read(frame: Frame) -> Reading | None:
        one, other = first(frame), last(frame)
        if one is None or other is None or one.earliest > other.latest:
            return None
        return Reading(
            one.earliest,
            other.latest,
            one.approximate or other.approximate,
            explicit=one.explicit and other.explicit,
        )

    return read


def onward(start: Meaning, end: Callable[[int], Meaning], *, wraps: bool) -> Meaning:
    """Return the days from a day or month to one of the same year, or of the next if it wraps.

    The start tells the year: "between April and June" of May is of this year.
    """

    def read(frame: Frame) -> Reading | None:
        first = start(frame)
        last = end(first.earliest.year + wraps)(frame) if first else None
        if first is None or last is None:
            return None
        approximate = first.approximate or last.approximate
        return Reading(first.earliest, last.latest, approximate, explicit=first.explicit)

    return read

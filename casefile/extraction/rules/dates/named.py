"""The meaning of named days, months, seasons and quarters, with or without a year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from casefile.core import calendar
from casefile.core.calendar import Range
from casefile.extraction.rules.dates.frame import Frame, Lean, Meaning, Reading

TO_COME = (Lean.FUTURE, Lean.FROM_PAST)

SLACK = 1
"""Days that a date may lie ahead of publication and still be told as past: time zones."""

AHEAD = 90
"""Days ahead within which a date without a telling verb is taken to be coming."""

DAY_AHEAD = 60
"""Days ahead within which a single day is taken to be coming even beside a past verb.

"The council has set Dec. 15" of November: a day of ten months ago would have its year.
"""

JUST_OVER = 60
"""Days back within which "would be ready by September" means the one that is over."""

_LIKELY_YEARS = (0, -1, 1, -2, -3, -4, -5, -6)
"""Years from publication that a weekday and a date may mean, the likeliest first.

A date falls on the same weekday again after five or six years, or eleven.
"""


def nearest(frame: Frame, candidate: Callable[[int], Range | None]) -> Range | None:
    """Return the range, one a year, that the verbs and the day of publication suggest.

    The year its sentence has named wins, where the range is not before it and the
    verb not of what is to come. Else in the past the last to have begun by
    publication; in the future the first not over; without a verb the last to
    have begun, unless one begins soon.
    """
    if frame.since is not None and frame.lean not in TO_COME:
        told = candidate(frame.since.year)
        if told and told[1] >= frame.since:
            return told
    if frame.today is None:
        return None
    around = [candidate(frame.today.year + by) for by in (-2, -1, 0, 1, 2)]
    ranges = [range_ for range_ in around if range_]
    begun = [range_ for range_ in ranges if (range_[0] - frame.today).days <= SLACK]
    coming = [range_ for range_ in ranges if range_[1] >= frame.today]
    if frame.lean in TO_COME and coming:
        over = begun and (frame.today - begun[-1][1]).days in range(1, JUST_OVER + 1)
        return begun[-1] if over and frame.lean is Lean.FROM_PAST else coming[0]
    if coming and (coming[0][0] - frame.today).days <= _reach(frame, coming[0]):
        return coming[0]
    return begun[-1] if begun else None


def _reach(frame: Frame, range_: Range) -> int:
    """Return how many days ahead a range may begin; negative for not at all."""
    if frame.lean is Lean.NONE:
        return AHEAD
    return DAY_AHEAD if range_[0] == range_[1] else -1


def _read(range_: Range | None, year: int | None, edtf: str | None = None) -> Reading | None:
    return Reading(*range_, edtf=edtf, explicit=year is not None) if range_ else None


def on_day(month: int, number: int, year: int | None, weekday: int | None = None) -> Meaning:
    """Return the meaning of a day of a month; a weekday tells the year where none is given."""

    def in_year(of: int) -> Range | None:
        day = calendar.day(of, month, number)
        return (day, day) if day else None

    def read(frame: Frame) -> Reading | None:
        if year is not None:
            return _read(in_year(year), year)
        if weekday is not None and frame.today is not None:
            for by in _LIKELY_YEARS:
                range_ = in_year(frame.today.year + by)
                if range_ and range_[0].weekday() == weekday:
                    return _read(range_, None)
        return _read(nearest(frame, in_year), None)

    return read


def day_by(month: int, number: int, which: str) -> Meaning:
    """Return the meaning of last, this or next 23 October."""

    def read(frame: Frame) -> Reading | None:
        if frame.today is None:
            return None
        year = frame.today.year
        ahead = (month, number) > (frame.today.month, frame.today.day)
        if which == "last":
            year -= ahead
        if which == "next":
            year += not ahead
        return on_day(month, number, year)(frame)

    return read


def in_month(month: int, year: int | None) -> Meaning:
    """Return the meaning of a month."""

    def read(frame: Frame) -> Reading | None:
        if year is not None:
            return _read(calendar.months(year, month), year)
        return _read(nearest(frame, lambda of: calendar.months(of, month)), None)

    return read


def in_quarter(number: int, year: int | None) -> Meaning:
    """Return the meaning of a quarter of a calendar year."""

    def read(frame: Frame) -> Reading | None:
        if year is not None:
            return _read(calendar.quarter(year, number), year)
        if frame.lean is Lean.FUTURE:
            # A firm "expects to report" on the quarter that is just over.
            frame = replace(frame, lean=Lean.FROM_PAST)
        return _read(nearest(frame, lambda of: calendar.quarter(of, number)), None)

    return read


def in_season(code: int, year: int | None) -> Meaning:
    """Return the meaning of a season, written in the EDTF of seasons."""

    def read(frame: Frame) -> Reading | None:
        range_ = calendar.season(year, code) if year is not None else None
        if range_ is None:
            range_ = nearest(frame, lambda of: calendar.season(of, code))
        return _read(range_, year, f"{range_[0].year:04d}-{code}") if range_ else None

    return read


def past_season(code: int) -> Meaning:
    """Return the meaning of "this past spring": the last to have begun."""
    meaning = in_season(code, None)
    return lambda frame: meaning(replace(frame, lean=Lean.PAST, since=None))


def in_half(number: int, year: int | None) -> Meaning:
    """Return the meaning of the first or second half of a year."""

    def read(frame: Frame) -> Reading | None:
        if year is not None:
            return _read(calendar.months(year, 6 * number - 5, 6), year)
        return _read(nearest(frame, lambda of: calendar.months(of, 6 * number - 5, 6)), None)

    return read


def week_of_month(number: int, month: Meaning) -> Meaning:
    """Return the n-th seven days of a month, approximate; a number below 1 is the last."""

    def read(frame: Frame) -> Reading | None:
        whole = month(frame)
        if whole is None:
            return None
        if number < 1:
            return Reading(whole.latest - timedelta(days=6), whole.latest, True)
        start = whole.earliest + timedelta(days=7 * (number - 1))
        if start > whole.latest:
            return None
        last = min(start + timedelta(days=6), whole.latest)
        return Reading(start, last, True, explicit=whole.explicit)

    return read


def half_of_month(number: int, month: Meaning) -> Meaning:
    """Return the first or second half of a month: the 15th ends the first."""

    def read(frame: Frame) -> Reading | None:
        whole = month(frame)
        if whole is None:
            return None
        middle = whole.earliest.replace(day=15)
        if number == 1:
            return Reading(whole.earliest, middle, True, explicit=whole.explicit)
        return Reading(middle + timedelta(days=1), whole.latest, True, explicit=whole.explicit)

    return read


def month_by(month: int, which: str) -> Meaning:
    """Return the meaning of last, this or next November."""

    def read(frame: Frame) -> Reading | None:
        if frame.today is None:
            return None
        year, now = frame.today.year, frame.today.month
        if which == "last" and month >= now:
            year -= 1
        if which == "next" and month <= now:
            year += 1
        return Reading(*calendar.months(year, month))

    return read


def in_year_by(make: Callable[[int], Meaning], by: int) -> Meaning:
    """Return the meaning of "March last year": the year counted from publication."""

    def read(frame: Frame) -> Reading | None:
        return make(frame.today.year + by)(frame) if frame.today else None

    return read


def in_that_year(make: Callable[[int], Meaning], by: int) -> Meaning:
    """Return the meaning of "March of that year": the year counted from the last date told."""

    def read(frame: Frame) -> Reading | None:
        back = frame.back(366)
        return make(back.earliest.year + by)(frame) if back else None

    return read

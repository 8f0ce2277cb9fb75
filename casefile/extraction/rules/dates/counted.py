"""The meaning of wordings that count: from publication, or from a date told before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from casefile.core import calendar
from casefile.core.calendar import Range
from casefile.extraction.rules.dates.frame import Frame, Lean, Meaning, Reading

_EXACT = {"day": 2, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366,
          "decade": 3653, "century": 36525}  # fmt: skip
"""Days that a date may leave open and still be the start of counting in that unit."""

Origin = Callable[[Frame], date | None]


def from_today(frame: Frame) -> date | None:
    """Return the day of publication."""
    return frame.today


def from_told(unit: str) -> Origin:
    """Return the last date told that is exact enough for the unit, and nothing else."""

    def origin(frame: Frame) -> date | None:
        back = frame.back(_EXACT.get(unit, 1))
        return back.earliest if back else None

    return origin


def from_told_or_today(unit: str) -> Origin:
    """Return the last date told, or the day of publication."""

    def origin(frame: Frame) -> date | None:
        return from_told(unit)(frame) or frame.today

    return origin


def from_pivot(unit: str, sign: int) -> Origin:
    """Return the end to count from of the date that follows, if it is exact enough."""

    def origin(frame: Frame) -> date | None:
        pivot = frame.pivot
        if pivot is None or pivot.days > max(7, _EXACT.get(unit, 1)):
            return None
        return pivot.latest if sign > 0 else pivot.earliest

    return origin


def days_on(origin: Origin, by: int) -> Meaning:
    """Return the day that lies so many days on."""

    def read(frame: Frame) -> Reading | None:
        start = origin(frame)
        if start is None:
            return None
        day = start + timedelta(days=by)
        return Reading(day, day)

    return read


def whole(unit: str, origin: Origin, by: int, *, approximate: bool = False) -> Meaning:
    """Return the calendar unit that lies so many units on."""

    def read(frame: Frame) -> Reading | None:
        start = origin(frame)
        range_ = _unit(unit, start, by) if start else None
        return Reading(*range_, approximate) if range_ else None

    return read


def _unit(unit: str, start: date, by: int) -> Range:
    match unit:
        case "week":
            return calendar.week(start + timedelta(days=7 * by))
        case "weekend":
            monday = calendar.week(start + timedelta(days=7 * by))[0]
            return monday + timedelta(days=5), monday + timedelta(days=6)
        case "month":
            return calendar.months(*calendar.shift_month(start.year, start.month, by))
        case "quarter":
            years, index = divmod(4 * start.year + (start.month - 1) // 3 + by, 4)
            return calendar.quarter(years, index + 1)
        case "year":
            return calendar.years(start.year + by)
        case "decade":
            return calendar.years((start.year // 10 + by) * 10, 10)
        case "century":
            return calendar.years((start.year // 100 + by) * 100, 100)
        case _:
            day = start + timedelta(days=by)
            return day, day


def season_by(code: int, by: int) -> Meaning:
    """Return the last spring that is over (-1), this year's (0), or the next to begin (1).

    "This winter" is in its first months the one that began the year before, and
    so it is in spring where the verb is past.
    """

    def read(frame: Frame) -> Reading | None:
        today = frame.today
        if today is None:
            return None
        year = today.year
        if by < 0:
            year = max(of for of in (year, year - 1, year - 2) if _season_end(of, code) < today)
        elif by > 0:
            year += calendar.season(year, code)[0] <= today
        elif code == calendar.WINTER:
            year -= today.month <= 2 or (today.month <= 5 and frame.lean is Lean.PAST)
        return Reading(*calendar.season(year, code), edtf=f"{year:04d}-{code}")

    return read


def _season_end(year: int, code: int) -> date:
    return calendar.season(year, code)[1]


def so_far(meaning: Meaning) -> Meaning:
    """Return the part of a range before publication: "earlier this month"."""

    def read(frame: Frame) -> Reading | None:
        reading = meaning(frame)
        if reading is None or frame.today is None or frame.today < reading.earliest:
            return None
        latest = max(reading.earliest, min(frame.today - timedelta(days=1), reading.latest))
        return reading.part(reading.earliest, latest, approximate=reading.approximate)

    return read


def from_now(meaning: Meaning) -> Meaning:
    """Return the part of a range after publication: "later this month"."""

    def read(frame: Frame) -> Reading | None:
        reading = meaning(frame)
        if reading is None or frame.today is None or frame.today > reading.latest:
            return None
        earliest = min(reading.latest, max(frame.today + timedelta(days=1), reading.earliest))
        return reading.part(earliest, reading.latest, approximate=reading.approximate)

    return read


def distance(unit: str, least: int, most: int, sign: int, origin: Origin) -> Meaning:
    """Return what lies some units before (-1) or after (1) an origin.

    Days are exact where their number is; a coarser unit gives the calendar unit
    in which that day falls, approximate, and a decade five years either way.
    """

    def read(frame: Frame) -> Reading | None:
        start = origin(frame)
        if start is None:
            return None
        if unit == "hour":
            return Reading(start, start, True)
        if unit == "fortnight":
            return _around("week", start, sorted((sign * 2 * least, sign * 2 * most)))
        if unit == "decade":
            middle = start.year + 10 * sign * least
            return Reading(*calendar.years(middle - 5, 11), True)
        reading = _around(unit, start, sorted((sign * least, sign * most)))
        if unit == "year" and sign < 0:
            # Figures of "a year earlier" are compared with: the story stays where it was.
            reading = replace(reading, aside=True)
        return replace(reading, approximate=False) if unit == "day" and least == most else reading

    return read


def _around(unit: str, start: date, steps: list[int]) -> Reading:
    return Reading(_unit(unit, start, steps[0])[0], _unit(unit, start, steps[1])[1], True)


def told(unit: str) -> Meaning:
    """Return the meaning of "that year", "the same day": the unit of the last date told."""
    return whole(unit, from_told(unit), 0)

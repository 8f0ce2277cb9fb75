"""Dates with their uncertainty, in the subset of EDTF (ISO 8601-2) level 1 that a case holds.

- ``2016-10-07``, ``2024-05``, ``2016``: a day, a month, a year;
- ``2014-08-21~``, ``2014?``, ``2014%``: approximate, uncertain, both;
- ``197X``, ``19XX``, ``2004-XX``, ``2004-06-XX``: digits left open;
- ``2023-21`` to ``2023-24``: spring to winter of a year;
- ``2016-09-03/2016-09-04``: an interval, each end as above;
- ``../2001``, ``2002/..``: an interval without a beginning, without an end.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache

from casefile.core import calendar
from casefile.model.words import PartialDate

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([~?%]?)", re.ASCII)
_OPEN = ".."
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


class _Unit(IntEnum):
    """How precisely one end of a date is given, the finest first."""

    DAY = 1
    MONTH = 2
    SEASON = 3
    YEAR = 4
    DECADE = 5
    CENTURY = 6


@dataclass(frozen=True, slots=True)
class _End:
    earliest: date
    latest: date
    unit: _Unit
    qualifier: str = ""


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the earliest and the latest day that the date allows, both included.

    None stands for an open end; never for both. A qualifier does not widen the
    bounds: "about 21 August" is that day, marked.

    Raises:
        ValueError: It is not EDTF of this subset, ends before it begins, or
            leaves the years 1 to 9999.
    """
    first, last = _ends(edtf)
    return (first.earliest if first else None), (last.latest if last else None)


def is_valid(edtf: str) -> bool:
    """Tell whether the text is EDTF of this subset."""
    try:
        _ends(edtf)
    except ValueError:
        return False
    return True


def is_approximate(edtf: str) -> bool:
    """Tell whether any part of the date is marked with ``~`` or ``%``."""
    return "~" in edtf or "%" in edtf


@lru_cache(maxsize=256)
def from_bounds(earliest: date | None, latest: date | None, *, approximate: bool = False) -> str:
    """Return the shortest EDTF whose bounds are exactly these.

    A day, month, year, decade or century where the range is one; else an
    interval, both ends in the coarsest unit that is exact for both, so that
    "2016/2016-01-10" never stands for ten days. None leaves that end open.
    Seasons are not used: they are a wording, and half the world has another.

    Raises:
        ValueError: The range ends before it begins, or has neither end.
    """
    mark = "~" if approximate else ""
    if earliest is None or latest is None:
        return _open_interval(earliest, latest, mark)
    if latest < earliest:
        raise ValueError(f"{earliest} to {latest} ends before it begins")
    unit = next(unit for unit in reversed(_Unit) if _is_whole(earliest, latest, unit))
    first, last = _written(earliest, unit), _written(latest, unit)
    return first + mark if first == last else f"{first}{mark}/{last}{mark}"


def partial(
    text: str, earliest: date | None, latest: date | None, *, approximate: bool = False
) -> PartialDate:
    """Return the date that a wording has, from its bounds.

    Without either bound it is a wording that is not resolved.
    """
    if earliest is None and latest is None:
        return PartialDate(text)
    edtf = from_bounds(earliest, latest, approximate=approximate)
    return PartialDate(text, edtf, earliest, latest)


def worded(text: str, edtf: str) -> PartialDate:
    """Return the date that a wording has, from its EDTF.

    Raises:
        ValueError: It is not EDTF of this subset.
    """
    return PartialDate(text, edtf, *bounds(edtf))


def specificity(when: PartialDate) -> int | None:
    """Return the days that the date leaves possible: 1 is the most specific.

    None where an end is open or the wording is not resolved.
    """
    if when.earliest is None or when.latest is None:
        return None
    return (when.latest - when.earliest).days + 1


def overlap(one: PartialDate, other: PartialDate) -> bool:
    """Tell whether some day fits both dates; never where either is not resolved."""
    if not (_is_resolved(one) and _is_resolved(other)):
        return False
    return _starts_by(one.earliest, other.latest) and _starts_by(other.earliest, one.latest)


def shown(edtf: str) -> str:
    """Return what an EDTF date means in plain words.

    >>> shown("2024-05-20~/2024-06-20~")
    '~20 May-20 Jun 2024'
    """
    return describe(worded(edtf, edtf))


def describe(when: PartialDate) -> str:
    """Return a short wording for lists, such as "3-4 Sep 2016" or "~21 Aug 2014".

    ``~`` before it says approximate, ``?`` behind it uncertain. The wording of
    the source itself where it is not resolved.

    >>> describe(worded("the 1950s and 1960s", "195X/196X"))
    '1950s-1960s'
    >>> describe(worded("before 2002", "../2001"))
    'before 2002'
    """
    if not _is_resolved(when):
        return when.text
    edtf = when.edtf or from_bounds(when.earliest, when.latest)
    first, last = _ends(edtf)
    about = "~" if is_approximate(edtf) else ""
    doubt = "?" if "?" in edtf or "%" in edtf else ""
    return f"{about}{_described(first, last)}{doubt}"


def _ends(edtf: str) -> tuple[_End | None, _End | None]:
    left, slash, right = edtf.partition("/")
    if not slash:
        single = _end(left)
        return single, single
    first = None if left == _OPEN else _end(left)
    last = None if right == _OPEN else _end(right)
    if first is None and last is None:
        raise ValueError(f"{edtf!r} has neither a beginning nor an end")
    if first and last and first.earliest > last.latest:
        raise ValueError(f"{edtf!r} ends before it begins")
    return first, last


def _end(text: str) -> _End:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date in EDTF")
    year, month, number, qualifier = match.groups()
    if "X" in year:
        if month:
            raise ValueError(f"{text!r} has a month in an unknown year")
        span = 10 ** year.count("X")
        unit = _Unit.DECADE if span == 10 else _Unit.CENTURY
        return _End(*calendar.years(int(year.replace("X", "0")), span), unit, qualifier)
    return _End(*_within_year(text, int(year), month, number), qualifier)


def _within_year(
    text: str, year: int, month: str | None, number: str | None
) -> tuple[date, date, _Unit]:
    if month is None:
        return *calendar.years(year), _Unit.YEAR
    if month == "XX":
        if number not in (None, "XX"):
            raise ValueError(f"{text!r} has a day in an unknown month")
        return *calendar.years(year), _Unit.YEAR
    code = int(month)
    if code in _SEASONS and number is None:
        return *calendar.season(year, code), _Unit.SEASON
    if number in (None, "XX"):
        if not 1 <= code <= 12:
            raise ValueError(f"{text!r} has no such month")
        return *calendar.months(year, code), _Unit.MONTH
    exact = date(year, code, int(number or 0))
    return exact, exact, _Unit.DAY


def _open_interval(earliest: date | None, latest: date | None, mark: str) -> str:
    if earliest is not None:
        unit = next(unit for unit in reversed(_Unit) if _begins(earliest, unit))
        return f"{_written(earliest, unit)}{mark}/{_OPEN}"
    if latest is not None:
        unit = next(unit for unit in reversed(_Unit) if _finishes(latest, unit))
        return f"{_OPEN}/{_written(latest, unit)}{mark}"
    raise ValueError("a date needs a beginning or an end")


def _is_whole(earliest: date, latest: date, unit: _Unit) -> bool:
    return _begins(earliest, unit) and _finishes(latest, unit)


def _begins(first: date, unit: _Unit) -> bool:
    """Tell whether a unit begins on this day. No season does."""
    match unit:
        case _Unit.DAY:
            return True
        case _Unit.MONTH:
            return first.day == 1
        case _Unit.YEAR | _Unit.DECADE | _Unit.CENTURY:
            return (first.month, first.day) == (1, 1) and first.year % _YEARS[unit] == 0
        case _:
            return False


def _finishes(last: date, unit: _Unit) -> bool:
    """Tell whether a unit ends on this day: 31 December 9999 ends a century."""
    if unit is _Unit.DAY:
        return True
    if last == date.max:
        return unit is not _Unit.SEASON
    # The first decade and century would begin in the year 0, which no date has.
    if unit in _YEARS and last.year < _YEARS[unit]:
        return False
    return _begins(last + timedelta(days=1), unit)


_YEARS = {_Unit.YEAR: 1, _Unit.DECADE: 10, _Unit.CENTURY: 100}


def _written(on: date, unit: _Unit) -> str:
    match unit:
        case _Unit.CENTURY:
            return f"{on.year // 100:02d}XX"
        case _Unit.DECADE:
            return f"{on.year // 10:03d}X"
        case _Unit.YEAR:
            return f"{on.year:04d}"
        case _Unit.MONTH:
            return f"{on.year:04d}-{on.month:02d}"
        case _:
            return on.isoformat()


def _is_resolved(when: PartialDate) -> bool:
    return when.earliest is not None or when.latest is not None


def _starts_by(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start <= end


def _described(first: _End | None, last: _End | None) -> str:
    if first is None and last is None:
        raise ValueError("a date needs a beginning or an end")
    if first is None:
        assert last is not None
        return f"before {_day_after(last)}"
    if last is None:
        return f"from {_said(first)}"
    if first == last:
        return _said(first)
    return _between(first, last)


def _day_after(last: _End) -> str:
    """Word the unit that follows an end: what is before it reaches that end."""
    if last.latest == date.max:
        return "10000"
    after = last.latest + timedelta(days=1)
    if (after.month, after.day) == (1, 1) and last.unit is not _Unit.DAY:
        return str(after.year)
    if after.day == 1 and last.unit is not _Unit.DAY:
        return f"{_MONTHS[after.month - 1]} {after.year}"
    return _said(_End(after, after, _Unit.DAY))


def _between(first: _End, last: _End) -> str:
    one, other = first.earliest, last.latest
    if first.unit is last.unit and one.year == other.year:
        if first.unit is _Unit.MONTH:
            return f"{_MONTHS[one.month - 1]}-{_said(last)}"
        if first.unit is _Unit.DAY and one.month == other.month:
            return f"{one.day}-{_said(last)}"
        if first.unit is _Unit.DAY:
            return f"{one.day} {_MONTHS[one.month - 1]}-{_said(last)}"
    return f"{_said(first)}-{_said(last)}"


def _said(end: _End) -> str:
    on = end.earliest
    match end.unit:
        case _Unit.DAY:
            return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
        case _Unit.MONTH:
            return f"{_MONTHS[on.month - 1]} {on.year}"
        case _Unit.SEASON:
            code = next(code for code in _SEASONS if calendar.season(on.year, code)[0] == on)
            years = f"{on.year}" if code != 24 else f"{on.year}-{(on.year + 1) % 100:02d}"
            return f"{_SEASONS[code]} {years}"
        case _Unit.YEAR:
            return f"{on.year}"
        case _Unit.DECADE:
            return f"{on.year}s"
        case _:
            return f"{on.year}-{end.latest.year}"

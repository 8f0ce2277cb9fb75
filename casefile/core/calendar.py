"""Arithmetic on days, weeks, months, quarters and seasons; no clock.

A range is a pair of days, both included.
"""

from datetime import MAXYEAR, MINYEAR, date, timedelta

Range = tuple[date, date]
"""First and last day, both included."""

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
"""The codes of ISO 8601-2 4.8 for the seasons of a year."""

_FIRST_MONTH = {SPRING: 3, SUMMER: 6, AUTUMN: 9, WINTER: 12}
"""The meteorological seasons of the northern hemisphere."""


def day(year: int, month: int, number: int) -> date | None:
    """Return the day, or None where the calendar has none, such as 30 February."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def months(year: int, month: int, count: int = 1) -> Range:
    """Return the range of some whole months, the given one first.

    Raises:
        ValueError: It leaves the years 1 to 9999.
    """
    after_year, after_month = shift_month(year, month, count - 1)
    if not (year >= MINYEAR and after_year <= MAXYEAR):
        raise ValueError(f"{count} months from {year}-{month} leave the calendar")
    return date(year, month, 1), _month_end(after_year, after_month)


def years(first: int, count: int = 1) -> Range:
    """Return the range of some whole years.

    Raises:
        ValueError: It leaves the years 1 to 9999.
    """
    return months(first, 1, 12 * count)


def quarter(year: int, number: int) -> Range:
    """Return the range of a quarter, 1 to 4, of a calendar year."""
    return months(year, 3 * number - 2, 3)


def season(year: int, code: int) -> Range:
    """Return the range of a season: spring is March to May.

    Winter begins in the December of its year and ends in the next.
    """
    return months(year, _FIRST_MONTH[code], 3)


def week(of: date) -> Range:
    """Return Monday to Sunday around a day."""
    monday = of - timedelta(days=of.weekday())
    return monday, monday + timedelta(days=6)


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the year and month that lie some months later, or before."""
    years_on, index = divmod(year * 12 + month - 1 + by, 12)
    return years_on, index + 1


def _month_end(year: int, month: int) -> date:
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)

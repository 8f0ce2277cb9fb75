"""Days as they are worded: what day, month, year and weekday a text gives, and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casefile.core import calendar
from casefile.model.words import Span
from casefile.reading.lexicon import numbered

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH_NAMES = tuple(row[0] for _, row in numbered("months"))

WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"


def _month_pattern() -> str:
    names = [name for _, row in numbered("months") for name in row]
    english = sorted((name for name in names if name[0].isupper()), key=len, reverse=True)
    others = sorted((name for name in names if name[0].islower()), key=len, reverse=True)
    capitals = "|".join(name.upper() for name in english)
    return rf"(?:(?:{'|'.join(english)}|{capitals}|(?i:{'|'.join(others)}))\b\.?)"


MONTH = _month_pattern()

MONTHS = {name.lower(): int(key) for key, row in numbered("months") for name in row}
"""The number of each month by its names, in small letters, without a full stop."""

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_NAMED = re.compile(
    rf"(?:\b(?P<w1>{WEEKDAY}),?\s)?\b(?P<m1>{MONTH})\s(?P<d1>{_DAY})(?:st|nd|rd|th)?\b(?!:\d)"
    rf"(?:(?:,\s?|\s)(?P<y1>{_YEAR})\b)?"
    rf"|(?:\b(?P<w2>{WEEKDAY}),?\s(?:the\s)?)?(?<![\d.,:])\b(?P<d2>{_DAY})(?:st|nd|rd|th|\.|º)?\s"
    rf"(?:of\s|de\s)?(?P<m2>{MONTH})(?:(?:,\s?|\s(?:de\s|del\s)?)(?P<y2>{_YEAR})\b)?"
)
_NUMBERED = re.compile(
    rf"(?<![\d/.-])(?P<y3>{_YEAR})(?P<s3>[-/.])(?P<m3>1[0-2]|0?[1-9])(?P=s3)(?P<d3>{_DAY})(?![\d/-])"
    rf"|(?<![\d/.-])(?P<a>{_DAY})(?P<s4>[-/.])(?P<b>{_DAY})(?P=s4)(?P<y4>{_YEAR})(?![\d/-])"
    rf"|(?P<y5>{_YEAR})\s?[年년]\s?(?P<m5>1[0-2]|0?[1-9])\s?[月월]\s?(?P<d5>{_DAY})\s?[日일]"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a text words it."""

    span: Span
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    """0 for Monday."""

    def on(self, year: int) -> date | None:
        """Return the day in that year, or None if it has none or the weekday differs."""
        found = calendar.day(year, self.month, self.day)
        if found is None or self.weekday not in (None, found.weekday()):
            return None
        return found

    @property
    def date(self) -> date | None:
        """The day itself, None without a year; the weekday may be wrong."""
        return None if self.year is None else calendar.day(self.year, self.month, self.day)


def days(text: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Yield the days that a stretch of the text names, in order of start.

    ``4/5/2021`` may be in April or in May and is left out; ``13/5/2021`` and
    ``4.5.2021`` are clear.
    """
    stop = len(text) if end is None else end
    found = [day for match in _NAMED.finditer(text, start, stop) if (day := _named(match))]
    found += [day for match in _NUMBERED.finditer(text, start, stop) if (day := _numbered(match))]
    yield from sorted(found, key=lambda day: day.span)


def weekday_number(word: str) -> int:
    """Return 0 for Monday to 6 for Sunday, from a name of at least three letters."""
    return next(at for at, name in enumerate(WEEKDAYS) if name[:3] == word[:3].title())


def _named(match: re.Match[str]) -> Day | None:
    month = match["m1"] or match["m2"]
    year, weekday = match["y1"] or match["y2"], match["w1"] or match["w2"]
    number = int(match["d1"] or match["d2"])
    day = Day(
        Span(*match.span()),
        MONTHS[month.lower().rstrip(".")],
        number,
        int(year) if year else None,
        weekday_number(weekday) if weekday else None,
    )
    # Of a leap year, so that 29 February without a year is a day.
    return day if calendar.day(day.year or 2000, day.month, day.day) else None


def _numbered(match: re.Match[str]) -> Day | None:
    span = Span(*match.span())
    if match["a"] is None:
        year, month, number = (
            int(match[name + "3"] or match[name + "5"]) for name in ("y", "m", "d")
        )
    else:
        first, second, year = int(match["a"]), int(match["b"]), int(match["y4"])
        if match["s4"] == "." or first > 12 or first == second:
            number, month = first, second
        elif second > 12:
            month, number = first, second
        else:
            return None
    return Day(span, month, number, year) if calendar.day(year, month, number) else None

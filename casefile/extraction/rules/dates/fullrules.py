"""Rules for days: 3 September, May 5-6, Tuesday, May 17th, 2016-10-07."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from casefile.core import calendar
from casefile.extraction.rules.dates.context import counts
from casefile.extraction.rules.dates.frame import Frame, Reading, fixed, onward
from casefile.extraction.rules.dates.grammar import Found, Rule, Wording, rule
from casefile.extraction.rules.dates.lexicon import MONTHS, ORDINALS, WEEKDAYS
from casefile.extraction.rules.dates.named import day_by, on_day
from casefile.extraction.rules.dates.tokens import FIRST_YEAR, LAST_YEAR

_CENTURY_TURNS = 70
"""Two figures from here on are of the twentieth century: as POSIX reads them, nearly."""

_WEEKDAY = "(?: {weekday|wkd:w} {comma}? {the}? )?"
_YEAR = "(?: {comma}? {year:y} )?"


def _month_day(found: Found) -> Iterable[Wording]:
    month, number = MONTHS[found.word("m")], found.number("d")
    if number is None:
        number = ORDINALS.get(found.word("o"))
    if number is None or not _exists(month, number):
        return ()
    if found.word("d").isdigit() and "y" not in found and counts(found, found.last):
        return ()
    weekday = WEEKDAYS.get(found.word("w"))
    return found.whole(on_day(month, number, found.number("y"), weekday))


def _days(found: Found) -> Iterable[Wording]:
    """Read two days of one month, or of two."""
    one, other = found.number("d"), found.number("e")
    months = [MONTHS[found.word(name)] for name in ("m", "n") if name in found]
    first, last = months[0], months[-1]
    if not (one and other and _exists(first, one) and _exists(last, other)):
        return ()
    if first == last and one >= other:
        return ()
    year = found.number("y")
    began = year - 1 if year is not None and first > last else year
    start = on_day(first, one, began)
    if "list" in found and not (first == last and other - one == 1):
        cut = found.kept["list"]
        return (
            Wording(found.first, cut - 1, start),
            Wording(cut + 1, found.last, on_day(last, other, year)),
        )
    return found.whole(onward(start, lambda of: on_day(last, other, of), wraps=first > last))


def _three_days(found: Found) -> Iterable[Wording]:
    """Read "May 3, 5 and 7", "3, 5 and 7 May": three days of one month."""
    month, year = MONTHS[found.word("m")], found.number("y")
    ends = [("d", "d"), ("e", "e"), ("f", "f")]
    if found.kept["m"] < found.kept["d"]:
        ends[0] = ("m", "d")
    numbers = [found.number(name) or 0 for name in "def"]
    if not all(_exists(month, number) for number in numbers) or sorted(numbers) != numbers:
        return ()
    return [
        Wording(
            found.kept[first],
            found.last if last == "f" else found.kept[last],
            on_day(month, number, year),
        )
        for (first, last), number in zip(ends, numbers, strict=True)
    ]


def _day_by(found: Found) -> Iterable[Wording]:
    month, number = MONTHS[found.word("m")], found.number("d")
    if number is None or not _exists(month, number):
        return ()
    return found.whole(day_by(month, number, found.word("r")))


def _week_of(found: Found) -> Iterable[Wording]:
    """Read "the week of March 6": the seven days that begin with it."""
    month, number = MONTHS[found.word("m")], found.number("d")
    if found.word("u") != "week" or number is None or not _exists(month, number):
        return ()
    start = on_day(month, number, found.number("y"))

    def read(frame: Frame) -> Reading | None:
        day = start(frame)
        return day and replace(day, latest=day.latest + timedelta(days=6), approximate=True)

    return found.whole(read)


def _exists(month: int, number: int) -> bool:
    # 2024 is a leap year: 29 February is a day of some year.
    return calendar.day(2024, month, number) is not None


def _numeric(found: Found) -> Iterable[Wording]:
    """Read ISO and numeric dates; of 3/4/2016 nobody knows which is the month."""
    parts = [int(part) for part in found.word("i").replace("/", "-").replace(".", "-").split("-")]
    if len(parts) == 2:
        month, year = parts
        is_month = 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR
        return found.whole(fixed(calendar.months(year, month))) if is_month else ()
    if parts[0] > 31:
        year, first, last = parts
        day = calendar.day(year, first, last)
        return found.whole(fixed((day, day))) if day else ()
    first, last, year = parts
    if year < 100:
        year += 1900 if year >= _CENTURY_TURNS else 2000
    if "." in found.word("i"):
        day = calendar.day(year, last, first)
        return found.whole(fixed((day, day))) if day else ()
    days = sorted(
        day
        for day in (calendar.day(year, first, last), calendar.day(year, last, first))
        if day is not None
    )
    if not days:
        return ()
    if days[0] == days[-1]:
        return found.whole(fixed((days[0], days[0])))
    return found.whole(fixed((days[0], days[-1]), approximate=True))


RULES: tuple[Rule, ...] = (
    rule("{numeric:i}", _numeric),
    rule(_WEEKDAY + "{month|maybe:m} {the}? {day:d}" + _YEAR, _month_day),
    rule(
        _WEEKDAY
        + "(?: {the} (?={day}{of}) )? {day:d} {of}? {month|maybe:m} (?: {comma|of}? {year:y} )?",
        _month_day,
    ),
    rule("{the} {ordinal:o} {of} {month|maybe:m}" + _YEAR, _month_day),
    rule("{day:d} {dash} {month|maybe:m} {dash} {year:y}", _month_day),
    rule("{month|maybe:m} {day:d} {comma} {day:e} {comma}? {and} {day:f}"
         " (?: {comma}? {year:y} | (?!{word}) )", _three_days),
    rule("{day:d} {comma} {day:e} {comma}? {and} {day:f} {of}? {month|maybe:m}" + _YEAR,
         _three_days),
    rule("{last|this|next:r} {month|maybe:m} {day:d}", _day_by),
    rule("{the}? {unit:u} {of} {month|maybe:m} {day:d}" + _YEAR, _week_of),
    rule(
        _WEEKDAY + "{month|maybe:m} {day:d} {dash|to|until} (?: {month|maybe:n} )? {day:e}" + _YEAR,
        _days,
    ),
    # A small word behind would be what is counted: "May 3 and 4 people".
    rule(
        "{month|maybe:m} {day:d} {and|or:list} (?: {month|maybe:n} )? {day:e}"
        " (?: {comma}? {year:y} | (?!{word}) )",
        _days,
    ),
    rule("(?<={between}) {the}? {day:d} {and} {the}? {day:e} {of}? {month|maybe:m}" + _YEAR, _days),
    rule(
        "{day:d} (?: {dash|to|until|gap} | {and|or:list} ) {the}? {day:e} {of}?"
        " {month|maybe:m}" + _YEAR,
        _days,
    ),
    rule(
        "{day:d} {of}? {month|maybe:m} {dash|to|until|gap} {the}? {day:e} {of}?"
        " {month|maybe:n}" + _YEAR,
        _days,
    ),
)  # fmt: skip

"""Rules for numbered parts of a year or month, and business years: third quarter, FY2023."""

from collections.abc import Iterable

from casefile.core import calendar
from casefile.extraction.rules.dates.counted import from_today, whole
from casefile.extraction.rules.dates.frame import Frame, Meaning, Reading, approximately, fixed
from casefile.extraction.rules.dates.grammar import Found, Rule, Wording, rule
from casefile.extraction.rules.dates.lexicon import MONTHS, ORDINALS, UNITS
from casefile.extraction.rules.dates.named import (
    half_of_month,
    in_half,
    in_month,
    in_quarter,
    in_year_by,
    week_of_month,
)
from casefile.extraction.rules.dates.spanrules import BY

_SHORTEST_PERIOD, _LONGEST_PERIOD = 28, 275
"""Days of what "the period" of a business report may be: a month to three quarters."""


def _nth(found: Found) -> Iterable[Wording]:
    """Read "the second week of April", "the first half of 2016", "the third quarter"."""
    word = found.word("o")
    number = 0 if word in ("last", "final") else ORDINALS[word]
    unit, month, year = found.word("u"), MONTHS.get(found.word("m")), found.number("y")
    if month and unit in ("week", "weekend") and number <= 5:
        return found.whole(week_of_month(number, in_month(month, year)))
    if month and unit == "half" and number <= 2:
        return found.whole(half_of_month(number or 2, in_month(month, year)))
    if month or unit not in ("quarter", "half") or number > {"quarter": 4, "half": 2}[unit]:
        return ()
    make = in_quarter if unit == "quarter" else in_half
    number = number or {"quarter": 4, "half": 2}[unit]
    if "r" in found:
        by = BY[found.word("r")]
        is_year = found.word("v") == "year"
        return found.whole(in_year_by(lambda of: make(number, of), by)) if is_year else ()
    if year is None and (unit == "half" or word in ("last", "final")):
        return ()
    return found.whole(make(number, year))


def _short(found: Found) -> Iterable[Wording]:
    """Read "Q3 2018", "H1"."""
    letter, number = found.word("q"), found.number("n") or 0
    is_joined = found.words[found.kept["q"]].end == found.words[found.kept["n"]].start
    make = {"q": in_quarter, "h": in_half}.get(letter)
    if make is None or not is_joined or not 1 <= number <= {"q": 4, "h": 2}[letter]:
        return ()
    if letter == "h" and "y" not in found:
        return ()
    return found.whole(make(number, found.number("y")))


def _year_ago(found: Found) -> Iterable[Wording]:
    """Read "the year-ago quarter", "the year-earlier period": that told, a year before."""
    if found.word("y") != "year":
        return ()
    number = ORDINALS.get(found.word("o"), 0)
    if "o" in found:
        if number > 4 or found.word("u") != "quarter":
            return ()
        return found.whole(_year_before(in_quarter(number, None)))
    if found.word("u") not in ("", "quarter", "period"):
        return ()
    return found.whole(_year_before(_period_told))


def _year_before(meaning: Meaning) -> Meaning:
    """Return the same months of the year before; it is compared with, and tells no new date."""

    def read(frame: Frame) -> Reading | None:
        now = meaning(frame)
        if now is None or now.earliest.day != 1:
            return None
        months = (now.latest.year - now.earliest.year) * 12
        months += now.latest.month - now.earliest.month + 1
        return Reading(
            *calendar.months(now.earliest.year - 1, now.earliest.month, months), aside=True
        )

    return read


def _period_told(frame: Frame) -> Reading | None:
    """Return the last months told, else the last quarter that was over at publication."""
    periods = range(_SHORTEST_PERIOD, _LONGEST_PERIOD)
    for told in frame.told:
        if told.days in periods and told.earliest.day == 1 and not told.approximate:
            return told
    return _last_quarter(frame)


_last_quarter = whole("quarter", from_today, -1)


def _latest(found: Found) -> Iterable[Wording]:
    """Read "the latest quarter", "the period": what the text reports on."""
    unit = found.word("u")
    if UNITS.get(unit) == "year" and "f" in found:
        return found.whole(approximately(whole("year", from_today, -1)))
    if unit == "period" and "l" not in found:
        return ()
    return found.whole(_period_told) if unit in ("quarter", "period") else ()


def _quarter_of(found: Found) -> Iterable[Wording]:
    """Read "the 1988 quarter", "the 1988 third quarter", "this year's first quarter"."""
    number = ORDINALS.get(found.word("o"), 0)
    if found.word("u") != "quarter" or not 1 <= number <= 4:
        return ()
    year = found.number("y")
    if year is not None:
        return found.whole(in_quarter(number, year))
    if found.word("v") != "year":
        return ()
    return found.whole(in_year_by(lambda of: in_quarter(number, of), BY[found.word("r")]))


def _fiscal(found: Found) -> Iterable[Wording]:
    """Read "fiscal 2019", "FY2023": a business year, which may begin in any month."""
    year = found.number("y")
    if year is not None and found.word("u") in ("", "year"):
        return found.whole(approximately(fixed(calendar.years(year))))
    return ()


def _fiscal_by(found: Found) -> Iterable[Wording]:
    """Read "this fiscal year", "the fiscal third quarter"."""
    if "o" in found:
        number = ORDINALS.get(found.word("o"), 0)
        if found.word("u") != "quarter" or not 1 <= number <= 4:
            return ()
        return found.whole(approximately(in_quarter(number, None)))
    if found.word("u") not in ("year", "quarter"):
        return ()
    meaning = approximately(whole(found.word("u"), from_today, BY.get(found.word("r"), 0)))
    if "r" in found:
        return found.whole(meaning)
    return (Wording(found.first, found.last, meaning, is_point=False),)


_YEAR_AGO = "{the}? {latest}? {unit:y} {dash} {ago|sooner}"

RULES: tuple[Rule, ...] = (
    rule("{the}? {ordinal|last:o} (?: {unit|half:u} ) {of|in} {month|maybe:m}"
         " (?: {comma|of}? {year:y} )?", _nth),
    rule("{the}? {ordinal|last:o} {dash}? {unit|half:u} (?: {of|in}? {the}? {year:y} )?", _nth),
    rule("{the}? {ordinal|last:o} {dash}? {unit|half:u} {of} {last|this|next:r} {unit:v}", _nth),
    rule("{name:q} {day:n} (?: {of|comma}? {year:y} )?", _short),
    rule(_YEAR_AGO, _year_ago),
    rule(_YEAR_AGO + " {unit|period:u}", _year_ago),
    rule(_YEAR_AGO + " {ordinal:o} {dash}? {unit:u}", _year_ago),
    rule("{the} (?: {latest:l} )? (?: {fiscal:f} )? {unit|period:u}", _latest),
    rule("{the}? {year:y} {ordinal:o} {dash}? {unit:u}", _quarter_of),
    rule("{last|this|next:r} {unit:v} {owner} {ordinal:o} {dash}? {unit:u}", _quarter_of),
    rule("{fiscal} {unit:u}? {dash}? {year:y}", _fiscal),
    rule("{the}? (?: {last|this|next:r} )? {fiscal} {dash}? (?: {ordinal:o} {dash}? )? {unit:u}",
         _fiscal_by),
)  # fmt: skip

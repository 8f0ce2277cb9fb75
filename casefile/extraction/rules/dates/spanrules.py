"""Rules for months, years and what is longer: mid-May, spring 2023, the 1950s and '60s."""

from collections.abc import Iterable

from casefile.core import calendar
from casefile.extraction.rules.dates.context import counts, is_month, is_season, is_year
from casefile.extraction.rules.dates.counted import from_today, from_told, season_by, whole
from casefile.extraction.rules.dates.frame import (
    Frame,
    Meaning,
    Reading,
    fixed,
    onward,
    span_of,
    third,
)
from casefile.extraction.rules.dates.grammar import Found, Rule, Wording, rule
from casefile.extraction.rules.dates.lexicon import (
    MONTHS,
    NAMED_DECADES,
    ORDINALS,
    PARTS,
    SEASONS,
    TAG,
    UNITS,
)
from casefile.extraction.rules.dates.named import (
    in_month,
    in_season,
    in_that_year,
    in_year_by,
    month_by,
    past_season,
)
from casefile.extraction.rules.dates.tokens import FIRST_YEAR, LAST_YEAR

BY = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
"""Units on from publication."""

SHORT_RANGE = 50
"""Years up to which "1977-83" is a range of years; 2024-99 is the number of something."""

_SAID_PART = (
    "(?: (?={part}) | (?={the}?{edge}{of}) ) {the}? {part|edge:p} {dash}? (?: {of} {the}? )?"
)
_PART = f"(?: {_SAID_PART} )?"
_YEAR = "(?: {comma|of}? {year:y} )?"
_YEAR_BY = "(?: {of|comma}? {last|this|next|that|same:r} {unit:u} )"


def parted(found: Found, meaning: Meaning) -> Meaning:
    """Return the part of a range that "early" or "the end of" leaves, if it is said."""
    return third(meaning, PARTS[found.word("p")]) if "p" in found else meaning


def _month(found: Found) -> Iterable[Wording]:
    after = found.near(1)
    # A day that the rules for days refused, such as 31 February, spoils the month too.
    refused = after is not None and after.tag == TAG["day"] and not counts(found, found.last + 1)
    if refused or not is_month(found, "m"):
        return ()
    return found.whole(parted(found, in_month(MONTHS[found.word("m")], found.number("y"))))


def _month_of_year(found: Found) -> Iterable[Wording]:
    """Read "March last year", "February this year"."""
    if found.word("u") != "year":
        return ()
    month = MONTHS[found.word("m")]
    which = found.word("r")
    count = in_that_year if which in ("that", "same") else in_year_by
    return found.whole(parted(found, count(lambda year: in_month(month, year), BY.get(which, 0))))


def _month_by(found: Found) -> Iterable[Wording]:
    which = BY.get(found.word("q") or found.word("r"), 0)
    return found.whole(month_by(MONTHS[found.word("m")], ("last", "this", "next")[which + 1]))


def _month_told(found: Found) -> Iterable[Wording]:
    """Read "the following March": the first after the last date told."""
    month, after = MONTHS[found.word("m")], found.word("r") in ("following", "subsequent")

    def read(frame: Frame) -> Reading | None:
        back = frame.back(366)
        if back is None:
            return None
        on, year = back.latest if after else back.earliest, back.earliest.year
        year += (month <= on.month) if after else -(month >= on.month)
        return Reading(*calendar.months(year, month))

    return found.whole(read)


def _month_of_that_year(found: Found) -> Iterable[Wording]:
    """Read "That October": not "he said that October was dry"."""
    before = found.near(-1)
    if before is not None and before.tag != TAG["comma"]:
        return ()
    month = MONTHS[found.word("m")]
    return found.whole(in_that_year(lambda year: in_month(month, year), 0))


def _months(found: Found) -> Iterable[Wording]:
    """Read two months: a range, or two wordings that share a year."""
    if not (is_month(found, "m") and is_month(found, "n", listed=True)):
        return ()
    first, last = MONTHS[found.word("m")], MONTHS[found.word("n")]
    year = found.number("y")
    began = year - 1 if year is not None and first > last else year
    start = in_month(first, began)
    if "p" in found:
        start = third(start, PARTS[found.word("p")])
    before = found.near(-1)
    between = before is not None and before.word == "between"
    joined = found.word("list") == "or" and (last - first) % 12 == 1
    if "list" not in found or between or joined:
        return found.whole(onward(start, lambda of: in_month(last, of), wraps=first > last))
    cut = found.kept["list"]
    return (
        Wording(found.first, cut - 1, start),
        Wording(cut + 1, found.last, in_month(last, year)),
    )


def _part_in(found: Found) -> Iterable[Wording]:
    """Read "late in May", "early in 2014"."""
    year = found.number("y")
    if found.word("i") != "in":
        return ()
    if "m" in found:
        return found.whole(parted(found, in_month(MONTHS[found.word("m")], year)))
    return found.whole(parted(found, fixed(calendar.years(year or 0))))


def _days_of(found: Found) -> Iterable[Wording]:
    """Read "the first days of March", "the last weeks of May 2011"."""
    word = found.word("p")
    if found.word("u") not in ("days", "weeks") or word not in ("first", "last", "final"):
        return ()
    which = PARTS["early" if word == "first" else "late"]
    return found.whole(third(in_month(MONTHS[found.word("m")], found.number("y")), which))


def _year(found: Found) -> Iterable[Wording]:
    year = found.number("y")
    if year is None or not is_year(found, "y"):
        return ()
    return found.whole(parted(found, fixed(calendar.years(year))))


def _years(found: Found) -> Iterable[Wording]:
    """Read "2014-2016", "1977-83", "from 1977 to 1983"."""
    first, last = found.number("y") or 0, found.number("z") or 0
    if len(found.word("z")) == 2:
        last += first // 100 * 100
    if len(found.word("z")) == 2 and last - first > SHORT_RANGE:
        return ()
    if not FIRST_YEAR <= first < last <= LAST_YEAR or not is_year(found, "y", behind=False):
        return ()
    if counts(found, found.last):
        return ()
    return found.whole(fixed(calendar.years(first, last - first + 1)))


def _year_and_month(found: Found) -> Iterable[Wording]:
    """Read 2023-09; where the second number is the year after, it is a season of sport."""
    year, month = found.number("y") or 0, found.number("d") or 0
    if len(found.word("d")) != 2 or not 1 <= month <= 12 or year % 100 < month:
        return ()
    return found.whole(fixed(calendar.months(year, month)))


def _decades(found: Found) -> Iterable[Wording]:
    first = _decade(found.word("d"), None)
    if first is None or (found.word("d") in NAMED_DECADES and not ({"t", "p"} & found.kept.keys())):
        return ()
    start = parted(found, fixed(first))
    if "e" not in found:
        return found.whole(start)
    last = _decade(found.word("e"), first[0].year)
    if last is None or last[0] <= first[0]:
        return ()
    end = third(fixed(last), PARTS[found.word("q")]) if "q" in found else fixed(last)
    return found.whole(span_of(start, end))


def _decade(word: str, after: int | None) -> calendar.Range | None:
    """Return the decade; the digits of a short one are of the same century as the one before."""
    if word in NAMED_DECADES:
        return calendar.years(NAMED_DECADES[word], 10)
    digits = "".join(filter(str.isdigit, word))
    start = int(digits)
    if len(digits) == 2:
        if after is None and word[0].isdigit():
            return None
        start += (after or 1900) // 100 * 100
    if not FIRST_YEAR <= start <= LAST_YEAR:
        return None
    # "The 1800s" are a century; "the 2000s" have been a decade so far.
    return calendar.years(start, 100 if start % 100 == 0 and start < 2000 else 10)


def _century(found: Found) -> Iterable[Wording]:
    number = found.number("d") or ORDINALS.get(found.word("o"))
    if UNITS.get(found.word("u")) != "century" or not number or found.word("d").isdigit():
        return ()
    return found.whole(parted(found, fixed(calendar.years(max(1, 100 * (number - 1)), 100))))


def _season(found: Found) -> Iterable[Wording]:
    before = found.near(-1)
    named = before is not None and before.tag == TAG["name"]
    if named or ("y" not in found and not is_season(found)):
        return ()
    return found.whole(parted(found, in_season(SEASONS[found.word("s")], found.number("y"))))


def _season_by(found: Found) -> Iterable[Wording]:
    """Read "last spring", "this autumn", "this past winter"."""
    code = SEASONS[found.word("s")]
    if found.word("q") == "past":
        return found.whole(parted(found, past_season(code)))
    return found.whole(parted(found, season_by(code, BY[found.word("q") or found.word("r")])))


def _unit_by(found: Found) -> Iterable[Wording]:
    """Read "the end of the month", "late last year": a part of a unit from publication."""
    unit = UNITS.get(found.word("u"), "")
    if unit not in ("week", "month", "quarter", "year", "decade", "century"):
        return ()
    if "r" not in found and found.word("p") in ("early", "mid", "late"):
        return ()
    origin = from_told(unit) if found.word("r") in ("that", "same") else from_today
    return found.whole(parted(found, whole(unit, origin, BY.get(found.word("r"), 0))))


def _unit_end(found: Found) -> Iterable[Wording]:
    """Read "year-end", "month's end"."""
    unit = found.word("u")
    if found.word("p") != "end" or unit not in ("week", "month", "quarter", "year"):
        return ()
    return found.whole(parted(found, whole(unit, from_today, 0)))


_MONTH = "{month|maybe:m}"
_DECADE = "(?: {the:t} )? (?: {part:p} {dash}? )? {decade:d}"

RULES: tuple[Rule, ...] = (
    rule(_PART + _MONTH + _YEAR, _month),
    rule(_PART + _MONTH + _YEAR_BY, _month_of_year),
    rule("(?: {this} {past|next:q} | {last|this|next|past:r} ) " + _MONTH, _month_by),
    rule("{the}? {following|previous:r} " + _MONTH, _month_told),
    rule("{that} {month:m}", _month_of_that_year),
    rule(
        f"{_PART} {_MONTH} (?: {{and|or:list}} | {{dash|to|until}} ) {{month|maybe:n}} {_YEAR}",
        _months,
    ),
    rule(_PART + "{year:y}", _year),
    rule("{year:y} (?: {dash|gap} | {to|until} ) {year:z}", _years),
    rule("(?<={between}) {year:y} {and} {year:z}", _years),
    rule("{year:y} {dash} {day|number:z}", _years),
    rule("{year:y} {dash} {day|number:d}", _year_and_month),
    rule(_DECADE, _decades),
    rule(
        _DECADE + "{and|or|to|dash|gap|until} {the}? (?: {part:q} {dash}? )? {decade:e}", _decades
    ),
    rule("{the}? (?: {part:p} {dash}? )? (?: {day:d} | {ordinal:o} ) {dash}? {unit:u}", _century),
    rule("{part:p} {in:i} " + _MONTH + _YEAR, _part_in),
    rule("{part:p} {in:i} {year:y}", _part_in),
    rule("{the} {ordinal|last:p} {unit:u} {of} {the}? " + _MONTH + _YEAR, _days_of),
    rule("{the}? (?: {part:p} {dash}? )? {season:s} (?: {of|comma}? {year:y} )?", _season),
    rule("{the}? {season:s} {of|comma}? {year:y} {dash} {day|number|year:z}", _season),
    rule(
        "(?: {part:p} {dash}? )? (?: {this} {past|next:q} | {last|this|next:r} ) {season:s}",
        _season_by,
    ),
    rule("{unit:u} {dash|owner} {edge:p}", _unit_end),
    rule(_SAID_PART + "{last|this|next|that|the:r}? {unit:u}", _unit_by),
)  # fmt: skip

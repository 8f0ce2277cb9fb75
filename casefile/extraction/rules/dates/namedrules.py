"""Rules for days and years by other names: nineteen eighty-four, Reiwa 6, New Year's Eve."""

from collections.abc import Iterable
from datetime import timedelta

from casefile.core import calendar
from casefile.extraction.rules.dates.context import counts
from casefile.extraction.rules.dates.frame import Frame, Meaning, Reading, fixed
from casefile.extraction.rules.dates.grammar import Found, Rule, Wording, rule
from casefile.extraction.rules.dates.lexicon import (
    ERAS,
    HOLIDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    TAG,
    WEEKDAYS,
)
from casefile.extraction.rules.dates.named import in_month, on_day
from casefile.extraction.rules.dates.tokens import FIRST_YEAR, LAST_YEAR
from casefile.extraction.rules.parts import TimeKind

_FEAST_CUES = frozenset(("at", "on", "by", "before", "after", "since", "until", "over"))

_CENTURIES = range(15, 21)
"""The first number of a year said in words: "fifteen" to "twenty"."""


def _spelled(found: Found) -> Iterable[Wording]:
    """Read "nineteen eighty-four", "twenty fifteen": never a count."""
    if any(found.word(name) not in NUMBERS for name in found.kept):
        return ()
    century, rest = NUMBERS[found.word("c")], NUMBERS[found.word("t")]
    ones = NUMBERS[found.word("o")] if "o" in found else 0
    after = found.near(1)
    if century not in _CENTURIES or rest < 10 or rest >= 100 or (ones and rest < 20):
        return ()
    if ones > 9 or counts(found, found.last) or (after is not None and after.tag == TAG["unit"]):
        return ()
    if century == 20 and rest >= 20 and not ones:
        # "Twenty thirty" is more often two numbers.
        return ()
    return found.whole(fixed(calendar.years(100 * century + rest + ones)))


def _thousands(found: Found) -> Iterable[Wording]:
    """Read "the year two thousand", "in two thousand and eight"."""
    before = found.near(-1)
    if found.word("u") not in ("", "year") or found.word("k") != "thousand":
        return ()
    if found.word("c") != "two" or not 0 <= NUMBERS.get(found.word("o"), 0) < 100:
        return ()
    counted = "o" not in found or (before is None or before.word != "in")
    if counted and "u" not in found:
        return ()
    return found.whole(fixed(calendar.years(2000 + NUMBERS.get(found.word("o"), 0))))


def _the_year(found: Found) -> Iterable[Wording]:
    """Read "the year 2000"."""
    year = found.number("y")
    return found.whole(fixed(calendar.years(year))) if found.word("u") == "year" and year else ()


def _era(found: Found) -> Iterable[Wording]:
    """Read "Reiwa 6", "the 26th year of Heisei"."""
    base, reign = ERAS[found.word("e")]
    number = found.number("n") or ORDINALS.get(found.word("o"), 0)
    if "u" in found and found.word("u") != "year":
        return ()
    if not 1 <= number <= reign or not FIRST_YEAR <= base + number <= LAST_YEAR:
        return ()
    return found.whole(fixed(calendar.years(base + number)))


def _feast(found: Found) -> Iterable[Wording]:
    words = [found.words[at].word.replace("’", "'") for at in range(found.first, found.last + 1)]
    if "y" in found:
        words.pop()
    name = " ".join(words).replace(" 's", "'s").removesuffix(" ,")
    day = HOLIDAYS.get(name)
    before, after = found.near(-1), found.near(1)
    if " " not in name and "y" not in found:
        # "At Christmas", not "Christmas trees".
        told = before is not None and before.word in _FEAST_CUES
        if not told or (after is not None and after.tag in (TAG["word"], TAG["name"])):
            return ()
    return found.whole(on_day(*day, found.number("y"))) if day else ()


def _nth_weekday(found: Found) -> Iterable[Wording]:
    """Read "the first Monday of May", "the last Sunday in March 2018"."""
    number = ORDINALS.get(found.word("o"), 0)
    if number > 5:
        return ()
    month = in_month(MONTHS[found.word("m")], found.number("y"))
    return found.whole(_weekday_of(WEEKDAYS[found.word("w")], number, month))


def _weekday_of(weekday: int, number: int, month: Meaning) -> Meaning:
    """Return the n-th such weekday of a month; 0 is the last."""

    def read(frame: Frame) -> Reading | None:
        whole = month(frame)
        if whole is None:
            return None
        if number:
            first = whole.earliest + timedelta(days=(weekday - whole.earliest.weekday()) % 7)
            day = first + timedelta(days=7 * (number - 1))
        else:
            day = whole.latest - timedelta(days=(whole.latest.weekday() - weekday) % 7)
        return Reading(day, day, explicit=whole.explicit) if day <= whole.latest else None

    return read


def _nth_weekday_of_each(found: Found) -> Iterable[Wording]:
    """Read "the first Monday of each month": a habit, and "of the month": no certain day."""
    return found.vague(f"XXXX-WXX-{WEEKDAYS[found.word('w')] + 1}", TimeKind.SET)


_NTH = "{the}? {ordinal|last:o} {weekday:w} (?: {of} | {in} )"

RULES: tuple[Rule, ...] = (
    rule("{number:c} {number:t} (?: {dash}? {number:o} )?", _spelled),
    rule("(?: {the} {unit:u} )? {number:c} {word:k} (?: {and}? {number:o} )?", _thousands),
    rule("{the} {unit:u} {year:y}", _the_year),
    rule("{era:e} {day|number:n}", _era),
    rule("{the} (?: {day:n} | {ordinal:o} ) {unit:u} {of} {era:e}", _era),
    rule("{feast} {owner}? {name|word|unit}? (?: {comma}? {year:y} )?", _feast),
    rule("{feast} (?: {comma}? {year:y} )?", _feast),
    rule("{name|word:n} {unit} {owner} {name|word|unit} (?: {comma}? {year:y} )?", _feast),
    rule(_NTH + " {month|maybe:m} (?: {comma|of}? {year:y} )?", _nth_weekday),
    rule(_NTH + " {every|the} {unit}", _nth_weekday_of_each),
)  # fmt: skip

"""Rules for how long and how often, and for words that only point: three months, daily, now."""

from collections.abc import Iterable

from casefile.extraction.rules.dates.counted import from_today, whole
from casefile.extraction.rules.dates.grammar import Found, Rule, Wording, rule
from casefile.extraction.rules.dates.lexicon import (
    DAYPARTS,
    FEW,
    LENGTHS,
    MONTHS,
    NUMBERS,
    OFTEN,
    TAG,
    UNITS,
    WEEKDAYS,
)
from casefile.extraction.rules.parts import TimeKind

COUNT = "(?: {article|number|day:n} (?: {dash}? {number:m} )? | {article}? {few:w} {of}? )"
"""The pattern of a number of units; ``count`` reads it."""

PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
"""What TIMEX3 calls a time that is only pointed at."""

_BEFORE_UNITS = frozenset(
    TAG[name] for name in ("in", "of", "from", "to", "and", "or", "comma", "before", "the", "about")
)
"""After which "years" alone is a length; behind most other words it is counted or owned."""
_TAKES = frozenset(
    ("many", "several", "some", "took", "take", "takes", "spent", "spend", "lasted", "lasts",
     "last", "over", "two", "after", "coming", "past", "for", "waited", "more", "least", "than")
)  # fmt: skip
_LENGTHENS = frozenset(
    ("more", "full", "long", "straight", "consecutive", "working", "business", "additional",
     "further", "whole", "extra", "solid")
)  # fmt: skip
_HALVES = {"year": "P{}Y6M", "day": "P{}DT12H", "month": "P{}M15D"}
_ENDED = frozenset(("ended", "ending", "ends", "to"))


def count(found: Found) -> tuple[int, int]:
    """Return the least and the most that a count in words may be; 0 for no number."""
    if "w" in found:
        return FEW[found.word("w")]
    word = found.word("n")
    number = int(word) if word.isdigit() else NUMBERS.get(word, 0)
    if "m" in found:
        more = NUMBERS.get(found.word("m"), 0)
        # "A two-year", "a hundred years", beside "twenty-two".
        number = more if word in ("a", "an") else number + more
    return number, number


def length(unit: str, least: int, most: int) -> str | None:
    """Return a number of units in the form of ISO 8601, ``X`` for an open number."""
    singular = UNITS.get(unit) if unit.startswith("centur") else unit.removesuffix("s")
    if singular not in LENGTHS:
        return None
    times, form = LENGTHS[singular]
    return "P" + form.format(times * least if least == most else "X")


def _length(found: Found) -> Iterable[Wording]:
    """Read "three months", "the past two years", "a ten-day"."""
    least, most = count(found)
    unit, after = found.word("u"), found.near(1)
    value = length(unit, least, most)
    if value is None or most == 0 or _is_age(found):
        return ()
    if (
        unit == "quarter"
        or ("h" in found and unit == "quarters")
        or (_is_one(found) and unit.endswith("s"))
    ):
        return ()
    if after is not None and after.tag == TAG["owner"] and least == 1:
        return ()
    return found.vague(value, TimeKind.DURATION)


def _longer(found: Found) -> Iterable[Wording]:
    """Read "three more years", "two full days"."""
    return _length(found) if found.word("l") in _LENGTHENS else ()


def _length_between(found: Found) -> Iterable[Wording]:
    """Read "two to three weeks", which TimeBank gives the first number."""
    word, unit = found.word("n"), found.word("u")
    least = int(word) if word.isdigit() else NUMBERS.get(word, 0)
    value = length(unit, least, least)
    plural = unit.endswith("s") and unit != "quarters"
    return found.vague(value, TimeKind.DURATION) if value and least and plural else ()


def _and_a_half(found: Found) -> Iterable[Wording]:
    """Read "a year and a half", "two and a half hours", "2 1/2 years"."""
    if "i" in found and (found.word("i"), found.word("j")) != ("1", "2"):
        return ()
    word = found.word("n")
    number = int(word) if word.isdigit() else NUMBERS.get(word, 0)
    form = _HALVES.get(UNITS[found.word("u")])
    return found.vague(form.format(number), TimeKind.DURATION) if form else ()


def _is_one(found: Found) -> bool:
    """Tell whether the count is "a" or "an" alone."""
    return found.word("n") in ("a", "an") and "m" not in found


def _is_age(found: Found) -> bool:
    """Tell whether it is like "five-year-old", "12 years old", "aged 3 months"."""
    before, after = found.near(-1), found.near(1)
    if after is not None and after.tag == TAG["dash"]:
        after = found.near(2)
    is_old = after is not None and after.word in ("old", "olds")
    return is_old or (before is not None and before.word == "aged")


def _units(found: Found) -> Iterable[Wording]:
    """Read "for years", "within weeks"."""
    unit, before = found.word("u"), found.near(-1)
    value = length(unit, 0, 1)
    if value is None or not unit.endswith("s") or before is None:
        return ()
    if before.tag not in _BEFORE_UNITS and before.word not in _TAKES:
        return ()
    return found.vague(value, TimeKind.DURATION)


def _units_by(found: Found) -> Iterable[Wording]:
    """Read "the past decade", "recent years", "the coming weeks"."""
    unit = found.word("u")
    value = length(unit, 0, 1) if unit.endswith("s") else length(unit, 1, 1)
    if value is None or ("r" in found and not unit.endswith("s")):
        return ()
    return found.vague(value, TimeKind.DURATION)


def _units_ago(found: Found) -> Iterable[Wording]:
    return found.vague(PAST) if found.word("u").endswith("s") else ()


def _the_unit(found: Found) -> Iterable[Wording]:
    """Read "the year", "the week": the one of publication, by which nothing is dated."""
    unit, after = found.word("u"), found.near(1)
    if unit not in ("week", "month", "year"):
        return ()
    if after is not None and after.word in _ENDED:
        return found.vague(length(unit, 1, 1) or "", TimeKind.DURATION)
    return found.vague(PRESENT, meaning=whole(unit, from_today, 0))


def _every(found: Found) -> Iterable[Wording]:
    word = found.word("u")
    if word in WEEKDAYS:
        value = f"XXXX-WXX-{WEEKDAYS[word] + 1}"
    elif word in MONTHS:
        value = f"XXXX-{MONTHS[word]:02d}"
    elif word in DAYPARTS:
        value = f"XXXX-XX-XX{DAYPARTS[word]}"
    else:
        number = max(1, NUMBERS.get(found.word("n"), found.number("n") or 1))
        value = length(word, number, number) or "PXX"
    return found.vague(value, TimeKind.SET)


def _often(found: Found) -> Iterable[Wording]:
    word = found.word("o")
    weekday = WEEKDAYS.get(word.removesuffix("s"))
    value = OFTEN[word] if weekday is None else f"XXXX-WXX-{weekday + 1}"
    return found.vague(value, TimeKind.SET)


def _times_a(found: Found) -> Iterable[Wording]:
    """Read "once a week", "three times a year"."""
    times = found.word("t")
    if times not in ("once", "twice", "times") or found.word("u").endswith("s"):
        return ()
    value = length(found.word("u"), 1, 1)
    return found.vague(value, TimeKind.SET) if value else ()


def _now(found: Found) -> Iterable[Wording]:
    return found.vague(PRESENT)


def _past(found: Found) -> Iterable[Wording]:
    return found.vague(PAST)


def _future(found: Found) -> Iterable[Wording]:
    if "w" in found and found.word("w") not in ("near", "foreseeable", "distant"):
        return ()
    return found.vague(FUTURE)


_BY = "(?: {the|this|that}? {last|past|next|previous|following|ordinal|latest} )"

RULES: tuple[Rule, ...] = (
    rule(f"{{about}}? (?: {_BY} | {{the}} )? {COUNT} (?: {{dash:h}} )? {{unit:u}}", _length),
    rule(f"{{about}}? (?: {_BY} | {{the}} )? {COUNT} {{word:l}} {{unit:u}}", _longer),
    rule("{number|day:n} {to|or|dash|gap} {number|day} {unit:u}", _length_between),
    rule("{article|number|day:n} {unit:u} {and} {article} {half}", _and_a_half),
    rule("{number|day:n} {and} {article} {half} {unit:u}", _and_a_half),
    rule("{number|day:n} {day:i} {dash} {day:j} {unit:u}", _and_a_half),
    rule("{the} {last|past|next} {unit:u}", _units_by),
    rule("{past} {unit:u}", _units_by),
    rule("{next|recent:r} {unit:u}", _units_by),
    rule("{unit:u} {ago}", _units_ago),
    rule("{unit:u}", _units),
    rule("{the} {unit:u}", _the_unit),
    rule(
        "{every} (?: {number|day:n} | {ordinal} )? {weekday|unit|daypart|season|month|maybe:u}",
        _every,
    ),
    rule("{often:o}", _often),
    rule("{number|day}? {word:t} {article} {unit:u}", _times_a),
    rule("{now}", _now),
    rule("{current}", _now),
    rule("{recent}", _past),
    rule("{vague}", _past),
    rule("{the} {past}", _past),
    rule("{the} {word:w}? {future}", _future),
)

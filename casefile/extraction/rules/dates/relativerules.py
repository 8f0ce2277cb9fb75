"""Rules for what counts from publication or from another date: Friday, last week, two years ago."""

from collections.abc import Iterable
from dataclasses import replace

from casefile.extraction.rules.dates.counted import (
    Origin,
    days_on,
    distance,
    from_now,
    from_pivot,
    from_today,
    from_told,
    from_told_or_today,
    so_far,
    told,
    whole,
)
from casefile.extraction.rules.dates.frame import Frame, Lean, Meaning, Reading, at_time
from casefile.extraction.rules.dates.grammar import Found, Rule, Wording, rule
from casefile.extraction.rules.dates.lengthrules import COUNT, count, length
from casefile.extraction.rules.dates.lexicon import DAYPARTS, NUMBERS, TAG, TODAY, UNITS, WEEKDAYS
from casefile.extraction.rules.dates.spanrules import BY
from casefile.extraction.rules.dates.weekdays import (
    on_weekday,
    on_weekdays,
    weekday_by,
    weekday_in_week,
    weekday_told,
)
from casefile.extraction.rules.parts import TimeKind

THURSDAY, SATURDAY = 3, 5
"""As ``date.weekday`` counts."""

_HOLIDAYS = frozenset(
    ("good", "black", "bloody", "super", "ash", "palm", "easter", "cyber", "holy", "maundy")
)
"""Words that make a weekday a name: Good Friday, Bloody Sunday."""


def _is_weekday(found: Found) -> bool:
    """Tell whether a weekday is a day, and not part of a name: the Sunday Times."""
    before, after = found.near(-1), found.near(1)
    if before is None:
        return True
    if before.word in _HOLIDAYS:
        return False
    named = after is not None and after.tag == TAG["name"]
    if named and before.tag in (TAG["the"], TAG["name"]):
        return False
    paper = found.near(-2)
    return not (before.word == "on" and paper is not None and paper.word == "mail")


def _weekday(found: Found) -> Iterable[Wording]:
    number = WEEKDAYS[found.word("w")]
    if "r" in found:
        by = BY[found.word("q") or found.word("r")]
        return _on(found, weekday_by(number, ("last", "this", "next")[by + 1]))
    return _on(found, on_weekday(number)) if _is_weekday(found) else ()


def _on(found: Found, day: Meaning) -> Iterable[Wording]:
    """Return the words as a day, or as the part of it that they name."""
    part = DAYPARTS.get(found.word("d"))
    if part is None:
        return found.whole(day)
    return found.whole(at_time(day, part), kind=TimeKind.TIME)


def _weekday_of_week(found: Found) -> Iterable[Wording]:
    if found.word("u") != "week":
        return ()
    return _on(found, weekday_in_week(WEEKDAYS[found.word("w")], BY[found.word("r")]))


def _weekday_told(found: Found) -> Iterable[Wording]:
    """Read "the following Monday", "the Friday before"."""
    after = found.near(1)
    if found.word("r") in ("before", "after") and after is not None and after.tag not in _ENDS:
        return ()
    sign = -1 if found.word("r") in ("previous", "preceding", "before") else 1
    return _on(found, weekday_told(WEEKDAYS[found.word("w")], sign))


def _weekdays(found: Found) -> Iterable[Wording]:
    """Read two weekdays: a range where one follows the other, else two days."""
    first, last = WEEKDAYS[found.word("w")], WEEKDAYS[found.word("v")]
    if "list" in found and (last - first) % 7 != 1:
        cut = found.kept["list"]
        return (
            Wording(found.first, cut - 1, on_weekday(first)),
            Wording(cut + 1, found.last, on_weekday(last)),
        )
    return found.whole(on_weekdays(first, last))


def _today(found: Found) -> Iterable[Wording]:
    day = days_on(from_today, TODAY[found.word("t")])
    if found.word("t") == "tonight":
        return found.whole(at_time(day, DAYPARTS["tonight"]), kind=TimeKind.TIME)
    return _on(found, day)


def _day_beside(found: Found) -> Iterable[Wording]:
    """Read "the day before yesterday", "the day after tomorrow"."""
    if found.word("u") != "day":
        return ()
    by = -1 if found.word("b") == "before" else 1
    return found.whole(days_on(from_today, TODAY[found.word("t")] + by))


def _part_of_day(found: Found) -> Iterable[Wording]:
    """Read "this morning", "last night"."""
    if found.word("r") == "last" and found.word("d") != "night":
        return ()
    return _on(found, days_on(from_today, BY[found.word("r")]))


def _unit_by(found: Found) -> Iterable[Wording]:
    """Read "last week", "earlier this month", "next year"."""
    unit, by = UNITS[found.word("u")], BY[found.word("q") or found.word("r")]
    if found.word("u") != unit or unit in ("hour", "day", "fortnight"):
        return ()
    if unit == "weekend" and found.word("q") in ("next", "coming"):
        by = 0
    before = found.near(-1)
    if before is not None and before.tag == TAG["the"] and found.word("r") != "current":
        return ()
    return found.whole(_trimmed(found.word("x"), whole(unit, from_today, by)))


def _trimmed(word: str, meaning: Meaning) -> Meaning:
    if word == "earlier":
        return so_far(meaning)
    return from_now(meaning) if word == "later" else meaning


def _within_unit(found: Found) -> Iterable[Wording]:
    """Read "earlier in the week", "later in the year"."""
    unit = found.word("u")
    if unit not in ("week", "month", "year"):
        return ()
    return found.whole(_trimmed(found.word("x"), whole(unit, from_today, 0)))


def _unit_told(found: Found) -> Iterable[Wording]:
    """Read "the previous month", "the following day", "that year": from the last date told."""
    unit, word = UNITS.get(found.word("u"), "day"), found.word("r")
    if unit in ("hour", "fortnight") or found.word("u").endswith("s"):
        return ()
    if word in ("that", "same"):
        part = DAYPARTS.get(found.word("u"))
        if part:
            return found.whole(at_time(told(unit), part), kind=TimeKind.TIME)
        return found.whole(told(unit))
    if word == "next" and unit != "day":
        return ()
    if word in ("previous", "preceding"):
        return found.whole(whole(unit, from_told_or_today(unit), -1))
    return found.whole(whole(unit, from_told(unit), 1))


def _unit_beside(found: Found) -> Iterable[Wording]:
    """Read "the year before" where nothing follows that it could be before."""
    unit = UNITS[found.word("u")]
    after = found.near(1)
    if unit in ("hour", "fortnight") or found.word("u").endswith("s"):
        return ()
    by = -1 if found.word("b") == "before" else 1
    if after is None or after.tag in _ENDS:
        return found.whole(whole(unit, from_told(unit), by))
    if unit != "day":
        return ()
    return found.whole(days_on(from_pivot("day", by), by), needs_pivot=True)


def _eve(found: Found) -> Iterable[Wording]:
    """Read "the eve of": the day before the date that follows, if one does."""
    if found.word("e") != "eve":
        return ()
    return found.whole(days_on(from_pivot("day", -1), -1), needs_pivot=True)


def _half_ago(found: Found) -> Iterable[Wording]:
    """Read "half a year ago", "a year and a half ago", "two and a half years ago"."""
    number = 0
    if "k" in found or "n" in found:
        word = found.word("k") or found.word("n")
        number = int(word) if word.isdigit() else NUMBERS[word]
    unit = UNITS[found.word("u")]
    if unit not in ("year", "decade") or number > _MOST_HALVES:
        return ()
    months = (12 * number + 6) * (10 if unit == "decade" else 1)
    sign = 1 if found.word("x") == "later" else -1
    origin: Origin = from_today if found.word("x") == "ago" else from_told("year")
    return found.whole(distance("month", months, months, sign, origin))


_MOST_HALVES = 99


def _weekday_ago(found: Found) -> Iterable[Wording]:
    """Read "a week ago Friday", "a year ago on Monday": the weekday, counted on from there."""
    least, most = count(found)
    unit, weekday = UNITS[found.word("u")], on_weekday(WEEKDAYS[found.word("v")])
    if unit not in ("week", "month", "year") or least != most or not 1 <= least <= 999:
        return ()
    if "o" in found and found.word("o") != "on":
        return ()

    def read(frame: Frame) -> Reading | None:
        near = weekday(replace(frame, lean=Lean.PAST))
        if near is None:
            return None
        if unit == "week":
            return days_on(lambda _: near.earliest, -7 * least)(frame)
        # Nobody knows whether the weekday or the date is meant to return.
        return distance(unit, least, most, -1, lambda _: near.earliest)(frame)

    return found.whole(read)


_ENDS = frozenset(TAG[name] for name in ("comma", "other", "close", "and", "gap"))


def _weekend(found: Found) -> Iterable[Wording]:
    """Read "the weekend": the last one where the verb is past, or until Wednesday."""
    if found.word("u") != "weekend":
        return ()
    this, before = whole("weekend", from_today, 0), whole("weekend", from_today, -1)

    def read(frame: Frame) -> Reading | None:
        day = frame.today.weekday() if frame.today else 0
        over = (day < SATURDAY and frame.lean is Lean.PAST) or day < THURSDAY
        return (before if over and frame.lean is not Lean.FUTURE else this)(frame)

    return found.whole(read)


def _distance(found: Found) -> Iterable[Wording]:
    """Read "two weeks ago", "three days later", "a few days before"."""
    unit = UNITS[found.word("u")]
    least, most = count(found)
    word = found.word("x")
    if unit in ("weekend", "quarter", "century") or not 1 <= least <= 999:
        return ()
    sign = 1 if word in ("later", "after", "now") else -1
    if word in ("ago", "now"):
        meaning = distance(unit, least, most, sign, from_today)
        return found.whole(meaning if least == most else _roughly(meaning, sign))
    if word in ("before", "after"):
        return _beside(found, unit, sign)
    origin: Origin = from_told(unit) if word == "later" else from_told_or_today(unit)
    return found.whole(distance(unit, least, most, sign, origin))


def _beside(found: Found, unit: str, sign: int) -> Iterable[Wording]:
    """Count from the date that follows, or from the last told where the sentence stops."""
    least, most = count(found)
    after = found.near(1)
    value = length(found.word("u"), least, most)
    if after is None or after.tag in _ENDS:
        return found.whole(distance(unit, least, most, sign, from_told(unit)), value=value)
    meaning = distance(unit, least, most, sign, from_pivot(unit, sign))
    return found.whole(meaning, needs_pivot=True, value=value)


def _roughly(meaning: Meaning, sign: int) -> Meaning:
    """Return the same days, marked as no more than "some time ago", or to come."""

    def read(frame: Frame) -> Reading | None:
        reading = meaning(frame)
        value = "FUTURE_REF" if sign > 0 else "PAST_REF"
        return reading and replace(reading, value=value)

    return read


_BY = "(?: {last|this|current|next:r} {past|next:q}? )"
_PART = "(?: {part} {dash}? )?"

RULES: tuple[Rule, ...] = (
    rule(f"{_PART} (?: {_BY} )? {{weekday:w}} (?: {{daypart:d}} )?", _weekday),
    rule("{weekday:w} {daypart:d}? {of}? {last|this|next:r} {unit:u}", _weekday_of_week),
    rule("{the} {following|previous:r} {weekday:w} {daypart:d}?", _weekday_told),
    rule("{the} {weekday:w} {before:r}", _weekday_told),
    rule("{weekday:w} (?: {and|or:list} | {dash|to|until} ) {weekday:v}", _weekdays),
    rule("(?: {part|sooner} )? {today:t} (?: {daypart:d} )?", _today),
    rule("{the} {unit:u} {before:b} {today:t}", _day_beside),
    rule("(?: {part|sooner} )? {this|last:r} {daypart:d}", _part_of_day),
    rule(f"(?: {{sooner:x}} )? {_BY} {{unit:u}}", _unit_by),
    rule("{sooner:x} {in} {the|this} {unit:u}", _within_unit),
    rule("{the} {following|previous|same|next:r} {unit|daypart:u}", _unit_told),
    rule("{sooner}? {that:r} {same}? {unit|daypart:u}", _unit_told),
    rule("{the} {unit:u} {before:b}", _unit_beside),
    rule("{the} {word:e} {of}", _eve),
    rule("{half} {article} {unit:u} {ago|sooner:x}", _half_ago),
    rule("{article:k} {unit:u} {and} {article} {half} {ago|sooner:x}", _half_ago),
    rule("{number|day:n} {and} {article} {half} {unit:u} {ago|sooner:x}", _half_ago),
    rule(f"{{about}}? {COUNT} {{unit:u}} {{ago}} {{word|in:o}}? {{weekday:v}}", _weekday_ago),
    rule("{the} {unit:u}", _weekend),
    rule(f"{{about}}? {COUNT} {{unit:u}} {{ago|sooner|before:x}}", _distance),
    rule(f"{{about}}? {COUNT} {{unit:u}} {{from}} {{now:x}}", _distance),
)

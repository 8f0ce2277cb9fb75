"""When an article was published: what it states, what follows, and what stays open."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from casefile.core import edtf
from casefile.model.article import Published
from casefile.model.words import Basis, FurnitureKind, PartialDate
from casefile.reading import furniture
from casefile.reading.days import MONTH_NAMES, WEEKDAYS, Day, days, weekday_number
from casefile.reading.furniture import Marks
from casefile.reading.lines import Line
from casefile.reading.reckoning import reckoned
from casefile.reading.signed import is_stamp
from casefile.reading.told import Told, told

MOST_CANDIDATES = 8
"""Days that are kept where the text allows several: more help nobody to decide."""

_EARLIEST_YEAR = 1990
"""Where no year is named: articles from before are not plain text on a screen."""

_YEARS_AFTER_NAMED = 3
"""How long after the last year that it names an article may be published for the year of its
dateline to be reckoned: an article of 2006 names 2004 or 2005, hardly 2001 alone."""

_NEWS_LASTS = timedelta(days=31)
"""How long after the last day that it tells of a report is published, at most."""

_FIRST_STAMP = re.compile(
    r"\b(?:published|posted|issued|created|veröffentlicht|publié|publicado)\b|公開|入力|입력|등록",
    re.I,
)
_LATER_STAMP = re.compile(
    r"\b(?:updated|modified|aktualisiert|mis à jour|actualizado)\b|更新|수정", re.I
)
_STAMPS_AT_FOOT = 6
_FIRST_LINES = 4
"""Lines of story in which the weekday of the report is named."""

_WEEKDAY = re.compile(rf"\b(?P<name>{'|'.join(WEEKDAYS)})\b(?!,?\s(?:[A-Z][a-z]+\.?\s)?\d)")
Answer = tuple[Published | None, tuple[PartialDate, ...]]


def published(text: str, lines: Sequence[Line], found: Marks, *, today: date) -> Answer:
    """Return the date of publication, or None, and the days that the text allows for it.

    A stated date comes first, then the dateline, then what follows from the day on
    which the page was saved, and last what weekdays and dates told allow. The day of
    saving itself is never the answer.
    """
    stated = _stated(text, lines, found, today)
    if stated is not None:
        return stated, ()
    facts = told(text, lines, found, today=today)
    opening = furniture.opening_dateline(lines, found)
    if opening is not None and opening.day is not None:
        named = next(days(text, opening.day.start, opening.day.end), None)
        if named is not None:
            return _from_dateline(text, named, facts, lines, found, today)
    clock = furniture.page_clock(lines, found)
    if clock is not None:
        saved = next(days(clock.words)).date
        if saved is None:
            return None, ()
        when, _ = reckoned(text, lines, found, facts, today=today, saved=saved)
        return when or _before_clock(facts, saved, today), ()
    when, fitting = reckoned(text, lines, found, facts, today=today)
    if when is not None:
        return when, ()
    return None, (_candidates(text, facts, today) or fitting[:MOST_CANDIDATES])


def _stated(text: str, lines: Sequence[Line], found: Marks, today: date) -> Published | None:
    """Return the date of a line that is a time stamp alone, "published" before "updated"."""
    foot = len(lines) - _STAMPS_AT_FOOT
    stamps: list[tuple[int, int, Published]] = []
    for at, line in enumerate(lines):
        is_marked = found.get(at) is FurnitureKind.BYLINE or (at >= foot and at not in found)
        if not (is_marked and is_stamp(line)):
            continue
        for day in days(text, line.span.start, line.span.end):
            on = day.date
            # One day ahead of us it may be tomorrow already.
            if on is None or on > today + timedelta(days=1):
                continue
            before = text[line.span.start : day.span.start]
            rank = 0 if _FIRST_STAMP.search(before) else 2 if _LATER_STAMP.search(before) else 1
            reason = f"stated in the line “{line.words}”"
            stamps.append((rank, at, _on(day.span.of(text), on, Basis.DATELINE, reason)))
    return min(stamps, key=lambda stamp: stamp[:2])[2] if stamps else None


def _on(wording: str, on: date, basis: Basis, reason: str) -> Published:
    return Published(edtf.partial(wording, on, on), basis, reason)


def _from_dateline(
    text: str, named: Day, facts: Told, lines: Sequence[Line], found: Marks, today: date
) -> Answer:
    wording = named.span.of(text)
    if named.date is not None and named.date <= today + timedelta(days=1):
        return _on(wording, named.date, Basis.DATELINE, "the dateline gives day and year"), ()
    first_year = facts.latest_named.year if facts.latest_named else _EARLIEST_YEAR
    allowed = [on for year in range(first_year, today.year + 1) if (on := named.on(year))]
    allowed = [on for on in allowed if on <= today and not _is_before(on, facts.latest_named)]
    weekday = _first_weekday(lines, found)
    fitting = _by_weekday(allowed, weekday)
    if fitting and facts.latest_named and (named.weekday is not None or weekday is not None):
        on = fitting[0]
        if on.year - facts.latest_named.year <= _YEARS_AFTER_NAMED:
            return _on(wording, on, Basis.DATELINE, _why(on, weekday, facts.latest_named)), ()
    return None, _listed(wording, fitting)


def _is_before(on: date, other: date | None) -> bool:
    return other is not None and on < other


def _by_weekday(allowed: Sequence[date], weekday: int | None) -> list[date]:
    """Return the days that are the weekday of the report; if none is, those right after it."""
    if weekday is None:
        return list(allowed)
    same = [on for on in allowed if on.weekday() == weekday]
    return same or [on for on in allowed if (on.weekday() - 1) % 7 == weekday]


def _why(on: date, weekday: int | None, named: date) -> str:
    if weekday is None or weekday == on.weekday():
        is_what = f"is a {WEEKDAYS[on.weekday()]}"
    else:
        is_what = f"is the day after a {WEEKDAYS[weekday]}"
    when = f"{on.day} {MONTH_NAMES[on.month - 1]}"
    return f"{when} {is_what} in {on.year}; the last year that the text names is {named.year}"


def _first_weekday(lines: Sequence[Line], found: Marks) -> int | None:
    """Return the weekday first named without a date at the head of the story."""
    story = [line for at, line in enumerate(lines) if at not in found][:_FIRST_LINES]
    for line in story:
        match = _WEEKDAY.search(line.words)
        if match:
            return weekday_number(match["name"])
    return None


def _before_clock(facts: Told, saved: date, today: date) -> Published | None:
    """Return the days between the last one that is told and a month later, or the saving.

    An article that tells of nothing in the year before it was saved gives no hold.
    """
    saved = min(saved, today)
    last = facts.latest_before(saved)
    if last is None or saved - last.on > timedelta(days=366):
        return None
    end = min(last.on + _NEWS_LASTS, saved)
    when = edtf.partial(last.wording, last.on, end, approximate=True)
    reason = (
        f"the last day told is about {last.on.isoformat()} (“{last.wording}”),"
        f" and the page was saved on {saved.isoformat()}"
    )
    return Published(when, Basis.INFERRED, reason)


def _candidates(text: str, facts: Told, today: date) -> tuple[PartialDate, ...]:
    """Return every day on which the first weekday with day and month can have fallen."""
    first_year = facts.latest_named.year if facts.latest_named else _EARLIEST_YEAR
    for day in facts.days:
        if day.weekday is None or day.year is not None:
            continue
        allowed = (on for year in range(first_year, today.year + 1) if (on := day.on(year)))
        fitting = [on for on in allowed if on <= today and not _is_before(on, facts.latest_named)]
        return _listed(day.span.of(text), fitting)
    return ()


def _listed(wording: str, allowed: Iterable[date]) -> tuple[PartialDate, ...]:
    newest = sorted(allowed, reverse=True)[:MOST_CANDIDATES]
    return tuple(edtf.partial(wording, on, on) for on in newest)

"""When an event happens: the dates that belong to the word that tells of it."""

import re
from datetime import date, timedelta
from itertools import pairwise

from casefile.core import edtf
from casefile.extraction.rules.parts import DateMention
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.speech.words import verb_table
from casefile.extraction.rules.tellings.telling import Reader
from casefile.extraction.rules.tellings.triggers import Trigger, triggers
from casefile.model.words import PartialDate, Span

_LISTED = re.compile(
    r"(?:\s+|,\s+)(?:and|or)\s+(?:in\s+|on\s+)?|,\s+|\s+and\s+(?:again\s+)?(?:in\s+|on\s+)?"
)


def dates_of(
    reader: Reader, statement: Statement, part: Span, trigger: Trigger
) -> tuple[PartialDate, ...]:
    """Return when it happens: the dates of its part, else one that opens the clause.

    Dates in the words of attribution are the speaker's, and a date that stands
    right before another noun, as in "the 3 May blast", belongs to that noun.
    """
    asides = () if statement.is_deed else statement.asides
    near = [
        one
        for one in reader.dates_in(part)
        if not any(aside.holds(one.span) for aside in asides)
        and not _is_owned(reader, one, trigger)
        and not _names_something(reader.text, one, trigger)
        and not _is_behind_other(reader, one, trigger)
    ]
    if not near:
        beside = _beyond(reader, trigger, part, statement)
        if beside is not None:
            return (beside,)
        near = [
            one
            for one in _opening_dates(reader, statement)
            if not _is_told_after(reader.text, one, trigger)
        ]
    if not near:
        return ()
    near.sort(key=lambda one: (_distance(one.span, trigger.span), one.span.start))
    best = near[0]
    listed = _listed_with(reader, best, near)
    if len(listed) == 1:
        return (_open_ended(reader.text, best) or best.date,)
    joined = _joined_days(listed, reader.text)
    return (joined,) if joined else tuple(one.date for one in listed)


_SIDE = re.compile(
    r"\b(?:(?P<before>before|prior\s+to)|(?P<since>since)|(?P<after>after))\s+$", re.I
)
"""What before a date says that the event lies on one side of it."""


def _open_ended(text: str, one: DateMention) -> PartialDate | None:
    """Return the date of "before 2010", "since 3 May": open on one side; None without such."""
    earliest, latest = one.date.earliest, one.date.latest
    start = one.span.start
    side = _SIDE.search(text, max(0, start - LONGEST_SIDE), start)
    if side is None or earliest is None or latest is None:
        return None
    words = text[side.start() : one.span.end]
    approximate = edtf.is_approximate(one.date.edtf or "")
    if side["before"]:
        if earliest == date.min:
            return None
        return edtf.partial(words, None, earliest - timedelta(days=1), approximate=approximate)
    if side["since"]:
        return edtf.partial(words, earliest, None, approximate=approximate)
    if latest == date.max:
        return None
    return edtf.partial(words, latest + timedelta(days=1), None, approximate=approximate)


LONGEST_SIDE = 14
"""Code points of "prior to" and its blanks."""

_AFTER = re.compile(r",?\s+(?:shortly\s+|soon\s+)?after\b[^;:.]*")


def _is_told_after(text: str, one: DateMention, trigger: Trigger) -> bool:
    """Tell whether it is the date of what came later: "left in May after they met"."""
    return _AFTER.fullmatch(text, one.span.end, trigger.span.start) is not None


def _beyond(
    reader: Reader, trigger: Trigger, part: Span, statement: Statement
) -> PartialDate | None:
    """Return the date that stands just outside its part: "before 2010", or one likely.

    In "left in 1987 after they met" the year is likely that of the meeting too, not sure;
    a month or a day would be a guess.
    """
    end = statement.span.end
    for one in reader.dates_in(Span(part.end, end) if part.end < end else part):
        is_next = _SIDE.fullmatch(reader.text[part.end : one.span.start].lstrip(" ,"))
        if is_next and not _is_owned(reader, one, trigger):
            return _open_ended(reader.text, one)
    for one in reader.dates_in(Span(statement.span.start, trigger.span.start)):
        when = one.date
        is_year = len(when.edtf or "") == _YEAR_LENGTH and when.edtf is not None
        if is_year and _is_told_after(reader.text, one, trigger):
            return PartialDate(when.text, f"{when.edtf}?", when.earliest, when.latest)
    return None


_YEAR_LENGTH = 4
"""Of the EDTF of one year."""


def _is_owned(reader: Reader, date: DateMention, trigger: Trigger) -> bool:
    match = re.match(r"\s+(?:[\w-]+\s+){0,1}", reader.text[date.span.end : date.span.end + 30])
    if not match or not match.group():
        return False
    start = date.span.end
    for other in triggers(reader.text, Span(start, min(start + 50, len(reader.text)))):
        gap = reader.text[start : other.span.start]
        is_next = re.fullmatch(r"\s+(?:[\w-]+\s+)?", gap) is not None
        is_other = other.is_noun and other.span.start != trigger.span.start
        return (
            is_next and is_other and not re.search(r"\b(?:at|in|for|during|of|to|on|with)\b", gap)
        )
    return False


def _is_behind_other(reader: Reader, date: DateMention, trigger: Trigger) -> bool:
    """Tell whether the verb of another event stands between: "to meet on the men taken in"."""
    between = Span(trigger.span.end, max(trigger.span.end, date.span.start))
    return any(
        not other.is_noun and other.form in ("past", "participle") and other.kind != trigger.kind
        for other in triggers(reader.text, between)
    )


_YEARS = re.compile(r"\d{4}(?:\s?[-–/]\s?\d{2,4})?")
_IN_NAME = re.compile(r"[A-Z][\w’'-]*\s+\(?$")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?,?\s+\(?$"
)
_ATTRIBUTE = re.compile(r"(?:\b(?:the|an?|this|that|its|their|his|her)|[’']s?)\s+$")


def _names_something(text: str, date: DateMention, trigger: Trigger) -> bool:
    """Tell whether a year is part of a name: "Agenda 2030", "the 1995-96 Strait crisis"."""
    if not _YEARS.fullmatch(date.span.of(text)):
        return False
    before = text[max(0, date.span.start - 24) : date.span.start]
    if _IN_NAME.search(before) and not _MONTH.search(before):
        return True
    after = re.match(r"\s+(?:[\w’'.-]+\s+){0,4}", text[date.span.end : date.span.end + 60])
    if not after or not _ATTRIBUTE.search(before):
        return False
    return not date.span.end <= trigger.span.start <= date.span.end + after.end()


def _opening_dates(reader: Reader, statement: Statement) -> list[DateMention]:
    """Return the date in "In May 2019, ..." at the start of the clause."""
    start = statement.span.start if statement.is_deed else statement.content.start
    comma = reader.text.find(",", start, statement.content.end)
    head = Span(start, min(comma if comma > 0 else start + 40, start + 60))
    return [
        one
        for one in reader.dates_in(head)
        if one.span.start - start < 30
        and verb_table().keys().isdisjoint(reader.text[start : one.span.start].lower().split())
    ]


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _listed_with(reader: Reader, best: DateMention, near: list[DateMention]) -> list[DateMention]:
    """Return the date with those that "and" or a comma joins to it, in order of the text."""
    ordered = sorted(near, key=lambda one: one.span)
    at = ordered.index(best)
    listed = [best]
    for one in ordered[at + 1 :]:
        between = reader.text[listed[-1].span.end : one.span.start]
        if not _LISTED.fullmatch(between):
            break
        listed.append(one)
    for one in reversed(ordered[:at]):
        between = reader.text[one.span.end : listed[0].span.start]
        if not _LISTED.fullmatch(between):
            break
        listed.insert(0, one)
    return listed


_FEW_DAYS = 7


def _is_days(when: PartialDate) -> bool:
    days = edtf.specificity(when)
    return days is not None and days <= _FEW_DAYS and not edtf.is_approximate(when.edtf or "")


def _joined_days(listed: list[DateMention], text: str) -> PartialDate | None:
    """Return one date for days that follow each other, such as "Saturday and Sunday"."""
    first, last = listed[0].date, listed[-1].date
    for one, other in pairwise(listed):
        if not (_is_days(one.date) and _is_days(other.date)):
            return None
        assert one.date.latest is not None
        assert other.date.earliest is not None
        if other.date.earliest - one.date.latest != timedelta(days=1):
            return None
    words = text[listed[0].span.start : listed[-1].span.end]
    return edtf.partial(words, first.earliest, last.latest)

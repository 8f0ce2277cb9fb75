"""What a story says of its day of publication without naming it: clues, each with its cost.

The costs follow the Associated Press Stylebook ("time element", "months", "days of the week"):
within seven days of publication a day is called by its weekday, beyond them by month and
figure, and the year is left out where it is the current one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from casefile.core import calendar
from casefile.core.calendar import Range
from casefile.model.words import Span
from casefile.reading.days import MONTH, MONTHS, WEEKDAYS, Day, days, weekday_number
from casefile.reading.furniture import Marks
from casefile.reading.lexicon import entries
from casefile.reading.lines import Line
from casefile.reading.told import is_ahead, story_sentences

UNLIKELY, IMPOSSIBLE = 1, 100
"""What it costs a day to be against the habits of news, and against what the words mean."""

CALLED_BY_WEEKDAY = 7
"""Days around publication in which news says "Tuesday" and not "3 May"."""

NEWS_LASTS = 31
"""Days within which a report has something to date, if it is to be reckoned."""

LOOKS_AHEAD = 120
"""Days ahead for which a day or month to come is named without its year."""

_LOOKS_BACK = 183
"""Days for which a day of last year is named without its year: "on Dec. 3" of February."""

_SPOKEN_OF_BEFORE = 120
"""Days before it opens in which a numbered session is first spoken of."""

_BARE_WEEKDAY = re.compile(rf"\b(?P<name>{'|'.join(WEEKDAYS)})\b(?!,?\s(?:[A-Z][a-z]+\.?\s)?\d)")
_THIS = re.compile(
    r"\b(?P<part>earlier|later)\s(?:this|in\sthe)\s(?P<unit>week|month|year)\b", re.I
)
_THIS_MONTH = re.compile(
    rf"\b(?P<a>{MONTH})\s(?:of\s)?this\syear\b|\bthis\s(?P<b>{MONTH})(?!\s\d)", re.I
)
_PART = re.compile(
    rf"\b(?P<part>early|mid|late|(?P<nth>first|second|third|fourth)\sweek\sof"
    rf"|(?:the\s)?(?:beginning|start|middle|end)\sof)[\s-](?P<month>{MONTH})(?!\s\d)",
    re.I,
)
_DAYS_OF_PART = {
    "early": (1, 10), "beginning": (1, 10), "start": (1, 10), "mid": (11, 20), "middle": (11, 20),
    "late": (21, 31), "end": (21, 31), "first": (1, 7), "second": (8, 14), "third": (15, 21),
    "fourth": (22, 28),
}  # fmt: skip
_TO_COME = re.compile(
    r"\b(?:will|shall|won[’']t|(?:is|are)\s(?:to|due|scheduled|expected|set|slated|planned)"
    r"|plans?\sto|hopes?\sto|expects?\sto|intends?\sto|(?:could|may|might)\sbe|next)\b"
)
_MAY_COME = re.compile(
    r"\b(?:would|could|should|may|might|must|to\sbe|scheduled|due|expected|planned|proposed|called"
    r"|set|hoped|vote|elections?|until|deadline|goal|target)\b"
)
"""What leaves it open whether a date behind a past verb is past."""
_NOT_TO_COME = re.compile(r"\b(?:was|were|had|did|after|since)\b|;")
_PAST_BEFORE = re.compile(
    r"\b(?:was|were|had|did|met|held|took|came|went|began|left|fell|rose|won|lost|sent|found|shot"
    r"|[a-z]{2,}ed)(?:\s[\w’'-]+){0,4}?\s(?:on|in|since|from)\s(?:the\s)?$"
)
_ABOUT = re.compile(r"\b(?:around|about|since|as\sof)\s$")
_OPENS = re.compile(r"(?:On|In|Since)\s(?:the\s)?$")
_PAST = re.compile(r"\b(?:was|were|had|did|[a-z]{2,}ed)\b")
_NEAR = 600
"""Code points of a sentence read on either side of a date; what is farther off is a list."""
_NUMBER = r"(?P<number>[1-9]\d{0,2})(?:st|nd|rd|th)\s"


@dataclass(frozen=True, slots=True)
class Clue:
    """Some words, and what they say of a day if it is that of publication."""

    wording: str
    cost: Callable[[date], int]
    """0 where it fits; the sum of ``UNLIKELY`` or ``IMPOSSIBLE`` where it does not."""
    is_weekday: bool = False
    is_day: bool = False
    """It dates something by day and month, or by a part of a month."""
    age: Callable[[date], int] | None = None
    """Of something past: how many days it would lie back."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which a numbered session is spoken of, and the words for it."""

    first: date
    last: date
    wording: str


def clues(text: str, lines: Sequence[Line], found: Marks) -> Iterator[Clue]:
    """Yield the clues of the story, in order; of the weekdays only the first that is past."""
    has_weekday = False
    for sentence in story_sentences(text, lines, found):
        weekday = None if has_weekday else _BARE_WEEKDAY.search(text, sentence.start, sentence.end)
        if weekday and not is_ahead(text, sentence, weekday.start()):
            has_weekday = True
            yield Clue(weekday.group(), _on_weekday(weekday_number(weekday["name"])), True)
        for day in days(text, sentence.start, sentence.end):
            clue = _dated(text, sentence, day) if day.year is None else None
            if clue:
                yield clue
        yield from _parts(text, sentence)
        yield from _deixis(text, sentence)


def windows(text: str, lines: Sequence[Line], found: Marks) -> Iterator[Window]:
    """Yield the years that numbered sessions tell, such as "the 80th Academy Awards"."""
    for sentence in story_sentences(text, lines, found):
        for pattern, year, month, lasts in _sessions():
            for match in pattern.finditer(text, sentence.start, sentence.end):
                opens = year + lasts * int(match["number"])
                if not 1900 <= opens <= 2100:
                    continue
                first = date(opens, month, 1)
                last = calendar.months(opens, month, 12 * lasts)[1]
                if is_ahead(text, sentence, match.start()):
                    last = calendar.months(opens, month)[1]
                first -= timedelta(days=_SPOKEN_OF_BEFORE)
                yield Window(first, last, match.group())


@cache
def _sessions() -> tuple[tuple[re.Pattern[str], int, int, int], ...]:
    found = []
    for entry in entries("sessions"):
        name, _, numbers = entry.partition(" = ")
        year, month, lasts = map(int, numbers.split())
        found.append((re.compile(rf"\b{_NUMBER}{re.escape(name)}\b"), year, month, lasts))
    return tuple(found)


def _on_weekday(number: int) -> Callable[[date], int]:
    """A report is of the weekday that it names first, or of the day after."""

    def cost(on: date) -> int:
        after = (on.weekday() - number) % 7
        return {0: 0, 1: UNLIKELY}.get(after, IMPOSSIBLE)

    return cost


def _side(text: str, sentence: Span, start: int, end: int) -> int:
    """Return -1 for what is surely past, 1 for what is surely to come, 0 where it is not sure.

    A verb of the sentence is not enough: "shares fell before the vote of 1 May" tells neither.
    """
    before = text[max(sentence.start, start - _NEAR) : start]
    after = text[end : min(sentence.end, end + _NEAR)]
    coming = None
    for coming in _TO_COME.finditer(before):  # noqa: B007
        pass
    if coming is not None:
        return 0 if _NOT_TO_COME.search(before, coming.end()) else 1
    if _MAY_COME.search(before) or _TO_COME.search(after):
        return 0
    is_past = _ABOUT.search(before) or _PAST_BEFORE.search(before)
    opens = _OPENS.fullmatch(before) and _PAST.search(after)
    return -1 if is_past or opens else 0


def _dated(text: str, sentence: Span, day: Day) -> Clue | None:
    wording = day.span.of(text)

    def in_year(of: int) -> Range | None:
        on = day.on(of)
        return (on, on) if on else None

    return _day_clue(wording, in_year, _side(text, sentence, day.span.start, day.span.end))


def _day_clue(wording: str, in_year: Callable[[int], Range | None], side: int) -> Clue | None:
    if side == 0:
        return None
    if side > 0:
        return Clue(wording, _ahead(in_year), is_day=True)
    return Clue(wording, _behind(in_year), is_day=True, age=_age(in_year))


def _parts(text: str, sentence: Span) -> Iterator[Clue]:
    for match in _PART.finditer(text, sentence.start, sentence.end):
        month = _month(match["month"])
        word = match["nth"] or match["part"].lower().removeprefix("the ").partition(" ")[0]
        first, last = _DAYS_OF_PART[word.lower()]

        def in_year(of: int, month: int = month, first: int = first, last: int = last) -> Range:
            end = calendar.months(of, month)[1]
            return end.replace(day=first), end.replace(day=min(last, end.day))

        clue = _day_clue(match.group(), in_year, _side(text, sentence, *match.span()))
        if clue:
            yield clue


def _behind(in_year: Callable[[int], Range | None]) -> Callable[[date], int]:
    """A day that is past lies back more than a week; of last year, half a year at most."""

    def cost(on: date) -> int:
        past = _last_past(in_year, on)
        if past is None or (past[0].year < on.year and (on - past[1]).days > _LOOKS_BACK):
            return UNLIKELY
        is_near = past[0] == past[1] and (on - past[1]).days <= CALLED_BY_WEEKDAY
        return UNLIKELY if is_near else 0

    return cost


def _age(in_year: Callable[[int], Range | None]) -> Callable[[date], int]:
    def age(on: date) -> int:
        past = _last_past(in_year, on)
        return max(0, (on - past[1]).days) if past else 366

    return age


def _last_past(in_year: Callable[[int], Range | None], on: date) -> Range | None:
    """Return the last such days to have begun, of this year or the one before."""
    ranges = (in_year(year) for year in (on.year, on.year - 1))
    return next((range_ for range_ in ranges if range_ and range_[0] <= on), None)


def _ahead(in_year: Callable[[int], Range | None]) -> Callable[[date], int]:
    """What is to come, is not over, and within a few months."""

    def cost(on: date) -> int:
        ranges = [range_ for year in (on.year, on.year + 1) if (range_ := in_year(year))]
        coming = [range_ for range_ in ranges if range_[1] >= on]
        is_soon = bool(coming) and (coming[0][0] - on).days <= LOOKS_AHEAD
        return 0 if is_soon else 2 * UNLIKELY

    return cost


def _deixis(text: str, sentence: Span) -> Iterator[Clue]:
    for match in _THIS.finditer(text, sentence.start, sentence.end):
        yield Clue(match.group(), _THIS_COSTS[match["unit"].lower(), match["part"].lower()])
    for match in _THIS_MONTH.finditer(text, sentence.start, sentence.end):
        if is_ahead(text, sentence, match.start()):
            continue
        yield Clue(match.group(), _not_before(_month(match["a"] or match["b"])))


def _not_before(month: int) -> Callable[[date], int]:
    """What is past in a month of this year, is so in no month before."""
    return lambda on: IMPOSSIBLE * (on.month < month)


def _earlier_in_month(on: date) -> int:
    """In the first week of a month the days before are called by their weekdays."""
    return IMPOSSIBLE if on.day == 1 else UNLIKELY * (on.day <= CALLED_BY_WEEKDAY)


def _later_in_month(on: date) -> int:
    left = (calendar.months(on.year, on.month)[1] - on).days
    return UNLIKELY * (left < CALLED_BY_WEEKDAY) if left else IMPOSSIBLE


_THIS_COSTS: dict[tuple[str, str], Callable[[date], int]] = {
    ("week", "earlier"): lambda on: UNLIKELY * (on.weekday() == 0),
    ("week", "later"): lambda on: UNLIKELY * (on.weekday() >= 5),
    ("month", "earlier"): _earlier_in_month,
    ("month", "later"): _later_in_month,
    ("year", "earlier"): lambda on: UNLIKELY * (on.month == 1),
    ("year", "later"): lambda on: UNLIKELY * (on.month == 12),
}


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]

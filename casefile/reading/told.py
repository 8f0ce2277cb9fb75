"""The days, months and years that a story tells of, to bound when it was published."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casefile.core import calendar
from casefile.core.sentences import sentences
from casefile.model.words import FurnitureKind, Span
from casefile.reading.days import MONTH, MONTHS, Day, days
from casefile.reading.furniture import Marks
from casefile.reading.lines import Line

_REACH = 100_000
"""Characters of story that are looked through; a longer text is no one article."""

_AHEAD = re.compile(
    r"\b(?:will|would|shall|plan(?:s|ned)?|planning|schedul\w{1,4}|expect\w{0,3}|due|aim\w{0,3}|targets?"
    r"|goal|deadline|upcoming|next|hop(?:es?|ing)|intend\w{0,3}|propos\w{1,3}|until|by)\b[^;]{0,120}$",
    re.I,
)
"""What before a date says that it is yet to come."""

_YEAR = re.compile(
    r"(?<![\d.,$€£¥#/:-])\b(?P<year>(?:19|20)\d\d)\b(?![\d%/:]|[.,]\d|-\d|\s?(?:[a-z]+ers|people|troops|soldiers"
    r"|men|women|children|euros?|dollars|miles|km|tons?|tonnes|meters|metres|feet|homes|houses)\b)"
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH}),?\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b")
_PART_OF_MONTH = re.compile(
    rf"\b(?:(?P<part>early|mid|late)[\s-]|(?P<whole>(?:the\s)?(?:beginning|start|middle|end)\sof\s)"
    rf"|(?:in|last|since|during|of|and)\s)(?P<month>{MONTH})(?![\w-]|\s\d)"
)
_LAST_DAY_OF_PART = {
    "early": 10,
    "beginning": 10,
    "start": 10,
    "mid": 20,
    "middle": 20,
    "late": 30,
    "end": 30,
    "": 31,
}
_WHOLE = 31


@dataclass(frozen=True, slots=True)
class Last:
    """A day by which something told had happened, and how the text words it."""

    on: date
    wording: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the story tells of in the past."""

    latest_named: date | None
    """The first day of the latest day, month or year that is named with its year."""
    first_ahead: date | None
    """The last day of the first day or month named with its year that is yet to come."""
    days: tuple[Day, ...]
    """All days, with a year or without, in order."""
    months: tuple[tuple[int, int, str], ...]
    """Months without day and year: month, last day of the part that is meant, wording."""
    text: str

    def latest_before(self, saved: date) -> Last | None:
        """Return the latest day told, where one without a year is the last such before."""
        found = [
            Last(on, day.span.of(self.text)) for day in self.days if (on := _resolved(day, saved))
        ]
        for month, last, wording in self._finest():
            on = _last_such(month, last, saved)
            found.append(Last(on, wording))
        return max(found, key=lambda last: last.on) if found else None

    def _finest(self) -> Iterator[tuple[int, int, str]]:
        """Yield the months, a bare one only where no part or day of it is told."""
        finer = {month for month, last, _ in self.months if last < _WHOLE}
        finer |= {day.month for day in self.days if day.year is None}
        for month, last, wording in self.months:
            if last < _WHOLE or month not in finer:
                yield month, last, wording


def told(text: str, lines: Sequence[Line], found: Marks, *, today: date) -> Told:
    """Return what the story tells of in the past; what it says will be is left out."""
    named: list[date] = []
    coming: list[date] = []
    all_days: list[Day] = []
    months: list[tuple[int, int, str]] = []
    for sentence in story_sentences(text, lines, found):
        some = list(days(text, sentence.start, sentence.end))
        ahead = [is_ahead(text, sentence, day.span.start) for day in some]
        past = [day for day, is_to_come in zip(some, ahead, strict=True) if not is_to_come]
        coming += [
            day.date
            for day, is_to_come in zip(some, ahead, strict=True)
            if is_to_come and day.date is not None
        ]
        coming += _months_ahead(text, sentence)
        all_days += past
        named += [day.date for day in past if day.date is not None]
        named += _years(text, sentence)
        months += _months(text, sentence)
    latest = max((on for on in named if on <= today), default=None)
    first_ahead = min((on for on in coming if latest is None or on > latest), default=None)
    return Told(latest, first_ahead, tuple(all_days), tuple(months), text)


def story_sentences(text: str, lines: Sequence[Line], found: Marks) -> Iterator[Span]:
    """Yield the sentences of the story and of its title, captions and headings."""
    left = _REACH
    for at, line in enumerate(lines):
        if found.get(at) in (FurnitureKind.BOILERPLATE, FurnitureKind.BYLINE):
            continue
        if left <= 0:
            return
        stretch = Span(line.span.start, min(line.span.end, line.span.start + left))
        left -= stretch.end - stretch.start
        yield from sentences(text, stretch)


def is_ahead(text: str, sentence: Span, at: int) -> bool:
    """Tell whether the words before a date say that it is yet to come."""
    return bool(_AHEAD.search(text[max(sentence.start, at - 140) : at]))


def _years(text: str, sentence: Span) -> Iterable[date]:
    for match in _MONTH_YEAR.finditer(text, sentence.start, sentence.end):
        if not is_ahead(text, sentence, match.start()):
            yield date(int(match["year"]), _month(match["month"]), 1)
    for match in _YEAR.finditer(text, sentence.start, sentence.end):
        if not _will_be(text, sentence, match.start()):
            yield date(int(match["year"]), 1, 1)


def _months_ahead(text: str, sentence: Span) -> Iterator[date]:
    for match in _MONTH_YEAR.finditer(text, sentence.start, sentence.end):
        if is_ahead(text, sentence, match.start()):
            yield calendar.months(int(match["year"]), _month(match["month"]))[1]


def _will_be(text: str, sentence: Span, at: int) -> bool:
    """Tell whether a bare year is to come; ``until 2009`` is not, unless something will be."""
    before = text[max(sentence.start, at - 140) : at]
    return bool(
        re.search(r"\b(?:will|would|plans?|aims?|targets?|goals?|scheduled|expected|by)\b", before)
    )


def _months(text: str, sentence: Span) -> Iterator[tuple[int, int, str]]:
    for match in _PART_OF_MONTH.finditer(text, sentence.start, sentence.end):
        if is_ahead(text, sentence, match.start()):
            continue
        part = match["part"] or (match["whole"] or "").removeprefix("the ").partition(" ")[0]
        yield _month(match["month"]), _LAST_DAY_OF_PART[part.lower()], match.group()


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _resolved(day: Day, saved: date) -> date | None:
    if day.year is not None:
        return day.date if day.date and day.date <= saved else None
    years = range(saved.year, saved.year - 8, -1)
    return next((on for year in years if (on := day.on(year)) and on <= saved), None)


def _last_such(month: int, last: int, saved: date) -> date:
    """Return the last such day of a month that lies before, or the saving if in that very month."""
    year = saved.year if month <= saved.month else saved.year - 1
    end = calendar.months(year, month)[1]
    return min(end.replace(day=min(last, end.day)), saved)

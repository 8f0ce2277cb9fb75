"""What a reader means by a date that they type: EDTF, or plain words such as "mid-May 2024"."""

import re
from datetime import timedelta

from casefile.core.edtf import from_bounds, is_valid, partial, shown, worded
from casefile.errors import BadDate
from casefile.extraction.rules.dates.find import find_dates
from casefile.extraction.rules.parts import Sentence
from casefile.model.words import PartialDate, Span
from casefile.reading.days import WEEKDAYS, days

LONGEST = 100
"""Code points of a date; no wording of one is longer."""

_ABOUT = re.compile(r"(?:about|around|circa|ca?\.|~)\s*", re.IGNORECASE)
_OPEN = re.compile(
    r"(?:(?P<before>before)|(?P<until>until|till|by|up to)|(?P<after>after)|(?P<since>since|from))"
    r"\s+",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:(?:on|in|during|from|between|the)\s+)*", re.IGNORECASE)
_TWO_WAYS = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}")


def understood(words: str) -> PartialDate:
    """Return the date that the words mean, with the words as its wording.

    Nothing counts from today: "yesterday" and a day without a year are refused.

    Raises:
        BadDate: They mean none, or more than one.
    """
    said = " ".join(words.split())
    if len(said) > LONGEST:
        raise BadDate(
            f"A date has at most {LONGEST} characters: write 2016-10-07 or 7 October 2016."
        )
    try:
        return worded(said, said)
    except ValueError:
        pass
    _check_order(said)
    _check_weekday(said)
    edge = _OPEN.match(said)
    found = _open(said, edge) if edge else None
    found = found or _plain(said, said)
    if found is None:
        raise _bad(said)
    return found


def _check_order(said: str) -> None:
    match = _TWO_WAYS.fullmatch(said)
    if match and match[1] != match[2] and max(int(match[1]), int(match[2])) <= 12:
        raise BadDate(f"{said!r} has two readings: write the month as a word, or 2016-10-07.")


def _check_weekday(said: str) -> None:
    for day in days(said):
        if day.date and day.weekday not in (None, day.date.weekday()):
            name = WEEKDAYS[day.date.weekday()]
            raise BadDate(f"{said!r} is no day: {shown(str(day.date))} is a {name}.")


def _plain(said: str, words: str) -> PartialDate | None:
    """Return the one date that the words name from end to end, or None."""
    about = _ABOUT.match(words)
    rest = words[about.end() :] if about else words
    if is_valid(rest):
        found = worded(said, rest)
    else:
        dates = find_dates(rest, (Sentence(Span(0, len(rest))),), first=None, last=None)
        if len(dates) != 1 or dates[0].span.end != len(rest.rstrip(". ")):
            return None
        if not _LEAD.fullmatch(rest, 0, dates[0].span.start) or dates[0].date.edtf is None:
            return None
        found = worded(said, dates[0].date.edtf)
    if not about:
        return found
    return partial(said, found.earliest, found.latest, approximate=True)


def _open(said: str, edge: re.Match[str]) -> PartialDate | None:
    """Return everything before, until, after or since the date that follows, or None.

    "from 2002 to 2004" has its end in what follows, and is none of these.
    """
    at = _plain(said, said[edge.end() :])
    if at is None or at.earliest is None or at.latest is None:
        return None
    if edge["since"] and at.edtf and "/" in at.edtf:
        return at
    try:
        if edge["before"]:
            edtf = from_bounds(None, at.earliest - timedelta(days=1))
        elif edge["until"]:
            edtf = from_bounds(None, at.latest)
        elif edge["after"]:
            edtf = from_bounds(at.latest + timedelta(days=1), None)
        else:
            edtf = from_bounds(at.earliest, None)
    except OverflowError:
        return None
    return worded(said, edtf)


def _bad(said: str) -> BadDate:
    shown = said or "nothing"
    return BadDate(
        f"{shown!r} is not a date that can be understood: write 7 October 2016, mid-May 2024,"
        " or EDTF such as 2016-10 or 2024-05-11/2024-05-20."
    )

"""Find the wordings of time in a text, and resolve them against its day of publication."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from casefile.core import edtf
from casefile.extraction.rules.dates.frame import Frame, Reading
from casefile.extraction.rules.dates.grammar import Wording
from casefile.extraction.rules.dates.lexicon import TAG
from casefile.extraction.rules.dates.sentence import Wordings, knows_a_may, wordings
from casefile.extraction.rules.dates.tense import LOOK_AHEAD, LOOK_BACK, lean, spoke
from casefile.extraction.rules.parts import DateMention, Sentence
from casefile.model.words import PartialDate

PIVOT_WITHIN = 80
"""Code points from "a few days before" to the date that it counts from."""

LONGEST_LIST = 12
"""Dates of a list that share the year of its last: the months of a year."""

_JOINS = re.compile(
    r"\s*(?:,|(?:,\s*)?(?:and|or|to|through|until|–|-))\s+"
    r"(?:(?:again|then|later)\s+)?(?:(?:on|in)\s+)?"
)
"""What may stand between two dates that share the year of the second."""

_TURNS = re.compile(r";|\b(?:but|while|whereas|although|though|since|now|today|this)\b")
"""Words after which a sentence no longer speaks of the year it named."""


def find_dates(
    text: str, sentences: Sequence[Sentence], *, first: date | None, last: date | None
) -> tuple[DateMention, ...]:
    """Return the wordings of time in order; none overlap, each lies in one sentence.

    Args:
        text: The text of a source.
        sentences: What of it may be read, in order.
        first: The first day on which it can have been published; None for unknown.
        last: The last such day. Where they differ, a wording that counts from
            publication is resolved from both and comes to all days between.

    A wording that cannot be resolved has its words and no bounds. The cost is
    linear in the length of the text.

    Raises:
        ValueError: Only one end of publication is given.
    """
    if (first is None) != (last is None):
        raise ValueError("publication has both a first and a last day, or neither")
    frames = tuple(Frame(day) for day in dict.fromkeys((first, last)))
    person_may = knows_a_may(text)
    mentions: list[DateMention] = []
    for sentence in sentences:
        found = wordings(text, sentence.span, person_may=person_may)
        if not found.found:
            continue
        frames = tuple(replace(frame, since=None) if frame.since else frame for frame in frames)
        points = replace(found, found=[one for one in found.found if one.is_point])
        index = 0
        for wording in found.found:
            place = found.place(wording)
            if wording.is_point:
                frames, readings = _read(text, points, index, frames)
                index += 1
                dated = _date(place.of(text), readings, about=_is_about(found, wording))
            else:
                readings = [one for frame in frames if (one := _come_to(wording, frame))]
                dated = PartialDate(place.of(text))
            value = _value(wording, readings)
            mentions.append(DateMention(place, dated, wording.is_point, wording.kind, value))
    return tuple(mentions)


def _value(wording: Wording, readings: Sequence[Reading]) -> str | None:
    """Return the value that all readings give; that of the words where there is none."""
    if not readings:
        return wording.value
    if wording.is_point:
        values = {reading.value for reading in readings}
    else:
        values = {one.value or edtf.from_bounds(one.earliest, one.latest) for one in readings}
    return values.pop() if len(values) == 1 else None


def _read(
    text: str, sentence: Wordings, index: int, frames: tuple[Frame, ...]
) -> tuple[tuple[Frame, ...], list[Reading]]:
    """Return what a wording comes to in each frame that can tell, and the frames after it."""
    wording = sentence.found[index]
    place = sentence.place(wording)
    begun = sentence.place(sentence.found[index - 1]).end if index else sentence.span.start
    turned = _TURNS.search(text, begun, place.start) is not None
    left = text[max(sentence.span.start, place.start - LOOK_BACK) : place.start]
    right = text[place.end : min(sentence.span.end, place.end + LOOK_AHEAD)]
    points, said = lean(left, right), spoke(left)
    after: list[Frame] = []
    readings: list[Reading] = []
    for frame in frames:
        known = replace(frame, since=None) if turned else frame
        here = _looking_on(text, sentence, index, known.leaning(points))
        reading = _come_to(wording, here)
        if reading is not None:
            if said and not reading.explicit and not reading.aside:
                reading = replace(reading, aside=True)
            readings.append(reading)
        after.append(_after(known, reading))
    return tuple(after), readings


def _come_to(wording: Wording, frame: Frame) -> Reading | None:
    try:
        return wording.meaning(frame) if wording.meaning else None
    except (ValueError, OverflowError):
        # "999 decades ago": it leaves the years 1 to 9999 that a date can have.
        return None


def _looking_on(text: str, sentence: Wordings, index: int, frame: Frame) -> Frame:
    """Return the frame with what the next wordings lend to this one."""
    wording = sentence.found[index]
    if wording.needs_pivot:
        following = _next(sentence, index, PIVOT_WITHIN)
        return replace(frame, pivot=_come_to(following, frame) if following else None)
    for at in range(index, min(index + LONGEST_LIST, len(sentence.found) - 1)):
        end = sentence.place(sentence.found[at]).end
        if not _JOINS.fullmatch(text, end, sentence.place(sentence.found[at + 1]).start):
            break
        reading = _come_to(sentence.found[at + 1], frame)
        if reading is not None and reading.explicit:
            return _sharing_year(frame, wording, reading) if reading.days <= 31 else frame
    return frame


def _next(sentence: Wordings, index: int, within: int) -> Wording | None:
    """Return the next wording if it begins so soon, in code points."""
    if index + 1 == len(sentence.found):
        return None
    following = sentence.found[index + 1]
    gap = sentence.place(following).start - sentence.place(sentence.found[index]).end
    return following if gap <= within else None


def _sharing_year(frame: Frame, wording: Wording, following: Reading) -> Frame:
    """Return the frame of "in November and in January 2024": the last one before the second."""
    for year in (following.earliest.year, following.earliest.year - 1):
        shared = replace(frame, since=date(year, 1, 1)) if year > 0 else frame
        own = _come_to(wording, shared)
        if own is not None and own.earliest <= following.latest:
            return shared
    return frame


def _after(frame: Frame, reading: Reading | None) -> Frame:
    if reading is None:
        return frame
    if reading.explicit and reading.days <= 366:
        frame = replace(frame, since=reading.earliest)
    return frame.heard(reading)


def _is_about(sentence: Wordings, wording: Wording) -> bool:
    """Tell whether the words are, or follow, "around" or the like."""
    near = sentence.words[max(0, wording.first - 1) : wording.first + 1]
    return any(word.tag == TAG["about"] for word in near)


def _date(words: str, readings: Sequence[Reading], *, about: bool) -> PartialDate:
    """Return what the readings come to together: one a day of publication."""
    if not readings:
        return PartialDate(words)
    earliest = min(reading.earliest for reading in readings)
    latest = max(reading.latest for reading in readings)
    differ = any((each.earliest, each.latest) != (earliest, latest) for each in readings)
    approximate = about or differ or any(reading.approximate for reading in readings)
    if readings[0].edtf and not differ:
        return edtf.worded(words, readings[0].edtf + "~" * approximate)
    return edtf.partial(words, earliest, latest, approximate=approximate)

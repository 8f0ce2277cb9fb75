"""The meaning of weekdays: a bare one, one of this or last week, one beside a day told."""

from datetime import date, timedelta

from casefile.core import calendar
from casefile.extraction.rules.dates.frame import Frame, Lean, Meaning, Reading
from casefile.extraction.rules.dates.named import TO_COME


def on_weekday(number: int) -> Meaning:
    """Return the meaning of a bare weekday: the nearest one where the verbs point.

    News does not say "Thursday" of a day a week away, so publication itself is
    the first candidate either way.
    """

    def read(frame: Frame) -> Reading | None:
        if frame.today is None:
            return None
        back = (frame.today.weekday() - number) % 7
        by = -back if frame.lean not in TO_COME or not back else 7 - back
        day = frame.today + timedelta(days=by)
        return Reading(day, day)

    return read


def on_weekdays(first: int, last: int) -> Meaning:
    """Return the meaning of days from one weekday to another, the last at its nearest."""

    def read(frame: Frame) -> Reading | None:
        length = (last - first) % 7
        if frame.lean in TO_COME:
            start = on_weekday(first)(frame)
            return start and Reading(start.earliest, start.earliest + timedelta(days=length))
        end = on_weekday(last)(frame)
        return end and Reading(end.earliest - timedelta(days=length), end.earliest)

    return read


def weekday_by(number: int, which: str) -> Meaning:
    """Return the meaning of last, this or next Friday; never publication itself but for this."""

    def read(frame: Frame) -> Reading | None:
        if frame.today is None:
            return None
        back = (frame.today.weekday() - number) % 7
        ahead = (number - frame.today.weekday()) % 7
        match which:
            case "last":
                by = -(back or 7)
            case "next":
                by = ahead or 7
            case _:
                by = -back if frame.lean is Lean.PAST else ahead
        day = frame.today + timedelta(days=by)
        return Reading(day, day)

    return read


def weekday_told(number: int, sign: int) -> Meaning:
    """Return the weekday next after (1) or last before (-1) the last day told."""

    def read(frame: Frame) -> Reading | None:
        back = frame.back(7)
        if back is None:
            return None
        on = back.latest if sign > 0 else back.earliest
        by = (sign * (number - on.weekday())) % 7 or 7
        day = on + timedelta(days=sign * by)
        return Reading(day, day)

    return read


def weekday_in_week(number: int, weeks: int) -> Meaning:
    """Return a weekday of last (-1), this (0) or next (1) week."""

    def read(frame: Frame) -> Reading | None:
        if frame.today is None:
            return None
        monday = calendar.week(frame.today)[0]
        day: date = monday + timedelta(days=7 * weeks + number)
        return Reading(day, day)

    return read

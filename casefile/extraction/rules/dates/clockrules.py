"""Rules for times of day: 10 p.m., noon, 9:30 GMT; and what joins one to its day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from casefile.extraction.rules.dates.frame import Frame, Reading, at_time
from casefile.extraction.rules.dates.grammar import Found, Rule, Wording, rule
from casefile.extraction.rules.dates.lexicon import DAYPARTS, TAG
from casefile.extraction.rules.dates.tokens import Token
from casefile.extraction.rules.parts import TimeKind

_ZONES = frozenset(
    ("est", "edt", "et", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "utc", "bst", "cet",
     "cest", "eet", "msk", "ist", "jst", "kst", "hkt", "aest", "aedt")
)  # fmt: skip
"""Abbreviations of time zones in news."""

_LEADS = frozenset(("at", "by", "until", "till", "from", "to", "before", "after", "between"))
"""Words behind which two figures with a colon are a time and no score."""

_LINKS = frozenset(("on", "at", "of", "around", "about"))
"""Words that may join a time to its day."""


def _clock(found: Found) -> Iterable[Wording]:
    word = found.word("c")
    written = _written(word)
    if written is None or ("z" in found and found.word("z") not in _ZONES):
        return ()
    before = found.near(-1)
    led = before is not None and before.word in _LEADS
    if word[-1].isdigit() and "z" not in found and not led:
        return ()
    return _at(found, written)


def _written(word: str) -> str | None:
    """Return ``T22:00`` for "10 p.m.", None where there is no such time."""
    figures = "".join(sign if sign.isdigit() else " " for sign in word).split()
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) > 1 else 0
    if "p" in word and hour < 12:
        hour += 12
    if "a" in word and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def _named(found: Found) -> Iterable[Wording]:
    """Read "noon", "midnight"."""
    written = DAYPARTS[found.word("c")]
    return _at(found, written) if written[1].isdigit() else ()


def _part_of(found: Found) -> Iterable[Wording]:
    """Read "the morning of", which is kept only where a day follows."""
    return _at(found, DAYPARTS[found.word("c")])


def _at(found: Found, clock: str) -> Iterable[Wording]:
    day = at_time(_day_told, clock)
    return (Wording(found.first, found.last, day, False, kind=TimeKind.TIME, clock=clock),)


def _day_told(frame: Frame) -> Reading | None:
    """Return the last day told, else that of publication."""
    back = frame.back(1)
    if back is None and frame.today is not None:
        return Reading(frame.today, frame.today)
    return back


def joined(words: Sequence[Token], found: Sequence[Wording]) -> list[Wording]:
    """Return the wordings; a time and the day beside it, in either order, are one."""
    return list(_joined(words, found))


def _joined(words: Sequence[Token], found: Sequence[Wording]) -> Iterator[Wording]:
    held: Wording | None = None
    for wording in found:
        one = _one(words, held, wording) if held else None
        if one is None and held is not None:
            yield held
        held = one or wording
    if held is not None:
        yield held


def _one(words: Sequence[Token], first: Wording, last: Wording) -> Wording | None:
    """Return a time and a day as one wording if nothing but a small word parts them."""
    clock, day = (first, last) if first.clock else (last, first)
    if clock.clock is None or day.clock or not day.is_point or day.meaning is None:
        return None
    if day.kind is not TimeKind.DATE:
        return None
    between = words[first.last + 1 : last.first]
    if len(between) > 2 or any(
        word.tag != TAG["comma"] and word.word not in _LINKS for word in between
    ):
        return None
    return replace(
        day,
        first=first.first,
        last=last.last,
        meaning=at_time(day.meaning, clock.clock),
        kind=TimeKind.TIME,
    )


RULES: tuple[Rule, ...] = (
    rule("{about}? {clock:c}", _clock),
    rule("{about}? {clock:c} {name:z}", _clock),
    rule("{about}? {daypart:c}", _named),
    rule("{the} {daypart:c} (?={of})", _part_of),
)

"""Whether an event is told as having happened, planned, wished for, open or denied."""

import re
from enum import Enum
from functools import cache

from casefile.extraction.rules.eventwords import Trigger
from casefile.extraction.rules.polarity import is_negated
from casefile.extraction.rules.speakernames import Speaker
from casefile.extraction.rules.speech import is_anonymous, is_outlet
from casefile.extraction.rules.verbs import alternatives, phrases
from casefile.model.words import Modality, Span


class Mood(Enum):
    """How a clause tells of what a word in it names."""

    REAL = "real"
    OPEN = "open"
    PLANNED = "planned"
    WISHED = "wished"
    DENIED = "denied"
    REFUSED = "refused"
    """Not to take place: refused, failed, called off."""


LOOK_BACK = 140
"""Code points before a word in which its mood may be told."""

_TO_HOLD = re.compile(
    r"\bto\s+[a-z]+\s+(?:(?:in|up|on|out|into|for)\s+)?"
    r"(?:(?!(?:the|this|that|these|those|their|his|her|its)\b)[\w’'“”\"-]+\s+){0,4}$"
)
"""An infinitive that governs a noun: "to resume formal talks"."""

_DONE_AFTER = re.compile(
    r"\s+(?:that (?:was|were) |which (?:was|were) )?(?:signed|held|reached|struck|concluded|imposed"
    r"|conducted|carried out|brokered)\b"
)
"""What tells that a thing took place, whatever stands before it: "a treaty signed in"."""

_TAKEN_BACK = re.compile(
    r"(?:\s+[\w’'-]+){0,8}?\s+(?:(?:was|were|is|are|has been|have been|had been)\s+(?:\w+ly\s+)?"
    r"(?:cancell?ed|called off|rejected|scrapped|ruled out|denied)|did not take place"
    r"|never (?:took place|happened)|(?:was|were) not held|fell through)\b"
)
_OPEN_AFTER = re.compile(r"(?:\s+[\w’'-]+){0,6}?\s+(?:may|might|could)\s+have\b")
_PLANNED_AFTER = re.compile(
    r"(?:\s+[\w’'-]+){0,8}?\s+(?:(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:planned|scheduled|expected"
    r"|set|due|to be|slated|postponed|proposed)|will\b|would\b|may follow|could follow)"
)
_BREAK = re.compile(
    r"(?:[;:]|,\s+(?:who|which|and|but|when|while)\b|\b(?:who|which|when|after|before|because"
    r"|since|although|though|while|following|despite)\b)"
)
_ASIDE = re.compile(r",\s+(?:however|meanwhile|though|too|therefore|in turn|for now|so far),")
_SPARED = re.compile(
    r"(?:not|never|n[’']t|cannot)\s+(?P<deed>(?:[\w’'-]+\s+)*?)"
    r"(?:the|this|that|these|those|his|her|its|their|[\w-]+[’']s?)\s+(?:[\w’'-]+\s+){0,3}$"
)
"""A negation with a definite noun behind it: "does not include the meeting"."""

_HOLDS = re.compile(
    r"\b(?:hold|held|have|had|take(?! part)|took(?! part)|reach|reached|sign|signed|make|made)\b"
)


def _spares(refused: str, trigger: Trigger) -> bool:
    """Tell whether a negation leaves the event alone: what is not is something about it."""
    match = _SPARED.search(refused.lstrip()) if trigger.is_noun else None
    return bool(match) and not _HOLDS.search(match["deed"] if match else "")


_IF_EASY = re.compile(
    r"\b(?:easy|easier|hard|harder|difficult|possible|impossible|able|unable|likely|unlikely|chance"
    r"|time|free|too \w+|enough)\b[^.;]*\bto\s+(?:\w+ly\s+)?$"
)
"""What says how easy something would be, not that it took place."""

_TO = re.compile(r"\bto\s+(?:\w+ly\s+)?$")


@cache
def _within(section: str, words: int) -> re.Pattern[str]:
    """Match a phrase of the section with at most so many words between it and the end."""
    known = alternatives(phrases("moods.txt", section))
    return re.compile(rf"(?<!\w)(?:{known})\b(?:\s+[\w’'“”\"-]+){{0,{words}}}?\s*$")


@cache
def _anywhere(section: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases('moods.txt', section))})\b")


def mood(text: str, clause: Span, trigger: Trigger) -> Mood:
    """Return how the clause tells of the trigger.

    What stands before the word decides, within its own part of the clause; the
    verbs that take it back behind it ("was cancelled") count as well.
    """
    start = max(clause.start, trigger.span.start - LOOK_BACK)
    before = _ASIDE.sub("", _own_part(text[start : trigger.span.start]))
    after = text[trigger.span.end : min(clause.end, trigger.span.end + 70)]
    word = trigger.span.of(text)
    if trigger.form == "base" and _IF_EASY.search(before):
        return Mood.WISHED
    refused = _within("refused", 7).search(before)
    if refused and is_negated(f"{before} {word}") and not _spares(refused.group(), trigger):
        return Mood.REFUSED if _anywhere("ahead").search(before) else Mood.DENIED
    if _TAKEN_BACK.match(after):
        return Mood.REFUSED
    if _anywhere("open").search(before) or _OPEN_AFTER.match(after):
        return Mood.OPEN
    if trigger.is_noun and _DONE_AFTER.match(after):
        return Mood.REAL
    if _is_planned(before, after):
        return Mood.PLANNED
    return Mood.WISHED if _is_wished(before, trigger) else Mood.REAL


def _is_planned(before: str, after: str) -> bool:
    is_planned = _within("planned", 6).search(before) or _within("coming", 4).search(before)
    return bool(is_planned) or _PLANNED_AFTER.match(after) is not None


def _is_wished(before: str, trigger: Trigger) -> bool:
    if trigger.is_noun:
        return bool(_TO_HOLD.search(before) or _within("wished", 6).search(before))
    if trigger.form == "base" and _TO.search(before):
        return True
    is_open = trigger.form in ("base", "ing")
    return is_open and _within("wished", 6).search(before) is not None


def _own_part(before: str) -> str:
    """Return what stands before the word from the last linking word on."""
    last = 0
    for match in _BREAK.finditer(before):
        last = match.end()
    return before[last:]


def modality(
    mood_here: Mood, text: str, speakers: tuple[Speaker, ...], hedge: str | None
) -> Modality:
    """Return the modality of an event by its mood and by whose word it rests on."""
    if mood_here in (Mood.DENIED, Mood.REFUSED):
        return Modality.DENIED
    if mood_here is Mood.OPEN:
        return Modality.UNCERTAIN
    if mood_here in (Mood.PLANNED, Mood.WISHED):
        return Modality.PLANNED
    names = [speaker.span.of(text) for speaker in speakers]
    is_hearsay = any(is_outlet(name) or is_anonymous(name) for name in names)
    if is_hearsay or hedge == "reportedly":
        return Modality.REPORTED
    return Modality.HAPPENED

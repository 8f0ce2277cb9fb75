"""Which part of a clause belongs to the word that tells of an event."""

import re

from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.tellings.triggers import Trigger, triggers
from casefile.extraction.rules.words.clauses import stretch
from casefile.model.words import EventKind, Span

LONGEST_EVIDENCE = 400
"""Code points; of a longer clause only the part around the word is evidence."""


def part_of(text: str, statement: Statement, trigger: Trigger) -> Span:
    """Return the part of the clause whose names, place and date belong to the trigger."""
    part = stretch(text, statement.content, trigger.span)
    topic = None
    for match in _TOPICAL.finditer(text, part.start, trigger.span.start):
        topic = match
    if not trigger.is_noun:
        is_attached = topic is not None and text.startswith(" by ", trigger.span.end)
        return Span(topic.end(), part.end) if topic and is_attached else part
    if topic and trigger.kind is not EventKind.MEETING:
        part = Span(topic.end(), part.end)
    part = _between_others(text, part, trigger)
    if _OPENS.fullmatch(text, statement.content.start, trigger.span.start):
        comma = text.find(",", trigger.span.end, part.end)
        part = Span(part.start, comma) if comma > 0 else part
    relative = _RELATIVE.match(text, trigger.span.end, statement.content.end)
    if relative:
        behind = stretch(
            text,
            Span(relative.end(), statement.content.end),
            Span(relative.end(), relative.end() + 1),
        )
        part = Span(trigger.span.start if topic else part.start, behind.end)
    return part


def _between_others(text: str, part: Span, trigger: Trigger) -> Span:
    """Cut the part where another event of the kind is told: "the talks followed a meeting in"."""
    start, end = part.start, part.end
    for other in triggers(text, part):
        if other.kind is not trigger.kind or not other.is_noun:
            continue
        if other.span.end <= trigger.span.start:
            start = other.span.end
        elif other.span.start >= trigger.span.end:
            return Span(start, other.span.start)
    return Span(start, end)


_TOPICAL = re.compile(
    r"\b(?:(?<!some )(?<!part )(?<!many )(?<!most )(?<!all )(?<!series )(?<!round )(?<!number )of"
    r"|into|on|about|over|regarding|concerning|against|for|including)\s+"
)
"""What leads to a noun that is spoken of; "a series of talks" is no such thing."""

_OPENS = re.compile(r"(?:During|At|In|After|Following|Before|On|Ahead of|Since)\b[^,]*")
"""An opening phrase; what stands behind its comma is another clause."""

_RELATIVE = re.compile(r"\s+(?:that|which)\s+(?=(?:was|were|had|has|is|are|took)\b)")


def around(text: str, part: Span, word: Span) -> Span:
    """Return at most the longest evidence around a word, from one blank to another."""
    if part.end - part.start <= LONGEST_EVIDENCE:
        return part
    spare = (LONGEST_EVIDENCE - (word.end - word.start)) // 2
    start, end = max(part.start, word.start - spare), min(part.end, word.end + spare)
    first, last = text.find(" ", start, word.start), text.rfind(" ", word.end, end)
    start = first + 1 if start > part.start and first >= 0 else start
    end = last if end < part.end and last >= 0 else end
    return Span(start, end)

"""Where in the text the words stand that a model claims to have copied.

The model is believed only where it copied: each span must stand in the text, letter for
letter; only the white space between its words may be another. What stands nowhere is
refused and counted.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from casefile.extraction.llm.answers import Answer, SaidName, SaidStatement
from casefile.model.words import Span

LONGEST_NAME = 200
"""Code points; no name of a person, place or body is longer."""

REACH = 600
"""Code points between a speaker and the end of what is said, about a paragraph."""


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name where it stands, with the kind the model gives it."""

    span: Span
    kind: str
    words: str
    """As they stand in the text."""


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement where it stands."""

    speaker: Span
    cue: str
    content: Span


@dataclass(frozen=True, slots=True)
class Placed:
    """What of an answer stands in the text, in order of the text, and what does not."""

    names: tuple[PlacedName, ...] = ()
    statements: tuple[PlacedStatement, ...] = ()
    returned: int = 0
    refused: int = 0


def place(text: str, within: Span, answer: Answer) -> Placed:
    """Find the rows of an answer in the passage about which the model was asked.

    Every place where a name stands by itself is a mention of it; a statement stands where
    its content first stands with its speaker near.
    """
    names = [_everywhere(text, within, one) for one in answer.names]
    said = [_statement(text, within, one) for one in answer.statements]
    found = {one for places in names for one in places}
    stated = {one for one in said if one is not None}
    missing = sum(not places for places in names) + sum(one is None for one in said)
    return Placed(
        tuple(sorted(found, key=lambda one: (one.span, one.kind))),
        tuple(sorted(stated, key=lambda one: (one.content, one.speaker, one.cue))),
        len(names) + len(said) + answer.refused,
        missing + answer.refused,
    )


def join(placed: Iterable[Placed]) -> Placed:
    """Return what stands in the passages of one text, asked about one by one, as one."""
    every = tuple(placed)
    return Placed(
        tuple(one for part in every for one in part.names),
        tuple(one for part in every for one in part.statements),
        sum(part.returned for part in every),
        sum(part.refused for part in every),
    )


def _pattern(words: str) -> re.Pattern[str] | None:
    """Return what finds the words; any white space may stand between them."""
    pieces = words.split()
    return re.compile(r"\s+".join(re.escape(one) for one in pieces)) if pieces else None


def _stands(text: str, within: Span, words: str) -> list[Span]:
    """Return every place where the words stand by themselves, not inside a longer word."""
    pattern = _pattern(words)
    if pattern is None:
        return []
    found = (Span(*match.span()) for match in pattern.finditer(text, within.start, within.end))
    return [one for one in found if not _cuts_word(text, one)]


def _cuts_word(text: str, span: Span) -> bool:
    """Tell whether a letter or digit touches an end of the span that is one itself.

    Scripts without blanks between words have no such ends: there every place counts.
    """
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    first, last = text[span.start], text[span.end - 1]
    return (_joins(before, first)) or (_joins(last, after))


def _joins(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and left < "\u2e80" and right < "\u2e80"


def _everywhere(text: str, within: Span, name: SaidName) -> list[PlacedName]:
    if len(name.text) > LONGEST_NAME:
        return []
    return [PlacedName(one, name.kind, one.of(text)) for one in _stands(text, within, name.text)]


def _statement(text: str, within: Span, said: SaidStatement) -> PlacedStatement | None:
    """Return the first place of the content that has the speaker, and the cue, near it."""
    speakers = _stands(text, within, said.speaker)
    cues = _stands(text, within, said.cue)
    for content in _stands(text, within, said.content):
        near = [one for one in speakers if _is_near(one, content)]
        if near and any(_is_near(one, content) for one in cues):
            nearest = min(near, key=lambda one: (_gap(one, content), one))
            return PlacedStatement(nearest, " ".join(said.cue.split()), content)
    return None


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _is_near(one: Span, content: Span) -> bool:
    return not one.overlaps(content) and _gap(one, content) <= REACH

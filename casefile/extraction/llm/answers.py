"""Read what a language model answered: JSON if we are lucky, wrapped in anything.

What does not have the shape we asked for is refused and counted, never guessed at.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MOST_ROWS = 500
"""Rows of one kind read from one answer; a passage of 3,000 characters has some 60 names."""

_MOST_TRIES = 50
"""Opening braces at which JSON is looked for; an answer of braces alone must not take minutes."""

_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.S | re.I)
"""What reasoning models say to themselves before they answer."""


@dataclass(frozen=True, slots=True)
class SaidName:
    """A name as the model copied it, with the kind it gives it."""

    text: str
    kind: str
    """``person``, ``organization`` or ``place``."""


@dataclass(frozen=True, slots=True)
class SaidStatement:
    """A statement as the model copied it."""

    speaker: str
    cue: str
    content: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one answer holds that has the right shape."""

    names: tuple[SaidName, ...] = ()
    statements: tuple[SaidStatement, ...] = ()
    refused: int = 0
    """Rows that have not, and answers without any JSON."""


KINDS = frozenset(("person", "organization", "place"))


def read(answer: str) -> Answer:
    """Return what an answer says; one refusal where there is nothing to read in it."""
    for found in _objects(_THOUGHT.sub(" ", answer)):
        if "names" in found or "statements" in found:
            return _rows(found)
    return Answer(refused=1)


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """Yield the outermost JSON objects of a text in which anything else may stand."""
    decoder = json.JSONDecoder()
    end = 0
    for _ in range(_MOST_TRIES):
        at = text.find("{", end)
        if at < 0:
            return
        try:
            found, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            yield found


def _rows(found: dict[str, Any]) -> Answer:
    names = [_name(row) for row in _list(found.get("names"))]
    said = [_statement(row) for row in _list(found.get("statements"))]
    good_names = tuple(one for one in names if one is not None)
    good_said = tuple(one for one in said if one is not None)
    refused = len(names) + len(said) - len(good_names) - len(good_said)
    return Answer(good_names, good_said, refused)


def _list(value: object) -> list[object]:
    """Return a list as it is, cut where no honest answer reaches; what is none, as one bad row."""
    if value is None:
        return []
    return value[:MOST_ROWS] if isinstance(value, list) else [None]


def _name(row: object) -> SaidName | None:
    if not isinstance(row, dict):
        return None
    text, kind = row.get("text"), row.get("kind")
    if not isinstance(text, str) or not isinstance(kind, str):
        return None
    kind = kind.strip().lower().replace("organisation", "organization")
    return SaidName(text.strip(), kind) if text.strip() and kind in KINDS else None


def _statement(row: object) -> SaidStatement | None:
    if not isinstance(row, dict):
        return None
    values = [row.get(key) for key in ("speaker", "cue", "content")]
    words = [one.strip() for one in values if isinstance(one, str)]
    return SaidStatement(*words) if len(words) == 3 and all(words) else None

"""Where the office that a person bears begins: in ``Minister of Energy and Mines Ada Ek`` at its M.

The names inside an office belong to it: they take no part in what the person does.
"""

import re
from functools import cache

from casefile.extraction.rules.names.candidates import TITLES
from casefile.extraction.rules.names.classify import ROLES
from casefile.extraction.rules.words.verbs import alternatives
from casefile.model.words import Span

_FARTHEST = 120
"""Code points between the first word of an office and the name of who bears it."""

_SHORTEST = 3
"""Letters; shorter words are abbreviations, which no field follows."""

_FIELD = re.compile(
    r"\s+(?:of|for)(?:\s+(?:[A-Z][\w.’'&-]*|\([A-Z][\w.&-]*\)|of|for|and|the|&),?){1,12}\s+"
)
"""What an office is of; the name stands right behind it."""

_JOINT = re.compile(r"\b(?:of|for|and|the|&),?\s+$")
_BEFORE = re.compile(r"(?:(?:[Tt]he|[Aa]n?)\s+)?(?:[A-Z][\w.’'-]*\s+){0,4}$")
"""What belongs to an office before its first word: ``the Peruvian Deputy``."""


@cache
def _office() -> re.Pattern[str]:
    words = {word for word in TITLES | ROLES if len(word) > _SHORTEST}
    words |= {word.capitalize() for word in words}
    return re.compile(rf"\b(?:{alternatives(words)})(?=\s+(?:of|for)\s)")


def office_span(text: str, name: Span, floor: int) -> Span | None:
    """Return the office with its field that stands right before a person's name, or None.

    Args:
        text: The article's text.
        name: The name of the person.
        floor: The office begins at this offset or behind it.
    """
    start = max(floor, name.start - _FARTHEST)
    if text.find("of ", start, name.start) < 0 and text.find("for ", start, name.start) < 0:
        return None
    last = None
    for match in _office().finditer(text, start, name.start):
        last = match
    if last is None or not _FIELD.fullmatch(text, last.end(), name.start):
        return None
    if _JOINT.search(text, last.end(), name.start):
        return None
    before = _BEFORE.search(text[start : last.start()])
    return Span(start + before.start() if before else last.start(), name.start)

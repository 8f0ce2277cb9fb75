"""Where an event took place: the places around the word that tells of it."""

import re
from itertools import pairwise

from casefile.extraction.rules.entities.mentions import is_place, within
from casefile.extraction.rules.parts import Names
from casefile.extraction.rules.tellings.triggers import Trigger
from casefile.model.findings import FoundMention
from casefile.model.words import EventKind, MentionKind, Span

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|off|throughout)\s+(?:the\s+|a\s+)?"
    r"(?:[\w’'-]+,?\s+){0,5}?(?:(?:city|town|capital|port|resort|province|region|state|village|island"
    r"|prefecture|district|republic|suburb)\s+(?:city\s+)?of\s+)?$",
    re.IGNORECASE,
)
_SITE_AFTER = re.compile(
    r"\s+(?:was|were|is|has been)\s+(?:the\s+)?(?:site|venue|scene|host|setting|location)\b"
)
_DIRECT = re.compile(r"\s+(?:to\s+|in\s+|into\s+|at\s+)?(?:the\s+)?(?:[\w’'-]+\s+){0,3}?$")

_TOPIC = re.compile(
    r"\b(?:regarding|concerning|about|over|due to|because of|towards?|its|their|his|her)\b"
)
"""Words behind which a place belongs to what is spoken of, not to the event."""


_AIM = re.compile(r"\bto\s+(?!be\b|have\b)[a-z]{3,}\s")
"""What an agreement is for; a place behind it is not where it was made."""


def place_of(text: str, names: Names, part: Span, trigger: Trigger) -> FoundMention | None:
    """Return where it happens: the nearest place behind the word, else before it, or None."""
    found = [one for one in within(names, part) if is_place(names, one)]
    is_deal = trigger.kind is EventKind.AGREEMENT
    behind = [
        one
        for one in found
        if one.span.start >= trigger.span.end
        and not _TOPIC.search(text[trigger.span.end : one.span.start])
        and not (is_deal and _AIM.search(text, trigger.span.end, one.span.start))
    ]
    before = [one for one in found if one.span.end <= trigger.span.start]
    for mention in behind:
        if _is_where(text, names, mention, part, trigger):
            return _inner(text, names, mention, behind)
    for mention in before:
        if _SITE_AFTER.match(text, mention.span.end) or _is_where(text, names, mention, part, None):
            return _inner(text, names, mention, before)
    return None


_GO_TO = frozenset((EventKind.PLAN, EventKind.TRANSFER))


def _is_where(
    text: str, names: Names, mention: FoundMention, part: Span, trigger: Trigger | None
) -> bool:
    start = max(part.start, mention.span.start - 80)
    if trigger:
        start = max(start, trigger.span.end)
        goes_to = trigger.kind in (EventKind.VISIT, EventKind.RETURN)
        between = text[trigger.span.end : mention.span.start]
        if goes_to and _DIRECT.match(between):
            return True
        if trigger.kind in _GO_TO and re.search(r"\bto\s+(?:the\s+)?$", between):
            return True
    before = text[start : mention.span.start]
    match = _PLACE_BEFORE.search(before)
    if not match:
        return False
    # Another name in between takes the preposition: "in talks with Peru".
    gap = Span(start + match.start(), mention.span.start)
    others = [one for one in within(names, gap) if one.kind is not MentionKind.DEMONYM]
    return not any(not is_place(names, one) for one in others) and not re.search(
        r"\b(?:with|between|on|about|over|by|for|from|against)\b", match.group()
    )


def _inner(
    text: str, names: Names, mention: FoundMention, found: list[FoundMention]
) -> FoundMention:
    """Return the place itself in "Chile's Atacama" and in "Oslo, Norway"."""
    for other in found:
        if other.span.start > mention.span.end and re.fullmatch(
            r"[’']s?\s+(?:[\w-]+\s+){0,2}", text[mention.span.end : other.span.start]
        ):
            return other
    return mention


def containers(text: str, names: Names) -> dict[int, int]:
    """Return which place lies in which, as far as the text itself says so.

    Read from "Oslo, Norway", "Norway's Svalbard" and "the Norwegian city of Oslo".
    """
    inside: dict[int, int] = {}
    for one, other in pairwise(names.mentions):
        between = text[one.span.end : other.span.start]
        if len(between) > 40 or one.entity == other.entity or not is_place(names, other):
            continue
        if is_place(names, one) and between == ", ":
            inside.setdefault(one.entity, other.entity)
        elif (is_place(names, one) and _OWNS.fullmatch(between)) or (
            one.kind is MentionKind.DEMONYM and _CITY_OF.fullmatch(between)
        ):
            inside.setdefault(other.entity, one.entity)
    return inside


_OWNS = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,2}")
_CITY_OF = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}(?:city|town|capital|province|region|port|island)(?: city)?(?: of)?\s+"
)

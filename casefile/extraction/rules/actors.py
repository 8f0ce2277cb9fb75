"""Who took part in an event, and where: names around the word that tells of it."""

import re
from bisect import bisect_left
from itertools import pairwise

from casefile.extraction.rules.clauses import has_verb
from casefile.extraction.rules.eventwords import Trigger, delegates
from casefile.extraction.rules.parties import Parties
from casefile.extraction.rules.parts import Names, Sentence
from casefile.model.findings import FoundMention
from casefile.model.words import EntityKind, EventKind, MentionKind, Span

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|off|throughout)\s+(?:the\s+|a\s+)?"
    r"(?:[\w’'-]+\s+){0,5}?(?:(?:city|town|capital|port|resort|province|region|state|village|island"
    r"|prefecture|district|republic|suburb)\s+(?:city\s+)?of\s+)?$",
    re.IGNORECASE,
)
_SITE_AFTER = re.compile(
    r"\s+(?:was|were|is|has been)\s+(?:the\s+)?(?:site|venue|scene|host|setting|location)\b"
)
_DIRECT = re.compile(r"\s+(?:to\s+|in\s+|into\s+|at\s+)?(?:the\s+)?(?:[\w’'-]+\s+){0,3}?$")
_LINK = re.compile(
    r"\b(with|between|among|amongst|involving|by|from|of|in|at|to|on|over|about|regarding|for|near"
    r"|into|against|during|as|concerning|toward|towards|alongside|including|at)\b"
)
_TOGETHER = frozenset(("with", "between", "among", "amongst", "involving", "by", "alongside"))
_WORDS_ONLY = re.compile(r"[\s\w’'.-]{1,50}$")
_LOOSE = re.compile(r"\b(?:and|or|of|in|with|for|to|from|at|on|by|is|was|were|are|that|who)\b")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|He|She|His|Her)\b")

_TOPIC = re.compile(
    r"\b(?:regarding|concerning|about|over|due to|because of|towards?|its|their|his|her)\b"
)
"""Words behind which a place belongs to what is spoken of, not to the event."""

_PURPOSE = re.compile(r"\bto\s+[a-z]+\b(?!\s+(?:of|and)\b)")
"""An infinitive; names behind it belong to what is intended."""

_OBJECTS = {
    EventKind.ABDUCTION: {"of"},
    EventKind.ARREST: {"of"},
    EventKind.ATTACK: {"on", "against", "of"},
    EventKind.RETURN: {"of"},
    EventKind.SANCTION: {"on", "against"},
    EventKind.APPOINTMENT: {"of"},
    EventKind.TRANSFER: {"of", "to"},
}
"""Words that lead to whom an event happens to, beside those that join its actors."""


def within(names: Names, span: Span) -> tuple[FoundMention, ...]:
    """Return the mentions inside a span; the cost grows with their number, not the article's."""
    at = bisect_left(names.mentions, span.start, key=lambda mention: mention.span.start)
    found = []
    for number in range(at, len(names.mentions)):
        mention = names.mentions[number]
        if mention.span.start >= span.end:
            break
        if mention.span.end <= span.end:
            found.append(mention)
    return tuple(found)


def is_person(names: Names, mention: FoundMention) -> bool:
    """Tell whether the mention names a person."""
    return names.entities[mention.entity].kind is EntityKind.PERSON


def is_place(names: Names, mention: FoundMention) -> bool:
    """Tell whether the mention names a place as a place, not its government or people."""
    is_name = mention.kind is MentionKind.NAME
    return is_name and names.entities[mention.entity].kind is EntityKind.PLACE


def actors(
    text: str,
    names: Names,
    part: Span,
    trigger: Trigger,
    *,
    place: int | None,
    countries: frozenset[int],
) -> tuple[int, ...]:
    """Return the entities that take part, in order of the text, each once.

    Before the word stand its subject and owner, behind it whom "with", "between"
    or "by" joins to it. Names that only say where, or colour another name, are left out.
    """
    found: list[int] = []
    last: FoundMention | None = None
    for mention in within(names, part):
        if mention.span.overlaps(trigger.span) or mention.entity == place:
            continue
        if is_place(names, mention) and mention.entity not in countries:
            continue
        if _only_colours(text, names, mention, part):
            continue
        if mention.span.end <= trigger.span.start:
            takes_part = _leads(text, names, mention, part)
        else:
            takes_part = _joined(text, names, mention, trigger) or (
                last is not None and _continues(text[last.span.end : mention.span.start])
            )
            last = mention if takes_part else last
        if takes_part and mention.entity not in found:
            found.append(mention.entity)
    return tuple(found)


def named(names: Names, part: Span) -> tuple[int, ...]:
    """Return every person and organization named in the part, in order, each once."""
    kinds = (EntityKind.PERSON, EntityKind.ORGANIZATION)
    found = (one.entity for one in within(names, part) if names.entities[one.entity].kind in kinds)
    return tuple(dict.fromkeys(found))


def _only_colours(text: str, names: Names, mention: FoundMention, part: Span) -> bool:
    """Tell whether a name only describes: "Peruvian" before a person, "Chile's" before a place."""
    after = text[mention.span.end : part.end]
    following = next((one for one in within(names, Span(mention.span.end, part.end))), None)
    if following is not None:
        between = text[mention.span.end : following.span.start]
        if re.match(r"[’']s?\s", between) and not _LOOSE.search(between):
            return True
        is_close = _WORDS_ONLY.fullmatch(between) and not _LOOSE.search(between)
        if mention.kind is MentionKind.DEMONYM and is_close and "-" not in between:
            return following.kind is not MentionKind.DEMONYM
    if mention.kind is not MentionKind.DEMONYM:
        return False
    return not re.match(
        rf"(?:[\s,-]+(?:and\s+|or\s+)?(?:[A-Z][\w-]+\s+){{1,3}})?[\s-]+(?:[\w-]+\s+){{0,3}}?{delegates().pattern}"
        r"|\s*[-–—]\s*[A-Z]",
        after,
    )


def _leads(text: str, names: Names, mention: FoundMention, part: Span) -> bool:
    """Tell whether a name before the word is subject or owner of what happens."""
    before = text[max(part.start, mention.span.start - 60) : mention.span.start]
    link = _last_link(before)
    if link in ("with", "between", "among", "by", "and", None):
        return True
    if link in ("from", "of"):
        return bool(
            re.search(
                rf"{delegates().pattern}\s+(?:from|of)\s+(?:the\s+)?(?:[\w-]+\s+and\s+)?$", before
            )
        )
    return is_person(names, mention) and link in ("for", "of")


def _joined(text: str, names: Names, mention: FoundMention, trigger: Trigger) -> bool:
    """Tell whether a name behind the word is joined to it as an actor or object."""
    between = text[trigger.span.end : mention.span.start]
    if len(between) > 160:
        return False
    link = _last_link(between)
    if not trigger.is_noun and re.match(r"\s+out\s+to\b", between) and link == "to":
        return True
    if _PURPOSE.search(between):
        return False
    if link is None:
        return _is_object(names, mention, trigger, between)
    if link in _TOGETHER or link in _OBJECTS.get(trigger.kind, ()):
        return True
    if link in ("of", "from", "including"):
        return bool(
            re.search(
                rf"{delegates().pattern}\s+(?:of|from|including)\s+(?:the\s+)?(?:[\w-]+\s+and\s+)?$",
                between,
            )
        )
    return False


_LIST_ON = re.compile(
    r"(?:\s*,[^,;]{0,70},?)?\s*(?:,\s*|,?\s+and\s+)(?:the\s+)?(?:[\w’'.-]+\s+){0,5}"
)


def _continues(between: str) -> bool:
    """Tell whether a name goes on with the list of those joined before it."""
    return _LIST_ON.fullmatch(between) is not None and not has_verb(between.lower().split())


def _is_object(names: Names, mention: FoundMention, trigger: Trigger, between: str) -> bool:
    """Tell whether a name stands behind a verb as what it acts on."""
    if trigger.is_noun or (trigger.kind is EventKind.VISIT and not is_person(names, mention)):
        return False
    found = between.lower().split()
    return "," not in between and len(found) <= 8 and not has_verb(found)


def _last_link(words: str) -> str | None:
    link = None
    for match in _LINK.finditer(words):
        link = match.group()
    return link


def place_of(text: str, names: Names, part: Span, trigger: Trigger) -> int | None:
    """Return where it happens: the nearest place behind the word, else before it, or None."""
    found = [one for one in within(names, part) if is_place(names, one)]
    behind = [
        one
        for one in found
        if one.span.start >= trigger.span.end
        and not _TOPIC.search(text[trigger.span.end : one.span.start])
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


def _inner(text: str, names: Names, mention: FoundMention, found: list[FoundMention]) -> int:
    """Return the place itself in "Chile's Atacama" and in "Oslo, Norway"."""
    for other in found:
        if other.span.start > mention.span.end and re.fullmatch(
            r"[’']s?\s+(?:[\w-]+\s+){0,2}", text[mention.span.end : other.span.start]
        ):
            return other.entity
    return mention.entity


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


def meant_by_pronoun(
    text: str, names: Names, sentences: tuple[Sentence, ...], index: int, at: int
) -> int | None:
    """Return the person that "he" or "she" at this place most likely means, or None.

    The only person named before it in the sentence; else the first person of the
    sentence before, or of the one before that.
    """
    here = [
        one for one in within(names, Span(sentences[index].span.start, at)) if is_person(names, one)
    ]
    if len({one.entity for one in here}) == 1:
        return here[0].entity
    for back in (index - 1, index - 2):
        if back < 0:
            return None
        persons = [
            one
            for one in within(names, sentences[back].span)
            if is_person(names, one) and text[one.span.end : one.span.end + 1] not in ("’", "'")
        ]
        if persons:
            return persons[0].entity
    return None


def pronoun_in(text: str, part: Span) -> int | None:
    """Return where a "he" or "she" stands in the part, or None."""
    match = _PRONOUN.search(text, part.start, part.end)
    return match.start() if match else None


_ONLY_WHERE = re.compile(
    r"\b(?:in|at|near|across|into|to|outside|around)\s+(?:the\s+)?$", re.IGNORECASE
)


def pair_before(
    text: str, names: Names, sentences: tuple[Sentence, ...], index: int, at: int, parties: Parties
) -> tuple[int, ...]:
    """Return the two countries named last before an offset: whom "the two sides" means.

    Countries that only say where are passed over, and governments count as their
    countries. Nobody, where the sentence and the three before it name fewer than two.
    """
    start = sentences[max(0, index - 3)].span.start
    found: list[int] = []
    for mention in reversed(within(names, Span(start, at))):
        country = parties.party.get(mention.entity, mention.entity)
        before = text[max(0, mention.span.start - 14) : mention.span.start]
        is_where = is_place(names, mention) and _ONLY_WHERE.search(before)
        if country in parties.countries and country not in found and not is_where:
            found.append(country)
        if len(found) == 2:
            return tuple(reversed(found))
    return ()

"""Who took part in an event: names around the word that tells of it."""

import re
from collections.abc import Mapping, Sequence

from casefile.extraction.rules.entities.mentions import is_person, is_place, within
from casefile.extraction.rules.names.bearers import office_span
from casefile.extraction.rules.parts import Names
from casefile.extraction.rules.tellings.subjects import subjects_of_noun, subjects_of_verb
from casefile.extraction.rules.tellings.triggers import Trigger, delegates, light
from casefile.extraction.rules.words.clauses import has_verb
from casefile.model.findings import FoundMention
from casefile.model.words import EntityKind, EventKind, MentionKind, Span

_LINK = re.compile(
    r"\b(with|between|among|amongst|involving|by|from|of|in|at|to|on|over|about|regarding|for|near"
    r"|into|against|during|as|concerning|toward|towards|alongside|including|under|like|than)\b"
)
_TOGETHER = frozenset(("with", "between", "among", "amongst", "involving", "by", "alongside"))
_LOOSE = re.compile(r"\b(?:and|or|of|in|with|for|to|from|at|on|by|is|was|were|are|that|who)\b")
_WHEN = re.compile(
    r"\b(?:\w+day|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|week|month|year|\d{1,4})\b"
)
_PURPOSE = re.compile(r"\bto\s+[a-z]+\b(?!\s+(?:of|and)\b)")
"""An infinitive; names behind it belong to what is intended."""

_OBJECTS = {
    EventKind.MEETING: {"of"},
    EventKind.VISIT: {"of"},
    EventKind.AGREEMENT: {"of"},
    EventKind.ABDUCTION: {"of"},
    EventKind.ARREST: {"of"},
    EventKind.ATTACK: {"on", "against", "of"},
    EventKind.RETURN: {"of"},
    EventKind.SANCTION: {"on", "against"},
    EventKind.APPOINTMENT: {"of"},
    EventKind.TRANSFER: {"of", "to"},
}
"""Words that lead to whom an event happens to, beside those that join its actors."""


def actors(
    text: str,
    names: Names,
    part: Span,
    trigger: Trigger,
    *,
    place: int | None,
    countries: frozenset[int],
) -> tuple[FoundMention, ...]:
    """Return the mentions of those who take part: first those before the word.

    Before the word stand its subject and owner, behind it whom "with", "between"
    or "by" joins to it. Names that only say where, or colour another name, are left out.
    """
    offices = _offices(text, names, part)
    inside = [
        mention
        for mention in within(names, part)
        if not mention.span.overlaps(trigger.span)
        and not any(office.overlaps(mention.span) for office in offices.values())
        and mention.entity != place
        and names.entities[mention.entity].kind is not EntityKind.OTHER
        and (not is_place(names, mention) or mention.entity in countries)
        and not _only_colours(text, names, mention, part)
    ]
    before = [
        one
        for one in inside
        if one.span.end <= trigger.span.start
        and (
            (trigger.is_noun and _OWNS.fullmatch(text, one.span.end, trigger.span.start))
            or _leads(text, names, one, part, offices.get(one.span, one.span).start)
        )
    ]
    choose = subjects_of_noun if trigger.is_noun else subjects_of_verb
    found = choose(text, before, trigger)
    behind = [one for one in inside if one.span.start >= trigger.span.end]
    found += _behind(text, names, behind, trigger, offices)
    return tuple(found)


_OWNS = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,3}")
"""What stands between an owner and a noun; a preposition before them leads to the noun."""


def _offices(text: str, names: Names, part: Span) -> dict[Span, Span]:
    """Return where the offices of the persons named in a part stand, by their names."""
    found = {}
    for one in within(names, part):
        office = office_span(text, one.span, part.start) if is_person(names, one) else None
        if office is not None:
            found[one.span] = office
    return found


def _behind(
    text: str,
    names: Names,
    behind: Sequence[FoundMention],
    trigger: Trigger,
    offices: Mapping[Span, Span],
) -> list[FoundMention]:
    found: list[FoundMention] = []
    for mention in behind:
        start = max(trigger.span.end, offices.get(mention.span, mention.span).start)
        if _joined(text, names, mention, trigger, start) or (
            found and _continues(text[found[-1].span.end : max(found[-1].span.end, start)])
        ):
            found.append(mention)
    return found


def named(names: Names, part: Span) -> tuple[FoundMention, ...]:
    """Return every mention of a person or organization in the part, in order."""
    kinds = (EntityKind.PERSON, EntityKind.ORGANIZATION)
    return tuple(one for one in within(names, part) if names.entities[one.entity].kind in kinds)


_ROLE_BETWEEN = re.compile(r"(?:[’']s?)?(?:\s+[\w.’'-]+){0,7}?,?\s+")
"""What stands between the name of a country or body and that of its officer."""


def _only_colours(text: str, names: Names, mention: FoundMention, part: Span) -> bool:
    """Tell whether a name only describes the next: "Peruvian" or "Peru’s president" a person."""
    after = text[mention.span.end : part.end]
    following = next((one for one in within(names, Span(mention.span.end, part.end))), None)
    if following is not None:
        between = text[mention.span.end : following.span.start]
        is_free = len(between) < 90 and not _LOOSE.search(between)
        if is_free and re.match(r"[’']s?\s", between):
            return True
        if is_free and _describes_officer(names, mention, following, between):
            return True
        is_close = is_free and "," not in between and "-" not in between
        if mention.kind is MentionKind.DEMONYM and is_close:
            return following.kind is not MentionKind.DEMONYM
    if mention.kind is not MentionKind.DEMONYM:
        return False
    return not re.match(
        rf"(?:[\s,-]+(?:and\s+|or\s+)?(?:[A-Z][\w-]+\s+){{1,3}})?[\s-]+(?:[\w-]+\s+){{0,3}}?{delegates().pattern}"
        r"|\s*[-–—]\s*[A-Z]",
        after,
    )


def _describes_officer(
    names: Names, mention: FoundMention, following: FoundMention, between: str
) -> bool:
    """Tell whether a person follows who is named by the country or body: "US President Doe"."""
    if is_person(names, mention):
        return False
    if not is_person(names, following):
        is_body = names.entities[following.entity].kind is EntityKind.ORGANIZATION
        return is_body and between == " " and is_place(names, mention)
    words = between.replace(",", " ").split()
    if "," in between and not words:
        return False
    return bool(_ROLE_BETWEEN.fullmatch(between)) and not has_verb([one.lower() for one in words])


_IN_TITLE = re.compile(
    r"\b(?:secretary|ministers?|head|chief) (?:of|for) (?:[a-z]+ ){1,3}$", re.IGNORECASE
)
"""The end of a title before the one who bears it: "secretary of state Doe"."""


def _leads(text: str, names: Names, mention: FoundMention, part: Span, start: int) -> bool:
    """Tell whether no word before the name takes it away from the subject: "in Peru".

    ``start`` is where the name begins, or the office before it.
    """
    before = text[max(part.start, start - 60) : start]
    if before.endswith((" not ", " than ", "Not ")):
        return False
    if _IN_TITLE.search(before) and is_person(names, mention):
        return True
    link = _last_link(before[before.rfind(",") + 1 :])
    if link in ("with", "between", "among", "by", "and", None):
        return True
    return link in ("from", "of") and _sends(names, mention, before)


def _sends(names: Names, mention: FoundMention, before: str) -> bool:
    """Tell whether it is a country or body whose people act: "officials from Peru"."""
    return not is_person(names, mention) and bool(
        re.search(
            rf"{delegates().pattern}\s+(?:from|of|including)\s+(?:the\s+)?(?:[\w-]+\s+and\s+)?$",
            before,
        )
    )


def _joined(text: str, names: Names, mention: FoundMention, trigger: Trigger, start: int) -> bool:
    """Tell whether a name behind the word is joined to it as an actor or object.

    ``start`` is where the name begins, or the office before it.
    """
    between = " ".join(["", *text[trigger.span.end : start].split(), ""])
    if len(between) > 160:
        return False
    link = _last_link(between)
    if not trigger.is_noun and re.match(r"\s+out\s+to\b", between) and link == "to":
        return True
    if _PURPOSE.search(between) or not _only_light(between):
        return False
    if link is None:
        return _is_object(names, mention, trigger, between)
    if link == "by" and trigger.is_noun:
        return len(between.split()) <= _FAR_BY
    if link in _TOGETHER or (link != "of" and link in _OBJECTS.get(trigger.kind, ())):
        return True
    if link in _OBJECTS.get(trigger.kind, ()) and trigger.is_noun and _is_first_link(between):
        return True
    return link in ("of", "from", "including") and _sends(names, mention, between)


_FAR_BY = 7
"""Words between a noun and those by whom it was held."""

_PASSIVE = frozenset(("attended", "hosted", "chaired", "mediated", "brokered", "joined", "called"))


def _only_light(between: str) -> bool:
    """Tell whether no other deed is told there: only that it was held, attended, reached."""
    words = [word for word in light().sub(" ", between).lower().split() if word not in _PASSIVE]
    return not has_verb([word for word in words if word not in _BE])


_BE = frozenset("is are was were be been being has have had will would may might took".split())


def _is_first_link(between: str) -> bool:
    """Tell whether "of" stands right behind the word: "a meeting of Peru"."""
    return len(_LINK.findall(between)) == 1 and len(between.split()) <= 5


_LIST_ON = re.compile(
    r"(?:\s*,[^,;]{0,70},?)?\s*(?:,\s*|,?\s+and\s+)(?:the\s+)?(?:[\w’'.-]+\s+){0,5}"
)


_ELSEWHERE = frozenset("to with by for on in at that who as about before after".split())


def _continues(between: str) -> bool:
    """Tell whether a name goes on with the list of those joined before it."""
    words = between.lower().split()
    is_list = _LIST_ON.fullmatch(between) is not None and _ELSEWHERE.isdisjoint(words)
    return is_list and not has_verb(words)


def _is_object(names: Names, mention: FoundMention, trigger: Trigger, between: str) -> bool:
    """Tell whether a name stands behind a verb as what it acts on."""
    if trigger.is_noun or (trigger.kind is EventKind.VISIT and not is_person(names, mention)):
        return False
    found = between.lower().split()
    return "," not in between and len(found) <= 8 and not has_verb(found)


def _last_link(words: str) -> str | None:
    """Return the last word that links what follows to something else; not that of a date."""
    link = None
    for match in _LINK.finditer(words):
        if not _WHEN.search(words, match.end()):
            link = match.group()
    return link

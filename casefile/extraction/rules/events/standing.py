"""Whether a telling says enough to be an event by itself."""

import re

from casefile.extraction.rules.tellings.modality import Mood
from casefile.extraction.rules.tellings.telling import Reader, Telling
from casefile.extraction.rules.tellings.triggers import PART, Trigger, light
from casefile.extraction.rules.words.clauses import has_verb
from casefile.model.words import EventKind, Span

_BEFORE_LIGHT = re.compile(r"(?:\s+(?!under\b)[\w’'“”\"-]+){0,6}?\s*$")
_AFTER_LIGHT = re.compile(
    r"(?:\s+[\w’'-]+){0,9}?\s+(?:(?:was|were|is|are|be|been|being)\s+(?:\w+ly\s+)?(?:held"
    r"|hosted|convened|signed"
    r"|scheduled|planned|arranged|organi[sz]ed|cancell?ed|postponed|reached|concluded|imposed"
    r"|lifted|eased"
    r"|launched|carried out|conducted|agreed|announced|struck|made|delivered|paid|opened|resumed)"
    r"|(?:took|take|takes|taking|taken) place|began|begins?|opened|started|resumed|ended"
    r"|lasted|broke down"
    r"|collapsed|came|followed|occurred|happened|involved|included|killed|left|wounded|injured)\b"
)
_WHEN_ASIDE = re.compile(r"^,\s+(?:in|on|at|last|this|held)\s+[^,;]{2,30},")
"""A time or place between commas right behind a noun: "the talks, in April, were held"."""

_PART_OF = re.compile(
    r"\b(?:at|in|during|after|following|before|for|on|since|from)\s+(?:the\s+|a\s+|an\s+"
    r"|their\s+|his\s+|her\s+"
    r"|its\s+|another\s+|two\s+)?(?:[\w’'-]+\s+){0,4}$"
)
_IN_CONTACT = re.compile(r"\b(?:was|were|been|is|are|be)\s+(?:\w+\s+)?in\s+(?:[\w-]+\s+){0,2}$")


_VICTIMS = frozenset(
    (EventKind.ABDUCTION, EventKind.RETURN, EventKind.ATTACK, EventKind.ARREST, EventKind.TRANSFER)
)
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds"
    r"|thousands|\d{1,3}(?:,\d{3})*)"
    r"\s+(?!(?:years?|months?|days?|weeks?|hours?|minutes?|percent|per|km|miles?|January"
    r"|February|March|April|May|June"
    r"|July|August|September|October|November|December)\b)[a-z]",
    re.IGNORECASE,
)


def _has_victims(reader: Reader, trigger: Trigger, part: Span) -> bool:
    """Tell whether it is told to whom it happened, be it only by their number."""
    before = reader.text[part.start : trigger.span.start]
    is_passive = trigger.form in ("past", "participle") and re.search(
        r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?$", before
    )
    return bool(is_passive) or bool(_COUNTED.search(reader.text, part.start, part.end))


_PEOPLE = re.compile(
    r"\b(?:hostages?|prisoners?|detainees?|captives?|abductees?|people|nationals|citizens|men"
    r"|women|children|soldiers|crew"
    r"|activists?|journalists?|sailors?|fishermen|fisherman|students?|workers?|refugees"
    r"|migrants|victims?|inmates?|troops"
    r"|remains|bodies|body|families|him|her|them|he|she|they|suspects?|leaders?|officers?|missionar\w+|exiles?|family)\b",
    re.IGNORECASE,
)


def _frees_people(reader: Reader, one: Telling, trigger: Trigger, part: Span) -> bool:
    """Tell the release of a person from that of a film or a figure."""
    text = reader.text
    if _PEOPLE.search(text, part.start, part.end):
        return True
    is_thing = text[trigger.span.start : trigger.span.end].lower().startswith(("releas", "free"))
    if is_thing and not _BE.search(text, part.start, trigger.span.start):
        return False
    is_person = any(reader.is_person(actor) for actor in one.actors)
    return is_person or bool(_COUNTED.search(text, part.start, part.end))


_NATURE = re.compile(
    r"\b(?:earthquakes?|quake|tremors?|floods?|flooding|tsunami|hurricane|cyclone|typhoon|storm"
    r"|landslides?|drought|crash(?:es)?|accident|virus|covid|covid-19|disease|malaria|cancer"
    r"|outbreak|epidemic|heat|lightning|famine|(?<!open )(?<!opened )(?<!opening )fire"
    r"|wildfires?|avalanche|pandemic)\b",
    re.IGNORECASE,
)
_ROAD = re.compile(
    r"\b(?:collisions?|collided|derail\w*|capsiz\w+|overturned|skidded|drown\w*|rammed"
    r"|smashed into|(?:car|truck|lorry|bus|train|van|tractor) (?:smashed|hit|struck|ran over))\b",
    re.IGNORECASE,
)


def _has_no_attacker(reader: Reader, one: Telling, part: Span) -> bool:
    """Tell whether nature or the road kills, rather than somebody."""
    sentence = reader.sentences[one.sentence].span
    return (
        _NATURE.search(reader.text, part.start, part.end) is not None
        or _ROAD.search(reader.text, sentence.start, sentence.end) is not None
    )


_BE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?$")


def _is_told_off(one: Telling, before: str) -> bool:
    """Tell whether what did not take place is one event, with a day, a place or two sides."""
    if one.date is not None or one.place is not None:
        return True
    if _NEVER.search(before):
        return False
    return one.parties + 2 * one.has_both > 1 or (
        one.kind in _VICTIMS and one.parties > 0 and not one.is_definite
    )


_TALKING = re.compile(
    r"(?:dialog|consultation|discussion|negotiation|contact|communication|overture)", re.IGNORECASE
)
"""Nouns that name a way of dealing as often as one occasion."""

_NEVER = re.compile(r"\b(?:has|have|had|’ve|'ve) (?:never|ever)\b", re.IGNORECASE)
_ANY = re.compile(r"\bany\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_MUST_SIGN = re.compile(
    r"\s+(?:an?|the|its|their|two|three|several)?\s*(?:[\w’'“”\"-]+\s+){0,5}?(?:agreements?"
    r"|treat(?:y|ies)|pacts?|accords?"
    r"|declarations?|deals?|memorandums?|contracts?|protocols?|conventions?|communiqu[eé]s?"
    r"|armistice|truce)\b"
)


def can_stand(reader: Reader, one: Telling, trigger: Trigger, part: Span, mood_here: Mood) -> bool:
    """Tell whether a telling says enough to be an event by itself.

    A wish is none; a plan needs its people and a time or place; what is real
    needs to be told as taking place, or two of time, place and people.
    """
    is_wish = mood_here is Mood.WISHED and one.kind is not EventKind.PLAN
    if is_wish or trigger.form == PART:
        return False
    said = (one.date is not None) + (one.place is not None) + min(2, one.parties)
    said += 2 * (one.has_both and not one.actors)
    said += one.kind in _VICTIMS and _has_victims(reader, trigger, part)
    if one.kind is EventKind.PLAN:
        return mood_here in (Mood.PLANNED, Mood.WISHED) and said >= 2
    before = reader.text[max(part.start, trigger.span.start - 40) : trigger.span.start]
    if mood_here is not Mood.REAL and _ANY.search(before):
        return False
    if mood_here in (Mood.DENIED, Mood.REFUSED, Mood.DROPPED):
        held = trigger.is_noun and not _NEVER.search(before)
        held = held and takes_place(reader.text, trigger, part)
        return _is_told_off(one, before) or (held and not one.is_definite)
    if mood_here is Mood.PLANNED:
        return said >= 2 and bool(one.parties or one.has_both)
    if (
        one.kind is EventKind.AGREEMENT
        and not trigger.is_noun
        and trigger.span.of(reader.text).lower().startswith("sign")
    ):
        return bool(_MUST_SIGN.match(reader.text, trigger.span.end)) and said >= 1
    if one.kind is EventKind.RETURN and not _frees_people(reader, one, trigger, part):
        return False
    if one.kind is EventKind.ATTACK and _has_no_attacker(reader, one, part):
        return False
    if one.kind is EventKind.STATEMENT and trigger.is_noun:
        return bool(one.parties) and takes_place(reader.text, trigger, part)
    if trigger.is_noun and _TALKING.match(reader.text, trigger.span.start):
        is_fixed = one.date is not None or one.place is not None
        if not is_fixed and not takes_place(reader.text, trigger, part):
            return False
    if trigger.span.of(reader.text).lower().startswith("contact") and trigger.is_noun:
        return bool(one.actors) and one.parties + 2 * one.has_both >= 2
    if one.kind is EventKind.VISIT and not _is_paid(one, trigger):
        return False
    if _is_name(reader, one, trigger) and not _is_made(reader.text, trigger, part):
        return False
    if not trigger.is_noun:
        return _verb_stands(reader, one, trigger, said)
    if one.kind is EventKind.MEETING:
        return said >= 1 and (takes_place(reader.text, trigger, part) or said >= 2)
    return said >= 2 or (said >= 1 and takes_place(reader.text, trigger, part))


def _is_paid(one: Telling, trigger: Trigger) -> bool:
    """Tell whether a visit is one occasion: somebody comes, or it has both its day and place."""
    if not trigger.is_noun:
        return bool(one.parties or one.has_both)
    return (
        trigger.form != "many"
        or bool(one.parties)
        or (one.date is not None and one.place is not None)
    )


def _is_name(reader: Reader, one: Telling, trigger: Trigger) -> bool:
    """Tell whether a noun belongs to the name of a treaty: "under the Lima Declaration"."""
    if one.kind is not EventKind.AGREEMENT or not trigger.is_noun or one.is_title:
        return False
    is_first = trigger.span.start == reader.sentences[one.sentence].span.start
    return reader.text[trigger.span.start].isupper() and not is_first


def _verb_stands(reader: Reader, one: Telling, trigger: Trigger, said: int) -> bool:
    if one.kind is EventKind.MEETING:
        joined = re.match(
            r"\s+(?:\w+ly\s+)?(?:with|in|at|on|for|to)\b|\s+out to\b",
            reader.text[trigger.span.end :][:40],
        )
        parties = one.parties + 2 * one.has_both
        return parties >= 2 or (parties >= 1 and (said >= 2 or bool(joined)))
    word = trigger.span.of(reader.text).lower()
    if one.kind is EventKind.AGREEMENT and word.startswith("agree"):
        if trigger.form in ("base", "third") and not one.is_title:
            # "They agree on" tells of an opinion, not of a deed.
            return False
        return one.parties + 2 * one.has_both >= 2
    return said >= (3 if trigger.form == "ing" else 2)


def takes_place(text: str, trigger: Trigger, part: Span) -> bool:
    """Tell whether the words around a noun say that it took place."""
    before = text[part.start : trigger.span.start]
    if _IN_CONTACT.search(before) or _PART_OF.search(before[-60:]):
        return True
    return _is_made(text, trigger, part)


def _is_made(text: str, trigger: Trigger, part: Span) -> bool:
    """Tell whether a verb says that it took place: held, signed, began."""
    before = text[part.start : trigger.span.start]
    for match in light().finditer(before):
        gap = before[match.end() :]
        if _BEFORE_LIGHT.fullmatch(gap) and not has_verb(gap.lower().split()):
            return True
    after = _WHEN_ASIDE.sub("", text[trigger.span.end : part.end][:200])
    return bool(_AFTER_LIGHT.match(after))

"""Whom "he", "the two sides" and "who" mean: names told before."""

import re
from collections.abc import Collection
from functools import cache

from casefile.extraction.rules.entities.mentions import is_person, is_place, within
from casefile.extraction.rules.entities.parties import Parties
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.tellings.subjects import AUXILIARIES
from casefile.extraction.rules.tellings.telling import Reader
from casefile.extraction.rules.tellings.triggers import Trigger, delegates
from casefile.extraction.rules.words.clauses import sides
from casefile.extraction.rules.words.places import WordList
from casefile.model.words import EventKind, Span

_PRONOUNS = WordList(("he", "she", "his", "her", "him"))
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|He|She|His|Her)\b")


def meant_by_pronoun(
    text: str,
    names: Names,
    sentences: tuple[Sentence, ...],
    index: int,
    at: int,
    *,
    others: Collection[int] = (),
) -> int | None:
    """Return the person that "he" or "she" at this place most likely means, or None.

    It means none of the ``others``: in "with Doe, he signed" that is somebody else.

    The only person named before it in the sentence; else the first person of the
    sentence before, or of the one before that.
    """
    here = [
        one
        for one in within(names, Span(sentences[index].span.start, at))
        if is_person(names, one) and one.entity not in others
    ]
    if len({one.entity for one in here}) == 1:
        return here[0].entity
    for back in (index - 1, index - 2):
        if back < 0:
            return None
        persons = [
            one
            for one in within(names, sentences[back].span)
            if is_person(names, one)
            and one.entity not in others
            and text[one.span.end : one.span.end + 1] not in ("’", "'")
        ]
        if persons:
            return persons[0].entity
    return None


def pronoun_in(text: str, part: Span) -> int | None:
    """Return where a "he" or "she" stands in the part, or None."""
    match = next(_PRONOUNS.matches(_PRONOUN, text, part.start, part.end), None)
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


def _persons_before(
    names: Names, sentences: tuple[Sentence, ...], index: int, at: int
) -> tuple[int, ...]:
    """Return the first two persons of the last sentence that names two; of three back at most."""
    for back in range(index, max(-1, index - 4), -1):
        end = min(at, sentences[back].span.end)
        here = within(names, Span(sentences[back].span.start, max(end, sentences[back].span.start)))
        persons = tuple(dict.fromkeys(one.entity for one in here if is_person(names, one)))
        if len(persons) >= 2:
            return persons[:2]
    return ()


@cache
def _the_people() -> re.Pattern[str]:
    """Match a subject right before a verb that was named before: "the officials had"."""
    return re.compile(
        rf"(?P<two>\b(?:[Tt]he|[Tt]hese|[Tt]hose)\s+(?:two|pair|duo)"
        rf"(?:\s+(?:\w+\s+)?(?P<noun>{delegates().pattern}|men|women))?)(?:{AUXILIARIES})?\s*$"
        rf"|(?P<both>\b(?:[Tt]he|[Bb]oth|[Tt]hese|[Tt]heir)\s+(?:\w+\s+)?{delegates().pattern})"
        rf"(?:{AUXILIARIES})?\s*$"
        rf"|(?P<its>\b[Ii]ts\s+(?:[\w-]+\s+){{0,2}}{delegates().pattern})(?:{AUXILIARIES})?\s*$"
    )


_TWO_PEOPLE = re.compile(
    r"\b(?:two|both)\s+(?:\w+\s+)?(?:men|women|leaders|presidents|premiers|chiefs|ministers|politicians)\b"
)


def stand_ins(reader: Reader, index: int, part: Span, trigger: Trigger) -> tuple[int, ...]:
    """Return whom "the two", "the officials", "its envoys" or "who" mean; nobody without them.

    Read are the words right before the word of the event, and "the two sides"
    anywhere in its part of the clause.
    """
    text, names = reader.text, reader.names
    at = trigger.span.start
    who = _WHO.search(text, max(0, part.start - 8), part.start + 6)
    if who and trigger.kind is not EventKind.STATEMENT:
        named = within(names, Span(max(0, who.start() - 200), who.start() + 1))
        gap = text[named[-1].span.end : who.start()] if named else "?"
        if not gap.strip(" ,)\n") and is_person(names, named[-1]):
            return (named[-1].entity,)
    if trigger.kind not in _OF_SIDES:
        return ()
    match = None if trigger.is_noun else _the_people().search(text, part.start, at)
    if match and match["its"]:
        return _owner_before(reader, index, match.start())
    both = _taking_part(sides(), text, part, trigger)
    people = _taking_part(_TWO_PEOPLE, text, part, trigger)
    if match is None and both is None and people is None:
        return ()
    if (match and match["two"]) or people:
        persons = _persons_before(names, reader.sentences, index, at)
        if persons:
            return persons
    return pair_before(text, names, reader.sentences, index, at, reader.parties)


_OF_SIDES = frozenset(
    (EventKind.MEETING, EventKind.AGREEMENT, EventKind.VISIT, EventKind.PLAN, EventKind.STATEMENT)
)
"""Kinds in which two sides take part."""

_NO_SUBJECT = re.compile(
    r"\b(?:on|for|in|about|over|against|to|between|with|concerning|regarding)\s+(?:the\s+)?$"
)
_JOINS = re.compile(
    r"(?:\s+[\w-]+){0,4}?\s+(?:between|of|by|with|from|among|in which)\s+"
    r"(?:(?:the\s+)?[\w-]+\s+(?:of|from)\s+)?(?:the\s+)?"
)


def _taking_part(
    known: re.Pattern[str], text: str, part: Span, trigger: Trigger
) -> re.Match[str] | None:
    """Find "the two sides" where they take part, not where something is told about them."""
    for match in known.finditer(text, part.start, part.end):
        if match.start() >= trigger.span.end:
            if _JOINS.fullmatch(text, trigger.span.end, match.start()):
                return match
        elif not _NO_SUBJECT.search(text, part.start, match.start()):
            return match
    return None


_WHO = re.compile(r"\bwho\s+(?!(?:is|are|was|were)\s+to\b)")


def _owner_before(reader: Reader, index: int, at: int) -> tuple[int, ...]:
    """Return the country or body named last before "its", of this sentence or the one before."""
    start = reader.sentences[max(0, index - 1)].span.start
    for mention in reversed(within(reader.names, Span(start, at))):
        if not is_person(reader.names, mention):
            return (mention.entity,)
    return ()

"""Speaking as an event: a statement worth a line of its own, a report of an outlet."""

import re
from collections.abc import Sequence

from casefile.extraction.rules.entities.mentions import is_person, is_place, within
from casefile.extraction.rules.facts.speakers import kind_of
from casefile.extraction.rules.parts import DateMention, Names
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.tellings.telling import Reader, Telling
from casefile.model.findings import FoundSpeaker
from casefile.model.words import EntityKind, EventKind, Modality, PartialDate, Span

_REPORTS = re.compile(r"(?:report|wrote|published|broadcast|disclosed|revealed)\w*")
_NOTABLE = re.compile(
    r"(?:pledged|promised|vowed|apologi[sz]ed|announced|admitted|acknowledged|threatened|declared"
    r"|declined|refused|refrained)"
)
"""Verbs of saying that are worth an event even where no day is told."""

_AFTER_CUE = 45
"""Code points behind a verb in which a date is that of the speaking: "pledged in May to"."""

_LEAST_KIND = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE)

Told = tuple[Statement, tuple[FoundSpeaker, ...]]


def speeches(reader: Reader, told: Sequence[Told]) -> tuple[Telling, ...]:
    """Return the statements and reports that are events, in order of the text.

    A named speaker on a told day, or one who pledges, admits or refuses to say;
    a named outlet that reports. What everybody "said" is no event.
    """
    found = []
    seen: set[tuple[int, int]] = set()
    for statement, chain in told:
        if statement.furniture is not None or not statement.speakers or statement.is_extra:
            continue
        for one, speaker in _with_spans(statement, chain, reader):
            if one.entity is None or (statement.sentence, one.entity) in seen:
                continue
            telling = _speech(reader, statement, one, speaker)
            if telling is not None:
                seen.add((statement.sentence, one.entity))
                found.append(telling)
    return tuple(found)


def _with_spans(
    statement: Statement, chain: tuple[FoundSpeaker, ...], reader: Reader
) -> list[tuple[FoundSpeaker, Span]]:
    """Pair the speakers that are kept with where they stand."""
    pairs = []
    at = 0
    for speaker in statement.speakers:
        words = " ".join(speaker.span.of(reader.text).split())
        if at < len(chain) and (chain[at].name in words) and chain[at].verb == speaker.cue:
            pairs.append((chain[at], speaker.span))
            at += 1
    return pairs


def _speech(
    reader: Reader, statement: Statement, one: FoundSpeaker, place_of_name: Span
) -> Telling | None:
    cue = one.verb or ""
    entity = one.entity
    if entity is None or not statement.span.holds(place_of_name):
        return None
    when = _when(reader, statement)
    is_outlet = kind_of(one, reader.names) == "outlet"
    if is_outlet:
        is_body = reader.names.entities[entity].kind is EntityKind.ORGANIZATION
        if not _REPORTS.fullmatch(cue) or not is_body:
            return None
        kind = EventKind.REPORT
    else:
        if not (when or _NOTABLE.fullmatch(cue)) or not _is_somebody(reader.names, entity):
            return None
        if cue.startswith(("suspect", "believ", "list", "nam", "identif", "recogn", "officially")):
            return None
        kind = EventKind.STATEMENT
    return Telling(
        kind=kind,
        trigger=place_of_name,
        evidence=_evidence(statement),
        sentence=statement.sentence,
        modality=Modality.HAPPENED,
        date=when,
        place=None if is_outlet else _where(reader, statement),
        actors=_voices(reader.names, entity, place_of_name),
        can_stand=True,
    )


def _voices(names: Names, entity: int, span: Span) -> tuple[int, ...]:
    """Return the speaker, and those who speak with them: "the mayor and the judge said".

    Of a body and its officer, as in "Acme analyst Doe said", the officer speaks.
    """
    inside = within(names, span)
    persons = [one.entity for one in inside if is_person(names, one)]
    is_officer = (
        bool(persons) and inside[-1].span.end == span.end and persons[-1:] == [inside[-1].entity]
    )
    if is_officer and len(persons) == 1 and entity not in persons:
        return (persons[0],)
    return tuple(dict.fromkeys((entity, *persons)))


def _is_somebody(names: Names, entity: int) -> bool:
    return names.entities[entity].kind in _LEAST_KIND


def _evidence(statement: Statement) -> Span:
    """Return the whole clause, or its words of attribution where it is long."""
    if statement.span.end - statement.span.start <= 400 or not statement.asides:
        return Span(statement.span.start, min(statement.span.end, statement.span.start + 400))
    return statement.asides[-1]


def _when(reader: Reader, statement: Statement) -> PartialDate | None:
    """Return the day of the speaking: told beside the verb, or at the start of the sentence."""
    places = [span for span in statement.asides if statement.span.holds(span)]
    if statement.is_deed:
        places = [_deed_part(reader, statement)]
    found: list[DateMention] = []
    for place in places:
        found += reader.dates_in(place)
    return found[0].date if found else None


def _deed_part(reader: Reader, statement: Statement) -> Span:
    """Return the clause up to a little behind its verb: what comes later is the content."""
    speaker = statement.speakers[-1]
    asked = _ASKED.match(reader.text, statement.span.start, speaker.span.start)
    start = speaker.span.start if asked else statement.span.start
    cue = re.search(
        rf"\b{re.escape(speaker.cue)}\b", reader.text[speaker.span.end : statement.span.end]
    )
    end = speaker.span.end + (cue.end() if cue else 0) + _AFTER_CUE
    return Span(start, min(end, statement.span.end))


_ASKED = re.compile(
    r"(?:Asked|When|After|Before|If|Although|While|As|Since|Responding|Referring)\b"
)
"""What opens a clause of its own, whose dates are not those of the speaking."""


def _opening(statement: Statement) -> Span:
    """Return what stands before the speaker: "In a speech in Oslo, the minister pledged"."""
    return Span(statement.span.start, max(statement.span.start, statement.speakers[-1].span.start))


def _where(reader: Reader, statement: Statement) -> int | None:
    places = (*statement.asides, _opening(statement)) if statement.is_deed else statement.asides
    for aside in places:
        for mention in within(reader.names, aside):
            before = reader.text[max(aside.start, mention.span.start - 12) : mention.span.start]
            if is_place(reader.names, mention) and re.search(r"\b(?:in|at) (?:the )?$", before):
                return mention.entity
    return None

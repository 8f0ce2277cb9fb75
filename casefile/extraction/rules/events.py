"""The events that statements tell of: one telling for each word that tells of one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from casefile.extraction.rules.actors import actors, named
from casefile.extraction.rules.asides import Veil
from casefile.extraction.rules.eventdates import dates_of
from casefile.extraction.rules.eventparts import LONGEST_EVIDENCE, around, part_of
from casefile.extraction.rules.eventwords import PART, Trigger, delegates, triggers
from casefile.extraction.rules.modality import Mood, modality, mood
from casefile.extraction.rules.polarity import hedge
from casefile.extraction.rules.sites import place_of
from casefile.extraction.rules.standing import can_stand
from casefile.extraction.rules.standins import meant_by_pronoun, pronoun_in, stand_ins
from casefile.extraction.rules.statements import Statement
from casefile.extraction.rules.subjects import AUXILIARIES
from casefile.extraction.rules.tellings import Reader, Telling
from casefile.model.findings import FoundSpeaker
from casefile.model.words import EventKind, FurnitureKind, Span

_SECRET = re.compile(
    r"\b(?:secret(?:ly|ive)?|confidential(?:ly)?|clandestine(?:ly)?|covert(?:ly)?|private(?:ly)?"
    r"|undisclosed|behind[- ]the[- ]scenes?|behind closed doors|closed[- ]door|back[- ]?channel"
    r"|under the radar|in secrecy|hush-hush|undercover)\b",
    re.IGNORECASE,
)
_SECRET_THING = re.compile(
    r"\bsecret(?:ive)? (?:police|service|agent|document|file|weapon|recording|ballot|prison"
    r"|account)"
    r"|\bprivate (?:sector|compan|firm|school|investor|secretary|life|citizen|militar"
    r"|university|jet)"
    r"|\bconfidential (?:document|information|file|report)",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|both|such|their|his|her|its)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_FRESH = re.compile(
    r"\b(?:similar|another|second|third|fourth|separate|previous|earlier|further|more|next"
    r"|new|other"
    r"|subsequent|follow-up|last|past)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:several|two|three|four|five|six|many|multiple|series of|rounds of|repeated(?:ly)?|twice"
    r"|times|occasions)\b",
    re.IGNORECASE,
)


def tellings(
    reader: Reader, told: Iterable[tuple[Statement, tuple[FoundSpeaker, ...]]]
) -> tuple[Telling, ...]:
    """Return every telling of an event, in order of the text; one word, one telling.

    A word that names two dates, as in "in April and July", tells of two events.
    Asides are passed over, but for the words of an event that stand inside one.
    """
    veil = Veil(reader)
    seen: set[int] = set()
    found: list[Telling] = []
    for statement, chain in told:
        if statement.is_extra:
            continue
        for trigger in triggers(reader.text, statement.content):
            if trigger.span.start in seen:
                continue
            seen.add(trigger.span.start)
            view, aside = veil.view(trigger.span.start)
            here = _inside(statement, aside) if aside else statement
            for telling in _tellings_of(view, here, trigger):
                told_by = _with_speaker(telling, chain)
                found.append(replace(told_by, evidence=_evidence(reader.text, statement, telling)))
    return tuple(found)


def _inside(statement: Statement, aside: Span) -> Statement:
    """Return the statement as far as it stands inside an aside."""
    start = max(statement.content.start, aside.start + 1)
    return replace(statement, content=Span(start, min(statement.content.end, aside.end)))


def _evidence(text: str, statement: Statement, one: Telling) -> Span:
    """Return the statement, or where it is long the part around the word."""
    span = statement.span
    if span.end - span.start > LONGEST_EVIDENCE:
        return around(text, one.evidence, one.trigger)
    return span


def _with_speaker(one: Telling, chain: tuple[FoundSpeaker, ...]) -> Telling:
    """Add the one who speaks to a statement of nobody."""
    speaker = chain[-1].entity if chain else None
    if one.kind is EventKind.STATEMENT and not one.actors and speaker is not None:
        return replace(one, actors=(speaker,))
    return one


def _tellings_of(reader: Reader, statement: Statement, trigger: Trigger) -> Iterator[Telling]:
    part = part_of(reader.text, statement, trigger)
    mood_here = _mood(reader, statement, trigger)
    base = _telling(reader, statement, trigger, part, mood_here)
    dates = dates_of(reader, statement, trigger, part)
    if not dates:
        yield replace(base, can_stand=can_stand(reader, base, trigger, part, mood_here))
    for date in dates:
        dated = replace(
            base,
            date=date,
            is_many=base.is_many and len(dates) == 1,
            is_correction=_corrects(reader, base, trigger),
        )
        yield replace(dated, can_stand=can_stand(reader, dated, trigger, part, mood_here))


_DENIES = re.compile(r"den(?:y|ies|ied|ying)|refut\w+|reject\w*")


def _mood(reader: Reader, statement: Statement, trigger: Trigger) -> Mood:
    """Return how the statement tells of the word; what its speaker denies is denied."""
    here = mood(reader.text, statement.content, trigger)
    is_denied = here is Mood.REAL and _DENIES.fullmatch(statement.cue or "")
    return Mood.DENIED if is_denied else here


_WRONG = re.compile(
    r"\b(?:wrong(?:ly)?|incorrect(?:ly)?|mistake(?:n|nly)?|erroneous(?:ly)?|in error|correction"
    r"|corrected|misstated|misreported|inaccurate(?:ly)?)\b",
    re.IGNORECASE,
)
_TOOK_PLACE = re.compile(
    r"\W+(?:in fact |actually )?(?:took place|was held|happened|occurred|was on|came on)\b"
)


def _corrects(reader: Reader, one: Telling, trigger: Trigger) -> bool:
    """Tell whether "the meeting took place on" puts right what was told before."""
    if not one.is_definite or not _TOOK_PLACE.match(reader.text, trigger.span.end):
        return False
    start = reader.sentences[max(0, one.sentence - 2)].span.start
    return _WRONG.search(reader.text, start, trigger.span.start) is not None


def _telling(
    reader: Reader, statement: Statement, trigger: Trigger, part: Span, mood_here: Mood
) -> Telling:
    text = reader.text
    place = place_of(text, reader.names, part, trigger)
    before = text[max(part.start, trigger.span.start - 70) : trigger.span.start]
    said = text[statement.content.start : statement.content.end]
    nearby = text[part.start : part.end]
    meant = () if trigger.form == PART else stand_ins(reader, statement.sentence, part, trigger)
    who = _who(reader, statement, trigger, part, place)
    return Telling(
        kind=trigger.kind,
        trigger=trigger.span,
        evidence=part,
        sentence=statement.sentence,
        modality=modality(mood_here, text, statement.speakers, hedge(said)),
        place=place,
        actors=_together(reader, who, meant),
        secret=bool(_SECRET.search(_SECRET_THING.sub("", nearby))),
        is_definite=trigger.form == PART
        or (trigger.is_noun and bool(_DEFINITE.search(before)) and not _owned(before)),
        is_fresh=trigger.is_noun and bool(_FRESH.search(before)),
        is_many=trigger.form == "many" or bool(_MANY.search(nearby)),
        has_both=bool(meant) or _is_counted(text, part, trigger),
        is_wish=mood_here in (Mood.WISHED, Mood.PLANNED, Mood.REFUSED),
        is_denial=mood_here is Mood.DENIED,
        is_title=statement.furniture is FurnitureKind.TITLE,
    )


_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|several|a few|\d{1,3})\s+"
    rf"(?:\w+\s+)?(?:people|persons|men|women|{delegates().pattern})(?:{AUXILIARIES})?\s*$",
    re.IGNORECASE,
)


def _is_counted(text: str, part: Span, trigger: Trigger) -> bool:
    """Tell whether only the number of those who met is told: "four people met"."""
    is_meeting = trigger.kind is EventKind.MEETING and not trigger.is_noun
    return is_meeting and _COUNTED.search(text, part.start, trigger.span.start) is not None


def _together(reader: Reader, who: tuple[int, ...], meant: tuple[int, ...]) -> tuple[int, ...]:
    """Add whom "the two sides" means, unless two are named beside it."""
    persons = [one for one in who if reader.is_person(one)]
    countries = [one for one in who if one in reader.parties.countries]
    is_named = len(persons) > 1 or len(countries) > 1
    return who if is_named else tuple(dict.fromkeys((*meant, *who)))


def _who(
    reader: Reader, statement: Statement, trigger: Trigger, part: Span, place: int | None
) -> tuple[int, ...]:
    """Return who takes part: those named, and whom "he" before the word means."""
    text, names = reader.text, reader.names
    if trigger.form == PART:
        return named(names, part)
    countries = reader.parties.countries
    found = actors(text, names, part, trigger, place=place, countries=countries)
    near = Span(max(part.start, trigger.span.start - 30), trigger.span.start)
    pronoun = pronoun_in(text, near)
    is_subject = _HE_DID.search(text, part.start, trigger.span.start) is not None
    if pronoun is None or (not is_subject and any(reader.is_person(one) for one in found)):
        return found
    others = found if is_subject and not any(reader.is_person(one) for one in found[1:]) else ()
    meant = meant_by_pronoun(
        text, names, reader.sentences, statement.sentence, pronoun, others=others
    )
    return found if meant is None else tuple(dict.fromkeys((meant, *found)))


_HE_DID = re.compile(r"\b(?:he|she|He|She)\s+(?:(?:\w+ly|also|had|has|then|later)\s+)*$")


def _owned(before: str) -> bool:
    """Tell whether a name owns the noun: "the minister's visit", "Peru's second test"."""
    return bool(re.search(r"[A-Z][\w-]*[’']s?\s+(?:[\w-]+\s+){0,3}$", before))

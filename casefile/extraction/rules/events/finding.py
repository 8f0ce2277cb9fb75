"""The events that statements tell of: one telling for each word that tells of one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from casefile.extraction.rules.events.asides import Veil
from casefile.extraction.rules.events.dates import dates_of
from casefile.extraction.rules.events.hearsay import is_hearsay
from casefile.extraction.rules.events.slots import Slots, slots
from casefile.extraction.rules.events.standing import can_stand, takes_place
from casefile.extraction.rules.events.standins import meant_by_pronoun, pronoun_in, stand_ins
from casefile.extraction.rules.events.stretches import LONGEST_EVIDENCE, around
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.tellings.modality import INTENDED, Mood, modality, mood
from casefile.extraction.rules.tellings.subjects import AUXILIARIES
from casefile.extraction.rules.tellings.telling import Reader, Telling
from casefile.extraction.rules.tellings.triggers import PART, Trigger, delegates, triggers
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
            view, here, filled = slots_at(veil, statement, trigger)
            for telling in _tellings_of(view, here, trigger, filled):
                told_by = _with_speaker(telling, chain)
                found.append(replace(told_by, evidence=_evidence(reader.text, statement, telling)))
    return tuple(found)


def slots_at(veil: Veil, statement: Statement, trigger: Trigger) -> tuple[Reader, Statement, Slots]:
    """Fill the slots of a trigger; return as well the article and statement as read for it.

    They are read without asides, or inside the aside that the trigger stands in.
    """
    view, aside = veil.view(trigger.span.start)
    here = _inside(statement, aside) if aside else statement
    whole = view.sentences[statement.sentence].span
    return view, here, slots(view, here, trigger, whole=whole)


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


def _tellings_of(
    reader: Reader, statement: Statement, trigger: Trigger, filled: Slots
) -> Iterator[Telling]:
    part = filled.part
    mood_here = _mood(statement, trigger, filled)
    base = _telling(reader, statement, trigger, filled, mood_here)
    dates = dates_of(reader, *_when_of(statement, part, filled, mood_here), trigger)
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


def _when_of(
    statement: Statement, part: Span, filled: Slots, mood_here: Mood
) -> tuple[Statement, Span]:
    """Return where the date of an event stands: "on Monday he asked for talks" dates the asking."""
    if mood_here not in (Mood.ASKED, Mood.WISHED):
        return statement, part
    read = filled.words
    verb = read.classes.rfind("V", 0, max(0, read.classes.find("X")))
    if verb < 0 or read.spans[verb].start <= statement.content.start:
        return statement, part
    start = read.spans[verb].start
    content = Span(start, max(start, statement.content.end))
    return replace(statement, content=content), Span(max(part.start, start), max(part.end, start))


_DENIES = re.compile(r"den(?:y|ies|ied|ying)|refut\w+|reject\w*")


def _mood(statement: Statement, trigger: Trigger, filled: Slots) -> Mood:
    """Return how the sentence tells of the word; what its speaker denies is denied."""
    here = mood(filled.words, trigger)
    is_said = not statement.is_deed and here in (Mood.REAL, Mood.TOLD)
    is_denied = is_said and _DENIES.fullmatch(statement.cue or "")
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
    reader: Reader, statement: Statement, trigger: Trigger, filled: Slots, mood_here: Mood
) -> Telling:
    text, part = reader.text, filled.part
    place = filled.place.entity if filled.place else None
    before = text[max(part.start, trigger.span.start - 70) : trigger.span.start]
    nearby = text[part.start : part.end]
    meant = () if trigger.form == PART else stand_ins(reader, statement.sentence, part, trigger)
    who = _who(reader, statement, trigger, filled)
    return Telling(
        kind=trigger.kind,
        trigger=trigger.span,
        evidence=part,
        sentence=statement.sentence,
        modality=modality(mood_here, is_hearsay=is_hearsay(reader, statement, filled, who)),
        place=place,
        actors=_together(reader, who, meant),
        nameless=0 if statement.furniture is FurnitureKind.TITLE else filled.nameless,
        secret=bool(_SECRET.search(_SECRET_THING.sub("", nearby))),
        is_definite=trigger.form == PART
        or (trigger.is_noun and bool(_DEFINITE.search(before)) and not _owned(before)),
        is_fresh=trigger.is_noun and bool(_FRESH.search(before)),
        is_many=trigger.form == "many" or bool(_MANY.search(nearby)),
        has_both=bool(meant) or _is_counted(text, part, trigger),
        is_wish=mood_here in (*INTENDED, Mood.REFUSED, Mood.ASKED),
        is_intent=mood_here in INTENDED,
        is_held=trigger.is_noun
        and (trigger.kind is EventKind.AGREEMENT or mood_here is Mood.DENIED)
        and takes_place(text, trigger, part),
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


def _who(reader: Reader, statement: Statement, trigger: Trigger, filled: Slots) -> tuple[int, ...]:
    """Return who takes part: those named, and whom "he" before the word means."""
    text, names, part = reader.text, reader.names, filled.part
    found = tuple(dict.fromkeys(one.entity for one in filled.actors))
    if trigger.form == PART:
        return found
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

"""Whether an event rests on the word of somebody who took no part in it."""

import re

from casefile.extraction.rules.entities.mentions import within
from casefile.extraction.rules.events.slots import Slots
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.speech.words import is_anonymous, is_outlet
from casefile.extraction.rules.tellings.telling import Reader

_SELF = frozenset("i we he she they us me our my his her their its he’d she’d we’ve i’ve".split())
"""Words by which a speaker tells of himself."""

_VOUCHES = re.compile(r"(?:confirm|announc|admit|acknowledg|conced|testif|reveal|disclos)\w*")
"""Verbs by which a speaker vouches for it."""

_OFFICIAL = re.compile(
    r"\b(?:ministry|spokes\w+|palace|government|embassy|office|presidency|authorities|cabinet)\b",
    re.IGNORECASE,
)


def is_hearsay(
    reader: Reader, statement: Statement, filled: Slots, actors: tuple[int, ...]
) -> bool:
    """Tell whether the statement is somebody's word for what others did.

    A speaker of his own deeds, or of those of his own side, tells no hearsay; outlets,
    nameless sources and third persons do.
    """
    if not statement.speakers:
        return False
    names = [speaker.span.of(reader.text) for speaker in statement.speakers]
    if any(is_outlet(name) or is_anonymous(name) for name in names):
        return True
    cue = (statement.cue or "").lower()
    if statement.is_deed:
        return False
    if cue.startswith("according"):
        return True
    if _VOUCHES.fullmatch(cue) or _OFFICIAL.search(names[-1]):
        return False
    speaker = statement.speakers[-1].span
    entities = {one.entity for one in within(reader.names, speaker)}
    parties = reader.parties
    if parties.of(entities) & parties.of(actors):
        return False
    return not any(_is_self(one.of(reader.text)) for one in filled.people)


def _is_self(phrase: str) -> bool:
    return phrase.lower().split()[0] in _SELF

"""Whether an event is told as having happened, planned, wished for, open or denied."""

import re
from collections.abc import Iterable
from enum import Enum

from casefile.extraction.rules.tellings.classes import EVENT, Words
from casefile.extraction.rules.tellings.governors import over_noun, over_verb
from casefile.extraction.rules.tellings.operators import Operator
from casefile.extraction.rules.tellings.predicates import behind_noun, is_subject
from casefile.extraction.rules.tellings.triggers import Trigger
from casefile.model.words import Modality


class Mood(Enum):
    """How a clause tells of what a word in it names."""

    REAL = "real"
    TOLD = "told"
    """It took place by somebody's word: reportedly."""
    OPEN = "open"
    ASKED = "asked"
    """Open, and still to come: proposed or asked for."""
    PLANNED = "planned"
    WISHED = "wished"
    DROPPED = "dropped"
    """No longer, or never, planned or wished for."""
    DENIED = "denied"
    REFUSED = "refused"
    """Not to take place: refused, failed, called off."""


INTENDED = frozenset((Mood.PLANNED, Mood.WISHED, Mood.DROPPED))
"""Moods in which an intention is told, be it given up."""

_DONE_AFTER = re.compile(
    r"\s+(?:that (?:was|were) |which (?:was|were) )?(?:signed|held|reached|struck|concluded|imposed"
    r"|conducted|carried out|brokered)\b"
)
"""What tells that a thing took place, whatever stands before it: "a treaty signed in"."""

_MEANT = re.compile(
    r"\b(?:had (?:\w+ly )?(?:planned|hoped|intended|wanted|meant|agreed|expected|been (?:due|set"
    r"|scheduled|expected|supposed))|(?:was|were) (?:\w+ly )?(?:due|set|scheduled|supposed"
    r"|planned|expected|going|to))\b"
)
_BUT = re.compile(r"\b(?:but|until|before|when|had|if|however|only to)\b")
"""What follows where something that was meant to be did not come about."""


def mood(read: Words, trigger: Trigger) -> Mood:
    """Return how the sentence tells of the trigger, the word of class ``X``."""
    at = read.classes.find(EVENT)
    if at < 0:
        return Mood.REAL
    text, end = read.text, read.spans[-1].end
    if trigger.is_noun:
        found = tuple(over_noun(read, at))
        said = behind_noun(read, at) if is_subject(read, at) else None
        if said is not None:
            found = (*found, *said)
        elif _DONE_AFTER.match(text, trigger.span.end):
            found = tuple(one for one in found if one not in _TO_COME)
    else:
        found = tuple(over_verb(read, at, is_gerund=trigger.form == "ing"))
    here = folded(found)
    if not found and trigger.form in ("base", "third") and _is_ahead(read, at):
        return Mood.PLANNED
    if here is Mood.ASKED and trigger.is_noun and _WITH.match(text, trigger.span.end):
        return Mood.WISHED
    is_off = _BUT.search(text, trigger.span.end, end) is not None
    if Operator.COUNTER in found:
        return Mood.REFUSED if is_off else here
    if here in (Mood.PLANNED, Mood.WISHED) and is_off:
        before = text[read.spans[0].start : trigger.span.start]
        is_but = re.search(r"\bbut\b", text[trigger.span.end : end])
        return Mood.REFUSED if is_but and _MEANT.search(before[-90:]) else here
    return here


def _is_ahead(read: Words, at: int) -> bool:
    """Tell whether a verb in the present stands in a clause of time: "once they meet"."""
    match = re.search(r"S[^SAK]*$", read.classes[:at])
    return match is not None and read.word(match.start()) in _WHEN


_WHEN = frozenset(("when", "once", "until", "before", "after"))

_WITH = re.compile(r"\s+(?:with|by)\b")
"""Who asks for talks with somebody would take part: it is a wish of his own."""

_TO_COME = frozenset((Operator.PLANNED, Operator.WISHED, Operator.WILL, Operator.ASKED))

_SET = {
    Operator.OFF: (Mood.REFUSED, Mood.PLANNED),
    Operator.REFUSED: (Mood.REFUSED, Mood.OPEN),
    Operator.FAILED: (Mood.DENIED, Mood.REAL),
    Operator.DENIED: (Mood.DENIED, Mood.OPEN),
}
"""What an operator makes of everything, and what is left of it where it is negated."""

_MAKES: dict[Operator, dict[Mood, Mood]] = {
    Operator.WILL: {
        Mood.REAL: Mood.PLANNED,
        Mood.TOLD: Mood.PLANNED,
        Mood.DENIED: Mood.REFUSED,
    },
    Operator.COUNTER: {Mood.REAL: Mood.PLANNED},
    Operator.PLANNED: {
        Mood.REAL: Mood.PLANNED,
        Mood.TOLD: Mood.PLANNED,
        Mood.WISHED: Mood.PLANNED,
        Mood.DENIED: Mood.REFUSED,
    },
    Operator.WISHED: {
        Mood.REAL: Mood.WISHED,
        Mood.TOLD: Mood.WISHED,
        Mood.DENIED: Mood.REFUSED,
    },
    Operator.ASKED: {
        Mood.REAL: Mood.ASKED,
        Mood.TOLD: Mood.ASKED,
        Mood.PLANNED: Mood.ASKED,
        Mood.WISHED: Mood.ASKED,
        Mood.DENIED: Mood.OPEN,
        Mood.REFUSED: Mood.OPEN,
        Mood.DROPPED: Mood.OPEN,
    },
    Operator.OPEN: dict.fromkeys(Mood, Mood.OPEN),
    Operator.MAY: dict.fromkeys(Mood, Mood.OPEN),
    Operator.CAN: {
        **dict.fromkeys((Mood.REAL, Mood.TOLD, Mood.PLANNED, Mood.WISHED), Mood.OPEN),
        Mood.DENIED: Mood.REFUSED,
    },
    Operator.HEARSAY: {Mood.REAL: Mood.TOLD},
}
"""What an operator makes of each mood below it; what is not named stays."""

_OFF = frozenset((Mood.DENIED, Mood.REFUSED, Mood.DROPPED))

_NEGATED = {
    Mood.REAL: Mood.DENIED,
    Mood.TOLD: Mood.DENIED,
    Mood.PLANNED: Mood.DROPPED,
    Mood.WISHED: Mood.DROPPED,
    Mood.ASKED: Mood.OPEN,
    Mood.OPEN: Mood.OPEN,
}


def folded(operators: Iterable[Operator]) -> Mood:
    """Return what the operators make of an event together, applied from inside out.

    >>> folded([Operator.REFUSED, Operator.NOT])  # "did not rule out a visit"
    <Mood.OPEN: 'open'>
    """
    here, negated = Mood.REAL, Mood.DENIED
    for operator in operators:
        if operator is Operator.NOT:
            off = here in _OFF
            here, negated = (negated if off else _NEGATED[here]), here
        elif operator in _SET:
            here, negated = _SET[operator]
        else:
            here = _MAKES[operator].get(here, here)
    return here


def modality(mood_here: Mood, *, is_hearsay: bool) -> Modality:
    """Return the modality of an event by its mood and by whose word it rests on."""
    if mood_here in _OFF:
        return Modality.DENIED
    if mood_here in (Mood.OPEN, Mood.ASKED):
        return Modality.UNCERTAIN
    if mood_here in (Mood.PLANNED, Mood.WISHED):
        return Modality.PLANNED
    return Modality.REPORTED if is_hearsay or mood_here is Mood.TOLD else Modality.HAPPENED

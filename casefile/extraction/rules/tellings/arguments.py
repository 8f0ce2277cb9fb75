"""Who takes part in what a word tells of, read from the phrases around it, named or not.

Words become letters, phrases are patterns over the letters.
"""

import re
from collections.abc import Iterator

from casefile.extraction.rules.tellings.classes import Words, heads
from casefile.extraction.rules.tellings.operators import intentions, of_verb
from casefile.extraction.rules.tellings.phrases import CHAIN, LIST, LISTED, PHRASE, SUBJECT
from casefile.extraction.rules.tellings.scope import noun_start
from casefile.extraction.rules.tellings.triggers import Trigger, light
from casefile.model.words import EventKind, Span

_FIRST = re.compile(rf"(?<![OPWBtDNG])(?P<np>{LIST}){CHAIN}(?:K[^VK]*K)?Q?[AL]*V")
_AHEAD = re.compile(rf"K(?P<np>{LIST}){CHAIN}[AL]*[VA]")
"""The subject of the main clause behind an opening phrase."""

_BY = re.compile(rf"(?:Q?[AL]*V[LT]*|P?T)*B(?P<np>{LIST})")

_TALK = frozenset(("discuss", "negotiat", "debat", "agree", "sign", "talk", "speak", "spoke"))
"""Beginnings of verbs whose object is what is spoken of or signed, not who takes part."""


def taking_part(read: Words, trigger: Trigger) -> tuple[Span, ...]:
    """Return the phrases that name who takes part, in order of the text, none overlapping.

    Each is a noun with what stands before it, or a pronoun: "the two leaders", "he".
    The trigger is the word of class ``X``.
    """
    at = read.classes.find("X")
    if at < 0:
        return ()
    found = _of_noun(read, at, trigger) if trigger.is_noun else _of_verb(read, at, trigger)
    kept: list[Span] = []
    for first, end in sorted(set(found)):
        span = read.span(first, end)
        if _may_act(read, first, end, trigger.kind) and not (kept and kept[-1].overlaps(span)):
            kept.append(span)
    return tuple(kept)


Place = tuple[int, int]
"""The first word of a phrase and the one behind its last."""


def _may_act(read: Words, first: int, end: int, kind: EventKind) -> bool:
    """Tell whether a phrase can take part: no stretch of time, no plan, no matter.

    A crowd or a thing pays no visit.
    """
    last = read.word(end - 1)
    if kind is EventKind.VISIT and last in heads("no.visitor"):
        return False
    return last not in heads("no.party") and last not in ("it", "this", "that", "which")


def _phrases(read: Words, first: int, end: int) -> Iterator[Place]:
    """Yield the phrases that "and" and commas list between two words."""
    for match in PHRASE.finditer(read.classes, first, end):
        yield match.span()


def _of_verb(read: Words, at: int, trigger: Trigger) -> list[Place]:
    left = read.classes[:at]
    found = []
    is_gerund = trigger.form == "ing" and not left.endswith("A") and left[-1:] not in ("L", "Q")
    found += _main_subject(read, at) if is_gerund else _subject(read, at)
    # Who is visited receives: that alone makes nobody come.
    takes = trigger.kind is not EventKind.VISIT and not read.word(at).startswith(tuple(_TALK))
    found += _behind(read, at + 1, takes_object=takes, trigger=trigger)
    return found


def _subject(read: Words, at: int) -> list[Place]:
    """Return the subject of a verb that ends before a word; through "plan to" and "who"."""
    left = read.classes[:at].rstrip("K")
    match = SUBJECT.search(left)
    if match is None:
        return _main_subject(read, at) if left[-1:] in ("C", "V") or "V" in left else []
    first, end = match.span("np")
    if match["group"].startswith("t") and read.word(end - 1) in heads("of.doing"):
        by = _BY.match(left, end)
        if by:
            return list(_phrases(read, *by.span("np")))
        owner = _owner(read, first, end)
        if owner:
            return owner
        return _subject(read, _verb_start(read, first)) if _verb_start(read, first) else []
    return list(_phrases(read, first, end))


def _verb_start(read: Words, at: int) -> int:
    """Return where the verb group before a word begins; 0 where none stands there."""
    start = len(read.classes[:at].rstrip("VLAtI"))
    return start if start < at else 0


def _owner(read: Words, first: int, end: int) -> list[Place]:
    """Return who owns a noun: "Peru's plan", "their plan"."""
    for at in range(first, end - 1):
        if read.classes[at] == "G":
            return [(first, at + 1)]
        if read.word(at) in _POSSESSIVE:
            return [(at, at + 1)]
    return []


_POSSESSIVE = frozenset(("his", "her", "their", "our", "my", "your", "its"))


def _main_subject(read: Words, at: int) -> list[Place]:
    """Return the subject of the clause that a gerund or a phrase hangs on."""
    left = read.classes[:at]
    for segment in _segments(left):
        found = list(_FIRST.finditer(left, *segment))
        if found:
            return list(_phrases(read, *found[-1].span("np")))
    ahead = _AHEAD.search(read.classes, at)
    return list(_phrases(read, *ahead.span("np"))) if ahead else []


def _segments(left: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between breaks, the last first."""
    end = len(left)
    while end > 0:
        start = left.rfind("S", 0, end) + 1
        if start < end:
            yield start, end
        end = start - 1


def _behind(read: Words, at: int, *, takes_object: bool, trigger: Trigger) -> list[Place]:
    """Return those that stand behind as object or by "with", "between", "by"."""
    found: list[Place] = []
    classes = read.classes
    is_meeting = trigger.kind is EventKind.MEETING
    is_first = True
    while at < len(classes):
        letter = classes[at]
        if letter in "LT":
            at += 1
            continue
        step = 0 if letter in "DNGR" else 1
        if letter == "K" and classes[at + 1 : at + 2] in ("W", "P", "B"):
            at += 1
            continue
        match = LISTED.match(classes, at + step) if letter in "DNGRPOWBt" else None
        if match is None:
            if letter in "PO" and classes[at + 1 : at + 2] == "T":
                at += 2
                continue
            break
        first, end = match.span()
        joins = letter in "WB" or (step == 0 and is_first and takes_object)
        joins = joins or (letter == "t" and is_meeting)
        joins = joins or (letter == "O" and is_first and trigger.is_noun)
        joins = joins or (trigger.kind in _ON and read.word(at) in ("on", "against"))
        if joins:
            found += _phrases(read, first, end)
        elif step == 0 and not (is_first and not trigger.is_noun):
            break
        is_first = False
        at = end
    return found


_ON = frozenset((EventKind.SANCTION, EventKind.ATTACK))
"""Kinds in which "on" and "against" lead to whom it happens to."""


def _of_noun(read: Words, at: int, trigger: Trigger) -> list[Place]:
    classes = read.classes
    start = noun_start(classes, at)
    found = _before(read, start, at)
    # "a telephone interview": what it tells of is named by the noun behind it.
    at += len(classes[at + 1 :]) - len(classes[at + 1 :].lstrip("N"))
    found += _behind(read, at + 1, takes_object=False, trigger=trigger)
    passive = _PASSIVE.match(classes, at + 1)
    if passive:
        found += _phrases(read, *passive.span("np"))
    held = _HELD.match(classes, at + 1)
    if held and _says_held(read.word(held.start("verb"))):
        found += _behind(read, held.end(), takes_object=False, trigger=trigger)
    joined = _JOINING.match(classes, at + 1)
    if joined and read.word(joined.end("verb") - 1).startswith(_JOINS):
        found += _phrases(read, *joined.span("np"))
    return found + _governing(read, start)


_PASSIVE = re.compile(rf"{CHAIN}(?:K?Q)?[AL]*V[LT]*(?:P{LIST}|PT)*B(?P<np>{LIST})")
_JOINING = re.compile(rf"{CHAIN}(?P<verb>[AL]*[VW])L*(?P<np>{LIST})")


def _says_held(verb: str) -> bool:
    return verb in _TAKES_PLACE or light().fullmatch(verb) is not None


_TAKES_PLACE = frozenset(("took", "take", "takes", "taken", "happened", "occurred"))
_HELD = re.compile(rf"{CHAIN}(?:K[^KS]*K)?[AL]*(?P<verb>V)N?L*")
_JOINS = ("includ", "involv", "brought", "bring", "gather", "drew", "unit")


def _before(read: Words, start: int, at: int) -> list[Place]:
    """Return owners and names inside the phrase of a noun: "Peru's", "Peru-Chile talks"."""
    found: list[Place] = []
    run = start
    for place in range(start, at):
        letter, word = read.classes[place], read.spans[place].of(read.text)
        if letter == "G":
            found.append((run, place + 1))
            run = place + 1
        elif word.lower() in _POSSESSIVE:
            found.append((place, place + 1))
            run = place + 1
        elif letter == "N" and word[0].isupper() and place > 0:
            goes_on = bool(found) and found[-1][1] == place
            first = found.pop()[0] if goes_on else place
            found.append((first, place + 1))
    return found


def _governing(read: Words, start: int) -> list[Place]:
    """Return the subject of the verb that a noun is held by, or of the clause it hangs on."""
    left = read.classes[:start].rstrip("L")
    last = left[-1:]
    if last in ("V", "I", "A"):
        verb = read.word(len(left) - 1)
        following = " ".join(read.word(one) for one in range(len(left), start))
        if light().fullmatch(verb) or verb in intentions() or of_verb(verb, following):
            return _subject(read, len(left) - (last != "A"))
        return []
    is_led = last == "P" and left[-2:-1] == "V"
    if is_led and of_verb(read.word(len(left) - 2), read.word(len(left) - 1)):
        return _subject(read, len(left) - 2)
    if last in ("P", "S", "t") and read.word(len(left) - 1) not in _TOPICS:
        return _main_subject(read, len(left) - 1)
    return []


_TOPICS = frozenset(("about", "on", "over", "against", "as", "like", "than", "of", "per"))

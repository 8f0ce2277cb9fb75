"""What governs a word that tells of an event: the operators over it, from inside out.

Whether an event is told as a fact is read from the words in whose scope it stands:
negation, modal verbs, and predicates that cancel, plan or doubt what they lead to, each
within its own clause. After Saurí and Pustejovsky (2012, "Are you sure that this
happened?"), with the implicative verbs of Karttunen (1971).
"""

import re
from collections.abc import Iterator

from casefile.extraction.rules.tellings.classes import Words
from casefile.extraction.rules.tellings.operators import (
    Operator,
    of_adjective,
    of_adverb,
    of_noun,
    of_verb,
)
from casefile.extraction.rules.tellings.phrases import LIST, SUBJECT
from casefile.extraction.rules.tellings.scope import (
    AROUND,
    BE,
    BEHIND,
    DEFINITE,
    MATTER,
    MODALS,
    NOT,
    RAISED,
    between,
    noun_start,
)
from casefile.extraction.rules.tellings.triggers import light


def over_noun(read: Words, at: int) -> Iterator[Operator]:
    """Yield the operators over a noun, from inside out."""
    start = noun_start(read.classes, at)
    for place in range(at - 1, start - 1, -1):
        word = read.word(place)
        if word in ("no", "neither"):
            yield Operator.NOT
        elif operator := of_adjective(word):
            yield operator
    is_definite = any(
        read.classes[place] == "G" or read.word(place) in DEFINITE for place in range(start, at)
    )
    yield from _governor(read, start, is_definite=is_definite)


def _left(read: Words, at: int) -> str:
    """Return the classes before a word, without adverbs, times and "or not"."""
    before = read.classes[:at].rstrip("LT")
    return before[:-2] if before.endswith("SCA") else before


def _governor(read: Words, start: int, *, is_definite: bool) -> Iterator[Operator]:
    """Yield the operators of what a noun phrase hangs on: a verb, or a noun with "of"."""
    before = _left(read, start)
    last = before[-1:]
    if last in ("V", "I"):
        yield from _of_object(read, len(before) - 1, start, is_definite=is_definite)
    elif last == "A":
        if read.word(len(before) - 1) not in BE:
            yield from over_verb(read, len(before))
    elif last in ("P", "O", "W", "t", "B"):
        yield from _of_phrase(read, len(before) - 1, start, is_definite=is_definite)
    elif last == "S":
        yield from _after_break(read, len(before) - 1, is_definite=is_definite)


def _of_phrase(read: Words, joint: int, start: int, *, is_definite: bool) -> Iterator[Operator]:
    """Yield the operators over a noun behind a preposition."""
    word = read.word(joint)
    before = read.classes[:joint].rstrip("LT")
    head = len(before) - 1
    if word == "without":
        yield Operator.NOT
        return
    if joint > 0 and read.word(joint - 1) in ("instead", "rather"):
        yield Operator.NOT
        return
    if head < 0:
        return
    if before[-1] in ("V", "I"):
        operator = of_verb(read.word(head), between(read, head + 1, start))
        operator = operator or (_of_passive(read, head) if word in _TOWARDS else None)
        if operator:
            yield operator
            yield from over_verb(read, head)
        elif word in AROUND:
            yield from (one for one in over_verb(read, head) if one is Operator.WILL)
        elif word not in BEHIND and not is_definite:
            yield from over_verb(read, head)
    elif before[-1] == "N":
        noun = of_noun(read.word(head)) or of_adjective(read.word(head))
        if noun:
            yield noun
            yield from over_noun(read, head)
        elif word in MATTER and not is_definite:
            yield Operator.WISHED
        elif word in AROUND:
            verb = before.rstrip("DNGOWBPTt").rstrip("L")
            if verb[-1:] in ("V", "I"):
                found = over_verb(read, len(verb) - 1)
                yield from (one for one in found if one is Operator.WILL)


_TOWARDS = frozenset(("for", "to", "on", "of"))


def _of_passive(read: Words, verb: int) -> Operator | None:
    """Return what the subject of a passive makes of it: "no agreement was reached for"."""
    match = SUBJECT.search(read.classes[:verb])
    if match is None or read.word(verb - 1) not in BE:
        return None
    return of_noun(read.word(match.end("np") - 1))


def _of_object(read: Words, verb: int, start: int, *, is_definite: bool) -> Iterator[Operator]:
    """Yield the operators of a verb over its object."""
    operator = of_verb(read.word(verb), between(read, verb + 1, start))
    if operator:
        yield operator
    elif is_definite and not light().fullmatch(read.word(verb)):
        return
    if read.classes[verb] == "I":
        yield from _over_gerund(read, verb)
    else:
        yield from over_verb(read, verb)


def over_verb(read: Words, at: int, *, is_gerund: bool = False) -> Iterator[Operator]:
    """Yield the operators over a verb: those of its group, of its subject, of its clause."""
    if is_gerund:
        yield from _over_gerund(read, at)
        return
    place = at - 1
    while place >= 0:
        letter, word = read.classes[place], read.word(place)
        if letter == "L":
            if operator := of_adverb(word):
                yield operator
        elif letter == "A":
            if operator := _auxiliary(read, place):
                yield operator
            if word.endswith(("n't", "n’t")):
                yield Operator.NOT
        elif word == "longer" and read.word(place - 1) in ("no", "any"):
            yield Operator.NOT
            place -= 1
        elif letter == "D" and word == "neither":
            yield Operator.NOT
        else:
            break
        place -= 1
    if read.word(place + 1) in ("having", "being"):
        yield from _over_gerund(read, place + 1)
    elif place >= 0 and read.classes[place] == "t":
        yield from _over_infinitive(read, place)
    else:
        yield from _over_clause(read, place + 1)


def _auxiliary(read: Words, place: int) -> Operator | None:
    word = read.word(place)
    if word in NOT:
        return Operator.NOT
    if word == "would" and read.word(place + 1) == "have":
        return Operator.COUNTER
    return MODALS.get(word)


def _over_infinitive(read: Words, to: int) -> Iterator[Operator]:
    """Yield the operators over a verb behind "to"."""
    before = read.classes[:to].rstrip("LT")
    head = len(before) - 1
    if head < 0:
        yield Operator.WISHED
        return
    word = read.word(head)
    if before[-1] == "A":
        if word in NOT:
            yield Operator.NOT
            yield from _over_infinitive(read, head)
            return
        is_past = read.word(to + 1) == "have"
        yield Operator.COUNTER if is_past else Operator.PLANNED
        yield from over_verb(read, head)
    elif before[-1] == "V":
        is_told = read.word(to + 1) == "have"
        operator = of_verb(word, between(read, head + 1, to + 2)) or of_adjective(word)
        if operator or not is_told:
            yield operator or (_GOES_ON.get(word, Operator.WISHED))
        yield from over_verb(read, head)
    elif before[-1] == "N":
        yield from _over_noun_to(read, head)
    else:
        yield Operator.WISHED


_GOES_ON = {"yet": Operator.NOT}


def _over_noun_to(read: Words, head: int) -> Iterator[Operator]:
    """Yield the operators over "to meet" behind a noun: a plan, or somebody told to."""
    word = read.word(head)
    noun = of_noun(word) or of_adjective(word)
    if noun:
        yield noun
        yield from over_noun(read, head)
        return
    match = _OBJECT.search(read.classes, 0, head + 1)
    operator = None
    if match:
        operator = of_verb(read.word(match.start()), between(read, match.start() + 1, head + 1))
    yield operator or Operator.WISHED
    if match:
        yield from over_verb(read, match.start())


_OBJECT = re.compile(rf"V(?:[LTP]|(?<=[V])t)*{LIST}(?:[OPWB]T*{LIST}|[OP]?T)*$")


def _over_gerund(read: Words, at: int) -> Iterator[Operator]:
    """Yield the operators over "meeting" as a verb: "without meeting", "denied having met"."""
    before = read.classes[:at].rstrip("L")
    last = before[-1:]
    if last == "A" and read.word(len(before) - 1) == "having":
        before = before[:-1]
        last = before[-1:]
    if last == "A":
        yield from over_verb(read, at)
    elif last in ("V", "I"):
        head = len(before) - 1
        operator = of_verb(read.word(head), between(read, head + 1, at))
        if operator:
            yield operator
            yield from over_verb(read, head)
    elif last in ("P", "O", "W", "t", "B"):
        yield from _of_phrase(read, len(before) - 1, at, is_definite=True)


def _over_clause(read: Words, group: int) -> Iterator[Operator]:
    """Yield the operators over the clause whose verb group begins at a word."""
    if group > 0 and read.classes[group - 1] == "S":
        yield from _after_break(read, group - 1, is_definite=False)
        return
    match = SUBJECT.search(read.classes[:group].rstrip("K"))
    if match is None:
        return
    first = match.start("np")
    opening = read.word(first)
    if opening in ("no", "neither", "nobody", "none", "nothing") or _is_none(read, first):
        yield Operator.NOT
    before = _left(read, first)
    last = before[-1:]
    if last == "A":
        yield from _inverted(read, len(before) - 1)
    elif last in ("S", "V"):
        is_definite = False
        yield from _after_break(read, len(before) - 1, is_definite=is_definite)


def _is_none(read: Words, first: int) -> bool:
    """Tell whether a subject is "not one of the ships" or "no one"."""
    return first > 0 and read.word(first - 1) == "not" and read.word(first) in ("one", "a", "an")


_FRONTED = re.compile(
    r"\b(?:never|at no (?:time|point|stage)|(?:under|in) no (?:circumstances?|way|case)"
    r"|on no (?:account|occasion)|nowhere|neither|nor)\b",
    re.IGNORECASE,
)


def _inverted(read: Words, auxiliary: int) -> Iterator[Operator]:
    """Yield the operators of "did they meet": a question, or a negation that leads."""
    if read.text[read.spans[auxiliary].end :].rstrip(" ”\"’'").endswith("?"):
        yield Operator.OPEN
    start = max(read.classes.rfind(mark, 0, auxiliary) for mark in "SK") + 1
    if _FRONTED.search(between(read, start, auxiliary)):
        yield Operator.NOT
    if read.word(auxiliary) == "had" and start == auxiliary:
        yield Operator.OPEN


def _after_break(read: Words, at: int, *, is_definite: bool) -> Iterator[Operator]:
    """Yield the operators over a clause behind "whether", "if" or a verb of thinking."""
    word = read.word(at)
    if word == "whether" or (word in ("if", "unless", "lest") and not is_definite):
        yield Operator.OPEN
    elif word == "once":
        yield Operator.PLANNED
    head = at
    if word == "that":
        head = len(read.classes[:at].rstrip("LTK")) - 1
    if head < 0 or read.classes[head] not in "VN" or is_definite:
        return
    if read.classes[head] == "N":
        if operator := of_noun(read.word(head)):
            yield operator
            yield from over_noun(read, head)
        return
    operator = of_verb(read.word(head), "that")
    if operator:
        yield operator
        yield from over_verb(read, head)
    elif read.word(head) in RAISED:
        yield from (one for one in over_verb(read, head) if one is Operator.NOT)

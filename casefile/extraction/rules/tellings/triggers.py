"""The words that tell of an event, and which of them a stretch of text holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from casefile.extraction.rules.words.clauses import finite
from casefile.extraction.rules.words.places import WordList
from casefile.extraction.rules.words.verbforms import bases
from casefile.extraction.rules.words.verbs import alternatives, inflect, sections, verbs, words
from casefile.model.records import record
from casefile.model.words import EventKind, Span

_LIST = "events.txt"

PART = "part"
"""The form of a word that belongs to an event told elsewhere: "the delegation"."""


@dataclass(frozen=True, slots=True)
class Word:
    """A form of a word that may tell of an event."""

    kind: EventKind
    is_noun: bool
    form: str
    """``base``, ``third``, ``past``, ``participle``, ``ing``; ``one`` or ``many`` of a noun;
    ``part``."""
    follows: re.Pattern[str] | None = None
    """What must follow."""
    never_follows: re.Pattern[str] | None = None
    never_before: re.Pattern[str] | None = None


@record(frozen=True, slots=True)
class Trigger:
    """A word in the text that tells of an event."""

    span: Span
    kind: EventKind
    is_noun: bool
    form: str


_DETERMINER = re.compile(
    r"(?:\b(?i:the|a|an|this|that|these|those|his|her|its|their|our|my|any|no|some|such|each|every"
    r"|another|other|of|in|for|during|after|before|from|on|into|about|over|with|despite|following"
    r"|first|second|third|last|next|recent|new|two|three|several|many|more|further|previous|direct"
    r"|high-level|secret|private|official|state|formal|informal|bilateral|joint)|[’']s?)\s+"
    r"(?:[a-z-]+(?:al|ic|ive|ous|ful|ed|ly|ar|ary|ate|level|range|day|long|term)\s+|[A-Z][\w.-]+\s+"
    r"|\d{1,2}\s+){0,3}$"
)
_TO = re.compile(
    r"\b(?:to|will|would|may|might|can|could|should|shall|must|n[’']t|not|did|does"
    r"|do)\s+(?:\w+ly\s+)?$"
)


@cache
def _table() -> dict[str, tuple[Word, ...]]:
    """Map each form, in small letters, to the events that it may tell of."""
    table: dict[str, list[Word]] = {}
    for kind in EventKind:
        for line in sections(_LIST).get(f"{kind.value}.verb", ()):
            forms, *guards = _guards(line)
            verb = inflect(str(forms))
            for name in ("base", "third", "past", "participle", "ing"):
                word = Word(kind, False, name, *guards)  # type: ignore[arg-type]
                table.setdefault(getattr(verb, name), []).append(word)
        for line in sections(_LIST).get(f"{kind.value}.noun", ()):
            forms, *guards = _guards(line, is_noun=True)
            for noun in _nouns(str(forms)):
                number = "many" if noun.endswith("s") and not noun.endswith("ss") else "one"
                word = Word(kind, True, number, *guards)  # type: ignore[arg-type]
                table.setdefault(noun, []).append(word)
        for line in sections(_LIST).get(f"{kind.value}.part", ()):
            found = line.split()
            if len(found) == 1 and inflect(found[0]).past.endswith("ied"):
                found = sorted(inflect(found[0]).forms())
            for form in found:
                table.setdefault(form, []).append(Word(kind, True, PART))
    return {form: tuple(found) for form, found in table.items()}


def _nouns(forms: str) -> list[str]:
    if " / " in forms:
        return forms.split(" / ")
    return forms.split()


def _guards(line: str, *, is_noun: bool = False) -> tuple[object, ...]:
    """Split a line of the list into its forms and three patterns, None where it has none."""
    parts = re.split(r"\s+([|!<])\s+", line)
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    return (
        parts[0],
        re.compile(rf"(?:\s+|(?=,))(?:{found['|']})") if "|" in found else None,
        re.compile(rf"[\s-]*(?:{found['!']})\b", re.IGNORECASE) if "!" in found else None,
        re.compile(rf"(?:{found['<']})[\s-]+$", re.IGNORECASE) if "<" in found else None,
    )


@cache
def _scan() -> re.Pattern[str]:
    return re.compile(rf"\b(?<![’'])(?:{alternatives(_table())})(?![\w’']|-\w)", re.IGNORECASE)


@cache
def _listed() -> WordList:
    return WordList(_table())


LOOK_BACK = 60
"""Code points before a word that decide whether it is a noun or a verb."""


def triggers(text: str, span: Span) -> Iterator[Trigger]:
    """Yield the words of a stretch that may tell of an event, in order, one each."""
    for match in _listed().matches(_scan(), text, span.start, span.end):
        before = text[max(span.start, match.start() - LOOK_BACK) : match.start()]
        choices = _table()[match.group().lower()]
        nominal = _is_nominal(before, text[match.end() : match.end() + 12], choices)
        for word in choices:
            if word.is_noun == nominal and _fits(text, span, match, before, word):
                yield Trigger(Span(*match.span()), word.kind, word.is_noun, word.form)
                break


def trigger_at(text: str, span: Span, kind: EventKind) -> Trigger:
    """Return words as a trigger, told by somebody who knows that they tell of an event.

    What the lists know keeps its form; of other words the form is guessed by their ending
    and by what stands before them.
    """
    clause = Span(max(0, span.start - LOOK_BACK), min(len(text), span.end + LOOK_BACK))
    for known in triggers(text, clause):
        if known.span.overlaps(span):
            return replace(known, kind=kind, span=span)
    word = span.of(text).lower()
    before = text[clause.start : span.start]
    if word.endswith(("ing", "ed")) and not _DETERMINER.search(before):
        return Trigger(span, kind, False, "ing" if word.endswith("ing") else "past")
    last = before.split()[-1:]
    is_behind = bool(last) and (last[0].endswith("s") or last[0][0].isupper())
    if _TO.search(before) or (word in bases() and is_behind and not _DETERMINER.search(before)):
        return Trigger(span, kind, False, "base")
    return Trigger(span, kind, True, "many" if word.endswith("s") else "one")


def _is_nominal(before: str, after: str, choices: tuple[Word, ...]) -> bool:
    """Tell whether a form stands as a noun; decides only where it could be either."""
    if all(word.is_noun for word in choices):
        return True
    if not any(word.is_noun for word in choices):
        return False
    if _TO.search(before) or (choices[0].form == "ing" and _TAKES_OBJECT.match(after)):
        return False
    last = before.split()[-1:]
    if not last or _DETERMINER.search(before):
        return True
    # What stands behind a verb is its object: "escaped arrest", "impose sanctions".
    return last[0] in bases() or last[0] in finite() or last[0].endswith("ed")


_TAKES_OBJECT = re.compile(r"\s+(?:the|an?|his|her|its|their|these|those|him|them|us|me|you)\b")


def _fits(text: str, span: Span, match: re.Match[str], before: str, word: Word) -> bool:
    after = text[match.end() : min(span.end, match.end() + 90)]
    if word.follows and not word.follows.match(after):
        return False
    if word.never_follows and word.never_follows.match(after):
        return False
    if word.never_before and word.never_before.search(before):
        return False
    if word.is_noun:
        return not _modifies(after)
    if word.form in ("base", "third") and _DETERMINER.search(before):
        return False
    if word.form == "base" and _ONE_THING.search(before):
        return False
    is_bent = word.form in ("past", "participle") or (
        word.form == "ing" and not _TAKES_OBJECT.match(after)
    )
    return not (is_bent and (_ATTRIBUTE.search(before) or _ADVERB_ATTRIBUTE.search(before)))


_ONE_THING = re.compile(r"\b(?:an?|one|another|each|every)\s+[\w-]+\s+$")
"""No base form stands behind "a glide": it would need an -s."""

_ATTRIBUTE = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|of|for|about|on|from|with|by|many|some|all|most|other|\d+)"
    r"|\bto\s+(?!have\b|be\b)[a-z]+)\s+$"
)
_ADVERB_ATTRIBUTE = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|first|of|and|two|three)\s+|-)\w+ly[\s-]+$"
)
"""What stands before a participle that only describes: "the newly elected president"."""


_HEADS = re.compile(
    r"(?:\s+|-)(?:issues?|problems?|rooms?|venues?|sites?|laws?|policy|policies|teams?|groups?"
    r"|format|agenda|table|programme|programs?|attempts?|plans?|threats?|capabilit\w+|ranges?|hearings?|charges?|warrants?)\b"
)


def _modifies(after: str) -> bool:
    """Tell whether a noun only colours the next one: "the sanctions committee"."""
    return bool(_HEADS.match(after))


@cache
def light() -> re.Pattern[str]:
    """Match a verb that says of a noun that it took place: held, attended, reached."""
    found: frozenset[str] = frozenset()
    for verb in verbs(_LIST, "light"):
        found |= verb.forms()
    return re.compile(rf"\b(?:{alternatives(found)})\b")


@cache
def light_bases() -> frozenset[str]:
    """Return the base forms of those verbs."""
    return frozenset(verb.base for verb in verbs(_LIST, "light"))


@cache
def delegates() -> re.Pattern[str]:
    """Match who acts for a country of which only the adjective is told."""
    return re.compile(rf"(?i:{alternatives(words(_LIST, 'delegates'))})\b")

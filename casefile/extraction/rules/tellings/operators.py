"""Words that make something of the event they govern: cancelled, hoped for, rumoured."""

from enum import Enum
from functools import cache

from casefile.extraction.rules.words.verbs import inflect, sections, words

_LIST = "moods.txt"


class Operator(Enum):
    """What a word makes of the event that it governs; the values name sections of the list."""

    OFF = "off"
    REFUSED = "refused"
    FAILED = "failed"
    DENIED = "denied"
    PLANNED = "planned"
    WISHED = "wished"
    ASKED = "asked"
    OPEN = "open"
    NOT = "not"
    WILL = "will"
    MAY = "may"
    CAN = "can"
    """As ``MAY``, but "could not meet" tells that they did not."""
    HEARSAY = "hearsay"
    COUNTER = "counter"
    """Counterfactual: "would have met", "was to have met"."""


_LEXICAL = (
    Operator.OFF,
    Operator.REFUSED,
    Operator.FAILED,
    Operator.DENIED,
    Operator.PLANNED,
    Operator.WISHED,
    Operator.ASKED,
    Operator.OPEN,
    Operator.HEARSAY,
)


@cache
def _verbs() -> dict[str, tuple[tuple[str, Operator], ...]]:
    """Map each form of a verb to what may follow it and what it then makes of its object."""
    found: dict[str, list[tuple[str, Operator]]] = {}
    for operator in _LEXICAL:
        for line in sections(_LIST).get(f"{operator.value}.verb", ()):
            verb, _, particle = line.partition(" + ")
            for form in inflect(verb).forms():
                found.setdefault(form, []).append((particle, operator))
    return {form: tuple(sorted(rows, key=lambda row: -len(row[0]))) for form, rows in found.items()}


def of_verb(form: str, following: str) -> Operator | None:
    """Return what a verb makes of its object, given the words behind it, in small letters."""
    for particle, operator in _verbs().get(form, ()):
        if not particle or f"{following} ".startswith(f"{particle} "):
            return operator
    return None


@cache
def _listed(suffix: str) -> dict[str, Operator]:
    return {
        word: operator
        for operator in reversed(_LEXICAL)
        if f"{operator.value}.{suffix}" in sections(_LIST)
        for word in words(_LIST, f"{operator.value}.{suffix}")
    }


def of_noun(word: str) -> Operator | None:
    """Return what a noun makes of what it leads to: "hopes for talks"."""
    return _listed("noun").get(word)


def of_adjective(word: str) -> Operator | None:
    """Return what an adjective makes of its noun: "the proposed talks"."""
    return _listed("adjective").get(word)


def of_adverb(word: str) -> Operator | None:
    """Return what an adverb makes of its verb: "possibly met"."""
    return _listed("adverb").get(word)


@cache
def intentions() -> frozenset[str]:
    """Return the words by which somebody plans, wishes or refuses: "intended to hold"."""
    chosen = (Operator.PLANNED, Operator.WISHED, Operator.REFUSED, Operator.FAILED, Operator.OFF)
    verbs = {
        form for form, rows in _verbs().items() if any(one in chosen and not p for p, one in rows)
    }
    others = {**_listed("noun"), **_listed("adjective")}
    return frozenset(verbs | {word for word, operator in others.items() if operator in chosen})

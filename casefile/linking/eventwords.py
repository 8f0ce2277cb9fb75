"""The word that tells of an event, brought to one form: "was slain" and "the murder" are one.

A word goes to its stem and then to its family, verbs and nouns together; the families
are data. Words of no family stand for themselves.
"""

import re
from functools import cache

from casefile.linking.lists import rows, section
from casefile.model.words import EventKind

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

_SHORTENED = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"))
"""Endings of English forms that leave something of themselves."""

_ENDINGS = ("ings", "ing", "ed", "ers", "er", "es", "s")
_NOUNS = re.compile(r"(?<=...)(?:ation|ition|ion|ment)$")

LONGEST = 4
"""Words of the longest phrase in the families."""


def event_word(told: str) -> str:
    """Return the one form of the word or phrase that tells of an event.

    The longest phrase that the families know, of two the first; else the stems of all
    its words. Empty only where there is no word at all.
    """
    stems = [stem(word.lower()) for word in _WORD.findall(told)]
    for size in range(min(len(stems), LONGEST), 0, -1):
        for at in range(len(stems) - size + 1):
            forms = _WORD.findall(told.lower())[at : at + size]
            family = _family(forms)
            if family and not (size == 1 and len(stems) > 1 and stems[at] in _light()):
                return family
    return " ".join(stems)


def event_words(told: str, kind: EventKind) -> frozenset[str]:
    """Return the families of one kind of event that a passage has words of."""
    mine = families_of(kind)
    forms = [word.lower() for word in _WORD.findall(told)]
    runs = (forms[at : at + size] for at in range(len(forms)) for size in range(1, LONGEST + 1))
    return frozenset(family for run in runs if (family := _family(run)) in mine)


def _family(forms: list[str]) -> str | None:
    """Return the family of a phrase, or none."""
    known = _families()
    exact = known.get("=" + " ".join(forms))
    return exact or known.get(" ".join(stem(form) for form in forms))


@cache
def stem(word: str) -> str:
    """Return what the forms of a word have in common; not always a word itself."""
    word = _irregular().get(word, word)
    for ending, left in _SHORTENED:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word.removesuffix(ending) + left
            break
    else:
        word = _without_ending(word)
    word = re.sub(r"([^aeiouls])\1$", r"\1", word.rstrip("e"))
    word = re.sub(r"(?<=\w\w\w)y$", "i", word)
    return _NOUNS.sub("", word).rstrip("e")


def _without_ending(word: str) -> str:
    if word.endswith(("ss", "us")):
        return word
    for ending in _ENDINGS:
        left = word.removesuffix(ending)
        if left != word and len(left) >= 3 and re.search("[aeiouy]", left):
            return left
    return word


@cache
def _irregular() -> dict[str, str]:
    return {form: row[0] for row in rows("eventwords.txt")["irregular"] for form in row}


@cache
def _light() -> frozenset[str]:
    return frozenset(map(stem, section("eventwords.txt", "light")))


@cache
def _families() -> dict[str, str]:
    """Return the family of each phrase of stems, and of each form meant as it stands."""
    found: dict[str, str] = {}
    for name, families in rows("eventwords.txt").items():
        for family in families if name not in ("irregular", "light") else ():
            for phrase in family:
                words = phrase.split("_")
                key = phrase if phrase[0] == "=" else " ".join(map(stem, words))
                found.setdefault(key, family[0])
    return found


@cache
def families_of(kind: EventKind) -> frozenset[str]:
    """Return the families that tell of one kind of event."""
    return frozenset(family[0] for family in rows("eventwords.txt").get(kind.value, ()))

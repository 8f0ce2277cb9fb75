"""Words of saying, thinking and wanting: which verb, noun or adjective takes what behind it."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from casefile.extraction.rules.words.verbs import Verb, inflect, sections, verbs, words

_LIST = "attitudes.txt"


def _forms(found: tuple[Verb, ...]) -> Mapping[str, str]:
    table: dict[str, str] = {}
    for verb in found:
        for form in verb.forms():
            table.setdefault(form, verb.base)
    return MappingProxyType(table)


@cache
def forms(section: str) -> Mapping[str, str]:
    """Map every form of the verbs of a section to its base."""
    return _forms(verbs(_LIST, section))


@cache
def pairs() -> Mapping[str, frozenset[str]]:
    """Map every form of a verb to the small words behind it that lead to what it is about."""
    small: dict[str, set[str]] = {}
    for line in sections(_LIST)["about"]:
        base, word = line.split()
        small.setdefault(base, set()).add(word)
    table: dict[str, frozenset[str]] = {}
    known = _known()
    for base, found in small.items():
        for form in (known.get(base) or inflect(base)).forms():
            table[form] = frozenset(found)
    return MappingProxyType(table)


def _known() -> dict[str, Verb]:
    """Return the verbs of the list whose forms it gives."""
    table: dict[str, Verb] = {}
    for section in ("clause", "intent", "directive", "stance", "having"):
        for verb in verbs(_LIST, section):
            table.setdefault(verb.base, verb)
    return table


@cache
def nouns(section: str) -> frozenset[str]:
    """Return the nouns or adjectives of a section, nouns in both numbers."""
    found = words(_LIST, section)
    if section == "state":
        return found
    plurals = {f"{one[:-1]}ies" if one.endswith("y") else f"{one}s" for one in found}
    return found | plurals


@cache
def cues() -> frozenset[str]:
    """Return every word that may lead to somebody's saying or attitude.

    A sentence without one, and without a colon, has nothing that a parse could find.
    """
    found: set[str] = {"according"}
    for section in ("clause", "intent", "directive", "stance"):
        found |= forms(section).keys()
    found |= pairs().keys()
    for section in ("noun", "matter", "state"):
        found |= nouns(section)
    return frozenset(found)

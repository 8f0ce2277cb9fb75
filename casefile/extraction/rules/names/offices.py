"""What stands behind an office of some field or place: ``Minister of Transport Ada Ek``."""

from typing import NamedTuple

from casefile.extraction.rules.names.candidates import ORGANIZATION_HEADS, TITLES
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.lexicon import section
from casefile.extraction.rules.words.tokens import Line

_PARTICLES = section("particle of a name")
_FIELDS = section("modifier of a governmental body")
_OPENERS = frozenset({"of", "for"})
_BEFORE_KNOWN = _OPENERS | {"the"}
_SMALL = _BEFORE_KNOWN | {"and", ","}

_FORMS = frozenset({"Republic", "Kingdom", "Emirate", "Sultanate", "Province", "City"})
"""What a place may be called before ``of`` and its name."""

_IN_GOVERNMENT = frozenset({"Minister", "Ministers", "Secretary", "Undersecretary"})
"""Offices of a field, even where the field sounds like a body: Minister of Public Service."""

_LONGEST_OFFICE = 14
"""Tokens between a title and the name behind it; the longest list of fields has some ten."""

_LONGEST_KNOWN = 5
_MOST_NAMES = 4
_SHORT = 3
"""Letters of a lone word that may as well be an abbreviation."""


class Behind(NamedTuple):
    """What follows the ``of`` of an office."""

    names: list[tuple[int, int]]
    """First and last token of the places and bodies that the office belongs to."""
    person: int | None
    """First token of the person's name; None where no person follows."""


def office_before(line: Line, first: int) -> int | None:
    """Return the title whose office goes on at a token: ``Minister for Trade and | Industry``."""
    if line.word(first - 1) not in _BEFORE_KNOWN and line.word(first - 1) != "and":
        return None
    for at in range(first - 1, max(-1, first - _LONGEST_OFFICE), -1):
        word = line.word(at)
        if word in TITLES and line.word(at + 1) in _OPENERS:
            return at
        if word not in _SMALL and not line.is_capitalised(at):
            return None
    return None


def behind_office(line: Line, office: int, first: int, last: int, gazetteer: Gazetteer) -> Behind:
    """Tell the field or place of an office from the person who holds it.

    Args:
        line: The line that they stand in.
        office: The last word of the title, before ``of``.
        first: The first token of the field or place.
        last: The last token of the run.
        gazetteer: Known names.
    """
    names = []
    at = first
    while at <= last:
        end = _known(line, at, last, gazetteer)
        if end is not None:
            names.append((_start(line, at, first), end))
            at = end + 1
        elif _is_field(line.word(at), gazetteer):
            at += 1
        else:
            break
    if line.word(office) not in _IN_GOVERNMENT:
        names = _body(line, first, at - 1) or names
    while at <= last and _is_title(line.word(at), gazetteer):
        at += 1
    if at > last:
        return Behind(names, None)
    is_person = at > first and _is_person(line, at, last, gazetteer)
    return Behind(names, at) if is_person else Behind([], None)


def _known(line: Line, at: int, last: int, gazetteer: Gazetteer) -> int | None:
    """Return the end of a known place or body, if no person's name can begin here."""
    word, before = line.word(at), line.word(at - 1)
    is_given = word in gazetteer.given or word in gazetteer.family
    if is_given and before not in _BEFORE_KNOWN:
        return None
    for end in range(min(last, at + _LONGEST_KNOWN), at - 1, -1):
        name = line.name(at, end)
        is_word = end == at and name.lower() in gazetteer.words and name not in gazetteer.countries
        if not is_word and (name in gazetteer.bodies or gazetteer.place(name) is not None):
            return end
    return None


def _is_field(word: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a word may belong to the field of an office, or holds it together."""
    if word in _SMALL or word.lower() in _FIELDS:
        return True
    is_name = word in gazetteer.given or word in gazetteer.family
    return word.lower() in gazetteer.words and not is_name


def _is_title(word: str, gazetteer: Gazetteer) -> bool:
    return word in TITLES and word not in gazetteer.given and word not in gazetteer.family


def _start(line: Line, at: int, first: int) -> int:
    """Return where a known place begins with its form: ``Islamic Republic of Iran``."""
    form = at - 2
    if line.word(at - 1) != "of" or form < first or line.word(form) not in _FORMS:
        return at
    while form > first and line.word(form - 1) not in _SMALL:
        form -= 1
    return form


def _body(line: Line, first: int, last: int) -> list[tuple[int, int]]:
    """Return the body that the whole of a stretch names: ``Harbour Authority``."""
    words = line.words(first, last)
    is_body = len(words) > 1 and not {"for", ","} & set(words)
    return [(first, last)] if is_body and ORGANIZATION_HEADS & set(words) else []


def _is_person(line: Line, first: int, last: int, gazetteer: Gazetteer) -> bool:
    words = [word for word in line.words(first, last) if word not in _PARTICLES]
    known = [word in gazetteer.given or word in gazetteer.family for word in words]
    if len(words) > _MOST_NAMES or not any(known):
        return False
    if gazetteer.knows(line.name(first, last)):
        return False
    if len(words) == 1:
        return len(words[0]) > _SHORT and words[0].lower() not in gazetteer.words
    return all(
        is_known or word.lower() not in gazetteer.words
        for word, is_known in zip(words, known, strict=True)
    )

"""What an article calls a person: the title before the name, or the words set off behind it."""

from casefile.extraction.rules.names.candidates import POSSESSIVES, TITLES
from casefile.extraction.rules.names.classify import ROLES
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.lexicon import section
from casefile.extraction.rules.words.tokens import Line

_BEFORE_ROLES = section("before a role")
_TITLE_MODIFIERS = section("modifier of a title")
_ENDS = frozenset({",", ".", ";", ":", "—", "–", "(", ")", "who", "said", "”", '"'})

_MOST_BEFORE = 8
_MOST_BEHIND = 14
"""Words of a description."""


def described_from(line: Line, first: int, gazetteer: Gazetteer) -> int:
    """Return where the title or role before a name begins; ``first`` where there is none."""
    before = line.word(first - 1)
    if before not in ROLES and before not in TITLES:
        return first
    at = first - 1
    while at > 0 and first - at < _MOST_BEFORE and _belongs(line, at - 1, gazetteer):
        at -= 1
    while at < first and (line.word(at) in POSSESSIVES or line.word(at) in ("-", "and")):
        at += 1
    return at


def _belongs(line: Line, index: int, gazetteer: Gazetteer) -> bool:
    word = line.word(index)
    if word in _BEFORE_ROLES or word in ROLES or word in TITLES or word in _TITLE_MODIFIERS:
        return True
    if word in POSSESSIVES:
        return line.is_capitalised(index - 1)
    if line.word(index + 1) in POSSESSIVES:
        return line.is_capitalised(index)
    if word == "-":
        return line.word(index - 1) in ("then", "ex", "co")
    return _is_place(line, index, gazetteer)


def _is_place(line: Line, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a word belongs to a country or nationality, alone or with its neighbour."""
    if not line.is_capitalised(index):
        return False
    pairs = [line.word(index)]
    if line.is_capitalised(index - 1):
        pairs.append(line.name(index - 1, index))
    if line.is_capitalised(index + 1):
        pairs.append(line.name(index, index + 1))
    return any(name in gazetteer.countries or name in gazetteer.demonyms for name in pairs)


def set_off(line: Line, last: int) -> str | None:
    """Return ``director of the Bureau`` out of ``Name, director of the Bureau, said``."""
    if line.word(last + 1) != ",":
        return None
    start = last + 2
    if line.word(start) in ("the", "a", "an"):
        start += 1
    end = start
    has_role = False
    while end < len(line.tokens) and end - start < _MOST_BEHIND and line.word(end) not in _ENDS:
        has_role = has_role or line.word(end) in ROLES
        if line.word(end) in ("was", "is", "has", "had", "were", "will"):
            return None
        end += 1
    if not has_role or line.word(end) not in _ENDS or not 0 < end - start <= _MOST_BEHIND:
        return None
    return line.wording(start, end - 1)

"""Runs of capitalised words that may be names, with the small words that hold them together."""

import re
from collections.abc import Iterator

from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.lexicon import section
from casefile.extraction.rules.words.tokens import Case, Line, is_capitalised

NEVER = section("never a name")
ORGANIZATION_HEADS = section("head of an organization")
PLACE_HEADS = section("head of a place")
THING_HEADS = section("head of another thing")
TITLES = section("title")
_TITLE_MODIFIERS = section("modifier of a title")
_PARTICLES = section("particle of a name")
_HEADS = ORGANIZATION_HEADS | PLACE_HEADS | THING_HEADS

POSSESSIVES = frozenset({"'s", "’s", "ʼs", "'S", "’S", "'", "’"})
_OWNERS = frozenset(
    "People Women Men Children President Minister Presidents Ministers King Queen Lord"
    " Governor Mayor".split()
)
"""What may own an office or party inside one name: Women's League, Prime Minister's Office."""

_PARTS = frozenset(
    "Division Bureau Department Directorate Branch Office Unit Section Committee".split()
)
"""Parts of a larger body, which is named apart: Asia Division of the Foreign Ministry."""

_FIRST_WITHOUT_CASE = "\u3040"
"""Kana, Han and Hangul begin here: only countries are known in them."""

_CONTRACTION = re.compile(r"(.+)['’ʼ](?:m|ve|re|d|ll|s)$|.+n['’ʼ]t$", re.IGNORECASE)
_SHORT_MONTHS = frozenset({"Jan", "Jun"})
_MONTHS = frozenset({"April", "May", "June", "August"})
"""Months that are given names too."""

_BEFORE_MONTHS = frozenset({"in", "since", "last", "of", "by", "from", "until"})
_MOST_PARTICLES = 3

_LONGEST = 20
"""Tokens after which a run is cut: it is a list or a table, and the work grows by its square."""

_LONGEST_LIST = 8
"""Fields that one ministry may have in its name."""


def runs(line: Line, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield first and last token of every run, in order; runs never overlap."""
    free = 0
    for index in [at for at, token in enumerate(line.tokens) if not token.islower()]:
        if index < free:
            continue
        word = line.tokens[index]
        if not is_capitalised(word):
            if word[0] >= _FIRST_WITHOUT_CASE and word in gazetteer.countries:
                yield index, index
            continue
        last = longest_known(line, index, gazetteer)
        if last is None:
            if not _may_stand(line, index) and not _is_month_of_a_name(line, index, gazetteer):
                continue
            last = index
        last = _extend(line, index, last, gazetteer)
        yield index, last
        free = last + 1


def longest_known(line: Line, index: int, gazetteer: Gazetteer) -> int | None:
    """Return the last token of the longest known name that begins here, if it has several words."""
    opener = gazetteer.openers.get(line.tokens[index])
    if opener is None:
        return None
    after = line.word(index + 1)[:1]
    if after.isalnum() and after not in opener.letters:
        return None
    for last in range(min(index + opener.longest + 1, len(line.tokens) - 1), index, -1):
        if gazetteer.knows(line.name(index, last)):
            return last
    return None


def _may_stand(line: Line, index: int) -> bool:
    """Tell whether a capitalised word may be part of a name at all."""
    word = line.tokens[index]
    if word in NEVER or _is_contraction(word):
        return False
    return len(word) > 1 or line.is_capitalised(index + 1)


def _is_contraction(word: str) -> bool:
    """Tell whether a word is two, of which the first is never a name: ``I’m``, ``Don't``."""
    if word.isalpha():
        return False
    found = _CONTRACTION.match(word)
    return found is not None and (found[1] is None or found[1].capitalize() in NEVER)


def _is_month_of_a_name(line: Line, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a month is a name here: ``Zheng Jun``, ``Jan Novak``, ``Anna May Ek``."""
    word, before, after = line.word(index), line.word(index - 1), line.word(index + 1)
    if word not in _SHORT_MONTHS and word not in _MONTHS:
        return False
    if before[:1].isdigit() or after[:1].isdigit() or before.lower() in _BEFORE_MONTHS:
        return False
    if word in _SHORT_MONTHS and before in gazetteer.family_first:
        return True
    is_name = after.lower() not in gazetteer.words or after in gazetteer.family
    if not (line.is_capitalised(index + 1) and is_name) or after in NEVER or gazetteer.knows(after):
        return False
    return word in _SHORT_MONTHS or (before in gazetteer.given and not gazetteer.knows(before))


def _extend(line: Line, first: int, last: int, gazetteer: Gazetteer) -> int:
    while last - first < _LONGEST:
        after = last + 1
        if after >= len(line.tokens):
            return last
        if is_capitalised(line.tokens[after]):
            if not _may_stand(line, after) and not _is_month_of_a_name(line, after, gazetteer):
                return last
            last = max(after, longest_known(line, after, gazetteer) or 0)
            continue
        further = _over_small_words(line, first, last, gazetteer)
        if further is None:
            return last
        last = further
    return last


def _over_small_words(line: Line, first: int, last: int, gazetteer: Gazetteer) -> int | None:
    """Return where the run goes on behind a possessive or small words; None where it ends."""
    word = line.word(last + 1)
    if word in POSSESSIVES:
        return last + 2 if _owns(line, first, last, gazetteer) else None
    if word == "&":
        return last + 2 if line.is_capitalised(last + 2) else None
    if word.lower() == "autonomous" and line.word(last + 2).lower() == "region":
        return last + 2
    if word in ("and", ","):
        return _over_and(line, first, last, gazetteer)
    if word in ("of", "for", "on") and _has_head(line, first, last):
        return _over_of(line, first, last, gazetteer)
    if word in _PARTICLES:
        after = last + 2
        while line.word(after) in _PARTICLES and after - last <= _MOST_PARTICLES:
            after += 1
        if line.is_capitalised(after) and _may_stand(line, after):
            return after
    return None


def _has_head(line: Line, first: int, last: int) -> bool:
    return any(word in _HEADS for word in line.words(first, last))


def _over_of(line: Line, first: int, last: int, gazetteer: Gazetteer) -> int | None:
    """Pass ``of``, ``of the``, ``for``, ``on`` between a head and a capitalised word."""
    if line.word(last + 1) != "of" and not set(line.words(first, last)) & ORGANIZATION_HEADS:
        return None
    after = last + 2
    if line.word(after) == "the":
        after += 1
    if not line.is_capitalised(after) or not _may_stand(line, after):
        return None
    if first < last and line.word(last) in _PARTS and _ends_in_body(line, after):
        return None
    return max(after, longest_known(line, after, gazetteer) or 0)


def _ends_in_body(line: Line, index: int) -> bool:
    """Tell whether the capitalised words that begin here end in a body: of the Trade Ministry."""
    last = index
    while line.is_capitalised(last + 1):
        last += 1
    return last > index and line.word(last) in ORGANIZATION_HEADS


def _owns(line: Line, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a possessive stands inside a name, as in ``Workers' Party``."""
    word = line.word(last)
    heads = line.words(last + 2, last + 3)
    if not line.is_capitalised(last + 2) or not set(heads) & ORGANIZATION_HEADS:
        return False
    if set(line.words(first, last)) & ORGANIZATION_HEADS:
        return False
    is_plural = line.word(last + 1) in ("'", "’")
    return word in _OWNERS or (is_plural and word.lower() in gazetteer.words)


def _over_and(line: Line, first: int, last: int, gazetteer: Gazetteer) -> int | None:
    """Pass ``and`` and list commas inside the name of one body.

    ``Ministry of Trade and Industry``, ``Ministry of Health, Labour and Welfare`` and
    ``Health and Welfare Ministry`` are one; ``Foreign Ministry and Congress`` are two.
    """
    if line.case is Case.CAPS or not line.is_capitalised(last + 2):
        return None
    words = line.words(first, last)
    is_open = "of" in words and bool(set(words) & ORGANIZATION_HEADS)
    if line.word(last + 1) == ",":
        return last + 2 if is_open and _ends_in_and(line, last + 2, gazetteer) else None
    if is_open:
        return last + 2 if _is_field(line, last + 2, gazetteer) else None
    end = last + 2
    while line.is_capitalised(end + 1) and _may_stand(line, end + 1):
        end += 1
    if line.word(end) not in ORGANIZATION_HEADS or end == last + 2 or _has_head(line, first, last):
        return None
    if len(words) > 2 or line.name(first, last) in gazetteer.countries:
        return None
    name = line.name(first, last)
    is_demonym = name in gazetteer.demonyms
    if is_demonym and (end - last < 4 or line.word(last + 2) not in gazetteer.demonyms):
        return None
    return end if is_demonym or _is_field(line, last, gazetteer) else None


def _is_field(line: Line, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a word may be a field that a body works in: Trade, Welfare, Culture."""
    word = line.word(index)
    return (
        word.lower() in gazetteer.words
        and word not in ORGANIZATION_HEADS
        and word not in TITLES
        and word not in NEVER
        and not (word in _TITLE_MODIFIERS and line.word(index + 1) in TITLES)
    )


def _ends_in_and(line: Line, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a list of fields that goes on here ends in ``and`` and a field."""
    for _ in range(_LONGEST_LIST):
        if not _is_field(line, index, gazetteer) or not line.is_capitalised(index):
            return False
        if line.word(index + 1) == ",":
            index += 1
        if line.word(index + 1) == "and":
            return line.is_capitalised(index + 2) and _is_field(line, index + 2, gazetteer)
        index += 1
    return False

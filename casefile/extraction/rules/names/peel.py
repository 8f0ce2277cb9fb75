"""Cutting a run of capitalised words into names: titles off, nationalities and places apart."""

from collections.abc import Iterator
from typing import NamedTuple

from casefile.extraction.rules.names.candidates import (
    NEVER,
    ORGANIZATION_HEADS,
    PLACE_HEADS,
    THING_HEADS,
    TITLES,
)
from casefile.extraction.rules.names.offices import Behind, behind_office, office_before
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.lexicon import section
from casefile.extraction.rules.words.tokens import Case, Line

_TITLE_MODIFIERS = section("modifier of a title")
_HEADS = ORGANIZATION_HEADS | PLACE_HEADS | THING_HEADS
_WEAK_TITLES = frozenset(
    "King Queen Prince Princess Lord Lady Bishop Captain General Major Justice".split()
)
"""Titles that places and bodies bear too: Prince Rupert Harbour, General Electric."""

_OFFICERS = section("title of an officer")
"""Titles that stand before the name of a body without being part of it."""

_INNER_TITLES = TITLES | section("title behind a body")

_JOINS = frozenset({"of", "for", "and"})
_VERBS = section("speaking") | section("deed of a government")
_PERSONS = frozenset({"people", "men", "women", "children"})

_LONGEST_PREFIX = 4
_MOST_NAMES = 3
"""Names of the person behind a title or body inside a run; more are something else."""


class Piece(NamedTuple):
    """A stretch of tokens to be labelled, and what stood before it in the run."""

    first: int
    last: int
    title: int
    """First token of the title before it; ``first`` where there is none."""


def peel(
    line: Line, first: int, last: int, gazetteer: Gazetteer, small: frozenset[str]
) -> Iterator[Piece]:
    """Yield the names of one run.

    Args:
        line: The line that the run stands in.
        first: The first token of the run.
        last: The last one, included.
        gazetteer: Known names.
        small: Words that the document also writes without a capital.
    """
    if line.case is not Case.PLAIN:
        yield from _between_words(line, first, last, gazetteer)
        return
    if first == last == line.opens and _is_only_a_word(line, first, gazetteer):
        return
    if first <= line.opens < last and _only_opens(line, first, last, gazetteer, small):
        first += 1
    office = office_before(line, first)
    if office is not None:
        behind = behind_office(line, office, first, last, gazetteer)
        if behind.person is not None:
            yield from _pieces(behind, last, office)
            return
    yield from _from(line, first, last, gazetteer)


def _from(line: Line, first: int, last: int, gazetteer: Gazetteer) -> Iterator[Piece]:
    while first <= last:
        if gazetteer.knows(line.name(first, last)):
            yield Piece(first, last, first)
            return
        after = _after_title(line, first, last)
        if after > last:
            return
        if after > first and line.word(after) in _JOINS:
            start = after + 2 if line.word(after + 1) == "the" else after + 1
            behind = behind_office(line, after - 1, start, last, gazetteer)
            yield from _pieces(behind, last, first)
            return
        if after > first:
            yield Piece(after, last, first)
            return
        inner = _inner_title(line, first, last, gazetteer)
        if inner is not None:
            yield from _from(line, first, inner[0] - 1, gazetteer)
            yield Piece(inner[1], last, inner[0])
            return
        end = _known_prefix(line, first, last, gazetteer)
        if end is None:
            end = _end_of_body(line, first, last, gazetteer)
        if end is None:
            yield Piece(first, last, first)
            return
        yield Piece(first, end, first)
        first = end + 1


def _pieces(behind: Behind, last: int, title: int) -> Iterator[Piece]:
    for first, end in behind.names:
        yield Piece(first, end, first)
    if behind.person is not None:
        yield Piece(behind.person, last, title)


def _after_title(line: Line, first: int, last: int) -> int:
    """Return the first token behind a title; ``first`` where the run begins with none."""
    words = line.words(first, last)
    count = 0
    for index, word in enumerate(words):
        if word in TITLES:
            count = index + 1
        elif word not in _TITLE_MODIFIERS:
            break
    if not count or count == len(words):
        return first + count
    rest = words[count:]
    if len(rest) > 2 and words[count - 1] in _OFFICERS and rest[-1] in ORGANIZATION_HEADS:
        return first + count
    if rest[-1] in ORGANIZATION_HEADS and not (
        len(rest) == 1 and words[count - 1] not in _WEAK_TITLES
    ):
        return first
    is_weak = count == 1 and words[0] in _WEAK_TITLES
    if is_weak and (rest[-1] in _HEADS or "of" in rest):
        return first
    return first + count


def _inner_title(line: Line, first: int, last: int, gazetteer: Gazetteer) -> tuple[int, int] | None:
    """Return where a title inside a run begins, and the name behind it.

    ``Oslo Deputy Mayor Ada Ek`` is a place and a person. A title that is also a given or
    family name, such as Dean, proves nothing.
    """
    for at in range(last - 1, first, -1):
        title = line.word(at)
        if title not in _INNER_TITLES or title in gazetteer.given or title in gazetteer.family:
            continue
        rest = line.words(at + 1, last)
        is_person = (
            len(rest) <= _MOST_NAMES
            and rest[-1] not in _HEADS
            and rest[0] not in TITLES
            and (len(rest) > 1 or rest[0] in gazetteer.family or rest[0] in gazetteer.given)
            and not any(_is_word(word, gazetteer) for word in rest[:-1])
            and rest[-1].lower() not in gazetteer.words
        )
        if not is_person:
            return None
        start = at
        while start > first + 1 and not gazetteer.knows(line.name(first, start - 1)):
            if line.word(start - 1) not in TITLES and line.word(start - 1) not in _TITLE_MODIFIERS:
                break
            start -= 1
        return start, at + 1
    return None


def _is_word(word: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a word is a common one and no family name, as Park is."""
    return word.lower() in gazetteer.words and word not in gazetteer.family_first


def _end_of_body(line: Line, first: int, last: int, gazetteer: Gazetteer) -> int | None:
    """Return the end of a body that a person's name stands behind: ``… Committee Ada Ek``."""
    for end in range(first + 1, last - 1):
        if line.word(end) not in ORGANIZATION_HEADS or last - end > _MOST_NAMES:
            continue
        rest = line.words(end + 1, last)
        is_name = rest[0] in gazetteer.given and not set(rest) & _HEADS
        if is_name and all(word.lower() not in gazetteer.words for word in rest):
            return end
    return None


def _known_prefix(line: Line, first: int, last: int, gazetteer: Gazetteer) -> int | None:
    """Return the end of a nationality or place that only stands before the rest of a run.

    ``Japanese Prime Minister …`` and ``North Korean Kim …`` are cut, ``Indian Navy`` is not.
    """
    for end in range(min(last - 1, first + _LONGEST_PREFIX - 1), first - 1, -1):
        name = line.name(first, end)
        is_people = name in gazetteer.demonyms or (name in gazetteer.peoples and end == first)
        if not is_people and name not in gazetteer.countries:
            continue
        if _after_title(line, end + 1, last) > end + 1:
            return end
        rest = line.words(end + 1, last)
        if is_people and not (set(rest) & _HEADS):
            return end
        if not is_people and gazetteer.knows(line.name(end + 1, last)):
            return end
        return None
    return None


def _only_opens(
    line: Line, first: int, last: int, gazetteer: Gazetteer, small: frozenset[str]
) -> bool:
    """Tell whether the first word has its capital only because it opens the sentence."""
    word = line.word(first)
    if word in TITLES or gazetteer.knows(word) or gazetteer.knows(line.name(first, last)):
        return False
    if word.lower() not in gazetteer.words:
        return False
    if word.lower() in small:
        return True
    if word in _TITLE_MODIFIERS:
        return False
    is_name = word in gazetteer.given or word in gazetteer.family
    if is_name and line.word(first + 1) not in _HEADS:
        return False
    return line.word(last) not in _HEADS or word.endswith(("ing", "ed", "ly"))


def _is_only_a_word(line: Line, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a lone first word describes the noun behind it: ``Young people left``."""
    word, after = line.word(index), line.word(index + 1)
    if word.lower() not in gazetteer.words or gazetteer.knows(word) or after in _VERBS:
        return False
    return after in _PERSONS or (after.endswith("s") and after in gazetteer.words)


def _between_words(line: Line, first: int, last: int, gazetteer: Gazetteer) -> Iterator[Piece]:
    """Yield what is no common word in a line where every word has a capital.

    There a capital proves nothing: a known name is taken, and stretches of words that
    no ordinary reader would find in a dictionary.
    """
    start = first
    index = first
    while index <= last:
        end = _known_here(line, index, last, gazetteer)
        is_word = line.word(index).lower() in gazetteer.words or line.word(index) in NEVER
        if end is None and not is_word and line.tokens[index][0].isalpha():
            index += 1
            continue
        if start < index:
            yield Piece(start, index - 1, start)
        if end is not None:
            yield Piece(index, end, index)
        index = start = (end if end is not None else index) + 1
    if start <= last:
        yield Piece(start, last, start)


def _known_here(line: Line, index: int, last: int, gazetteer: Gazetteer) -> int | None:
    for end in range(min(last, index + _LONGEST_PREFIX), index - 1, -1):
        name = line.name(index, end)
        if gazetteer.knows(name) and (end > index or name.lower() not in gazetteer.words):
            return end
        if line.case is Case.CAPS and gazetteer.knows(name.title()):
            return end
    return None

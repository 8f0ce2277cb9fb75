"""Governments and their organs: named plainly, by a capital, or in small letters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from casefile.extraction.rules.names.candidates import POSSESSIVES
from casefile.extraction.rules.names.classify import SPEAKING
from casefile.extraction.rules.names.drafts import Draft, Label
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.lexicon import section
from casefile.extraction.rules.words.tokens import Line

_DEEDS = SPEAKING | section("deed of a government")
_DEED_NOUNS = section("deed of a government, as a noun")
_DEEDS_TO = section("deed to a government")
_ENVOYS = section("who comes from a government")
_PREPOSITIONS = section("place preposition")
_ORGAN_HEADS = section("head of a governmental body")
_ORGAN_MODIFIERS = section("modifier of a governmental body")
_FIELDS = section("office of a governmental body")
_OWNERS_OF_OFFICES = frozenset({"minister", "president", "chancellor", "premier"})

_LONGEST_ORGAN = 7
"""Words of the longest body in small letters that is looked for."""


def governments(
    drafts: Sequence[Draft], lines: Sequence[Line], gazetteer: Gazetteer
) -> list[Draft]:
    """Join ``Japanese`` + ``government`` and ``government of`` + ``Japan`` into one body."""
    found = []
    for draft in drafts:
        line = lines[draft.line]
        after, before = line.word(draft.last + 1), line.word(draft.first - 2)
        if draft.label is Label.PEOPLE and after in ("government", "Government"):
            country = gazetteer.demonyms.get(draft.name)
            last, first = draft.last + 1, draft.first
        elif (
            draft.label is Label.PLACE
            and before in ("government", "Government")
            and line.word(draft.first - 1) == "of"
        ):
            country = gazetteer.countries.get(draft.name)
            last, first = draft.last, draft.first - 2
        else:
            country = None
        name = gazetteer.governments.get(country or "")
        if name is None:
            found.append(draft)
        else:
            found.append(Draft(draft.line, first, last, name, Label.ORGANIZATION, 5))
    return found


def organs(number: int, line: Line) -> Iterator[Draft]:
    """Yield bodies written small: ``the foreign ministry``, ``the prime minister's office``.

    Only what something definite stands before, an article or an owner, is a name.
    """
    for last, word in enumerate(line.tokens):
        if word == "office":
            first = _office(line, last)
        elif word in _ORGAN_HEADS:
            first = _organ(line, last)
        else:
            continue
        if first is not None:
            name = line.name(first, last)
            yield Draft(number, first, last, name, Label.ORGANIZATION, 2)


def _office(line: Line, last: int) -> int | None:
    if line.word(last - 1) in POSSESSIVES and line.word(last - 2) in _OWNERS_OF_OFFICES:
        first = last - 2
        return first - 1 if line.word(first - 1) == "prime" else first
    return None


def _organ(line: Line, last: int) -> int | None:
    """Return the first word of a body that ends at a head; None where it is not definite."""
    first = last
    while first > 0 and last - first < _LONGEST_ORGAN:
        word = line.word(first - 1)
        is_joined = word == "and" and first < last
        if not is_joined and word.lower() not in _ORGAN_MODIFIERS and not _is_region(word):
            break
        first -= 1
    while first < last and line.word(first) == "and":
        first += 1
    is_of_regions = "affairs" in line.words(first, last)
    while first < last and not is_of_regions and _is_region(line.word(first)):
        first += 1
    modifiers = line.words(first, last - 1)
    if not modifiers or not (
        modifiers[-1].lower() in _FIELDS or (len(modifiers) > 1 and "affairs" in modifiers)
    ):
        return None
    before = line.word(first - 1)
    is_definite = before in ("the", "The") or before in POSSESSIVES or _is_region(before)
    return first if is_definite else None


def _is_region(word: str) -> bool:
    return word[:1].isupper() and word.endswith(("an", "ern", "ese", "ish", "i"))


def is_metonym(draft: Draft, line: Line, gazetteer: Gazetteer) -> bool:
    """Tell whether a capital acts or is acted on as a government does.

    A capital where something takes place, or that somebody goes to, stays a place.
    """
    if draft.label is not Label.PLACE or draft.name not in gazetteer.seats:
        return False
    before, after = line.word(draft.first - 1), line.word(draft.last + 1)
    if before in _PREPOSITIONS:
        return before == "from" and line.word(draft.first - 2).lower() in _ENVOYS
    if after in POSSESSIVES:
        return bool({line.word(draft.last + 2), line.word(draft.last + 3)} & _DEED_NOUNS)
    if after in _DEEDS or before in _DEEDS_TO:
        return True
    return before in ("on", "for", "to") and line.word(draft.first - 2) in _DEED_NOUNS


def metonyms(
    drafts: Sequence[Draft], lines: Sequence[Line], gazetteer: Gazetteer
) -> set[tuple[int, int]]:
    """Return line and first token of the drafts that stand for a government.

    Of two capitals that ``and`` or a comma joins, what one is the other is.
    """
    found = {
        (draft.line, draft.first)
        for draft in drafts
        if is_metonym(draft, lines[draft.line], gazetteer)
    }
    pairs = [
        (left, right)
        for left, right in pairwise(drafts)
        if left.line == right.line
        and right.first - left.last == 2
        and lines[left.line].word(left.last + 1) in ("and", ",", "or")
        and left.name in gazetteer.seats
        and right.name in gazetteer.seats
    ]
    for left, right in (*pairs, *reversed(pairs)):
        places = {(left.line, left.first), (right.line, right.first)}
        if places & found:
            found |= places
    return found


def halves(drafts: Sequence[Draft], lines: Sequence[Line], gazetteer: Gazetteer) -> Iterator[Draft]:
    """Yield ``the North`` and ``the South`` where the article speaks of Korea."""
    shown = {
        gazetteer.countries.get(draft.name) or gazetteer.demonyms.get(draft.name)
        for draft in drafts
    }
    if not shown & {"North Korea", "South Korea"}:
        return
    taken = _taken(draft for draft in drafts if draft.label is not Label.NOTHING)
    for number, line in enumerate(lines):
        for index, word in enumerate(line.tokens):
            if word not in ("North", "South") or line.word(index - 1) not in ("the", "The"):
                continue
            if (number, index) in taken or line.is_capitalised(index + 1):
                continue
            name = f"{word} Korea"
            yield Draft(number, index - 1, index, name, Label.PLACE, 2)


def with_more(drafts: Sequence[Draft], more: Sequence[Draft]) -> list[Draft]:
    """Return both lists in order; what was read as nothing, or lies inside, gives way."""
    if not more:
        return list(drafts)
    claimed = {place: draft for draft in more for place in _places(draft)}
    kept = [draft for draft in drafts if not _gives_way(draft, claimed)]
    taken = _taken(draft for draft in kept)
    free = [draft for draft in more if taken.isdisjoint(_places(draft))]
    return sorted([*kept, *free], key=lambda draft: (draft.line, draft.first))


def _gives_way(draft: Draft, claimed: Mapping[tuple[int, int], Draft]) -> bool:
    rival = claimed.get((draft.line, draft.first))
    if rival is None:
        return False
    is_inside = rival.first <= draft.first and draft.last <= rival.last
    return is_inside and draft.label in (Label.NOTHING, Label.PEOPLE)


def _places(draft: Draft) -> list[tuple[int, int]]:
    return [(draft.line, index) for index in range(draft.first, draft.last + 1)]


def _taken(drafts: Iterable[Draft]) -> set[tuple[int, int]]:
    return {place for draft in drafts for place in _places(draft)}

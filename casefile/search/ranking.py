"""How well a name fits what was typed: exact before begun before typo before sound."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from types import ModuleType
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from casefile.core.folding import fold
from casefile.search.features import CJK_CHARACTER, spelling
from casefile.search.hopes import hopeful
from casefile.search.sounds import respelt, skeleton, skeletons, sounds
from casefile.search.weights import (
    BEGUN,
    BEGUN_SHARE,
    HEARD_BONES,
    HEARD_LESS,
    HEARD_LETTERS,
    HEARD_SAME,
    HEARD_SOUND,
    SPELT_BONES,
    SPELT_LETTERS,
)

EXACT, BEGINS, WORDS = 100.0, 96.0, 92.0
"""Points of a name that is what was typed, begins so, or has all the words."""

READ_SO = 86.0
"""Points of a name that is read as the Chinese characters or kana that were typed."""

LOWEST = 55.0
"""Points below which hits are noise (tests/search/test_ranking.py)."""

_ALIKE = 70.0
"""Points of a name of likeness 1; the best likeness is 1.25."""

MOST_ALIKE = 87.5
"""Points that no name exceeds which is only like what was typed."""

LIKE_IT = 64.0
"""Points of a name that is so like it that nothing else is meant: with two typos."""

_COMPARED, _COMPARED_FOR_EACH = 100, 2
"""Names that are compared in full: those that share most features and sound most alike.

At most, and for each that is wanted.
"""

_MOST_OF_CJK = 0.33
"""Part of the likeness of a name in CJK characters that its letters and sound give at most."""

_place, _points = itemgetter(0), itemgetter(1)

Parts = tuple[str, str, str]
"""The words of a name, a tab, its sound."""


class Fit(NamedTuple):
    """How a name fits."""

    place: int
    """Of the name in the row that was given."""
    points: float
    """0 to 100."""
    is_heard: bool
    """Whether it sounds like what was typed, rather than being spelt like it."""


@dataclass(frozen=True)
class Asked:
    """A query, in all the forms in which names are compared with it."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in Latin letters."""
        return spelling(self.text).words

    @cached_property
    def line(self) -> str:
        """The words with a blank between them."""
        return " ".join(self.words)

    @cached_property
    def joined(self) -> str:
        """The words without a blank between them."""
        return "".join(self.words)

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """The words as they stand after a blank, the longest first."""
        return tuple(f" {word}" for word in sorted(self.words, key=len, reverse=True))

    @cached_property
    def is_cjk(self) -> bool:
        """Whether its characters say more than their romanisation."""
        return bool(CJK_CHARACTER.search(self.text))

    @cached_property
    def orders(self) -> list[tuple[str, str, str]]:
        """Letters, sound and skeleton, with the words in the orders that are tried."""
        words = list(self.words)
        orders = [words]
        if len(words) == 2:
            orders.append(words[::-1])
        elif len(words) > 2:
            orders += [words[1:] + words[:1], words[-1:] + words[:-1]]
        found = []
        for order in orders:
            sound = "".join(sounds(order))
            found.append(("".join(order), sound, skeleton(sound)))
        return found

    @cached_property
    def other_sounds(self) -> list[str]:
        """The sound as other romanisations would write it."""
        return ["".join(sounds(other)) for other in respelt(self.words)]


def standing(asked: Asked, forms: Sequence[str]) -> dict[int, float]:
    """Return the points of the names in which all that was typed stands, by their places.

    Args:
        asked: The query; in characters that say more than Latin letters there are none.
        forms: Of each name its words and its sound, with a tab between.
    """
    found = {}
    for place, form in () if asked.is_cjk else enumerate(forms):
        if points := _as_typed(asked, form.partition("\t")[0]):
            found[place] = points
    return found


def ranked(
    asked: Asked,
    forms: Sequence[str],
    shares: Sequence[float],
    *,
    stand: Mapping[int, float],
    most: int,
    lowest: float = 0.0,
) -> list[Fit]:
    """Return how the names fit, best first, at most so many; equal ones in the given order.

    Args:
        asked: The query.
        forms: Of each name its words and its sound, with a tab between.
        shares: Which part of the query's features each name has, 0 to 1.
        stand: What :func:`standing` gives of the names.
        most: How many to return.
        lowest: Names with fewer points are left out, but for those that may be settled higher.
    """
    fits = [Fit(place, points, False) for place, points in stand.items() if points >= lowest]
    if len(stand) < most:
        parts = [form.partition("\t") for form in forms]
        others = [place for place in range(len(forms)) if place not in stand]
        compared = min(_COMPARED, _COMPARED_FOR_EACH * most)
        likely = _likely(asked, parts, shares, others, most=compared)
        likely = _hopeful(asked, parts, shares, likely, lowest=lowest)
        alike = _alike(asked, parts, shares, likely)
        fits += [fit for fit in alike if fit.points >= lowest or may_rise(asked, fit, shares)]
    fits.sort(key=_place)
    fits.sort(key=_points, reverse=True)
    return fits[:most]


def may_rise(asked: Asked, fit: Fit, shares: Sequence[float]) -> bool:
    """Tell whether a fit may have more points when it is :func:`settled`."""
    return shares[fit.place] == 1 if asked.is_cjk else fit.points >= EXACT - 1


def _likely(
    asked: Asked,
    parts: Sequence[Parts],
    shares: Sequence[float],
    places: Sequence[int],
    *,
    most: int,
) -> list[int]:
    """Return the places of those that are worth a full comparison, in order, so many."""
    if len(places) <= most:
        return list(places)
    heard = _scores(Indel, asked.orders[0][1], [parts[at][2] for at in places])
    worth = [shares[at] + 0.7 * alike for at, alike in zip(places, heard, strict=True)]
    first = sorted(range(len(worth)), key=worth.__getitem__, reverse=True)
    return sorted(places[at] for at in first[:most])


def _hopeful(
    asked: Asked,
    parts: Sequence[Parts],
    shares: Sequence[float],
    places: list[int],
    *,
    lowest: float,
) -> list[int]:
    """Return the places of the names that may have so many points, and of few others."""
    if not places:
        return places
    letters = [parts[at][0].replace(" ", "") for at in places]
    first = asked.orders[0][0]
    if asked.is_cjk:
        least = lowest / _ALIKE - _MOST_OF_CJK
        return [
            at
            for at, name in zip(places, letters, strict=True)
            if shares[at] >= least or name == first
        ]
    needed = [lowest / _ALIKE - 0.196 * shares[at] for at in places]
    heard_as = [parts[at][2] for at in places]
    word = asked.words[0] if asked.words else ""
    found = hopeful(asked.orders, asked.other_sounds, letters, heard_as, needed)
    found.update(at for at, name in enumerate(letters) if word in name)
    return [places[at] for at in sorted(found)]


def _alike(
    asked: Asked, parts: Sequence[Parts], shares: Sequence[float], places: Sequence[int]
) -> list[Fit]:
    """Return the fit of the names at some places by their letters and their sounds."""
    letters = [parts[at][0].replace(" ", "") for at in places]
    spelt, heard = _by_letters_and_sound(asked, letters, [parts[at][2] for at in places])
    first = asked.orders[0][0]
    length = len(first)
    begun = _scores(OSA, first, [name[:length] for name in letters])
    word = asked.words[0] if asked.words else ""
    found = []
    for place, name, one, other, third in zip(places, letters, spelt, heard, begun, strict=True):
        third *= BEGUN + BEGUN_SHARE * min(1.0, length / (len(name) or 1))
        likeness = max(one, other, third)
        is_heard = other > one and other > third
        if not asked.is_cjk:
            points = _ALIKE * (likeness + 0.196 * shares[place])
            if word in name and (surely := _as_typed(asked, parts[place][0])):
                points, is_heard = surely, False
        else:
            # The characters count: that others are read alike says little.
            points = _ALIKE * (0.3 * likeness + shares[place])
            if name == first and points < READ_SO:
                points, is_heard = READ_SO, True
        found.append(Fit(place, points, is_heard))
    return found


def _by_letters_and_sound(
    asked: Asked, letters: Sequence[str], heard_as: Sequence[str]
) -> tuple[list[float], list[float]]:
    """Return the likeness of names by letters and by sound, 0 to 1.06, in the best order."""
    spelt, heard = [0.0] * len(letters), [0.0] * len(letters)
    bones = skeletons(heard_as)
    for at, (typed, typed_sound, typed_bones) in enumerate(asked.orders):
        by_letters = _scores(OSA, typed, letters)
        by_bones = _scores(Indel, typed_bones, bones)
        by_sound = _scores(Indel, typed_sound, heard_as)
        for other in () if at else asked.other_sounds:
            by_sound = list(map(max, by_sound, _scores(Indel, other, heard_as)))
        less = 0.02 if at else 0.0
        rows = list(zip(by_letters, by_sound, by_bones, strict=True))
        spelt = list(
            map(max, spelt, [SPELT_LETTERS * a + SPELT_BONES * c - less for a, _, c in rows])
        )
        by_ear = [
            HEARD_LETTERS * a
            + HEARD_SOUND * b
            + HEARD_BONES * c
            - HEARD_LESS
            - less
            + (HEARD_SAME if b == 1 else 0.0)
            for a, b, c in rows
        ]
        heard = list(map(max, heard, by_ear))
    return spelt, heard


def _scores(scorer: ModuleType, typed: str, names: Sequence[str]) -> list[float]:
    """Return how alike names are, 0 to 1, in their order; one call for all is twice as fast.

    Not ``extract_iter``: it leaves a cycle behind that holds the names.
    """
    found = [0.0] * len(names)
    for _, alike, at in process.extract(
        typed, names, scorer=scorer.normalized_similarity, limit=None
    ):
        found[at] = alike
    return found


def _as_typed(asked: Asked, name: str) -> float:
    """Return the points of a name that begins with what was typed, or has all its words begun.

    Each word that was typed begins another word of the name; 0 where one does not.
    """
    begun = asked.line
    if name.startswith(begun):
        return EXACT - 1 if name == begun else BEGINS - _longer(name, begun)
    if asked.joined[:1] == name[:1] and name.replace(" ", "") == asked.joined:
        return BEGINS
    after_blanks = f" {name}"
    for word in asked.beginnings:  # Of most names one is missing: this is quickly seen.
        if word not in after_blanks:
            return 0.0
    left = name.split()
    for word in asked.words:
        at = next((at for at, other in enumerate(left) if other.startswith(word)), None)
        if at is None:
            return 0.0
        del left[at]
    return WORDS - _longer(name, begun)


def _longer(name: str, begun: str) -> float:
    """Return the points that the letters beyond those typed take off a name."""
    return min(10.0, max(0, len(name) - len(begun)) / 10)


def settled(asked: Asked, text: str, fit: Fit) -> Fit:
    """Return the fit of a name now that its text is known in its own script."""
    if not asked.is_cjk and fit.points < EXACT - 1:
        return fit
    typed, name = fold(asked.text), fold(text)
    if typed == name:
        return Fit(fit.place, EXACT, False)
    if asked.is_cjk and typed in name:
        base = BEGINS if name.startswith(typed) else WORDS
        return Fit(fit.place, base - min(10.0, (len(name) - len(typed)) / 10), False)
    return fit

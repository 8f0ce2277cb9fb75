"""Which articles are about one story, and which passages tell one thing: likeness of words.

Names and numbers weigh most: they tell similar stories apart. A word weighs the same
whatever else is in the case, so what was judged of two articles stands when a third
comes, and nothing depends on the order in which they came.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from math import fsum, log, sqrt

from casefile.linking.eventwords import families_of
from casefile.linking.lists import section
from casefile.model.words import EventKind

Profile = Mapping[str, float]
"""Weights of the words of a text, as a vector of length 1; empty for a text without any."""

STORY = 0.2
"""Likeness from which two articles are about one story.

Set on topics 1 to 35 of ECB+ (Cybulska and Vossen 2014): average-link clusters of articles
at 0.18 to 0.2 come nearest to the true ones. Articles on different happenings of one kind
lie below it, reprints above 0.5.
"""

_MOST = 0.6
"""Likeness beyond which more of it says nothing more: the articles copy each other."""

_PASSAGE = 0.4
"""What the likeness of two passages counts beside that of their articles; set as STORY."""

_AS_ONE = 0.45
"""How alike two tellings with one event word must be to be of one event; set as STORY."""

_SPOKEN = 0.3
"""How much more alike two statements must be told; set as STORY."""

_NAME = 4.0
"""How many times as much a name or a number weighs as another word; set as STORY."""

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Wording:
    """How something is told: the words of an article, and of its passages on it."""

    article: Profile
    passages: tuple[Profile, ...]


def names_in(text: str) -> frozenset[str]:
    """Return the words that the text writes with a capital wherever they stand, folded."""
    words = _WORD.findall(text)
    small = {word for word in words if word[0].islower()}
    return frozenset(word.lower() for word in words if word[0].isupper()) - small


def profile(text: str, names: Set[str]) -> Profile:
    """Return the weights of the words of a text or a passage.

    Args:
        text: The article, or a passage of it.
        names: :func:`names_in` of the whole article: a passage is too short to tell.
    """
    counts = Counter(word.lower() for word in _WORD.findall(text) if _tells(word))
    weights = {
        word: (1 + log(count)) * (_NAME if word in names or word[0].isdigit() else 1.0)
        for word, count in counts.items()
        if word not in _common()
    }
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}


def content(text: str, names: Set[str]) -> Profile:
    """Return what a passage says beside who: its words without the names, all of one weight."""
    words = {word.lower() for word in _WORD.findall(text) if _tells(word)} - _common() - names
    return dict.fromkeys(words, 1 / sqrt(len(words))) if words else {}


def alike(one: Profile, other: Profile) -> float:
    """Return the cosine of two profiles, 0 to 1."""
    few, many = sorted((one, other), key=len)
    return fsum(weight * many[word] for word, weight in few.items() if word in many)


def one_story(one: Wording, other: Wording) -> bool:
    """Tell whether two articles are about one story."""
    return alike(one.article, other.article) >= STORY


def most_alike(some: Iterable[Profile], others: Sequence[Profile]) -> float:
    """Return the likeness of the two profiles that are most alike, 0 to 1."""
    pairs = ((one, other) for one in some for other in others)
    return max((alike(one, other) for one, other in pairs), default=0.0)


def told_alike(one: Wording, other: Wording) -> float:
    """Return how alike two passages are told, 0 to 1; 0 where the articles are not one story."""
    story = alike(one.article, other.article)
    if story < STORY:
        return 0.0
    return min(story, _MOST) + _PASSAGE * most_alike(one.passages, other.passages)


def told_as_one(one: Wording, other: Wording, *, word: str) -> float:
    """Return how alike two tellings are whose event word is one; 0 where they are two.

    What somebody says in two articles of one story is often not one statement, so
    statements must be told more alike than what happens.
    """
    told = told_alike(one, other)
    return told if told >= _AS_ONE + (_SPOKEN if word in _speech() else 0.0) else 0.0


def _tells(word: str) -> bool:
    return len(word) > 2 or (len(word) == 2 and word.isdigit())


@cache
def _speech() -> frozenset[str]:
    return families_of(EventKind.STATEMENT)


@cache
def _common() -> frozenset[str]:
    return section("commonwords.txt", "common")

"""Features by which a name is found although it is typed, heard or romanised otherwise.

A feature is a column of the index or several: pairs of neighbouring letters of the
name without its spaces (so that joined and split spellings agree), beginnings of
words, triples of the consonant skeleton, skeletons and sounds of words, the sound of
the whole, CJK characters and their pairs. A typo changes a few and leaves the rest,
so counting shared features finds the name; the ranking decides. Length, weight and
kind are features, too, to choose among many.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from casefile.core.folding import CJK
from casefile.model.words import Kind
from casefile.search.columns import (
    BONES,
    LENGTH,
    OF,
    PAIR,
    SIGN,
    SIGN_LENGTH,
    SIGN_OF,
    SOUND,
    START,
    START2,
    TRIPLE,
    WEIGHT,
    columns,
    several,
)
from casefile.search.scripts import romanised
from casefile.search.sounds import respelt, skeleton, sounds

LONGEST = 120
"""Letters of a name or query that are looked at; titles may be longer."""

LONGEST_SOUND = 120
"""Letters of a sound form that are kept: with LONGEST, 256 names fit a page of 64 KiB."""

LONGEST_COUNTED = 48
"""Letters after which longer names are all of one length."""

HEAVIEST = 15
"""Weights from 2 to the power of 14 on are one class."""

INDEXED = (Kind.SOURCE, Kind.ENTITY, Kind.EVENT)
"""Things that are found by names."""

CJK_CHARACTER = re.compile(f"[{CJK}]")

LENGTHS = [LENGTH | letters for letters in range(LONGEST_COUNTED + 1)]
"""Columns of names of 0 letters, 1 letter ..."""

SIGN_LENGTHS = [SIGN_LENGTH | letters for letters in range(LONGEST_COUNTED + 1)]
"""The same of the names with CJK characters."""

_KINDS = {kind: number for number, kind in enumerate(INDEXED)}
_APOSTROPHES = re.compile("['\"`´ʻʼ’‘ʿʾ]")
_NOT_LETTERS = re.compile("[^a-z0-9]+")
_CJK_RUNS = re.compile("([\u3400-\u9fff\uf900-\ufaff]+|[\uac00-\ud7af]+)")

_IN_ALL, _IN_WORD, _IN_SIGN = 3, 2, 3
"""Columns of the sound of a whole name, of the sound of a word, and of a CJK character."""

_KEPT_WORDS = 8_192
"""Words whose features are kept in memory: about 4 MB; names repeat their words."""

Feature = tuple[int, ...]
"""The columns that a name with the feature holds, all of them."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name or query in Latin letters, and how it sounds."""

    words: tuple[str, ...]
    sound: str

    @property
    def letters(self) -> str:
        """All letters, without spaces."""
        return "".join(self.words)


def latin_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower-case ASCII letters and digits.

    Accents and apostrophes are dropped, other scripts romanised, runs of Han and of
    Hangul set apart.
    """
    text = text[: LONGEST * 2]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        if CJK_CHARACTER.search(text):
            text = _CJK_RUNS.sub(r" \1 ", text)
        text = romanised(_APOSTROPHES.sub("", text))
    plain = _APOSTROPHES.sub("", text.lower())
    return tuple(_NOT_LETTERS.sub(" ", plain)[:LONGEST].split())


def spelling(text: str) -> Spelling:
    """Return a name or query as the index compares it."""
    words = latin_words(text)
    return Spelling(words, "".join(sounds(words))[:LONGEST_SOUND])


def of_name(kind: Kind, text: str, weight: int) -> tuple[str, frozenset[int]]:
    """Return what the index holds of a name: words and sound with a tab between, and columns."""
    words = latin_words(text)
    joined, heard = "".join(words), sounds(words)
    sound = "".join(heard)
    length = min(LONGEST_COUNTED, len(joined))
    found = {of_kind(kind), of_weight(weight), LENGTH | length, *pairs(joined)}
    for word in words:
        found |= _kept_starts(word)
    for one in heard:
        found |= _of_sound(one)
    if heard:
        found |= _triples(sound)
        found.update(_whole(sound))
    if signs := set[int]().union(*_signs(text)):
        found |= {*signs, SIGN_OF | _KINDS[kind], SIGN_LENGTH | length}
    return f"{' '.join(words)}\t{sound[:LONGEST_SOUND]}", frozenset(found)


@lru_cache(maxsize=8)
def of_query(text: str) -> tuple[Feature, ...]:
    """Return the features to look for; of a word of one letter only that it begins a word.

    Of CJK characters alone only themselves: how they are read is another query.
    """
    words = latin_words(text) if CJK_CHARACTER.sub("", text).strip() else ()
    single: set[int] = set()
    run = ""
    for word in [*words, ""]:
        if word:
            single |= _starts(word)
        if len(word) > 1:
            run += word
        else:
            single |= pairs(run)
            run = ""
    found = set(_signs(text))
    if words:
        heard = sounds(words)
        single |= _triples("".join(heard))
        single |= {columns(BONES)[bones] for bones in map(skeleton, heard) if len(bones) > 1}
        for other in [heard, *map(sounds, respelt(words))]:
            found |= {several(SOUND, one, _IN_WORD) for one in other if len(one) > 1}
            found.add(_whole("".join(other)))
    return tuple(sorted({(column,) for column in single} | found))


def of_sound(text: str) -> Feature:
    """Return the columns of a name that sounds as a whole as this one does.

    Few others hold them all: of a million some hundred would hold those of the sound alone.
    """
    sound = "".join(sounds(latin_words(text)))
    return (*_whole(sound), *_triples(sound))


def held_by(words: Iterable[str]) -> set[int]:
    """Return the columns of a name in which each of these words begins a word, as typed."""
    found: set[int] = set()
    for word in words:
        found |= pairs(word) | _starts(word)
    return found


def of_kind(kind: Kind, *, of_signs: bool = False) -> int:
    """Return the column of the names of one kind of thing; or of those with CJK characters."""
    return (SIGN_OF if of_signs else OF) | _KINDS[kind]


def of_weight(weight: int) -> int:
    """Return the column of names of about this weight: each class is twice the one before."""
    return WEIGHT | min(HEAVIEST, max(0, weight).bit_length())


def pairs(joined: str) -> set[int]:
    """Return the columns of neighbouring letters."""
    known = columns(PAIR)
    return {known[joined[at : at + 2]] for at in range(len(joined) - 1)}


def _starts(word: str) -> frozenset[int]:
    first = columns(START)[word[0]]
    return frozenset((first, columns(START2)[word[:2]])) if word[1:] else frozenset((first,))


_kept_starts = lru_cache(maxsize=_KEPT_WORDS)(_starts)
"""For names, which repeat their words; of what is typed nothing is worth keeping."""


@lru_cache(maxsize=_KEPT_WORDS)
def _of_sound(heard: str) -> frozenset[int]:
    bones = skeleton(heard)
    known = several(SOUND, heard, _IN_WORD)
    return frozenset((*known, columns(BONES)[bones]) if bones else known)


def _whole(sound: str) -> Feature:
    return several(SOUND, f"^{sound}$", _IN_ALL)


def _triples(sound: str) -> set[int]:
    known = columns(TRIPLE)
    row = f"^{skeleton(sound)}$"
    return {known[row[at : at + 3]] for at in range(len(row) - 2)}


def _signs(text: str) -> Iterable[Feature]:
    if text.isascii():
        return
    signs = CJK_CHARACTER.findall(unicodedata.normalize("NFKC", text[:LONGEST]))
    for sign in signs:
        yield several(SIGN, sign, _IN_SIGN)
    for a, b in pairwise(signs):
        yield several(SIGN, a + b, _IN_WORD)

"""Features by which a name is found although it is typed, heard or romanised otherwise.

A feature is a number, its kind in the high bits: pairs of neighbouring letters of
the name without its spaces (so that joined and split spellings agree), pairs one
apart, beginnings of words, triples of the consonant skeleton, skeletons and sounds
of words, the sound of the whole, CJK characters and their pairs. A typo changes a
few and leaves the rest, so counting shared features finds the name; the ranking
decides. Length, weight and kind are features, too, to choose among many.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from casefile.core.folding import CJK
from casefile.model.words import Kind
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

_KIND = 1 << 24
PAIR, START, START2, TRIPLE, BONES, SIGN, APART, WORD, WHOLE, LENGTH, WEIGHT, OF = (
    number * _KIND for number in range(12)
)

INDEXED = (Kind.SOURCE, Kind.ENTITY, Kind.EVENT)
"""Things that are found by names."""

CJK_CHARACTER = re.compile(f"[{CJK}]")

_KINDS = {kind: OF | number for number, kind in enumerate(INDEXED)}
_LETTER = {letter: at for at, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789")}
_BONE = {bone: at for at, bone in enumerate("^$AKSTPMNR0123456789")}
_APOSTROPHES = re.compile("['\"`´ʻʼ’‘ʿʾ]")
_NOT_LETTERS = re.compile("[^a-z0-9]+")
_CJK_RUNS = re.compile("([\u3400-\u9fff\uf900-\ufaff]+|[\uac00-\ud7af]+)")

_MUCH_TYPED = 13
"""Letters of a query that has pairs enough: pairs one apart add no recall, only cost."""


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
    """Return what the index holds of a name: words and sound with a tab between, and features."""
    spelt = spelling(text)
    joined = spelt.letters
    own = {_KINDS[kind], of_weight(weight), of_length(len(joined))}
    features = _of_words(spelt.words) | pairs(joined) | _apart(joined) | _signs(text)
    return f"{' '.join(spelt.words)}\t{spelt.sound}", frozenset(features | own)


@lru_cache(maxsize=8)
def of_query(text: str) -> frozenset[int]:
    """Return the features to look for; of a word of one letter only that it begins a word."""
    words = latin_words(text)
    joined = "".join(words)
    features = _of_words(words, is_query=True) | _signs(text)
    run = ""
    for word in [*words, ""]:
        if len(word) > 1:
            run += word
        else:
            features |= pairs(run)
            run = ""
    if len(joined) <= _MUCH_TYPED:
        features |= _apart(joined)
    for other in respelt(words):
        features |= _sounded(sounds(other), shortest=2)
    return frozenset(features)


def as_typed(words: Iterable[str]) -> set[int]:
    """Return the features of a name in which each of these words begins a word, as typed."""
    features: set[int] = set()
    for word in words:
        features |= pairs(word) | _starts(word)
    return features


def kind_of(feature: int) -> int:
    """Return which of the kinds (PAIR, START ...) a feature is."""
    return feature & -_KIND


def of_kind(kind: Kind) -> int:
    """Return the feature of the names of one kind of thing."""
    return _KINDS[kind]


def of_weight(weight: int) -> int:
    """Return the feature of names of about this weight: each class is twice the one before."""
    return WEIGHT | min(HEAVIEST, max(0, weight).bit_length())


def of_length(letters: int) -> int:
    """Return the feature of names of this many letters."""
    return LENGTH | min(LONGEST_COUNTED, letters)


def pairs(joined: str) -> set[int]:
    """Return the features of neighbouring letters."""
    return {PAIR | _LETTER[a] * 36 + _LETTER[b] for a, b in pairwise(joined)}


def _apart(joined: str) -> set[int]:
    return {APART | _LETTER[a] * 36 + _LETTER[b] for a, b in zip(joined, joined[2:], strict=False)}


def _starts(word: str) -> set[int]:
    first = START | _LETTER[word[0]]
    return {first, START2 | _LETTER[word[0]] * 36 + _LETTER[word[1]]} if word[1:] else {first}


def _of_words(words: Sequence[str], *, is_query: bool = False) -> set[int]:
    if not words:
        return set()
    shortest = 2 if is_query else 1
    heard = sounds(words)
    features = _sounded(heard, shortest=shortest)
    bones = [skeleton(one) for one in heard]
    features |= {BONES | _hash(one, 16) for one in bones if len(one) >= shortest}
    for word in words:
        features |= _starts(word)
    row = [_BONE[bone] for bone in f"^{skeleton(''.join(heard))}$"]
    return features | {
        TRIPLE | (a * 20 + b) * 20 + c for a, b, c in zip(row, row[1:], row[2:], strict=False)
    }


def _sounded(heard: Sequence[str], *, shortest: int) -> set[int]:
    features = {WORD | _hash(one, 20) for one in heard if len(one) >= shortest}
    return features | {WHOLE | _hash("".join(heard), 24)}


def _signs(text: str) -> set[int]:
    if text.isascii():
        return set()
    signs = CJK_CHARACTER.findall(unicodedata.normalize("NFKC", text[:LONGEST]))
    alone = {SIGN | ord(sign) for sign in signs}
    return alone | {SIGN | 1 << 20 | _hash(a + b, 20) for a, b in pairwise(signs)}


def _hash(text: str, bits: int) -> int:
    return crc32(text.encode()) & (1 << bits) - 1

"""Which letters of a name are those that were typed: what a result shows highlighted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, islice, pairwise
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.distance import OSA, Indel

from casefile.core.folding import fold, latin
from casefile.core.graphemes import signs, whole
from casefile.search.linesounds import is_heard, may_be_heard
from casefile.search.sounds import sounds

Ranges = tuple[tuple[int, int], ...]
"""Code points of a text, in order, not overlapping, no sign cut in two."""

_ALIKE = 0.6
"""Likeness of two words, 0 to 1, from which one is the other mistyped."""

_MOST_HEARD = 12
"""Words of a text up to which it is looked for what only sounds so."""

_KEPT_LABELS, _KEPT_SOUNDS, _KEPT_PLACES = 256, 128, 512
"""Texts whose words, how these sound, and places of words in texts that are kept.

At the next key mostly the same are shown, and most words of the line are what they were.
"""

_likeness = itemgetter(0)

_ASCII_WORD = re.compile("[a-z0-9]+")

_VANISHING = frozenset("'`")
"""Signs of ASCII that folding drops without parting two words."""


class _Word(NamedTuple):
    """A word of the text in one script: the letters to compare, and where each stands."""

    key: str
    starts: Sequence[int]
    """For each letter of the key where the sign begins that it comes from, in code points."""
    ends: Sequence[int]
    """And where that ends."""

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of the text that some of the letters come from."""
        return self.starts[start], self.ends[end - 1]

    @property
    def all(self) -> tuple[int, int]:
        """Return the code points of the whole word."""
        return self.range(0, len(self.key))


def matched(query: str, text: str) -> Ranges:
    """Return the ranges of a text to highlight for a folded query.

    Of each word typed: the words of the text that begin so, in their own or in Latin letters;
    else three letters or more, wherever they stand; else the words that are like it. Where one
    is not found so, the words that sound as the query does as well.
    """
    if not query:
        return ()
    found: set[tuple[int, int]] = set()
    is_whole = True
    for forms in _typed(query):
        places = _of_word(forms, text)
        found.update(places)
        is_whole = is_whole and bool(places)
    if not is_whole:
        words = _words(text)
        found.update(_over_words(query.replace(" ", ""), words))
        found.update(_heard(query, text, words))
    return joined(whole(text, start, end) for start, end in found)


@lru_cache(maxsize=8)
def _typed(query: str) -> tuple[tuple[str, ...], ...]:
    """Return each word that was typed, in its own and in Latin letters."""
    return tuple(
        tuple(dict.fromkeys(form for form in (word, latin(word)) if form))
        for word in dict.fromkeys(query.split())
    )


def joined(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Return ranges in order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


@lru_cache(maxsize=_KEPT_PLACES)
def _of_word(forms: tuple[str, ...], text: str) -> tuple[tuple[int, int], ...]:
    """Return where a word that was typed, in one form or the other, stands in a text."""
    words = _words(text)
    # What is in Latin letters stands in both rows, once.
    scripts = [words] if text.isascii() else [words, _words(text, in_latin=True)]
    for way in (_begun, _over_words, _held, _alike):
        if found := [one for words in scripts for form in forms for one in way(form, words)]:
            return tuple(found)
    return ()


def _begun(form: str, words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    return (word.range(0, len(form)) for word in words if word.key.startswith(form))


def _over_words(form: str, words: Sequence[_Word]) -> Iterable[tuple[int, int]]:
    """Return where words are joined in what was typed: ``solmi`` for ``Sol Mi``."""
    keys = "".join([word.key for word in words])
    if form not in keys:
        return ()
    starts = list(chain.from_iterable(word.starts for word in words))
    ends = list(chain.from_iterable(word.ends for word in words))
    begins = accumulate((len(word.key) for word in words), initial=0)
    return (
        (starts[at], ends[at + len(form) - 1])
        for at in begins
        if len(form) > 1 and keys.startswith(form, at)
    )


def _held(form: str, words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    if len(form) < 3 and form.isascii():
        return
    for word in words:
        at = word.key.find(form)
        if at >= 0:
            yield word.range(at, at + len(form))


def _alike(form: str, words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    if len(form) > 2:
        for word in words:
            if OSA.normalized_similarity(form, word.key) >= _ALIKE:
                yield word.all


def _heard(query: str, text: str, words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """Yield the neighbouring words that sound most as the query does, the fewest of them."""
    if len(words) > _MOST_HEARD:
        return
    wanted = "".join(sounds(latin(query).split()))
    spoken = _spoken(text)
    if not may_be_heard(query, [run.heard for run in spoken]):
        return
    runs = [
        (Indel.normalized_similarity(wanted, run.sound), run.heard, run.place) for run in spoken
    ]
    runs.sort(key=_likeness, reverse=True)
    # The first that is heard is the one; to ask takes longer than to compare.
    heard_so = (place for likeness, heard, place in runs if likeness and is_heard(query, heard))
    yield from islice(heard_so, 1)


class _Run(NamedTuple):
    """Neighbouring words of a text."""

    heard: tuple[str, ...]
    """How each sounds."""
    sound: str
    """How they sound together."""
    place: tuple[int, int]


@lru_cache(maxsize=_KEPT_SOUNDS)
def _spoken(text: str) -> list[_Run]:
    """Return all neighbouring words of a text, the fewest first."""
    ranges = [word.all for word in _words(text)]
    latins = [_latin_words(text[start:end]) for start, end in ranges]
    runs = []
    for size in range(1, len(ranges) + 1):
        for at in range(len(ranges) - size + 1):
            heard = tuple(sounds([one for row in latins[at : at + size] for one in row]))
            place = ranges[at][0], ranges[at + size - 1][1]
            runs.append(_Run(heard, "".join(heard), place))
    return runs


@lru_cache(maxsize=4096)
def _latin_words(word: str) -> tuple[str, ...]:
    return tuple(latin(word).split())


@lru_cache(maxsize=_KEPT_LABELS)
def _words(text: str, *, in_latin: bool = False) -> tuple[_Word, ...]:
    """Return the words of a text as folding cuts it."""
    if text.isascii() and _VANISHING.isdisjoint(text):
        return tuple(
            _Word(found[0], range(*found.span()), range(found.start() + 1, found.end() + 1))
            for found in _ASCII_WORD.finditer(text.lower())
        )
    of = _latin_key if in_latin else _key
    keyed = [(of(text[start:end]), (start, end)) for start, end in signs(text)]
    ends = [at for at, (key, _) in enumerate(keyed) if key == " "]
    words = []
    for before, end in pairwise([-1, *ends, len(keyed)]):
        row = [(key, place) for key, place in keyed[before + 1 : end] if key]
        if row:
            starts, ends_of = zip(*(place for key, place in row for _ in key), strict=True)
            words.append(_Word("".join(key for key, _ in row), starts, ends_of))
    return tuple(words)


@lru_cache(maxsize=4096)
def _key(sign: str) -> str:
    """Return the letters that folding makes of a sign; a blank where it parts two words."""
    # Between letters folding shows which it is: an apostrophe vanishes, a hyphen parts.
    inner = fold(f"a{sign}a")[1:-1]
    return inner.replace(" ", "") or inner[:1]


@lru_cache(maxsize=4096)
def _latin_key(sign: str) -> str:
    return latin(sign).replace(" ", "") or _key(sign)

"""How a name sounds, roughly, whichever way it was put into Latin letters."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from casefile.search.tables import Rules, rules, table

_FILE = "romanisation.txt"

_KEPT_WORDS = 8_192
"""Words whose sound is kept in memory: about 1 MB; names repeat their words.

With eight times as many an index is made 6 % sooner, and all that is ever typed is kept, too.
"""

_SKELETON = str.maketrans("SCZkftprlnm", "SKSKPTPRRNM", "aiu")


def _rules(section: str) -> Rules:
    return rules(_FILE, section)


@cache
def _whole(section: str) -> re.Pattern[str]:
    return re.compile(f"(?:{table(_FILE, section)[0][0]})$")


@cache
def _known_words() -> dict[str, str]:
    return {word: sound for sound, words in table(_FILE, "words") for word in words.split()}


@cache
def _articles() -> tuple[frozenset[str], frozenset[str]]:
    found = {left: frozenset(right.split()) for left, right in table(_FILE, "articles")}
    return found["always"], found["before-its-letter"]


def _rewritten(word: str, rules: Rules) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=_KEPT_WORDS)
def sound(word: str) -> str:
    """Return the sound form of a folded word: consonants in classes, vowels as a, i or u.

    >>> sound("chiang") == sound("jiang"), sound("gaddafi") == sound("qadhafi")
    (True, True)
    """
    known = _known_words().get(word)
    if known is not None:
        return known
    if _whole("pinyin-word").match(word):
        word = _rewritten(word, _rules("pinyin"))
    return _rewritten(_rewritten(word, _rules("wade-giles")), _rules("sounds"))


def sounds(words: Sequence[str]) -> list[str]:
    """Return the sound forms of folded words; an Arabic article before a word is dropped."""
    return [sound(word) for at, word in enumerate(words) if not _is_article(words, at)]


def _is_article(words: Sequence[str], at: int) -> bool:
    always, before_its_letter = _articles()
    if at + 1 == len(words):
        return False
    word = words[at]
    return word in always or (word in before_its_letter and words[at + 1][0] == word[1])


def skeleton(sounded: str) -> str:
    """Return the consonants of a sound form in seven classes; A stands for a leading vowel.

    >>> skeleton(sound("mahmoud")), skeleton(sound("iwan"))
    ('MMT', 'APN')
    """
    bare = sounded.translate(_SKELETON)
    return f"A{bare}" if sounded[:1] in ("a", "i", "u") else bare


def skeletons(sounded: Sequence[str]) -> list[str]:
    """Return the skeletons of several sound forms; one translation of all is quicker."""
    bare = "\n".join(sounded).translate(_SKELETON).split("\n")
    return (
        [
            f"A{bones}" if whole[:1] in ("a", "i", "u") else bones
            for whole, bones in zip(sounded, bare, strict=True)
        ]
        if sounded
        else []
    )


def respelt(words: Sequence[str]) -> list[list[str]]:
    """Return folded words as the two Japanese romanisations write them, where that differs."""
    found: list[list[str]] = []
    for section in ("kunrei", "hepburn"):
        other = [
            _rewritten(word, _rules(section))
            if len(word) > 2 and _whole("japanese-word").match(word)
            else word
            for word in words
        ]
        if other != list(words) and other not in found:
            found.append(other)
    return found

"""The name of a person as a key: in any order, joined in any way, or by its sound."""

import re

from casefile.core.folding import bare_name, fold

_LONGEST_SHORT_WORD = 7
"""Letters up to which a word may be a syllable or two of an Asian name."""

_JOIN = re.compile(r"(?<=\w)[-‐‑](?=\w)")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:lee|rhee|yi|ri)$", "i"),
        (r"^(?:park|bak)$", "pak"),
        (r"^choi$", "choe"),
        (r"eo|ou", "o"),
        (r"eu|oo|uu|wu", "u"),
        (r"ee|ui|ii", "i"),
        (r"ae", "e"),
        (r"aa", "a"),
        (r"(?<=[aou])h(?![aeiou])", ""),
        (r"u(?=ng)|(?<=y)u(?=n)", "o"),
        (r"^j", "ch"),
        (r"^g", "k"),
        (r"^b", "p"),
        (r"^d", "t"),
    )
)
"""Letters between which romanisations of Korean and Japanese waver (Revised Romanisation,
McCune-Reischauer and what is usual; Hepburn with its long vowels written or not), and one for
them all."""


def person_key(name: str) -> str:
    """Return one key for "Kim Jong-un", "Kim Jong Un", "Kim Jongun" and "Jong Un Kim".

    Western and Asian order differ by where the family name stands. Of two or three
    short words the letters are laid in a ring, so that neither the order nor where they
    are parted matters; of longer names the words are sorted. The key of a name of
    several words holds a blank.
    """
    words = _words(name)
    if _is_ring(words):
        return f"ring {_least_turn(''.join(words))}"
    return " ".join(sorted(fold(bare_name(_JOIN.sub("", name))).split()))


def sound(name: str) -> str:
    """Return one key for the romanisations of one name: "Pak Yong-su", "Park Young-soo"."""
    words = []
    for word in _words(name):
        for pattern, letters in _SOUNDS:
            word = pattern.sub(letters, word)
        words.append(word)
    is_ring = _is_ring(_words(name))
    return f"sounds {_least_turn(''.join(words)) if is_ring else ' '.join(sorted(words))}"


def is_middled(name: str) -> bool:
    """Tell whether a name has middle names or initials that one may leave out.

    An Asian name has none.
    """
    words = _words(name)
    return len(words) > 2 and not _is_ring(words) and _SUFFIXES.isdisjoint(words)


def is_shorter(short: str, long: str) -> bool:
    """Tell whether a name is a middled one without what is in the middle: "Ada Ek", "Ada M. Ek"."""
    few, many = _words(short), _words(long)
    return len(few) == 2 < len(many) and (few[0], few[1]) == (many[0], many[-1])


def opens_with_family(name: str) -> bool:
    """Tell whether a name is surely so formed that its first word may be the family name.

    "Kim Jong Un" and "Kim Jong-un" are; of two plain words the first is as often given.
    """
    words = _words(name)
    return _is_ring(words) and (len(words) == 3 or _JOIN.search(name) is not None)


def is_initial_of(short: str, long: str) -> bool:
    """Tell whether a name is another with an initial for its first word: "A. Ek", "Ada Ek"."""
    few, many = _words(short), _words(long)
    is_same = few[-1] == many[-1] and many[0].startswith(few[0])
    return len(few[0]) == 1 < len(many[0]) and is_same


def _words(name: str) -> list[str]:
    return fold(bare_name(name)).split()


def _is_ring(words: list[str]) -> bool:
    return len(words) in (2, 3) and all(1 < len(word) <= _LONGEST_SHORT_WORD for word in words)


def _least_turn(letters: str) -> str:
    """Return the first by the alphabet of all turns of a ring of letters."""
    return min(letters[at:] + letters[:at] for at in range(len(letters) or 1))

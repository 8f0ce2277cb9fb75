"""The columns of the index: a small, fixed number for all that can be said of a name.

What is common has a column of its own. What is rare shares one with other rare things,
and what is rarest of all (the sound of a word) is several columns at once, of which
few other names have all (a Bloom filter). So all columns together are small enough to
stay in memory, and nothing is ever looked up that no column holds.
"""

from functools import cache
from importlib.resources import files
from string import ascii_lowercase
from zlib import crc32

from casefile.core.apart import APART

_KIND = 1 << 8
PAIR, START, START2, TRIPLE, BONES, SOUND, LENGTH, WEIGHT, OF = (
    number * _KIND for number in (0, 1, 2, 3, 4, 6, 7, 8, 9)
)
"""An index by older rules, which is read where nothing may be written, has the same here."""

SIGN, SIGN_LENGTH, SIGN_OF = (APART + number * _KIND for number in range(3))
"""Of the names with CJK characters alone: these, lengths and kinds."""

_SHARED = {PAIR: 104, START: 10, START2: 48, TRIPLE: 96, BONES: 56, SIGN: 192, SOUND: 96}
"""Columns that the rest of a kind shares: each is held by some 6 of 100 names."""


class Columns(dict[str, int]):
    """The column of each text of one kind."""

    def __init__(self, kind: int, common: str = "") -> None:
        own = common.split()
        super().__init__((text, kind | at) for at, text in enumerate(own))
        self._first, self._shared = kind | len(own), _SHARED[kind]

    def __missing__(self, text: str) -> int:
        column = self[text] = self._first + crc32(text.encode()) % self._shared
        return column


def several(kind: int, text: str, count: int) -> tuple[int, ...]:
    """Return the columns of a text that has so many, at most 4."""
    drawn, shared = crc32(text.encode()), _SHARED[kind]
    return tuple(kind | (drawn >> 8 * at) % shared for at in range(count))


def kind_of(column: int) -> int:
    """Return which of the kinds (PAIR, START ...) a column is of."""
    return column & -_KIND


@cache
def _common() -> dict[str, str]:
    text = (files("casefile.search") / "data" / "columns.txt").read_text(encoding="utf-8")
    sections = text.split("\n[")[1:]
    return {name: rows for name, _, rows in (section.partition("]") for section in sections)}


@cache
def columns(kind: int) -> Columns:
    """Return the columns of letters: of PAIR, START, START2, TRIPLE or BONES."""
    if kind == START:
        return Columns(kind, " ".join(ascii_lowercase))
    named = {PAIR: "pairs", START2: "beginnings", TRIPLE: "skeletons"}
    return Columns(kind, _common()[named[kind]] if kind in named else "")

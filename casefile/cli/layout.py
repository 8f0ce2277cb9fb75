"""Lay text out in the columns of a terminal."""

import re
import shutil
import unicodedata
from collections.abc import Iterator

NARROWEST, WIDEST = 20, 120
"""Columns: a line of more than 120 is hard to read, one of fewer than 20 holds no word."""

_WORD = re.compile(r"\S+\s*|\s+")


def terminal_width() -> int:
    """Return how many columns to use: of the terminal, or what COLUMNS says."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def cells(text: str) -> int:
    """Return how many columns a safe text takes.

    >>> cells("Dalian"), cells("大連"), cells("e\u0301")
    (6, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def fitted(text: str, width: int) -> str:
    """Return as much of the beginning of a line as takes at most ``width`` columns."""
    return next(_pieces(text, width), "")


def padded(text: str, width: int) -> str:
    """Return the text with blanks behind it up to ``width`` columns."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int) -> list[str]:
    """Break one line between its words into lines of at most ``width`` columns.

    Only the blanks at a break go; a word that is wider than a line is broken.

    >>> wrapped("one two  three", 7)
    ['one two', 'three']
    """
    found: list[str] = []
    line, used = "", 0
    for word in _WORD.findall(text):
        bare = word.rstrip()
        if used and used + cells(bare) > width:
            found.append(line.rstrip())
            line, used = "", 0
        if cells(bare) > width:
            *full, word = _pieces(word, width)
            found += full
        line += word
        used += cells(word)
    return [*found, line.rstrip()]


def _pieces(text: str, width: int) -> Iterator[str]:
    """Cut a text into pieces of at most ``width`` columns, which join back to it."""
    begun, used = 0, 0
    for at, sign in enumerate(text):
        wide = _cells_of(sign)
        if used + wide > width and at > begun:
            yield text[begun:at]
            begun, used = at, 0
        used += wide
    yield text[begun:]


def _cells_of(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1

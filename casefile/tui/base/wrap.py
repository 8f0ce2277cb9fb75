"""Break a text into lines of a width, as offsets; the text itself is never copied.

Every code point that is not blank lies on exactly one line, lines come in
order, and no line is wider than asked, except one of a single character that
is itself wider. Linear in the text: 10 MB in one line takes a fraction of a second.
"""

import re
from array import array

from rich.cells import cell_len, get_character_cell_size

PLAIN = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u0391-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc]*"
)
"""Latin, Greek and Cyrillic letters and the marks of print: each takes one column."""

Lines = tuple["array[int]", "array[int]"]
"""Starts and ends, in code points; the end is exclusive."""


def wrap(text: str, width: int) -> Lines:
    """Break a text at its line ends, and at blanks where a line is too long."""
    width = max(1, width)
    starts, ends = array("q"), array("q")
    at, ascii = 0, text.isascii()
    while at <= len(text):
        stop = text.find("\n", at)
        if stop < 0:
            stop = len(text)
        if stop - at <= width and (ascii or cell_len(text[at:stop]) <= width):
            starts.append(at)
            ends.append(stop)
        elif ascii or _is_plain(text, at, stop):
            _wrap_plain(text, at, stop, width, starts, ends)
        else:
            _wrap_wide(text, at, stop, width, starts, ends)
        at = stop + 1
    return starts, ends


def _is_plain(text: str, at: int, stop: int) -> bool:
    """Tell whether every character of the line takes one column."""
    return PLAIN.fullmatch(text, at, stop) is not None


def _wrap_plain(
    text: str, at: int, stop: int, width: int, starts: "array[int]", ends: "array[int]"
) -> None:
    while stop - at > width:
        cut = text.rfind(" ", at, at + width + 1)
        if cut <= at:
            cut = at + width
        starts.append(at)
        ends.append(cut)
        at = _after_blank(text, cut, stop)
    if at < stop or not starts or ends[-1] < at:
        starts.append(at)
        ends.append(stop)


def _wrap_wide(
    text: str, at: int, stop: int, width: int, starts: "array[int]", ends: "array[int]"
) -> None:
    while at < stop:
        edge = _fitting(text, at, stop, width)
        if edge < stop:
            cut = text.rfind(" ", at, edge + 1)
            edge = cut if cut > at else edge
        starts.append(at)
        ends.append(edge)
        at = _after_blank(text, edge, stop)


def _fitting(text: str, at: int, stop: int, width: int) -> int:
    """Return where the longest piece ends that fits, at least one character on.

    What takes no column, such as a combining mark, stays with its base: at most
    64 of them, so that a hostile pile of marks cannot make a line endless.
    """
    used, edge = 0, at
    limit = min(stop, at + width + 64)
    while edge < limit:
        used += get_character_cell_size(text[edge])
        if used > width and edge > at:
            return edge
        edge += 1
    return edge


def _after_blank(text: str, at: int, stop: int) -> int:
    """Return where the next line begins: the blanks at a break are not drawn."""
    while at < stop and text[at] == " ":
        at += 1
    return at

"""Break a text into lines of a width, as offsets; the text itself is never copied.

Every code point that is not blank lies on exactly one line, lines come in
order, and no line is wider than asked, except one of a single character that
is itself wider. Linear in the text: 10 MB in one line takes a fraction of a second.
"""

import re
from array import array
from functools import lru_cache
from unicodedata import category

from rich.cells import get_character_cell_size, split_graphemes

from casefile.core.graphemes import leans

PLAIN = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u0391-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc]*"
)
"""Latin, Greek and Cyrillic letters and the marks of print: each takes one column."""

_AS_EMOJI = "\ufe0f"

_CJK = re.compile(
    "[\u2e80-\u2fdf\u3000-\u312f\u31a0-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]"
)
"""Chinese and Japanese signs and their marks of print: written without blanks, unlike Korean."""

_NOT_FIRST = frozenset(
    "、。，．・：；？！ー―…‥）」』】〕》〉〗〙｝］”’%％々ゝゞっゃゅょァィゥェォッャュョぁぃぅぇぉ"
    ",.!?)]}:;"
)
"""What closes, and small or repeating signs."""

_NOT_LAST = frozenset("（「『【〔《〈〖〘｛［“‘([{")
"""What opens."""

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
        if stop - at <= width and (ascii or columns(text, at, stop) <= width):
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
            edge = _break(text, at, edge)
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
        used += _most(text[edge])
        if used > width and edge > at:
            return edge
        edge += 1
    return edge


def columns(text: str, at: int, stop: int) -> int:
    """Return the columns that a line takes at most, in whatever terminal."""
    return stop - at if _is_plain(text, at, stop) else sum(map(_most, text[at:stop]))


@lru_cache(maxsize=8192)
def _most(sign: str) -> int:
    """Return the columns of a code point in the terminal that gives it most.

    A sign that is asked to be an emoji takes two in place of one; a vowel sign that stands beside
    its letter (Mc), as in Hindi, takes one or none.
    """
    if sign == _AS_EMOJI or category(sign) == "Mc":
        return 1
    return get_character_cell_size(sign)


def _break(text: str, at: int, edge: int) -> int:
    """Return the last place up to the edge where a line may end; the edge, if there is none.

    That is a blank, or between two signs of which one is Chinese or Japanese, unless the line
    would then begin with what closes or end with what opens (JIS X 4051, kinsoku). No sign is
    cut in two, such as a letter from its marks, unless it alone is longer than the line.
    """
    for to in range(edge, at, -1):
        if text[to] == " ":
            return to
        if not (_CJK.match(text[to - 1]) or _CJK.match(text[to])) or leans(text, to):
            continue
        if text[to] not in _NOT_FIRST and text[to - 1] not in _NOT_LAST:
            return to
    to = edge
    while to > at and leans(text, to):
        to -= 1
    return to if to > at else edge


def offset_at(text: str, start: int, end: int, column: int) -> int:
    """Return the offset of the sign of a line that lies on a column; its end beyond the last."""
    used = 0
    for first, _, cells in split_graphemes(text[start:end])[0]:
        used += cells
        if column < used:
            return start + first
    return end


def _after_blank(text: str, at: int, stop: int) -> int:
    """Return where the next line begins: the blanks at a break are not drawn."""
    while at < stop and text[at] == " ":
        at += 1
    return at

"""Words with a label before each that can be gone to, broken into lines anew.

The labels are let in between the words, so that none lies over a word; what no longer
fits on a line goes to the next.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.cells import get_character_cell_size

from casefile.tui import text
from casefile.tui.base.lines import Part

LABEL = "label"
"""The style of a label."""

_WORD = re.compile(r"\S+\s*|\s+")

Unit = list[Part]
"""Parts that stay on one line: a word, with the labels before it."""


def let_in(
    runs: Iterable[tuple[int, int, str]], words: str, labels: Mapping[int, str]
) -> list[Part]:
    """Return the runs of a line as parts, each label before the character at its offset.

    Without the labels the parts join to the line. Every offset lies on the line.
    """
    parts: list[Part] = []
    for start, end, style in runs:
        at = start
        for offset in sorted(offset for offset in labels if start <= offset < end):
            parts += [(words[at:offset], style), (f"[{labels[offset]}]", LABEL)]
            at = offset
        parts.append((words[at:end], style))
    return [part for part in parts if part[0]]


def folded(parts: Sequence[Part], width: int) -> list[list[Part]]:
    """Break parts into lines of at most a width, between words; at least one line.

    A label stays with the word behind it. A word that is wider than a line is broken.
    """
    lines: list[list[Part]] = [[]]
    used = 0
    for unit in _units(parts):
        wide = text.cells("".join(piece for piece, _ in unit).rstrip())
        if used and used + wide > width:
            lines.append([])
            used = 0
        if wide > width:
            used = _broken(unit, width, lines)
        else:
            lines[-1] += unit
            used += text.cells("".join(piece for piece, _ in unit))
    return lines


def _units(parts: Sequence[Part]) -> Iterator[Unit]:
    unit: Unit = []
    for piece, style in parts:
        for word in [piece] if style == LABEL else _WORD.findall(piece):
            is_label_after_word = style == LABEL and unit and unit[-1][1] != LABEL
            if unit and (unit[-1][0][-1].isspace() or is_label_after_word):
                yield unit
                unit = []
            unit.append((word, style))
    if unit:
        yield unit


def _broken(unit: Unit, width: int, lines: list[list[Part]]) -> int:
    """Add a unit that is wider than a line, character by character; return the columns used."""
    used = 0
    for piece, style in unit:
        for sign in [piece] if style == LABEL else piece:
            wide = len(sign) if style == LABEL else get_character_cell_size(sign)
            if used and used + wide > width:
                lines.append([])
                used = 0
            lines[-1].append((sign, style))
            used += wide
    return used

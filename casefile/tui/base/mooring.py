"""Lines whose width terminals do not agree on, held in place on the screen.

A terminal may take an emoji of several code points, or a vowel sign of an Indic script, for more
or fewer columns than we count: tmux 3.3 takes ``U+FE0F`` for none. What stands right of such words
would be off by as much, and what stood there before would shine through.
"""

import re

from rich.segment import ControlType, Segment
from rich.style import Style
from textual.strip import Strip

_SURE = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f"
    "\u05d0-\u05ea\u0620-\u063f\u0641-\u064a\u060c\u061b\u061f\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2400-\u2426\u2500-\u25fc\u27ea\u27eb\u3001-\u3029\u3030-\u3098\u309b-\u30ff"
    "\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*"
)
"""Signs that every terminal gives the same number of columns."""


def is_sure(words: str) -> bool:
    """Tell whether all terminals agree on the width of the words."""
    return words.isascii() or _SURE.fullmatch(words) is not None


def moored(strip: Strip, x: int, width: int, style: Style) -> Strip:
    """Return a line whose end is at its column whatever the terminal counts.

    Args:
        strip: The words, at most the width.
        x: Column of the screen at which it begins, from 0.
        width: Columns of the line; they are erased before the words are written.
        style: Of the columns without words.
    """
    erase, move = f"\x1b[{width}X", f"\x1b[{x + width + 1}G"  # ECH and CHA (ECMA-48)
    return Strip([_order(erase, style), *strip, _order(move, Style.null())], width)


def _order(sequence: str, style: Style) -> Segment:
    """Return what the terminal is told, as a segment of no columns."""
    return Segment(sequence, style, [(ControlType.CURSOR_MOVE_TO_COLUMN, 0)])

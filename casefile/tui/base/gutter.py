"""The signs beside each line of an article: what stands on it, told without colour.

Each sign has a column of its own, so that the eye runs down one of them.
"""

from collections.abc import Iterable

from casefile.model.words import Kind
from casefile.tui.base.lines import Part

SIGNS = (
    ("m", Kind.ENTITY, "dim", "a name stands on this line"),
    ("e", Kind.EVENT, "dim", "an event stands on this line"),
    ("f", Kind.FACT, "dim", "a fact stands on this line"),
    ("n", Kind.NOTE, "note", "your note stands on this line"),
)
"""Letter, what it tells of, its style, and what the help says of it; in the order of columns."""

CURSOR, HIT, MARKED = "›", "/", "'"
"""In the first column, of several the first of these: one place for what is looked for."""

_LEAST = 50
"""Columns of a pane from which it has room for the letters."""


def width_of(columns: int, *, is_wanted: bool) -> int:
    """Return how wide the signs are in a pane of so many columns, with the blank behind them."""
    return len(SIGNS) + 2 if is_wanted and columns >= _LEAST else 2


def gutter(
    kinds: Iterable[Kind], width: int, *, here: bool, hit: bool = False, marked: bool = False
) -> list[Part]:
    """Return the signs of one line, exactly as wide as told.

    Args:
        kinds: What stands on the line.
        width: As :func:`width_of` gave it.
        here: Whether the cursor is on the line.
        hit: Whether what is looked for is.
        marked: Whether the reader marked it with a letter.
    """
    sign = CURSOR if here else HIT if hit else MARKED if marked else " "
    if width <= len(SIGNS):
        return [(sign, "strong"), (" " * (width - 1), "")]
    on_line = set(kinds)
    letters = [
        (letter, style) if kind in on_line else (" ", "") for letter, kind, style, _ in SIGNS
    ]
    return [(sign, "strong"), *letters, (" ", "")]

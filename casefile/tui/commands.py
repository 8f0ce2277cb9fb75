"""What can be typed after a colon: every action of a place, by id or by words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casefile.tui.keys import Key

NEAREST = 3
"""Commands named to somebody who typed none."""

_NEAR = 70.0
"""Of 100: likeness from which a misspelt word counts (measured on the table's own words)."""


@dataclass(frozen=True, slots=True)
class Order:
    """A command, and what was typed behind it."""

    key: Key
    argument: str = ""


def ordered(line: str, table: Sequence[Key]) -> Order | None:
    """Return what a line orders by the id of a command, or by a reference; None for neither."""
    first, _, rest = line.strip().partition(" ")
    for key in table:
        if key.id == first and (key.takes or not rest.strip()):
            return Order(key, rest.strip())
    if re.fullmatch(r"[a-z]+:\d+", line.strip()):
        return next((Order(key, line.strip()) for key in table if key.id == "open"), None)
    return None


def ranked(line: str, table: Sequence[Key], recent: Sequence[str] = ()) -> list[Key]:
    """Return the commands that fit what was typed, best first; all for nothing.

    The id typed in full comes first, then an id that begins so, all words as
    beginnings of words, the letters in a row, the letters in order, and last
    what is spelt nearly so. Of equals the one used last comes first, then the
    order of the table.
    """
    lately = {id: at for at, id in enumerate(recent)}
    order = {key.id: at for at, key in enumerate(table)}
    typed = " ".join(line.casefold().split())
    fitting = [(fit, key) for key in table if (fit := _fit(typed, key)) is not None]
    fitting.sort(key=lambda pair: (pair[0], lately.get(pair[1].id, 99), order[pair[1].id]))
    return [key for _, key in fitting]


def _fit(typed: str, key: Key) -> int | None:
    """Return how well an entry fits, 0 best; None where it does not."""
    if not typed or typed == key.id:
        return 0
    whole = f"{key.id} {key.label}".casefold()
    if key.id.startswith(typed):
        return 1
    words = re.findall(r"\w+", whole)
    if all(any(word.startswith(part) for word in words) for part in typed.split()):
        return 2
    if typed in whole:
        return 3
    letters = iter(whole)
    if len(typed) > 1 and all(letter in letters for letter in typed.replace(" ", "")):
        return 4
    return 5 if _likeness(typed, words) >= _NEAR else None


def _likeness(typed: str, words: Sequence[str]) -> float:
    """Return how like the words typed are to some of the entry's, 0 to 100: the least of all."""
    # Deferred: it takes 12 ms, and most of what is typed is spelt right.
    from rapidfuzz import fuzz

    return min(max(fuzz.ratio(part, word) for word in words) for part in typed.split())


def unknown(line: str, table: Sequence[Key]) -> str:
    """Say that nothing is called what was typed, and what is called nearly so."""
    from rapidfuzz import fuzz

    first = line.strip().partition(" ")[0]
    near = sorted(table, key=lambda key: -fuzz.WRatio(first, f"{key.id} {key.label}"))[:NEAREST]
    return f"No command is called “{line.strip()}”; near are {', '.join(k.id for k in near)}."

"""The query line: what was typed, taken apart. Unfinished input is never an error."""

import re
from dataclasses import dataclass

from casefile.core.folding import fold

_PARTS = re.compile(r'"([^"]*)"?|(\S+)')

LONGEST = 200
"""Characters of a query that are read."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader looks for."""

    text: str
    """All that was typed, trimmed."""
    words: tuple[str, ...]
    """Words and quoted phrases as typed, in order."""

    @property
    def folded(self) -> str:
        """The comparison key of the whole line."""
        return fold(" ".join(self.words))

    def __bool__(self) -> bool:
        return bool(self.folded)


def parse(line: str) -> Query:
    """Take a query line apart; any text is a query, and a blank one is false."""
    short = line.strip()[:LONGEST]
    parts = [quoted or bare for quoted, bare in _PARTS.findall(short)]
    return Query(short, tuple(part for part in parts if fold(part)))

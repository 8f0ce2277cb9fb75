"""One search: how far it looks (at a key not as far as when the reader pauses), what it knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from casefile.model.words import Kind


@dataclass(slots=True)
class Pace:
    """How thorough one search is, and whether that left out anything."""

    ranks_all: bool = False
    """Whether all texts that hold the words are ranked; else the newest stand for very many."""
    looks_far: bool = True
    """Whether filters are held against all rows there are time for; else as at a key."""
    is_hurried: bool = False
    """Whether a search that is thorough may find what this one did not."""
    named: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    """What a key and value of the line name: looked up once for all ways to read it."""
    tied: dict[tuple[str, str], Mapping[Kind, set[int]] | None] = field(default_factory=dict)
    """All that is tied to it; None where that is much."""

    def most(self, at_a_key: int, far: int | None) -> int | None:
        """Return how many rows to look at."""
        return far if self.looks_far else at_a_key

    def stopped(self, *, at: int, of: int | None) -> None:
        """Take in that so many rows were looked at and no more were to be."""
        self.is_hurried = self.is_hurried or (not self.looks_far and of is not None and at >= of)

"""One search: how far it looks (at a key not as far as when the reader pauses), what it knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from casefile.core.work import Work
from casefile.model.words import Kind

_Most = TypeVar("_Most", int, None)

WORK_AT_A_KEY = 40_000
"""Microseconds of work, about, that one line may take: with what is not counted, below 100 ms."""


@dataclass(slots=True)
class Pace:
    """How thorough one search is, and whether that left out anything."""

    ranks_all: bool = False
    """Whether all texts that hold the words are ranked; else the newest stand for very many."""
    looks_far: bool = True
    """Whether filters are held against all rows there are time for; else as at a key."""
    is_hurried: bool = False
    """Whether a search that is thorough may find what this one did not."""
    work: Work | None = None
    """What may be done; None: whatever it takes."""
    named: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    """What a key and value of the line name: looked up once for all ways to read it."""
    tied: dict[tuple[str, str], Mapping[Kind, set[int]] | None] = field(default_factory=dict)
    """All that is tied to it; None where that is much."""

    @classmethod
    def at_a_key(cls) -> "Pace":
        """Return that of a search while somebody types."""
        return cls(looks_far=False, work=Work(WORK_AT_A_KEY))

    @classmethod
    def far(cls) -> "Pace":
        """Return that of a search that leaves out nothing there is time for."""
        return cls(ranks_all=True)

    def has_left_out(self) -> bool:
        """Tell whether a search that is thorough may find what this one did not."""
        return self.is_hurried or (self.work is not None and self.work.is_cut)

    def did(self, much: float) -> None:
        """Take in work that was done, in microseconds."""
        if self.work is not None:
            self.work.spend(much)

    def may_do_more(self) -> bool:
        """Tell whether there is work left; who asks then leaves something undone."""
        return self.work is None or not self.work.is_spent()

    def most(self, at_a_key: int, far: _Most) -> int | _Most:
        """Return how many rows to look at."""
        return far if self.looks_far else at_a_key

    def stopped(self, *, at: int, of: int | None) -> None:
        """Take in that so many rows were looked at and no more were to be."""
        self.is_hurried = self.is_hurried or (not self.looks_far and of is not None and at >= of)

"""Where the reader has been: an immutable trail to go back and forward on."""

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

P = TypeVar("P")

LONGEST = 200
"""Places kept; older ones are forgotten. ``research/tui.md`` asks for 200."""


@dataclass(frozen=True, slots=True)
class Trail(Generic[P]):
    """Visited places, oldest first, and which one is open.

    Invariant: ``places`` is empty and ``at == -1``, or ``0 <= at < len(places)``.
    """

    places: tuple[P, ...] = ()
    at: int = -1

    @property
    def here(self) -> P | None:
        """The open place, or None before the first visit."""
        return self.places[self.at] if self.places else None

    @property
    def behind(self) -> int:
        """How many steps back there are."""
        return max(self.at, 0)

    @property
    def ahead(self) -> int:
        """How many steps forward there are."""
        return len(self.places) - 1 - self.at if self.places else 0

    def visit(self, place: P) -> "Trail[P]":
        """Open a place; what lay ahead is forgotten. Revisiting here is a no-op."""
        if self.places and place == self.here:
            return self
        kept = (*self.places[: self.at + 1], place)[-LONGEST:]
        return Trail(kept, len(kept) - 1)

    def amend(self, place: P) -> "Trail[P]":
        """Replace the open place by itself as it is left: cursor, scroll, filter."""
        if not self.places:
            return self
        return replace(self, places=(*self.places[: self.at], place, *self.places[self.at + 1 :]))

    def back(self) -> "Trail[P]":
        """Step back, or stay at the oldest place."""
        return replace(self, at=max(self.at - 1, 0)) if self.places else self

    def forward(self) -> "Trail[P]":
        """Step forward, or stay at the newest place."""
        return replace(self, at=min(self.at + 1, len(self.places) - 1))

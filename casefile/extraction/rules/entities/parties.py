"""Which entities stand for one another, and which place lies in which."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parties:
    """Which entities stand for one another when tellings are compared."""

    inside: Mapping[int, int]
    """Place to the place that it lies in."""
    party: Mapping[int, int]
    """Government to its country; other entities stand for themselves."""
    countries: frozenset[int]

    def of(self, entities: Iterable[int]) -> frozenset[int]:
        """Return whom the entities stand for."""
        return frozenset(self.party.get(one, one) for one in entities)

    def holds(self, outer: int, inner: int) -> bool:
        """Tell whether one place lies in the other, or is it."""
        at: int | None = inner
        for _ in range(5):
            if at == outer:
                return True
            at = self.inside.get(at) if at is not None else None
        return False

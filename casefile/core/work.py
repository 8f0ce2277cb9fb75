"""Work that is counted, not timed: what a search at a key may do, so that it never takes long.

So a busy machine leaves out no more than an idle one.
"""

from dataclasses import dataclass


@dataclass(slots=True)
class Work:
    """How much may still be done, in microseconds, about, of one core of a server of 2023."""

    left: float
    is_cut: bool = False
    """Whether anything was left undone."""

    def spend(self, much: float) -> None:
        """Take off what was done."""
        self.left -= much

    def is_spent(self) -> bool:
        """Tell whether nothing may be done any more; who asks then leaves something undone."""
        self.is_cut = self.is_cut or self.left <= 0
        return self.left <= 0

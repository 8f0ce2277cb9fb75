"""How the things of a case hang together: who is told of with whom, where, and in what words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from casefile.door.opened import Opened
from casefile.model.rows import LinkGroup, Passage
from casefile.model.words import Ref
from casefile.store.passages import passages

if TYPE_CHECKING:
    from casefile.model.looks import Mate, PlaceRow, Shared


class Tracing(Opened):
    """Follows what ties one thing to another."""

    def mates(self, ref: Ref) -> "list[Mate]":
        """Return with whom an entity is told of, oftenest first."""
        from casefile.store.together import mates

        return mates(self._store, self.leading(ref).id)

    def shared(self, one: Ref, other: Ref, *, most: int = -1) -> "Shared":
        """Return what two entities are both told of in, with at most so many passages."""
        from casefile.store.together import shared

        return shared(self._store, self.leading(one).id, self.leading(other).id, most=most)

    def matrix(self, ids: Iterable[int], others: Iterable[int]) -> dict[tuple[int, int], int]:
        """Return on how many stretches of text some entities are told of with others."""
        from casefile.store.together import matrix

        return matrix(self._store, ids, others)

    def places(self, ids: Iterable[int] | None = None) -> "list[PlaceRow]":
        """Return places below their countries; all, or those among some entities."""
        from casefile.deeds.places import places

        return places(self._store, ids)

    def passages(self, ref: Ref, limit: int = 200) -> list[Passage]:
        """Return where a thing stands, oldest publication first."""
        return passages(self._store, self.leading(ref), limit=limit)

    def linked(self, ref: Ref) -> list[LinkGroup]:
        """Return all that a thing is linked to, in groups; none is empty."""
        from casefile.deeds.linked import linked
        from casefile.deeds.pointing import pointing

        leading = self.leading(ref)
        return [*linked(self._store, leading), *pointing(self._store, leading)]

    def label(self, ref: Ref) -> str:
        """Return what a thing is called, or raise UnknownRef."""
        from casefile.deeds.linked import label

        return label(self._store, self.leading(ref))

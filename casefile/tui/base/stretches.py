"""Spans on a text: which touch a line, how they cut and style it, and where a cursor stops."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from casefile.model.rows import Mark
from casefile.model.words import FurnitureKind, Kind, Ref, Span

ORDER = {Kind.FACT: 0, Kind.EVENT: 1, Kind.ENTITY: 2, Kind.NOTE: 3}
"""Which mark lies over which; the last is followed first."""

FURNITURE = {FurnitureKind.TITLE: "strong", FurnitureKind.HEADING: "strong"}
"""How the parts are drawn that are not the story; the others dim."""


_LONG = 4000
"""Code points of a span that is looked at for every stretch; such as a note on a whole article."""


class Stretches:
    """Spans in order of start, asked for those that touch a stretch."""

    def __init__(self, spans: Sequence[Span]) -> None:
        long = [span.end - span.start > _LONG for span in spans]
        ends = (span.start if far else span.end for span, far in zip(spans, long, strict=True))
        self._long = [at for at, far in enumerate(long) if far]
        self._starts = array("q", (span.start for span in spans))
        self._ends = array("q", accumulate(ends, max))

    def touching(self, start: int, end: int) -> list[int]:
        """Return the indexes of all spans that overlap the stretch, and of some that do not.

        The indexes are in order, each once.
        """
        near = range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        return [*(at for at in self._long if at < near.start), *near]


def runs(start: int, end: int, layers: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Cut a line into runs of one style; later layers lie over earlier ones.

    The runs join to the line exactly, whatever the layers; a run's names are
    those of all layers on it, the lowest first.
    """
    edges = {start, end}
    for a, b, _ in layers:
        edges.update(edge for edge in (a, b) if start < edge < end)
    cuts = sorted(edges)
    return [
        (a, b, " ".join(name for x, y, name in layers if x <= a and b <= y))
        for a, b in pairwise(cuts)
    ]


def stops(marks: list[Mark]) -> list[Mark]:
    """Return the marks that the cursor stops at, in order: one for each span.

    Of marks on one span the one that lies uppermost counts. A fact is a stop
    only where nothing else begins with it: nearly every sentence is a fact.
    """
    best: dict[Span, Mark] = {}
    for mark in marks:
        known = best.get(mark.span)
        if known is None or ORDER.get(mark.ref.kind, 0) > ORDER.get(known.ref.kind, 0):
            best[mark.span] = mark
    begun = {mark.span.start for mark in marks if mark.ref.kind is not Kind.FACT}
    kept = [m for m in best.values() if m.ref.kind is not Kind.FACT or m.span.start not in begun]
    return sorted(kept, key=lambda m: m.span)


def style_of(mark: Mark, kinds: dict[Ref, str]) -> str:
    """Return the style of the words under a mark; an entity's is that of its kind."""
    if mark.ref.kind is Kind.ENTITY:
        return kinds.get(mark.ref, "other")
    return "note" if mark.ref.kind is Kind.NOTE else ""

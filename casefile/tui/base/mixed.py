"""A list of things of several kinds, below headings."""

from dataclasses import dataclass
from typing import ClassVar

from casefile.model.words import Kind, Ref
from casefile.tui import text
from casefile.tui.base.lines import Part
from casefile.tui.base.rowlist import Listing, RowList, Spot

_AT_LEAST = 50
"""Columns of a row from which its detail stands at the right."""


@dataclass(frozen=True, slots=True)
class MixedRow:
    """A thing, or a heading where there is none."""

    thing: Ref | None
    label: str
    detail: str
    question: str = ""
    """The words of the question that it is about."""
    is_new: bool = False
    """The reader has not seen it, in a list that shows also what was seen."""

    @property
    def ref(self) -> Ref:
        """The thing; a heading stands for nothing that there is."""
        return self.thing or Ref(Kind.SOURCE, 0)

    @property
    def words(self) -> str:
        """What it can be found by."""
        return f"{self.label} {self.detail}".casefold()


class MixedList(RowList[MixedRow]):
    """Rows that each know what they stand for; their numbers are below 0 for headings."""

    KIND: ClassVar[Kind] = Kind.SOURCE

    @property
    def here(self) -> Ref | None:
        """What the cursor stands on; None on a heading."""
        return self._ref_of(self.listing, self.cursor)

    @property
    def amount(self) -> int:
        """How many things there are: headings are none."""
        return sum(number > 0 for number in self.listing.ids)

    def _ref_of(self, listing: Listing, at: int) -> Ref | None:
        row = (listing.rows or {}).get(listing.ids[at]) if at < len(listing.ids) else None
        return row.thing if row else None

    def _find(self, spot: Spot) -> int | None:
        """Return the row of a thing; where it is gone, what stands in its place."""
        places = range(len(self.listing.ids))
        found = [at for at in places if self._ref_of(self.listing, at) == spot.ref is not None]
        if found:
            return spot.at if spot.at in found else found[0]
        if not places or not self.listing.ready:
            return None
        # Not on the heading above the first row, where nothing was asked for.
        return min(spot.at or 1, len(places) - 1)

    def draw(self, row: MixedRow, width: int) -> list[Part]:
        """Return the name of a thing and what is to be said of it; or a heading."""
        if row.thing is None:
            return [(text.fit(f"{text.line(row.label)}  {row.detail}", width), "heading")]
        kind = text.fit(row.thing.kind.value, 10)
        detail = min(32, width // 3) if width >= _AT_LEAST else 0
        room = width - 10 - (detail + 2 if detail else 0) - 2
        parts: list[Part] = [(kind, "dim"), *self.named(text.line(row.label), room)]
        if detail:
            parts += [("  ", ""), (text.fit(text.line(row.detail), detail), "dim")]
        return [*parts, (" +" if row.is_new else "  ", "strong")]

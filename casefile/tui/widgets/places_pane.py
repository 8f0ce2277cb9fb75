"""The places of a case below the countries they lie in."""

from collections.abc import Sequence
from typing import ClassVar

from casefile.model.looks import PlaceRow
from casefile.model.words import Kind, Ref
from casefile.tui import text
from casefile.tui.base.lines import Part
from casefile.tui.base.rowlist import RowList, Spot

_COUNT = 14
"""Columns of a count with its noun, such as ``1,234 mentions``."""


class PlacesPane(RowList[PlaceRow]):
    """Countries with all that lies in them, and each place indented below its country."""

    KIND: ClassVar[Kind] = Kind.ENTITY
    NAME: ClassVar[str] = "Where"
    THINGS: ClassVar[str] = "places"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "No place yet.",
        "Countries, cities and harbours are found in the sources",
        "as these are added:  :add FOLDER",
    )

    @property
    def here(self) -> Ref | None:
        """The place that the cursor stands on; None on a country that is not named itself."""
        found = super().here
        return found if found and found.id > 0 else None

    def _find(self, spot: Spot) -> int | None:
        """Return the row of a place; where none was asked for, the first that is named itself."""
        found = super()._find(spot)
        if spot.ref is None and found == 0:
            named = (at for at, id in enumerate(self.listing.ids) if id > 0)
            return next(named, found)
        return found

    def draw(self, row: PlaceRow, width: int) -> list[Part]:
        """Return the name, indented below its country, and what is told of it."""
        room = max(1, width - 2 * _COUNT)
        if row.country is None:
            name = [(text.fit(self._heading(row), room), "strong")]
        else:
            name = [("  ", ""), *self.named(text.line(row.name), room - 2)]
        counts = (text.count_of(row.mentions, "mention"), text.count_of(row.events, "event"))
        style = "" if row.country is None else "dim"
        return [*name, *((text.fit(count, _COUNT, right=True), style) for count in counts)]

    @staticmethod
    def _heading(row: PlaceRow) -> str:
        below = f"  {text.count_of(row.places, 'place')} below" if row.places else ""
        return text.line(row.name) + below

    def asides(self) -> Sequence[str]:
        """Return how many countries and places there are: the rows are both."""
        rows: list[PlaceRow] = list((self.listing.rows or {}).values())
        named = sum(row.ref.id > 0 for row in rows)
        return (f"{text.count_of(named, 'place')} by country",) if rows else ()

"""Who is told of with whom, as a matrix: the first of the list are its columns, too."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType

from casefile.model.rows import EntityRow
from casefile.model.words import Kind, Ref
from casefile.tui import text
from casefile.tui.base.lines import Part
from casefile.tui.base.rowlist import Listing, RowList, Spot
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Count, Open, Point

CELL = 6
"""Columns of a number, with the brackets of the chosen one: up to 9,999."""

_NUMBER = 5
"""Columns of the number of a row, by which it is a column, too."""

Pair = tuple[int, int]
"""The entity of a row and that of a column."""


def shares(width: int) -> tuple[int, int]:
    """Return the columns of a name, and how many cells stand right of it.

    >>> shares(77), shares(40)
    ((24, 8), (17, 3))
    """
    left = max(0, width - _NUMBER)
    cells = max(0, (left - max(14, left // 3)) // CELL)
    return max(0, left - cells * CELL), cells


class MatrixPane(RowList[EntityRow]):
    """Entities, most mentioned first, and how often each is told of with the first of them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.MATRIX)

    KIND: ClassVar[Kind] = Kind.ENTITY
    NAME: ClassVar[str] = "With whom"
    THINGS: ClassVar[str] = "entities"
    EMPTY: ClassVar[tuple[str, ...]] = (
        "Nobody is told of yet, so nobody with anybody.",
        "People, organizations and places are found in the sources",
        "as these are added:  :add FOLDER",
    )
    PLACE: ClassVar[Place] = Place.MATRIX
    HEAD: ClassVar[int] = 1

    def __init__(
        self, fetch: Callable[[Sequence[int]], Sequence[EntityRow]], *, id: str | None = None
    ) -> None:
        super().__init__(fetch, id=id or "together")
        self._known: dict[Pair, int] = {}
        """Passages that tell of two."""
        self._asked_for: set[Pair] = set()
        """What was counted, or is being counted."""
        self._column = 0
        """The chosen column, from 1; 0 for the name."""

    @property
    def columns(self) -> Sequence[int]:
        """The entities that are columns."""
        return self.listing.ids[: shares(self.room)[1]]

    @property
    def other(self) -> Ref | None:
        """The entity of the chosen column, or that of the row for the name."""
        # Not of those in sight: a pane that is hidden, or became narrow, keeps what was chosen.
        if 0 < self._column <= len(self.listing.ids):
            return Ref(Kind.ENTITY, self.listing.ids[self._column - 1])
        return self.here

    def watch_listing(self, old: Listing, new: Listing) -> None:
        if old.ready:  # not where only more of the same list came in
            self._known.clear()
            self._asked_for.clear()
        super().watch_listing(old, new)

    @property
    def spot(self) -> Spot:
        """Where the cursor stands, and in which column."""
        return Spot(self.here, self.cursor, self.top, ("column", self._column))

    def go(self, spot: Spot) -> None:
        """Return to a spot and its column."""
        if spot.more is not None:
            self._column = spot.more[1]
            self.refresh()
        super().go(spot)

    def take(self, ids: Sequence[int], others: Sequence[int], found: Mapping[Pair, int]) -> None:
        """Take what was counted; pairs that are not found are never told of together."""
        self._known.update({(id, other): 0 for id in ids for other in others} | dict(found))
        self.refresh()

    def _ask(self) -> None:
        """Ask for the numbers in sight that are not known yet."""
        seen = self.listing.ids[self.top : self.top + self.lines_in_sight]
        columns = tuple(self.columns)
        lacking = tuple(
            id for id in seen if any((id, column) not in self._asked_for for column in columns)
        )
        if lacking and columns:
            self._asked_for.update((id, column) for id in lacking for column in columns)
            self.post_message(Count(lacking, columns).by(self))

    def draw_head(self, width: int) -> list[Part]:
        """Return the numbers of the columns, which are those of the rows."""
        self._ask()  # whatever brings other rows into sight draws this line, too
        name, _ = shares(width)
        parts: list[Part] = [(text.fit("", _NUMBER + name), "")]
        for at in range(1, len(self.columns) + 1):
            parts.append((_cell(str(at), at == self._column), "heading"))
        return parts

    def draw(self, row: EntityRow, width: int) -> list[Part]:
        """Return the number of the row, the name, and a number for each column."""
        name, _ = shares(width)
        # Among the rows in sight: to look through a million for each of them takes 100 ms.
        at = self.listing.ids.index(row.ref.id, self.top, self.top + self.lines_in_sight)
        parts: list[Part] = [(text.fit(f"{at + 1} ", _NUMBER, right=True), "dim")]
        parts += self.named(text.line(row.name), name)
        for column, id in enumerate(self.columns, 1):
            count = self._known.get((row.ref.id, id))
            told = "…" if count is None else text.number(count) if count else "·"
            shown = "─" if id == row.ref.id else told
            is_chosen = column == self._column and at == self.cursor
            parts.append((_cell(shown, is_chosen), "" if count else "dim"))
        return parts

    def asides(self) -> Sequence[str]:
        """Return what the numbers count."""
        return ("passages that tell of both",)

    def tell_again(self) -> None:
        """Post what the cursor stands on: somebody with all, or two together."""
        self.post_message(Point(self.here, about=self.other).by(self))

    def action_column(self, way: int) -> None:
        """Choose a column, or the names."""
        self._column = max(0, min(len(self.columns), self._column + way))
        self.refresh()
        self.tell_again()

    def action_follow(self) -> None:
        """Open what the two share, or with whom the one is told of."""
        if self.here is not None:
            self.post_message(Open(self.here, about=self.other).by(self))


def _cell(shown: str, is_chosen: bool) -> str:
    """Return a number at the right of its cell, in brackets where it is chosen."""
    return text.fit(f"[{shown}]" if is_chosen else f"{shown} ", CELL, right=True)

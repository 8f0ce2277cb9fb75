"""Lists of which several rows can be chosen, to do one thing to all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.reactive import reactive

from casefile.tui import text
from casefile.tui.base.lines import Part
from casefile.tui.base.rowlist import Listing, Row, RowList
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Tell

MOST = 100_000
"""Rows that can be chosen at once: of a list that is longer fewer are shown first."""

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The chosen rows by id, so that they stay chosen while the list is narrowed or sorted."""

    ids: frozenset[int] = frozenset()
    begun: int | None = None
    """The id from which a stretch is being chosen; None where none is."""

    def toggled(self, id: int) -> "Chosen":
        """Return this with one row more, or one less where it was chosen."""
        return replace(self, ids=self.ids ^ {id})

    def stretched(self, ids: Sequence[int]) -> "Chosen":
        """Return this with a stretch of rows more."""
        return Chosen(self.ids | _things(ids))

    def inverted(self, listed: Sequence[int]) -> "Chosen":
        """Choose of the listed rows those that were not, and leave those that were."""
        return Chosen(self.ids ^ _things(listed))


def _things(ids: Sequence[int]) -> frozenset[int]:
    """Return the ids that stand for something: headings of a list have none above 0."""
    return frozenset(id for id in ids if id > 0)


class ChoosingList(RowList[R]):
    """A list of which rows can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.ROWS)

    chosen: reactive[Chosen] = reactive(Chosen(), init=False, repaint=False)
    """The rows that the next deed is done to, in place of the one under the cursor."""

    _begun_at: int | None = None
    """Where in the list the stretch began."""

    def sign(self, at: int, *, is_here: bool) -> list[Part]:
        """Return what stands before a row: its label, else the cursor and whether it is chosen."""
        if at in self.labels or not self._is_chosen(at):
            return super().sign(at, is_here=is_here)
        return [("›" if is_here else " ", "strong"), (text.fit("+", self.indent - 1), "match")]

    def _is_chosen(self, at: int) -> bool:
        """Tell whether a row is chosen, or lies in the stretch that is being chosen."""
        stretch = self._stretch()
        return self.listing.ids[at] in self.chosen.ids or (stretch is not None and at in stretch)

    def _stretch(self) -> range | None:
        """Return the rows of the stretch that is being chosen."""
        if self._begun_at is None:
            return None
        first, last = sorted((self._begun_at, self.cursor))
        return range(first, last + 1)

    def asides(self) -> Sequence[str]:
        """Say how many are chosen."""
        stretch = self._stretch()
        ids = self.listing.ids[stretch.start : stretch.stop] if stretch else ()
        number = len(self.chosen.ids) if not stretch else len(self.chosen.stretched(ids).ids)
        return [f"{text.number(number)} chosen"] if number else []

    def watch_listing(self, old: Listing, new: Listing) -> None:
        """Find the beginning of a stretch again; where it is no longer listed there is none."""
        begun = self.chosen.begun
        # Without one there is nothing to find: to look through a million ids takes 15 ms.
        is_listed = begun is not None and begun in new.ids
        self._begun_at = new.ids.index(begun) if begun is not None and is_listed else None
        super().watch_listing(old, new)

    def watch_cursor(self, old: int, new: int) -> None:
        super().watch_cursor(old, new)
        if self._begun_at is not None:
            self.retitle()
            self.refresh()

    def watch_chosen(self) -> None:
        self.retitle()
        self.refresh()

    def _choose(self, chosen: Chosen, begun_at: int | None = None) -> None:
        self._begun_at = begun_at
        self.chosen = chosen

    def _are_too_many(self, rows: int) -> bool:
        if rows > MOST:
            said = f"At most {MOST:,} rows are chosen at once: f narrows the list first."
            self.post_message(Tell(said).by(self))
        return rows > MOST

    def action_choose(self) -> None:
        """Choose the row, or leave it out again, and go on to the next."""
        if self.here is not None and self.here.id > 0:
            self._choose(self.chosen.toggled(self.here.id), self._begun_at)
        self.step(1)

    def action_stretch(self) -> None:
        """Begin a stretch at the cursor, or choose all rows from there to here."""
        if self.here is None:
            return
        stretch = self._stretch()
        if stretch is None:
            self._choose(replace(self.chosen, begun=self.here.id), self.cursor)
        elif not self._are_too_many(len(stretch)):
            self._choose(self.chosen.stretched(self.listing.ids[stretch.start : stretch.stop]))

    def action_invert(self) -> None:
        """Choose the rows of the list that are not chosen, and leave those that are."""
        if not self._are_too_many(len(self.listing.ids)):
            self._choose(self.chosen.inverted(self.listing.ids))

    def leave(self) -> bool:
        """Choose nothing any more; tell whether anything was chosen."""
        was = bool(self.chosen.ids) or self._begun_at is not None
        self._choose(Chosen())
        return was

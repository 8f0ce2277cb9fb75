"""A list of any length: ids in an array, rows read when they come into sight.

A million ids are 8 MB; rows are read by the page and at most 64 pages are
kept. The widget never counts, sorts or filters: it is given a listing.
"""

import re
from abc import abstractmethod
from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from textual import events
from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip

from casefile.model.orders import Order
from casefile.model.review import Review, Status
from casefile.model.words import Kind, Ref
from casefile.tui import text
from casefile.tui.base.lines import LineView, Part
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Open, Point, Scrolled

PAGE = 64
"""Rows read together: more than a tall terminal shows at once."""

PAGES = 64
"""Pages kept; the rows of about 4,000 lines."""


SIGNS = {
    Status.UNREVIEWED: " ", Status.CONFIRMED: "✓", Status.DISPUTED: "?", Status.REJECTED: "✗",
}  # fmt: skip
"""What stands behind a row for its status."""


def signs(review: Review, notes: int, *, lost: bool = False, is_new: bool = False) -> list[Part]:
    """Return the last three columns of a row: what is new, status or grade, and notes."""
    sign = review.grade or SIGNS[review.status]
    parts: list[Part] = [("+" if is_new else " ", "strong")]
    parts.append((sign, "warn" if review.status is Status.DISPUTED else "accent"))
    return [*parts, ("!", "warn") if lost else ("*" if notes else " ", "note")]


class Row(Protocol):
    """What a row must have: the thing it stands for."""

    @property
    def ref(self) -> Ref:
        """The thing."""


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """What a list shows. Compared by identity: its ids may be a million."""

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    """In the order of the screen."""
    matching: str = ""
    """What the list is narrowed to, as typed."""
    within: str = ""
    """The thing that all rows belong to, by name; empty for no such bound."""
    total: int | None = None
    """Rows without narrowing; None while that is not known."""
    ready: bool = True
    """False while more ids are on their way."""
    stale: bool = False
    """The ids answer an older question; the new answer is on its way."""
    rows: "Mapping[int, Any] | None" = None
    """The rows by id, where they were read together with the ids."""
    aside: str = ""
    """What else the title says."""
    extent: tuple[date, date] | None = None
    """The first and the last day of what is listed; only for a timeline."""
    order: Order | None = None
    """By what the reader sorted it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the cursor stands and how far a pane is scrolled."""

    ref: Ref | None = None
    at: int = 0
    top: int = 0
    more: tuple[str, int] | None = None
    """What else a pane needs to come back to: how far a timeline is zoomed, and where it begins."""


class RowList(LineView, Generic[R]):
    """Rows of one kind; moving posts Point, enter posts Open."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.LIST)

    KIND: ClassVar[Kind]
    NAME: ClassVar[str]
    """The title of the pane."""
    EMPTY: ClassVar[tuple[str, ...]]
    """What stands in a list without rows: what would be here, and how it comes here."""
    THINGS: ClassVar[str] = ""
    """What its rows are called, where the title does not say so."""
    PLACE: ClassVar[Place] = Place.LIST
    """Which keys are its own."""
    HEAD: ClassVar[int] = 0
    """Lines above the rows that do not scroll."""

    listing: reactive[Listing] = reactive(Listing(ready=False), init=False)
    """What to show. Bound by the screen."""

    cursor: reactive[int] = reactive(0, repaint=False, init=False)
    """The row the cursor stands on, from 0."""

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[R]], *, id: str) -> None:
        super().__init__(id=id)
        self._fetch = fetch
        self._pages: OrderedDict[int, dict[int, R]] = OrderedDict()
        self._asked: Spot | None = None
        self._kept: Spot | None = None
        self._unnarrowed: Spot | None = None

    @abstractmethod
    def draw(self, row: R, width: int) -> list[Part]:
        """Return the parts of a row's line; at most the width."""

    def draw_head(self, width: int) -> list[Part]:
        """Return the parts of the line above the rows, where there is one."""
        return []

    @property
    def room(self) -> int:
        """Columns of a row, right of the sign of the cursor and left of the scrollbar."""
        return max(1, self.scrollable_content_region.width - self.indent)

    @property
    def lines_in_sight(self) -> int:
        """Rows that fit, at least one."""
        return max(1, self.size.height - self.HEAD)

    def measure(self, lines: int) -> None:
        """Take the number of rows there are."""
        super().measure(lines + self.HEAD)

    @property
    def here(self) -> Ref | None:
        """What the cursor stands on."""
        ids = self.listing.ids
        return Ref(self.KIND, ids[self.cursor]) if self.cursor < len(ids) else None

    @property
    def spot(self) -> Spot:
        """Where the cursor stands, to come back to."""
        return Spot(self.here, self.cursor, self.top)

    def go(self, spot: Spot) -> None:
        """Return to a spot; once its row is read in, where it is not yet."""
        self._asked = spot
        self._settle()

    def row_at(self, at: int) -> R | None:
        """Return a row, or None where the case no longer holds it."""
        if self.listing.rows is not None:
            return self.listing.rows.get(self.listing.ids[at])
        page = at // PAGE
        rows = self._pages.get(page)
        if rows is None:
            ids = self.listing.ids[page * PAGE : (page + 1) * PAGE]
            rows = {row.ref.id: row for row in self._fetch(ids)}
            self._pages[page] = rows
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return rows.get(self.listing.ids[at])

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        if not self.listing.ids:
            return self._empty_line(y)
        if y < self.HEAD:
            return self.paint([(" " * self.indent, ""), *self.draw_head(self.room)])
        at = self.top + y - self.HEAD
        if at >= len(self.listing.ids):
            return self.paint(())
        row = self.row_at(at)
        parts = self.draw(row, self.room) if row else [("no longer in the case", "dim")]
        over = "cursor" if at == self.cursor else ""
        if self.listing.stale:
            over = f"{over} dim"
        return self.paint([*self.sign(at, is_here=at == self.cursor), *parts], over)

    def lines_of_cursor(self) -> range:
        """Return which line the cursor lies on, counted from the top of the pane."""
        line = self.cursor - self.top + self.HEAD
        return range(line, line + 1)

    def in_sight(self) -> Sequence[int]:
        """Return the rows in sight that stand for something."""
        rows = range(self.top, min(self.top + self.lines_in_sight, len(self.listing.ids)))
        return [at for at in rows if self.listing.ids[at] > 0]

    def follow(self, at: int) -> None:
        """Put the cursor on a row and open it."""
        self.step(at - self.cursor)
        self.action_follow()

    def _empty_line(self, y: int) -> Strip:
        lines = self.empty_text()
        at = y - 1
        if not 0 <= at < len(lines):
            return self.paint(())
        shown = text.cut(lines[at], self.size.width - 3)
        return self.paint([(f"  {shown}", "strong" if at == 0 else "dim")])

    def empty_text(self) -> tuple[str, ...]:
        """Return what to say where there is no row."""
        listing = self.listing
        if not listing.ready:
            return ("Reading …",)
        what = self.THINGS or self.NAME.lower()
        if listing.matching:
            return (
                f"No {what} match “{text.line(listing.matching)}”.",
                "f  change it, then escape to clear it",
            )
        if listing.within:
            return (f"No {what} belong to {text.line(listing.within)}.", ".  show all again")
        return self.EMPTY

    def watch_listing(self, old: Listing, new: Listing) -> None:
        is_more = self._is_more(old, new)
        if not is_more:
            self._pages.clear()
        here = Spot(self._ref_of(old, self.cursor), self.cursor, self.top)
        if old.matching != new.matching:
            self._kept = self._spot_for(old, new, here)
        self._kept = self._kept or here
        self.measure(len(new.ids))
        self._settle()
        self.retitle()
        if not is_more:
            self.refresh()

    @staticmethod
    def _is_more(old: Listing, new: Listing) -> bool:
        """Tell whether a list goes on as it began: what is drawn of it stands.

        Also where only more is known of it, such as how long it is. Whole pages, for of a part
        of one other rows were read.
        """
        begun = len(old.ids)
        is_same = (old.matching, old.within, old.order) == (new.matching, new.within, new.order)
        is_whole = (begun > 0 and begun % PAGE == 0) or begun == len(new.ids) > 0
        is_same = is_same and (new.ids is old.ids or not old.ready)
        is_plain = old.rows is new.rows is None and not (old.stale or new.stale)
        return is_same and is_whole and is_plain and new.ids[:begun] == old.ids

    def _spot_for(self, old: Listing, new: Listing, here: Spot) -> Spot:
        """Return where the cursor goes: to the best match, and back when all is shown again.

        Who chose a row of the narrowed list stays on it.
        """
        if not old.matching:
            self._unnarrowed = here
        if new.matching:
            return Spot()
        return here if old.within != new.within else self._unnarrowed or here

    def _ref_of(self, listing: Listing, at: int) -> Ref | None:
        return Ref(self.KIND, listing.ids[at]) if at < len(listing.ids) else None

    def _settle(self) -> None:
        """Put the cursor where it was wanted, as far as the ids are there."""
        spot, ids = self._asked or self._kept, self.listing.ids
        if spot is None:
            return
        at = self._find(spot)
        if at is None and not self.listing.ready:
            return
        if self.listing.ready:
            self._asked = self._kept = None
        moved = at is None
        at = min(spot.at, max(0, len(ids) - 1)) if at is None else at
        top = spot.top if not moved and at - spot.at == 0 else max(0, at - self.lines_in_sight // 3)
        if (at, top) != (self.cursor, self.top):
            self.refresh()
        self.set_reactive(RowList.cursor, at)
        self.hold(top)
        self.tell_again()

    def _find(self, spot: Spot) -> int | None:
        ids = self.listing.ids
        if spot.ref is None:
            return spot.at if spot.at < len(ids) else None
        if spot.at < len(ids) and ids[spot.at] == spot.ref.id:
            return spot.at
        try:
            return ids.index(spot.ref.id)
        except ValueError:
            return None

    def retitle(self) -> None:
        """Write the title: how many rows, of how many, narrowed to what."""
        listing = self.listing
        shown = text.number(self.amount)
        if listing.total is not None and listing.total != len(listing.ids):
            shown = f"{shown} of {text.number(listing.total)}"
        aside = list(self.asides())
        if listing.order:
            aside.append(f"by {listing.order.by} {'↓' if listing.order.down else '↑'}")
        if listing.within:
            aside.append(f"only {text.line(listing.within)}")
        if listing.matching:
            aside.append(f"matching “{text.line(listing.matching)}”")
        self.title_line(f"{self.NAME}  {shown}", "  ".join(aside))

    @property
    def amount(self) -> int:
        """How many things there are."""
        return len(self.listing.ids)

    def asides(self) -> Sequence[str]:
        """Return what else the title says."""
        return (self.listing.aside,) if self.listing.aside else ()

    def forget_rows(self) -> None:
        """Read again what is in sight: something is said of a row now that was not."""
        self._pages.clear()
        self.refresh()

    def watch_cursor(self, old: int, new: int) -> None:
        self.bring_into_sight(new, new)
        self.refresh_line(old + self.HEAD)
        self.refresh_line(new + self.HEAD)
        self.tell_again()

    def tell_again(self) -> None:
        """Post what the cursor stands on."""
        self.read_aloud(self.cursor)
        self.post_message(Point(self.here).by(self))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        self.post_message(Scrolled().by(self))
        self.measure(len(self.listing.ids))
        self.held_again()
        self.bring_into_sight(self.cursor, self.cursor)
        self.retitle()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; a second click opens it."""
        line = event.get_content_offset_capture(self).y - self.HEAD
        at = self.top + line
        if line >= 0 and 0 <= at < len(self.listing.ids):
            if at == self.cursor and event.chain > 1:
                self.action_follow()
            self._asked = self._kept = self._unnarrowed = None
            self.cursor = at

    def step(self, by: int) -> None:
        """Move the cursor by rows."""
        self._asked = self._kept = self._unnarrowed = None
        last = len(self.listing.ids) - 1
        self.cursor = max(0, min(last, self.cursor + by))

    def action_follow(self) -> None:
        """Open the row."""
        if self.here is not None:
            self.post_message(Open(self.here).by(self))

    def tagged(self, shown: str, review: Review, room: int) -> list[Part]:
        """Return a row's name and, behind it, its tags, in exactly so many columns."""
        tags = " ".join(f"#{text.line(name)}" for name in review.tags)
        if review.sensitive:
            tags = f"sensitive {tags}".rstrip()
        width = min(text.cells(tags), room // 3)
        if not tags or room < 12:
            return self.named(shown, room)
        return [*self.named(shown, room - width - 1), (" ", ""), (text.fit(tags, width), "accent")]

    def named(self, shown: str, room: int) -> list[Part]:
        """Return a row's name in exactly so many columns, what was narrowed to highlighted."""
        name = text.fit(shown, max(0, room))
        needle = self.listing.matching.strip()
        found = re.search(re.escape(needle), name, re.IGNORECASE) if needle else None
        if found is None:
            return [(name, "")]
        start, end = found.span()
        return [(name[:start], ""), (name[start:end], "match"), (name[end:], "")]

"""The part of the browser that works on a whole list: sorts it, and writes it into a file."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from casefile.errors import CasefileError
from casefile.model.orders import ORDERS, Order, order_of
from casefile.model.words import Kind, Ref
from casefile.tui import keys, text
from casefile.tui.base.card import CardView
from casefile.tui.base.chosen import MOST, ChoosingList
from casefile.tui.screens.forms import FormScreen, keys_of
from casefile.tui.screens.place import Slot

if TYPE_CHECKING:
    from casefile.deeds.taking import Taken


def _habit(kind: Kind) -> str:
    """Return the name under which the order of a list is remembered."""
    return f"{kind.value} sorted by"


class ListingScreen(FormScreen):
    """Sorts lists, and takes them out of the case."""

    def remember_orders(self) -> None:
        """Sort each list as the reader sorted it last."""
        for kind in ORDERS:
            by, _, end = self.memory.habit(_habit(kind)).partition(" ")
            order = order_of(kind, by)
            if order is not None:
                order = Order(by, end == "down")
            self._questions[kind] = replace(self._questions[kind], order=order)

    # Sorting

    def action_sort(self) -> None:
        """Offer what this list can be sorted by."""
        from casefile.tui.widgets.review_lines import SortLine

        kind = self.tab
        if not isinstance(kind, Kind) or kind not in ORDERS:
            self.tell("This is not sorted; what is: the lists that 1 to 4 and 8 open.")
            return
        line = SortLine()
        line.asked = "Sort by"
        offered = {"reverse", "own", "leave", *ORDERS[kind]}
        ids = {key.id for key in keys.at(keys.Place.SORT)}
        line.without = frozenset(ids - {f"sort.{one}" for one in offered})
        self.open_form(line, keys.Place.SORT, lambda by: self._sort(kind, by))

    def _sort(self, kind: Kind, by: str) -> None:
        now = self._questions[kind].order
        if by == "reverse":
            usual = order_of(kind, next(iter(ORDERS[kind])))
            order = (now or usual or Order(by)).turned()
        elif by == "own":
            order = None
        else:
            wanted = order_of(kind, by)
            if wanted is None:
                self.tell(f"This list is not sorted by {by}.")
                return
            order = now.turned() if now and now.by == by else wanted
        self._questions[kind] = replace(self._questions[kind], order=order)
        kept = f"{order.by} {'down' if order.down else 'up'}" if order else ""
        self.memory.keep_habit(_habit(kind), kept)
        self.ask_list(kind)
        self.trail = self.trail.amend(self._place())

    # Taking out

    def action_export(self, file: str = "") -> None:
        """Write what is chosen, else the list or the links of the card, into a new file."""
        refs = self._rows_here()
        if not refs:
            self.tell("x writes the rows of a list or a card into a file; this is neither.")
            return
        if file:
            self._take_out(refs, file)
            return
        rows = text.count_of(len(refs), "row")
        label = f"Write {rows} to (.md .csv .json .txt)"
        self._ask_for_file(label, lambda name: self._take_out(refs, name))

    def action_export_notes(self, file: str = "") -> None:
        """Write notes into a new file, with footnotes: of a list all, of a card those on it."""
        on = () if self.slot is Slot.LIST or self.main is None else (self.main.ref,)
        notes = self._case.ids(Kind.NOTE, within=on[0] if on else None)
        if not notes:
            self.tell("There is no note on this: a writes one." if on else "There is no note yet.")
        elif file:
            self._take_notes(on, file)
        else:
            rows = text.count_of(len(notes), "note")
            label = f"Write {rows} {'on this' if on else 'of the case'} to (.md)"
            self._ask_for_file(label, lambda name: self._take_notes(on, name))

    def _ask_for_file(self, label: str, take: Callable[[str], bool], typed: str = "") -> None:
        """Ask for the name of a file, again where nothing could be written by that name."""
        from casefile.tui.widgets.form_lines import ReasonLine

        def write(name: str) -> None:
            if not take(name):
                self._ask_for_file(label, take, name)
                self.say_below()

        line = ReasonLine(label, typed, keys_of(self, keys.Place.REASON))
        self.open_form(line, keys.Place.REASON, write)

    def _take_notes(self, on: tuple[Ref, ...], file: str) -> bool:
        return self._told_of(file, "note", lambda: self._case.take_notes(on, file))

    def _rows_here(self) -> tuple[Ref, ...]:
        """Return what is chosen, else all rows of the list or card that has the keys."""
        pane = self.pane_in(self.slot)
        if isinstance(pane, CardView) and pane.view is not None:
            return tuple(dict.fromkeys(row.ref for row in pane.view.rows if row.ref))
        if not isinstance(pane, ChoosingList):
            return ()
        ids = pane.listing.ids[:MOST]
        return self.chosen() or tuple(Ref(pane.KIND, id) for id in ids if id > 0)

    def _take_out(self, refs: tuple[Ref, ...], file: str) -> bool:
        return self._told_of(file, "row", lambda: self._case.take_out(refs, file))

    def _told_of(self, file: str, what: str, take: Callable[[], "Taken"]) -> bool:
        """Write a file, and tell how much went into it, or why nothing did.

        Returns:
            Whether there is nothing to be asked again.
        """
        if not file.strip():
            self.tell("Nothing was written: there was no name.")
            return True
        try:
            taken = take()
        except CasefileError as error:
            self.tell(str(error))
            return False
        self.tell(f"{text.count_of(taken.rows, what)} written to {text.line(str(taken.path))}")
        return True

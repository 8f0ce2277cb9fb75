"""The half of the browser that moves: slots, focus, and the trail back.

Three slots from left to right: a list, the thing opened from it, and a preview
of what the cursor in that stands on. Going in opens the next slot, going out
returns to the one before; the trail remembers every place exactly.
"""

from abc import abstractmethod
from dataclasses import replace

from textual import events
from textual.reactive import reactive
from textual.widget import Widget

from casefile.core.trail import Trail
from casefile.model.words import Ref
from casefile.tui import keys
from casefile.tui.base.card import CardView
from casefile.tui.base.chosen import ChoosingList
from casefile.tui.base.look import Look, Tab
from casefile.tui.base.reader import Reader
from casefile.tui.base.rowlist import RowList, Spot
from casefile.tui.base.view import Article, Sought
from casefile.tui.screens.place import Place, Question, Slot, Target, crumbs, list_of
from casefile.tui.screens.reading import LISTS
from casefile.tui.screens.searching import SearchingScreen


class WalkingScreen(SearchingScreen):
    """Knows where the reader is and how to come back; its child knows what the panes are."""

    crumbs: reactive[tuple[str, ...]] = reactive((), repaint=False)
    """Names of the places from the list to here."""
    steps: reactive[tuple[int, int]] = reactive((0, 0), repaint=False)
    """How many places lie behind and ahead."""
    aside: reactive[str] = reactive("", repaint=False)
    """The thing that bounds the lists, by name."""
    places: reactive[tuple[keys.Place, ...]] = reactive(
        (keys.Place.LIST, keys.Place.ROWS, keys.Place.BROWSE), repaint=False
    )
    """What is in reach of the keys."""
    slot: reactive[Slot] = reactive(Slot.LIST, init=False, repaint=False)
    """Which slot has the keys."""

    _opening: Place | None = None
    """Where the reader was when asking for what is now being read."""
    _restoring: Place | None = None
    """The place gone back to, while what was open there is being read."""
    _side_spot: Spot | None = None
    """Where to go in the preview once it is read."""
    _beside: Target | None = None
    """What the cursor in the main slot stands on."""

    @abstractmethod
    def make_list(self, kind: Tab) -> Widget:
        """Return a new pane for a list."""

    # Which pane is which

    @property
    def list_pane(self) -> RowList:  # type: ignore[type-arg]  # of any row
        """The open list."""
        return self.query_one(f"#{LISTS[self.tab]}", RowList)

    def pane_in(self, slot: Slot) -> Widget:
        """Return the pane that shows what a slot holds."""
        if slot is Slot.LIST:
            return self.list_pane
        view = self.main if slot is Slot.MAIN else self.side
        name = "article" if isinstance(view, Article) else "detail"
        return self.query_one(f"#{slot.value}-{name}")

    def chosen(self) -> tuple[Ref, ...]:
        """Return what is chosen in the list that has the keys."""
        pane = self.pane_in(self.slot)
        if not isinstance(pane, ChoosingList):
            return ()
        return tuple(Ref(pane.KIND, id) for id in sorted(pane.chosen.ids))

    def slot_of(self, widget: Widget | None) -> Slot | None:
        """Return the slot a widget lies in."""
        for node in widget.ancestors_with_self if widget else ():
            if node.id in ("list", "main", "side"):
                return Slot(node.id)
            if node.id == "finder":
                return Slot.FOUND
        return None

    @property
    def side_in_sight(self) -> bool:
        """Whether there is a preview to fill."""
        return bool(self.query_one("#side").display) and self.query_one("#side").size.width > 0

    # Places

    def _place(self) -> Place:
        """Return where the reader is now."""
        return Place(
            self.tab,
            self._questions[self.tab],
            self.list_pane.spot,
            self.slot,
            self._wanted.get(Slot.MAIN) if self.main else None,
            self._spot_in(Slot.MAIN),
            self._spot_in(Slot.SIDE),
            self._list_name() if self.slot is Slot.LIST else self._main_name(),
        )

    def _spot_in(self, slot: Slot) -> Spot:
        pane = self.pane_in(slot)
        return pane.spot if isinstance(pane, Reader | CardView) else Spot()

    def _list_name(self) -> str:
        matching = self._questions[self.tab].matching
        name = self.list_pane.NAME
        return f"{name} “{matching}”" if matching else name

    def _main_name(self) -> str:
        if isinstance(self.main, Article):
            return self.main.source.row.title
        return self.main.title if self.main else ""

    def watch_trail(self, trail: Trail[Place]) -> None:
        self.crumbs = crumbs(trail)
        self.steps = (trail.behind, trail.ahead)

    def visit(self, place: Place) -> None:
        """Open a place from here; here is kept as it is left."""
        self.trail = self.trail.amend(self._opening or self._place()).visit(place)

    def open(self, target: Target, search: Sought | None = None) -> None:
        """Show something in the main slot and go there, once it is read.

        Args:
            target: What to open.
            search: The search it was found by, to come back to.
        """
        self._opening = replace(self._place(), search=search)
        if self.is_shown(Slot.MAIN, target):
            self.has_landed(Slot.MAIN, target)
        else:
            self.ask_view(Slot.MAIN, target)

    def is_known(self, slot: Slot, target: Target) -> bool:
        """Tell whether a thing is to be shown as a whole only, such as one that is gone back to."""
        is_gone_back_to = self._side_spot if slot is Slot.SIDE else self._restoring
        return is_gone_back_to is not None or super().is_known(slot, target)

    def has_landed(self, slot: Slot, target: Target) -> None:
        """Go to what was opened, or back to where we were in it."""
        place = self._restoring
        if slot is Slot.SIDE and self._side_spot is not None:
            self._go_within(self.pane_in(Slot.SIDE), self._side_spot)
            self._side_spot = None
        elif slot is Slot.MAIN and place is not None and place.target == target:
            self._restoring = None
            self._go_within(self.pane_in(Slot.MAIN), place.main)
            self._side_spot = place.side
            self._enter(place.slot)
        elif slot is Slot.MAIN and self._opening is not None:
            self._arrive()

    def _arrive(self) -> None:
        left, self._opening = self._opening, None
        if left is None:
            return
        self._enter(Slot.MAIN)
        here = self.trail.here
        if left.search is not None and here is not None and here.search is None:
            self.trail = self.trail.amend(replace(left, search=None)).visit(left)
        else:
            self.trail = self.trail.amend(left)
        self.trail = self.trail.visit(self._place())

    def has_failed(self, slot: Slot, target: Target) -> None:
        """Stay where we are when a thing cannot be shown; where it was shown, go to the list."""
        if slot is not Slot.MAIN:
            return
        self._opening = self._restoring = None
        if self.main is not None and self.main.ref == target.ref:
            self.main = None
            self._enter(Slot.LIST)
        self.list_pane.tell_again()

    @staticmethod
    def _go_within(pane: Widget, spot: Spot) -> None:
        if isinstance(pane, Reader | CardView):
            pane.go(spot)

    def _enter(self, slot: Slot) -> None:
        """Give the keys to a slot."""
        self.slot = slot
        pane = self.pane_in(slot)
        self.give_keys(pane)

    def give_keys(self, pane: Widget) -> None:
        """Let a pane have the keys."""
        # Not pane.focus(), which waits its turn: what has the keys and the slot must agree.
        self.set_focus(pane)
        self._set_places(pane)

    def watch_slot(self, slot: Slot) -> None:
        slots, body = (Slot.LIST, Slot.MAIN, Slot.SIDE), self.query_one("#body")
        for each in slots:
            body.set_class(each is slot, f"-at-{each.value}", update=False)
        self.rearrange(*(self.query_one(f"#{each.value}") for each in slots))

    def rearrange(self, *widgets: Widget) -> None:
        """Give widgets the styles of their new classes, but not anew to all that is in them.

        A pane has twenty styles of its own; those of all panes take 20 to 60 ms.
        """
        self.app.stylesheet.update_nodes(widgets)

    def _set_places(self, pane: Widget) -> None:
        here: list[keys.Place] = []
        if isinstance(pane, RowList):
            rows = (keys.Place.ROWS,) if isinstance(pane, ChoosingList) else ()
            here = list(dict.fromkeys((pane.PLACE, keys.Place.LIST, *rows)))
        elif isinstance(pane, Reader | CardView):
            here = [keys.Place.ARTICLE if isinstance(pane, Reader) else keys.Place.CARD]
        self.places = (*here, keys.Place.BROWSE)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus where a click or tab has put it."""
        slot = self.slot_of(event.widget)
        if event.widget is not self.focused:  # by now something else has the keys
            return
        if slot is None or slot is Slot.FOUND or slot is self.slot:
            return
        self._step_to(slot)

    def _step_to(self, slot: Slot) -> None:
        """Move between the slots: out to the list is a step up the trail, in is a visit."""
        left = self._place()
        old = self.slot
        if slot is not Slot.LIST and self.main is None:
            return
        self._opening = None
        self._enter(slot)
        if slot is Slot.LIST:
            trail = self.trail.amend(left)
            at = list_of(trail, self.tab, self._questions[self.tab])
            stepped = replace(trail, at=at) if at is not None else trail.visit(self._place())
            self.trail = stepped.amend(self._place())
        elif old is Slot.LIST:
            self.trail = self.trail.amend(left).visit(self._place())

    def _return_to(self, place: Place) -> None:
        """Restore a place: list, filter, cursor, scroll, what was open, and the pane."""
        self._opening = None
        self._restoring = None
        self._set_tab(place.tab, place.question, place.rows)
        if place.is_list:
            self._enter(Slot.LIST)
        if place.target is None:
            self.list_pane.tell_again()
            return
        self._restoring = place
        if self.is_shown(Slot.MAIN, place.target):
            self.has_landed(Slot.MAIN, place.target)
        else:
            self.ask_view(Slot.MAIN, place.target)

    def _set_tab(self, tab: Tab, question: Question, rows: Spot | None = None) -> None:
        fresh = self._questions[tab] != question or not self.listing(tab).ready
        self._questions[tab] = question
        self.tab = tab
        lists = self.query_one("#list")
        if not any(pane.id == LISTS[tab] for pane in lists.children):
            # data_bind binds to the active pump, and an action runs in the app's.
            with self._context():
                lists.mount(self.make_list(tab))
        for pane in lists.children:
            pane.display = pane.id == LISTS[tab]
        self._give_room(isinstance(tab, Look))
        if fresh:
            self.ask_list(tab)
        if rows is not None:
            self.list_pane.go(rows)
        within = question.within
        self.aside = self.ask(lambda: self._case.label(within), "") if within else ""

    def _give_room(self, is_look: bool) -> None:
        """Let a look at the whole case have more of the screen than a list."""
        body = self.query_one("#body")
        if body.has_class("-looking") is not is_look:
            body.set_class(is_look, "-looking", update=False)
            self.rearrange(*(self.query_one(f"#{each}") for each in ("list", "main", "side")))

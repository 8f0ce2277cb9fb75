"""The browser: lists, what is open, and what the cursor in it stands on.

Three slots from left to right: a list, the thing opened from it, and a preview
of what the cursor in that stands on. Going in opens the next slot, going out
returns to the one before; the trail remembers every place exactly.
"""

from contextlib import ExitStack
from dataclasses import replace
from time import monotonic
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from casefile.case import Case
from casefile.deeds.clipboard import Clipboard
from casefile.deeds.configuring import Settings
from casefile.deeds.memory import Memory
from casefile.model.words import Kind, Ref
from casefile.tui import keys, messages
from casefile.tui.base.card import CardView
from casefile.tui.base.chosen import ChoosingList
from casefile.tui.base.look import Look, Tab, tab_of
from casefile.tui.base.reader import Reader
from casefile.tui.base.rowlist import RowList
from casefile.tui.screens.adding import AddingScreen
from casefile.tui.screens.bounding import BoundingScreen
from casefile.tui.screens.brought import Linked
from casefile.tui.screens.commanding import CommandingScreen
from casefile.tui.screens.correcting import CorrectingScreen
from casefile.tui.screens.deleting import DeletingScreen
from casefile.tui.screens.drafting import DraftingScreen
from casefile.tui.screens.hinting import HintingScreen
from casefile.tui.screens.labelling import LabellingScreen
from casefile.tui.screens.listing import ListingScreen
from casefile.tui.screens.looking import LookingScreen
from casefile.tui.screens.outside import OutsideScreen
from casefile.tui.screens.overlooking import OverlookingScreen
from casefile.tui.screens.place import Slot, Target
from casefile.tui.screens.reading import LISTS
from casefile.tui.screens.relabelling import RelabellingScreen
from casefile.tui.screens.resizing import ResizingScreen
from casefile.tui.screens.returning import ReturningScreen
from casefile.tui.screens.reviewing import ReviewingScreen
from casefile.tui.screens.saving import SavingScreen
from casefile.tui.screens.seeing import SeeingScreen
from casefile.tui.widgets.article_pane import ArticlePane
from casefile.tui.widgets.detail_pane import DetailPane
from casefile.tui.widgets.foot import Foot
from casefile.tui.widgets.sources_pane import SourcesPane
from casefile.tui.widgets.status_bar import StatusBar
from casefile.tui.widgets.tab_bar import TabBar
from casefile.tui.widgets.trail_bar import TrailBar

SMALLEST = (40, 10)
"""Columns and rows below which nothing useful fits."""

LOOK_EVERY = 2.0
"""Seconds between looks whether another program has written to the case."""

AT_REST_S = 1.0
"""Seconds after the last key from which a reader is taken to look, and not to press."""

SHARE = 20
"""Times as long as a list took to be read again, it is not read again after that."""

READ_AGAIN_S = 30.0
"""Seconds after which it is, whatever is pressed and however long it takes."""

PAINT_WITHIN_S = 0.05
"""Seconds after which the first frame is painted, also where the article beside is not there."""

_NEVER = 10_000
"""Columns that no terminal has."""


class BrowseScreen(
    HintingScreen,
    AddingScreen,
    DeletingScreen,
    ResizingScreen,
    DraftingScreen,
    RelabellingScreen,
    OutsideScreen,
    CorrectingScreen,
    ReviewingScreen,
    ListingScreen,
    SavingScreen,
    OverlookingScreen,
    CommandingScreen,
    SeeingScreen,
    ReturningScreen,
    LookingScreen,
    LabellingScreen,
    BoundingScreen,
):
    """One case on one screen."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.Place.BROWSE)

    _pressed_at = 0.0
    """When, by the monotonic clock, the last key came."""

    def __init__(
        self,
        case: Case,
        start: Ref | None,
        settings: Settings,
        memory: Memory,
        clipboard: Clipboard,
        remark: str,
    ) -> None:
        super().__init__(case, memory, clipboard, mouse=bool(settings.number("mouse")))
        self.remember_orders()
        self._start = start
        self._is_unpainted = True
        self._until_whole = ExitStack()
        """Open as long as nothing is painted."""
        self.has_begun = False
        """Whether the first frame is painted, and what it does not show is being read."""
        self._remark = remark
        self._plain = bool(settings.number("plain"))
        two = _NEVER if self._plain else settings.number("layout.two_panes")
        three = max(two + 1, settings.number("layout.three_panes"))
        self._breakpoints = [(0, "-narrow"), (two, "-middle"), (three, "-wide")]
        self.HORIZONTAL_BREAKPOINTS = self._breakpoints
        self.set_reactive(BrowseScreen.signs, bool(settings.number("layout.gutter")))
        if self._plain or not settings.number("layout.preview"):
            self._usual = frozenset({"alone"})
            self.add_class("-alone", update=False)
        if start is None:
            self.begin_returning()

    # Building

    def compose(self) -> ComposeResult:
        # Textual sets these after the first arrangement, which then is made twice.
        width = self.app.size.width
        fitting = [name for least, name in self._breakpoints if width >= least]
        self.add_class(fitting[-1], update=False)
        bar = TabBar(self._case.name, read_only=self._case.read_only)
        yield bar.data_bind(BrowseScreen.summary, BrowseScreen.tab, BrowseScreen.aside)
        is_look = isinstance(self.tab, Look)
        yield TrailBar().data_bind(BrowseScreen.crumbs, BrowseScreen.steps, BrowseScreen.running)
        with Container(id="body", classes="-at-list -looking" if is_look else "-at-list"):
            with Container(id="list"):
                yield self.make_list(self.tab)
            for slot, bound in (("main", BrowseScreen.main), ("side", BrowseScreen.side)):
                with Container(id=slot):
                    yield self._article_pane(slot).data_bind(shown=bound)
                    yield DetailPane(id=f"{slot}-detail").data_bind(shown=bound)
        with Foot():
            yield StatusBar().data_bind(BrowseScreen.places, BrowseScreen.message)
        yield Static(Content("too small"), id="too-small")

    @staticmethod
    def _article_pane(slot: str) -> ArticlePane:
        pane = ArticlePane(id=f"{slot}-article")
        return pane.data_bind(BrowseScreen.signs, BrowseScreen.marked)

    def make_list(self, kind: Tab) -> Widget:
        """Return a new pane for a list."""
        if isinstance(kind, Look):
            return self.make_look(kind)
        case, name = self._case, LISTS[kind]
        if kind is Kind.SOURCE:
            sources = SourcesPane(self.with_news(kind, case.source_rows), id=name)
            return sources.data_bind(listing=BrowseScreen.sources)
        # The first screen does not wait for the lists that it does not show.
        if kind is Kind.ENTITY:
            from casefile.tui.widgets.entities_pane import EntitiesPane

            entities = EntitiesPane(self.with_news(kind, case.entity_rows), id=name)
            return entities.data_bind(listing=BrowseScreen.entities)
        if kind is Kind.EVENT:
            from casefile.tui.widgets.events_pane import EventsPane

            events = EventsPane(self.with_news(kind, case.event_rows), id=name)
            return events.data_bind(listing=BrowseScreen.events)
        if kind is Kind.FACT:
            from casefile.tui.widgets.facts_pane import FactsPane

            facts = FactsPane(self.with_news(kind, case.facts), id=name)
            return facts.data_bind(listing=BrowseScreen.facts)
        from casefile.tui.widgets.notes_pane import NotesPane

        notes = NotesPane(self.fetcher(case.note_rows), id=name)
        return notes.data_bind(listing=BrowseScreen.notes)

    def on_mount(self) -> None:
        self._until_whole.enter_context(self.app.batch_update())
        self.set_timer(PAINT_WITHIN_S, self._begin_painting)
        self.query_one("#main-article").display = False
        self.query_one("#side-article").display = False
        is_back = self.aim()
        self.list_at_once(self.tab)
        if not is_back:
            self.trail = self.trail.visit(self._place())
        self.set_focus(self.list_pane)
        is_alone = self.has_class("-alone") or is_back or self._start is not None
        if not is_alone and self.list_pane.here is not None:
            self.show_at_once(Slot.MAIN, Target(self.list_pane.here))
        self.tell(self._remark)
        self.set_interval(LOOK_EVERY, self._look_for_changes)
        if self._start is not None:
            self.open(Target(self._start))
        self.call_after_refresh(self.offer_drafts)
        self.call_after_refresh(self.begin_seeing)

    def _begin_painting(self) -> None:
        """Paint the first frame: all that belongs to it has its place.

        Textual arranges the first screen four times, and paints it each time.
        """
        if not self._is_unpainted:
            return
        self._is_unpainted = False
        self._until_whole.close()
        self._repaint_required = False  # what has a place is painted with the arrangement
        self.refresh(repaint=False, layout=True)
        self.call_after_refresh(self._read_the_rest)

    def _read_the_rest(self) -> None:
        """Read what the first frame does not show: it would take the time of its painting."""
        self.has_begun = True
        self.count()
        if not self.listing(self.tab).ready:
            self._list(self.tab, self._questions[self.tab], self.listing(self.tab))
        self.come_back()

    def _compositor_refresh(self) -> None:
        # Textual draws also what it then does not write because of the batch.
        if not self.app._batch_count:
            super()._compositor_refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Say so where nothing useful fits."""
        self._end_labels()
        tiny = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        self.set_class(tiny, "-tiny")

    # Wishes of the panes

    @on(messages.Point)
    def _look(self, message: messages.Point) -> None:
        message.stop()
        slot = self.slot_of(message.pane)
        if slot is not Slot.FOUND and message.pane is not self.pane_in(slot or Slot.LIST):
            return  # a pane that is hidden, or was while the message was on its way
        target = Target(message.ref, message.span, message.about) if message.ref else None
        on_its_way = self._opening or self._restoring
        if slot is Slot.LIST and self.slot is Slot.LIST:
            if not on_its_way:
                self.ask_view(Slot.MAIN, target)
        elif slot is Slot.MAIN:
            self._look_beside(target)
        elif slot is Slot.FOUND:
            self.ask_view(Slot.FOUND, target)

    def _look_beside(self, target: Target | None) -> None:
        if self._plain and target and target.ref != getattr(self.main, "ref", None):
            ref = target.ref
            self.tell(self.ask(lambda: f"{self._case.label(ref)}, {ref.kind}", ""))
        self._beside = self.beside_text(target)
        if self.side_in_sight:
            self.ask_view(Slot.SIDE, self._beside)

    @on(messages.Scrolled)
    def _has_lines(self, message: messages.Scrolled) -> None:
        if self.main is None or self.slot_of(message.pane) is not Slot.LIST:
            self._begin_painting()

    @on(messages.Tell)
    def _say(self, message: messages.Tell) -> None:
        message.stop()
        self.tell(message.said)

    @on(messages.Open)
    def _open(self, message: messages.Open) -> None:
        message.stop()
        search = None
        if self.slot_of(message.pane) is Slot.FOUND:
            sought = self._close_finder()
            search = sought if sought.query.strip() else None
        self.open(Target(message.ref, message.span, message.about), search)

    def on_key(self) -> None:
        """Any key takes the last message away."""
        self._pressed_at = monotonic()
        self.message = ""

    @on(Linked)
    def _show_linked(self, message: Linked) -> None:
        if self.is_active:
            self.has_changed()  # by ourselves: what changed is shown now
            self.reload()
        if message.remarks:
            self.tell(message.remarks[0])

    def _look_for_changes(self) -> None:
        # Below the review queue nothing of ours is seen, and to paint it would delay answers.
        if self.is_active and self._has_time() and self.has_changed():
            self.reload()

    def _has_time(self) -> bool:
        """Tell whether to read all again takes no time of the keys.

        Who adds a thousand sources writes every second: a large case is read again less often.
        """
        since = monotonic() - self._reloaded_at
        if since > READ_AGAIN_S:
            return True
        is_at_rest = monotonic() - self._pressed_at > AT_REST_S
        return is_at_rest and not self._is_rereading and since > SHARE * self._reread_s

    # Actions: moving about

    async def action_back(self) -> None:
        """Go back to where the reader was."""
        if not self.trail.behind:
            self.tell("This is where you began.")
            return
        self.trail = self.trail.amend(self._place()).back()
        await self._return()

    async def action_forward(self) -> None:
        """Go forward again."""
        if not self.trail.ahead:
            self.tell("There is nothing further on: L goes forward after going back.")
            return
        self.trail = self.trail.amend(self._place()).forward()
        await self._return()

    async def _return(self) -> None:
        if self.trail.here is not None:
            self._return_to(self.trail.here)
            if self.trail.here.search is not None:
                await self._open_finder(self.trail.here.search)

    def action_pane(self, way: int) -> None:
        """Give the keys to the next or previous pane in sight."""
        slots = [s for s in (Slot.LIST, Slot.MAIN, Slot.SIDE) if self._has_pane(s)]
        at = slots.index(self.slot) if self.slot in slots else 0
        to = slots[(at + way) % len(slots)]
        if to is not self.slot:
            self._step_to(to)

    def _has_pane(self, slot: Slot) -> bool:
        if slot is Slot.SIDE:
            return self.side_in_sight and self.side is not None
        return slot is Slot.LIST or self.main is not None

    def action_into(self) -> None:
        """Go in: open the row, go to the preview, or follow the link."""
        if self.slot is Slot.MAIN and self._has_pane(Slot.SIDE):
            self._step_to(Slot.SIDE)
        elif isinstance(pane := self.pane_in(self.slot), RowList | Reader | CardView):
            pane.action_follow()

    def action_out(self) -> None:
        """Go out: from the preview to what is open, from there to the list."""
        if self.slot is Slot.SIDE:
            self._step_to(Slot.MAIN)
        elif self.slot is Slot.MAIN:
            self._step_to(Slot.LIST)
            row = self.list_pane.here
            if row is not None and self.main is not None and self.main.ref != row:
                self.list_pane.tell_again()  # what was open is no row of this list, or another

    def action_step_out(self) -> None:
        """Take one step out, whatever that is here."""
        pane = self.pane_in(self.slot)
        question = self._questions[self.tab]
        if self.has_class("-zoom"):
            self.action_zoom()
        elif isinstance(pane, Reader | CardView) and pane.needle:
            pane.needle = ""
        elif self.slot is not Slot.LIST:
            self.action_out()
        elif isinstance(pane, ChoosingList) and pane.leave():
            self.tell("Nothing is chosen now.")
        elif question.matching:
            self._narrow_list("")
            self.trail = self.trail.amend(self._place())
        elif question.among:
            self._questions[self.tab] = replace(question, among=())
            self.ask_list(self.tab)
            self.trail = self.trail.amend(self._place())
        elif question.within:
            self.action_only()
        else:
            self.tell("Nothing to step out of here: q quits.")

    def action_tab(self, kind: str) -> None:
        """Open a list."""
        tab = tab_of(kind)
        if tab is self.tab and self.slot is Slot.LIST:
            return
        left = self._place()
        self._opening = self._restoring = None
        self._set_tab(tab, self._questions[tab])
        self._enter(Slot.LIST)
        self.trail = self.trail.amend(left).visit(self._place())

    def action_zoom(self) -> None:
        """Show this pane alone, or all again."""
        self.toggle_class("-zoom")
        self.call_after_refresh(self._fill_beside)

    # Actions: help and leaving

    def action_help(self) -> None:
        """Show the keys of this place."""
        from casefile.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen((keys.Place.MOVE, *self.places)))

    def action_leave(self) -> None:
        """Quit; what was decided is already on disk."""
        self.app.exit()

"""The part of the browser that asks: the search, narrowing, and what to copy.

Each line is mounted when it is first wanted, so that the first screen does not
wait for it.
"""

from abc import abstractmethod
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from casefile.case import Case
from casefile.deeds.memory import Memory
from casefile.model.rows import Hit
from casefile.tui import keys, messages
from casefile.tui.base.card import CardView
from casefile.tui.base.line_input import LineInput
from casefile.tui.base.reader import Reader
from casefile.tui.base.rowlist import RowList
from casefile.tui.base.view import Found, Sought
from casefile.tui.screens.bounding import BoundingScreen
from casefile.tui.screens.place import Slot, recent
from casefile.tui.screens.reading import ReadingScreen
from casefile.tui.widgets.foot import Foot

if TYPE_CHECKING:
    from casefile.model.kept import SavedSearch

GROUPED = "results grouped"
"""Whether the reader had the results apart by kind: yes or no."""


class AskingScreen(BoundingScreen):
    """Opens and closes the lines in which a reader types, and gives the keys back."""

    def __init__(self, case: Case, memory: Memory) -> None:
        super().__init__(case)
        self.memory = memory

    _before_overlay: Widget | None = None
    """The pane that had the keys before."""

    # What is typed

    @on(messages.Search)
    def _look_for(self, message: messages.Search) -> None:
        message.stop()
        self.ask_search(message.query)

    @on(messages.Narrow)
    def _narrow(self, message: messages.Narrow) -> None:
        message.stop()
        pane = self._before_overlay
        if isinstance(pane, Reader | CardView):
            pane.needle = message.text
        else:
            self._narrow_list(message.text)

    def _narrow_list(self, matching: str) -> None:
        question = replace(self._questions[self.tab], matching=matching)
        if question != self._questions[self.tab]:
            self._questions[self.tab] = question
            self.ask_list(self.tab)

    @on(messages.Done)
    def _leave_line(self, message: messages.Done) -> None:
        message.stop()
        if message.pane is not None and message.pane.id == "finder":
            self._close_finder()
            if self.trail.here is not None and self.trail.here.search is not None:
                self.trail = self.trail.back()  # to what the search lay over
            return
        if not message.keep:
            self._narrow(messages.Narrow(""))
        self._end_overlay()
        if self.slot is Slot.LIST:
            self.trail = self.trail.amend(self._place())

    def _begin_overlay(self) -> None:
        if self.focused is not None and self.slot_of(self.focused) not in (None, Slot.FOUND):
            self._before_overlay = self.focused

    def _type_into(self, line: Widget) -> None:
        """Let what is typed go into a line from the next key on.

        Whoever types fast has typed on before the line is drawn, and those
        letters are keys of the browser, too.
        """
        self.set_focus(line.query_one(LineInput))

    def _end_overlay(self) -> None:
        pane = self._before_overlay or self.list_pane
        self.query_one(Foot).clear()
        self.set_focus(pane)
        self._set_places(pane)

    # Actions

    async def action_search(self) -> None:
        """Search everything."""
        await self._open_finder(None)

    async def _open_finder(self, sought: Sought | None) -> None:
        """Open the search, as it was left last or as it was at a place gone back to."""
        from casefile.tui.widgets.finder import Finder

        self._begin_overlay()
        if not self.query(Finder):
            with self._context():
                finder = Finder(is_grouped=self.memory.habit(GROUPED) == "yes")
                finder.data_bind(ReadingScreen.found, ReadingScreen.preview)
            await self.mount(finder, before=self.query_one(Foot))
        else:
            finder = self.query_one(Finder)
        if not self.found.query.strip():
            self.found = self.with_recent(Found())
        self._put_finder(finder, is_open=True)
        self.places = (keys.Place.FINDER,)
        self._type_into(finder)
        begin = finder.begin if sought is None else partial(finder.resume, sought)
        self.call_after_refresh(begin)

    @on(messages.Group)
    def _keep_grouping(self, message: messages.Group) -> None:
        message.stop()
        self.memory.keep_habit(GROUPED, "yes" if message.is_grouped else "no")

    def with_recent(self, found: Found) -> Found:
        """Return the results with what a search without words shows."""
        if found.query.strip():
            return found
        none: list[SavedSearch] = []
        saved = tuple(self.ask(self._case.saved_searches, none))
        return replace(found, recent=recent(self.trail.amend(self._place())), saved=saved)

    @property
    def is_searching(self) -> bool:
        """Whether the search lies over the panes."""
        return any(finder.has_class("-open") for finder in self.query("#finder"))

    def give_keys(self, pane: Widget) -> None:
        """Let a pane have the keys; while the search is open, once that is closed."""
        if self.is_searching:
            self._before_overlay = pane
        else:
            super().give_keys(pane)

    def _close_finder(self) -> Sought:
        """Close the search and return how it was left."""
        from casefile.tui.widgets.finder import Finder

        finder = self.query_one(Finder)
        sought = finder.sought
        self._put_finder(finder, is_open=False)
        self._end_overlay()
        return sought

    def _put_finder(self, finder: Widget, *, is_open: bool) -> None:
        """Let the search take the place of the panes, or give it back."""
        body = self.query_one("#body")
        finder.set_class(is_open, "-open", update=False)
        body.set_class(is_open, "-behind", update=False)
        self.rearrange(finder, body)

    async def action_narrow(self) -> None:
        """Narrow the list, or find in the text."""
        from casefile.tui.widgets.narrow_line import NarrowLine

        self._begin_overlay()
        pane = self._before_overlay
        line = await self.query_one(Foot).typed_line(NarrowLine)
        is_list = isinstance(pane, RowList)
        what = f"{pane.NAME} matching" if isinstance(pane, RowList) else self._needle_label(pane)
        value = self._questions[self.tab].matching if is_list else getattr(pane, "needle", "")
        self.places = (keys.Place.NARROW,)
        line.begin(what, value)
        self._type_into(line)

    @staticmethod
    def _needle_label(pane: Widget | None) -> str:
        return "Find in this text" if isinstance(pane, Reader) else "Links with"

    def action_copy(self) -> None:
        """Ask what to copy."""
        if self.main is None and not self.chosen():
            self.tell("There is nothing here to copy.")
            return
        from casefile.tui.widgets.choice_line import ChoiceLine

        self._begin_overlay()
        self.set_focus(self.query_one(Foot).line(ChoiceLine))

    @on(messages.Choose)
    def _copy(self, message: messages.Choose) -> None:
        message.stop()
        self._end_overlay()
        if message.choice:
            self._copy_as(message.choice)

    def _copy_as(self, choice: str) -> None:
        from casefile.tui.screens import copying

        if refs := self.chosen():
            none: list[Hit] = []
            rows = self.ask(lambda: self._case.hits(refs), none)
            self.send_to_clipboard(copying.for_clipboard(copying.rows_as(choice, rows)))
            return
        view = self.side if self.slot is Slot.SIDE else self.main
        if view is None:
            return
        pane = self.pane_in(Slot.MAIN if self.slot is Slot.LIST else self.slot)
        row = pane.row if isinstance(pane, CardView) and self.slot is not Slot.LIST else None
        span = pane.passage if isinstance(pane, Reader) and self.slot is not Slot.LIST else None
        mark = pane.mark.ref if isinstance(pane, Reader) and pane.mark and span else None
        words = {
            "text": copying.text_of(view, row, span),
            "ref": copying.ref_of(view, row, mark),
            "quote": copying.quote_of(view, row, span),
            "markdown": copying.markdown_of(view, row, span),
            "json": copying.json_of(view, row, span),
        }[choice]
        self.send_to_clipboard(copying.for_clipboard(words))

    @abstractmethod
    def send_to_clipboard(self, words: str) -> None:
        """Copy harmless words, and say by which way."""

"""The part of the browser that asks: the search, and narrowing.

Each line is mounted when it is first wanted, so that the first screen does not
wait for it.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from casefile.tui import keys, messages
from casefile.tui.base.card import CardView
from casefile.tui.base.line_input import LineInput
from casefile.tui.base.reader import Reader
from casefile.tui.base.rowlist import RowList
from casefile.tui.base.view import Found, Sought
from casefile.tui.screens.desk import DeskScreen
from casefile.tui.screens.place import Slot, recent
from casefile.tui.screens.reading import ReadingScreen
from casefile.tui.widgets.foot import Foot

if TYPE_CHECKING:
    from casefile.model.kept import SavedSearch

GROUPED = "results grouped"
"""Whether the reader had the results apart by kind: yes or no."""


class AskingScreen(DeskScreen):
    """Opens the search and the line that narrows, and closes them."""

    _is_ready = False
    """Whether the search was made ready for its first key."""

    # What is typed

    @on(messages.Search)
    def _look_for(self, message: messages.Search) -> None:
        message.stop()
        self.ask_search(message.query, message.in_sight)

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

    # Actions

    async def action_search(self, words: str = "") -> None:
        """Search everything, with words to begin with."""
        await self._open_finder(None)
        if words:
            self.call_after_refresh(self._type_into_search, words)

    def _type_into_search(self, words: str) -> None:
        from casefile.tui.widgets.finder import Finder

        self.query_one(Finder).query_one(LineInput).value = words

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
        if not self._is_ready:
            self._is_ready = True
            self.call_after_refresh(self.get_search_ready)  # painting comes first

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
        self._lent.close()
        self._put_finder(finder, is_open=False)
        self._end_overlay()
        return sought

    def _put_finder(self, finder: Widget, *, is_open: bool) -> None:
        """Let the search take the place of the panes, or give it back."""
        body = self.query_one("#body")
        finder.set_class(is_open, "-open", update=False)
        body.set_class(is_open, "-behind", update=False)
        self.rearrange(finder, body)

    async def action_narrow(self, words: str = "") -> None:
        """Narrow the list, or find in the text; at once to the words, if there are any."""
        if words:
            self._begin_overlay()
            self._narrow(messages.Narrow(words))
            self._end_overlay()
        else:
            await self._open_narrow()

    async def _open_narrow(self) -> None:
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

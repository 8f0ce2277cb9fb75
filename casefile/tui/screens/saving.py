"""The part of the browser that keeps searches: by a name in the case, until they are forgotten."""

from textual import on

from casefile.errors import CasefileError
from casefile.tui import keys, messages
from casefile.tui.base.line_input import LineInput
from casefile.tui.base.view import Found
from casefile.tui.screens.asking import AskingScreen
from casefile.tui.screens.place import Slot
from casefile.tui.screens.reading import LISTS
from casefile.tui.widgets.foot import Foot


class SavingScreen(AskingScreen):
    """Saves the present line, and forgets what was saved."""

    _saving = ""
    """The line that is being named."""

    async def action_save_search(self) -> None:
        """Save what this list is narrowed to, else what was searched for last."""
        matching = self._questions[self.tab].matching.strip()
        is_narrowed = matching and self.slot is Slot.LIST
        await self._ask_name(f"in:{LISTS[self.tab]} {matching}" if is_narrowed else self._query)

    @on(messages.Save)
    async def _save_typed(self, message: messages.Save) -> None:
        message.stop()
        await self._ask_name(message.query)

    async def _ask_name(self, line: str) -> None:
        """Ask for the name of a search."""
        from casefile.tui.widgets.name_line import NameLine

        if not line.strip():
            self.tell("There is no search to save yet: / searches, f narrows this list.")
            return
        if not self._can_write():
            return
        self._saving = line
        self._begin_overlay()
        asked = await self.query_one(Foot).typed_line(NameLine)
        self.places = (keys.Place.NAME,)
        asked.begin(line)
        self._type_into(asked)

    @on(messages.Named)
    def _keep_search(self, message: messages.Named) -> None:
        message.stop()
        self._back_from_naming()
        if message.name is None:
            return
        try:
            saved = self._case.save_search(message.name, self._saving)
        except CasefileError as error:
            self.tell(str(error))
            return
        self.tell(f"Search saved as {saved.name}: / lists it.  u takes it back")
        self._show_saved()

    def _back_from_naming(self) -> None:
        if self.is_searching:
            self.query_one(Foot).clear()
            self.set_focus(self.query_one("#finder").query_one(LineInput))
            self.places = (keys.Place.FINDER,)
        else:
            self._end_overlay()

    @on(messages.Forget)
    def _forget(self, message: messages.Forget) -> None:
        message.stop()
        if not self._can_write():
            return
        try:
            self._case.forget_search(message.name)
        except CasefileError as error:
            self.tell(str(error))
            return
        self.tell(f"Forgotten: {message.name}.  u brings it back, outside the search")
        self._show_saved()

    def _show_saved(self) -> None:
        if not self.found.query.strip():
            self.found = self.with_recent(Found(self.found.query))

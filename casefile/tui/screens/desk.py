"""The part of the browser that all others stand on: what is under the hand, and whose keys it has.

A line in which a reader types lies over the panes and gives the keys back when it is left.
"""

from textual.widget import Widget

from casefile.case import Case
from casefile.deeds.clipboard import Clipboard
from casefile.deeds.memory import Memory
from casefile.model.words import Ref, Span
from casefile.tui.base.line_input import LineInput
from casefile.tui.base.reader import Reader
from casefile.tui.base.rowlist import RowList
from casefile.tui.screens.place import Slot
from casefile.tui.screens.walking import WalkingScreen
from casefile.tui.widgets.foot import Foot


class DeskScreen(WalkingScreen):
    """Knows what the cursor stands on, and lets lines lie over the panes.

    The parts of the browser stand on it beside each other, and :class:`BrowseScreen` is all of
    them; a part that needs another names it as its base.
    """

    _before_overlay: Widget | None = None
    """The pane that had the keys before."""

    def __init__(self, case: Case, memory: Memory, clipboard: Clipboard, *, mouse: bool) -> None:
        super().__init__(case)
        self.memory = memory
        self._clipboard = clipboard
        self._mouse = mouse

    # What is here

    def _thing_here(self) -> Ref | None:
        """Return what the cursor stands on, else what is open."""
        pane = self.pane_in(self.slot)
        if isinstance(pane, RowList):
            return pane.here
        if isinstance(pane, Reader) and pane.mark:
            return pane.mark.ref
        view = self.side if self.slot is Slot.SIDE else self.main
        return view.ref if view else None

    def _can_write(self) -> bool:
        if self._case.read_only:
            self.tell("This case is open for reading only, so nothing can be written into it.")
        return not self._case.read_only

    def _note_place(self) -> tuple[Ref, Span | None] | None:
        """Return the thing, and the passage, that a note is written on here."""
        pane = self.pane_in(self.slot)
        if isinstance(pane, RowList):
            return (pane.here, None) if pane.here else None
        view = self.side if self.slot is Slot.SIDE else self.main
        if view is None:
            return None
        return view.ref, pane.passage if isinstance(pane, Reader) else None

    # Lines over the panes

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

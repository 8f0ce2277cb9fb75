"""The part of the browser that shows who and what is on the lines in sight of a text."""

from collections.abc import Mapping
from time import monotonic, sleep

from textual import on, work
from textual.reactive import reactive

from casefile.model.words import Kind, Ref
from casefile.tui import messages
from casefile.tui.base.reader import Reader
from casefile.tui.base.view import Article
from casefile.tui.screens.marking import MarkingScreen
from casefile.tui.screens.place import Slot, Target

REST_S = 0.15
"""Seconds after the last line scrolled when the list follows: more than from key to key."""


class SightingScreen(MarkingScreen):
    """Fills the pane beside a text, and marks its lines; its child knows the panes."""

    signs: reactive[bool] = reactive(True, repaint=False)
    """Whether letters beside the lines say what stands on them."""
    marked: reactive[Mapping[Ref, tuple[int, ...]]] = reactive({}, repaint=False)
    """Where in a source there are marks by letter; at its beginning those of all of it."""

    _all_in_sight = False
    """Whether all that is in sight is shown, also while the cursor stands on a name."""
    _scrolled_at = 0.0
    """When, by the monotonic clock, other lines came in sight."""
    _is_following = False
    """Whether a worker waits for the lines to rest."""

    def beside_text(self, target: Target | None) -> Target | None:
        """Return what to show beside what is open, of which the cursor stands on the target.

        Beside a text it is all that is on the lines in sight, unless the cursor is on one of them.
        """
        if not isinstance(self.main, Article):
            return target
        pane = self.pane_in(Slot.MAIN)
        if not isinstance(pane, Reader):
            return target
        if target is not None and pane.mark_in_sight is not None and not self._all_in_sight:
            return target
        # What else is told of a source stands beside its beginning only: it takes longer to read.
        return Target(self.main.ref, card=not pane.top, seen=pane.refs_in_sight())

    @on(messages.Scrolled)
    def _has_scrolled(self, message: messages.Scrolled) -> None:
        message.stop()
        if self.slot_of(message.pane) is not Slot.MAIN:
            return
        self._scrolled_at = monotonic()
        if not self._is_following:
            self._is_following = True
            self._follow_lines()

    @work(thread=True, group="lines")
    def _follow_lines(self) -> None:
        """Show what is in sight once the lines rest: while they move nobody reads it."""
        while (rest := self._scrolled_at + REST_S - monotonic()) > 0:
            sleep(rest)
        self.app.call_from_thread(self._show_lines)

    def _show_lines(self) -> None:
        self._is_following = False
        pane = self.pane_in(Slot.MAIN)
        if isinstance(pane, Reader) and self.side_in_sight:
            mark = pane.mark
            self._beside = self.beside_text(Target(mark.ref) if mark else None)
            self.ask_view(Slot.SIDE, self._beside)

    # Actions

    def action_preview(self) -> None:
        """Show or hide the preview."""
        side_by_default = self.has_class("-wide")
        if side_by_default or (self.has_class("-narrow") and self.slot is Slot.LIST):
            self.toggle_class("-alone")
        else:
            self.remove_class("-alone")
            self.toggle_class("-beside")
        self.call_after_refresh(self._fill_beside)

    def _fill_beside(self) -> None:
        if self.side_in_sight:
            self.ask_view(Slot.SIDE, self._beside)
        elif self.slot is Slot.SIDE:
            self._step_to(Slot.MAIN)

    def action_in_sight(self) -> None:
        """Show all that is in sight beside the text, or what the cursor stands on."""
        self._all_in_sight = not (self._all_in_sight and self.side_in_sight)
        if self._all_in_sight and not self.side_in_sight:
            self.action_preview()
        self.call_after_refresh(self._show_lines)
        shown = "who and what is in sight" if self._all_in_sight else "what the cursor stands on"
        self.tell(f"Beside the text: {shown}.  p shows and hides it")

    def action_signs(self) -> None:
        """Show or hide the letters beside the lines."""
        self.signs = not self.signs
        if self.signs:
            self.tell("m a name, e an event, f a fact, n your note, / a hit, ' your mark.")
        else:
            self.tell("No letters beside the lines; to keep it so: gutter = false in [layout].")

    # Marks by letter

    def has_landed(self, slot: Slot, target: Target) -> None:
        """Show beside the lines which of them the reader marked."""
        self._mark_lines()
        super().has_landed(slot, target)

    def _mark_with(self, letter: str) -> None:
        super()._mark_with(letter)
        self._mark_lines()

    def _mark_lines(self) -> None:
        marked: dict[Ref, tuple[int, ...]] = {}
        for mark in self.memory.marks(self._case.path).values():
            ref = Ref.parse(str(mark["ref"]))
            if ref.kind is Kind.SOURCE:
                marked[ref] = (*marked.get(ref, ()), int(mark.get("start", 0)))
        self.marked = marked

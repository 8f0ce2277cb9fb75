"""The part of the browser that takes sources out of the case."""

from casefile.model.rows import Note
from casefile.model.words import Kind, Ref
from casefile.tui import keys, text
from casefile.tui.base.card import CardView
from casefile.tui.screens.forms import keys_of
from casefile.tui.screens.noting import NotingScreen
from casefile.tui.screens.place import Slot


class RemovingScreen(NotingScreen):
    """Tells what goes with a source before it goes."""

    def action_remove(self) -> None:
        """Take out the source that the cursor stands on, or that is open."""
        view = self.side if self.slot is Slot.SIDE else self.main
        ref = self.removable() or (view.ref if view else None)
        if ref is None or ref.kind is not Kind.SOURCE:
            self.tell("There is no source here: open one, or put the cursor on one in its list.")
        elif self._can_write():
            self.offer_removal(ref)

    def removable(self) -> Ref | None:
        """Return the source that the cursor stands on, and not on anything that is on it."""
        ref, pane = self._thing_here(), self.pane_in(self.slot)
        is_on_row = isinstance(pane, CardView) and pane.row is not None and pane.row.ref
        if ref is None or ref.kind is not Kind.SOURCE or is_on_row:
            return None
        return ref

    def offer_removal(self, ref: Ref) -> None:
        from casefile.tui.widgets.review_lines import RemoveLine

        effect = self.ask(lambda: self._case.removal(ref), None)
        if effect is None:
            return
        notes: list[Note] = self.ask(lambda: self._case.notes_on(ref), [])
        line = RemoveLine()
        line.without = frozenset() if len(notes) == 1 else frozenset({"remove.note"})
        line.asked = text.cut(f"Takes {effect}", self.size.width - 2)
        self.open_form(line, keys.Place.REMOVE, lambda choice: self._remove(ref, choice))

    def _remove(self, ref: Ref, choice: str) -> None:
        from casefile.tui.widgets.form_lines import ReasonLine

        if choice == "note":
            self.delete_note_here()
        elif choice == "reason":
            form = ReasonLine("Take it out: why", "", keys_of(self, keys.Place.REASON))
            self.open_form(form, keys.Place.REASON, lambda why: self._carry_out_removal(ref, why))
        else:
            self._carry_out_removal(ref, "")

    def _carry_out_removal(self, ref: Ref, why: str) -> None:
        self.carry_out(
            lambda: self._case.remove(ref, reason=why),
            lambda done: f"Taken out with {done}: {done.label}.",
        )

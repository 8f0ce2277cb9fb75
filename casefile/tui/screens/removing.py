"""The part of the browser that takes sources out of the case."""

from casefile.model.rows import Note
from casefile.model.words import Kind, Ref
from casefile.tui import keys, text
from casefile.tui.base.card import CardView
from casefile.tui.base.chosen import ChoosingList
from casefile.tui.screens.forms import keys_of
from casefile.tui.screens.noting import NotingScreen
from casefile.tui.screens.place import Slot


class RemovingScreen(NotingScreen):
    """Tells what goes with sources before they go."""

    def action_remove(self) -> None:
        """Take out the sources that are chosen, else that under the cursor, or that is open."""
        view = self.side if self.slot is Slot.SIDE else self.main
        ref = self.removable() or (view.ref if view else None)
        if refs := self.chosen_sources():
            self.offer_removal(*refs)
        elif ref is None or ref.kind is not Kind.SOURCE:
            self.tell("There is no source here: open one, or put the cursor on one in its list.")
        elif self._can_write():
            self.offer_removal(ref)

    def chosen_sources(self) -> tuple[Ref, ...]:
        """Return the sources that are chosen in their list, where they may be removed."""
        refs = tuple(ref for ref in self.chosen() if ref.kind is Kind.SOURCE)
        return refs if refs and self._can_write() else ()

    def removable(self) -> Ref | None:
        """Return the source that the cursor stands on, and not on anything that is on it."""
        ref, pane = self._thing_here(), self.pane_in(self.slot)
        is_on_row = isinstance(pane, CardView) and pane.row is not None and pane.row.ref
        if ref is None or ref.kind is not Kind.SOURCE or is_on_row:
            return None
        return ref

    def offer_removal(self, *refs: Ref) -> None:
        """Tell what sources take with them, and what of that the reader wrote."""
        from casefile.tui.screens.effects import in_short, of_removal
        from casefile.tui.widgets.review_lines import RemoveLine

        effect = self.ask(lambda: self._case.removal(*refs), None)
        if effect is None:
            return
        notes: list[Note] = []
        if len(refs) == 1:
            notes = self.ask(lambda: self._case.notes_on(refs[0]), [])
        line = RemoveLine()
        line.without = frozenset() if len(notes) == 1 else frozenset({"remove.note"})
        many = f"{self.named(*refs)} take" if len(refs) > 1 else "Takes"
        line.asked = text.cut(f"{many} {effect}", self.size.width - 2)
        line.told = in_short(effect.yours, self.size.width - 2)
        self.open_form(line, keys.Place.REMOVE, lambda choice: self._remove(refs, choice))
        self.listing_effect = lambda: of_removal(self._case.going(*refs))

    def _remove(self, refs: tuple[Ref, ...], choice: str) -> None:
        from casefile.tui.widgets.form_lines import ReasonLine

        if choice == "note":
            self.delete_note_here()
        elif choice == "reason":
            one = "it" if len(refs) == 1 else "them"
            form = ReasonLine(f"Take {one} out: why", "", keys_of(self, keys.Place.REASON))
            self.open_form(form, keys.Place.REASON, lambda why: self._carry_out_removal(refs, why))
        else:
            self._carry_out_removal(refs, "")

    def _carry_out_removal(self, refs: tuple[Ref, ...], why: str) -> None:
        pane = self.pane_in(self.slot)
        self.carry_out(
            lambda: self._case.remove(*refs, reason=why),
            lambda done: f"Taken out with {done}: {done.label}.",
        )
        if isinstance(pane, ChoosingList):
            pane.leave()

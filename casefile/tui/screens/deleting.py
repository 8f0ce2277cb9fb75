"""The part of the browser that takes away what is under the cursor, whatever that is."""

from casefile.model.words import Kind, Ref, Span
from casefile.tui import keys, text
from casefile.tui.base.chosen import ChoosingList
from casefile.tui.base.reader import Reader
from casefile.tui.base.view import Article
from casefile.tui.screens.place import Slot
from casefile.tui.screens.questioning import QuestioningScreen
from casefile.tui.screens.removing import RemovingScreen

_WHERE = {"here": "here", "source": "in this source", "case": "in the case"}


class DeletingScreen(RemovingScreen, QuestioningScreen):
    """Takes away questions, sources, notes, and what is no name; each can be had back."""

    def action_delete_note(self) -> None:
        """Delete the note here, or those chosen; on a name in a text say that it is none."""
        if self.question_here():
            self.withdraw_question_here()
        elif any(ref.kind is Kind.SOURCE for ref in self.chosen()):
            self.action_remove()
        elif (source := self.removable()) is not None:
            if self._can_write():
                self.offer_removal(source)
        elif (chosen := self.chosen()) and chosen[0].kind is Kind.NOTE:
            self._offer_dropping(chosen)
        elif (name := self._name_here()) is not None:
            if self._can_write():
                self._offer_rejection(*name)
        else:
            self.delete_note_here()

    def _name_here(self) -> tuple[str, Ref, Span] | None:
        """Return the name in a text that the cursor stands on, with its source and place."""
        pane = self.pane_in(self.slot)
        mark = pane.mark if isinstance(pane, Reader) else None
        view = self.side if self.slot is Slot.SIDE else self.main
        if mark is None or mark.ref.kind is not Kind.ENTITY or not isinstance(view, Article):
            return None
        return mark.span.of(view.source.text), view.ref, mark.span

    def _offer_dropping(self, refs: tuple[Ref, ...]) -> None:
        """Tell how many notes would go, and delete them as one decision."""
        if not self._can_write():
            return
        from casefile.tui.widgets.review_lines import DropLine

        many = self.named(*refs) if len(refs) > 1 else f"“{text.line(self.named(*refs))}”"
        many = text.cut(many, max(24, self.size.width - 36))
        line = DropLine()
        line.asked = f"Delete {many}?"

        def done(_: str) -> None:
            pane = self.pane_in(self.slot)
            self.carry_out(lambda: self._case.delete_notes(refs), f"Deleted {many}.")
            if isinstance(pane, ChoosingList):
                pane.leave()

        self.open_form(line, keys.Place.DROP, done)

    def _offer_rejection(self, form: str, source: Ref, span: Span) -> None:
        from casefile.tui.widgets.review_lines import RejectLine

        within = self._case.mentions_of(form, source=source).mentions
        everywhere = self._case.mentions_of(form)
        line = RejectLine()
        line.asked = text.cut(f"“{text.line(form)}” is no name", max(24, self.size.width - 56))
        line.labels = {
            "reject.source": f"in this source ({within:,})",
            "reject.case": f"in the case ({everywhere.mentions:,})",
        }
        places = {"here": (source, span), "source": (source, None), "case": (None, None)}

        def done(choice: str) -> None:
            where, at = places[choice]
            self.carry_out(
                lambda: self._case.reject(form, source=where, span=at),
                f"“{form}” is no name {_WHERE[choice]}.",
            )

        self.open_form(line, keys.Place.REJECT, done)

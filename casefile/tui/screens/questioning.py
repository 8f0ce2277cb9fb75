"""The part of the browser that asks: a question on what is here, of whom, and its answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from casefile.model.words import Kind, Ref, Span
from casefile.tui import keys
from casefile.tui.base.look import Look
from casefile.tui.screens.forms import FormScreen, keys_of
from casefile.tui.screens.place import Slot

if TYPE_CHECKING:
    from casefile.model.kept import Question


class QuestioningScreen(FormScreen):
    """Asks in two lines: what, and of whom; the second may stay empty."""

    def action_ask_question(self) -> None:
        """Ask something about what is here; on a question say of whom it was asked."""
        here = self._note_place()
        if here is None or here[0].kind in (Kind.NOTE, Kind.SEARCH):
            self.tell("Nothing can be asked here: put the cursor on a source, a name, an event.")
            return
        if not self._can_write():
            return
        ref, span = here
        words = self.question_here()
        if words:
            self._ask_whom(ref, words, None)
            return
        self._line(f"Ask about {self.named(ref)}:", lambda typed: self._ask_whom(ref, typed, span))

    def _ask_whom(self, ref: Ref, words: str, span: Span | None) -> None:
        if not words.strip():
            return

        def done(whom: str) -> None:
            self.carry_out(
                lambda: self._case.question(ref, words, of=whom, span=span),
                f"Asked of {whom.strip()}."
                if whom.strip()
                else "Written down as open: 0 lists it.",
            )

        self._line("Asked of whom (may be empty):", done)

    def action_answer(self) -> None:
        """Write down what was answered to the question here."""
        asked = self._asked_here()
        if asked is None or not self._can_write():
            return
        target, words = asked.target, asked.words

        def done(typed: str) -> None:
            if typed.strip():
                self.carry_out(
                    lambda: self._case.answer_question(target, typed, words=words), "Answered."
                )

        self._line(f"{words}", done, asked.answer or "")

    def _asked_here(self) -> "Question | None":
        """Return the question that the cursor stands on, else the open or only one here.

        In a text what is asked is asked of its source, also where the cursor is on a name.
        """
        words, place = self.question_here(), self._note_place()
        on = self._asked_on(self._thing_here()) or self._asked_on(place[0] if place else None)
        waiting = [one for one in on if one.answer is None]
        fitting = [one for one in on if one.words == words] if words else waiting or on
        if len(fitting) == 1:
            return fitting[0]
        self.tell(
            "Several questions are open here: 0 lists them, A answers the one you stand on."
            if fitting
            else "Nothing has been asked here: Q asks."
        )
        return None

    def _asked_on(self, ref: Ref | None) -> "list[Question]":
        none: list[Question] = []
        return self.ask(lambda: self._case.questions_on(ref), none) if ref else none

    def question_here(self) -> str:
        """Return the question that the cursor stands on in their list; empty elsewhere."""
        if self.tab is not Look.QUESTIONS or self.slot is not Slot.LIST:
            return ""
        from casefile.tui.widgets.questions_pane import QuestionsPane

        return self.query_one(QuestionsPane).question

    def withdraw_question_here(self) -> None:
        """Remove the question that the cursor stands on in their list."""
        words, ref = self.question_here(), self._thing_here()
        if words and ref is not None and self._can_write():
            self.carry_out(
                lambda: self._case.withdraw_question(ref, words=words), "Question removed."
            )

    def _line(self, what: str, then: Callable[[str], None], value: str = "") -> None:
        from casefile.tui.widgets.form_lines import ReasonLine

        form = ReasonLine(what, value, keys_of(self, keys.Place.REASON))
        self.open_form(form, keys.Place.REASON, then)

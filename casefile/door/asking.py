"""What the reader asks about things, and what was answered."""

from typing import TYPE_CHECKING

from casefile.door.opened import Opened
from casefile.door.signing import signed
from casefile.model.words import Kind, Ref, Span

if TYPE_CHECKING:
    from casefile.model.kept import Question


class Asking(Opened):
    """Asks, and writes answers down; each a decision."""

    def question(
        self, target: Ref, words: str, *, of: str = "", span: Span | None = None
    ) -> "Question":
        """Ask something about a thing or a passage, or say of whom it was asked."""
        from casefile.deeds.questioning import ask

        return ask(self._store, target, words, of=of, span=span, **signed())

    def answer_question(self, target: Ref, answer: str, *, words: str = "") -> "Question":
        """Write down what was answered to a question on a thing."""
        from casefile.deeds.questioning import answer as write_down

        return write_down(self._store, target, answer, words=words, **signed())

    def withdraw_question(self, target: Ref, *, words: str = "") -> "Question":
        """Remove a question; undo brings it back."""
        from casefile.deeds.questioning import withdraw

        return withdraw(self._store, target, words=words, **signed())

    def questions(self, *, matching: str = "") -> "list[Question]":
        """Return all questions, open ones first; those that hold all of some words."""
        from casefile.deeds.questioning import questions

        return questions(self._store, matching=matching)

    def questions_on(self, ref: Ref) -> "list[Question]":
        """Return the questions on a thing, oldest first."""
        from casefile.store.questions import questions_on

        return questions_on(self._store, self.leading(ref))

    def count_questions(self) -> int:
        """Return how many questions wait for an answer."""
        from casefile.store.questions import count_open

        return count_open(self._store)

    def unasked(self, ref: Ref) -> Ref | None:
        """Return what denies a fact and of which nobody was asked; None where nothing does."""
        from casefile.deeds.questioning import unasked

        return unasked(self._store, ref.id) if ref.kind is Kind.FACT else None

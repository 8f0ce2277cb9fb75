"""The part of the browser that reviews: tags, status, grades, each a form one line high."""

from casefile.model.review import GRADES, Status
from casefile.model.words import Kind, Ref, Span
from casefile.tui import keys, text
from casefile.tui.base.pick_line import PickLine
from casefile.tui.base.reader import Reader
from casefile.tui.base.view import Article
from casefile.tui.screens.forms import FormScreen, keys_of
from casefile.tui.screens.place import Slot

_WHERE = {"here": "here", "source": "in this source", "case": "in the case"}


class ReviewingScreen(FormScreen):
    """Says what the reader thinks of what the cursor stands on."""

    # Actions

    def action_tag(self) -> None:
        """Type the tags of what the cursor stands on."""
        ref = self.reviewed()
        if ref is None:
            return
        from casefile.tui.widgets.form_lines import TagsLine

        has = self._case.review(ref).tags
        tags: list[tuple[str, int]] = self.ask(self._case.tags, [])
        known = [name for name, _ in tags]
        value = "".join(f"{name}, " for name in has)
        line = TagsLine(f"Tags of {self.named(ref)}", value, keys_of(self, keys.Place.TAGS), known)
        self.open_form(line, keys.Place.TAGS, lambda typed: self._tag(ref, has, typed))

    def _tag(self, ref: Ref, has: tuple[str, ...], typed: str) -> None:
        wanted = [name for one in typed.split(",") if (name := " ".join(one.split()))]
        folded = {name.casefold() for name in wanted}
        gone = [name for name in has if name.casefold() not in folded]
        self.carry_out(
            lambda: self._case.tag([ref], add=wanted, remove=gone),
            f"Tags: {', '.join(wanted) or 'none'}.",
        )

    def action_review(self) -> None:
        """Offer the status, or the grade, of what the cursor stands on."""
        ref = self.reviewed()
        if ref is None:
            return
        from casefile.tui.widgets.review_lines import GradeLine, StatusLine

        if ref.kind is Kind.NOTE:
            self.tell("A note has no status: r on what it is about, t tags the note.")
        elif ref.kind is Kind.SOURCE:
            self.open_form(GradeLine(), keys.Place.GRADE, lambda choice: self._grade(ref, choice))
        else:
            line = StatusLine()
            if ref.kind is not Kind.FACT:
                line.without = frozenset({"status.grade"})
            self.open_form(line, keys.Place.STATUS, lambda choice: self._review(ref, choice))
        for form in self.query(PickLine):
            form.asked = "Grade" if ref.kind is Kind.SOURCE else ref.kind.value.capitalize()

    def action_delete_note(self) -> None:
        """Delete the note here; on a name in a text say that it is none."""
        pane = self.pane_in(self.slot)
        mark = pane.mark if isinstance(pane, Reader) else None
        view = self.side if self.slot is Slot.SIDE else self.main
        if mark is None or mark.ref.kind is not Kind.ENTITY or not isinstance(view, Article):
            super().action_delete_note()
        elif self._can_write():
            self._offer_rejection(mark.span.of(view.source.text), view.ref, mark.span)

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

    # What becomes of an answer

    def _review(self, ref: Ref, choice: str) -> None:
        from casefile.tui.widgets.form_lines import ReasonLine
        from casefile.tui.widgets.review_lines import TruthLine

        if choice == "grade" and ref.kind is Kind.FACT:
            line = TruthLine()
            line.asked = "Grade"
            self.open_form(line, keys.Place.TRUTH, lambda choice: self._grade(ref, choice))
        elif choice == Status.UNREVIEWED:
            self._set_status(ref, choice, "")
        elif choice in Status.__members__.values():
            review = self._case.review(ref)
            reason = review.reason if review.status == choice else ""
            label = f"{choice.capitalize()}: why (may be empty)"
            form = ReasonLine(label, reason, keys_of(self, keys.Place.REASON))
            self.open_form(form, keys.Place.REASON, lambda why: self._set_status(ref, choice, why))
        else:
            self._mark(ref, choice)

    def _set_status(self, ref: Ref, status: str, reason: str) -> None:
        self.carry_out(
            lambda: self._case.set_status([ref], status, reason=reason),
            f"{status.capitalize()}: {self.named(ref)}.",
        )

    def _grade(self, ref: Ref, choice: str) -> None:
        if choice not in GRADES and choice != "none":
            self._mark(ref, choice)
            return
        grade = choice if choice in GRADES else None
        said = f"Grade {grade}, {GRADES[grade]}." if grade else "No grade."
        self.carry_out(lambda: self._case.set_grade([ref], grade), said)

    def _mark(self, ref: Ref, choice: str) -> None:
        if choice != "sensitive":
            return
        is_sensitive = not self._case.review(ref).sensitive
        self.carry_out(
            lambda: self._case.set_sensitive([ref], is_sensitive),
            "Marked as sensitive." if is_sensitive else "No longer marked as sensitive.",
        )

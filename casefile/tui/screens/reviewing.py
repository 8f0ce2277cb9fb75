"""The part of the browser that reviews: tags, status, grades, each a form one line high."""

from functools import partial

from casefile.model.review import GRADES, Status
from casefile.model.words import Kind, Ref
from casefile.tui import keys, text
from casefile.tui.base.chosen import ChoosingList
from casefile.tui.base.pick_line import PickLine
from casefile.tui.screens.forms import FormScreen, keys_of

Refs = tuple[Ref, ...]


class ReviewingScreen(FormScreen):
    """Says what the reader thinks of what the cursor stands on."""

    # Actions

    def action_tag(self) -> None:
        """Type the tags of what is chosen, else of what the cursor stands on."""
        refs = self.all_reviewed()
        if not refs:
            return
        from casefile.tui.widgets.form_lines import TagsLine

        none: tuple[str, ...] = ()
        has = self.ask(lambda: self._case.common_tags(refs), none)
        tags: list[tuple[str, int]] = self.ask(self._case.tags, [])
        known = [name for name, _ in tags]
        value = "".join(f"{name}, " for name in has)
        line = TagsLine(
            f"Tags of {self.named(*refs)}", value, keys_of(self, keys.Place.TAGS), known
        )
        self.open_form(line, keys.Place.TAGS, lambda typed: self._tag(refs, has, typed))

    def _tag(self, refs: Refs, has: tuple[str, ...], typed: str) -> None:
        wanted = [name for one in typed.split(",") if (name := " ".join(one.split()))]
        folded = {name.casefold() for name in wanted}
        gone = [name for name in has if name.casefold() not in folded]
        of = f" on {self.named(*refs)}" if len(refs) > 1 else ""
        self.carry_out(
            lambda: self._case.tag(refs, add=wanted, remove=gone),
            f"Tags{of}: {', '.join(wanted) or 'none'}.",
        )

    def action_review(self) -> None:
        """Offer the status, or the grade, of what is chosen, else of what the cursor stands on."""
        refs = self.all_reviewed()
        if not refs:
            return
        from casefile.tui.widgets.review_lines import GradeLine, StatusLine

        kind = refs[0].kind
        if kind is Kind.NOTE:
            self.tell("A note has no status: r on what it is about, t tags the note.")
        elif kind is Kind.SOURCE:
            self.open_form(GradeLine(), keys.Place.GRADE, lambda choice: self._grade(refs, choice))
        else:
            line = StatusLine()
            if kind is not Kind.FACT:
                line.without = frozenset({"status.grade"})
            self.open_form(line, keys.Place.STATUS, lambda choice: self._review(refs, choice))
        one = "Grade" if kind is Kind.SOURCE else kind.value.capitalize()
        for form in self.query(PickLine):
            form.asked = self.named(*refs) if len(refs) > 1 else one

    def action_judge_chosen(self) -> None:
        """Say whether the two that are chosen are one."""
        from casefile.tui.widgets.review_lines import PairLine

        refs = self.chosen()
        if len(refs) != 2 or refs[0].kind not in (Kind.ENTITY, Kind.EVENT):
            self.tell("Choose two entities, or two events, with space in their list first.")
            return
        if not self._can_write():
            return
        line = PairLine()
        names = [text.line(self.named(ref)) for ref in refs]
        room = max(24, self.size.width - 2)
        line.asked = text.cut(" · ".join(text.cut(name, (room - 3) // 2) for name in names), room)
        joined = self.ask(lambda: self._case.joined(refs[0], refs[1]), 0)
        line.told = f"If the same: joins {text.count_of(joined, 'fact')}"
        self.open_form(line, keys.Place.PAIR, lambda verdict: self._judge(refs, verdict))

    def _judge(self, refs: Refs, verdict: str) -> None:
        said = {"same": "the same", "different": "different", "unsure": "not sure"}[verdict]
        names = " and ".join(self.named(ref) for ref in refs)
        is_done = self.carry_out(
            lambda: self._case.judge(refs[0], refs[1], verdict), f"Judged {said}: {names}."
        )
        if is_done and isinstance(self.list_pane, ChoosingList):
            self.list_pane.leave()  # one of the two may be no row any more

    # What becomes of an answer

    def _review(self, refs: Refs, choice: str) -> None:
        from casefile.tui.widgets.form_lines import ReasonLine
        from casefile.tui.widgets.review_lines import TruthLine

        if choice == "grade" and refs[0].kind is Kind.FACT:
            line = TruthLine()
            line.asked = "Grade"
            self.open_form(line, keys.Place.TRUTH, lambda choice: self._grade(refs, choice))
        elif choice == Status.UNREVIEWED:
            self._set_status(refs, choice, "")
        elif choice in Status.__members__.values():
            review = self._case.review(refs[0])
            reason = review.reason if review.status == choice and len(refs) == 1 else ""
            label = f"{choice.capitalize()}: why (may be empty)"
            denial = self._denial_of(refs, choice)
            if denial is not None:
                label = f"{denial} denies it: why?"
            form = ReasonLine(label, reason, keys_of(self, keys.Place.REASON))
            self.open_form(form, keys.Place.REASON, lambda why: self._set_status(refs, choice, why))
        else:
            self._mark(refs, choice)

    def _denial_of(self, refs: Refs, choice: str) -> Ref | None:
        """Return what denies a fact that is to be confirmed, where nobody was asked about it."""
        if choice != Status.CONFIRMED:
            return None
        for ref in refs:
            denial = self.ask(partial(self._case.unasked, ref), None)
            if denial is not None:
                return denial
        return None

    def _set_status(self, refs: Refs, status: str, reason: str) -> None:
        denial = None if reason.strip() else self._denial_of(refs, status)
        if denial is not None:
            self.tell(f"Not confirmed: {denial} denies it. Say why, or ask about it with Q.")
            return
        self.carry_out(
            lambda: self._case.set_status(refs, status, reason=reason),
            f"{status.capitalize()}: {self.named(*refs)}.",
        )

    def _grade(self, refs: Refs, choice: str) -> None:
        if choice not in GRADES and choice != "none":
            self._mark(refs, choice)
            return
        grade = choice if choice in GRADES else None
        said = f"Grade {grade}, {GRADES[grade]}." if grade else "No grade."
        self.carry_out(lambda: self._case.set_grade(refs, grade), said)

    def _mark(self, refs: Refs, choice: str) -> None:
        """Mark as sensitive; where all are so already, take the mark away."""
        if choice != "sensitive":
            return
        is_sensitive = not all(self._case.review(ref).sensitive for ref in refs)
        self.carry_out(
            lambda: self._case.set_sensitive(refs, is_sensitive),
            "Marked as sensitive." if is_sensitive else "No longer marked as sensitive.",
        )

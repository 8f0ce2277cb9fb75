"""The part of the browser that corrects: one field at a time, in a form one line high."""

from typing import TYPE_CHECKING

from casefile.core.edtf import describe, shown
from casefile.model.words import Kind, Ref
from casefile.tui import keys
from casefile.tui.screens.forms import FormScreen, keys_of

if TYPE_CHECKING:
    from casefile.deeds.correcting import Corrected

_HINTS = {
    "published": "date, as one speaks",
    "date": "date, as one speaks",
    "place": "place, by its name here",
    "alias": "one more name",
    "url": "web address",
    "participants": "who; who=role",
    "said-by": "who says so, outermost first; next",
    "about": "about whom; and whom",
    "event": "event:number",
    "polarity": "affirmed or denied",
    "modality": "happened, reported, planned, denied or uncertain",
}


class CorrectingScreen(FormScreen):
    """Corrects what the cursor stands on, as ``casefile set`` does."""

    def action_correct(self) -> None:
        """Offer the fields of what the cursor stands on."""
        from casefile.tui.widgets.review_lines import EntityLine, EventLine, FactLine, SourceLine

        ref = self.reviewed()
        if ref is None:
            return
        lines = {
            Kind.SOURCE: (SourceLine, keys.Place.SOURCE),
            Kind.ENTITY: (EntityLine, keys.Place.ENTITY),
            Kind.EVENT: (EventLine, keys.Place.EVENT),
            Kind.FACT: (FactLine, keys.Place.FACT),
        }
        if ref.kind not in lines:
            self.tell(f"A {ref.kind.value} is not corrected: e edits it.")
            return
        make, place = lines[ref.kind]
        line = make()
        line.asked = "Correct"
        self.open_form(line, place, lambda field: self._ask_for(ref, field))

    def action_queue(self) -> None:
        """Open the review queue."""
        from casefile.tui.screens.queue import QueueScreen

        def done(decided: int | None) -> None:
            if decided:
                self.tell(f"{decided:,} decided.  u takes the last back")
                self.reload()

        if self._can_write():
            self.app.push_screen(QueueScreen(self._case), done)

    def _ask_for(self, ref: Ref, field: str) -> None:
        value = "" if field == "alias" else self.ask(lambda: self._value(ref, field), "")
        self._type(ref, field, value)

    def _type(self, ref: Ref, field: str, value: str) -> None:
        from casefile.tui.widgets.form_lines import ReasonLine

        label = f"{_HINTS.get(field, field)}:".capitalize()
        form = ReasonLine(label, value, keys_of(self, keys.Place.REASON))
        self.open_form(form, keys.Place.REASON, lambda typed: self._correct(ref, field, typed))

    def _correct(self, ref: Ref, field: str, typed: str) -> None:
        if field == "alias" and not typed.strip():
            return
        if not self.carry_out(lambda: self._case.correct(ref, {field: typed}), _told):
            self._type(ref, field, typed)
            self.say_below()

    def _value(self, ref: Ref, field: str) -> str:
        """Return what a field says now, as it would be typed."""
        if ref.kind is Kind.SOURCE:
            source = self._case.source(ref.id)
            of_row = {"published", "publisher", "language"}
            return str(getattr(source.row if field in of_row else source, field) or "")
        if ref.kind is Kind.ENTITY:
            entity = self._case.entity(ref.id).row
            return str(entity.name if field == "name" else entity.kind.value)
        if ref.kind is Kind.FACT or field == "participants":
            return self._case.said(ref, field) or ""
        event = self._case.event(ref.id).row
        if field == "date":
            return describe(event.date) if event.date and event.date.edtf else ""
        return str(getattr(event, field) or "")


def _told(done: "Corrected") -> str | None:
    """Say what was corrected, as it was understood; None for nothing."""
    if not done.changed:
        return None
    said = []
    for field, (_, value) in done.changed.items():
        is_date = field == "published" and value
        said_value = shown(value) if is_date and value else value
        nothing = "nobody" if field in ("participants", "about") else "not known"
        nothing = "the source itself" if field == "said-by" else nothing
        said.append(f"{field.capitalize()}: {said_value or nothing}.")
    return " ".join([*said, *done.remarks])

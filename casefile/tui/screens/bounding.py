"""The part of the browser that bounds the lists to what belongs to one thing."""

from dataclasses import replace

from casefile.model.words import Kind, Ref
from casefile.tui.base.look import Look, Tab
from casefile.tui.screens.desk import DeskScreen
from casefile.tui.screens.place import Question
from casefile.tui.screens.reading import LISTS

_LOOKS = (Look.TIMELINE, Look.COUNTS, Look.TOGETHER, Look.PLACES)
"""The looks at what belongs together; what is new and what is asked stay whole."""

BOUNDING: dict[Kind, tuple[Tab, ...]] = {
    Kind.SOURCE: (Kind.ENTITY, Kind.EVENT, Kind.FACT, Kind.NOTE, *_LOOKS),
    Kind.ENTITY: (Kind.SOURCE, Kind.ENTITY, Kind.EVENT, Kind.FACT, Kind.NOTE, *_LOOKS),
    Kind.EVENT: (Kind.SOURCE, Kind.ENTITY, Kind.FACT, Kind.NOTE, Look.TOGETHER, Look.PLACES),
}
"""What can bound lists, and which: no source or event belongs to another, an entity's
list shows whom it is told of together with."""


class BoundingScreen(DeskScreen):
    """Bounds all lists that can be bounded, and says which cannot."""

    def action_only(self) -> None:
        """Bound the lists to what the cursor stands on, or release them."""
        bound = next((q.within for q in self._questions.values() if q.within), None)
        here = None if bound else self._thing_here()
        if not bound and (here is None or here.kind not in BOUNDING):
            what = f"Nothing belongs to a {here.kind.value}" if here else "There is nothing here"
            self.tell(f"{what}: press . on a source, an entity or an event.")
            return
        for kind in LISTS:
            within = here if here and kind in BOUNDING[here.kind] else None
            question = replace(self._questions[kind], within=within)
            if here and within and kind is here.kind:
                question = Question(within=here)  # the words by which it was found fit no other
            if self._questions[kind] != question:
                self._questions[kind] = question
                setattr(self, LISTS[kind], replace(self.listing(kind), ready=False, stale=True))
        if not self.listing(self.tab).ready:
            self.ask_list(self.tab)
        self.aside = self.ask(lambda: self._case.label(here), "") if here else ""
        self.tell(self._bounded(here) if here else "All is shown again.")

    def _bounded(self, here: Ref) -> str:
        """Say what the lists now show, and which stays whole."""
        if here.kind is Kind.ENTITY:
            return f"Only what belongs to {self.aside}, and who is named with it.  . releases"
        whole = f"{here.kind.value.capitalize()}s stay whole"
        return f"{whole}; the other lists show what belongs to this one.  . releases"

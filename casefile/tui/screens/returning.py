"""The part of the browser that opens a case where it was left, and keeps where it is left."""

from dataclasses import replace

from textual.widget import Widget

from casefile.errors import CasefileError
from casefile.model.words import Kind, Ref
from casefile.tui.screens.desk import DeskScreen
from casefile.tui.screens.left import LAYOUT, Left, plain, read
from casefile.tui.screens.place import Place, Question, Slot, Target

_CLASSES = {name: f"-{name}" for name in LAYOUT}
"""The style class of what can be turned on and off."""


class ReturningScreen(DeskScreen):
    """Comes back in two steps: the list in the first frame, behind it what was open.

    What a case no longer holds is left out without a word.
    """

    _coming_to: Place | None = None
    """Where the case was left, until it is shown."""
    _is_landing = False
    """Whether what was open when the case was left is being put on the screen."""
    _usual: frozenset[str] = frozenset()
    """What of the arrangement is turned on without the reader."""

    def begin_returning(self) -> None:
        """Take up what was kept, before anything is built or read; where there is none, nothing."""
        left = read(self.memory.left(self._case.path))
        if left is None or left.trail.here is None:
            return
        self._questions.update({tab: self._still(one) for tab, one in left.questions.items()})
        place = self._as_it_is(left.trail.here)
        self._questions[place.tab] = place.question
        self.set_reactive(ReturningScreen.tab, place.tab)
        self.set_reactive(ReturningScreen.trail, left.trail.amend(place))
        for name in left.layout:
            self.set_class(name not in self._usual, _CLASSES[name], update=False)
        self._coming_to = place

    def _is_there(self, ref: Ref) -> bool:
        try:
            self._case.label(ref)
        except CasefileError:
            return False
        return True

    def _still(self, question: Question) -> Question:
        """Return a question without the things that are gone."""
        among = question.among
        if among:
            there: tuple[int, ...] = self.ask(lambda: tuple(self._case.entity_kinds(among)), ())
            question = replace(question, among=tuple(id for id in among if id in there))
        if question.within is not None and not self._is_there(question.within):
            question = replace(question, within=None)
        return question

    def _as_it_is(self, place: Place) -> Place:
        """Return a place as far as the case still has it, and without a search over it."""
        place = replace(place, question=self._still(place.question), search=None)
        target = place.target
        if target is not None and not all(map(self._is_there, _things(target))):
            return replace(place, target=None, slot=Slot.LIST)
        return place

    def aim(self) -> bool:
        """Put the list where it was, as far as it is read; tell whether there is a way back."""
        place = self._coming_to
        if place is None:
            return False
        self._restoring = place if place.target else None
        self.list_pane.go(place.rows)
        self.watch_trail(self.trail)
        within = place.question.within
        self.aside = self.ask(lambda: self._case.label(within), "") if within else ""
        return True

    def come_back(self) -> None:
        """Show what was open, unless a key has led elsewhere since the first frame."""
        place, self._coming_to = self._coming_to, None
        if place is None or place.target is None or self._restoring is not place:
            return
        self._is_landing = True
        self.ask_view(Slot.MAIN, place.target)

    def has_landed(self, slot: Slot, target: Target) -> None:
        """Go where the keys were, once what was open is there."""
        super().has_landed(slot, target)
        self._is_landing = self._is_landing and slot is not Slot.MAIN

    def has_failed(self, slot: Slot, target: Target) -> None:
        """Say nothing of what was open and can no longer be shown."""
        super().has_failed(slot, target)
        if self._is_landing and slot is Slot.MAIN:
            self._is_landing = False
            self.message = ""

    def give_keys(self, pane: Widget) -> None:
        """Let a pane have the keys; while a line lies over the panes, once that is closed."""
        if self._is_landing and self.focused is not None and self.slot_of(self.focused) is None:
            self._before_overlay = pane
        else:
            super().give_keys(pane)

    def keep_place(self) -> None:
        """Keep where the reader leaves the case, for the next run."""
        if self._case.read_only or self.memory.is_private or self._coming_to is not None:
            return
        trail = self.trail.amend(self._opening or self._restoring or self._place())
        found = {name for name, one in _CLASSES.items() if self.has_class(one)}
        left = Left(trail, self._questions, frozenset(found ^ self._usual))
        self.memory.leave(self._case.path, plain(left))


def _things(target: Target) -> list[Ref]:
    """Return what a target needs of the case: of what is in sight of a text only the text."""
    about = target.about
    return [target.ref, about] if about and about.kind is Kind.ENTITY else [target.ref]

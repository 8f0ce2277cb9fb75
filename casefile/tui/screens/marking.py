"""The part of the browser that marks places with letters and returns to them."""

from textual import on

from casefile.core.anchoring import CONTEXT
from casefile.deeds.memory import Mark
from casefile.errors import CasefileError
from casefile.model.words import Ref, Span
from casefile.tui import messages
from casefile.tui.base.reader import Reader
from casefile.tui.base.view import Article
from casefile.tui.screens.desk import DeskScreen
from casefile.tui.screens.place import Slot, Target
from casefile.tui.widgets.foot import Foot
from casefile.tui.widgets.letter_line import LetterLine


class MarkingScreen(DeskScreen):
    """Remembers places by letter; they outlive the run, in the reader's state."""

    _marking = False
    """Whether the letter waited for sets a mark, and does not go to one."""

    def action_mark(self) -> None:
        """Mark what the cursor stands on, or what is read, with the next letter."""
        if self._spot_to_mark() is None:
            self.tell("There is nothing here to mark.")
            return
        self._wait_for_letter("Mark with a letter", marking=True)

    def action_go_to_mark(self) -> None:
        """Go to the place marked with the next letter."""
        if not self.memory.marks(self._case.path):
            self.tell("No place is marked: m and a letter marks one.")
            return
        self._wait_for_letter("Go to mark", marking=False)

    def _wait_for_letter(self, what: str, *, marking: bool) -> None:
        self._marking = marking
        self._begin_overlay()
        marks = self.memory.marks(self._case.path)
        taken = [(letter, str(mark.get("name", ""))) for letter, mark in sorted(marks.items())]
        line = self.query_one(Foot).line(LetterLine)
        line.begin(what, taken)
        self.set_focus(line)

    @on(messages.Letter)
    def _take_letter(self, message: messages.Letter) -> None:
        message.stop()
        self._end_overlay()
        letter = message.letter
        if not letter:
            self.tell("No letter, so nothing was done.")
        elif self._marking:
            self._mark_with(letter)
        else:
            self._go_to_marked(letter)

    def _spot_to_mark(self) -> Target | None:
        """Return what a mark is set on: a row, or what is open with its passage."""
        if self.slot is Slot.LIST:
            here = self.list_pane.here
            return Target(here) if here else None
        view = self.side if self.slot is Slot.SIDE else self.main
        pane = self.pane_in(self.slot)
        span = pane.passage if isinstance(pane, Reader) else None
        return Target(view.ref, span) if view else None

    def _mark_with(self, letter: str) -> None:
        target = self._spot_to_mark()
        if target is None:
            return
        name = self.ask(lambda: self._case.label(target.ref), str(target.ref))
        mark: Mark = {"ref": str(target.ref), "name": name}
        if target.span:
            mark |= {"start": target.span.start, "end": target.span.end}
            if isinstance(self.main, Article) and self.main.ref == target.ref:
                mark |= _words(self.main.source.text, target.span)
        self.memory.mark(self._case.path, letter, mark)
        self.tell(f"Marked with {letter}: {name}.  ' and {letter} comes back")

    def _go_to_marked(self, letter: str) -> None:
        mark = self.memory.marks(self._case.path).get(letter)
        if mark is None:
            self.tell(f"No place is marked with {letter}.")
            return
        try:
            ref = Ref.parse(str(mark["ref"]))
            self._case.label(ref)
        except CasefileError as error:
            self.tell(str(error))
            return
        start, end = int(mark.get("start", 0)), int(mark.get("end", 0))
        span = Span(start, end) if start < end else None
        if span is not None and "quote" in mark:
            # The text may be another by now.
            beside = str(mark.get("prefix", "")), str(mark.get("suffix", ""))
            quote, marked = str(mark["quote"]), span
            span = self.ask(lambda: self._case.place_of(ref.id, marked, quote, beside), None)
            if span is None:
                self.tell(f"The text no longer says the marked words: “{' '.join(quote.split())}”")
        self.open(Target(ref, span))


def _words(text: str, span: Span) -> dict[str, str]:
    """Return by what a marked passage is known again in another version of its text."""
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end :]
    return {"quote": span.of(text), "prefix": before, "suffix": after[:CONTEXT]}

"""The part of the browser that says what lines of a text are: story, or part of the furniture."""

from functools import partial

from casefile.core.labelling import LABELS, UNREAD, label_of, lines_of
from casefile.errors import CasefileError
from casefile.model.words import Ref, Span
from casefile.tui import keys
from casefile.tui.base.selecting import SelectingReader
from casefile.tui.base.view import Article
from casefile.tui.screens.making import MakingScreen
from casefile.tui.screens.place import Slot

_READ = tuple(one for one in LABELS if one not in UNREAD)


class RelabellingScreen(MakingScreen):
    """Selects whole lines, and tells what follows before it is said what they are."""

    def action_relabel(self) -> None:
        """Offer what the line here can be."""
        self._offer_labels(None)

    def _make(self, choice: str) -> None:
        """Take the lines that the selected words lie on, or make something of the words."""
        if choice == "lines" and self._words is not None:
            self._offer_labels(self._words.span)
        else:
            super()._make(choice)

    def _offer_labels(self, words: Span | None) -> None:
        """Offer what lines can be: those of some words, else the line here."""
        pane = self.pane_in(self.slot)
        if not isinstance(pane, SelectingReader):
            self.tell("There is no text here: open a source, then K says what a line is.")
            return
        if not self._can_write():
            return
        pane.needle = ""
        if not pane.begin_lines(words):
            self.tell("There are no lines here: the text is empty.")
            return
        from casefile.tui.widgets.making_lines import LinesLine

        self._words_pane = pane
        self.open_form(LinesLine(), keys.Place.LINES, self._relabel)
        self._has_selected()

    def _has_selected(self) -> None:
        """Tell what the selected lines are, and what would follow."""
        from casefile.tui.widgets.making_lines import LinesLine

        super()._has_selected()
        article, pane = self._article(), self._words_pane
        if pane is None or pane.selection is None or article is None:
            return
        span = pane.selection.span
        lines = lines_of(article.source.text, span)
        are = {label_of(article.source.furniture, one) for one in lines}
        is_now = next(iter(are)) if len(are) == 1 else None
        many = "This line" if len(lines) == 1 else f"These {len(lines):,} lines"
        verb = "is" if len(lines) == 1 else "are"
        for form in self.query(LinesLine):
            form.asked = f"{many} {verb} {is_now}" if is_now else f"{many} differ"
            form.effects = tuple(
                (group, self._effect(article.ref, span, group)) for group in (UNREAD, _READ)
            )

    def _effect(self, source: Ref, span: Span, labels: tuple[str, ...]) -> str:
        """Return what follows from either of some labels; they have the same effect."""
        for label in labels:
            try:
                return self._case.relabelling(source, span, label).effect
            except CasefileError as error:
                told = str(error)
        return told

    def _article(self) -> Article | None:
        view = self.side if self.slot is Slot.SIDE else self.main
        return view if isinstance(view, Article) else None

    def _relabel(self, label: str) -> None:
        article, selected = self._article(), self._words
        if article is None or selected is None:
            return
        deed = partial(self._case.relabel, article.ref, selected.span, label)
        self.carry_out(deed, lambda done: f"{label.capitalize()}: {done.effect}.")

"""The part of the browser that says what lines of a text are: story, or part of the furniture."""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual import work
from textual.worker import Worker, get_current_worker

from casefile.case import Case
from casefile.core.labelling import LABELS, UNREAD, label_of, lines_of
from casefile.errors import CasefileError
from casefile.model.words import Ref, Span
from casefile.tui import keys
from casefile.tui.base.selecting import SelectingReader
from casefile.tui.base.view import Article, CardRow, Shape
from casefile.tui.screens.making import MakingScreen
from casefile.tui.screens.place import Slot

if TYPE_CHECKING:
    from casefile.deeds.rereading import Otherwise
    from casefile.tui.screens.effects import Groups

LONG = 100_000
"""Characters of a text up to which it is read again for a look: about half a second each time."""

_READ = tuple(one for one in LABELS if one not in UNREAD)


class RelabellingScreen(MakingScreen):
    """Selects whole lines, and tells what follows before it is said what they are."""

    _found: "Mapping[str, Otherwise]" = MappingProxyType({})
    """What would follow from each label of the selected lines, as far as it is known."""

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
        self.listing_effect = self._list_labels
        self._has_selected()

    def _has_selected(self) -> None:
        """Tell what the selected lines are, and what would follow."""
        from casefile.tui.widgets.making_lines import LinesLine

        super()._has_selected()
        article, pane = self._article(), self._words_pane
        if pane is None or pane.selection is None or article is None or not self.query(LinesLine):
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
        self._found = {}
        self._foretell(article.ref, span)

    @work(thread=True, exclusive=True, group="relabelling")
    def _foretell(self, source: Ref, span: Span) -> None:
        """Find by name what would follow: the text is read again, once the keys rest."""
        from casefile.tui.screens.foretelling import is_still_looked_at

        worker = get_current_worker()
        if not is_still_looked_at(worker):
            return
        try:
            with self._case.reopen() as case:
                found = self._otherwise(worker, case, source, span)
        except CasefileError:
            return
        if found and not worker.is_cancelled:
            self.app.call_from_thread(self._take_found, span, found)

    def _otherwise(
        self, worker: "Worker[None] | None", case: Case, source: Ref, span: Span
    ) -> "dict[str, Otherwise]":
        """Return what would follow from each label; nothing where only a costly engine knows."""
        tell = case.rereader(source) if len(case.source(source.id).text) <= LONG else None
        found: dict[str, Otherwise] = {}
        for label in LABELS:
            if tell is None or (worker is not None and worker.is_cancelled):
                break
            with suppress(CasefileError):
                found[label] = tell(span, label)
        return found

    def _take_found(self, span: Span, found: "dict[str, Otherwise]") -> None:
        """Tell what was found, where the same lines are still selected."""
        from casefile.tui.screens.effects import by_effect
        from casefile.tui.widgets.making_lines import LinesLine

        pane = self._words_pane
        if pane is None or pane.selection is None or pane.selection.span != span:
            return
        self._found = found
        for form in self.query(LinesLine):
            form.effects = tuple((labels, str(one)) for one, labels in by_effect(found).items())

    def _list_labels(self) -> "Groups":
        """Return what would follow; it is read now where the keys have not rested yet."""
        from casefile.tui.screens.effects import of_labels

        article, pane = self._article(), self._words_pane
        if not self._found and article is not None and pane is not None and pane.selection:
            span = pane.selection.span
            self._found = self._otherwise(None, self._case, article.ref, span)
        if not self._found:
            dim = CardRow(Shape.DIM, "To read it again would take long: only counts are told.")
            return [("By name", [dim])]
        return of_labels(self._found)

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
        told = self._found.get(label)
        self.carry_out(deed, lambda done: f"{label.capitalize()}: {told or done.effect}.")

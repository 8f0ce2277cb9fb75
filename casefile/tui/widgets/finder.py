"""The search over everything: typing, results, and a preview beside them."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import Input, Static

from casefile.model.kept import SavedSearch
from casefile.model.words import Kind
from casefile.tui import text
from casefile.tui.base.card import CardView
from casefile.tui.base.line_input import LineInput
from casefile.tui.base.reader import Reader
from casefile.tui.base.results import results
from casefile.tui.base.rowlist import Spot
from casefile.tui.base.view import Article, Card, Choice, Found, Sought, View
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Done, Forget, Group, Point, Save, Search

LATE_S = 0.15
"""Seconds after which a reader is told that the answer is on its way."""

_TITLE = 40
"""Columns of the line in the title of its results."""


class SteadyCard(CardView, can_focus=False):
    """A card that changes at each key.

    A scrollbar that comes or goes arranges the whole screen anew, which takes longer than to
    paint the card: it stays, and is blank as long as all is in sight.
    """

    DEFAULT_CSS = "SteadyCard { overflow-y: scroll; }"

    def measure(self, lines: int) -> None:
        """Take the number of lines there are."""
        super().measure(max(lines, self.size.height))

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new width, and know what is in sight now."""
        super().on_resize(event)
        self.measure(len(self._lines))


class Results(SteadyCard):
    """The results; the keys come from the line above."""

    def _retitle(self) -> None:
        """Leave the title to the finder, which knows the query."""

    def _tell(self) -> None:
        """Point at what is chosen; a saved search has nothing to look at."""
        if self.row is not None and self.row.ref and self.row.ref.kind is Kind.SEARCH:
            self.post_message(Point(None).by(self))
        else:
            super()._tell()

    @property
    def choice(self) -> Choice:
        """Which result the cursor stands on."""
        if self.row is None:
            return Choice()
        return Choice(self.row.ref, self.row.in_text, self.top)

    def choose(self, choice: Choice) -> bool:
        """Put the cursor on a result, else on the first; tell whether it is there."""
        for at, row in enumerate(self._rows):
            if row.ref and row.ref == choice.ref and row.in_text == choice.in_text:
                self.cursor = at
                self.hold(choice.top)
                self._show_cursor()
                return True
        self.go(Spot())
        return False


class Finder(Container):
    """Every change posts Search; enter posts Open, escape Done."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.FINDER, priority=True)

    DEFAULT_CSS = """
    Finder { height: 1fr; width: 1fr; }
    Finder #finder-line { height: 1; margin: 0 0 1 0; background: $boost; }
    Finder #finder-line Static { width: auto; padding: 0 1; text-style: bold; color: $text-accent; }
    Finder LineInput { width: 1fr; }
    Finder Results { width: 1fr; }
    Finder Results.-stale { tint: $background 40%; }
    Finder .finder-preview { width: 1fr; border-left: solid $line-rule; display: none; }
    """

    found: reactive[Found] = reactive(Found(), init=False, repaint=False)
    """The latest results. Bound by the screen."""
    preview: reactive[View | None] = reactive(None, init=False, repaint=False)
    """What the chosen result is. Bound by the screen."""

    def __init__(self, *, is_grouped: bool = False) -> None:
        super().__init__(id="finder")
        self._is_grouped = is_grouped
        self._wanted: Choice | None = None
        """The result the reader moved to, which stays chosen as long as it is one."""
        self._going = False
        self._late: Timer | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="finder-line"):
            yield Static(Content("Search everything"))
            yield LineInput()
        with Horizontal():
            yield Results(id="finder-results")
            yield FoundArticle(classes="finder-preview")
            yield FoundCard(classes="finder-preview")

    def on_mount(self) -> None:
        self._show(self.found)

    @property
    def _results(self) -> Results:
        return self.query_one(Results)

    @property
    def sought(self) -> Sought:
        """The search as it is now, to come back to."""
        return Sought(self.query_one(LineInput).value, self._results.choice)

    def begin(self) -> None:
        """Take the keys, with what was typed last selected."""
        line = self.query_one(LineInput)
        line.focus()
        line.select_all()

    def resume(self, sought: Sought) -> None:
        """Take the keys as the search was left: its line, its results, the choice among them."""
        line = self.query_one(LineInput)
        with line.prevent(Input.Changed):
            line.value = sought.query
        line.cursor_position = len(line.value)
        line.focus()
        self._wanted = sought.choice
        if self.found.query == sought.query:
            self._results.choose(sought.choice)
        else:
            self._ask(sought.query)

    def watch_found(self, found: Found) -> None:
        if self.is_mounted:
            self._show(found)
            if self._going:
                self.action_go()

    def _show(self, found: Found) -> None:
        results_pane, wanted = self._results, self._wanted
        if wanted is not None and wanted.ref == results_pane.choice.ref:
            wanted = results_pane.choice
        results_pane.view = results(found, is_grouped=self._is_grouped)
        if not results_pane.choose(wanted or Choice()):
            self._wanted = None
        if self._late is not None:
            self._late.stop()
        results_pane.remove_class("-stale")
        self._title()

    def _title(self) -> None:
        query = self.found.query
        if not query.strip():
            self._results.title_line("Search")
            return
        count = text.count_of(len(self.found.hits), "result")
        words = f"{count} for “{text.cut(text.line(query), _TITLE)}”"
        self._results.title_line(words, "apart by kind" if self._is_grouped else "best first")

    def _say_late(self) -> None:
        """Show that an answer takes long, and that what is there answers an older line."""
        self._results.add_class("-stale")
        self._results.title_line("searching …")

    def watch_preview(self, preview: View | None) -> None:
        if not self.is_mounted:
            return
        article, card = self.query_one(FoundArticle), self.query_one(FoundCard)
        article.set_class(isinstance(preview, Article), "-shown")
        card.set_class(isinstance(preview, Card), "-shown")
        if isinstance(preview, Article):
            article.view = preview
        elif preview is not None:
            card.view = preview

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._going = False
        self._ask(event.value)

    def _ask(self, query: str) -> None:
        # Not at once: to style and paint all results anew at each key takes longer than to search.
        if self._late is not None:
            self._late.stop()
        self._late = self.set_timer(LATE_S, self._say_late)
        in_sight = None if self._is_grouped else self._results.size.height or None
        self.post_message(Search(query, in_sight).by(self))

    def action_result(self, by: int) -> None:
        """Move over the results."""
        self._results.step(by)
        self._wanted = self._results.choice

    def action_group(self) -> None:
        """Show the results apart by kind, or all in one row."""
        self._is_grouped = not self._is_grouped
        self._wanted = self._wanted and self._results.choice
        self._show(self.found)
        self.post_message(Group(self._is_grouped).by(self))

    def action_go(self) -> None:
        """Open the chosen result, as soon as the results are those of what is typed."""
        line = self.query_one(LineInput)
        self._going = line.value != self.found.query or self._is_unread
        if self._going:
            return
        saved = self._saved_here()
        if saved is None:
            self._results.action_follow()
        else:
            line.value = saved.line
            line.cursor_position = len(line.value)

    def action_save(self) -> None:
        """Save what is typed by a name."""
        self.post_message(Save(self.query_one(LineInput).value).by(self))

    def action_forget(self) -> None:
        """Forget the chosen saved search; in a line with words delete what stands right."""
        saved = self._saved_here()
        if saved is None:
            self.query_one(LineInput).action_delete_right()
        else:
            self.post_message(Forget(saved.name).by(self))

    @property
    def _is_unread(self) -> bool:
        """Whether the chosen result is a passage that is yet to be read."""
        row = self._results.row
        return not self.found.is_whole and row is not None and row.in_text and row.span is None

    def _saved_here(self) -> SavedSearch | None:
        ref = self._results.choice.ref
        return next((one for one in self.found.saved if one.ref == ref), None)

    def action_close(self) -> None:
        """Close the search."""
        self.post_message(Done().by(self))


class FoundArticle(Reader, can_focus=False):
    """The article of the chosen result."""

    def _tell(self) -> None:
        """Point at nothing: this is only looked at."""


class FoundCard(SteadyCard):
    """The card of the chosen result."""

    def _tell(self) -> None:
        """Point at nothing: this is only looked at."""

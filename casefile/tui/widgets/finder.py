"""The search over everything: typing, results, and a preview beside them."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, Static

from casefile.model.rows import Hit
from casefile.model.words import Kind, Ref
from casefile.tui import text
from casefile.tui.base.card import CardView
from casefile.tui.base.line_input import LineInput
from casefile.tui.base.reader import Reader
from casefile.tui.base.rowlist import Spot
from casefile.tui.base.view import Article, Card, CardRow, Found, Shape, View
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Done, Search

_HERE = Ref(Kind.NOTE, 0)
"""The card of results stands for no thing of the case."""


def results(found: Found) -> Card:
    """Return the results as a card: one link each, what matched highlighted."""
    if not found.query.strip():
        rows = [CardRow(Shape.HEADING, "Lately visited")] if found.recent else []
        rows += [CardRow(Shape.LINK, name, ref.kind.value, ref) for ref, name in found.recent]
        rows += [CardRow(Shape.BLANK), CardRow(Shape.DIM, _HINT)]
    elif not found.hits:
        rows = [
            CardRow(Shape.TITLE, f"Nothing matches “{found.query}”."),
            *(CardRow(Shape.TEXT, said) for said in found.said),
            CardRow(Shape.DIM, _HINT),
        ]
    else:
        rows = [_row(hit) for hit in found.hits]
        rows += [CardRow(Shape.DIM, said) for said in found.said]
    return Card(_HERE, "Results", tuple(rows))


_HINT = (
    "Type a name, a place, a few words of a title or a text, or a reference such as entity:12. "
    "Misspelt names are found too. Narrow it by kind:person, type:meeting, place:, after:2014-06, "
    "in:notes, or with “exact words” in quotation marks, !not and a | b."
)


def _row(hit: Hit) -> CardRow:
    detail = f"{hit.kind}  {hit.detail}" if hit.detail else hit.kind
    if hit.why and not hit.matched and hit.span is None:
        # No letter of it shows why it is here.
        detail += f" · {hit.why}"
    return CardRow(Shape.LINK, hit.label, detail, hit.ref, hit.span, None, hit.matched)


class Results(CardView, can_focus=False):
    """The results; the keys come from the line above."""

    def _retitle(self) -> None:
        """Leave the title to the finder, which knows the query."""


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

    found: reactive[Found] = reactive(Found(), init=False)
    """The latest results. Bound by the screen."""
    preview: reactive[View | None] = reactive(None, init=False)
    """What the chosen result is. Bound by the screen."""

    def __init__(self) -> None:
        super().__init__(id="finder")
        self._moved = False
        self._going = False

    def compose(self) -> ComposeResult:
        with Horizontal(id="finder-line"):
            yield Static(Content("Search everything"))
            yield LineInput()
        with Horizontal():
            yield Results(id="finder-results")
            yield FoundArticle(classes="finder-preview")
            yield FoundCard(classes="finder-preview")

    def on_mount(self) -> None:
        self._results.view = results(self.found)
        self._title()

    @property
    def _results(self) -> Results:
        return self.query_one(Results)

    def begin(self) -> None:
        """Take the keys, with what was typed last selected."""
        line = self.query_one(LineInput)
        line.focus()
        line.select_all()

    def watch_found(self, found: Found) -> None:
        if not self.is_mounted:
            return
        kept = self._results.spot
        self._results.view = results(found)
        self._results.go(kept if self._moved else Spot())
        self._results.remove_class("-stale")
        self._title()
        if self._going:
            self.action_go()

    def _title(self) -> None:
        found, typed = self.found, self.query_one(LineInput).value
        if typed.strip() and typed != found.query:
            words = "searching …"
        elif typed.strip():
            words = text.count_of(len(found.hits), "result")
        else:
            words = "Search"
        self._results.title_line(words)

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
    def _ask_to_search(self, event: Input.Changed) -> None:
        event.stop()
        self._moved = self._going = False
        self._results.add_class("-stale")
        self._title()
        self.post_message(Search(event.value).by(self))

    def action_result(self, by: int) -> None:
        """Move over the results."""
        self._moved = True
        self._results.step(by)

    def action_go(self) -> None:
        """Open the chosen result, as soon as the results are those of what is typed."""
        typed = self.query_one(LineInput).value
        self._going = typed != self.found.query
        if not self._going:
            self._results.action_follow()

    def action_close(self) -> None:
        """Close the search."""
        self.post_message(Done().by(self))


class FoundArticle(Reader, can_focus=False):
    """The article of the chosen result."""

    def _tell(self) -> None:
        """Point at nothing: this is only looked at."""


class FoundCard(CardView, can_focus=False):
    """The card of the chosen result."""

    def _tell(self) -> None:
        """Point at nothing: this is only looked at."""

"""A card: what one thing is, and links to all that belongs to it.

A card has at most a few thousand rows, so it is laid out whole for a width.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip

from casefile.tui import text
from casefile.tui.base.lines import LineView, Part
from casefile.tui.base.rowlist import Spot
from casefile.tui.base.stretches import runs
from casefile.tui.base.view import Card, CardRow, Shape
from casefile.tui.base.wrap import wrap
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Open, Point, Turn

_LABEL = 10
"""Columns of the label of a field."""

_KEYS = 20
"""Columns of the keys before what they do."""

Matched = tuple[tuple[int, int], ...]
"""Ranges of a text to highlight, in order."""

_PASSAGE_LINES = 4
"""Lines of a passage shown; its sentence is rarely longer."""

_DETAIL = 26
"""Columns of a detail that is never cut, such as ``uncertain · 11-20 May 2024``."""

_BULLET = "• "
"""Before each passage, whose other lines are indented: they follow without a blank line."""

_STYLES = {Shape.TITLE: "strong", Shape.DIM: "dim", Shape.WARNING: "warn"}


def lay_out(row: CardRow, width: int) -> list[list[Part]]:
    """Return the lines of one row, each at most the width.

    Texts are made safe here. A link is one line, its detail at the right edge.
    """
    shown = text.line(row.text)
    if row.shape is Shape.BLANK:
        return [[]]
    if row.shape is Shape.HEADING:
        return [[(text.cut(shown, width), "heading"), (_aside(row.detail), "dim")]]
    if row.shape is Shape.LINK:
        return [_link(shown, text.line(row.detail), row.matched, width)]
    if row.shape is Shape.PASSAGE:
        return _passage(row, shown, width)
    if row.shape is Shape.FIELD:
        return _labelled(row, width, _LABEL, "dim", "" if row.ref else "dim")
    if row.shape is Shape.KEY:
        return _labelled(row, width, min(_KEYS, width // 2), "strong", "")
    if row.shape is Shape.RICH:
        return _rich(row, width)
    style = _STYLES.get(row.shape, "")
    body = text.block(row.text)
    return [[(body[start:end], style)] for start, end in zip(*wrap(body, width), strict=True)]


def _rich(row: CardRow, width: int) -> list[list[Part]]:
    """Draw words with styles of their own, the signs before them at most on half the width."""
    body = text.block(row.text)
    first, later = (text.cut(lead, width // 2) for lead in row.leads)
    leads = chain((first,), repeat(later))
    lines = zip(*wrap(body, max(1, width - text.cells(first))), strict=True)
    layers = list(row.styles)
    return [
        [(lead, "dim"), *((body[a:b], names) for a, b, names in runs(start, end, layers))]
        for lead, (start, end) in zip(leads, lines, strict=False)
    ]


def _labelled(row: CardRow, width: int, room: int, named: str, told: str) -> list[list[Part]]:
    """Draw a label on so many columns and its text, whose later lines are below its first."""
    body = text.block(row.text)
    lines = zip(*wrap(body, max(1, width - room)), strict=True)
    labels = chain((text.fit(text.line(row.detail), room),), repeat(" " * room))
    return [
        [(label, named), (body[start:end], told)]
        for label, (start, end) in zip(labels, lines, strict=False)
    ]


def _aside(detail: str) -> str:
    return f"  {text.line(detail)}" if detail else ""


def _link(shown: str, detail: str, matched: Matched, width: int) -> list[Part]:
    is_short = text.cells(detail) <= min(_DETAIL, width - _LABEL)
    if not is_short:
        detail = text.cut(detail, max(width // 3, width - text.cells(shown) - 2))
    room = width - text.cells(detail) - (2 if detail else 0)
    start = 0
    if matched:
        shown, start = text.window(shown, room, *matched[0])
    parts = highlighted(text.fit(shown, room), matched, start)
    return [*parts, (f"  {detail}", "dim")] if detail else parts


def highlighted(shown: str, matched: Matched, start: int = 0) -> list[Part]:
    """Cut a text into plain and matched parts; ``start`` is its place in the matched text."""
    parts: list[Part] = []
    at, stop = start, start + len(shown)
    for a, b in matched:
        a, b = max(at, min(a, stop)), max(at, min(b, stop))
        parts += [(shown[at - start : a - start], ""), (shown[a - start : b - start], "match")]
        at = b
    return [*parts, (shown[at - start :], "")]


def _passage(row: CardRow, shown: str, width: int) -> list[list[Part]]:
    lines: list[list[Part]] = []
    if row.detail:
        lines.append([(text.cut(text.line(row.detail), width), "dim")])
    start = row.matched[0][0] if row.matched else 0
    starts, ends = wrap(shown, max(1, width - len(_BULLET) - 1))
    first = max(0, min(bisect_right(starts, start) - 2, len(starts) - _PASSAGE_LINES))
    matched = () if _is_all(shown, row.matched) else row.matched
    sign = _BULLET
    for a, b in list(zip(starts, ends, strict=True))[first : first + _PASSAGE_LINES]:
        lines.append([(sign, "dim"), *highlighted(shown[a:b], matched, a)])
        sign = " " * len(_BULLET)
    if first + _PASSAGE_LINES < len(starts):
        lines[-1].append((text.ELLIPSIS, "dim"))
    return lines


def _is_all(shown: str, matched: Matched) -> bool:
    """Tell whether one range takes in all words: to highlight them would tell nothing apart."""
    return any(not any(map(str.isalnum, shown[:a] + shown[b:])) for a, b in matched)


class CardView(LineView):
    """A card; the cursor walks over its links, moving posts Point, enter posts Open."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.CARD)

    view: reactive[Card | None] = reactive(None, init=False)
    """What to show. Bound by the screen."""

    needle: reactive[str] = reactive("", init=False)
    """Only links with these words are shown."""

    cursor: reactive[int] = reactive(-1, repaint=False, init=False)
    """The row the cursor stands on; -1 where there is no link."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: tuple[CardRow, ...] = ()
        self._lines: list[list[Part]] = []
        self._row_of: array[int] = array("q")
        self._first: array[int] = array("q")
        self._width = 0

    @property
    def spot(self) -> Spot:
        """Where the cursor stands, to come back to."""
        row = self.row
        return Spot(row.ref if row else None, self.cursor, self.top)

    @property
    def row(self) -> CardRow | None:
        """The row the cursor stands on."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    def go(self, spot: Spot) -> None:
        """Return to a spot, or to the first link to another thing."""
        at = spot.at
        if not (0 <= at < len(self._rows) and self._rows[at].ref == spot.ref):
            at = next((i for i, row in enumerate(self._rows) if row.ref == spot.ref), -1)
        if at < 0 or not self._rows[at].ref:
            at = next((i for i, row in enumerate(self._rows) if row.ref and not row.look), -1)
            at = self._next(-1, 1) if at < 0 else at
        self.cursor = at
        self.hold(spot.top)

    def watch_view(self, old: Card | None, new: Card | None) -> None:
        same = (old and (old.ref, old.about)) == (new and (new.ref, new.about))
        spot = self.spot if same else Spot()
        if not same:
            self.set_reactive(CardView.needle, "")
        self._fill()
        self.go(spot)
        self._retitle()
        self._tell()

    def watch_needle(self) -> None:
        self._fill()
        self.go(Spot())
        self._retitle()

    def _retitle(self) -> None:
        if self.view is not None:
            aside = f"matching “{text.line(self.needle)}”" if self.needle else str(self.view.ref)
            name = "With whom" if self.view.about else self.view.ref.kind.value.capitalize()
            self.title_line(self.view.kind or name, aside)
        else:
            self.title_line("", "")

    def _fill(self) -> None:
        rows = self.view.rows if self.view else ()
        if self.needle:
            found = re.compile(re.escape(self.needle), re.IGNORECASE)
            rows = tuple(
                row for row in rows if row.ref is None or found.search(f"{row.text}\n{row.detail}")
            )
        self._rows = rows
        self._lay_out()

    def _lay_out(self) -> None:
        self._width = self.size.width
        lines: list[list[Part]] = []
        row_of, first = array("q"), array("q")
        for at, row in enumerate(self._rows):
            first.append(len(lines))
            drawn = lay_out(row, max(1, self._width - self.indent - 1))
            lines += drawn
            row_of.extend([at] * len(drawn))
        self._lines, self._row_of, self._first = lines, row_of, first
        self.measure(len(lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        if self.size.width != self._width:
            return self.paint(())  # the new width is known; its lines come with the resize
        at = self.top + y
        if at >= len(self._lines):
            return self.paint(())
        row = self._row_of[at]
        chosen = row == self.cursor
        sign: list[Part] = [(" " * self.indent, "")]
        if self._first[row] == at:
            sign = self.sign(row, is_here=chosen)
        return self.paint([*sign, *self._lines[at]], "cursor" if chosen else "")

    def show_labels(self, labels: Mapping[int, str], own: str = "") -> None:
        """Draw labels before the links; where that takes room the rows are laid out anew."""
        indent = self.indent
        super().show_labels(labels, own)
        if self.indent != indent:
            self._lay_out()

    def lines_of_cursor(self) -> range:
        """Return which lines the cursor lies on, counted from the top of the pane."""
        if not 0 <= self.cursor < len(self._first):
            return range(0)
        first, last = self._lines_of(self.cursor)
        return range(first - self.top, last + 1 - self.top)

    def in_sight(self) -> Sequence[int]:
        """Return the links that begin on a line in sight."""
        lines = range(self.top, min(self.top + self.lines_in_sight, len(self._lines)))
        rows = (self._row_of[at] for at in lines if self._first[self._row_of[at]] == at)
        return [row for row in rows if self._rows[row].ref is not None]

    def follow(self, at: int) -> None:
        """Put the cursor on a link and follow it."""
        self.cursor = at
        self.action_follow()

    def watch_cursor(self, old: int, new: int) -> None:
        self._show_cursor()
        self.refresh()
        self._tell()

    def _tell(self) -> None:
        row = self.row
        if row:
            self.read_aloud(self._first[self.cursor])
        point = Point(row.ref, row.span, row.about) if row and not row.look else Point(None)
        self.post_message(point.by(self))

    def _show_cursor(self) -> None:
        if not 0 <= self.cursor < len(self._first):
            return
        first, last = self._lines_of(self.cursor)
        at = self.cursor
        while at > 0 and self._rows[at - 1].ref is None:
            at -= 1
        above = self._first[at]
        if above == 0 or last - above < self.lines_in_sight:
            self.bring_into_sight(above, above)
        self.bring_into_sight(first, last)

    def _lines_of(self, row: int) -> tuple[int, int]:
        first = self._first[row]
        after = self._first[row + 1] if row + 1 < len(self._first) else len(self._lines)
        return first, max(first, after - 1)

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new width and keep the cursor in sight."""
        if self.size.width != self._width:
            self._lay_out()
            self._retitle()
        if not self.held_again():
            self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the link; a second click follows it."""
        at = self.top + event.get_content_offset_capture(self).y
        if 0 <= at < len(self._row_of) and self._rows[self._row_of[at]].ref:
            row = self._row_of[at]
            if row == self.cursor and event.chain > 1:
                self.action_follow()
            self.cursor = row

    def _next(self, at: int, way: int) -> int:
        """Return the nearest link that way, or where we are."""
        to = at + way
        while 0 <= to < len(self._rows):
            if self._rows[to].ref is not None:
                return to
            to += way
        return at

    def step(self, by: int) -> None:
        """Move the cursor over links; where there is none on that side, scroll."""
        at = self.cursor
        for _ in range(min(abs(by), len(self._rows))):
            at = self._next(at, 1 if by > 0 else -1)
        if at == self.cursor:
            self.look_at(self.top + (by if at < 0 else 1 if by > 0 else -1))
        self.cursor = at

    def action_hit(self, way: int) -> None:
        """Go to the first link of the next or previous group."""
        self._held = None
        at = self.cursor + way
        while 0 <= at < len(self._rows):
            is_first = at == 0 or self._rows[at - 1].ref is None
            if self._rows[at].ref is not None and is_first:
                self.cursor = at
                return
            at += way

    def action_follow(self) -> None:
        """Follow the link under the cursor."""
        if (row := self.row) and row.look:
            self.post_message(Turn(row.look, row.ref).by(self))
        elif row and row.ref:
            self.post_message(Open(row.ref, row.span, row.about).by(self))

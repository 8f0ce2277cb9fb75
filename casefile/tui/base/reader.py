"""A reader: one text with what stands on it, wrapped to the width, any size.

Marks stay offsets into the text and are looked up for each line drawn, so a
text of megabytes with thousands of marks opens and scrolls like a short one.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip

from casefile.core.graphemes import whole
from casefile.model.rows import Mark, Source
from casefile.model.words import Ref, Span
from casefile.tui import text
from casefile.tui.base.front import front_matter
from casefile.tui.base.gutter import gutter, width_of
from casefile.tui.base.labelled import folded, let_in
from casefile.tui.base.lines import LineView, Part
from casefile.tui.base.rowlist import Spot
from casefile.tui.base.standing import Standing
from casefile.tui.base.stretches import (
    FURNITURE,
    ORDER,
    Stretches,
    runs,
    style_of,
)
from casefile.tui.base.view import Article
from casefile.tui.base.wrap import PLAIN, offset_at, wrap
from casefile.tui.keys import Place, bindings
from casefile.tui.messages import Open, Point, Scrolled

_AIMED = -1
"""In place of a held line: what is held is the passage that was opened."""

_MOST_HITS = 100_000
"""Hits of a search in one text; more are not walked."""

_WIDEST = 100
"""Columns of a line of text where the app sets none: longer ones are hard to read."""


class Reader(LineView):
    """An article; n and N walk over its marks, moving posts Point, enter posts Open."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.ARTICLE)

    view: reactive[Article | None] = reactive(None, init=False)
    """What to show. Bound by the screen."""

    needle: reactive[str] = reactive("", init=False)
    """Words to find in the text."""

    signs: reactive[bool] = reactive(True, init=False)
    """Whether letters beside the lines say what stands on them. Bound by the screen."""

    marked: reactive[Mapping[Ref, tuple[int, ...]]] = reactive({}, init=False)
    """Where the reader set marks by letter, by source. Bound by the screen."""

    stop: reactive[int] = reactive(-1, repaint=False, init=False)
    """The mark, or hit, that the cursor stands on; -1 for none."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._text = ""
        self._source: Source | None = None
        self._broken: int | None = None
        """The width of the lines into which the text is broken."""
        self._front: list[list[Part]] = []
        self._starts: array[int] = array("q")
        self._ends: array[int] = array("q")
        self._standing = Standing()
        self._furniture = Stretches([])
        self._hits: list[Span] = []
        self._hit_lines = Stretches([])
        self._labelled: list[list[Part]] = []
        self._width = 0
        self._gutter = 2

    # What it shows

    def watch_view(self, old: Article | None, new: Article | None) -> None:
        if new is None:
            return
        kept = self.spot if old is not None and old.ref == new.ref else None
        mark = self.mark if kept and not self.needle else None
        moved = old is None or (new.target, new.about) != (old.target, old.about)
        if moved or kept is None:
            self._look_for_nothing()
        self._take(new)
        self._lay_out()
        if mark is not None and kept is not None and (at := self._standing.stop_of(mark)) >= 0:
            self.set_reactive(Reader.stop, at)  # there may be more marks before it than there were
            kept = replace(kept, at=at)
        if new.target and (moved or kept is None or self._aimed):
            self.set_reactive(Reader.stop, self._stop_at(new.target, new.about))
            self._show_target(new.target)
            self._held = _AIMED
        elif self.needle:
            self.hold(self.top)
        else:
            self.go(kept or Spot(at=-1))
        self._retitle()
        self.refresh()
        self._tell()

    def _look_for_nothing(self) -> None:
        self.set_reactive(Reader.needle, "")
        self._hits, self._hit_lines = [], Stretches([])

    def _take(self, view: Article) -> None:
        if view.source is not self._source:
            self._source, self._broken = view.source, None
            self._text = text.block(view.source.text)
        self._standing = view.standing
        self._furniture = Stretches([part.span for part in view.source.furniture])

    def _lay_out(self) -> None:
        self._width = self.size.width
        if not self._width:  # a pane not in sight yet: it gets a size, and then its lines
            self._starts, self._ends, self._broken = array("q"), array("q"), None
            return
        widest = getattr(self.app, "text_width", _WIDEST)
        self._gutter = width_of(self._width, is_wanted=self.signs)
        width = max(1, min(widest, self._width - self._gutter - 1))
        self._front = []
        if self.view is not None:
            for foreign, style in front_matter(self.view.source, self.view.version):
                shown = text.line(foreign)
                for a, b in zip(*wrap(shown, width), strict=True):
                    self._front.append([(shown[a:b], style)])
        if width != self._broken:
            self._starts, self._ends = wrap(self._text, width)
            self._broken = width
        self.measure(len(self._front) + len(self._starts))

    def watch_signs(self) -> None:
        """Wrap for another width of the signs; what was read stays where it was."""
        at = self._offset_of(self.top)
        self._lay_out()
        self.look_at(self._line_of(at) if at > 0 else 0)
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap for the new width; what was read stays where it was."""
        self.post_message(Scrolled().by(self))
        if self.size.width == self._width:
            self._aim_again()
            return
        at, was = self._offset_of(self.top), self._width
        self._lay_out()
        if self._aimed and self.view and self.view.target:
            self._show_target(self.view.target)
        elif was or not self.held_again():
            self.look_at(self._line_of(at) if at > 0 else 0)
        self._retitle()
        self.refresh()

    def _aim_again(self) -> None:
        """After a new height, return to what was opened or gone back to."""
        if self._aimed and self.view and self.view.target:
            self._show_target(self.view.target)
        else:
            self.held_again()

    @property
    def _aimed(self) -> bool:
        """Whether a passage was opened and nothing moved since."""
        return self._held == _AIMED

    def _retitle(self) -> None:
        if self.view is None:
            return
        row = self.view.source.row
        asides = [row.publisher, row.published]
        title = row.title
        if self.needle:  # first, for there may be no room for both
            title = f"{text.count_of(len(self._hits), 'hit')} for “{self.needle}”"
            asides = [row.title]
        self.title_line(text.line(title), "  ·  ".join(text.line(one) for one in asides if one))

    # Where things are

    @property
    def _marks(self) -> Sequence[Mark]:
        return self._standing.marks

    @property
    def _stops(self) -> Sequence[Mark]:
        return self._standing.stops

    def _offset_of(self, line: int) -> int:
        at = line - len(self._front)
        return self._starts[at] if 0 <= at < len(self._starts) else 0

    def _line_of(self, offset: int) -> int:
        return len(self._front) + max(0, bisect_right(self._starts, offset) - 1)

    def _show_target(self, span: Span) -> None:
        """Scroll so that a passage is in the upper third."""
        self.look_at(self._line_of(span.start) - self.lines_in_sight // 4)

    def _stop_at(self, span: Span, about: Ref | None) -> int:
        inside = [at for at, mark in enumerate(self._stops) if mark.span.overlaps(span)]
        named = [at for at in inside if self._stops[at].ref == about]
        exact = [at for at in inside if self._stops[at].span == span]
        return next(iter(named or exact or inside), -1)

    @property
    def mark(self) -> Mark | None:
        """The mark that the cursor stands on; at a hit the uppermost that it lies in."""
        if not self.needle:
            return self._stops[self.stop] if 0 <= self.stop < len(self._stops) else None
        here = self._here
        near = self._standing.on_line.touching(here.start, here.end) if here else ()
        marks = [mark for at in near if here and (mark := self._marks[at]).span.overlaps(here)]
        return max(marks, key=lambda mark: ORDER.get(mark.ref.kind, 0), default=None)

    @property
    def spot(self) -> Spot:
        """Where the cursor stands, to come back to."""
        if self.needle:
            return Spot(at=-1, top=self.top)
        return Spot(self.mark.ref if self.mark else None, self.stop, self.top)

    def go(self, spot: Spot) -> None:
        """Return to a spot."""
        self.stop = spot.at if -1 <= spot.at < len(self._stops) else -1
        self.hold(spot.top)

    @property
    def passage(self) -> Span | None:
        """What a note or a copy is about: the mark or the hit, else the passage opened at."""
        return self._here or (self.view.target if self.view else None)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        if self.labels:
            return self.paint(self._labelled[y] if y < len(self._labelled) else ())
        at = self.top + y
        if at < len(self._front):
            return self.paint([(" " * self._gutter, ""), *self._front[at]])
        at -= len(self._front)
        if at >= len(self._starts):
            return self.paint(())
        start, end = self._starts[at], self._ends[at]
        layers, signs = self._layers(start, max(end, start + 1))
        parts = list(signs)
        parts += [(self._text[a:b], names) for a, b, names in runs(start, end, layers)]
        return self.paint(parts)

    def show_labels(self, labels: Mapping[int, str], own: str = "") -> None:
        """Draw labels before the marks in sight: the lines are broken anew to make room."""
        self._labelled = self._lines_with(labels) if labels else []
        super().show_labels(labels, own)

    def _lines_with(self, labels: Mapping[int, str]) -> list[list[Part]]:
        """Return the lines from the first in sight, with labels, as many as fit."""
        front = [[(" " * self._gutter, ""), *parts] for parts in self._front[self.top :]]
        first = max(0, self.top - len(self._front))
        lines: list[list[Part]] = list(front)
        for start, end in zip(self._starts[first:], self._ends[first:], strict=True):
            if len(lines) >= self.lines_in_sight:
                break
            layers, signs = self._layers(start, max(end, start + 1))
            here: dict[int, str] = {}
            for at, label in labels.items():
                offset = max(self._stops[at].span.start, self._starts[first])
                if start <= offset < end:
                    here[offset] = f"{here[offset]}][{label}" if offset in here else label
            width = self.size.width - self._gutter - 1
            for row in folded(let_in(runs(start, end, layers), self._text, here), width):
                lines.append([*signs, *row])
                signs = [(" " * self._gutter, "")]
        return lines

    def lines_of_cursor(self) -> range:
        """Return which lines the cursor lies on, counted from the top of the pane."""
        here = self._here
        if self.labels:
            return range(self.size.height)
        if here is None:
            return range(0)
        return range(
            self._line_of(here.start) - self.top, self._line_of(here.end - 1) + 1 - self.top
        )

    def in_sight(self) -> Sequence[int]:
        """Return the marks on the lines in sight."""
        seen = self._seen
        if seen is None or self.needle:
            return []
        near = self._standing.stop_lines.touching(seen.start, seen.end)
        return [at for at in near if self._stops[at].span.overlaps(seen)]

    @property
    def _seen(self) -> Span | None:
        """What of the text is in sight."""
        first = max(0, self.top - len(self._front))
        last = min(len(self._starts), self.top + self.lines_in_sight - len(self._front))
        if first >= last:
            return None
        return Span(self._starts[first], max(self._ends[last - 1], self._starts[first] + 1))

    def refs_in_sight(self) -> tuple[Ref, ...]:
        """Return all that stands on the lines in sight, each once, in the order of the text."""
        seen = self._seen
        if seen is None:
            return ()
        near = self._standing.on_line.touching(seen.start, seen.end)
        marks = (self._marks[at] for at in near)
        return tuple(dict.fromkeys(mark.ref for mark in marks if mark.span.overlaps(seen)))

    @property
    def mark_in_sight(self) -> Mark | None:
        """The mark that the cursor stands on, unless it was scrolled away from."""
        here = self._here
        return self.mark if here is not None and self._in_sight(here) else None

    def follow(self, at: int) -> None:
        """Put the cursor on a mark and follow it."""
        self.stop = at
        self.action_follow()

    def _layers(self, start: int, end: int) -> tuple[list[tuple[int, int, str]], list[Part]]:
        """Return what lies on a line, the lowest first, and the signs beside it."""
        view = self.view
        if view is None:
            return [], []
        layers = []
        for at in self._furniture.touching(start, end):
            part = view.source.furniture[at]
            layers.append((part.span.start, part.span.end, FURNITURE.get(part.kind, "dim")))
        marks = [self._marks[at] for at in self._standing.on_line.touching(start, end)]
        marks = [m for m in marks if m.span.start < end and start < m.span.end]
        if view.target and view.target.overlaps(Span(start, end)):
            layers.append((view.target.start, view.target.end, "target"))
        for mark in sorted(marks, key=lambda m: ORDER.get(m.ref.kind, 0)):
            if name := style_of(mark, view.kinds):
                layers.append((mark.span.start, mark.span.end, name))
        hits = [self._hits[at] for at in self._hit_lines.touching(start, end)]
        layers += [(hit.start, hit.end, "match") for hit in hits]
        here, line = self._here, Span(start, end)
        if here:
            layers.append((here.start, here.end, "cursor"))
        if not PLAIN.fullmatch(self._text, start, end):  # no sign is drawn half in a style
            layers = [(*whole(self._text, a, b), name) for a, b, name in layers]
        signs = gutter(
            (mark.ref.kind for mark in marks),
            self._gutter,
            here=here is not None and here.overlaps(line),
            hit=any(hit.overlaps(line) for hit in hits),
            marked=any(start <= at < end for at in self.marked.get(view.ref, ())),
        )
        return layers, signs

    @property
    def _here(self) -> Span | None:
        """What the cursor lies on: a hit while words are looked for, else a mark."""
        spans: Sequence[Span | Mark] = self._hits if self.needle else self._stops
        here = spans[self.stop] if 0 <= self.stop < len(spans) else None
        return here.span if isinstance(here, Mark) else here

    # What the reader does

    def watch_needle(self) -> None:
        self._hits = []
        if self.needle:
            pattern = re.compile(re.escape(self.needle), re.IGNORECASE)
            for match in pattern.finditer(self._text):
                self._hits.append(Span(match.start(), match.end()))
                if len(self._hits) == _MOST_HITS:
                    break
        self._hit_lines = Stretches(self._hits)
        self.set_reactive(Reader.stop, -1)
        if self._hits:
            self.action_hit(1)
        self._retitle()
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(Scrolled().by(self))

    def watch_stop(self) -> None:
        if here := self._here:
            first, last = self._line_of(here.start), self._line_of(here.end - 1)
            if first < self.top or last >= self.top + self.lines_in_sight:
                self._show_target(here)
        self.refresh()
        self._tell()

    def _tell(self) -> None:
        self.read_aloud(self._line_of(self._here.start) if self._here else self.top)
        if not self.needle:
            self.post_message(Point(self.mark.ref if self.mark else None).by(self))

    def step(self, by: int) -> None:
        """Scroll by lines."""
        last = len(self._front) + len(self._starts)
        self.look_at(max(0, min(last, self.top + by)))
        self.read_aloud(self.top)

    def action_hit(self, way: int) -> None:
        """Go to the next or previous hit or mark; from what is in sight, if the last is not."""
        self._held = None
        spans = self._hits if self.needle else [mark.span for mark in self._stops]
        if not spans:
            return
        at = self.stop + way
        here = self._here
        if here is None or not self._in_sight(here):
            edge = self._offset_of(self.top) if way > 0 else self._bottom()
            at = bisect_left(spans, Span(edge, 0)) - (1 if way < 0 else 0)
        if 0 <= at < len(spans):
            self.stop = at

    def _in_sight(self, span: Span) -> bool:
        return self.top <= self._line_of(span.start) < self.top + self.lines_in_sight

    def _bottom(self) -> int:
        at = self.top + self.lines_in_sight - len(self._front)
        return self._starts[at] if at < len(self._starts) else len(self._text)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the mark that was clicked; a second click follows it."""
        offset = event.get_content_offset_capture(self)
        at = self.top + offset.y - len(self._front)
        if not 0 <= at < len(self._starts) or self.needle:
            return
        column = max(0, offset.x - self._gutter)
        place = offset_at(self._text, self._starts[at], self._ends[at], column)
        for stop in self._standing.stop_lines.touching(place, place + 1):
            mark = self._stops[stop]
            if mark.span.start <= place < mark.span.end:
                if stop == self.stop and event.chain > 1:
                    self.action_follow()
                self.stop = stop

    def action_follow(self) -> None:
        """Follow the mark under the cursor."""
        if mark := self.mark:
            self.post_message(Open(mark.ref).by(self))

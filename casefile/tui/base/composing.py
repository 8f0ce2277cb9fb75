"""Draw for a frame only the lines that changed, and of what lies below others nothing.

Textual draws for each frame all widgets that touch the smallest region around what changed, whole,
and those that others cover wholly, too: a cursor moved in a list and a word changed in the foot
are 250 lines at 160x45, of which four are written.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

Wanted = Mapping[int, Sequence[tuple[int, int]]]
"""By line of the screen the stretches to draw: first column, and the one behind the last."""

Chops = list[dict[int, Strip | None]]
"""By line what is drawn between the edges of widgets, by first column; None for nothing."""


class SparingCompositor(Compositor):
    """Draws line by line what is wanted and not covered, from the front to the back."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what changed, drawn; None for nothing."""
        regions = self._dirty_regions.copy()
        self._dirty_regions.clear()
        if not regions:
            return None
        spans = list(self._regions_to_spans(regions))
        wanted: dict[int, list[tuple[int, int]]] = {}
        for y, first, behind in spans:
            wanted.setdefault(y, []).append((first, behind))
        return ChopsUpdate(self._drawn(wanted), spans, [cut_set[1:] for cut_set in self.cuts])

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        columns = crop.column_span
        drawn = self._drawn({y: [columns] for y in crop.line_range if is_rendered_line(y)})
        return drawn  # type: ignore[return-value]  # the screen covers all: none is left None

    def _drawn(self, wanted: Wanted) -> Chops:
        chops: Chops = [dict.fromkeys(cut_set[:-1]) for cut_set in self.cuts]
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            lines = [y for y in seen.line_range if y in wanted]
            lines = [y for y in lines if self._is_bare(chops[y], y, seen, wanted[y])]
            for first, behind in _runs(lines):
                self._draw(widget, region, Region(seen.x, first, seen.width, behind - first), chops)
        return chops

    def _is_bare(
        self,
        line: Mapping[int, Strip | None],
        y: int,
        seen: Region,
        spans: Sequence[tuple[int, int]],
    ) -> bool:
        """Tell whether of a widget's part of a line anything is wanted that is not drawn yet."""
        left, right = seen.column_span
        for cut, end in zip(line, self.cuts[y][1:], strict=True):
            if left <= cut < right and line[cut] is None:
                for first, behind in spans:
                    if first < end and cut < behind:
                        return True
        return False

    def _draw(self, widget: Widget, region: Region, part: Region, chops: Chops) -> None:
        """Draw the lines of a widget that lie in a part of the screen, below what is drawn."""
        left, right = part.column_span
        strips = widget.render_lines(part.translate((-region.x, -region.y)))
        for y, strip in zip(part.line_range, strips, strict=False):
            line = chops[y]
            cuts = [cut for cut in self.cuts[y] if left <= cut <= right]
            pieces = strip.divide([cut - left for cut in cuts[1:]])
            for cut, piece in zip(cuts, pieces, strict=False):
                if line[cut] is None:
                    line[cut] = piece


def _runs(lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first of consecutive numbers and the one behind the last.

    >>> list(_runs([3, 4, 5, 9]))
    [(3, 6), (9, 10)]
    """
    for _, run in groupby(enumerate(lines), key=lambda one: one[1] - one[0]):
        found = [line for _, line in run]
        yield found[0], found[-1] + 1

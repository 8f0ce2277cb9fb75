"""Write to the terminal only what is not on its screen already.

Textual writes every cell of a region that is to be drawn, and all of the screen where something
is arranged anew: 30 kB at 160x45, for a line that has changed or none. We remember what was
written last, strip by strip, and write of a strip that differs what lies between the segments
that are the same at its two ends.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter

from rich.color import ColorSystem
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from casefile.tui.base.mooring import is_sure

_END = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
"""What ends an attribute."""

_RARE = ("21", "51", "52", "53")
"""Attributes of two digits; the other numbers of two or three are colours."""

Line = dict[tuple[int, int], Strip]
"""What stands on a line: by first column and the one behind the last, from 0."""


class Painted:
    """What the screen of the terminal shows."""

    def __init__(self) -> None:
        self._lines: dict[int, Line] = {}

    def forget(self) -> None:
        """Know nothing: another program, or a new size, has made it something else."""
        self._lines.clear()

    def write(self, y: int, strips: Iterable[tuple[int, Strip]], console: Console) -> str:
        """Take strips of a line, each with its first column; return what shows them."""
        line, written, is_adrift = self._lines.setdefault(y, {}), [], False
        for x, strip in strips:
            end = x + strip.cell_length
            old = _between(line, x, end)
            if end > x and (is_adrift or old != strip):
                # Where a terminal may count other columns, what is right of it is not certain.
                is_certain = is_sure(strip.text) and (old is None or is_sure(old.text))
                is_part = is_certain and not is_adrift and old is not None
                left, part = _differing(old, strip) if old and is_part else (0, strip)
                written.append(Control.move_to(x + left, y).segment.text + _drawn(part, console))
                is_adrift = is_adrift or not is_certain
                _put(line, x, strip)
        return "".join(written)


def _drawn(strip: Strip, console: Console) -> str:
    """Return what draws a strip: of a style only how it differs from the one before.

    Textual ends each style and says the whole of the next one, which is most of what is written.
    """
    system = console._color_system or ColorSystem.TRUECOLOR
    written, before = [], ""
    for words, style, _ in strip:
        after = style._make_ansi_codes(system) if style else ""
        written.append(f"{_turn(before, after)}{words}")
        before = after
    return "".join(written) + _turn(before, "")


@lru_cache(maxsize=4096)
def _turn(before: str, after: str) -> str:
    """Return what turns one style into another, both as parameters of SGR (ECMA-48, 8.3.117)."""
    if before == after:
        return ""
    if not after:
        return "\x1b[0m"
    (had, ink, paper), (has, new_ink, new_paper) = _taken_apart(before), _taken_apart(after)
    ended = {_END[one] for one in had - has if one in _END}
    anew = f"\x1b[0;{after}m"
    if had - has - _END.keys() or ("22" in ended and has & {"1", "2"}):
        return anew
    told = [*sorted(ended), *sorted(has - had)]
    told += [new_ink or "39"] * (ink != new_ink) + [new_paper or "49"] * (paper != new_paper)
    return min(anew, f"\x1b[{';'.join(told)}m", key=len)


def _taken_apart(codes: str) -> tuple[set[str], str, str]:
    """Return the attributes, the colour of the words and that below them; empty for none."""
    attributes, colours = set(), {"3": "", "4": ""}
    numbers = iter(codes.split(";") if codes else ())
    for one in numbers:
        if one in ("38", "48"):
            kind = next(numbers)
            rest = [next(numbers) for _ in range(3 if kind == "2" else 1)]
            colours[one[0]] = ";".join((one, kind, *rest))
        elif len(one) == 1 or one in _RARE:
            attributes.add(one)
        else:
            colours["3" if one[0] in "39" else "4"] = one
    return attributes, colours["3"], colours["4"]


def _between(line: Line, x: int, end: int) -> Strip | None:
    """Return what stands between two columns; None where that is not known."""
    if (found := line.get((x, end))) is not None:
        return found
    at, parts = x, []
    for (first, behind), strip in sorted(line.items(), key=itemgetter(0)):
        if first <= at < behind and at < end:
            parts.append(strip.crop(at - first, end - first))
            at = behind
    return Strip.join(parts) if at >= end > x else None


def _put(line: Line, x: int, strip: Strip) -> None:
    """Let a strip stand on a line, over what stood there."""
    end = x + strip.cell_length
    if (x, end) not in line:
        for (first, behind), old in list(line.items()):
            if first < end and x < behind:
                del line[first, behind]
                if first < x and is_sure(old.text):
                    line[first, x] = old.crop(0, x - first)
                if behind > end and is_sure(old.text):
                    line[end, behind] = old.crop(end - first)
    line[x, end] = strip


def _differing(old: Strip, new: Strip) -> tuple[int, Strip]:
    """Return the first column at which two strips of a length differ, and the new one there.

    Compared segment by segment, from both ends.
    """
    before, after = list(old), list(new)
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    left = sum(one.cell_length for one in after[:first])
    right = sum(one.cell_length for one in after[len(after) - last :])
    return left, new.crop(left, new.cell_length - right)


def _alike(one: Sequence[Segment], other: Sequence[Segment]) -> int:
    """Return how many segments are the same from the start on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


class Difference(CompositorUpdate):
    """An update of Textual's, of which only what differs is written, when it is written."""

    def __init__(self, update: ChopsUpdate | LayoutUpdate, painted: Painted) -> None:
        self._update = update
        self._painted = painted

    def render_segments(self, console: Console) -> str:
        """Return what is to be written, and take it for painted."""
        write = self._painted.write
        return "".join(write(y, strips, console) for y, strips in self._by_line())

    def _by_line(self) -> Iterator[tuple[int, Iterable[tuple[int, Strip]]]]:
        if isinstance(self._update, LayoutUpdate):
            left, top = self._update.region.offset
            for y, found in enumerate(self._update.strips, top):
                strips = list(found)
                widths = (strip.cell_length for strip in strips)
                yield y, zip(accumulate(widths, initial=left), strips, strict=False)
        else:
            for y, first, last in self._update.spans:
                yield y, self._chops(y, first, last)

    def _chops(self, y: int, first: int, last: int) -> Iterator[tuple[int, Strip]]:
        assert isinstance(self._update, ChopsUpdate)
        ends = self._update.chop_ends[y]
        for end, (x, strip) in zip(ends, self._update.chops[y].items(), strict=False):
            if strip is not None and x <= last and end > first:
                yield x, strip if end <= last else strip.crop(0, last - x)

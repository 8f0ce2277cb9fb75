"""What is drawn of a frame is what Textual draws of it, and nothing that was not wanted."""

import random
from collections import Counter
from collections.abc import Iterable

import pytest
from rich.cells import get_character_cell_size
from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from casefile.case import Case
from casefile.tui.base.composing import SparingCompositor
from tests.tui.driving import NARROW, WIDE, Reader, reading

WAYS = (("1",), ("enter", "j"), ("2", "enter", "tab"), ("semicolon",), ("escape", "5"), ("slash",))
"""Keys that lead from one screen to the next."""


Cell = tuple[str, object]
"""A sign, with its style; for the second column of a wide one none."""


def cells(strips: Iterable[Strip | None]) -> list[Cell]:
    """Return what strips have in each column, one after the other."""
    found: list[Cell] = []
    for strip in strips:
        for words, style, _ in strip or ():
            for sign in words:
                found += [(sign, style), ("", style)][: get_character_cell_size(sign)]
    return found


def regions(chance: random.Random, size: tuple[int, int]) -> set[Region]:
    """Return some parts of a screen."""
    found = set()
    for _ in range(chance.randint(1, 4)):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        found.add(Region(x, y, chance.randint(1, size[0] - x), chance.randint(1, size[1] - y)))
    return found


def compositor_of(reader: Reader) -> SparingCompositor:
    found = reader.screen._compositor
    assert isinstance(found, SparingCompositor)
    return found


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_a_part_of_the_screen_is_drawn_as_all_of_it(
    case: Case, size: tuple[int, int]
) -> None:
    chance = random.Random(7)
    async with reading(case, size) as reader:
        for keys in WAYS:
            await reader.press(*keys)
            compositor = compositor_of(reader)
            whole = Region(0, 0, *size)
            textuals = Compositor._render_chops(compositor, whole, lambda y: True)
            expected = [cells(line.values()) for line in textuals]
            ours = compositor._render_chops(whole, lambda y: True)
            assert [cells(line.values()) for line in ours] == expected
            for _ in range(20):
                compositor._dirty_regions = regions(chance, size)
                update = compositor.render_partial_update()
                assert update is not None
                for y, first, behind in update.spans:
                    drawn: list[Cell] = [("not drawn", None)] * size[0]
                    for x, strip in update.chops[y].items():
                        if strip is not None:
                            drawn[x : x + strip.cell_length] = cells([strip])
                    assert drawn[first:behind] == expected[y][first:behind]


async def test_what_is_covered_or_not_wanted_is_not_drawn(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str | None] = Counter()
    draw = Widget.render_lines

    def counted(self: Widget, crop: Region) -> list[Strip]:
        asked[self.id] += crop.height
        return draw(self, crop)

    async with reading(case, WIDE) as reader:
        compositor = compositor_of(reader)
        region = reader.screen.list_pane.region
        monkeypatch.setattr(Widget, "render_lines", counted)
        compositor._dirty_regions = {
            Region(region.x, region.y + line, region.width, 1) for line in (2, 3, 9)
        }
        compositor.render_partial_update()
    assert asked == {"sources": 3}

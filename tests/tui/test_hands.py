"""When the keys go from pane to pane, what changes is drawn, and no more than that."""

import pytest
from rich.segment import Segment
from textual.strip import Strip

from casefile.case import Case
from casefile.tui.base.lines import LineView
from tests.tui.driving import NARROW, WIDE, Reader, reading


def painted(reader: Reader) -> list[list[Segment]]:
    """Return the screen with its colours, line by line."""
    strips = reader.app.screen._compositor.render_strips()
    return [list(Segment.simplify(strip)) for strip in strips]


def painted_anew(reader: Reader) -> list[list[Segment]]:
    """Return the same with every pane drawn anew."""
    for pane in reader.app.screen.query(LineView):
        pane._styles_cache.clear()
    return painted(reader)


@pytest.mark.parametrize(
    ("way", "size"),
    [("1 enter n", WIDE), ("2 j enter j", NARROW), ("2 enter j", WIDE), ("6 j", (120, 30))],
)
async def test_what_stands_there_is_what_would_be_drawn(
    case: Case, way: str, size: tuple[int, int]
) -> None:
    async with reading(case, size) as reader:
        await reader.press(*way.split())
        for key in ("tab", "tab", "shift+tab", "escape"):
            await reader.press(key)
            assert painted(reader) == painted_anew(reader)


async def test_few_lines_are_drawn(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[LineView] = []
    paint = LineView.paint

    def counted(self: LineView, *parts: object, **more: object) -> Strip:
        drawn.append(self)
        return paint(self, *parts, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(LineView, "paint", counted)
    async with reading(case, WIDE) as reader:
        await reader.press("2", "enter", "tab", "tab", "tab")
        drawn.clear()
        await reader.press("tab")
        assert 0 < len(drawn) < 20

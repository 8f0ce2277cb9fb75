"""More and less room for a pane: at each layout, kept from run to run, never out of hand."""

from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.memory import Memory
from tests.tui.driving import NARROW, WIDE, Reader, reading

MIDDLE = (120, 30)


def room(reader: Reader) -> dict[str, tuple[int, int]]:
    """Return columns and lines of each pane that is in sight."""
    panes = {name: reader.screen.query_one(f"#{name}") for name in ("list", "main", "side")}
    return {name: (pane.size.width, pane.size.height) for name, pane in panes.items() if pane.size}


async def take(reader: Reader, way: tuple[str, ...]) -> None:
    """Press keys, the last one where the preview is read that it goes to."""
    for key in way:
        if key == "l":
            for _ in range(100):
                if reader.screen.side is not None and reader.screen.side_in_sight:
                    break
                await reader.pilot.pause(0.02)
        await reader.press(key)


@pytest.mark.parametrize(
    ("size", "way", "pane", "axis"),
    [
        (WIDE, ("2",), "list", 0),
        (WIDE, ("2", "enter"), "main", 0),
        (WIDE, ("2", "enter", "l"), "side", 0),
        (MIDDLE, ("2",), "list", 0),
        (MIDDLE, ("2", "enter"), "main", 0),
        (MIDDLE, ("2", "enter", "p", "l"), "side", 0),
        (NARROW, ("2",), "list", 1),
        (NARROW, ("2", "enter", "p"), "main", 1),
        (NARROW, ("2", "enter", "p", "l"), "side", 1),
    ],
)
async def test_a_pane_gets_more_room_and_less_and_keeps_it_between_runs(
    case: Case, tmp_path: Path, size: tuple[int, int], way: tuple[str, ...], pane: str, axis: int
) -> None:
    path = tmp_path / "browser.json"
    async with reading(case, size, memory=Memory(path)) as reader:
        await take(reader, way)
        first = room(reader)[pane][axis]
        await reader.press(">")
        wider = room(reader)[pane][axis]
        assert wider > first
        await reader.press("<", "<")
        assert room(reader)[pane][axis] < first
        await reader.press(">", ">", ">")
        widest = room(reader)[pane][axis]
        assert widest > wider
        assert room(reader)[pane][axis] < size[axis] - 8
        await reader.press("z")
        assert room(reader)[pane][0] == size[0]
        await reader.press("z")
        assert room(reader)[pane][axis] == widest
    async with reading(case, size, memory=Memory(path)) as reader:
        await take(reader, way)
        assert room(reader)[pane][axis] == widest


async def test_no_pane_is_squeezed_out_or_changed_where_it_has_all_the_room(case: Case) -> None:
    async with reading(case, WIDE) as reader:
        await reader.press("2", *[">"] * 20)
        assert min(columns for columns, _ in room(reader).values()) > 20
        assert "The other panes" in reader.said
        await reader.press(*["<"] * 20)
        assert min(columns for columns, _ in room(reader).values()) > 20
        await reader.press("z", ">")
        assert "no other pane" in reader.said


async def test_room_that_was_kept_wrongly_counts_for_nothing(case: Case, tmp_path: Path) -> None:
    async with reading(case, WIDE) as reader:
        usual = room(reader)
    for kept in ("0 0", "99 99", "40", "a b", "-5 200", "٣٤ ٣٤"):
        memory = Memory(tmp_path / "browser.json")
        memory.keep_habit("layout-wide", kept)
        async with reading(case, WIDE, memory=memory) as reader:
            assert room(reader) == usual

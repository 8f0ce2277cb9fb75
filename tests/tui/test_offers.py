"""What can be pressed in what lies over the browser is told at any width."""

import pytest

from casefile.case import Case
from casefile.tui import keys
from casefile.tui.base.keys_line import line_of
from casefile.tui.keymap import _ALONE, DEFAULT
from tests.tui.driving import reading

WIDTHS = (24, 40, 60, 80, 160)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_way_out_is_always_told(width: int) -> None:
    for places in _ALONE.values():
        table = DEFAULT.footer(places, most=9)
        line = line_of(table, width).plain
        assert len(line) <= width
        outs = [keys.shown(key)[0] for key in table if "escape" in key.keys.split(",")]
        assert all(name in line.split() for name in outs), line


def test_what_has_no_room_is_what_is_of_least_use() -> None:
    table = DEFAULT.footer((keys.Place.QUEUE_PAIR, keys.Place.QUEUE))
    assert line_of(table, 60).plain == ("s same d different n not sure tab skip r reason esc close")


@pytest.mark.parametrize("way", [("1", "r"), ("1", "E"), ("3", "E"), ("8", "r", "g"), ("1", "D")])
@pytest.mark.parametrize("size", [(80, 24), (60, 15)], ids=["80x24", "60x15"])
async def test_a_form_of_letters_tells_all_of_them(
    case: Case, way: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with reading(case, size) as reader:
        await reader.press(*way)
        [place] = reader.screen.places
        told = " ".join("\n".join(reader.lines[-3:]).split())
        for key in DEFAULT.footer((place,), 100):
            if key.id != "remove.note":  # there is none
                assert f"{keys.shown(key)[0]} {key.brief or key.label}" in told, reader.text
        await reader.press("escape")
        assert "/ search" in reader.said


@pytest.mark.parametrize(
    "way",
    [("C",), ("T",), ("colon", *"removed", "enter"), ("colon", *"log", "enter")],
    ids=["clashes", "tags", "removed", "log"],
)
async def test_what_does_nothing_where_nothing_is_listed_is_not_offered(
    case: Case, way: tuple[str, ...]
) -> None:
    async with reading(case) as reader:
        await reader.press(*way)
        assert reader.lines[-1].startswith("u undo"), reader.text
        assert "esc close" in reader.lines[-1]

"""Empty cases, small terminals, every key, every size."""

import random

import pytest

from casefile.case import Case
from casefile.tui import keys
from tests.tui.driving import NARROW, WIDE, reading

pytestmark = pytest.mark.usefixtures("every_frame")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_an_empty_case_says_how_to_fill_it(empty_case: Case, size: tuple[int, int]) -> None:
    async with reading(empty_case, size) as reader:
        assert "This case has no sources yet." in reader.text
        assert "casefile add CASE FOLDER" in reader.text
        assert "No person, organization or place yet." in await reader.press("2")
        assert "No event yet." in await reader.press("3")
        assert "You have not written a note yet." in await reader.press("4")


async def test_every_key_is_harmless_in_an_empty_case(empty_case: Case) -> None:
    async with reading(empty_case) as reader:
        for key in keys.at(keys.Place.MOVE, keys.Place.LIST, keys.Place.BROWSE):
            if key.id == "quit":
                continue
            for name in key.keys.split(","):
                await reader.pilot.press(name)
                await reader.pilot.press("escape")
        await reader.settle()
        assert reader.app.is_running


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (39, 24), (80, 9)], ids=str)
async def test_a_terminal_that_is_too_small_is_told_so(case: Case, size: tuple[int, int]) -> None:
    async with reading(case, size) as reader:
        assert reader.text.startswith("too small"[: size[0]])
        await reader.press("j", "l", "2", "/", "escape")
        await reader.pilot.resize_terminal(*NARROW)
        await reader.settle()
        assert "1 Sources" in reader.text
        assert "too small" not in reader.text


async def test_a_storm_of_sizes_breaks_nothing(case: Case) -> None:
    dice = random.Random(7)
    async with reading(case) as reader:
        await reader.press("l", "n", "n")
        for _ in range(30):
            await reader.pilot.resize_terminal(dice.randint(1, 200), dice.randint(1, 60))
            if dice.random() < 0.3:
                await reader.pilot.press(dice.choice(["n", "j", "h", "l", "tab", "p", "z", "2"]))
        await reader.pilot.resize_terminal(*NARROW)
        await reader.settle()
        assert reader.app.is_running
        assert "1 Sources" in reader.text


async def test_what_is_read_stays_in_sight_when_the_width_changes(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("j", "j", "l", "f")
        await reader.type("paragraph 25 ")
        await reader.press("enter")
        for size in ((120, 30), (60, 12), WIDE, NARROW):
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            assert "Paragraph 25" in reader.text, size


@pytest.mark.parametrize(("key", "why"), [("a", "a note on"), ("y", "to copy"), (".", "nothing")])
async def test_an_empty_case_says_why_nothing_happens(empty_case: Case, key: str, why: str) -> None:
    async with reading(empty_case) as reader:
        await reader.press(key)
        assert why in reader.said

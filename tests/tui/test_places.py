"""Places by country: opening one, narrowing, and what no source names itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.case import Case
from tests.looks import make_case
from tests.tui.driving import NARROW, WIDE, reading


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[Case]:
    with Case(make_case(tmp_path / "harbour.casefile")) as case:
        yield case


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_enter_opens_a_place_and_back_returns(harbour: Case, size: tuple[int, int]) -> None:
    async with reading(harbour, size) as reader:
        shown = await reader.press("7")
        assert "[7 Where]" in shown
        assert "5 places by country" in shown
        assert "› Japan  2 places below" in shown
        shown = await reader.press("j")
        assert "›   Tokyo" in shown
        before = reader.lines[2:]
        opened = await reader.press("enter")
        assert "Where › Tokyo" in opened
        assert "Meeting at the pier" in opened
        await reader.press("backspace")
        assert reader.lines[2:] == before


async def test_a_country_that_is_not_named_itself_opens_nothing(harbour: Case) -> None:
    async with reading(harbour) as reader:
        await reader.press("7", "j", "j", "j")
        assert "› France  1 place below" in reader.text
        for key in ("enter", ".", "a", "W", "y", "escape"):
            await reader.press(key)
        assert "› France  1 place below" in reader.text
        assert "›   Paris" in await reader.press("j")


async def test_the_cursor_comes_to_what_is_narrowed_for_not_to_its_country(harbour: Case) -> None:
    async with reading(harbour) as reader:
        await reader.press("7", "f")
        await reader.type("Paris")
        text = await reader.press("enter")
        assert "  France  1 place below" in text
        assert "›   Paris" in text
        assert "Where “Paris” › Paris" in await reader.press("enter")


async def test_places_are_narrowed_and_bound_as_the_lists_are(harbour: Case) -> None:
    async with reading(harbour) as reader:
        await reader.press("7", "f")
        shown = await reader.type("osaka")
        assert "Where  2" in shown
        assert "›   Osaka" in shown or "› Japan" in shown
        await reader.press("escape", "3", ".")
        shown = await reader.press("7")
        assert "only Founding of the yard" in shown
        assert "Paris" in shown
        assert "Osaka" not in shown


async def test_an_empty_list_of_places_teaches_the_next_command(empty_case: Case) -> None:
    async with reading(empty_case) as reader:
        shown = await reader.press("7")
        assert "No place yet." in shown
        assert ":add FOLDER" in shown
        await reader.press("enter", "j", "G")
        assert reader.app.is_running

"""With whom: the matrix, the neighbours of one, what two share, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.case import Case
from casefile.model.words import Kind
from casefile.tui.base.view import Card
from casefile.tui.widgets.matrix_pane import CELL, shares
from tests.looks import make_case
from tests.tui.driving import NARROW, WIDE, reading


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[Case]:
    with Case(make_case(tmp_path / "harbour.casefile")) as case:
        yield case


@given(st.integers(6, 400))
def test_number_name_and_cells_fill_the_row(width: int) -> None:
    name, cells = shares(width)
    assert 5 + name + cells * CELL == width
    assert name >= 1


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_the_matrix_leads_to_one_to_two_and_back(
    harbour: Case, size: tuple[int, int]
) -> None:
    async with reading(harbour, size) as reader:
        shown = await reader.press("6")
        assert "With whom  8" in shown
        assert "›    1 Ilse Brandt" in shown
        assert "Who is told of with Ilse Brandt" in shown
        shown = await reader.press("right", "right")
        assert "[2]" in shown
        assert "Ilse Brandt with Rosa Okafor" in shown
        before = reader.lines[2:]
        opened = await reader.press("enter")
        assert "With whom › Ilse Brandt with Rosa Okafor" in opened
        card = reader.screen.main
        assert isinstance(card, Card)
        titles = {row.text for row in card.rows}
        assert titles >= {"Meeting at the pier", "Planned talks"}
        assert "Visit to the docks" not in titles
        await reader.press("backspace")
        assert reader.lines[2:] == before
        await reader.press("left", "left", "left", "enter")
        assert "With whom › With Ilse Brandt" in reader.text


async def test_w_shows_with_whom_and_enter_what_they_share(harbour: Case) -> None:
    async with reading(harbour) as reader:
        shown = await reader.press("2", "W")
        assert "Entities › With Ilse Brandt" in shown
        assert "People  2" in shown
        assert "Tomas Ruiz" in shown
        assert "2 events · 2 facts · 2 passages" in shown
        assert "└ 2014: 1  2018: 1" in shown
        assert shown.index("People") < shown.index("Places")
        shown = await reader.press("j", "enter")
        assert "› Tomas Ruiz with Ilse Brandt" in shown
        assert "Talks nobody dates" in shown
        shown = await reader.press("backspace")
        assert "└ 2014: 1  2018: 1" in shown


async def test_the_matrix_is_narrowed_and_bound_as_the_lists_are(harbour: Case) -> None:
    async with reading(harbour) as reader:
        await reader.press("6", "f")
        shown = await reader.type("kind:person")
        assert "With whom  3" in shown
        await reader.press("escape", "3", "j", ".")
        shown = await reader.press("6")
        assert "only Visit to the docks" in shown
        assert "With whom  3" in shown
        assert "Rosa Okafor" not in "".join(reader.lines[:8])


async def test_who_is_told_of_with_nobody_is_said_to_be(harbour: Case) -> None:
    async with reading(harbour) as reader:
        await reader.press("2", "j", "j", "j", "W")
        assert "No event and no fact tells of it with anybody." in reader.text
        await reader.press("1", "W")
        assert "Press W on a person" in reader.said


async def test_an_empty_matrix_teaches_the_next_command(empty_case: Case) -> None:
    async with reading(empty_case) as reader:
        shown = await reader.press("6")
        assert "Nobody is told of yet" in shown
        assert ":add FOLDER" in shown
        await reader.press("left", "right", "enter", "W")
        assert "Press W on a person" in reader.said


async def test_the_matrix_of_the_chosen_holds_no_other_and_is_left_by_escape(case: Case) -> None:
    ids = case.ids(Kind.ENTITY)
    wanted = [ids[0], ids[2]]
    async with reading(case) as reader:
        text = await reader.press("2", "space", "j", "space", "W")
        assert "only the 2 chosen" in text
        assert list(reader.screen.together.ids) == wanted
        assert "Entities" in await reader.press("backspace")
        assert "2 chosen" in reader.text
        await reader.press("L")
        assert list(reader.screen.together.ids) == wanted
        await reader.press("escape")
        assert list(reader.screen.together.ids) == list(ids)

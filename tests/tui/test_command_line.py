"""Every action by name: what is typed, what fits, what is done."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.case import Case
from casefile.deeds.memory import Memory
from casefile.tui import keys
from casefile.tui.base.reader import Reader as Article
from casefile.tui.commands import ordered, ranked, unknown
from casefile.tui.themes import THEMES
from tests.tui.driving import reading

TABLE = keys.at(keys.Place.BROWSE, keys.Place.LIST, keys.Place.MOVE)
IDS = [key.id for key in TABLE]


def best(line: str, recent: tuple[str, ...] = ()) -> str:
    return ranked(line, TABLE, recent)[0].id


@pytest.mark.parametrize(
    ("line", "id"),
    [
        ("undo", "undo"), ("tab.entities", "tab.entities"), ("entities", "tab.entities"),
        ("list ent", "tab.entities"), ("undo what was decided last", "undo"),
        ("tbent", "tab.entities"),
        ("serch", "search"), ("  Zoom ", "zoom"), ("write a not", "note.add"),
    ],
)  # fmt: skip
def test_a_command_is_found_by_id_words_letters_and_misspelt(line: str, id: str) -> None:
    assert best(line) == id


def test_of_equals_the_one_used_last_comes_first() -> None:
    assert [key.id for key in ranked("", TABLE)] == IDS
    assert best("", ("zoom", "undo")) == "zoom"
    assert best("list of", ("tab.notes",)) == "tab.notes"


@given(st.text(max_size=20), st.lists(st.sampled_from(IDS), max_size=3))
def test_whatever_is_typed_what_fits_is_of_the_table_and_once(line: str, recent: list[str]) -> None:
    found = [key.id for key in ranked(line, TABLE, recent)]
    assert len(set(found)) == len(found)
    assert set(found) <= set(IDS)


@pytest.mark.parametrize(
    ("line", "id", "argument"),
    [
        ("theme dark", "theme", "dark"), ("open entity:12", "open", "entity:12"),
        ("entity:12", "open", "entity:12"), ("search  two words ", "search", "two words"),
        ("undo", "undo", ""), ("theme", "theme", ""),
    ],
)  # fmt: skip
def test_what_stands_behind_a_command_is_what_it_takes(line: str, id: str, argument: str) -> None:
    order = ordered(line, TABLE)
    assert order is not None
    assert (order.key.id, order.argument) == (id, argument)


def test_what_takes_nothing_is_no_order_with_words_behind_it() -> None:
    assert ordered("undo twice", TABLE) is None
    assert ordered("qqq", TABLE) is None
    assert "undo" in unknown("undoo x", TABLE)


@pytest.mark.parametrize("opener", ["ctrl+p", ":"])
async def test_the_line_runs_an_action_of_this_place_and_shows_its_key(
    case: Case, opener: str
) -> None:
    async with reading(case) as reader:
        text = await reader.press(opener)
        assert "open the row" in text
        assert "follow the marked words" not in text
        text = await reader.type("list of ent")
        assert "2  tab.entities" in text
        assert "[2 Entities" in await reader.press("enter")
        await reader.press("l")
        assert "follow the link" in await reader.press(opener)
        assert "[2 Entities" in await reader.press("escape")


async def test_a_moved_choice_is_what_is_done(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press(":")
        await reader.type("list of")
        assert "[3 Events" in await reader.press("down", "down", "enter")
        await reader.press(":", "up", "down", "pagedown", "pageup")
        assert "[3 Events" in await reader.press("escape")


async def test_an_action_of_the_pane_runs_in_it(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("l", ":")
        await reader.type("article.next")
        await reader.press("enter")
        assert reader.screen.query_one("#main-article", Article).mark is not None


async def test_arguments_are_taken(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press(":")
        await reader.type("open entity:1")
        assert "entity:1" in await reader.press("enter")
        for line, words in (
            ("entity:9999", "no entity 9999"), ("open x", "'x' is not a reference"),
            ("theme gloomy", "There is no theme gloomy: dark"), ("mouse maybe", "mouse on or"),
            ("mouse off", "The terminal has the mouse."), ("mouse", "Clicks reach casefile."),
            ("open", "open entity:12"), ("qqqq zzzz", "No command is called “qqqq zzzz”; near are"),
        ):  # fmt: skip
            await reader.press(":")
            await reader.type(line)
            await reader.press("enter")
            assert words in reader.said, line
        await reader.press(":")
        await reader.type("theme light")
        await reader.press("enter")
        assert reader.app.theme == THEMES["light"]
        await reader.press("1", ":")
        await reader.type("narrow denies")
        text = await reader.press("enter")
        assert "Sources  1 of 23" in text
        assert reader.screen.list_pane.has_focus
        await reader.press(":")
        await reader.type("search fumio")
        assert "Search everything  fumio" in await reader.press("enter")
        assert "Fumio Kishida" in reader.text


async def test_tab_writes_the_command_out(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press(":")
        await reader.type("look")
        await reader.press("tab")
        await reader.type("light")
        await reader.press("enter")
        assert reader.app.theme == THEMES["light"]


async def test_commands_used_lately_come_first_in_the_next_run_too(
    case: Case, tmp_path: Path
) -> None:
    file = tmp_path / "state" / "browser.json"
    async with reading(case, memory=Memory(file)) as reader:
        await reader.press(":")
        await reader.type("zoom")
        await reader.press("enter")
    assert file.stat().st_mode & 0o777 == 0o600
    async with reading(case, memory=Memory(file)) as reader:
        text = await reader.press(":")
        assert (
            text.index("Used lately") < text.index("this pane alone") < text.index("open the row")
        )
        await reader.press("enter")
        assert reader.screen.has_class("-zoom")

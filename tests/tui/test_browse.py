from pathlib import Path
from typing import Any

import pytest
from rich.console import RenderableType
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

from casefile.case import Case
from casefile.model.words import Kind, Ref
from casefile.tui.base.lines import LineView
from casefile.tui.screens.browse import BrowseScreen
from tests.tui.driving import NARROW, WIDE, reading


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_the_first_screen_says_what_this_is_and_what_to_press(
    case: Case, size: tuple[int, int]
) -> None:
    async with reading(case, size) as reader:
        text = reader.text
    assert "casefile" in text or size == NARROW  # there every name and count is worth more
    assert "[1 Sources 23]" in text
    assert "2 Entities" in text
    assert "4 Notes 0" in text
    assert "7 Where" in text
    assert "8 Facts" in text
    assert "› 2016-10-07  Envoys met in Dalian" in text
    assert "TOKYO, Oct. 7" in text
    assert "/ search" in text
    assert "? help" in text


async def test_moving_in_the_list_shows_what_the_cursor_stands_on(case: Case) -> None:
    async with reading(case) as reader:
        text = await reader.press("j")
        assert "関係者によると" in text
        text = await reader.press("j")
        assert "Paragraph 1 of the denial" in text
        text = await reader.press("G")
        assert "on day 20" in text
        text = await reader.press("g")
        assert "TOKYO, Oct. 7" in text


async def test_numbers_open_the_lists(case: Case) -> None:
    async with reading(case) as reader:
        assert "Fumio Kishida" in await reader.press("2")
        assert "[2 Entities" in reader.text
        await reader.press("3")
        assert "[3 Events" in reader.text
        assert "You have not written a note yet" in await reader.press("4")
        assert "[1 Sources 23]" in await reader.press("1")


async def test_enter_opens_and_backspace_comes_back_exactly(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("j", "j", "j", "j")
        before = reader.lines[2:]
        opened = await reader.press("enter")
        assert "Sources › Wire report 02" in opened
        await reader.press("backspace")
        assert reader.lines[2:] == before


@pytest.mark.parametrize("back", ["backspace", "H", "ctrl+o"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_a_walk_from_a_person_to_a_passage_to_a_place_and_all_the_way_back(
    case: Case, back: str, size: tuple[int, int]
) -> None:
    async with reading(case, size) as reader:
        await reader.press("2", "f")
        await reader.type("kishida")
        await reader.press("enter")
        assert "matching “kishida”" in reader.text
        screens = [reader.lines[2:-1]]
        card = await reader.press("enter")
        assert "person" in card
        assert "Passages" in card
        screens.append(reader.lines[2:-1])
        pane = reader.screen.query_one("#main-detail")
        while pane.row.ref.kind is not Kind.SOURCE:  # type: ignore[attr-defined]
            await reader.press("j")
        screens[-1] = reader.lines[2:-1]
        article = await reader.press("enter")
        assert "› Envoys met in Dalian" in article or "› Kishida denies trip" in article
        mark = reader.screen.query_one("#main-article").mark  # type: ignore[attr-defined]
        assert mark is not None
        screens.append(reader.lines[2:-1])
        for expected in (screens[1], screens[0]):
            await reader.press(back)
            assert reader.lines[2:-1] == expected
        await reader.press("L")
        assert reader.lines[2:-1] == screens[1]
        await reader.press("L")
        assert reader.lines[2:-1] == screens[2]


async def test_the_cursor_walks_over_the_marks_and_enter_follows(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("l")
        pane = reader.screen.query_one("#main-article")
        seen = set()
        for _ in range(12):
            await reader.press("n")
            mark = pane.mark  # type: ignore[attr-defined]
            seen.add(mark.ref.kind)
            if mark.ref.kind is Kind.ENTITY:
                break
        assert Kind.ENTITY in seen
        name = case.label(mark.ref)
        text = await reader.press("enter")
        assert f"› {name}" in text
        assert str(mark.ref) in text


async def test_the_preview_shows_what_the_passage_was_opened_for(case: Case) -> None:
    async with reading(case, WIDE) as reader:
        await reader.press("2", "f")
        await reader.type("kishida")
        await reader.press("enter", "enter")
        pane = reader.screen.query_one("#main-detail")
        while pane.row.ref.kind is not Kind.SOURCE:  # type: ignore[attr-defined]
            await reader.press("j")
        person = pane.view.ref  # type: ignore[attr-defined]
        await reader.press("enter")
        assert reader.screen.side is not None
        assert reader.screen.side.ref == person


async def test_out_and_in_between_the_panes(case: Case) -> None:
    async with reading(case, WIDE) as reader:
        await reader.press("l")
        assert reader.screen.slot == "main"
        await reader.press("l")
        assert reader.screen.slot == "side"
        await reader.press("h", "h")
        assert reader.screen.slot == "list"
        await reader.press("tab")
        assert reader.screen.slot == "main"
        await reader.press("tab", "tab")
        assert reader.screen.slot == "list"
        await reader.press("shift+tab")
        assert reader.screen.slot == "side"


async def test_following_from_the_preview_opens_in_the_middle(case: Case) -> None:
    async with reading(case, WIDE) as reader:
        await reader.press("l", "l")
        row = reader.screen.query_one("#side-detail").row  # type: ignore[attr-defined]
        await reader.press("enter")
        assert reader.screen.slot == "main"
        assert reader.screen.main is not None
        assert reader.screen.main.ref == row.ref


async def test_only_this_bounds_the_other_lists_and_releases_them(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("2", "f")
        await reader.type("kishida")
        await reader.press("enter", ".")
        assert "belongs to" in reader.said
        text = await reader.press("1")
        assert "Envoys met" in text
        assert "Kishida denies" in text
        assert "Wire report" not in text
        assert "only Fumio" in text
        text = await reader.press(".")
        assert "Wire report" in text


async def test_only_a_person_shows_that_person_and_whom_it_is_named_with(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("2", "f")
        await reader.type("kishida")
        await reader.press("enter", ".")
        ids = reader.screen.entities.ids
        kishida = reader.screen.list_pane.here
        assert kishida is not None
        assert ids[0] == kishida.id
        assert list(ids[1:]) == list(case.ids(Kind.ENTITY, within=kishida))
        assert len(ids) > 1


@pytest.mark.parametrize(("keys", "why"), [
    (("4", "."), "press . on a source, an entity or an event"),
    (("1", "."), "Sources stay whole"),
    (("3", "."), "Events stay whole"),
])  # fmt: skip
async def test_only_this_says_what_it_does_not_bound(
    case: Case, keys: tuple[str, ...], why: str
) -> None:
    case.add_note(case.source_rows(case.ids(Kind.SOURCE, limit=1))[0].ref, "A note.")
    async with reading(case) as reader:
        await reader.press(*keys)
        assert why in reader.said


async def test_going_to_another_pane_does_not_restyle_the_others(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(case, WIDE) as reader:
        await reader.press("tab")
        restyled: list[LineView] = []
        apply = reader.app.stylesheet.apply

        def counted(node: DOMNode, **how: Any) -> None:
            restyled.extend([node] if isinstance(node, LineView) else [])
            apply(node, **how)

        monkeypatch.setattr(reader.app.stylesheet, "apply", counted)
        await reader.press("tab")
        assert 0 < len(restyled) <= 2


async def test_escape_takes_one_step_out_at_a_time(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("f")
        await reader.type("wire")
        await reader.press("enter", "enter", "z")
        await reader.press("escape")
        assert not reader.screen.has_class("-zoom")
        await reader.press("escape")
        assert reader.screen.slot == "list"
        assert "matching “wire”" in reader.text
        await reader.press("escape")
        assert "matching" not in reader.text
        await reader.press("escape")
        assert "q quits" in reader.said


async def test_preview_and_zoom_at_both_widths(case: Case) -> None:
    async with reading(case) as reader:
        assert "TOKYO, Oct. 7" in reader.text
        assert "TOKYO, Oct. 7" not in await reader.press("p")
        assert "TOKYO, Oct. 7" in await reader.press("p")
        await reader.press("l", "p")
        assert reader.screen.side_in_sight
        await reader.press("z")
        assert not reader.screen.side_in_sight
    async with reading(case, WIDE) as reader:
        assert reader.screen.side_in_sight
        await reader.press("p")
        assert not reader.screen.side_in_sight
        await reader.press("p", "z")
        assert "TOKYO, Oct. 7" not in reader.text


async def test_it_can_start_at_a_thing(case: Case) -> None:
    async with reading(case, start=Ref(Kind.SOURCE, 2)) as reader:
        assert "Paragraph 1 of the denial" in reader.text
        assert "Sources › Kishida denies" in reader.text
        assert "› 2016-10-07  Envoys" in await reader.press("backspace")


async def test_a_start_that_is_not_there_is_said(case: Case) -> None:
    async with reading(case, start=Ref(Kind.EVENT, 999)) as reader:
        assert "event" in reader.said
        assert "Envoys met" in reader.text


async def test_a_new_source_of_another_program_shows_up(case: Case, tmp_path: Path) -> None:
    from tests.tui.conftest import add

    async with reading(case) as reader:
        folder = tmp_path / "new"
        folder.mkdir()
        with Case(case.path) as other:
            add(other, folder, "Brand new report", "Wire", "2016-01-01", "It is new.\n")
        assert "Brand new report" in await reader.look_again()
        assert "Sources  24" in reader.text


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_what_is_on_the_screen_stays_while_another_program_writes(
    case: Case, tmp_path: Path, size: tuple[int, int]
) -> None:
    from tests.tui.conftest import add

    async with reading(case, size) as reader:
        before = await reader.press("j", "j", "j")
        (tmp_path / "new").mkdir()
        with Case(case.path) as other:
            add(other, tmp_path / "new", "Brand new report", "Wire", "2016-01-01", "It is new.\n")
        reader.screen._look_for_changes()
        assert not reader.screen._is_rereading, "keys were just pressed"
        reader.screen._pressed_at = 0.0
        reader.screen._look_for_changes()
        assert reader.screen._is_rereading
        assert reader.text == before
        assert not reader.screen.sources.stale
        here = reader.screen.list_pane.here
        await reader.settle()
        assert "Sources  24" in reader.text
        assert reader.screen.list_pane.here == here


async def test_quit_ends_with_zero(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("q")
    assert reader.app.return_code == 0


@pytest.mark.usefixtures("every_frame")
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_the_first_screen_is_painted_once_and_whole(
    case: Case, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[tuple[bool, bool]] = []
    display = App._display

    def seen(app: App[None], screen: Screen[None], shown: RenderableType | None) -> None:
        if isinstance(screen, BrowseScreen) and shown is not None:
            frames.append((screen.has_begun, screen.main is not None))
        display(app, screen, shown)

    monkeypatch.setattr(App, "_display", seen)
    async with reading(case, size):
        before = [is_filled for has_begun, is_filled in frames if not has_begun]
        assert before == [True]

"""Places marked with letters, in this run and the next."""

from pathlib import Path

from casefile.case import Case
from casefile.deeds.memory import Memory
from tests.tui.driving import reading


async def test_a_mark_brings_back_a_passage_in_the_next_run_too(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "state" / "browser.json"
    async with reading(case, memory=Memory(file)) as reader:
        await reader.press("l", "n", "n")
        passage = reader.screen.query_one("#main-article").passage  # type: ignore[attr-defined]
        assert "Mark with a letter" in await reader.press("m")
        assert "Marked with q: Envoys met in Dalian" in await reader.press("q")
    async with reading(case, memory=Memory(file)) as reader:
        await reader.press("2")
        assert "Go to mark   q Envoys met in" in await reader.press("'")
        assert "Envoys met in Dalian" in (await reader.press("q")).splitlines()[2]
        assert reader.screen.query_one("#main-article").passage == passage  # type: ignore[attr-defined]


async def test_a_row_is_marked_and_other_keys_mark_nothing(case: Case) -> None:
    async with reading(case) as reader:
        assert "No place is marked" in await reader.press("'")
        await reader.press("2", "j", "m", "escape")
        assert "nothing was done" in reader.said
        here = reader.screen.list_pane.here
        await reader.press("m", "1", "1", "'")
        assert "[1 Sources" in reader.text
        assert str(here) in await reader.press("1")
        assert "No place is marked with x" in await reader.press("'", "x")
        assert reader.screen.query_one("#main-detail").has_focus


async def test_a_mark_on_what_is_gone_says_so(case: Case) -> None:
    memory = Memory()
    memory.mark(case.path, "x", {"ref": "entity:999", "name": "x"})
    async with reading(case, memory=memory) as reader:
        assert "no entity 999" in await reader.press("'", "x")


async def test_there_is_nothing_to_mark_in_an_empty_case(empty_case: Case) -> None:
    async with reading(empty_case) as reader:
        assert "nothing here to mark" in await reader.press("m")

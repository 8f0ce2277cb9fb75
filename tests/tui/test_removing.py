"""Sources taken out of the case and brought back, by keys and on screen."""

from pathlib import Path

import pytest

from casefile.case import Case
from casefile.model.words import Kind, Ref
from tests.tui.driving import NARROW, WIDE, reading

SOURCE = Ref(Kind.SOURCE, 1)
TITLE = "Envoys met in Dalian, paper says"


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_a_source_goes_from_its_list_and_comes_back(
    case: Case, size: tuple[int, int]
) -> None:
    mentions = case.removal(SOURCE).counts["mentions"]
    async with reading(case, size=size) as reader:
        assert f"› 2016-10-07  {TITLE[:20]}" in await reader.press("1", "g")
        text = await reader.press("D")
        assert f"Takes {mentions} mentions, " in text
        assert "enter remove r why esc cancel" in " ".join(text.split())
        await reader.press("escape")
        assert TITLE[:20] in reader.text
        await reader.press("D", "r")
        await reader.type("told twice")
        text = await reader.press("enter")
        assert f"Taken out with {mentions} mentions, " in reader.said
        assert reader.said.endswith("u takes it back")
        assert TITLE[:20] not in text.replace(reader.said, "")
        await reader.press("colon")
        await reader.type("removed")
        text = await reader.press("enter")
        assert "1 removed source" in text
        assert f"› {TITLE}" in text
        assert "told twice" in text
        text = await reader.press("enter")
        assert "source:1 is back.  u takes it out again" in text
        assert "No source is removed." in text
        assert "told twice" in await reader.press("u")
        await reader.press("escape", "u")
        assert f"{TITLE[:20]}" in await reader.press("1", "g")


async def test_the_source_that_is_read_is_taken_out(case: Case) -> None:
    async with reading(case, start=SOURCE) as reader:
        await reader.press("g", "colon")
        await reader.type("remove")
        assert "Takes " in await reader.press("enter")
        await reader.press("enter")
        assert "Taken out with" in reader.said
        assert [one.ref for one in case.removed()] == [SOURCE]
        await reader.press("u")
        assert not case.removed()


async def test_of_a_source_with_one_note_the_reader_chooses(case: Case) -> None:
    case.add_note(SOURCE, "who says?")
    async with reading(case) as reader:
        assert "n its note" in await reader.press("1", "g", "D")
        await reader.press("n")
        assert "Note deleted" in reader.said
        await reader.press("u")
        assert ", 1 note" in await reader.press("D")
        await reader.press("enter")
        assert "Taken out with" in reader.said
        assert not case.ids(Kind.NOTE)
        await reader.press("u")
        assert len(case.ids(Kind.NOTE)) == 1


async def test_what_may_not_be_written_into_says_so(case: Case, path: Path) -> None:
    case.close()
    with Case(path, read_only=True) as barred:
        async with reading(barred) as reader:
            await reader.press("1", "g", "D")
            assert "open for reading only" in reader.said
            await reader.press("2", "colon")
            await reader.type("remove")
            await reader.press("enter")
            assert "There is no source here" in reader.said
            await reader.press("colon")
            await reader.type("removed")
            assert "No source is removed." in await reader.press("enter")

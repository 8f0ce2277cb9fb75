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
        assert "enter remove r why l list esc cancel" in " ".join(text.split())
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


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_chosen_sources_go_as_one_decision_and_come_back_as_one(
    case: Case, size: tuple[int, int]
) -> None:
    before = list(case.ids(Kind.SOURCE))
    first, second, third = (Ref(Kind.SOURCE, id) for id in before[:3])
    case.tag([second], add=["late"])
    counted = str(case.removal(first, second))
    async with reading(case, size) as reader:
        text = await reader.press("1", "g", "space", "space", "D")
        assert f"2 sources take {counted}"[:70] in text
        assert "Yours: tag late on " in text
        await reader.press("escape")
        assert list(case.ids(Kind.SOURCE)) == before
        await reader.press("colon")
        await reader.type("remove")
        await reader.press("enter", "r")
        await reader.type("told twice")
        text = await reader.press("enter")
        assert "Taken out with" in reader.said
        assert "chosen" not in text
        assert [(one.ref, one.reason) for one in case.removed()] == [
            (one, "told twice") for one in sorted((first, second))
        ]
        await reader.press("u")
        assert list(case.ids(Kind.SOURCE)) == before
        await reader.press("U", "g", "D", "enter")
        assert {one.ref for one in case.removed()} == {first, second, third}
        await reader.press("colon")
        await reader.type("removed")
        text = await reader.press("enter", "asterisk", "space")
        assert "3 removed sources, 2 chosen" in text
        text = await reader.press("r")
        assert "2 sources are back.  u takes them out again" in text
        assert [one.ref for one in case.removed()] == [third]
        await reader.press("u")
        assert len(case.removed()) == 3


async def test_a_stretch_of_removed_sources_is_chosen_and_comes_back(case: Case) -> None:
    gone = [Ref(Kind.SOURCE, id) for id in case.ids(Kind.SOURCE)][:5]
    for one in gone:
        case.remove(one)
    async with reading(case) as reader:
        await reader.press("colon")
        await reader.type("removed")
        assert "chosen" not in await reader.press("enter", "j")
        assert "1 chosen" in await reader.press("v")
        assert "3 chosen" in await reader.press("j", "j")
        assert "2 chosen" in await reader.press("k")
        text = await reader.press("v", "j", "j")
        assert "5 removed sources, 2 chosen" in text
        assert text.count("\n  + ") == 2
        assert "2 sources are back" in await reader.press("r")
        assert {one.ref for one in case.removed()} == {gone[0], gone[1], gone[4]}
        assert "chosen" not in reader.lines[0]


async def test_what_goes_is_listed_by_name_and_opened_from_there(case: Case) -> None:
    entity = Ref(Kind.ENTITY, case.ids(Kind.ENTITY)[0])
    note = case.add_note(SOURCE, "who says?")
    case.set_status([entity], "confirmed")
    case.remove(*(Ref(Kind.SOURCE, id) for id in case.ids(Kind.SOURCE) if id != SOURCE.id))
    async with reading(case) as reader:
        text = await reader.press("1", "g", "D")
        assert "Yours: note “who says?” on Envoys met" in text
        text = await reader.press("l")
        for heading in ("What you wrote", "Facts", "Events", "Entities"):
            assert heading in text or heading in await reader.press("pagedown")
        text = await reader.press("escape")
        assert "Yours: note" in text
        assert "esc cancel" in reader.said
        await reader.press("l", "g")
        text = await reader.press("enter")
        assert "Yours: note" not in text
        assert "who says?" in text
        assert reader.screen.main is not None
        assert reader.screen.main.ref == note.ref
        assert list(case.ids(Kind.SOURCE)) == [SOURCE.id]


async def test_one_chosen_note_is_deleted_though_the_cursor_is_on_another(case: Case) -> None:
    case.add_note(SOURCE, "who says?")
    case.add_note(SOURCE, "when?")
    first, second = case.ids(Kind.NOTE)
    async with reading(case) as reader:
        text = await reader.press("4", "g", "space", "D")
        assert "Delete " in text
        await reader.press("enter")
        assert list(case.ids(Kind.NOTE)) == [second]
        await reader.press("u")
        assert list(case.ids(Kind.NOTE)) == [first, second]

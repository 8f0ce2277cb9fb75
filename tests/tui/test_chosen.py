"""Several rows chosen at once, lists in another order, and lists taken out."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.case import Case
from casefile.deeds.memory import Memory
from casefile.model.words import Kind, Ref
from casefile.tui.base.chosen import Chosen
from tests.tui.driving import NARROW, WIDE, Reader, reading

IDS = st.lists(st.integers(-3, 40), max_size=30, unique=True)


@given(IDS, st.frozensets(st.integers(1, 40)))
def test_to_choose_the_others_twice_is_to_choose_the_same(
    listed: list[int], ids: frozenset[int]
) -> None:
    chosen = Chosen(ids)
    others = chosen.inverted(listed)
    assert others.inverted(listed) == chosen
    assert others.ids & set(listed) == {id for id in listed if id > 0} - ids
    assert all(id > 0 for id in chosen.stretched(listed).ids)


def rows(reader: Reader) -> list[str]:
    return [line for line in reader.lines if line[:2] in ("› ", "›+", " +")]


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_chosen_rows_are_tagged_and_reviewed_as_one_decision(
    case: Case, size: tuple[int, int]
) -> None:
    first, second, third = (Ref(Kind.ENTITY, id) for id in case.ids(Kind.ENTITY)[:3])
    case.tag([first, third], add=["envoy"])
    async with reading(case, size) as reader:
        text = await reader.press("2", "space", "j", "space")
        assert "2 chosen" in text
        assert [row[:2] for row in rows(reader)][:2] == [" +", " +"]
        await reader.press("t")
        assert "Tags of 2 ent" in reader.said
        assert "envoy, " in reader.said
        await reader.type("urgent")
        await reader.press("enter")
        assert case.review(first).tags == case.review(third).tags == ("envoy", "urgent")
        assert case.review(second).tags == ()
        await reader.press("r", "c", "enter")
        assert "Confirmed: 2 entities." in reader.said
        assert [case.review(ref).status for ref in (first, third)] == ["confirmed"] * 2
        await reader.press("u")
        assert [case.review(ref).status for ref in (first, third)] == ["unreviewed"] * 2
        await reader.press("escape")
        assert "chosen" not in reader.text.replace("Nothing is chosen now", "")


async def test_a_stretch_is_chosen_by_its_ends_and_the_others_by_one_key(case: Case) -> None:
    total = len(case.ids(Kind.SOURCE))
    async with reading(case) as reader:
        text = await reader.press("j", "v", "j", "j")
        assert "3 chosen" in text
        assert "3 chosen" in await reader.press("v", "g")
        assert f"{total - 3} chosen" in await reader.press("asterisk")
        assert f"{total - 2} chosen" in await reader.press("j", "space")


async def test_what_is_chosen_stays_so_while_the_list_is_narrowed(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("space", "f")
        await reader.type("kishida")
        await reader.press("enter")
        assert "1 chosen" in await reader.press("space", "space") or "2 chosen" in reader.text
        await reader.press("escape")
        assert "chosen" not in reader.lines[3]


async def test_two_chosen_entities_are_judged_to_be_one(case: Case) -> None:
    one, other = (Ref(Kind.ENTITY, id) for id in case.ids(Kind.ENTITY)[:2])
    async with reading(case) as reader:
        await reader.press("2", "J")
        assert "Choose two entities" in reader.said
        await reader.press("space", "space", "J")
        assert "same" in reader.said
        await reader.press("s")
        assert "Judged the same" in reader.said
        assert case.leading(one) == case.leading(other)
        assert "chosen" not in reader.lines[2], "one of them is no row any more"
        await reader.press("u")
        assert case.leading(one) != case.leading(other)


async def test_chosen_rows_are_copied_together(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("2", "space", "space", "y")
        await reader.press("r")
        names = [str(Ref(Kind.ENTITY, id)) for id in sorted(case.ids(Kind.ENTITY)[:2])]
        assert all(name in reader.said for name in names)


async def test_a_list_is_sorted_from_either_end_and_stays_so(case: Case, tmp_path: Path) -> None:
    names = [row.name for row in case.entity_rows(case.ids(Kind.ENTITY))]
    by_name = sorted(names, key=str.lower)
    async with reading(case, memory=Memory(tmp_path / "habits.json")) as reader:
        await reader.press("2", "s")
        assert "n name" in reader.said
        text = await reader.press("n")
        assert "by name ↑" in text
        assert [row.name for row in case.entity_rows(reader.screen.entities.ids)] == by_name
        assert "by name ↓" in await reader.press("s", "n")
        assert [row.name for row in case.entity_rows(reader.screen.entities.ids)] != by_name
    async with reading(case, memory=Memory(tmp_path / "habits.json")) as reader:
        assert "by name ↓" in await reader.press("2")
        await reader.press("s", "0")
        assert [row.name for row in case.entity_rows(reader.screen.entities.ids)] == names


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "8"])
async def test_every_order_that_is_offered_holds_every_row(case: Case, key: str) -> None:
    for id in case.ids(Kind.SOURCE)[:3]:
        case.add_note(Ref(Kind.SOURCE, id), f"To check: {id}")
    async with reading(case) as reader:
        await reader.press(key)
        before = set(reader.screen.list_pane.listing.ids)
        for order in "dnmskpa":
            await reader.press("s", order)
            if reader.screen.places[0].value == "sorting":
                await reader.press("escape")
            assert set(reader.screen.list_pane.listing.ids) == before
        await reader.press("s", "r")
        assert set(reader.screen.list_pane.listing.ids) == before


async def test_a_narrowed_list_is_sorted_too(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("f")
        await reader.type("wire")
        await reader.press("enter")
        narrowed = set(reader.screen.sources.ids)
        await reader.press("s", "n")
        titles = [row.title.lower() for row in case.source_rows(reader.screen.sources.ids)]
        assert titles == sorted(titles)
        assert set(reader.screen.sources.ids) == narrowed


async def test_the_timeline_is_not_sorted_and_says_so(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("5", "s")
        assert "1 to 4" in reader.said


async def test_a_list_is_written_into_a_new_file_and_never_over_another(
    case: Case, tmp_path: Path
) -> None:
    file = tmp_path / "names.json"
    async with reading(case) as reader:
        await reader.press("2", "space", "space", "x")
        assert "Write 2 rows to" in reader.said
        await reader.type(str(file))
        await reader.press("enter")
        assert "2 rows written" in reader.said
        written = json.loads(file.read_text(encoding="utf-8"))
        assert [row["ref"] for row in written] == [
            str(Ref(Kind.ENTITY, id)) for id in sorted(case.ids(Kind.ENTITY)[:2])
        ]
        await reader.press("x")
        await reader.type(str(file))
        await reader.press("enter")
        assert "There is a file already" in reader.said
        # The name is still there, to be put right.
        await reader.press(*["backspace"] * len("json"))
        await reader.type("doc")
        await reader.press("enter")
        assert ".md, .csv, .json" in reader.said or ".txt, .md" in reader.said
        await reader.press(*["backspace"] * len(".doc"))
        await reader.type("2.json")
        await reader.press("enter")
        assert "2 rows written" in reader.said
        assert (tmp_path / "names2.json").read_bytes() == file.read_bytes()
        await reader.press("escape", "l", "x", "escape")
        assert not list(tmp_path.glob("*.doc"))


async def test_notes_are_written_as_a_document_with_what_they_cite(
    case: Case, tmp_path: Path
) -> None:
    fact, thing = Ref(Kind.FACT, case.ids(Kind.FACT)[0]), Ref(Kind.ENTITY, case.ids(Kind.ENTITY)[0])
    case.add_note(fact, f"so it is [[{fact}]]")
    case.add_note(thing, "who is it?")
    whole, some, listed = (tmp_path / name for name in ("all.md", "some.md", "listed.md"))
    async with reading(case) as reader:
        await reader.press(":")
        await reader.type(f"export.notes {whole}")
        await reader.press("enter")
        assert "2 notes written" in reader.said
        assert whole.read_text(encoding="utf-8") == case.notebook().text
        await reader.press(":")
        await reader.type("export.notes")
        await reader.press("enter")
        assert "Write 2 notes of the case to" in reader.said
        await reader.type(str(whole))
        await reader.press("enter")
        assert "There is a file already" in reader.said
        await reader.press("escape", "4", "x")
        await reader.type(str(listed))
        await reader.press("enter")
        assert listed.read_text(encoding="utf-8") == whole.read_text(encoding="utf-8")
    async with reading(case, start=thing) as reader:
        await reader.press(":")
        await reader.type(f"export.notes {some}")
        await reader.press("enter")
        assert "1 note written" in reader.said
        assert some.read_text(encoding="utf-8") == case.notebook([thing]).text
        await reader.press(":")
        await reader.type("export.notes notes.txt")
        await reader.press("enter")
        assert "does not end in .md" in reader.said


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_chosen_notes_are_deleted_as_one_decision_after_their_count_is_told(
    case: Case, size: tuple[int, int]
) -> None:
    for words in ("who?", "when?", "where?"):
        case.add_note(Ref(Kind.SOURCE, 1), words)
    before = case.contents()["notes"]
    decided = len(case.log())
    async with reading(case, size) as reader:
        text = await reader.press("4", "space", "j", "space", "D")
        assert "Delete 2 notes?" in text
        await reader.press("escape")
        assert case.contents()["notes"] == before
        await reader.press("D", "D")
        assert "Deleted 2 notes." in reader.said
        assert "chosen" not in reader.text
        assert len(case.contents()["notes"]) == len(before) - 2
        assert len(case.log()) == decided + 1
        await reader.press("u")
        assert case.contents()["notes"] == before
        await reader.press("U")
        assert len(case.contents()["notes"]) == len(before) - 2

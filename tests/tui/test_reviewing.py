import pytest

from casefile.case import Case
from casefile.model.words import Kind, Ref
from tests.tui.driving import NARROW, WIDE, reading

SOURCE = Ref(Kind.SOURCE, 1)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_tags_are_typed_completed_shown_found_and_undone(
    case: Case, size: tuple[int, int]
) -> None:
    case.tag([Ref(Kind.SOURCE, 2)], add=["harbour"])
    async with reading(case, size) as reader:
        await reader.press("t")
        assert "Tags of Envoys met in Dali" in reader.said
        await reader.type("urgent, har")
        assert "urgent, harbour" in reader.said
        await reader.press("tab")
        text = await reader.press("enter")
        assert case.review(SOURCE).tags == ("harbour", "urgent")
        assert "Tags: urgent, harbour." in reader.said
        assert "#harbour" in text
        await reader.press("f")
        text = await reader.type("tag:urg")
        assert "Sources  1 of" in text
        await reader.press("escape", "u")
        assert case.review(SOURCE).tags == ()
        await reader.press("U")
        assert case.review(SOURCE).tags == ("harbour", "urgent")


async def test_a_tag_taken_out_of_the_line_is_taken_away(case: Case) -> None:
    case.tag([SOURCE], add=["one", "two"])
    async with reading(case) as reader:
        await reader.press("t")
        assert "one, two," in reader.said
        await reader.press(*["backspace"] * 5, "enter")
        assert case.review(SOURCE).tags == ("one",)


async def test_escape_leaves_all_as_it_was(case: Case) -> None:
    case.tag([SOURCE], add=["one"])
    before = case.contents()
    async with reading(case) as reader:
        before_text = reader.text
        await reader.press("t")
        await reader.type("more")
        assert await reader.press("escape") == before_text
        await reader.press("2", "r")
        assert "confirmed" in reader.said
        await reader.press("escape", "r", "d")
        assert "Disputed: why" in reader.said
        await reader.type("never mind")
        await reader.press("escape")
        assert "Entities" in reader.text
    assert case.contents() == before


async def test_a_status_with_its_reason_is_set_by_three_keys_and_undone(case: Case) -> None:
    ref = Ref(Kind.ENTITY, case.ids(Kind.ENTITY)[0])
    async with reading(case) as reader:
        await reader.press("2", "r", "d")
        await reader.type("two people")
        text = await reader.press("enter")
        assert (case.review(ref).status, case.review(ref).reason) == ("disputed", "two people")
        assert "u takes it back" in reader.said
        assert "?" in next(line for line in text.splitlines() if line.startswith("›"))
        assert "disputed: two people" in await reader.press("l")
        await reader.press("r", "u")
        assert case.review(ref).status == "unreviewed"
        await reader.press("u")
        assert case.review(ref).status == "disputed"


async def test_a_source_is_graded_and_a_fact_with_the_wording_on_the_screen(case: Case) -> None:
    fact = Ref(Kind.FACT, case.ids(Kind.FACT)[0])
    async with reading(case) as reader:
        await reader.press("r")
        assert "A reliable" in reader.said
        assert "F unsure 0 none s sensitive" in reader.said
        text = await reader.press("b")
        assert "Grade B, usually reliable." in reader.said
        assert case.review(SOURCE).grade == "B"
        assert text.splitlines()[3].endswith(" B")
        reader.screen.action_open_ref(str(fact))
        await reader.settle()
        assert "2 probable" in await reader.press("r", "g")
        text = await reader.press("2")
        assert "2, probably true" in text
        assert case.review(fact).grade == "2"
        await reader.press("r", "s")
        assert case.review(fact).sensitive


async def test_what_cannot_be_reviewed_says_why(case: Case) -> None:
    case.add_note(SOURCE, "a note")
    async with reading(case) as reader:
        await reader.press("4", "r")
        assert "A note has no status" in reader.said
        await reader.press("t")
        await reader.type("a" * 70)
        await reader.press("enter")
        assert "A tag is at most 60" in reader.said


async def test_a_case_that_cannot_be_written_says_so(read_only_case: Case) -> None:
    async with reading(read_only_case) as reader:
        for key in ("t", "r"):
            await reader.press(key)
            assert "reading only" in reader.said, key


async def test_a_name_that_is_none_is_rejected_where_the_reader_says(case: Case) -> None:
    form = "Dalian"
    before = case.mentions_of(form).mentions
    within = case.mentions_of(form, source=SOURCE).mentions
    assert 0 < within < before
    async with reading(case) as reader:
        await reader.press("l")
        pane = reader.screen.query_one("#main-article")
        for _ in range(20):
            await reader.press("n")
            mark = pane.mark  # type: ignore[attr-defined]
            if mark.span.of(case.source(1).text) == form:
                break
        text = await reader.press("D")
        assert "“Dalian” is no name" in reader.said
        assert f"in this source ({within})" in reader.said
        assert f"in the case ({before})" in reader.said
        await reader.press("escape")
        assert case.mentions_of(form).mentions == before
        text = await reader.press("D", "c")
        assert "“Dalian” is no name in the case." in reader.said
        assert case.mentions_of(form).mentions == 0
        text = await reader.press("u")
        assert "Taken back: mention rejected" in text
        assert reader.said.endswith("U makes it again")
        assert case.mentions_of(form).mentions == before


async def test_an_entity_and_an_event_are_corrected_in_a_line(case: Case) -> None:
    person = Ref(Kind.ENTITY, case.ids(Kind.ENTITY)[0])
    event = Ref(Kind.EVENT, case.ids(Kind.EVENT)[0])
    name = case.entity(person.id).row.name
    async with reading(case) as reader:
        await reader.press("2", "E")
        assert "n name" in reader.said
        await reader.press("n")
        assert f"Name: {name}" in reader.said
        await reader.press("ctrl+u")
        await reader.type("Somebody else")
        text = await reader.press("enter")
        assert "Name: Somebody else.  u takes it back" in reader.said
        assert "› Somebody else" in text
        await reader.press("E", "k", "ctrl+u")
        await reader.type("ship")
        await reader.press("enter")
        assert "choose person" in reader.said
        # What was typed is still there, to be put right.
        assert reader.lines[-2].startswith(" Kind: ship")
        await reader.press("escape")
        await reader.press("3", "E", "d", "ctrl+u")
        await reader.type("mid-May 2024")
        text = await reader.press("enter")
        assert "Date: ~11-20 May 2024." in reader.said
        date = case.event(event.id).row.date
        assert date is not None
        assert (date.edtf or "").startswith("2024-05-")
        await reader.press("u", "u")
        assert case.entity(person.id).row.name == name


async def test_a_date_that_is_not_understood_is_put_right_and_not_typed_anew(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("E", "d", "ctrl+u")
        await reader.type("8 Octobber 2016")
        await reader.press("enter")
        assert reader.said.startswith("'8 Octobber 2016' is not a date")
        assert "8 Octobber 2016" in reader.lines[-2]
        await reader.press(*["left"] * len("ber 2016"), "backspace", "enter")
        assert "Published: 8 Oct 2016." in reader.said
        assert not reader.lines[-2].startswith(" Date")


async def test_what_says_so_already_offers_nothing_to_be_taken_back(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("E", "p", "enter")
        assert reader.said == "It says so already."


async def test_a_source_is_corrected_in_a_line(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("E", "p")
        assert "Publisher: Asahi Shimbun" in reader.said
        await reader.press("ctrl+u")
        await reader.type("Harbour Post")
        await reader.press("enter")
        assert "Publisher: Harbour Post." in reader.said
        assert case.source(1).row.publisher == "Harbour Post"
        await reader.press("u")
        assert case.source(1).row.publisher == "Asahi Shimbun"
        assert "Taken back: source corrected · Envoys met in Dalian" in reader.said

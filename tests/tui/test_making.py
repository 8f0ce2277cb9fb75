"""Journeys by keys: select words, make something of them, put right who took part."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.model.words import Kind, Ref, Span
from casefile.tui.base.selecting import Selection, next_word, sentence_at, word_at
from tests.deeds.texts import case_of_texts
from tests.tui.driving import NARROW, WIDE, reading

STORY = (
    "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said.\n\n"
    "The envoy saw the kestrel circle at dusk.\n"
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("making")
    return case_of_texts(folder, {"a.txt": STORY}, published="2017-05-10")


@pytest.fixture
def case(file: Path, tmp_path: Path) -> Iterator[Case]:
    path = tmp_path / "b.casefile"
    path.write_bytes(file.read_bytes())
    with Case(path) as case:
        yield case


async def test_an_entity_is_made_of_selected_words_by_a_few_keys(case: Case) -> None:
    before = case.contents()["entities"]
    async with reading(case, NARROW) as reader:
        assert "Select" in (await reader.press("enter", "v")).splitlines()[-1]
        await reader.press("down", "right", "right", "right", "right", "v", "right")
        await reader.press("e")
        assert reader.said.startswith("Is ")
        assert "person" in reader.said
        await reader.press("o")
        assert "kestrel circle.  u takes it back" in reader.said
        [made] = [one for one in case.contents()["entities"] if one["made_by"] == "human"]
        assert (made["name"], made["kind"]) == ("kestrel circle", "organization")
        await reader.press("2", "f")
        text = await reader.type("kestrel")
        assert "kestrel circle" in text
        assert "made by hand" in await reader.press("enter", "enter")
        await reader.press("u")
        assert case.contents()["entities"] == before


async def test_words_are_said_to_name_somebody_who_is_there(case: Case) -> None:
    async with reading(case, NARROW) as reader:
        await reader.press("enter", "v", "down", "v", "right", "e", "j")
        assert "Its name here" in reader.said
        await reader.type("Nobody")
        await reader.press("enter")
        assert "No entity of this case is called 'Nobody'" in reader.said
        await reader.press(*["backspace"] * 6)
        await reader.type("Orla Brandt")
        await reader.press("enter")
        assert "Orla Brandt.  u takes it back" in reader.said
        await reader.press("n", "v", "e")
        assert "1 Orla Brandt" in reader.said
        assert "Orla Brandt.  u takes it back" in (await reader.press("1")).splitlines()[-1]
    assert "The envoy" in case.entity(1).aliases
    assert len(case.log()) == 2


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_an_event_is_asked_for_line_by_line(case: Case, size: tuple[int, int]) -> None:
    async with reading(case, size) as reader:
        await reader.press("enter", "v", "s", "t")
        assert "Kind of event: meeting" in reader.said
        await reader.press(*["backspace"] * 7)
        await reader.type("vi")
        await reader.press("enter")
        assert "visit. When, as one speaks:" in reader.said
        await reader.type("soon")
        await reader.press("enter")
        assert "'soon' is not a date" in reader.said
        await reader.press(*["backspace"] * 4)
        await reader.type("mid-May 2017")
        await reader.press("enter")
        assert "~11-20 May 2017. Where: Helsinki" in reader.said
        await reader.press("enter")
        assert "Orla Brandt; Ivo Salter; Una Reedman" in reader.said
        await reader.press(*["backspace"] * len("; Una Reedman"))
        await reader.type("=host")
        await reader.press("enter")
        assert "u takes it back" in reader.said
    [made] = [one for one in case.contents()["events"] if one["made_by"] == "human"]
    assert (made["kind"], made["date"]["edtf"]) == ("visit", "2017-05-11~/2017-05-20~")
    assert [one["role"] for one in made["participants"]] == ["participant", "host"]


async def test_a_fact_is_made_and_put_right_from_its_card(case: Case) -> None:
    async with reading(case, NARROW) as reader:
        await reader.press("enter", "v", "down", "s", "f")
        assert "It says: The envoy saw the kestrel circle at dusk." in reader.said
        await reader.press("enter")
        assert "Who says so" in reader.said
        await reader.type("a friend; Una Reedman")
        await reader.press("enter")
        await reader.type("Orla Brandt")
        await reader.press("enter")
        assert "Event:" in reader.said
        await reader.press("enter")
        fact = case.contents()["facts"][-1]
        assert [one["speaker"] for one in fact["attribution"]] == ["a friend", "Una Reedman"]
        assert fact["about"] == ["entity:1"]
    made = Ref.parse(fact["ref"])
    async with reading(case, NARROW, start=made) as reader:
        assert "made by hand" in reader.text
        await reader.press("E", "s")
        assert "a friend; Una Reedman" in reader.said
        await reader.press(*["backspace"] * len("; Una Reedman"), "enter")
        assert "Said-by: a friend." in reader.said
        assert [one.name for one in case.fact(Ref.parse(fact["ref"]).id).attribution] == [
            "a friend"
        ]
        await reader.press("u")
        assert len(case.fact(Ref.parse(fact["ref"]).id).attribution) == 2


async def test_who_took_part_is_put_right_from_the_card_of_an_event(case: Case) -> None:
    async with reading(case, NARROW, start=Ref(Kind.EVENT, 1)) as reader:
        await reader.press("E", "w")
        assert "Orla Brandt; Ivo Salter" in reader.said
        await reader.type("=host; Una Reedman")
        text = await reader.press("enter")
        assert "Participants: Orla Brandt; Ivo Salter=host; Una Reedman." in reader.said
        assert any("Ivo Salter" in line and "host" in line for line in text.splitlines())


async def test_escape_makes_nothing_and_a_note_is_written_on_selected_words(case: Case) -> None:
    before = case.contents()
    async with reading(case, NARROW) as reader:
        open_text = await reader.press("enter")
        assert await reader.press("v", "right", "escape") == open_text
        await reader.press("v", "s", "t", "escape", "v", "e", "escape")
        assert case.contents() == before
        await reader.press("v", "down", "v", "right", "a")
        await reader.type("who?")
        await reader.press("escape")
    [note] = case.contents()["notes"]
    assert (note["quote"], note["body"]) == ("The envoy", "who?")


def test_words_are_walked_and_selected_from_where_one_began() -> None:
    selection = Selection(word_at(STORY, 0) or Span(0, 1))
    assert selection.span.of(STORY) == "Orla"
    on = selection.turned().to(next_word(STORY, selection.here, 1))
    assert on.span.of(STORY) == "Orla Brandt"
    assert on.turned().span.of(STORY) == "Brandt"
    assert next_word(STORY, selection.here, -1) == selection.here
    assert sentence_at(STORY, selection.here).of(STORY).endswith("said.")
    assert word_at("", 0) is None
    assert [word_at("東京で", at) for at in (0, 1)] == [Span(0, 1), Span(1, 2)]


async def test_of_two_of_one_name_the_one_in_the_words_is_offered_by_its_reference(
    case: Case,
) -> None:
    start = STORY.index("The envoy")
    source = Ref(Kind.SOURCE, 1)
    made = case.make_entity(source, Span(start, start + 9), kind="place", name="Una Reedman")
    async with reading(case, NARROW) as reader:
        await reader.press("enter", "v", "down", "s", "f", "enter", "enter")
        assert f"About: {made.ref} " in reader.said.replace(";", " ")
        await reader.press("enter")
        assert "Event:" in reader.said


async def test_an_event_that_names_nobody_is_called_by_its_place(case: Case) -> None:
    span = Span(STORY.index("Helsinki"), STORY.index("Helsinki") + 8)
    done = case.make_event(Ref(Kind.SOURCE, 1), span, kind="meeting", where="Helsinki")
    assert done.label == "Meeting in Helsinki"

"""What is beside the lines of a text: the letters on the left, and who and what on the right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.configuring import settings_of
from casefile.model.words import Kind, Ref, Span
from casefile.tui import text
from casefile.tui.base.gutter import SIGNS, gutter, width_of
from tests.tui.driving import NARROW, WIDE, reading

STORY = "Orla Brandt met Ivo Salter in Oslo on 3 May 2019, a source said.\n"
BLANK = "Nothing of note was heard that day from anyone in that town.\n"


@pytest.fixture
def long(empty_case: Case, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A case of one text: a meeting on the first line, a visit far below."""
    file = tmp_path_factory.mktemp("texts") / "a.txt"
    far = "Una Reedman visited Lisbon on 9 June 2019, officials said.\n"
    file.write_text("Harbour talks\n\n" + STORY + BLANK * 80 + far, encoding="utf-8")
    empty_case.add([str(file)], stated=Stated(published="2019-06-10"))
    return empty_case


@given(
    st.sets(st.sampled_from(Kind)), st.integers(1, 200), st.booleans(), st.booleans(), st.booleans()
)
def test_the_signs_are_as_wide_as_told_and_each_has_its_column(
    kinds: set[Kind], columns: int, wanted: bool, here: bool, hit: bool
) -> None:
    width = width_of(columns, is_wanted=wanted)
    drawn = "".join(piece for piece, _ in gutter(kinds, width, here=here, hit=hit))
    assert text.cells(drawn) == width
    assert drawn[0] == ("›" if here else "/" if hit else " ")
    if width > 2:
        for at, (letter, kind, _, _) in enumerate(SIGNS, 1):
            assert drawn[at] == (letter if kind in kinds else " ")


def line_of(lines: list[str], words: str) -> str:
    return next(line for line in lines if words in line)


async def test_letters_tell_what_is_on_a_line_also_on_a_plain_screen(long: Case) -> None:
    at = long.source(1).text.index("Ivo Salter")
    long.add_note(Ref(Kind.SOURCE, 1), "Who is he?", span=Span(at, at + 10))
    for settings in (settings_of(""), settings_of("plain = true")):
        async with reading(long, NARROW, settings=settings) as reader:
            await reader.press("enter")
            assert line_of(reader.lines, "Orla Brandt met").startswith(" mefn Orla")
            assert line_of(reader.lines, "Nothing of note").startswith(" " * 6 + "Nothing")
            await reader.press("f", *"town", "enter")
            assert line_of(reader.lines[5:], "town").startswith(("/", "›", " "))
            assert [line[0] for line in reader.lines if "of note" in line].count("/") > 5


async def test_the_letters_go_and_come_by_a_key_and_by_the_configuration(long: Case) -> None:
    async with reading(long, settings=settings_of("[layout]\ngutter = false\n")) as reader:
        await reader.press("enter")
        assert line_of(reader.lines, "Orla Brandt met").startswith("  Orla")
        await reader.press("I")
        assert line_of(reader.lines, "Orla Brandt met").startswith(" mef  Orla")
        assert "m a name, e an event" in reader.said
        await reader.press("I")
        assert line_of(reader.lines, "Orla Brandt met").startswith("  Orla")


async def test_a_line_marked_by_a_letter_shows_it(long: Case) -> None:
    async with reading(long) as reader:
        await reader.press("enter", "n", "n", "m", "q", "G")
        await reader.press("g")
        assert line_of(reader.lines, "Orla Brandt met")[0] == "›"
        await reader.press("f", *"zzz", "escape")
        assert line_of(reader.lines, "Orla Brandt met")[0] == "'"


async def test_who_and_what_is_in_sight_stands_beside_the_text_and_follows_it(long: Case) -> None:
    async with reading(long, WIDE) as reader:
        screen = await reader.press("enter")
        assert "In sight" in screen
        assert "People  2" in screen
        screen = await reader.press("G")
        assert "People  1" in screen
        assert "Una Reedman" in screen.split("People  1")[1]
        assert "Ivo Salter" not in screen
        screen = await reader.press("tab", "enter")
        assert "Entity" in screen
        assert "Una Reedman" in reader.lines[1]
        await reader.press("backspace")
        assert "Una Reedman visited" in reader.text


async def test_a_key_lists_what_is_in_sight_where_there_is_less_room(long: Case) -> None:
    async with reading(long, NARROW) as reader:
        screen = await reader.press("enter")
        assert "In sight" not in screen
        screen = await reader.press("i")
        assert "In sight" in screen
        assert "Ivo Salter" in screen.split("In sight")[1]
        screen = await reader.press("n")
        assert "In sight" in screen
        screen = await reader.press("i")
        assert "In sight" not in screen
        assert "source:1" not in screen.split("\n", 3)[3]


async def test_a_hit_is_noted_and_followed_as_what_it_is(long: Case) -> None:
    async with reading(long) as reader:
        await reader.press("enter", "f", *"Lisbon", "enter")
        await reader.press("enter")
        assert "Lisbon" in reader.lines[1]
        await reader.press("backspace", "n", "a", "x", "escape")
        assert "1 hit for “Lisbon”" in reader.text
        note = long.notes_on(Ref(Kind.SOURCE, 1))[0]
        assert note.quote == "Lisbon"

"""Journeys by keys: say what a line is, see what follows, take it back. Reports are invented."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.case import Case
from casefile.core.labelling import lines_of
from casefile.model.words import Kind, Ref, Span
from casefile.tui.base.selecting import lines_at, next_line
from casefile.tui.screens import relabelling
from tests.deeds.texts import case_of_texts
from tests.tui.driving import NARROW, WIDE, reading

STORY = (
    "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said.\n\n"
    "Kofi Mensah was arrested in Lagos on 4 May 2017, police said.\n\n"
    "Share this article\n"
)
AD = "Share this article"
"""A line that is read as boilerplate."""
SOURCE = Ref(Kind.SOURCE, 1)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("relabelling")
    return case_of_texts(folder, {"a.txt": STORY}, published="2017-05-10")


@pytest.fixture
def path(file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "b.casefile"
    path.write_bytes(file.read_bytes())
    return path


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with Case(path) as case:
        yield case


def kinds(case: Case) -> list[str]:
    """Return the furniture of the source, but for what was read as such."""
    source = case.source(1)
    return [one.kind.value for one in source.furniture if one.span.of(source.text) != AD]


def signs(text: str, words: str) -> str:
    """Return the letters beside the line that begins with some words, in the pane alone."""
    found = re.search(rf"^([ mefn›]*){words}", text, re.MULTILINE)
    assert found, text
    return found[1].strip()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
async def test_a_line_is_said_to_be_boilerplate_and_taken_back(
    case: Case, size: tuple[int, int]
) -> None:
    before = case.contents()["entities"]
    async with reading(case, size, start=SOURCE) as reader:
        assert "m" in signs(await reader.press("z"), "Kofi Mensah was")
        last = "\n".join((await reader.press("g", "K", "j")).splitlines()[-4:])
        assert "This line is story" in last
        assert "b y d takes 2 mentions, 1 fact and 1 event out  t takes 1 fact out" in last
        assert "s story  b boilerplate  t title  y byline  d dateline" in last
        listed = await reader.press("l")
        for told in (
            "boilerplate, byline, dateline: takes 2 mentions, 1 fact and 1 event out",
            "› out: fact Kofi Mensah was arrested in Lagos on 4 May 2017",
            "out: event Arrest involving Kofi Mensah in Lagos",
            "out: name Kofi Mensah",
            "title: takes 1 fact out",
        ):
            assert told in listed
        assert "This line is story" in (await reader.press("escape"))
        await reader.press("escape")
        assert kinds(case) == []
        text = await reader.press("K", "j", "b")
        assert "Boilerplate: takes 2 mentions, 1 fact and 1 event out.  u takes it" in text
        assert kinds(case) == ["boilerplate"]
        assert signs(text, "Kofi Mensah was") == ""
        assert "This line is boilerplate" in await reader.press("K", "j")
        await reader.press("b")
        assert "boilerplate already" in reader.said
        await reader.press("u")
        assert "Taken back" in reader.said
        assert "m" in signs(reader.text, "Kofi Mensah was")
        assert case.contents()["entities"] == before


async def test_several_lines_are_selected_and_read_anew(case: Case) -> None:
    case.relabel(SOURCE, Span(0, len(STORY)), "boilerplate")
    async with reading(case, NARROW, start=SOURCE) as reader:
        assert signs(reader.text, "Orla Brandt met") == ""
        text = await reader.press("K", "v", "j")
        assert "These 2 lines are boilerplate" in text
        assert re.search(r"s( c)? brings 6 mentions, 2 facts and 2 events in", text), text[-500:]
        text = await reader.press("s")
        assert "Story: brings 6 mentions, 2 facts and 2 events in.  u takes it" in reader.said
        assert "m" in signs(text, "Orla Brandt met")
        assert kinds(case) == []
        text = await reader.press("K", "v", "j", "j")
        assert "These 3 lines differ" in text
        await reader.press("k", "k", "v", "k", "v", "t")
        assert kinds(case) == ["title"]


async def test_the_lines_of_selected_words_are_meant(case: Case) -> None:
    async with reading(case, NARROW, start=SOURCE) as reader:
        text = await reader.press("g", "v", "v", "j", "K")
        assert "These 2 lines are story" in text
        await reader.press("c")
    assert kinds(case) == ["caption", "caption"]


async def test_in_few_columns_all_that_can_be_pressed_is_told(case: Case) -> None:
    async with reading(case, (44, 14), start=SOURCE) as reader:
        last = (await reader.press("K")).splitlines()
        first = next(at for at, line in enumerate(last) if "This line is story" in line)
        assert "esc cancel" in last[first + 1]
        assert last[first + 2].startswith(" b y d takes ")
        assert "h heading" in last[-1]


async def test_a_long_text_is_not_read_again_for_a_look(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relabelling, "LONG", 10)
    async with reading(case, NARROW, start=SOURCE) as reader:
        text = await reader.press("g", "K", "j")
        assert "b y d takes 2 mentions, 1 fact and 1 event out  s t c h reads 1" in text
        assert "To read it again would take long" in await reader.press("l")


async def test_where_no_line_is_it_is_said_so(path: Path, case: Case) -> None:
    async with reading(case, NARROW) as reader:
        await reader.press("2", "enter", "K")
        assert kinds(case) == []
    with Case(path, read_only=True) as closed:
        async with reading(closed, NARROW, start=SOURCE) as reader:
            await reader.press("K")
            assert "open for reading only" in reader.said
            assert "This line" not in reader.text


@given(st.text(alphabet="ab \n", max_size=30), st.integers(0, 30))
def test_the_keys_reach_every_line_with_words_and_no_other(text: str, offset: int) -> None:
    every = lines_of(text, Span(0, len(text))) if text else []
    begun = lines_at(text, min(offset, len(text)))
    assert bool(begun) == bool(every)
    for way, end in ((1, -1), (-1, 0)):
        seen = begun[:]
        while seen and (other := next_line(text, seen[-1], way)) != seen[-1]:
            seen.append(other)
        assert not seen or seen[-1] == every[end]
        assert seen == ([] if not every else every[every.index(seen[0]) :: way][: len(seen)])

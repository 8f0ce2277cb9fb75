"""What is new in the browser: marks in the lists, the list of what is new, and their end."""

from pathlib import Path

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.configuring import Settings
from tests.tui.conftest import add
from tests.tui.driving import NARROW, WIDE, Reader, reading

LATE = (
    "Fumio Kishida met officials of North Korea in Dalian on 3 September 2016, a diplomat said.\n"
)


def come_in(case: Case, folder: Path, title: str) -> None:
    """Let a report come in, as another program does."""
    (folder / "late").mkdir(exist_ok=True)
    with Case(case.path) as other:
        add(other, folder / "late", title, "Late Post", "2016-12-24", f"{title}. {LATE}")


async def look_again(reader: Reader) -> None:
    """Let the browser see what another program wrote."""
    await reader.look_again()


def row_of(reader: Reader, words: str) -> str:
    return next(line for line in reader.lines[2:] if words in line)


async def test_what_comes_in_is_marked_until_it_is_opened(case: Case, tmp_path: Path) -> None:
    async with reading(case, NARROW) as reader:
        assert "9 New" not in reader.text
        come_in(case, tmp_path, "Late report")
        await look_again(reader)
        assert "9 New" in reader.lines[0]
        await reader.press("G")
        assert row_of(reader, "Late report").rstrip(" ▂▄▆█▁▃▅▇").endswith("+")
        assert "+" not in row_of(reader, "Wire report 20")
        await reader.press("enter", "backspace")
        assert "+" not in row_of(reader, "Late report")
        assert not any("Late report" in line for line in (await reader.press("9")).split("\n"))


async def test_the_marks_are_there_without_colour_and_in_plain(case: Case, tmp_path: Path) -> None:
    case.begin_seeing()
    come_in(case, tmp_path, "Late report")
    async with reading(case, NARROW, settings=Settings().but(plain=True)) as reader:
        await reader.press("G")
        assert "+" in row_of(reader, "Late report")


async def test_each_row_of_what_is_new_is_a_link_and_back_returns(
    case: Case, tmp_path: Path
) -> None:
    case.begin_seeing()
    for title in ("Late report", "Later report"):
        come_in(case, tmp_path, title)
    for size in (NARROW, WIDE):
        async with reading(case, size) as reader:
            text = await reader.press("9")
            assert "[9 New" in text
            assert "New sources" in text
            assert reader.screen.list_pane.here is not None
            opened = str(reader.screen.list_pane.here)
            await reader.press("enter")
            assert str(reader.screen.main.ref if reader.screen.main else "") == opened
            await reader.press("backspace")
            assert "[9 New" in reader.lines[0]


async def test_all_counts_as_seen_by_one_key_and_again_as_before(
    case: Case, tmp_path: Path
) -> None:
    case.begin_seeing()
    come_in(case, tmp_path, "Late report")
    async with reading(case, NARROW) as reader:
        assert "Late report" in await reader.press("9")
        text = await reader.press("M")
        assert "counted as seen.  M takes it back" in reader.said
        assert "Nothing is new to you." in text
        assert "M  lets all of it count as seen." in text
        assert "New  0" in text
        text = await reader.press("M")
        assert "What was new is new again." in reader.said
        assert "Late report" in text
        await reader.press("M", "1", "G")
        assert "+" not in row_of(reader, "Late report")
        assert not case.log()


async def test_what_came_in_since_yesterday_is_shown_also_where_it_was_seen(case: Case) -> None:
    async with reading(case, NARROW) as reader:
        assert "Nothing is new to you." in await reader.press("9")
        text = await reader.press("c")
        assert "since yesterday" in text
        assert "New sources  23" in text
        assert "in the last week" in await reader.press("c")
        assert "Nothing is new to you." in await reader.press("c")
        narrowed = await reader.press("9", "c", "f")
        assert "Envoys met" not in narrowed
        text = await reader.type("envoys")
        assert "New sources  1" in text
        assert "Envoys met in Dalian" in text


async def test_what_was_not_seen_is_marked_among_what_came_in_since_yesterday(
    case: Case, tmp_path: Path
) -> None:
    case.begin_seeing()
    come_in(case, tmp_path, "Late report")
    async with reading(case, NARROW) as reader:
        await reader.press("9", "c")
        assert row_of(reader, "Late report").rstrip(" ▂▄▆█▁▃▅▇").endswith("+")
        assert "+" not in row_of(reader, "Wire report 20")
        await reader.press("enter", "backspace")
        assert "+" not in row_of(reader, "Late report")


async def test_a_case_for_reading_only_shows_what_is_new_and_keeps_it(
    case: Case, tmp_path: Path
) -> None:
    case.begin_seeing()
    come_in(case, tmp_path, "Late report")
    with Case(case.path, read_only=True) as only:
        async with reading(only, NARROW) as reader:
            await reader.press("G", "enter", "backspace")
            assert "+" in row_of(reader, "Late report")
            assert "Late report" in await reader.press("9")
            assert "reading only" in (await reader.press("M")).split("\n")[-1]


async def test_a_question_is_asked_put_answered_and_taken_back_by_keys(case: Case) -> None:
    async with reading(case, NARROW) as reader:
        assert "0 Ask" not in reader.lines[0]
        assert "Nothing has been asked yet." in await reader.press("0")
        await reader.press("3", "Q")
        await reader.type("Who paid for the room?")
        assert "Asked of whom (may be empty):" in await reader.press("enter")
        await reader.press("enter")
        assert "Written down as open: 0 lists it.  u takes it back" in reader.said
        assert "0 Ask 1" in reader.lines[0]
        text = await reader.press("0")
        assert "Open  1" in text
        assert "nobody asked yet" in text
        await reader.press("Q")
        await reader.type("the porter")
        text = await reader.press("enter")
        assert "Asked of the porter." in reader.said
        assert "the porter, " in text
        await reader.press("A")
        await reader.type("The company did")
        text = await reader.press("enter")
        assert "Answered  1" in text
        assert "The company did" in await reader.press("enter")
        await reader.press("0")
        assert "Question removed.  u takes it back" in (await reader.press("D")).split("\n")[-1]
        assert "Nothing has been asked yet." in reader.text
        assert "Answered  1" in await reader.press("u")
        assert "Open  1" in await reader.press("u")


async def test_a_passage_is_asked_about_where_one_reads(case: Case) -> None:
    async with reading(case, NARROW) as reader:
        await reader.press("enter", "n", "Q")
        await reader.type("Says who?")
        await reader.press("enter", "enter")
        assert "Written down as open" in reader.said
        [asked] = case.questions()
        assert asked.target == (reader.screen.main.ref if reader.screen.main else None)
        assert "Says who?" in (await reader.press("A")).split("\n")[-1]
        await reader.type("A guard")
        assert "Answered." in (await reader.press("enter")).split("\n")[-1]


async def test_where_nothing_was_asked_an_answer_says_so(case: Case) -> None:
    async with reading(case, NARROW) as reader:
        await reader.press("A")
        assert reader.said == "Nothing has been asked here: Q asks."
        await reader.press("4", "Q")
        assert reader.said.startswith("Nothing can be asked here")


async def test_a_denied_fact_wants_a_reason_or_a_question_first(case: Case, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text(
        "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said on Friday.\n"
        "There was no meeting in Helsinki on 3 May, said Ivo Salter.\n",
        encoding="utf-8",
    )
    case.add([str(tmp_path / "d.txt")], stated=Stated(published="2017-05-05"))
    facts = case.facts(range(1, 200))
    denial = next(
        one for one in facts if one.event and one.source.id == 24 and one.polarity == "denied"
    )
    fact = next(one for one in facts if one.event == denial.event and one.polarity == "affirmed")
    async with reading(case, NARROW, start=fact.ref) as reader:
        assert f"{denial.ref} denies it: why?" in await reader.press("r", "c")
        await reader.press("enter")
        assert f"Not confirmed: {denial.ref} denies it." in reader.said
        assert "confirmed" not in case.review(fact.ref).status
        await reader.press("r", "c")
        await reader.type("seen by two")
        assert "confirmed: seen by two" in await reader.press("enter")

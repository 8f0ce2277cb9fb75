from casefile.case import Case
from tests.tui.driving import reading


async def test_f_narrows_the_list_and_enter_keeps_it(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("f")
        text = await reader.type("wire report 07")
        assert "› 2016-11-07" in text
        assert "matching “wire report 07”" in text
        text = await reader.press("enter")
        assert "Sources matching" not in reader.lines[-2]
        text = await reader.press("enter")
        assert "on day 7" in text


async def test_escape_clears_what_was_typed(case: Case) -> None:
    async with reading(case) as reader:
        before = reader.lines
        await reader.press("f")
        await reader.type("wire")
        await reader.press("escape")
        assert reader.lines == before


async def test_a_list_narrowed_to_nothing_says_how_to_go_on(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("f")
        text = await reader.type("zzqxzz")
        assert "No sources match “zzqxzz”" in text
        assert "escape to clear it" in text


async def test_f_finds_in_a_text_and_n_walks_the_hits(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("j", "j", "l", "f")
        text = await reader.type("paragraph")
        assert "39 hits for “paragraph”" in text
        await reader.press("enter")
        pane = reader.screen.query_one("#main-article")
        first = pane.stop  # type: ignore[attr-defined]
        await reader.press("n", "n")
        assert pane.stop == first + 2  # type: ignore[attr-defined]
        for _ in range(40):
            await reader.pilot.press("n")
        assert "Paragraph 39" in await reader.press("n")
        await reader.press("N")
        assert pane.stop == 37  # type: ignore[attr-defined]
        assert "hits" not in await reader.press("escape")


async def test_f_keeps_only_the_links_of_a_card_that_match(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("2", "f")
        await reader.type("north korea")
        await reader.press("enter", "l", "f")
        text = await reader.type("hotel")
        assert "hotel" in text
        assert "government source said" not in text
        text = await reader.press("escape")
        assert "government source said" in text.replace("\n  ", " ")


async def test_the_filter_is_there_again_after_going_back(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("f")
        await reader.type("wire")
        await reader.press("enter", "j", "j")
        before = reader.lines[2:-1]
        await reader.press("2")
        await reader.press("backspace")
        assert reader.lines[2:-1] == before

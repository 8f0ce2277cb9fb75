from casefile.case import Case
from casefile.model.rows import Hit
from casefile.model.words import Kind, Ref
from casefile.tui.base.view import Found
from casefile.tui.widgets.finder import results
from tests.tui.driving import NARROW, WIDE, reading


async def test_results_come_while_typing_and_enter_goes_there(case: Case) -> None:
    async with reading(case) as reader:
        text = await reader.press("/")
        assert "Search everything" in text
        text = await reader.type("kishi")
        assert "› Fumio Kishida" in text
        text = await reader.press("enter")
        assert "Sources › Fumio Kishida" in text
        assert "Search everything" not in text
        text = await reader.press("backspace")
        assert "› 2016-10-07  Envoys met" in text


async def test_escape_closes_the_search_where_it_was_opened(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("j", "l")
        before = reader.lines
        await reader.press("/")
        await reader.type("dal")
        await reader.press("escape")
        assert reader.lines == before


async def test_a_hit_in_a_text_opens_the_passage(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("/")
        await reader.type("hotel in the port")
        while "text" not in next(line for line in reader.lines if line.startswith("›")):
            await reader.press("down")
        text = await reader.press("enter")
        assert "Kishida denies trip to port city" in text
        assert "hotel in the port" in text.replace("\n", " ")


async def test_the_preview_stands_beside_where_there_is_room(case: Case) -> None:
    async with reading(case, WIDE) as reader:
        await reader.press("/")
        text = await reader.type("kishida")
        assert "Passages" in text
    async with reading(case, NARROW) as reader:
        await reader.press("/")
        text = await reader.type("kishida")
        assert "Passages" not in text


async def test_without_words_it_shows_what_was_visited_lately(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("j", "enter", "h")
        text = await reader.press("/")
        assert "Lately visited" in text
        text = await reader.press("enter")
        assert "Sources › 秘密会談" in text


async def test_the_choice_stays_on_its_thing_while_results_change(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("/")
        await reader.type("wire report")
        await reader.press("down", "down")
        chosen = next(line for line in reader.lines if line.startswith("›"))
        reader.screen.found = Found(reader.screen.found.query, reader.screen.found.hits[1:])
        await reader.settle()
        assert next(line for line in reader.lines if line.startswith("›")) == chosen


async def test_nothing_found_is_said(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("/")
        assert "Nothing matches “zzqxzz”" in await reader.type("zzqxzz")
        assert "0 results" in reader.text
        await reader.press("enter")
        assert "Search everything" in reader.text


async def test_enter_before_the_results_goes_to_them_once_they_are_there(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("/")
        for key in "kishida":
            await reader.pilot.press(key)
        await reader.press("enter")
        assert reader.screen.main is not None
        assert reader.screen.main.ref.kind is Kind.ENTITY


async def test_a_result_of_an_older_query_is_never_shown(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("/")
        await reader.type("dalian")
        shown = reader.screen.found
        reader.screen._query = "dalian x"
        from casefile.tui.screens.brought import Searched

        reader.screen.post_message(Searched(Found("dalian", ())))
        await reader.settle()
        assert reader.screen.found is shown


def test_a_query_of_blanks_is_no_query() -> None:
    assert all(row.ref is None for row in results(Found("   ")).rows)


async def test_a_reference_is_found_and_opened(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("/")
        await reader.type("entity:1")
        await reader.press("enter")
        assert reader.screen.main is not None
        assert str(reader.screen.main.ref) == "entity:1"


async def test_words_that_no_text_has_are_offered_as_near_ones_that_it_has(case: Case) -> None:
    async with reading(case, WIDE) as reader:
        await reader.press("/")
        text = await reader.type("in:text hotle port")
        assert "No text has these words; try " in text
        assert "hotel port" in text


def test_a_row_says_why_it_is_there_where_no_letter_of_it_tells() -> None:
    heard = Hit(Ref(Kind.ENTITY, 1), "Kim Jong Un", "person", "", 80.0, why="sounds like it")
    spelt = Hit(Ref(Kind.ENTITY, 2), "Kim", "person", "", 90.0, ((0, 3),), why="begins so")
    rows = results(Found("김정은", (heard, spelt))).rows
    assert "sounds like it" in rows[0].detail
    assert "begins so" not in rows[1].detail

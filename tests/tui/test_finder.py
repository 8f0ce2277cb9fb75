import re
from pathlib import Path
from threading import Event
from typing import Any, ClassVar

import pytest

from casefile.case import Case
from casefile.deeds.memory import Memory
from casefile.deeds.searching import Answer
from casefile.model.rows import Hit
from casefile.model.words import Kind, Ref
from casefile.store.fulltext import RANKED
from casefile.store.notes import new_note, put_note
from casefile.store.store import Store
from casefile.tui.base.results import results
from casefile.tui.base.view import Article, Found
from casefile.tui.screens.brought import Searched
from casefile.tui.screens.searching import SearchingScreen
from casefile.tui.widgets.finder import Results
from tests.invented import NOW, Report, put
from tests.tui.driving import NARROW, WIDE, Reader, reading


async def test_results_come_while_typing_and_enter_goes_there(case: Case) -> None:
    async with reading(case) as reader:
        text = await reader.press("/")
        assert "Search everything" in text
        text = await reader.type("kishi")
        assert "› Fumio Kishida" in text
        text = await reader.press("enter")
        assert "Sources › Search “kishi” › Fumio Kishida" in text
        assert "Search everything" not in text
        text = await reader.press("backspace")
        assert "› Fumio Kishida" in text
        assert "Search everything" in text
        text = await reader.press("escape")
        assert "› 2016-10-07  Envoys met" in text
        assert "Search everything" not in text


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


def chosen(reader: Reader) -> str:
    return next(line for line in reader.lines if line.startswith("›"))


def without_bar(reader: Reader) -> list[str]:
    """Return what stands below the trail, without the column of the scrollbar."""
    return [line[: NARROW[0] - 1].rstrip() for line in reader.lines[2:]]


async def test_the_choice_stays_on_its_thing_while_results_change(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("/")
        await reader.type("wire report")
        await reader.press("down", "down")
        stays = chosen(reader)
        found = reader.screen.found
        reader.screen.found = Found(found.query, found.hits[1:])
        await reader.settle()
        assert chosen(reader) == stays
        number = stays.split("Wire report ")[1][:2]
        await reader.type(f" {number}")
        assert f"Wire report {number}" in chosen(reader)
        await reader.press(*["backspace"] * 3)
        assert f"Wire report {number}" in chosen(reader)
        assert chosen(reader) != next(line for line in reader.lines if "Wire report" in line)


async def test_who_moved_to_nothing_in_particular_gets_the_best_while_typing(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("/")
        await reader.type("wire report")
        await reader.press("down", "down")
        await reader.press(*["backspace"] * 11)
        await reader.type("kishida")
        assert chosen(reader) == next(line for line in reader.lines if "Kishida" in line)


async def test_back_returns_to_the_results_as_they_were(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("j", "/")
        await reader.type("wire report")
        await reader.press(*["down"] * 18)
        before = without_bar(reader)
        assert "› Wire report" not in "".join(before[:6])
        await reader.press("enter")
        assert "Search everything" not in reader.text
        await reader.press("/")
        await reader.type("kishida")
        await reader.press("escape")
        await reader.press("backspace")
        assert without_bar(reader) == before
        await reader.press("down", "enter")
        assert reader.text.count("Search “wire report”") == 1
        await reader.press("backspace", "escape")
        assert chosen(reader).startswith("› 2016-10-08")
        assert "Search" not in reader.lines[1]


async def test_back_and_forward_pass_through_the_search(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("enter", "/")
        await reader.type("kishida")
        await reader.press("enter")
        there = reader.lines
        await reader.press("backspace")
        assert "Search everything" in reader.text
        await reader.press("escape")
        assert "Envoys met in Dalian" in reader.lines[1]
        await reader.press("L")
        assert "› Fumio Kishida" in reader.text
        await reader.press("escape", "L", "enter")
        assert reader.lines == there


async def test_results_stand_apart_by_kind_when_the_reader_wants_it_and_next_time(
    case: Case, tmp_path: Path
) -> None:
    file = tmp_path / "state" / "browser.json"
    async with reading(case, memory=Memory(file)) as reader:
        await reader.press("/")
        mixed = await reader.type("kishida")
        assert "best first" in mixed
        assert "  Entities" not in mixed
        await reader.press("down")
        stays = chosen(reader)
        text = await reader.press("shift+tab")
        headings = re.findall(r"^  ([A-Z][a-z]+)  \d+ *$", text, re.MULTILINE)
        assert headings[0] == "Entities"
        assert len(set(headings)) == len(headings) > 1
        assert "apart by kind" in text
        assert chosen(reader) == stays
        assert "by kind" in reader.lines[-1]
    async with reading(case, memory=Memory(file)) as reader:
        await reader.press("/")
        assert "  Entities  " in await reader.type("kishida")
        await reader.press("ctrl+t")
        assert "best first" in reader.text
    assert oct(file.stat().st_mode)[-3:] == "600"


async def test_a_search_is_saved_listed_run_forgotten_and_brought_back(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("S")
        assert "There is no search to save yet" in reader.said
        await reader.press("/")
        await reader.type("kind:person kish")
        await reader.press("escape")
        assert "Save “kind:person kish” as" in await reader.press("S")
        await reader.type("the minister")
        await reader.press("enter")
        assert "Search saved as the minister" in reader.said
        await reader.press("/", "backspace")
        assert "Saved searches" in reader.text
        assert "› the minister" in reader.text
        assert "kind:person kish" in reader.text
        await reader.press("enter")
        assert "› Fumio Kishida" in reader.text
        await reader.press("ctrl+u", "delete")
        assert "the minister" not in reader.text.replace("Forgotten: the minister", "")
        await reader.press("escape", "u")
        assert "Taken back: search removed" in reader.said
        await reader.press("/")
        assert "› the minister" in reader.text
        await reader.press("escape", "u", "/")
        assert "the minister" not in reader.text


async def test_a_line_is_saved_from_the_search_itself_and_from_a_narrowed_list(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("/")
        await reader.type("dalian")
        await reader.press("f2", "escape")
        assert "dalian" in reader.text
        assert "1 saved" not in reader.text
        await reader.press("f2")
        await reader.press("enter")
        await reader.type(" x")
        assert reader.screen.found.query == "dalian x"
        await reader.press("escape", "f")
        await reader.type("wire")
        await reader.press("enter", "S", "enter")
    assert {one.name: one.line for one in case.saved_searches()} == {
        "dalian": "dalian", "in:sources wire": "in:sources wire"
    }  # fmt: skip


async def test_delete_in_a_line_of_words_deletes_a_letter(case: Case) -> None:
    case.save_search("kept", "kind:person")
    async with reading(case) as reader:
        await reader.press("/")
        await reader.type("kishida")
        await reader.press("home", "delete")
        assert reader.screen.found.query == "ishida"
    assert len(case.saved_searches()) == 1


async def test_nothing_is_saved_in_a_case_that_is_only_read(read_only_case: Case) -> None:
    async with reading(read_only_case) as reader:
        await reader.press("/")
        await reader.type("dalian")
        await reader.press("f2")
        assert "as" not in reader.said.split()
        assert "open for reading only" in reader.said


class Slow(Case):
    """A case that answers one line only when it is let."""

    let: ClassVar[Event] = Event()
    asked: ClassVar[Event] = Event()

    def reopen(self, *, in_turn: bool = False) -> Case:
        return Slow(self.path, read_only=True, in_turn=in_turn)

    def answer(self, query: str, **options: Any) -> Answer:
        if query == "d":
            Slow.asked.set()
            assert Slow.let.wait(60)
        return super().answer(query, **options)


async def test_a_slow_answer_is_never_painted_over_a_newer_one(case: Case) -> None:
    with Slow(case.path) as slow:
        async with reading(slow) as reader:
            await reader.press("/")
            await reader.pilot.press("d")
            while not Slow.asked.is_set():
                await reader.pilot.pause()
            await reader.pilot.press("a", "l", "i", "a")
            while reader.screen.found.query != "dalia":
                await reader.pilot.pause()
            shown = reader.lines
            Slow.let.set()
            await reader.settle()
            assert reader.screen.found.query == "dalia"
            assert reader.lines == shown


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
        reader.screen.post_message(Searched(Found("dalian", ()), number=1))
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


async def test_texts_of_frequent_words_are_ranked_when_the_reader_pauses(case: Case) -> None:
    store = Store(case.path)
    target = case.add_note(case.source_rows([1])[0].ref, "quay quay quay").target
    with store.write():
        for at in range(RANKED + 1):
            put_note(store, new_note(store, target, f"quay {at} and more of it", now=NOW))
    store.close()
    hurried = case.answer("in:notes quay")
    assert hurried.is_hurried
    assert all("quay quay quay" not in hit.label for hit in hurried.hits)
    async with reading(case) as reader:
        await reader.press("/")
        await reader.type("in:notes quay")
        assert not reader.screen.found.is_hurried
        assert "quay quay quay" in chosen(reader)


async def test_typing_on_paints_the_results_without_arranging_the_screen_anew(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("/")
        await reader.press(*"hotel")
        arranged: list[object] = []
        signal = reader.screen.screen_layout_refresh_signal
        signal.subscribe(reader.screen, arranged.append, immediate=True)
        text = await reader.press("space", "i", "n", "backspace")
        assert "for “hotel i”" in text
        assert not arranged


def add_quays(case: Case) -> None:
    """Add more texts with one word than a small screen shows."""
    store = Store(case.path)
    put(store, *(Report(f"Berth {at} opened.\n\nA lamp hung over the quay.") for at in range(30)))
    store.close()


async def test_results_out_of_sight_have_their_passages_once_the_reader_pauses(case: Case) -> None:
    add_quays(case)
    async with reading(case, NARROW) as reader:
        await reader.press("/")
        text = await reader.type("quay")
        assert "over the quay" in chosen(reader)
        assert reader.screen.found.is_whole
        for _ in range(29):
            text = await reader.press("down")
        assert all("over the quay" in line for line in text.splitlines() if "  text  " in line)


async def test_enter_on_a_result_without_its_passage_goes_to_it_once_it_is_read(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_quays(case)
    paused = Event()
    monkeypatch.setattr(
        SearchingScreen,
        "_has_paused",
        staticmethod(lambda worker: paused.wait(60)),
    )
    async with reading(case, NARROW) as reader:
        await reader.press("/")
        for key in "quay":
            await reader.pilot.press(key)
        while reader.screen.found.query != "quay":
            await reader.pilot.pause()
        for _ in range(29):
            await reader.pilot.press("down")
        assert "over the quay" not in chosen(reader)
        ref = reader.screen.query_one(Results).choice.ref
        await reader.pilot.press("enter")
        assert reader.screen.main is None or reader.screen.main.ref != ref
        paused.set()
        await reader.settle()
        assert isinstance(reader.screen.main, Article)
        assert reader.screen.main.ref == ref
        assert reader.screen.main.target is not None


async def test_the_search_is_ready_before_the_first_key_and_shows_nothing_of_that(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer = Case.answer

    def noted(self: Case, query: str, **options: Any) -> Answer:
        asked.append(query)
        return answer(self, query, **options)

    monkeypatch.setattr(Case, "answer", noted)
    async with reading(case) as reader:
        assert not asked
        text = await reader.press("/")
        assert len(asked) == 1
        assert "Type a name" in text
        await reader.press("escape", "/")
        await reader.type("kishida")
        assert asked[-1] == "kishida"
        assert asked.count(asked[0]) == 1

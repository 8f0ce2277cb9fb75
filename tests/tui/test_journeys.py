"""Journeys of somebody who asks the demo case something: the keys, and what is on the screen.

Each is at most eight keys besides what is typed, at 80x24 and at 160x45; the id of a test is
the question, and ``JOURNEYS`` is the table of questions and keys.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.demo import demo_articles
from tests.tui.driving import NARROW, WIDE, Reader, reading

MOST = 8
"""Keys of a journey, besides typing."""

JOURNEYS: dict[str, tuple[str, tuple[str, ...]]] = {
    "who else was at the meeting": (
        "/ “Marchbank Haskett meeting” enter", ("Who  2", "Edda Marchbank", "Colm Haskett")),
    "where did they meet": (
        "/ “type:meeting Haskett” enter", ("Where  1", "Pilot House")),
    "which papers say so": (
        "/ “Marchbank” enter . 1", ("Sources  5 of 10", "Ferry chief “in secret")),
    "do they agree on the day": (
        "/ “Marchbank Haskett meeting” enter",
        ("Sources differ: date", "3 Mar 2025", "5 Mar 2025")),
    "what do we know of him": (
        "/ “Haskett” enter", ("Colm Haskett", "managing director of Ternway Ferries")),
    "what does the board deny": (
        "/ “Wintle” enter n n enter", ("There was no meeting on 3 March", "negative")),
    "whose word is it": (
        "/ “Wintle” enter n n enter", ("On whose word", "Tideway Post", "Pascoe Wintle")),
    "where does it stand in the paper": (
        "/ “booking book” enter", ("booking book", "Correction: the day of")),
    "when was this published, and why do we think so": (
        "1 enter", ("7 Oct 2016 (dateline)", "Dated so because: 7 October is a Friday in 2016")),
    "find a name misspelt": (
        "/ “Hasket” enter", ("Colm Haskett",)),
    "find a name in Korean": (
        "/ “맹가람” enter", ("Maeng Ga-ram",)),
    "correct a wrong name": (
        "/ “Garam” enter E n ctrl+u “Garam Maeng” enter", ("Name: Garam Maeng.", "also")),
    "these two are one": (
        "R s", ("Judged the same.  u takes it back",)),
    "note on a passage, and find it again": (
        "/ “booking book” enter a “Ask the night porter” escape 4",
        ("Notes  1", "Ask the night porter", "Correction: the day of")),
    "tag an event, and find it by the tag": (
        "/ “type:meeting Haskett” enter t “checked” enter / “#checked”", ("checked",)),
    "mark an event as confirmed": (
        "/ “type:meeting Haskett” enter r c enter",
        ("Confirmed: Meeting of", "u takes it back", "status    confirmed")),
    "everything about this place": (
        "/ “Pilot House” enter", ("Events  3", "Passages  6")),
    "an event of 2016 among the days": (
        "5 f “Dalian” enter + +", ("by year, 2015", "|2016", "3-4 Sep 2016")),
    "who is told of with whom": (
        "/ “Haskett” enter W", ("Who is told of with Colm Haskett", "Edda Marchbank")),
    "which places of a country are named": (
        "7 f “Dalian” enter", ("China", "Dalian", "3 mentions")),
    "what is new since yesterday": (
        "9 c", ("since yesterday", "New sources  10", "Two engineers join")),
    "what is denied since yesterday": (
        "9 c f “no meeting” enter", ("Denied", "There was no meeting on 3 March")),
    "ask somebody about a denial, and find what is open": (
        "/ “Wintle” enter n n Q “When did he say so?” enter “the Board” enter 0",
        ("Open  1", "When did he say so?", "the Board")),
    "what he did, day by day": (
        "/ “Haskett” enter . 5", ("only Colm Haskett", "3 Mar 2025", "5 Mar 2025")),
    "what happened in one city": (
        "7 f “Beijing” enter enter", ("Events  1", "Secret meeting of Japan")),
    "what happened in March": (
        "3 f “after:2025-03 before:2025-04” enter", ("4 of 42", "24 Mar 2025")),
    "how often two are told of together": (
        "2 f “Haskett | Marchbank” enter space j space W", ("only the 2 chosen", "15")),
    "back to where I was": (
        "2 j j / “Wintle” enter backspace backspace", ("Search everything", "Wintle")),
}  # fmt: skip
"""A question: its keys, with what is typed in quotation marks, and what the screen then says."""

PUBLISHERS = {"which papers say so": ("The Morning Ledger",)}
"""What the screen says besides where the list has more than 55 columns."""

NAMED = {"/": "slash", ".": "full_stop", "+": "plus"}
"""Keys as people write them, and as they are sent."""


def steps(journey: str) -> list[tuple[str, bool]]:
    """Return the keys, and the words that are typed marked as such.

    >>> steps("/ “so it is” enter")
    [('slash', False), ('so it is', True), ('enter', False)]
    """
    found: list[tuple[str, bool]] = []
    for at, part in enumerate(journey.replace("”", "“").split("“")):
        sent = [(NAMED.get(key, key), False) for key in part.split()]
        found += [(part, True)] if at % 2 else sent
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.casefile"
    with Case(path, create=True) as case:
        case.add([str(article) for article in demo_articles()], stated=Stated())
    return path


@pytest.fixture
def demo(built: Path, tmp_path: Path) -> Iterator[Case]:
    with Case(Path(shutil.copy(built, tmp_path / "demo.casefile"))) as case:
        yield case


async def go(reader: Reader, journey: str) -> str:
    """Make a journey and return the screen."""
    for keys, is_typed in steps(journey):
        await (reader.dash(keys) if is_typed else reader.press(keys))
    return reader.text


@pytest.mark.parametrize("question", JOURNEYS)
def test_a_journey_is_short(question: str) -> None:
    keys, _ = JOURNEYS[question]
    assert sum(not is_typed for _, is_typed in steps(keys)) <= MOST


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
@pytest.mark.parametrize("question", JOURNEYS)
async def test_a_question_is_answered(demo: Case, question: str, size: tuple[int, int]) -> None:
    keys, answer = JOURNEYS[question]
    if size == NARROW:  # beside two other panes a list has no room for publishers
        answer = (*answer, *PUBLISHERS.get(question, ()))
    async with reading(demo, size) as reader:
        await go(reader, keys)
        missing = [words for words in answer if words not in reader.text]
        assert not missing, f"{missing}\n{reader.text}"


async def test_a_quote_is_copied_with_its_source(demo: Case) -> None:
    async with reading(demo, NARROW) as reader:
        text = await go(reader, "/ “booking book” enter y")
        assert "q quote" in text
        assert "m Markdown  j JSON  esc cancel" in text
        await reader.press("q")
        assert "“booking book”" in reader.said

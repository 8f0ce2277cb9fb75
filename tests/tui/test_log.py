"""The log, the tags and what people differ in, by keys and as text on the screen."""

import json
import shutil
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.door import deciding, reviewing
from casefile.model.words import Ref
from tests.tui.driving import NARROW, WIDE, reading

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])

SOURCE, FACT = Ref.parse("source:1"), Ref.parse("fact:1")


@SIZES
async def test_the_log_says_what_was_decided_and_goes_to_it(
    case: Case, size: tuple[int, int]
) -> None:
    case.tag([SOURCE], add=["harbour"])
    case.set_status([FACT], "disputed", reason="who says so?")
    case.add_note(SOURCE, "Ask the harbour master.")
    case.undo()
    async with reading(case, size) as reader:
        await reader.press("colon")
        await reader.type("log")
        text = await reader.press("enter")
        assert "2 decided, 1 taken back" in text
        rows = [line for line in reader.lines if "root" in line or "taken back" in line]
        assert "wrote a note" in rows[1]
        assert "taken back" in rows[1]
        assert "set the status to disputed: " in text
        assert "tagged harbour: " in text
        assert "tagged" in text
        assert "enter go to it" in text
        title = case.label(FACT)
        text = await reader.press("j", "enter")
        assert title[:30] in text
        assert "decided" not in text


@SIZES
async def test_the_log_is_taken_back_to_a_point_and_made_again(
    case: Case, size: tuple[int, int]
) -> None:
    before = case.contents()
    for name in ("first", "second", "third"):
        case.tag([SOURCE], add=[name])
    async with reading(case, size) as reader:
        await reader.press("colon")
        await reader.type("log")
        await reader.press("enter")
        text = await reader.press("j", "j", "B")
        assert "0 decided, 3 taken back" in text
        assert "Taken back, with all that came after it." in text
        assert {**case.contents(), "log": None} == {**before, "log": None}
        assert "It is taken back already." in await reader.press("B")
        text = await reader.press("U", "U")
        assert "2 decided, 1 taken back" in text
        assert case.review(SOURCE).tags == ("first", "second")
        text = await reader.press("u")
        assert case.review(SOURCE).tags == ("first",)
        await reader.press("escape")
        assert "Sources" in reader.text


async def test_an_empty_log_says_what_would_be_there(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("colon")
        await reader.type("log")
        text = await reader.press("enter")
        assert "Nothing has been decided yet." in text
        assert "Nothing has been decided yet." in await reader.press("B")
        assert "There is nothing to undo." in await reader.press("u")


@SIZES
async def test_a_tag_is_renamed_and_taken_away_everywhere(
    case: Case, size: tuple[int, int]
) -> None:
    case.tag([SOURCE, FACT], add=["to check"])
    case.tag([FACT], add=["harbour"])
    async with reading(case, size) as reader:
        text = await reader.press("T")
        assert "2 tags" in text
        [line] = [line for line in reader.lines if "#to check" in line]
        assert "2 things" in line
        await reader.press("r")
        text = await reader.press(*["backspace"] * 8)
        await reader.type("checked")
        text = await reader.press("enter")
        assert "to check is called checked everywhere." in text
        assert case.tags() == [("checked", 2), ("harbour", 1)]
        text = await reader.press("j", "D")
        assert case.tags() == [("checked", 2)]
        await reader.press("u")
        assert case.tags() == [("checked", 2), ("harbour", 1)]
        text = await reader.press("g", "enter")
        assert "tag:checked" in text
        assert case.label(SOURCE)[:20] in text


async def test_without_tags_it_is_said_how_to_tag(case: Case) -> None:
    async with reading(case) as reader:
        assert "There is no tag yet." in await reader.press("T")
        assert "There is no tag here" in await reader.press("D")
        assert "There is no tag here" in await reader.press("r")
        await reader.press("q")
        assert "Sources" in reader.text


@pytest.fixture
def merged(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A case in which two people said different things of one fact and one source."""
    note = case.add_note(FACT, "Who was there?")
    other = tmp_path / "other.casefile"
    for part in ("", "-wal"):
        shutil.copy(f"{case.path}{part}", f"{other}{part}")

    def as_one(by: str, now: str) -> None:
        for room in (deciding, reviewing):
            monkeypatch.setattr(room, "signed", lambda: {"by": by, "now": now})

    with Case(other) as theirs:
        as_one("Ben", "2031-01-02T00:00:00Z")
        theirs.edit_note(note.ref, "Salter was there.")
        theirs.set_status([FACT], "confirmed", reason="seen twice")
        told = json.loads(json.dumps(theirs.export_log()))
    as_one("Ann", "2031-01-01T00:00:00Z")
    case.edit_note(note.ref, "Nobody was there.")
    case.set_status([FACT], "disputed", reason="denied")
    as_one("Ann", "2031-01-03T00:00:00Z")
    case.replay(told)
    return case


@SIZES
async def test_what_two_people_said_apart_is_shown_with_both_texts_and_settled(
    merged: Case, size: tuple[int, int]
) -> None:
    [status] = [one for one in merged.clashes() if one.what == "status"]
    [note] = [one for one in merged.clashes() if one.what == "note"]
    async with reading(merged, size) as reader:
        text = await reader.press("C")
        assert "1 of 2 to settle" in text
        assert "2 of 2 to settle" in await reader.press("space")
        text = await reader.press("shift+tab")
        while "Which status shall hold?" not in text:
            text = await reader.press("tab")
        assert "1  Ann, 2031-01-01" in text
        assert "disputed: denied" in text
        assert "2  Ben, 2031-01-02  (shown until you choose)" in text
        assert "confirmed: seen twice" in text
        assert merged.review(FACT).status == "confirmed"
        text = await reader.press("1")
        assert "Number 1 holds." in text
        assert merged.review(FACT).status == "disputed"
        assert "1 of 1 to settle" in text
        assert "Nobody was there." in text
        assert "Salter was there." in text
        await reader.press("u")
        assert merged.review(FACT).status == "confirmed"
        text = await reader.press("1", "1")
        assert "Nobody differs." in text
        await reader.press("escape")
    assert {one.ref for one in merged.clashes()} == {status.ref, note.ref}
    assert not any(one.is_open for one in merged.clashes())
    assert merged.note(note.about.id).body == "Nobody was there."


async def test_the_thing_and_its_card_show_that_people_differ(merged: Case) -> None:
    [status] = [one for one in merged.clashes() if one.what == "status"]
    async with reading(merged, WIDE, start=FACT) as reader:
        assert "People differ: status" in reader.text
    async with reading(merged, WIDE, start=status.ref) as reader:
        assert "disputed: denied" in reader.text
        assert "confirmed: seen twice" in reader.text


async def test_where_nobody_differs_it_says_so(case: Case) -> None:
    async with reading(case) as reader:
        assert "Nobody differs." in await reader.press("C")
        await reader.press("2", "enter", "q")
        assert "Sources" in reader.text

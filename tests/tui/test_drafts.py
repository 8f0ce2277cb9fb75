import os
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.drafts import ARTICLE, Draft
from casefile.errors import CannotWrite
from casefile.model.words import Kind, Ref, Span
from casefile.tui.screens import adding, note_editor
from casefile.tui.screens.note_editor import KEEP_S, NoteArea, NoteEditor
from tests.deeds.test_drafts import left_by_a_crash
from tests.tui.driving import WIDE, Reader, reading

SOURCE = Ref(Kind.SOURCE, 1)


def kept(state: Path) -> list[Path]:
    return list((state / "casefile").glob("draft-*"))


def given_up(draft: Draft, body: str) -> None:
    """Keep a draft as a crashed program leaves it."""
    draft.keep(body)
    os.close(draft._lock or 0)


async def test_what_is_typed_is_kept_within_the_second(case: Case, state: Path) -> None:
    async with reading(case) as reader:
        await reader.press("a")
        await reader.type("who was the")
        await reader.pilot.pause(2 * KEEP_S)
        (draft,) = [one for one in kept(state) if one.suffix == ".json"]
        assert "who was the" in draft.read_text()
        await reader.press("escape")
        assert "Note saved" in reader.said
        assert kept(state) == []


async def test_thrown_away_nothing_is_left(case: Case, state: Path) -> None:
    async with reading(case) as reader:
        await reader.press("a")
        await reader.type("nonsense")
        await reader.pilot.pause(2 * KEEP_S)
        assert kept(state)
        await reader.press("ctrl+g")
        assert kept(state) == []


async def test_a_browser_that_is_ended_from_outside_keeps_the_last_letter(
    case: Case, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_editor, "KEEP_S", 600.0)
    async with reading(case) as reader:
        await reader.press("a")
        await reader.type("cut off")
        assert kept(state) == []
        reader.app.exit()
    assert any("cut off" in one.read_text() for one in kept(state))


async def test_what_is_saved_in_one_breath_leaves_no_draft(case: Case, state: Path) -> None:
    async with reading(case) as reader:
        await reader.press("a")
        editor = reader.app.screen
        assert isinstance(editor, NoteEditor)
        editor.query_one(NoteArea).insert("quick")
        editor.action_save()
        await reader.settle()
        assert [note.body for note in case.notes_on(SOURCE)] == ["quick"]
        assert kept(state) == []


async def test_a_draft_is_offered_and_gone_on_with(case: Case, state: Path) -> None:
    given_up(Draft(case.path, SOURCE, Span(7, 12)), "the date may be")
    async with reading(case) as reader:
        assert "Unsaved note, " in reader.said
        assert "enter go on" in reader.said
        assert "D throw away" in reader.said
        assert "esc later" in reader.said
        text = await reader.press("enter")
        assert "Note on Envoys met in Dalian" in text
        assert Span(7, 12).of(case.source(1).text) in text
        assert "the date may be" in text
        await reader.type(" wrong")
        await reader.press("escape")
        (note,) = case.notes_on(SOURCE)
        assert (note.body, note.span) == ("the date may be wrong", Span(7, 12))
        assert kept(state) == []


async def test_a_draft_of_a_change_is_saved_though_nothing_more_is_typed(case: Case) -> None:
    note = case.add_note(SOURCE, "first")
    given_up(Draft(case.path, note.ref), "first and second")
    async with reading(case) as reader:
        assert "Edit the note" in await reader.press("enter")
        await reader.press("escape")
        assert case.note(note.ref.id).body == "first and second"


async def test_a_draft_on_a_passage_finds_its_words_in_the_text_that_came_since(case: Case) -> None:
    draft = Draft(case.path, SOURCE, Span(7, 26))
    text = case.source(1).text
    draft.stands_in(text)
    given_up(draft, "the date may be")
    anew = f"Corrected at noon by the desk.\n\n{text}".encode()
    assert not case.add(["-"], stdin=anew, stated=Stated(), version_of=SOURCE).failed
    async with reading(case) as reader:
        assert Span(7, 26).of(text) in await reader.press("enter")
        await reader.type(" wrong")
        await reader.press("escape")
    (note,) = case.notes_on(SOURCE)
    assert (note.quote, note.span) == (Span(7, 26).of(text), Span(39, 58))


async def test_a_draft_of_a_change_tells_where_the_note_was_changed_since(case: Case) -> None:
    note = case.add_note(SOURCE, "first")
    draft = Draft(case.path, note.ref)
    draft.was = "first"
    given_up(draft, "first and second")
    case.edit_note(note.ref, "theirs")
    async with reading(case) as reader:
        await reader.press("enter", "escape")
        assert "changed meanwhile and says “theirs”" in reader.text
        assert case.note(note.ref.id).body == "theirs"


async def test_drafts_are_thrown_away_one_by_one_and_later_means_later(
    case: Case, state: Path
) -> None:
    left_by_a_crash(case.path, "one thought")
    left_by_a_crash(case.path, "another thought")
    async with reading(case, WIDE) as reader:
        assert "(and 1 more)" in reader.said
        await reader.press("D")
        assert "Unsaved note" in reader.said
        await reader.press("escape")
        assert ":drafts" in reader.said
        assert len([one for one in kept(state) if one.suffix == ".json"]) == 1
        await reader.press("colon")
        await reader.type("drafts")
        await reader.press("enter")
        assert "thought" in reader.said
        await reader.press("D")
        assert kept(state) == []
        await reader.press("colon")
        await reader.type("drafts")
        await reader.press("enter")
        assert "There is no draft of a note or an article." in reader.said


async def test_a_draft_on_what_is_gone_is_shown_with_the_reason(case: Case, state: Path) -> None:
    given_up(Draft(case.path, Ref(Kind.ENTITY, 9999)), "who is this?")
    async with reading(case) as reader:
        text = await reader.press("enter")
        assert "Not saved." in text
        assert "who is this?" in text
        text = await reader.press("escape")
        assert "Not saved." in text
        assert kept(state)
        await reader.press("ctrl+g")
        assert kept(state) == []


async def test_a_case_for_reading_only_offers_none(read_only_case: Case) -> None:
    left_by_a_crash(read_only_case.path, "a thought")
    async with reading(read_only_case) as reader:
        assert "Unsaved" not in reader.text


async def test_what_cannot_be_saved_stays_a_draft(
    case: Case, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise CannotWrite("The disk is full.")

    monkeypatch.setattr(Case, "add_note", full)
    async with reading(case) as reader:
        await reader.press("a")
        await reader.type("precious")
        await reader.press("escape")
        assert isinstance(reader.app.screen, NoteEditor)
        assert any("precious" in one.read_text() for one in kept(state))


PASTED = "Ferry sold\n\nOrla Brandt met Ivo Salter in Oslo on 3 May 2019."


async def pasting(reader: Reader) -> None:
    await reader.press("colon")
    await reader.type("add.paste")
    await reader.press("enter")
    editor = reader.app.screen
    assert isinstance(editor, NoteEditor)
    editor.query_one(NoteArea).insert(PASTED)
    await reader.settle()


async def test_a_pasted_article_outlives_the_program(empty_case: Case, state: Path) -> None:
    async with reading(empty_case) as reader:
        await pasting(reader)
        reader.app.exit()
    assert any("Oslo on 3 May" in one.read_text() for one in kept(state))


async def test_a_pasted_article_is_added_from_its_draft(empty_case: Case, state: Path) -> None:
    given_up(Draft(empty_case.path, ARTICLE), PASTED)
    async with reading(empty_case) as reader:
        assert "Unsaved article, " in reader.said
        text = await reader.press("enter")
        assert "Paste an article" in text
        assert "Oslo on 3 May" in text
        await reader.press("escape")
        assert reader.said == "1 added."
        assert kept(state) == []
    assert len(empty_case.ids(Kind.SOURCE)) == 1


async def test_a_pasted_article_that_cannot_be_added_stays_a_draft(
    empty_case: Case, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(empty_case, WIDE) as reader:
        await pasting(reader)
        with monkeypatch.context() as patch:
            patch.setattr(adding, "OURSELVES", ("/nowhere/at/all",))
            await reader.press("escape")
        assert "Nothing was added: No such file" in reader.said
        assert ":drafts has what you pasted" in reader.said
        await reader.press("colon")
        await reader.type("drafts")
        await reader.press("enter")
        assert "Unsaved article, " in reader.said
        assert "Oslo on 3 May" in await reader.press("enter")
        await reader.press("ctrl+g")
        assert kept(state) == []

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.errors import CannotWrite
from casefile.model.words import Kind, Ref
from casefile.tui.screens.note_editor import NoteEditor
from tests.tui.driving import reading


async def test_a_note_is_written_shown_undone_and_made_again(case: Case) -> None:
    async with reading(case) as reader:
        text = await reader.press("a")
        assert "Note on Envoys met in Dalian" in text
        assert "esc save and close" in text
        await reader.type("check the date")
        text = await reader.press("escape")
        assert "Note saved" in reader.said
        assert [note.body for note in case.notes_on(Ref(Kind.SOURCE, 1))] == ["check the date"]
        assert "Notes 1" in text
        assert "check the date" in await reader.press("4")
        await reader.press("u")
        assert "Taken back: note added" in reader.said
        assert case.notes_on(Ref(Kind.SOURCE, 1)) == []
        await reader.press("U")
        assert "Made again" in reader.said
        assert "check the date" in reader.text


async def test_a_note_on_a_passage_carries_its_span(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("l", "n")
        mark = reader.screen.query_one("#main-article").mark  # type: ignore[attr-defined]
        words = mark.span.of(case.source(1).text)
        text = await reader.press("a")
        assert words[:30] in text
        await reader.type("who says so?")
        await reader.press("escape")
        (note,) = case.notes_on(Ref(Kind.SOURCE, 1))
        assert note.span == mark.span
        assert note.quote == words


async def test_ctrl_g_throws_away_what_was_typed(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("a")
        await reader.type("nonsense")
        await reader.press("ctrl+g")
        assert case.summary().notes == 0
        assert len(reader.app.screen_stack) == 1


async def test_an_empty_note_is_not_saved(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("a", "escape")
        assert case.summary().notes == 0


async def test_e_edits_and_d_deletes_the_note_here(case: Case) -> None:
    note = case.add_note(Ref(Kind.SOURCE, 1), "first")
    async with reading(case) as reader:
        await reader.press("e")
        await reader.type(" and more")
        await reader.press("escape")
        assert case.note(note.ref.id).body == "first and more"
        await reader.press("D")
        assert "n its note" in reader.said
        await reader.press("n")
        assert "u brings it back" in reader.said
        assert case.summary().notes == 0
        await reader.press("u")
        assert case.note(note.ref.id).body == "first and more"


async def test_a_note_opens_the_passage_it_is_on(case: Case) -> None:
    text = case.source(2).text
    at = text.index("Paragraph 20")
    from casefile.model.words import Span

    case.add_note(Ref(Kind.SOURCE, 2), "odd", span=Span(at, at + 12))
    async with reading(case) as reader:
        shown = await reader.press("4")
        assert "“Paragraph 20”" in shown
        await reader.press("l")
        shown = await reader.press("enter")
        assert "Paragraph 20 of the denial" in shown


async def test_what_cannot_be_done_says_why(read_only_case: Case) -> None:
    async with reading(read_only_case) as reader:
        assert "read only" in reader.lines[0]
        for key in ("a", "e", "D", "u", "U"):
            await reader.press(key)
            assert "reading only" in reader.said, key


async def test_there_is_nothing_to_undo_is_said(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("u")
        assert "undo" in reader.said.lower() or "nothing" in reader.said.lower()
        await reader.press("e")
        assert "no note here" in reader.said


async def test_a_note_that_cannot_be_saved_is_not_lost(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise CannotWrite("The disk is full.")

    async with reading(case) as reader:
        await reader.press("a")
        await reader.type("precious")
        with monkeypatch.context() as patched:
            patched.setattr(Case, "add_note", full)
            text = await reader.press("escape")
        assert isinstance(reader.app.screen, NoteEditor)
        assert "Not saved. The disk is full." in text
        assert "precious" in text
        await reader.press("escape")
        assert case.summary().notes == 1


async def test_names_in_a_note_lead_there_and_the_note_is_found_from_there(case: Case) -> None:
    note = case.add_note(Ref(Kind.SOURCE, 1), "Ask [[Fumio Kishida]] and [[Nobody at All]].")
    async with reading(case, start=note.ref) as reader:
        text = reader.text
        assert "Points to" in text
        assert "Points to nothing" in text
        assert "[[Nobody at All]]" in text
        assert "nothing here is called so" in text
        while not any(line.startswith("›") and "Fumio" in line for line in reader.lines):
            await reader.press("j")
        assert "Entity  ·  entity:" in await reader.press("enter")
        text = await reader.press("G")
        assert "Notes that point here" in text
        assert "Ask [[Fumio Kishida]]" in text


async def test_a_name_is_completed_while_it_is_typed(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("a")
        await reader.type("Ask ")
        assert "tab:" not in reader.text
        await reader.press("left_square_bracket", "left_square_bracket")
        text = await reader.type("kishi")
        assert "tab: Fumio Kishida" in text
        text = await reader.press("tab")
        assert "Ask [[Fumio Kishida]]" in text
        assert "tab:" not in text
        await reader.type(" today")
        await reader.press("escape")
        (note,) = case.notes_on(Ref(Kind.SOURCE, 1))
        assert note.body == "Ask [[Fumio Kishida]] today"


async def test_brackets_that_are_closed_are_not_closed_again(case: Case) -> None:
    case.add_note(Ref(Kind.SOURCE, 1), "Ask [[Kishi]] now")
    async with reading(case) as reader:
        await reader.press("e")
        await reader.press(*["left"] * len("]] now"))
        await reader.press("tab", "tab")
        await reader.press("escape")
        (note,) = case.notes_on(Ref(Kind.SOURCE, 1))
        assert note.body == "Ask [[Fumio Kishida]] now"


async def test_tab_without_a_name_begun_does_nothing(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("a")
        await reader.type("plain")
        await reader.press("tab", "escape")
        (note,) = case.notes_on(Ref(Kind.SOURCE, 1))
        assert note.body == "plain"


async def test_an_event_or_a_fact_is_completed_by_its_number_or_its_words(case: Case) -> None:
    fact = Ref(Kind.FACT, case.ids(Kind.FACT)[0])
    event = Ref(Kind.EVENT, case.ids(Kind.EVENT)[0])
    words = case.label(event).split()[0]
    async with reading(case) as reader:
        await reader.press("1", "g", "a")
        text = await reader.type(f"See [[{fact}")
        assert f"tab: {fact} {case.label(fact)[:12]}" in " ".join(text.split())
        await reader.press("tab")
        text = await reader.type(f" of [[event:{words}")
        assert "tab: event:" in text
        await reader.press("tab", "escape")
        note = case.note(case.ids(Kind.NOTE)[-1])
        assert note.body.startswith(f"See [[{fact}]] of [[event:")
        assert note.body.endswith("]]")
        assert case.label(Ref.parse(note.body.rpartition("[[")[2][:-2]))


async def test_the_card_of_a_note_tells_what_it_said_before(case: Case) -> None:
    note = case.add_note(Ref(Kind.SOURCE, 1), "who says?")
    case.edit_note(note.ref, "when?")
    async with reading(case, start=note.ref) as reader:
        assert "It said before" in reader.text
        assert "who says?" in reader.text


async def test_a_note_that_was_changed_meanwhile_is_not_written_over_untold(case: Case) -> None:
    note = case.add_note(Ref(Kind.SOURCE, 1), "first")
    async with reading(case) as reader:
        await reader.press("4", "e")
        await reader.type(" and second")
        case.edit_note(note.ref, "theirs")
        await reader.press("escape")
        assert "Not saved. The note was changed meanwhile and says “theirs”" in reader.text
        assert case.note(note.ref.id).body == "theirs"
        await reader.press("escape")
        assert case.note(note.ref.id).body == "first and second"
        assert [one.body for one in case.earlier_texts(note.ref)] == ["first", "theirs"]


async def test_a_note_of_signs_that_are_not_shown_stays_where_nothing_is_typed(case: Case) -> None:
    note = case.add_note(Ref(Kind.SOURCE, 1), "one\r\ntwo\x1b[31m")
    known = len(case.log())
    async with reading(case) as reader:
        await reader.press("4", "e", "escape")
        assert case.note(note.ref.id).body == "one\r\ntwo\x1b[31m"
        assert len(case.log()) == known


async def test_a_note_stands_on_its_words_though_the_text_changes_while_it_is_typed(
    case: Case,
) -> None:
    source = Ref(Kind.SOURCE, 1)
    async with reading(case) as reader:
        await reader.press("l", "n")
        mark = reader.screen.query_one("#main-article").mark  # type: ignore[attr-defined]
        text = case.source(1).text
        words = mark.span.of(text)
        await reader.press("a")
        await reader.type("who says so?")
        change(case, f"Corrected at noon by the desk.\n\n{text}")
        await reader.press("escape")
        (note,) = case.notes_on(source)
        assert (note.quote, note.orphaned) == (words, False)
        assert note.span is not None
        assert note.span.start > mark.span.start


async def test_a_note_whose_words_go_while_it_is_typed_is_kept_on_the_source(case: Case) -> None:
    async with reading(case) as reader:
        await reader.press("l", "n", "a")
        await reader.type("who says so?")
        change(case, "Nothing of all that was ever said.\n")
        await reader.press("escape")
        assert "Its words are gone from the text" in reader.said
        (note,) = case.notes_on(Ref(Kind.SOURCE, 1))
        assert (note.body, note.span) == ("who says so?", None)


def change(case: Case, text: str) -> None:
    """Give the first source another text, as another program does."""
    added = case.add(["-"], stdin=text.encode(), stated=Stated(), version_of=Ref(Kind.SOURCE, 1))
    assert not added.failed

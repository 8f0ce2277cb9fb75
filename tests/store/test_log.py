import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from casefile.deeds.annotating import EmptyNote, add_note, delete_note, edit_note
from casefile.errors import NothingToUndo, UnknownRef
from casefile.model.rows import Note
from casefile.model.words import Kind, Ref, Span
from casefile.store.fulltext import Row, matching
from casefile.store.log import decisions, redo, undo
from casefile.store.notes import LONGEST, NoteTooLong, get_note, get_notes, note_ids
from casefile.store.store import Store
from tests.invented import NOW, PERSON, Report, Told, ask, case_of, dump

TEXT = "Orla Brandt met Ivo Salt. Nobody else did."
MEETING = Report(
    TEXT,
    {"Orla Brandt": PERSON, "Ivo Salt": PERSON},
    [Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], "2014-05-03")],
    [("Nobody else did", None)],
)
SOURCE = Ref(Kind.SOURCE, 1)


@pytest.fixture
def noted(path: Path) -> Store:
    return case_of(path, MEETING)


def add(store: Store, target: Ref, body: str, span: Span | None = None) -> Note:
    return add_note(store, target, body, span=span, by="Ada", now=NOW)


Words = st.text("ab 平\n\0'\"[", min_size=1, max_size=6).filter(str.strip)
Model = dict[int, tuple[str, Ref, Span | None]]


class NotesAndLog(RuleBasedStateMachine):
    """Notes against a dictionary; undo and redo against two stacks of dictionaries."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = case_of(Path(self.folder.name) / "a.casefile", MEETING)
        self.notes: Model = {}
        self.behind: list[Model] = []
        self.ahead: list[Model] = []
        self.clock = 0

    def now(self) -> str:
        self.clock += 1
        return f"2030-01-01T00:{self.clock // 60:02}:{self.clock % 60:02}Z"

    def become(self, notes: Model) -> None:
        self.behind.append(self.notes)
        self.ahead = []
        self.notes = notes

    @rule(
        body=Words,
        on=st.sampled_from(["source:1", "entity:1", "event:1", "fact:1"]),
        start=st.none() | st.integers(0, len(TEXT) - 2),
    )
    def add(self, body: str, on: str, start: int | None) -> None:
        ref = Ref.parse(on)
        span = Span(start, start + 2) if start is not None and ref.kind is Kind.SOURCE else None
        note = add_note(self.store, ref, body, span=span, by="Ada", now=self.now())
        assert note.ref.id not in self.notes
        self.become({**self.notes, note.ref.id: (body, ref, span)})

    @precondition(lambda self: self.notes)
    @rule(body=Words, data=st.data())
    def edit(self, body: str, data: st.DataObject) -> None:
        id = data.draw(st.sampled_from(sorted(self.notes)))
        old, target, span = self.notes[id]
        edit_note(self.store, Ref(Kind.NOTE, id), body, by="Ada", now=self.now())
        if body != old:
            self.become({**self.notes, id: (body, target, span)})

    @precondition(lambda self: self.notes)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        id = data.draw(st.sampled_from(sorted(self.notes)))
        delete_note(self.store, Ref(Kind.NOTE, id), by="Ada", now=self.now())
        self.become({one: note for one, note in self.notes.items() if one != id})

    @rule()
    def undo(self) -> None:
        if not self.behind:
            with pytest.raises(NothingToUndo):
                undo(self.store, by="Ada", now=self.now())
            return
        assert undo(self.store, by="Ada", now=self.now()).undone
        self.ahead.append(self.notes)
        self.notes = self.behind.pop()

    @rule()
    def redo(self) -> None:
        if not self.ahead:
            with pytest.raises(NothingToUndo):
                redo(self.store, by="Ada", now=self.now())
            return
        assert not redo(self.store, by="Ada", now=self.now()).undone
        self.behind.append(self.notes)
        self.notes = self.ahead.pop()

    @precondition(lambda self: self.behind)
    @rule()
    def undo_and_redo(self) -> None:
        """Undo and redo are the identity on everything but the log."""
        before = dump(self.store.path)
        undo(self.store, by="Ada", now=self.now())
        redo(self.store, by="Ada", now=self.now())
        after = dump(self.store.path)
        assert {name for name in before if before[name] != after[name]} == {"decision"}

    @rule()
    def start_again(self) -> None:
        path = self.store.path
        self.store.close()
        self.store = Store(path)

    @invariant()
    def the_notes_are_those_of_the_model(self) -> None:
        notes = get_notes(self.store, sorted(note_ids(self.store)))
        found = {note.ref.id: (note.body, note.target, note.span) for note in notes}
        assert found == self.notes
        assert not any(note.orphaned for note in notes)

    @invariant()
    def the_log_tells_what_stands(self) -> None:
        log = decisions(self.store)
        assert sum(not one.undone for one in log) == len(self.behind)
        assert not self.store.rows("loose_rows")

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()


TestNotesAndLog = NotesAndLog.TestCase
TestNotesAndLog.settings = settings(max_examples=25, stateful_step_count=20)


def test_a_deleted_note_comes_back_under_its_id_though_others_came_after(noted: Store) -> None:
    first = add(noted, SOURCE, "first", Span(0, 4))
    delete_note(noted, first.ref, by="Ada", now=NOW)
    undo(noted, by="Ada", now=NOW)
    assert get_note(noted, first.ref.id) == first
    delete_note(noted, first.ref, by="Ada", now=NOW)
    second = add(noted, SOURCE, "second")
    assert second.ref.id > first.ref.id


def test_a_note_is_found_by_its_words_as_they_are_now(noted: Store) -> None:
    note = add(noted, SOURCE, "harbour 平壌")

    def found(word: str) -> list[int]:
        return matching(noted, Kind.NOTE, [Row(word)], limit=9).ids

    assert found("平") == [note.ref.id]
    edit_note(noted, note.ref, "quay", by="Ada", now=NOW)
    assert found("harbour") == []
    assert found("quay") == [note.ref.id]
    undo(noted, by="Ada", now=NOW)
    assert found("harbour") == [note.ref.id]
    delete_note(noted, note.ref, by="Ada", now=NOW)
    assert found("harbour") == []


def test_a_passage_that_says_something_else_now_is_shown_as_orphaned(noted: Store) -> None:
    note = add(noted, SOURCE, "who?", Span(0, 4))
    assert (note.quote, note.orphaned) == ("Orla", False)
    ask(noted, "UPDATE source_text SET text = 'Gone.'")
    assert get_note(noted, note.ref.id).orphaned
    assert get_note(noted, note.ref.id).quote == "Orla"


def test_a_note_keeps_the_words_on_both_sides_of_its_passage(noted: Store) -> None:
    add(noted, SOURCE, "who?", Span(16, 24))
    [row] = ask(noted, "SELECT quote, prefix, suffix FROM note")
    assert row == ("Ivo Salt", "Orla Brandt met ", ". Nobody else did.")


@pytest.mark.parametrize(
    ("target", "span"),
    [
        ("source:9", None),
        ("entity:9", None),
        ("event:9", None),
        ("fact:9", None),
        ("conflict:9", None),
        ("note:1", None),
        ("source:1", Span(3, 3)),
        ("source:1", Span(0, 999)),
        ("source:1", Span(-2, 3)),
    ],
    ids=str,
)
def test_a_note_on_what_is_not_there_is_refused(
    noted: Store, target: str, span: Span | None
) -> None:
    add(noted, SOURCE, "mine")
    before = dump(noted.path)
    with pytest.raises(UnknownRef):
        add(noted, Ref.parse(target), "x", span)
    assert dump(noted.path) == before


def test_an_empty_note_and_one_beyond_all_measure_are_refused(noted: Store) -> None:
    with pytest.raises(EmptyNote):
        add(noted, SOURCE, " \n")
    with pytest.raises(NoteTooLong, match="65,536"):
        add(noted, SOURCE, "x" * (LONGEST + 1))
    assert ask(noted, "SELECT count(*) FROM note") == [(0,)]
    assert add(noted, SOURCE, "x" * LONGEST).body == "x" * LONGEST


def test_an_edit_that_changes_nothing_is_no_decision(noted: Store) -> None:
    note = add(noted, SOURCE, "mine")
    edit_note(noted, note.ref, "mine", by="Ada", now=NOW)
    assert [one.what for one in decisions(noted)] == ["note added"]


def test_what_is_no_note_is_neither_edited_nor_deleted(noted: Store) -> None:
    with pytest.raises(UnknownRef):
        edit_note(noted, SOURCE, "x", by="Ada", now=NOW)
    with pytest.raises(UnknownRef):
        delete_note(noted, Ref(Kind.NOTE, 5), by="Ada", now=NOW)


def test_the_log_says_who_did_what_when(noted: Store) -> None:
    note = add(noted, SOURCE, "mine")
    delete_note(noted, note.ref, by="Ben", now="2030-05-05T00:00:00Z")
    log = decisions(noted)
    assert [(one.what, one.target, one.by, one.at, one.undone) for one in log] == [
        ("note added", note.ref, "Ada", NOW, False),
        ("note deleted", note.ref, "Ben", "2030-05-05T00:00:00Z", False),
    ]

"""What a note said before is told, here and where a log brought it. The report is invented."""

import json
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.errors import UnknownRef
from casefile.model.words import Kind, Ref
from tests.deeds.texts import case_of_texts

TEXTS = {"a.txt": "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said.\n"}
A = Ref(Kind.SOURCE, 1)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notehistory")
    return case_of_texts(folder, TEXTS, published="2017-05-10")


def bodies(case: Case, ref: Ref) -> list[str]:
    return [one.body for one in case.earlier_texts(ref)]


def test_every_text_that_a_note_had_is_told_oldest_first(case: Case) -> None:
    other = case.add_note(A, "of another")
    note = case.add_note(A, "who says?")
    assert bodies(case, note.ref) == []
    case.edit_note(note.ref, "who says so?")
    case.edit_note(note.ref, "when?")
    assert bodies(case, note.ref) == ["who says?", "who says so?"]
    case.undo()
    assert bodies(case, note.ref) == ["who says?", "when?"]
    case.delete_note(note.ref)
    with pytest.raises(UnknownRef):
        case.earlier_texts(note.ref)
    case.undo()
    assert bodies(case, note.ref) == ["who says?", "when?"]
    assert bodies(case, other.ref) == []
    [one, _] = case.earlier_texts(note.ref)
    assert (one.by, one.at) == (case.log()[1].by, case.log()[1].at)


def test_what_others_made_it_say_is_told_too(case: Case, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.casefile"
    other.write_bytes(file.read_bytes())
    with Case(other) as theirs:
        note = theirs.add_note(A, "who says?")
        theirs.edit_note(note.ref, "when?")
        log = json.loads(json.dumps(theirs.export_log()))
    case.add_note(A, "of another")
    case.replay(log)
    [id] = [id for id in case.ids(Kind.NOTE) if case.note(id).body == "when?"]
    assert bodies(case, Ref(Kind.NOTE, id)) == ["who says?"]
    case.edit_note(Ref(Kind.NOTE, id), "where?")
    assert bodies(case, Ref(Kind.NOTE, id)) == ["who says?", "when?"]

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.model.words import Kind, Ref

TEXT = "Orla Brandt met Ivo Salter in Port Salda on 2 May 2019. Brandt said that all went well.\n"
SOURCE = Ref(Kind.SOURCE, 1)


@pytest.fixture
def case(path: Path, tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "a.txt").write_text(TEXT)
    with Case(path, create=True) as case:
        case.add([str(tmp_path / "a.txt")], stated=Stated(title="A meeting"))
        yield case


def called(case: Case, name: str) -> Ref:
    rows = case.entity_rows(case.ids(Kind.ENTITY))
    return next(row.ref for row in rows if row.name == name)


def group(case: Case, ref: Ref, title: str) -> list[Ref]:
    return [link.ref for one in case.linked(ref) if one.title == title for link in one.links]


def test_names_and_refs_lead_there_and_back(case: Case) -> None:
    brandt = called(case, "Orla Brandt")
    event, fact = Ref(Kind.EVENT, case.ids(Kind.EVENT)[0]), Ref(Kind.FACT, case.ids(Kind.FACT)[0])
    body = f"Ask [[orla  brandt]] about [[{event}]], [[{fact}]] and [[source:1]]."
    note = case.add_note(SOURCE, body)
    assert group(case, note.ref, "Points to") == [brandt, event, fact, SOURCE]
    for ref in (brandt, event, fact, SOURCE):
        assert group(case, ref, "Notes that point here") == [note.ref]
    assert group(case, called(case, "Ivo Salter"), "Notes that point here") == []
    case.undo()
    assert group(case, brandt, "Notes that point here") == []


def test_any_name_that_it_bears_leads_to_an_entity(case: Case) -> None:
    brandt = called(case, "Orla Brandt")
    note = case.add_note(SOURCE, "[[Brandt]]")
    assert group(case, note.ref, "Points to") == [brandt]
    assert group(case, brandt, "Notes that point here") == [note.ref]


def test_what_leads_nowhere_is_shown_as_such_and_never_guessed(case: Case) -> None:
    body = "[[Orla Brand]] [[entity:999]] [[event:999]] [[Ivo]] [[source:7]] [[fact:0]] [[!a | b]]"
    note = case.add_note(SOURCE, body)
    assert group(case, note.ref, "Points to") == []
    (nothing,) = (one for one in case.linked(note.ref) if one.title == "Points to nothing")
    assert [link.label for link in nothing.links] == body.replace("]] ", "]]\n").split("\n")


def test_a_note_can_point_to_a_note(case: Case) -> None:
    first = case.add_note(SOURCE, "first")
    second = case.add_note(SOURCE, f"see [[{first.ref}]]")
    assert group(case, first.ref, "Notes that point here") == [second.ref]
    assert group(case, second.ref, "Points to") == [first.ref]


def test_a_joined_entity_is_reached_by_every_ref_and_name(case: Case) -> None:
    brandt, salter = called(case, "Orla Brandt"), called(case, "Ivo Salter")
    by_ref = case.add_note(SOURCE, f"[[{salter}]]")
    by_name = case.add_note(SOURCE, "[[Ivo Salter]]")
    case.judge(brandt, salter, "same")
    lead = case.leading(brandt)
    assert group(case, lead, "Notes that point here") == [by_ref.ref, by_name.ref]
    assert group(case, by_ref.ref, "Points to") == [lead]

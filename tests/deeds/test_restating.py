"""The reader puts entities and events right: over what sources tell, kept, undone in one step."""

from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.restating import BadCorrection
from casefile.errors import BadDate, UnknownRef
from casefile.model.words import Kind, Ref
from tests.deeds.texts import case_of_texts, exported

TEXTS = {
    "a.txt": (
        "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said. Brandt left"
        " Helsinki the next day.\n"
    ),
    "b.txt": "Ivo Salter had met Orla Brandt in Helsinki on 3 May 2017. He left for Oslo.\n",
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_of_texts(tmp_path_factory.mktemp("restating"), TEXTS, published="2017-05-10")


def ref_of(case: Case, name: str) -> Ref:
    return next(hit.ref for hit in case.search(name, places=["entities"]))


def meeting(case: Case) -> dict[str, Any]:
    found: dict[str, Any] = next(e for e in case.contents()["events"] if e["kind"] == "meeting")
    return found


def test_an_entity_is_renamed_found_by_both_names_and_comes_back(case: Case) -> None:
    before = exported(case)
    ref = ref_of(case, "Ivo Salter")
    done = case.correct(ref, {"name": " Iwo  Zalter", "kind": "organization", "alias": "I. Z."})
    assert done.changed["name"] == ("Ivo Salter", "Iwo Zalter")
    entity = case.entity(ref.id)
    assert (entity.row.name, entity.row.kind) == ("Iwo Zalter", "organization")
    assert {"Ivo Salter", "I. Z."} < set(entity.aliases)
    for name in ("Iwo Zalter", "Ivo Salter", "I. Z."):
        assert ref_of(case, name) == ref, name
    right = exported(case)
    case.extract()
    assert exported(case) == right
    assert not case.check()
    case.undo()
    assert exported(case) == before
    assert not case.check()
    case.redo()
    assert exported(case) == right


def test_an_event_is_put_right_and_what_sources_tell_is_kept(case: Case) -> None:
    before = exported(case)
    was = meeting(case)
    ref = Ref.parse(was["ref"])
    stated = {"date": "3-4 Sept 2016", "place": "Oslo", "modality": "denied", "title": "Talks"}
    done = case.correct(ref, stated)
    assert done.changed["date"] == ("3 May 2017", "3-4 Sep 2016")
    now = meeting(case)
    assert now["date"]["edtf"] == "2016-09-03/2016-09-04"
    assert (now["title"], now["modality"], now["evidence"]) == ("Talks", "denied", was["evidence"])
    assert now["place"] == str(ref_of(case, "Oslo"))
    assert [hit.ref for hit in case.search("talks kind:meeting")] == [ref]
    assert case.ids(Kind.EVENT)[0] == ref.id
    right = exported(case)
    case.extract()
    assert exported(case) == right
    case.undo()
    assert exported(case) == before


def test_an_empty_field_is_not_known_or_as_the_sources_have_it(case: Case) -> None:
    before = exported(case)
    ref = Ref.parse(meeting(case)["ref"])
    case.correct(ref, {"date": "", "place": "", "title": "Talks"})
    now = meeting(case)
    assert (now["date"]["edtf"], now["place"], now["title"]) == (None, None, "Talks")
    case.correct(ref, {"title": ""})
    assert meeting(case)["title"] != "Talks"
    case.undo()
    case.undo()
    assert exported(case) == before


def test_an_alias_is_added_and_taken_away(case: Case) -> None:
    before = exported(case)
    ref = ref_of(case, "Ivo Salter")
    case.correct(ref, {"alias": "The Ferryman"})
    assert case.correct(ref, {"alias": "The Ferryman"}).changed == {}
    assert ref_of(case, "Ferryman") == ref
    case.correct(ref, {"no-alias": "The Ferryman"})
    assert exported(case) == before
    with pytest.raises(BadCorrection, match="no name of"):
        case.correct(ref, {"no-alias": "Ivo Salter"})


def test_a_name_put_right_moves_no_event(case: Case) -> None:
    ref = ref_of(case, "Helsinki")
    case.correct(ref, {"name": "Tallinn"})
    right = exported(case)
    case.extract()
    assert exported(case) == right


@pytest.mark.parametrize(
    ("kind", "stated", "error", "words"),
    [
        ("entity", {"kind": "ship"}, BadCorrection, "choose person"),
        ("entity", {"date": "2016"}, BadCorrection, "has no field 'date'"),
        ("entity", {"name": "..."}, BadCorrection, "has letters"),
        ("event", {"date": "soon"}, BadDate, "soon"),
        ("event", {"place": "Atlantis"}, UnknownRef, "No place"),
        ("event", {"place": "entity:99"}, UnknownRef, "no entity 99"),
        ("fact", {"name": "x"}, BadCorrection, "has no field 'name'"),
        ("source", {"name": "x"}, UnknownRef, "has no field 'name'"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    case: Case, kind: str, stated: dict[str, str], error: type[Exception], words: str
) -> None:
    before = case.contents()
    ref = Ref.parse(meeting(case)["ref"]) if kind == "event" else Ref(Kind(kind), 1)
    with pytest.raises(error, match=words):
        case.correct(ref, {"title": "kept", **stated} if kind == "event" else stated)
    assert case.contents() == before

"""Words that are no name: one mention, all in a source, all in the case; undone in one step."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.case import Case
from casefile.core.withdrawing import without
from casefile.deeds.adding import Stated
from casefile.deeds.rejecting import NoMention
from casefile.errors import UnknownRef
from casefile.model.findings import Findings
from casefile.model.words import Kind, Ref, Span
from tests.deeds.texts import case_of_texts, exported
from tests.invented import PERSON, PLACE, Report, Told, dump

TEXTS = {
    "a.txt": (
        "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said. Brandt left"
        " Helsinki the next day. Ivo Salter denied it.\n"
    ),
    "b.txt": "Ivo Salter spoke to reporters in Oslo on 9 May 2017. Salter said that it was late.\n",
    "c.txt": "Helsinki was calm on 4 May 2017, officials said. Ivo Salter had left Helsinki.\n",
}
A = Ref(Kind.SOURCE, 1)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_of_texts(tmp_path_factory.mktemp("rejecting"), TEXTS, published="2017-05-10")


def forms(case: Case) -> list[tuple[str, str]]:
    return [
        (one["source"], one["text"])
        for entity in case.contents()["entities"]
        for one in entity["mentions"]
    ]


@pytest.mark.parametrize("where", ["here", "source", "case"])
def test_what_is_rejected_goes_stays_away_and_comes_back(case: Case, where: str) -> None:
    before = exported(case)
    at = TEXTS["a.txt"].index("Helsinki")
    source = None if where == "case" else A
    span = Span(at, at + 8) if where == "here" else None
    counted = case.mentions_of("Helsinki", source=source, span=span)
    assert (counted.mentions, counted.sources) == {
        "here": (1, 1), "source": (2, 1), "case": (4, 2),
    }[where]  # fmt: skip
    done = case.reject("Helsinki", source=source, span=span)
    assert (done.mentions, done.sources) == (counted.mentions, counted.sources)
    left = [one for one in forms(case) if one[1] == "Helsinki"]
    assert len(left) == 4 - counted.mentions
    rejected = exported(case)
    case.extract()
    assert exported(case) == rejected
    assert not case.check()
    case.undo()
    assert exported(case) == before
    assert not case.check()
    case.redo()
    assert exported(case) == rejected


def test_a_place_that_is_none_is_the_place_of_nothing(case: Case) -> None:
    [meeting] = [one for one in case.contents()["events"] if one["kind"] == "meeting"]
    assert meeting["place"]
    case.reject("Helsinki", source=A)
    [meeting] = [one for one in case.contents()["events"] if one["kind"] == "meeting"]
    assert meeting["place"] is None


def test_what_a_reader_said_of_it_is_kept_and_it_has_lost_its_support(case: Case) -> None:
    [ref] = [hit.ref for hit in case.search("helsinki kind:place")]
    case.set_status([ref], "rejected", reason="a ship")
    case.reject("Helsinki")
    row = case.entity(ref.id).row
    assert (row.lost, row.review.status, row.mentions) == (True, "rejected", 0)
    kept = exported(case)
    case.extract()
    assert exported(case) == kept
    case.undo()
    assert not case.entity(ref.id).row.lost


def test_it_holds_for_sources_that_come(case: Case, tmp_path: Path) -> None:
    case.reject("Helsinki")
    (tmp_path / "d.txt").write_text("Una Reedman returned to Helsinki on 5 May 2017.\n")
    assert not case.add([str(tmp_path / "d.txt")], stated=Stated()).failed
    assert all(form != "Helsinki" for _, form in forms(case))
    case.undo()
    assert ("source:4", "Helsinki") in forms(case)


def test_what_is_not_there_cannot_be_rejected(case: Case) -> None:
    before = case.contents()
    with pytest.raises(NoMention, match="named by the words 'Atlantis'"):
        case.reject("Atlantis")
    with pytest.raises(NoMention, match="does not say"):
        case.reject("Helsinki", source=A, span=Span(0, 8))
    with pytest.raises(UnknownRef):
        case.reject("Helsinki", source=Ref(Kind.SOURCE, 9))
    assert case.contents() == before


REPORT = Report(
    "Orla Brandt met Ivo Salt in Bergen. Orla Brandt left.",
    {"Orla Brandt": PERSON, "Ivo Salt": PERSON, "Bergen": PLACE},
    [Told("Orla Brandt met Ivo Salt", ["Orla Brandt", "Ivo Salt"], "2014-05-03", "Bergen")],
    [("Orla Brandt left", "Ivo Salt")],
).findings()


@given(st.sets(st.sampled_from([one.span for one in REPORT.mentions])))
def test_what_is_left_names_the_same_as_before(gone: set[Span]) -> None:
    def named(findings: Findings) -> Any:
        name = [one.name for one in findings.entities]
        return [
            [(one.span, name[one.entity]) for one in findings.mentions],
            [[name[who.entity] for who in one.participants] for one in findings.events],
            [None if one.place is None else name[one.place] for one in findings.events],
            [[name[at] for at in one.about] for one in findings.facts],
            [
                [s.entity is not None and name[s.entity] for s in f.attribution]
                for f in findings.facts
            ],
        ]

    left = without(REPORT, gone)
    nameless = {one.name for one in REPORT.entities} - {one.name for one in left.entities}
    mentions, took_part, places, about, speakers = named(REPORT)
    assert named(left) == [
        [(span, name) for span, name in mentions if span not in gone],
        [[name for name in names if name not in nameless] for names in took_part],
        [None if name in nameless else name for name in places],
        [[name for name in names if name not in nameless] for names in about],
        [[name not in nameless and name for name in names] for names in speakers],
    ]
    assert {name for _, name in named(left)[0]} == {one.name for one in left.entities}


def test_no_name_is_left_of_what_is_gone(case: Case, path: Path) -> None:
    def named() -> set[object]:
        return {row[2] for row in dump(path)["name"] if row[1] == "entity"}

    before = named()
    case.reject("Helsinki")
    assert named() == {row[0] for row in dump(path)["entity_cluster"]} < before
    case.undo()
    assert named() == before

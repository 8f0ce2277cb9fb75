"""What a reader writes on a conflict stays, whatever becomes of what sources say differently."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.model.words import Kind, Ref
from tests.deeds.texts import case_of_texts

TEXTS = {
    "a.txt": "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017. Brandt left the next day.\n",
    "b.txt": "Ivo Salter met Orla Brandt secretly in Helsinki on 9 May 2017. He left for Oslo.\n",
}
A, CONFLICT = Ref(Kind.SOURCE, 1), Ref(Kind.CONFLICT, 1)
FIRST, SECOND = Ref(Kind.EVENT, 1), Ref(Kind.EVENT, 2)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_of_texts(tmp_path_factory.mktemp("conflicts"), TEXTS, published="2017-05-10")


def said(case: Case) -> dict[str, Any]:
    """Return the conflicts, and what is written on them."""
    document = case.contents()
    return {
        "conflicts": [
            (one["ref"], one["about"], len(one["values"]), one["status"])
            for one in document["conflicts"]
        ],
        "notes": [(one["target"], one["body"]) for one in document["notes"]],
        "questions": [(one["target"], one["question"]) for one in document["questions"]],
    }


def write_on_it(case: Case) -> None:
    case.add_note(CONFLICT, "which day?")
    case.question(CONFLICT, "Who knows?")


def judge_apart(case: Case) -> None:
    case.judge(FIRST, SECOND, "different", reason="a week apart")


def write_anew(case: Case) -> None:
    """Give a report a text that no longer tells the event."""
    case.add(["-"], stdin=b"Brandt left the next day.\n", stated=Stated(), version_of=A)


def remove(case: Case) -> None:
    case.remove(A)


WRITTEN = {
    "notes": [("conflict:1", "which day?")],
    "questions": [("conflict:1", "Who knows?")],
}


def test_events_that_a_reader_judged_to_be_two_differ_in_nothing(case: Case) -> None:
    before = said(case)
    assert before["conflicts"] == [("conflict:1", "event:1", 2, "open")]
    judge_apart(case)
    assert said(case)["conflicts"] == []
    assert case.summary().conflicts == 0
    case.undo()
    assert said(case) == before


@pytest.mark.parametrize("end", [judge_apart, write_anew])
def test_what_was_written_on_a_conflict_outlasts_it(
    case: Case, end: Callable[[Case], None]
) -> None:
    write_on_it(case)
    before = said(case)
    end(case)
    none = [("conflict:1", "event:1", 0, "not a conflict")]
    assert said(case) == {"conflicts": none, **WRITTEN}
    assert case.label(CONFLICT) == "date: no difference any more"
    assert "no difference any more" in case.notebook([CONFLICT]).text
    assert case.check() == []
    case.extract()
    assert said(case) == {"conflicts": none, **WRITTEN}
    case.undo()
    assert said(case) == before
    case.redo()
    for note in case.contents()["notes"]:
        case.delete_note(Ref.parse(note["ref"]))
    case.withdraw_question(CONFLICT)
    assert said(case)["conflicts"] == []
    case.extract()
    assert said(case)["conflicts"] == []


@pytest.mark.parametrize("end", [judge_apart, write_anew, remove])
def test_a_conflict_that_one_writes_on_and_another_ends_is_the_same_in_any_order(
    file: Path, tmp_path: Path, end: Callable[[Case], None]
) -> None:
    cases = []
    for name in ("ann", "ben", "fresh"):
        shutil.copy(file, tmp_path / f"{name}.casefile")
        cases.append(Case(tmp_path / f"{name}.casefile"))
    ann, ben, fresh = cases
    try:
        write_on_it(ann)
        end(ben)
        logs = [ann.export_log(), ben.export_log()]
        ann.replay(logs[1])
        ben.replay(logs[0])
        assert [fresh.replay(log).waiting for log in logs] == [0, 0]
        assert said(ann) == said(ben) == said(fresh)
        for case in cases if end is remove else ():
            case.restore(A)
        for case in cases:
            assert said(case) == {"conflicts": said(ann)["conflicts"], **WRITTEN}
        assert [case.check() for case in cases] == [[], [], []]
        for _ in range(2 if end is remove else 1):
            ben.undo()
        assert said(ben)["notes"] == []
    finally:
        for case in cases:
            case.close()


def test_what_is_written_on_a_conflict_comes_back_with_a_source_though_it_is_none_by_then(
    case: Case,
) -> None:
    write_on_it(case)
    case.remove(A)
    other = Ref(Kind.SOURCE, 2)
    case.add(["-"], stdin=b"He left for Oslo.\n", stated=Stated(), version_of=other)
    case.restore(A)
    none = [("conflict:1", "event:1", 0, "not a conflict")]
    assert said(case) == {"conflicts": none, **WRITTEN}
    assert case.check() == []


def test_what_is_written_on_a_difference_of_two_readers_is_no_damage(
    file: Path, tmp_path: Path
) -> None:
    fact = Ref(Kind.FACT, 1)
    for name in ("ann", "ben"):
        shutil.copy(file, tmp_path / name)
    with Case(tmp_path / "ann") as ann:
        with Case(tmp_path / "ben") as ben:
            ben.set_status([fact], "disputed", reason="denied")
            log = ben.export_log()
        ann.set_status([fact], "confirmed", reason="seen")
        ann.replay(log)
        [clash] = ann.clashes()
        ann.add_note(clash.ref, "who is right?")
        ann.question(clash.ref, "Ask whom?")
        assert ann.check() == []

"""What is one: judged by people, derived into clusters, taken back with all that hung on it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.judging import BadJudgement
from casefile.errors import MadeWay, UnknownRef
from casefile.model.words import Kind, Ref
from tests.deeds.texts import case_of_texts, exported

TEXTS = {
    "a.txt": (
        "Finland’s Orla Brandt met Sweden’s Ivo Salter in Helsinki on 3 May 2017, Una Reedman"
        " said. Brandt left Helsinki the next day.\n"
    ),
    "b.txt": (
        "Sweden’s Ivo Salter met Finland’s Orla Brandt secretly in Helsinki on 9 May 2017. He left"
        " for Oslo.\n"
    ),
    "c.txt": "Orla Brant spoke to reporters in Helsinki on 12 May 2017. It was late.\n",
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_of_texts(tmp_path_factory.mktemp("judging"), TEXTS, published="2017-05-15")


def meetings(case: Case) -> list[Ref]:
    return [Ref.parse(e["ref"]) for e in case.contents()["events"] if e["kind"] == "meeting"]


def named(case: Case, name: str) -> Ref:
    return next(Ref.parse(e["ref"]) for e in case.contents()["entities"] if e["name"] == name)


def test_two_that_are_judged_one_are_one_and_fall_apart_again(case: Case) -> None:
    before = exported(case)
    brandt, brant = named(case, "Orla Brandt"), named(case, "Orla Brant")
    done = case.judge(brant, brandt, "same", reason="one  letter")
    assert done.leading[0] == done.leading[1]
    entity = case.entity(brant.id)
    assert {"Orla Brandt", "Orla Brant"} <= set(entity.aliases)
    assert entity.row.sources == 3
    [said] = [one for one in case.contents()["judgements"] if one["reason"] == "one letter"]
    assert (said["left"], said["right"], said["judgement"]) == (
        str(min(brandt, brant)), str(max(brandt, brant)), "same",
    )  # fmt: skip
    joined = exported(case)
    case.extract()
    assert exported(case) == joined
    assert not case.check()
    case.undo()
    assert exported(case) == before
    assert not case.check()
    case.redo()
    assert exported(case) == joined


def test_accounts_that_the_machine_joined_are_parted(case: Case) -> None:
    before = exported(case)
    salter = named(case, "Ivo Salter")
    accounts = [ref for ref in accounts_of(case, salter) if ref != salter]
    assert len(accounts) == 1
    done = case.judge(salter, accounts[0], "different")
    assert done.leading == (salter, accounts[0])
    assert case.entity(salter.id).row.sources == 1
    parted = exported(case)
    case.extract()
    assert exported(case) == parted
    case.undo()
    assert exported(case) == before


def accounts_of(case: Case, ref: Ref) -> list[Ref]:
    ids = range(1, 40)
    found = []
    for id in ids:
        try:
            if case.leading(Ref(ref.kind, id)) == ref:
                found.append(Ref(ref.kind, id))
        except UnknownRef:
            continue
    return found


def test_a_judgement_of_events_tells_their_days_side_by_side(case: Case) -> None:
    one, other = meetings(case)
    before = case.contents()
    told = case.effect(one, other)
    # That their days differ is a conflict already: they may be one.
    assert (told.conflicts, told.joined, told.others) == (0, 2, 0)
    assert case.contents() == before
    case.judge(one, other, "same")
    assert meetings(case) == [one]
    [conflict] = [c for c in case.contents()["conflicts"] if c["field"] == "date"]
    assert {value["value"] for value in conflict["values"]} >= {"3 May 2017", "9 May 2017"}
    case.undo()
    assert {**case.contents(), "log": None} == {**before, "log": None}


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_what_is_judged_is_not_asked_again(case: Case, verdict: str) -> None:
    waiting = case.proposals()
    assert waiting
    first = waiting[0]
    assert first.reason
    case.judge(first.left, first.right, verdict)
    assert first.leading not in [one.leading for one in case.proposals()]
    case.undo()
    assert case.proposals() == waiting


def test_who_judges_again_is_believed_the_second_time(case: Case) -> None:
    one, other = meetings(case)
    before = exported(case)
    case.judge(one, other, "same")
    case.judge(other, one, "different", reason="a week apart")
    assert meetings(case) == [one, other]
    assert not case.judge(one, other, "different", reason="a week apart").is_new
    case.undo()
    assert meetings(case) == [one]
    case.undo()
    assert exported(case) == before


def test_what_cannot_be_judged_is_refused(case: Case) -> None:
    before = case.contents()
    for one, other, verdict in (
        ("entity:1", "entity:1", "same"),
        ("entity:1", "event:1", "same"),
        ("fact:1", "fact:2", "same"),
        ("entity:1", "entity:2", "perhaps"),
    ):
        with pytest.raises(BadJudgement):
            case.judge(Ref.parse(one), Ref.parse(other), verdict)
    with pytest.raises(UnknownRef):
        case.judge(Ref(Kind.ENTITY, 1), Ref(Kind.ENTITY, 99), "same")
    assert case.contents() == before


def put_off(case: Case) -> list[str]:
    """Let linking wait; return where it is noted how often it was put off, and each write."""
    noted: list[str] = []
    case.put_off_linking(
        later=lambda: noted.append("later"), before_writing=lambda: noted.append("write")
    )
    return noted


def test_what_is_linked_later_comes_out_as_what_is_linked_at_once(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("signing", "deciding"):
        monkeypatch.setattr(f"casefile.door.{module}.now", lambda: "2026-02-03T04:05:06Z")
    behind = path.with_name("behind.casefile")
    behind.write_bytes(path.read_bytes())
    brandt, brant = named(case, "Orla Brandt"), named(case, "Orla Brant")
    with Case(behind) as waiting:
        noted = put_off(waiting)
        for one in (case, waiting):
            _part(one)
            one.judge(brandt, brant, "same")
            one.undo()
            one.redo()
            one.reject("Una Reedman")
            one.correct(Ref(Kind.SOURCE, 1), {"published": "2017-05-14"})
        assert {"later", "write"} == set(noted)
        assert exported(waiting) != exported(case)
        waiting.link()
        assert exported(waiting) == exported(case)
        assert not waiting.check()


def _part(case: Case) -> None:
    first, second = meetings(case)
    case.judge(first, second, "different")


def _is_used_up(left: Iterator[int]) -> bool:
    return next(left, None) is None


def test_linking_makes_way_for_a_decision_and_keeps_nothing_by_halves(case: Case) -> None:
    put_off(case)
    brandt, brant = named(case, "Orla Brandt"), named(case, "Orla Brant")
    case.judge(brandt, brant, "same")
    before = exported(case)
    for turns in (0, 3, 12, 25):
        left = iter(range(turns))
        with pytest.raises(MadeWay):
            case.link(partial(_is_used_up, left))
        assert exported(case) == before
    case.link()
    assert case.leading(brandt) == case.leading(brant)


def test_a_judgement_taken_back_is_asked_about_at_once(case: Case) -> None:
    put_off(case)
    asked = {(one.left, one.right) for one in case.proposals()}
    for verdict in ("different", "unsure", "same"):
        [one, *_] = case.proposals()
        case.judge(one.left, one.right, verdict)
        assert {(each.left, each.right) for each in case.proposals()} == asked - {
            (one.left, one.right)
        }
        case.undo()
        assert {(each.left, each.right) for each in case.proposals()} == asked

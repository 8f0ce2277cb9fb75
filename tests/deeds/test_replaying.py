"""A log is carried to another case: replayed, merged in any order, taken back in one step."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.replaying import BadLog
from casefile.errors import NothingToUndo
from casefile.model.words import Kind, Ref, Span

TEXTS = (
    "Finland’s Orla Brandt met Sweden’s Ivo Salter in Helsinki on 3 May 2017, Una Reedman said."
    " Brandt left Helsinki the next day. Nobody else was there.\n",
    "Sweden’s Ivo Salter met Finland’s Orla Brandt secretly in Helsinki on 9 May 2017. He left for"
    " Oslo, officials said.\n",
)
SOURCE, OTHER, FACT = Ref(Kind.SOURCE, 1), Ref(Kind.SOURCE, 2), Ref(Kind.FACT, 1)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("replaying")
    for at, text in enumerate(TEXTS):
        (folder / f"{at}.txt").write_text(text, encoding="utf-8")
    with Case(folder / "a.casefile", create=True) as case:
        paths = [str(folder / f"{at}.txt") for at in range(len(TEXTS))]
        assert not case.add(paths, stated=Stated(published="2017-05-15")).failed
    return folder / "a.casefile"


Fresh = Callable[[], Case]


@pytest.fixture
def fresh(file: Path, tmp_path: Path) -> Fresh:
    """Return what makes one more fresh import of the same sources."""
    made: list[Path] = []

    def one() -> Case:
        path = tmp_path / f"{len(made)}.casefile"
        shutil.copy(file, path)
        made.append(path)
        return Case(path)

    return one


def ann(case: Case) -> None:
    case.add_note(SOURCE, "who says so?", span=Span(0, 9))
    note = case.add_note(FACT, "ask her")
    case.edit_note(note.ref, "ask Reedman")
    case.tag([note.ref, SOURCE], add=["to check"])
    case.set_status([FACT], "disputed", reason="denied")
    case.question(FACT, "Who saw them?")
    case.question(SOURCE, "Whose paper?", span=Span(0, 9))
    case.question(FACT, "Never mind")
    case.withdraw_question(FACT, words="never")
    case.correct(SOURCE, {"published": "2018-06-01", "title": "Two met"})
    case.tag([FACT], add=["gone again"])
    case.undo()
    first, second = (one for one in case.contents()["events"] if one["kind"] == "meeting")
    case.judge(Ref.parse(first["ref"]), Ref.parse(second["ref"]), "same", reason="one")


def ben(case: Case) -> None:
    case.add_note(FACT, "another view")
    case.set_status([FACT], "confirmed", reason="seen")
    case.set_grade([SOURCE], "B")
    case.question(FACT, "Who saw them?", of="the porter")
    case.answer_question(FACT, "He did")
    case.correct(SOURCE, {"publisher": "North Post", "title": "They met"})
    case.reject("Oslo")
    place = next(hit.ref for hit in case.search("helsinki kind:place"))
    case.correct(place, {"name": "Helsingfors"})


def exported(case: Case) -> dict[str, Any]:
    return json.loads(json.dumps(case.contents()))  # type: ignore[no-any-return]


def nameless(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document without the numbers of notes: those are as they came."""
    notes = sorted(({**one, "ref": None} for one in document["notes"]), key=lambda one: one["body"])
    log = [{**one, "target": one["target"].partition(":")[0]} for one in document["log"]]
    return {**document, "notes": notes, "log": log}


def test_a_log_replayed_on_a_fresh_import_rebuilds_the_same_case(fresh: Fresh) -> None:
    with fresh() as case, fresh() as other:
        ann(case)
        told = json.loads(json.dumps(case.export_log()))
        done = other.replay(told)
        assert (done.decisions, done.known, done.waiting) == (len(told["decisions"]), 0, 0)
        assert exported(other) == exported(case)
        assert other.export_log() == told
        assert not other.check()


def test_saved_searches_go_with_the_log_and_keep_their_numbers(fresh: Fresh) -> None:
    with fresh() as case, fresh() as other:
        case.save_search("old", "Oslo")
        case.save_search("meetings", "kind:meeting")
        case.forget_search("old")
        other.save_search("mine", "tag:mine")
        own = other.save_search("meetings", "brandt")
        before = exported(other)
        assert not other.replay(case.export_log()).waiting
        assert [one.name for one in other.saved_searches()] == ["meetings", "mine"]
        case.save_search("meetings", "kind:meeting brandt")
        other.replay(case.export_log())
        other.replay(case.export_log())
        there = {one.name: one for one in other.saved_searches()}
        assert there["meetings"].ref == own.ref
        case.replay(other.export_log())
        assert case.export_log() == other.export_log()
        assert {(one.name, one.line) for one in case.saved_searches()} == {
            (one.name, one.line) for one in other.saved_searches()
        }
        other.undo()
        other.undo()
        assert exported(other)["searches"] == before["searches"]
        other.undo()
        assert [one.name for one in other.saved_searches()] == ["mine"]
        other.redo()
        assert exported(other)["searches"] == before["searches"]
        assert not other.check()


def test_dates_of_publication_that_share_a_bound_are_merged_whole(fresh: Fresh) -> None:
    with fresh() as one, fresh() as two, fresh() as merged:
        one.correct(SOURCE, {"published": "2018-06-01"})
        two.correct(SOURCE, {"published": "2017-05-15/2017-05-20"})
        logs = [case.export_log() for case in (one, two)]
        for at, told in enumerate(logs):
            told["decisions"][0]["at"] = f"2031-01-0{at + 1}T00:00:00Z"
            merged.replay(told)
        [row] = merged.source_rows([SOURCE.id])
        assert row.published == "2017-05-15/2017-05-20"
        assert not merged.check()
        merged.undo()
        assert not merged.check()


def test_what_is_replayed_twice_or_at_home_changes_nothing(fresh: Fresh) -> None:
    with fresh() as case, fresh() as other:
        ann(case)
        told, before = case.export_log(), exported(case)
        assert case.replay(told).decisions == 0
        assert exported(case) == before
        other.replay(told)
        once = exported(other)
        assert other.replay(told).decisions == 0
        assert exported(other) == once


def test_two_logs_in_either_order_give_the_same_case_and_lose_nothing(fresh: Fresh) -> None:
    with fresh() as one, fresh() as two:
        ann(one)
        ben(two)
        logs = [one.export_log(), two.export_log()]
        merged = []
        for order in (logs, logs[::-1]):
            with fresh() as case:
                for told in order:
                    case.replay(told)
                merged.append(exported(case))
                assert not case.check()
        one.replay(logs[1])
        two.replay(logs[0])
        merged += [exported(one), exported(two)]
    for document in merged:
        assert nameless(document) == nameless(merged[0])
    assert {note["body"] for note in merged[0]["notes"]} == {
        "who says so?", "ask Reedman", "another view",
    }  # fmt: skip
    assert {one["question"]: one["answer"] for one in merged[0]["questions"]} == {
        "Who saw them?": "He did", "Whose paper?": None,
    }  # fmt: skip
    assert merged[0]["sources"][0]["publisher"] == "North Post"
    assert merged[0]["sources"][0]["published"] == "2018-06-01"
    assert {one["deed"] for one in merged[0]["log"]} >= {"judged", "mention rejected", "graded"}


def test_a_merge_is_taken_back_in_one_step(fresh: Fresh) -> None:
    with fresh() as one, fresh() as two:
        ann(one)
        ben(two)
        before = exported(one)
        one.replay(two.export_log())
        merged = exported(one)
        assert merged != before
        assert one.undo().what == "log merged"
        assert exported(one) == before
        one.redo()
        assert exported(one) == merged
        one.undo()
        one.undo()
        assert exported(one) != before


def test_decisions_about_sources_that_are_not_here_wait(fresh: Fresh, tmp_path: Path) -> None:
    with fresh() as case:
        ann(case)
        told = case.export_log()
        wanted = exported(case)
    (tmp_path / "0.txt").write_text(TEXTS[0], encoding="utf-8")
    (tmp_path / "1.txt").write_text(TEXTS[1], encoding="utf-8")
    with Case(tmp_path / "late.casefile", create=True) as case:
        case.add([str(tmp_path / "0.txt")], stated=Stated(published="2017-05-15"))
        assert case.replay(told).waiting == 1
        case.add([str(tmp_path / "1.txt")], stated=Stated(published="2017-05-15"))
        assert case.replay(told).waiting == 0
        late = exported(case)
    assert late["notes"] == wanted["notes"]
    assert [len(one["evidence"]) for one in late["events"]] == [
        len(one["evidence"]) for one in wanted["events"]
    ]


def test_decisions_about_a_source_that_the_log_removes_do_not_wait(fresh: Fresh) -> None:
    with fresh() as case:
        ann(case)
        case.remove(SOURCE)
        told = case.export_log()
    with fresh() as case:
        assert case.replay(told).waiting == 0
        assert [one.ref for one in case.removed()] == [SOURCE]


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {"format": "casefile/1", "decisions": []},
        {"format": "casefile-log/1", "decisions": [{}]},
        {"format": "casefile-log/1", "decisions": {"a": 1}},
        {
            "format": "casefile-log/1",
            "decisions": [
                {
                    "seq": 1, "deed": "graded", "by": "x", "at": "y", "target": ["source", "z"],
                    "gone": [], "put": [{"table": "decision"}],
                }
            ],
        },
    ],
)  # fmt: skip
def test_what_is_no_log_is_refused_and_nothing_changes(fresh: Fresh, document: object) -> None:
    with fresh() as case:
        before = exported(case)
        with pytest.raises(BadLog):
            case.replay(document)
        assert exported(case) == before
        with pytest.raises(NothingToUndo):
            case.undo()


@pytest.mark.parametrize(
    "change",
    [
        {"value": "perhaps"},
        {"value": ["confirmed"]},
        {"target": ["fact", {}]},
        {"target": ["fact", "0" * 64, 1 << 70, 2, 0]},
        {"target": ["fact", "0" * 64, 1, 2, 0], "value": "perhaps"},
        {"made_at": "yesterday"},
        {"reason": "\ud800"},
        {"more": 1},
    ],
)
def test_a_log_that_says_what_cannot_be_is_refused(fresh: Fresh, change: dict[str, Any]) -> None:
    with fresh() as case:
        case.set_status([FACT], "disputed")
        told = case.export_log()
        case.undo()
        told["decisions"][0]["put"][0] |= change
        before = exported(case)
        with pytest.raises(BadLog, match="damaged"):
            case.replay(told)
        assert exported(case) == before


def test_a_log_with_a_note_without_words_is_refused(fresh: Fresh) -> None:
    with fresh() as case:
        case.add_note(SOURCE, "why?")
        told = case.export_log()
        case.undo()
        told["decisions"][0]["columns"]["body"] = " \n"
        with pytest.raises(BadLog, match="damaged"):
            case.replay(told)


def test_notes_that_one_deletes_together_and_another_edits_stand_until_a_reader_chooses(
    fresh: Fresh,
) -> None:
    mine, theirs = fresh(), fresh()
    for body in ("who?", "when?", "where?"):
        mine.add_note(FACT, body)
    theirs.replay(mine.export_log())
    notes = [Ref.parse(one["ref"]) for one in mine.contents()["notes"]]
    assert mine.delete_notes(notes[:2]) == 2
    [edited] = [
        Ref.parse(one["ref"]) for one in theirs.contents()["notes"] if one["body"] == "who?"
    ]
    theirs.edit_note(edited, "who was it?")
    logs = [mine.export_log(), theirs.export_log()]
    mine.replay(logs[1])
    theirs.replay(logs[0])
    both = [sorted(one["body"] for one in case.contents()["notes"]) for case in (mine, theirs)]
    assert both == [["where?", "who was it?"]] * 2
    assert [one.what for one in mine.clashes()] == ["note"]
    again = fresh()
    again.replay(logs[0])
    assert [one["body"] for one in again.contents()["notes"]] == ["where?"]
    again.undo()
    mine.undo()
    mine.undo()
    assert sorted(one["body"] for one in mine.contents()["notes"]) == ["when?", "where?", "who?"]


def test_what_two_readers_find_of_a_fact_clashes_and_is_settled(fresh: Fresh) -> None:
    mine, theirs = fresh(), fresh()
    mine.set_reading([FACT], "right", reason="it says so")
    theirs.set_reading([FACT], "wrong")
    logs = [mine.export_log(), theirs.export_log()]
    mine.replay(logs[1])
    theirs.replay(logs[0])
    assert mine.contents()["facts"] == theirs.contents()["facts"]
    [clash] = mine.clashes()
    assert (clash.what, {side.text for side in clash.sides}) == (
        "reading", {"right: it says so", "wrong"},
    )  # fmt: skip
    wrong = [side.text for side in clash.sides].index("wrong")
    mine.settle(clash.ref, wrong)
    assert mine.review(FACT).status == "rejected"
    mine.set_status([FACT], "unreviewed")
    assert mine.review(FACT).reading is None

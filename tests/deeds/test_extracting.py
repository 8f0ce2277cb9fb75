"""Running an engine again: which, what is kept of its work, what it would change."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.core.edtf import worded
from casefile.deeds.adding import Stated
from casefile.deeds.extracting import Rehearsed, Row, compare
from casefile.errors import CasefileError, NoEngine, ReadOnlyCase
from casefile.model.words import Kind, Ref, SourceId
from casefile.store.sources import get_article, set_published
from casefile.store.store import Store
from tests.deeds.test_adding import TEXTS
from tests.invented import NOW, ask, dump, picture
from tests.strangers import Strangers, install

FIRST, SECOND = Ref(Kind.SOURCE, 1), Ref(Kind.SOURCE, 2)


@pytest.fixture
def strangers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Strangers:
    return install(tmp_path / "site", monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def case_by(path: Path, folder: Path, engine: str, *, jobs: int = 1) -> Case:
    case = Case(path, create=True)
    case.add([str(folder)], stated=Stated(), engine=engine, jobs=jobs)
    return case


def exported(case: Case) -> str:
    return json.dumps({**case.contents(), "judgements": None}, ensure_ascii=False)


def without_run(path: Path) -> dict[str, object]:
    return {name: rows for name, rows in dump(path).items() if name != "kept_findings"}


# What is kept


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_costly_engine_found_is_not_found_again(
    path: Path, folder: Path, strangers: Strangers, jobs: int
) -> None:
    with case_by(path, folder, "slow", jobs=jobs) as case:
        assert sorted(strangers.calls()) == sorted(TEXTS)
        before = dump(path)
        assert len(case.extract().done) == 3
        assert strangers.calls() == []
        assert dump(path) == before
        assert case.check() == []


def test_the_same_bytes_are_read_by_no_engine_again(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "slow") as case:
        strangers.calls()
        for jobs in (1, 2):
            report = case.add([str(folder)], stated=Stated(), engine="slow", jobs=jobs)
            assert len(report.unchanged) == 3
        assert strangers.calls() == []


def test_what_the_rules_find_is_not_kept(path: Path, folder: Path) -> None:
    with case_by(path, folder, "rules") as case:
        case.extract()
    assert ask(Store(path), "SELECT * FROM kept_findings") == []


def test_another_fingerprint_reads_again_and_replaces_what_was_kept(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "slow") as case:
        strangers.calls()
        strangers.say("version", "2")
        case.extract()
        assert len(strangers.calls()) == 3
        case.extract()
        assert strangers.calls() == []
    assert ask(Store(path), "SELECT count(*) FROM kept_findings") == [(3,)]


def test_another_date_of_publication_reads_again(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "slow") as case:
        strangers.calls()
        store = Store(path)
        article = get_article(store, 2)
        assert article.published is not None
        with store.write():
            moved = replace(article.published, date=worded("2015", "2015"))
            set_published(store, SourceId(2), moved)
        store.close()
        case.extract()
        assert strangers.calls() == [article.path]


def test_no_export_holds_what_is_kept(path: Path, folder: Path, strangers: Strangers) -> None:
    with case_by(path, folder, "slow") as case:
        before = exported(case)
        store = Store(path)
        with store.write() as database:
            database.execute("DELETE FROM kept_findings")
        store.close()
        assert exported(case) == before


def test_what_cannot_be_read_of_what_is_kept_is_found_again(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "slow") as case:
        strangers.calls()
        ask(Store(path), "UPDATE kept_findings SET findings = x'00' WHERE source_id = 1")
        assert len(case.check()) == 1
        case.extract()
        assert len(strangers.calls()) == 1
        assert case.check() == []


# By which engine


def test_a_source_is_read_again_by_the_engine_that_read_it(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "rules") as case:
        case.extract([SECOND], engine="slow")
        assert [case.read_by(id) for id in (1, 2, 3)] == ["rules", "slow", "rules"]
        strangers.calls()
        strangers.say("version", "2")
        assert len(case.extract().done) == 3
        assert strangers.calls() == ["ledger.txt"]
        assert [case.read_by(id) for id in (1, 2, 3)] == ["rules", "slow", "rules"]
        case.extract(engine="rules")
        assert {case.read_by(id) for id in (1, 2, 3)} == {"rules"}


def test_an_engine_that_hands_texts_out_runs_only_where_it_is_named(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "remote") as case:
        before = dump(path)
        strangers.calls()
        with pytest.raises(NoEngine, match=r"^source:1 was read by 'remote', .*--engine remote"):
            case.extract()
        with pytest.raises(NoEngine, match="--engine remote"):
            list(case.rehearse([SECOND]))
        assert strangers.calls() == []
        assert dump(path) == before
        strangers.say("version", "2")
        assert len(case.extract(engine="remote").done) == 3
        assert len(strangers.calls()) == 3


def test_an_engine_that_is_gone_is_said_before_anything_is_done(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "slow") as case:
        ask(Store(path), "UPDATE run SET engine = 'vanished'")
        before = dump(path)
        with pytest.raises(NoEngine, match=r"^source:1 was read by 'vanished', .*casefile engines"):
            case.extract()
        assert dump(path) == before
        assert len(case.extract(engine="rules").done) == 3


UNDATED = "Orla Brandt met Ivo Salt and Una Reed in Dalian. It was on Friday, September 29th.\n"
DATED = "Oct. 5, 2017\n\nOrla Brandt and Ivo Salt spoke with Una Reed in Dalian on Monday.\n"


@pytest.fixture
def undated(tmp_path: Path) -> tuple[Path, Path]:
    """Two reports, of which the second tells the date of the first."""
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(UNDATED, encoding="utf-8")
    second.write_text(DATED, encoding="utf-8")
    return first, second


def published(case: Case) -> str | None:
    return case.source(1).row.published


def test_a_source_that_gets_its_date_is_read_by_its_own_engine(
    path: Path, undated: tuple[Path, Path], strangers: Strangers
) -> None:
    with case_by(path, undated[0], "slow") as case:
        assert published(case) is None
        strangers.calls()
        case.add([str(undated[1])], stated=Stated())
        assert published(case) == "2017-09-29"
        assert strangers.calls() == ["first.txt"]
        assert [case.read_by(id) for id in (1, 2)] == ["slow", "rules"]
        before = dump(path)
        case.extract()
        assert strangers.calls() == []
        assert dump(path) == before


def test_a_date_waits_where_its_engine_may_not_run_unasked(
    path: Path, undated: tuple[Path, Path], strangers: Strangers
) -> None:
    with case_by(path, undated[0], "remote") as case:
        strangers.calls()
        report = case.add([str(undated[1])], stated=Stated())
        assert (published(case), strangers.calls()) == (None, [])
        [remark] = report.warnings
        assert "source:1, read by remote" in remark
        assert "--engine remote" in remark
        case.extract([FIRST], engine="remote")
        assert published(case) == "2017-09-29"
        assert case.check() == []


# What fails


def test_a_source_that_an_engine_cannot_read_fails_alone(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "rules") as case:
        before = dump(path)
        report = case.extract(engine="refusing")
        assert report.failed == [(FIRST, "courier.txt is beyond me.")]
        assert len(report.done) == 2
        assert case.read_by(1) == "rules"
        assert dump(path)["mention"] == before["mention"]
        assert case.check() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_an_engine_cannot_read_is_not_added(
    path: Path, folder: Path, strangers: Strangers, jobs: int
) -> None:
    with Case(path, create=True) as case:
        report = case.add([str(folder)], stated=Stated(), engine="refusing", jobs=jobs)
        assert [one.reason for one in report.failed] == ["courier.txt is beyond me."]
        assert len(report.added) == 2
        assert case.check() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_where_nothing_can_be_read_the_rest_is_not_tried(
    path: Path, folder: Path, strangers: Strangers, jobs: int
) -> None:
    with case_by(path, folder / "courier.txt", "rules") as case:
        with pytest.raises(CasefileError, match="does not answer"):
            case.add([str(folder)], stated=Stated(), engine="down", jobs=jobs)
        with pytest.raises(CasefileError, match="does not answer"):
            case.extract(engine="down")
        assert case.summary().sources == 1
        assert case.check() == []


def test_what_an_engine_remarks_is_told(path: Path, folder: Path, strangers: Strangers) -> None:
    with Case(path, create=True) as case:
        report = case.add([str(folder / "ledger.txt")], stated=Stated(), engine="slow")
        assert "ledger.txt: read slowly." in report.warnings
        assert case.extract().remarks == ["source:1: read slowly."]


# What would change


def told(case: Case, engine: str | None = None) -> list[Rehearsed]:
    return list(case.rehearse(engine=engine))


def test_a_second_run_of_the_same_would_change_nothing(path: Path, folder: Path) -> None:
    with case_by(path, folder, "rules") as case:
        assert [one.changes for one in told(case)] == [{}, {}, {}]


def test_another_engine_that_finds_the_same_changes_nothing(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "rules") as case:
        assert [one.changes for one in told(case, "slow")] == [{}, {}, {}]


def test_a_rehearsal_writes_nothing_but_what_is_kept(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "rules") as case:
        before = without_run(path)
        strangers.say("only", "Salt")
        assert all(one.changes for one in told(case, "slow"))
        assert without_run(path) == before
        assert len(strangers.calls()) == 3
        case.extract(engine="slow")
        assert strangers.calls() == []
        assert [one.changes for one in told(case, "slow")] == [{}, {}, {}]


def test_a_rehearsal_tells_what_the_run_then_does(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "rules") as case:
        strangers.say("only", "Salt")
        foretold = told(case, "slow")
        tables = {"events": "event", "mentions": "mention", "facts": "fact", "entities": "entity"}
        before = {kind: len(dump(path)[table]) for kind, table in tables.items()}
        case.extract(engine="slow")
        for kind, table in tables.items():
            changes = [one.changes[kind] for one in foretold if kind in one.changes]
            by = sum(len(one.added) - len(one.gone) for one in changes)
            assert by == len(dump(path)[table]) - before[kind]
        assert sum(len(one.changes["events"].gone) for one in foretold) == before["events"] > 0


def test_a_row_is_told_in_the_words_of_the_contract(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "rules") as case:
        strangers.say("only", "nobody")
        one = told(case, "slow")[0]
        event = next(row for row in one.changes["events"].gone if row["kind"] == "meeting")
        assert (event["ref"], event["edtf"]) == ("event:1", "2016-09-03")
        assert event["secret"] is False
        assert {"entity": "Ivo Salt", "role": "participant"} in event["participants"]
        assert set(event["evidence"][0]) == {"start", "end"}
        fact = one.changes["facts"].gone[0]
        assert fact["quoted"] is False
        assert fact["attribution"][0]["speaker"] == "a harbour official"
        assert "Orla Brandt" in fact["about"]


def test_there_and_back_is_what_it_was(path: Path, folder: Path, strangers: Strangers) -> None:
    with case_by(path, folder, "rules") as case:
        before = picture(Store(path, read_only=True))
        strangers.say("only", "Salt")
        away = told(case, "slow")
        case.extract(engine="slow")
        assert picture(Store(path, read_only=True)) != before
        for there, back in zip(away, told(case, "rules"), strict=True):
            assert there.changes.keys() == back.changes.keys()
            for kind, one in there.changes.items():
                assert len(one.gone) == len(back.changes[kind].added)
        case.extract(engine="rules")
        assert picture(Store(path, read_only=True)) == before


def test_what_a_reader_wrote_on_is_not_told_as_gone_and_does_not_go(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    with case_by(path, folder, "rules") as case:
        case.add_note(Ref(Kind.EVENT, 1), "mine")
        case.add_note(Ref(Kind.FACT, 1), "mine, too")
        written = {table: dump(path)[table] for table in ("note", "decision")}
        left, right = [id for (id,) in ask(Store(path), _TWO_OF_REED_AND_BRANDT)]
        ask(Store(path), _JUDGED, left, right, NOW)
        strangers.say("only", "Salt")
        gone = {
            row["ref"]
            for one in told(case, "slow")
            for changes in one.changes.values()
            for row in changes.gone
            if "ref" in row
        }
        assert gone
        assert not gone & {"event:1", "fact:1", f"entity:{left}", f"entity:{right}"}
        for engine in ("slow", "rules", "slow"):
            case.extract(engine=engine)
            assert {table: dump(path)[table] for table in written} == written
            human = "SELECT left_id, right_id, judgement FROM judgement WHERE made_by = 'Ada'"
            assert ask(Store(path), human) == [(left, right, "same")]
            assert case.event(1).row.ref == Ref(Kind.EVENT, 1)
            assert case.check() == []
        assert [one.changes for one in told(case)] == [{}, {}, {}]


_TWO_OF_REED_AND_BRANDT = (
    "SELECT id FROM entity WHERE source_id = 3 AND name IN ('Una Reed', 'Orla Brandt') ORDER BY id"
)
_JUDGED = (
    "INSERT INTO judgement (kind, left_id, right_id, judgement, reason, made_by, made_at) "
    "VALUES ('entity', ?, ?, 'same', 'as I know', 'Ada', ?)"
)


def test_a_case_that_is_only_read_is_not_rehearsed_on(
    path: Path, folder: Path, strangers: Strangers
) -> None:
    case_by(path, folder, "rules").close()
    with Case(path, read_only=True) as case, pytest.raises(ReadOnlyCase):
        told(case, "slow")


def test_rows_are_compared_by_their_keys() -> None:
    before: dict[tuple[int, ...], Row] = {
        (1,): {"ref": "fact:1", "hedge": None},
        (2,): {"ref": "fact:2", "hedge": "may"},
    }
    after: dict[tuple[int, ...], Row] = {
        (2,): {"ref": "fact:2", "hedge": None},
        (3,): {"ref": "fact:3", "hedge": None},
    }
    found = compare(before, after)
    assert found.added == ({"ref": None, "hedge": None},)
    assert found.gone == (before[(1,)],)
    assert found.changed == ((before[(2,)], after[(2,)]),)
    assert not compare(before, before)

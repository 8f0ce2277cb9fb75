"""Files that were really damaged: a check finds it, a repair mends it, and nothing else moves."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.errors import CasefileError
from casefile.model.words import Kind, Ref, Span, Verdict
from casefile.store.engine import sqlite
from tests.invented import dump
from tests.stress.hands import TEXTS
from tests.stress.test_histories import HUMAN

PAGE = 4096


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with something of everything that a reader writes."""
    folder = tmp_path_factory.mktemp("repairing")
    for at, text in enumerate(TEXTS):
        (folder / f"{at}.txt").write_text(text, encoding="utf-8")
    with Case(folder / "a.casefile", create=True) as case:
        paths = [str(folder / f"{at}.txt") for at in range(len(TEXTS))]
        assert not case.add(paths, stated=Stated(published="2017-05-15")).failed
        one, other = (Ref(Kind.ENTITY, id) for id in case.ids(Kind.ENTITY)[:2])
        case.add_note(Ref(Kind.SOURCE, 1), "who says so? 大連", span=Span(0, 9))
        case.correct(one, {"name": "Zed Ypsilon", "alias": "Zed"})
        case.correct(Ref(Kind.EVENT, case.ids(Kind.EVENT)[0]), {"date": "before 2002"})
        case.judge(one, other, Verdict.SAME, reason="seen")
        case.set_status([Ref(Kind.FACT, 1)], "disputed", reason="so")
        case.make_entity(Ref(Kind.SOURCE, 1), Span(10, 15), kind="place")
        case.reject("Oslo")
    damage(folder / "a.casefile", "UPDATE name_state SET indexed = 0")  # filed, not kept apart
    with Case(folder / "a.casefile") as case:
        assert not case.check()
    return folder / "a.casefile"


@pytest.fixture
def path(file: Path, tmp_path: Path) -> Path:
    shutil.copy(file, tmp_path / "a.casefile")
    return tmp_path / "a.casefile"


def exported(path: Path) -> dict[str, Any]:
    with Case(path) as case:
        return json.loads(json.dumps(case.contents()))  # type: ignore[no-any-return]


def human(path: Path) -> dict[str, Any]:
    rows = dump(path)
    judged = [row for row in rows["judgement"] if not str(row[6]).startswith("machine:")]
    return {**{name: rows[name] for name in HUMAN if " " not in name}, "judgement": judged}


def damage(path: Path, sql: str) -> None:
    connection = sqlite.connect(path)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.executescript(sql)
    connection.commit()
    connection.close()


def kinds(path: Path) -> set[str]:
    with Case(path, read_only=True) as case:
        return {one.what for one in case.check()}


BROKEN = {
    "texts are not found": "DELETE FROM source_words WHERE rowid = 2",
    "notes are not found": "DELETE FROM note_words",
    "facts are not found": "DELETE FROM fact_words",
    "what is gone is found": "INSERT INTO note_words (rowid, words) VALUES (99, 'gone')",
    "other words are found": "UPDATE source_words SET words = 'other' WHERE rowid = 1",
    "other words of a note": "UPDATE note_words SET words = 'other'",
    "other words of a fact": "UPDATE fact_words SET words = 'other' WHERE rowid = 1",
    "a page of forms is rubbish": "UPDATE name_form SET forms = x'ff00ff00ff'",
    "a page of forms is gone": "DELETE FROM name_form",
    "columns are rubbish": "UPDATE name_feature SET names = x'5a00' WHERE id % 3 = 0",
    "columns hold others": "UPDATE name_feature SET names = x'4c0100' WHERE id % 2 = 0",
    "columns are gone": "DELETE FROM name_feature; DELETE FROM name_fresh",
    "columns kept apart are others": "INSERT INTO name_fresh VALUES (3, x'0100')",
    "names are gone": "DELETE FROM name WHERE id % 2 = 0",
    "names are others": "UPDATE name SET text = 'nobody', weight = 7 WHERE id % 3 = 0",
    "names of nothing": "INSERT INTO name (kind, ref_id, text, weight)"
    " VALUES ('event', 99, 'x', 0)",
    "counts are wrong": "UPDATE entity_cluster SET mentions = 99, sources = 7, first_year = NULL",
    "names shown are wrong": "UPDATE entity_cluster SET name = 'x', kind = 'other'",
    "events are shown otherwise": "UPDATE event_cluster SET title = 'x', modality = 'planned'",
    "lists are empty": "DELETE FROM entity_cluster; DELETE FROM event_cluster",
    "clusters are joined": "UPDATE entity SET cluster_id = 1 WHERE id < 5",
    "clusters are apart": "UPDATE entity SET cluster_id = id",
    "clusters lead nowhere": "UPDATE event SET cluster_id = 77",
    "lengths are wrong": "UPDATE source SET characters = characters + 5",
    "bounds are wrong": "UPDATE event SET latest = '2099-01-01' WHERE edtf IS NOT NULL;"
    " UPDATE source SET published_earliest = '1999-01-01'",
    "an index misses rows": "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql ="
    " 'CREATE INDEX entity_by_folded ON entity (name, id)' WHERE name = 'entity_by_folded'",
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_damaged_is_found_and_mended_and_nothing_else_moves(path: Path, what: str) -> None:
    before, written = exported(path), human(path)
    damage(path, BROKEN[what])
    with Case(path, read_only=True) as case:
        assert case.check()
    with Case(path) as case:
        done = case.repair()
        assert done.mended
        assert not done.left
        assert done.backup == path.with_name("a.casefile.before-repair")
        assert done.backup.stat().st_mode & 0o777 == 0o600
        again = case.repair()
        assert (again.backup, again.mended, again.left) == (None, (), ())
        assert [hit.ref.kind for hit in case.search("who says", places=("notes",))] == [Kind.NOTE]
        assert "Zed Ypsilon" in {hit.label for hit in case.search("ypsilon")}
    assert exported(path) == before
    assert human(path) == written
    assert not list(path.parent.glob("*-wal"))


def test_the_copy_is_the_case_as_it_was(path: Path) -> None:
    damage(path, BROKEN["lists are empty"])
    (path.parent / "a.casefile.before-repair").write_text("mine")
    with Case(path) as case:
        done = case.repair()
    assert done.backup == path.parent / "a.casefile.before-repair-1"
    assert "entity without a cluster" in kinds(done.backup)
    assert (path.parent / "a.casefile.before-repair").read_text() == "mine"


def test_what_cannot_be_made_anew_is_left_as_it_is(path: Path) -> None:
    damage(path, "UPDATE mention SET form = 'x' WHERE source_id = 2; DELETE FROM note_words")
    with Case(path) as case:
        done = case.repair()
        assert "note missing in the full-text index" in {one.what for one in done.mended}
        assert "mention that no longer fits" in {one.what for one in done.left}


def pages_of(path: Path, *names: str) -> Iterator[int]:
    connection = sqlite.connect(path)
    for name in names:
        row = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)
        ).fetchone()
        yield row[0]
    connection.close()


@pytest.mark.parametrize("name", ["entity_by_folded", "mention_by_entity", "name_by_ref"])
def test_flipped_bytes_in_an_index_are_mended(path: Path, name: str) -> None:
    before, written = exported(path), human(path)
    (page,) = pages_of(path, name)
    held = bytearray(path.read_bytes())
    # The last cells of the page: what the index says of some rows.
    for at in range(PAGE * page - 40, PAGE * page):
        held[at] ^= 0x15
    path.write_bytes(held)
    assert kinds(path)
    with Case(path) as case:
        done = case.repair()
        assert not done.left
        assert not case.repair().mended
    assert exported(path) == before
    assert human(path) == written


def rubbish(path: Path, name: str) -> None:
    """Overwrite the first page of a table or an index."""
    (page,) = pages_of(path, name)
    held = bytearray(path.read_bytes())
    held[PAGE * (page - 1) : PAGE * page] = b"\xff" * PAGE
    path.write_bytes(held)


@pytest.mark.parametrize(
    "name", ["name", "name_form", "note_words_data", "source_words_content", "entity_cluster"]
)
def test_a_page_of_rubbish_in_what_is_derived_costs_nothing(path: Path, name: str) -> None:
    before, written = exported(path), human(path)
    rubbish(path, name)
    held = path.read_bytes()
    with Case(path) as case:
        assert "file" in {one.what for one in case.check()}
        done = case.repair()
    assert path.read_bytes() == held
    assert done.saved == path.with_name("a.casefile.saved")
    assert (done.left, done.unread) == ((), ())
    assert exported(done.saved) == before
    assert human(done.saved) == written
    with Case(done.saved) as case:
        assert not case.check()
        # Numbers are never given out twice, in the saved file, too.
        assert case.add_note(Ref(Kind.SOURCE, 1), "new").ref.id == 2


@pytest.mark.parametrize("name", ["mention", "note", "source_text", "decision"])
def test_what_can_be_read_is_saved_and_what_cannot_is_named(path: Path, name: str) -> None:
    before = human(path)
    rubbish(path, name)
    held = path.read_bytes()
    with Case(path) as case:
        done = case.repair()
    assert path.read_bytes() == held
    assert done.saved is not None
    assert done.unread == (name,)
    after = human(done.saved)
    assert {**after, name: None} == {**before, name: None}


def test_a_file_that_cannot_be_opened_says_what_to_do(path: Path) -> None:
    held = bytearray(path.read_bytes())
    held[100:PAGE] = b"\xff" * (PAGE - 100)
    path.write_bytes(held)
    with pytest.raises(CasefileError, match="damaged"):
        Case(path)

import os
import re
import stat
from pathlib import Path
from typing import Any

import pytest

from casefile.case import Case
from casefile.deeds.annotating import add_note
from casefile.errors import (
    CannotWrite,
    CaseBusy,
    CaseNotFound,
    DamagedCase,
    NewerCase,
    NotACase,
    ReadOnlyCase,
)
from casefile.model.words import Kind, Ref
from casefile.store import connection
from casefile.store.connection import connect, disconnect, may_write
from casefile.store.engine import VERSION, has_wal_reset_bug, sqlite, trusts_no_schema
from casefile.store.sqlfiles import migration_names, sql_root
from casefile.store.store import Store
from casefile.store.updating import APPLICATION_ID
from tests.invented import NOW, PERSON, Report, ask, case_of, dump
from tests.processes import as_nobody, finished, python, started, together

ENDINGS = ("", "-wal", "-shm", "-journal")


def made(path: Path) -> Path:
    case_of(path, Report("Orla Brandt went home.")).close()
    return path


def sql(path: Path, *statements: str) -> None:
    plain = sqlite.connect(path)
    for statement in statements:
        plain.execute(statement)
    plain.commit()
    plain.close()


def test_a_missing_case_is_named(path: Path) -> None:
    with pytest.raises(CaseNotFound, match=r"harbour\.casefile"):
        connect(path)
    assert not path.exists()


def test_a_path_through_a_file_is_a_missing_case(path: Path) -> None:
    path.write_text("x")
    with pytest.raises(CaseNotFound):
        connect(path / "inner.casefile")


@pytest.mark.parametrize(
    "held",
    [b"Orla Brandt went home.\n", b"x", b"", b"SQLite format 3", b"\0" * 5000],
    ids=["text", "one byte", "empty", "almost SQLite", "zeros"],
)
def test_a_file_of_something_else_is_not_a_case_and_is_left_as_it_is(
    path: Path, held: bytes
) -> None:
    path.write_bytes(held)
    with pytest.raises(NotACase, match=r"harbour\.casefile"):
        connect(path)
    assert path.read_bytes() == held
    assert os.listdir(path.parent) == [path.name]


def test_a_text_file_does_not_become_a_case_even_where_one_may_be_made(path: Path) -> None:
    path.write_text("Orla Brandt went home.\n" * 100)
    with pytest.raises(NotACase):
        connect(path, create=True)
    assert path.read_text().startswith("Orla Brandt")


def test_an_empty_file_becomes_a_case_where_one_may_be_made(path: Path) -> None:
    path.touch()
    Store(path, create=True).close()
    assert ask(Store(path), "PRAGMA application_id") == [(APPLICATION_ID,)]


def test_a_folder_is_not_a_case(tmp_path: Path) -> None:
    with pytest.raises(NotACase, match="is a folder"):
        connect(tmp_path, create=True)


def test_a_pipe_is_not_a_case_and_nobody_waits_for_it(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(NotACase, match="not a case file"):
        connect(path)


def test_no_case_is_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="make it first"):
        connect(tmp_path / "nowhere" / "a.casefile", create=True)


def test_another_programs_database_is_not_a_case_and_is_left_as_it_is(path: Path) -> None:
    sql(path, "CREATE TABLE recipe (name TEXT)", "INSERT INTO recipe VALUES ('soup')")
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(NotACase, match="an SQLite file, but not a case"):
            connect(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("ahead", [1, 100])
def test_a_newer_case_is_refused_and_not_a_byte_of_it_changes(path: Path, ahead: int) -> None:
    made(path)
    [(version,)] = ask(Store(path), "PRAGMA user_version")
    sql(path, f"PRAGMA user_version={version + ahead}")
    before = path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(NewerCase, match="please update"):
            connect(path, read_only=read_only)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM source; END",
        "CREATE VIEW v AS SELECT 1",
    ],
    ids=["trigger", "view"],
)
def test_a_case_with_a_strangers_trigger_or_view_is_refused(path: Path, planted: str) -> None:
    sql(made(path), planted)
    with pytest.raises(NotACase, match="triggers or views"):
        connect(path)


def test_an_older_case_is_brought_up_to_date_and_loses_nothing(path: Path) -> None:
    first, *later = migration_names()
    assert later
    store = case_of(path, Report("Orla Brandt spoke.", {"Orla Brandt": PERSON}))
    add_note(store, Ref(Kind.SOURCE, 1), "who to?", span=None, by="Ada", now=NOW)
    store.close()
    before = dump(path)
    scripts = "".join(
        (sql_root() / "migrations" / f"{name}.sql").read_text(encoding="utf-8") for name in later
    )
    made_later = re.findall(r"^CREATE (?:VIRTUAL )?TABLE (\w+)", scripts, re.MULTILINE)
    sql(path, *(f"DROP TABLE IF EXISTS {name}" for name in made_later), "PRAGMA user_version=1")
    indexed_later = re.findall(r"^CREATE INDEX (\w+)", scripts, re.MULTILINE)
    sql(path, *(f"DROP INDEX IF EXISTS {name}" for name in indexed_later))
    grown_later = re.findall(r"^ALTER TABLE (\w+) ADD COLUMN (\w+)", scripts, re.MULTILINE)
    grown = [(table, name) for table, name in grown_later if table not in made_later]
    sql(path, *(f"ALTER TABLE {table} DROP COLUMN {name}" for table, name in grown))
    sql(path, f"DELETE FROM _sqlite_migrations WHERE name != '{first}'")
    with pytest.raises(NotACase, match="made by an older casefile"):
        connect(path, read_only=True)
    with Case(path):
        pass  # What is told of each decision is written down again, too.
    after = dump(path)
    applied = "_sqlite_migrations"  # says when
    derived = (applied, "name_feature", "name_form", "name_fresh", "name_state")
    indexed: dict[str, list[Any]] = {name: [] for name in derived}
    untold = [row[:-1] for row in before["decision"]]  # it is told when the case is opened
    assert untold == [row[:-1] for row in after["decision"]]
    indexed["decision"] = []
    assert {**before, **indexed} == {**after, **indexed}
    with Case(path) as case:
        assert [hit.label for hit in case.search("orla brnadt")] == ["Orla Brandt"]
    # Versions are drawn, and what was made anew no longer stands apart.
    changed: dict[str, list[Any]] = {name: [] for name in derived if name != "name_form"}
    assert {**before, **changed} == {**dump(path), **changed}
    assert len(before[applied]) == len(after[applied]) == len(migration_names())
    assert ask(Store(path), "PRAGMA user_version") == [(len(migration_names()),)]


def test_a_case_without_its_tables_is_damaged(path: Path) -> None:
    sql(path, "CREATE TABLE a (b)", f"PRAGMA application_id={APPLICATION_ID}")
    sql(path, f"PRAGMA user_version={len(migration_names())}")
    store = Store(path)
    with pytest.raises(DamagedCase, match="casefile check"):
        store.one("summary")
    store.close()


def test_a_case_cut_short_is_damaged_not_a_traceback(path: Path) -> None:
    made(path)
    held = path.read_bytes()
    path.write_bytes(held[: len(held) // 2])
    with pytest.raises((DamagedCase, NotACase)):
        Store(path).one("summary")


def test_a_new_case_is_private_to_its_user(path: Path) -> None:
    old = os.umask(0o022)
    try:
        made(path)
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_side_files_are_private_too(path: Path) -> None:
    with case_of(path, Report("Orla Brandt went home.")).write():
        modes = {stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
    assert modes == {0o600}


def test_at_rest_a_case_is_one_file(path: Path) -> None:
    made(path)
    with Case(path) as one, Case(path) as other:
        one.summary()
        other.summary()
    assert os.listdir(path.parent) == [path.name]


def test_a_read_only_case_can_be_read_and_not_changed(path: Path) -> None:
    made(path)
    before = path.read_bytes()
    with Case(path, read_only=True) as case:
        assert case.summary().sources == 1
        with pytest.raises(ReadOnlyCase, match="nothing was changed"):
            case.add_note(Ref(Kind.SOURCE, 1), "mine")
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_a_read_only_connection_refuses_statements_that_write(path: Path) -> None:
    store = Store(made(path), read_only=True)
    with pytest.raises(ReadOnlyCase):
        store.run("delete_note", id=1)
    store.close()


@as_nobody
def test_where_the_file_may_not_be_written_it_opens_read_only(nobody_at: Path) -> None:
    path = made(nobody_at / "a.casefile")
    path.chmod(0o444)
    path.parent.chmod(0o755)
    said = finished(python(_OPENS, path, user="nobody"))
    assert said == "True 1"


@as_nobody
def test_where_the_folder_may_not_be_written_it_opens_read_only(nobody_at: Path) -> None:
    path = made(nobody_at / "a.casefile")
    path.chmod(0o666)
    path.parent.chmod(0o555)
    assert finished(python(_OPENS, path, user="nobody")) == "True 1"
    assert os.listdir(path.parent) == [path.name]


@as_nobody
def test_a_file_that_may_not_be_read_is_refused_in_words(nobody_at: Path) -> None:
    path = made(nobody_at / "a.casefile")
    said = finished(python(_OPENS, path, user="nobody"))
    assert said == f"NotACase: {path} cannot be read: permission denied."


@as_nobody
def test_no_case_is_made_where_nothing_may_be_made(nobody_at: Path) -> None:
    path = nobody_at / "a.casefile"
    nobody_at.chmod(0o555)
    said = finished(python(_OPENS.replace("path)", "path, create=True)"), path, user="nobody"))
    assert said == f"CannotWrite: {path} cannot be made: permission denied."


_OPENS = """
from casefile.case import Case
from casefile.errors import CasefileError
try:
    with Case(path) as case:
        print(case.read_only, case.summary().sources)
except CasefileError as error:
    print(f"{type(error).__name__}: {error}")
"""


def test_a_case_locked_by_another_program_is_said_to_be_in_use(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_S", 0.2)
    made(path)
    store = Store(path)
    in_use = pytest.raises(CaseBusy, match="in use by another program")
    with started(_LOCKS, path), in_use, store.write():
        pass
    with store.write():
        pass
    store.close()


def test_a_case_locked_in_the_old_mode_is_not_read_while_it_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_S", 0.2)
    sql(made(path), "PRAGMA journal_mode=delete")
    with started(_LOCKS, path), pytest.raises(CaseBusy):
        connect(path, read_only=True)


@as_nobody
def test_one_who_may_only_read_does_not_read_a_case_that_is_being_written(
    nobody_at: Path,
) -> None:
    path = made(nobody_at / "a.casefile")
    sql(path, "PRAGMA journal_mode=delete")
    path.chmod(0o444)
    fast = "from casefile.store import connection\nconnection.BUSY_TIMEOUT_S = 0.1\n"
    with started(_LOCKS, path):
        said = finished(python(fast + _OPENS, path, user="nobody"))
    assert said.startswith("CaseBusy")


def test_a_link_that_leads_nowhere_is_refused_in_words(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))
    with pytest.raises(CaseNotFound):
        connect(path)
    with pytest.raises(CannotWrite):
        connect(path, create=True)


_LOCKS = """
from casefile.store.engine import sqlite
other = sqlite.connect(path, isolation_level=None)
other.execute("BEGIN EXCLUSIVE")
print("ready", flush=True)
input()
"""


def test_opening_a_case_twice_keeps_the_locks_of_the_first(path: Path) -> None:
    """Closing any handle on a file drops all POSIX locks of the process on it."""
    made(path)
    with Case(path) as case:
        case.summary()
        with case.reopen() as again:
            again.summary()
        said = finished(python(_CHANGES_THE_MODE, path))
        assert said == "database is locked"


def test_a_second_connection_never_lets_another_program_into_a_write(path: Path) -> None:
    made(path)
    store = Store(path)
    with store.write():
        store.database.execute("UPDATE source SET title = 'mine'")
        Store(path, read_only=True).close()
        assert finished(python(_WRITES, path)) == "database is locked"
    store.close()


@pytest.mark.skipif(
    not Path("/proc/locks").exists(), reason="only Linux tells which locks a process holds"
)
def test_opening_a_case_again_drops_no_lock_of_this_process(path: Path) -> None:
    def held() -> list[list[str]]:
        file = f":{path.stat().st_ino}"
        lines = [line.split() for line in Path("/proc/locks").read_text().splitlines()]
        return [line[1:] for line in lines if line[5].endswith(file)]

    store = Store(made(path))
    with store.write():
        store.database.execute("UPDATE source SET title = 'mine'")
        before = held()
        again = Store(path, read_only=True)
        again.close()
        assert held() == before != []
    store.close()


_CHANGES_THE_MODE = """
from casefile.store.engine import sqlite
other = sqlite.connect(path, timeout=0.1, isolation_level=None)
[(mode,)] = other.execute("PRAGMA journal_mode").fetchall()
try:
    if mode == "wal":
        print(other.execute("PRAGMA journal_mode=delete").fetchall())
    else:
        print("database is locked")  # In rollback mode a reader at rest holds no lock.
except sqlite.OperationalError as error:
    print(error)
"""

_WRITES = """
from casefile.store.engine import sqlite
other = sqlite.connect(path, timeout=0.1, isolation_level=None)
try:
    other.execute("BEGIN IMMEDIATE")
    print("in")
except sqlite.OperationalError as error:
    print(error)
"""


def test_eight_programs_may_open_a_new_case_at_once(path: Path) -> None:
    assert together(_MAKES, path, 8) == ["1"] * 8
    assert os.listdir(path.parent) == [path.name]
    assert ask(Store(path), "SELECT count(*) FROM _sqlite_migrations") == [
        (len(migration_names()),)
    ]


_MAKES = """
from casefile.store.store import Store
store = Store(path, create=True)
print(store.one("summary") is not None and 1)
store.close()
"""


def test_a_case_that_cannot_be_made_leaves_no_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(connection, "migrate", fail)
    with pytest.raises(KeyboardInterrupt):
        connect(path, create=True)
    assert os.listdir(path.parent) == []


def test_a_disk_that_is_full_loses_nothing_that_was_saved(path: Path) -> None:
    made(path)
    before = dump(path)
    said = finished(python(_FILLS, path)).splitlines()
    assert said[0] == "CannotWrite"
    assert "free some space" in said[1] or "the disk is full" in said[1]
    kept = int(said[2])
    after = dump(path)
    assert len(after["note"]) == kept
    assert {name for name in before if after[name] != before[name]} <= {
        "note", "decision", "note_words", "sqlite_sequence",
    }  # fmt: skip
    with Case(path) as case:
        assert case.check() == []
        case.add_note(Ref(Kind.SOURCE, 1), "there is room again")


_FILLS = """
import resource
from casefile.case import Case
from casefile.errors import CasefileError
from casefile.model.words import Kind, Ref
case = Case(path)
most = path.stat().st_size + 300_000
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
kept = 0
try:
    for at in range(1000):
        case.add_note(Ref(Kind.SOURCE, 1), f"note {at} " + "x" * 20_000)
        kept += 1
except CasefileError as error:
    print(type(error).__name__)
    print(error)
print(kept)
assert case.summary().notes == kept
"""


@pytest.mark.parametrize(
    ("version", "has_bug"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 0), True),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 4), False),
        ((4, 0, 0), False),
    ],
    ids=str,
)
def test_the_versions_with_the_wal_reset_bug_are_known(
    version: tuple[int, ...], has_bug: bool
) -> None:
    assert has_wal_reset_bug(version) is has_bug


def test_a_sqlite_with_the_wal_reset_bug_does_not_use_wal(path: Path) -> None:
    connection = connect(made(path))
    [mode] = connection.execute("PRAGMA journal_mode").fetchone()
    assert mode == ("delete" if has_wal_reset_bug(VERSION) else "wal")
    disconnect(connection, read_only=False)


def test_a_connection_follows_the_recipe(path: Path) -> None:
    connection = connect(made(path))
    wanted = {"foreign_keys": 1, "synchronous": 2, "secure_delete": 1, "cell_size_check": 1}
    if trusts_no_schema(VERSION):
        wanted["trusted_schema"] = 0
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
    disconnect(connection, read_only=False)


def test_a_path_with_signs_that_mean_something_in_an_address_opens(tmp_path: Path) -> None:
    path = made(tmp_path / "a?b#c %20 é 'd'.casefile")
    with Case(path) as case:
        assert case.summary().sources == 1
    assert os.listdir(tmp_path) == [path.name]


def test_closing_twice_is_harmless(path: Path) -> None:
    store = Store(path, create=True)
    store.close()
    store.close()


def test_may_write_tells_of_this_user(path: Path) -> None:
    assert may_write(made(path))

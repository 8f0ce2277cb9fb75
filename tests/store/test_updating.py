"""An older case is brought up to date whole or not at all, also if a signal comes."""

import os
import signal
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from casefile.errors import DamagedCase
from casefile.store import updating
from casefile.store.announcing import when_updating
from casefile.store.connection import connect
from casefile.store.engine import sqlite
from casefile.store.sqlfiles import migration_names
from casefile.store.store import Store
from tests.invented import PERSON, PLACE, Report, ask, case_of, dump

ENTITY_AGAIN = """
CREATE TABLE entity_new AS SELECT * FROM entity WHERE id != 1;
DROP TABLE entity;
ALTER TABLE entity_new RENAME TO entity;
"""

BROKEN = {
    "a row that others point at goes": "DELETE FROM entity WHERE id = 1;",
    "a table is made again without it": ENTITY_AGAIN,
    "its number changes": "UPDATE entity SET id = 900 WHERE id = 1;",
    "a link is set anew": "UPDATE mention SET source_id = 900;",
    "a row is new": "INSERT INTO source_text (source_id, text) VALUES (900, '');",
    "a table is new": """
        CREATE TABLE half (id INTEGER PRIMARY KEY, of_id INTEGER REFERENCES entity (id));
        INSERT INTO half (of_id) VALUES (900);
        ALTER TABLE half RENAME TO whole;
    """,
}


@pytest.fixture
def older(path: Path) -> Path:
    """A case of one article that lacks the newest migration."""
    report = Report("Orla Brandt went to Toba.", {"Orla Brandt": PERSON, "Toba": PLACE})
    store = case_of(path, report)
    with store.write() as database:
        database.execute("DELETE FROM _sqlite_migrations WHERE name = ?", [migration_names()[-1]])
        database.execute(f"PRAGMA user_version={len(migration_names()) - 1}")
    store.close()
    return path


def newest_does(monkeypatch: pytest.MonkeyPatch, sql: str) -> None:
    """Let the one migration that is missing run these statements."""
    migrations = Migrations("casefile")

    @migrations(name=migration_names()[-1])
    def apply(db: Database) -> None:
        # ctrl+c, pressed in the middle of a statement
        db.conn.create_function("press", 0, lambda: os.kill(os.getpid(), signal.SIGINT))
        db.executescript(sql)

    monkeypatch.setattr(updating, "load_migrations", lambda: migrations)


@pytest.mark.parametrize("sql", BROKEN.values(), ids=BROKEN)
def test_a_migration_that_breaks_a_link_changes_nothing(
    older: Path, sql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(older)
    newest_does(monkeypatch, sql)
    with pytest.raises(DamagedCase):
        connect(older)
    assert dump(older) == before


def test_what_no_migration_wrote_is_not_checked(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That would take minutes on a large case; ``casefile check`` tells of it."""
    plain = sqlite.connect(older)
    plain.execute("UPDATE mention SET source_id = 900")
    plain.commit()
    plain.close()
    newest_does(
        monkeypatch,
        "ALTER TABLE entity ADD COLUMN more INTEGER NOT NULL DEFAULT 0 CHECK (more >= 0);"
        "UPDATE entity SET more = 1;"
        "CREATE INDEX mention_by_stop ON mention (stop);",
    )
    connect(older).close()
    assert ask(Store(older), "SELECT DISTINCT more FROM entity") == [(1,)]


def test_a_signal_in_the_middle_leaves_the_old_case_whole(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(older)
    newest_does(
        monkeypatch,
        "CREATE TABLE many (id INTEGER PRIMARY KEY, pressed INTEGER);"
        "INSERT INTO many (pressed) SELECT press();"
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)"
        "INSERT INTO many (pressed) SELECT i FROM n;",
    )
    former = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        connect(older)
    assert dump(older) == before
    assert signal.getsignal(signal.SIGINT) is former


def test_who_listens_is_told_once(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newest_does(monkeypatch, "CREATE TABLE more (id INTEGER PRIMARY KEY);")
    told: list[tuple[Path, str]] = []
    when_updating(lambda path, part: told.append((path, part)))
    try:
        connect(older).close()
        connect(older).close()
    finally:
        when_updating(lambda path, part: None)
    assert told == [(older, "tables and indexes")]

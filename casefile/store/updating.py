"""Bring an older case up to date: all migrations in one transaction, told and stoppable."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from casefile.store.engine import sqlite
from casefile.store.sqlfiles import load_migrations, migration_names

APPLICATION_ID = 0x63617365
"""``case`` in ASCII; ``file`` and SQLite tools show it."""

STEPS = 100_000
"""Instructions of SQLite's machine, some milliseconds, from look to look for a signal."""

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")

Written = set[tuple[str, str | None]]
"""Tables of which rows came or went (None), and columns of which values changed."""


def migrate(connection: sqlite.Connection) -> None:
    """Run what is missing of the migrations, in one transaction of our own.

    Foreign keys stay off while migrating: with them on, rebuilding a parent
    table would cascade and empty its children. So the links of what was written
    are checked at the end; to check all of a case of a million entities takes minutes.

    Raises:
        sqlite.IntegrityError: A migration broke a link; nothing is changed.
        BaseException: Whatever a signal raises; nothing is changed.
    """
    with _stoppable(connection):
        _migrate(connection)


def _migrate(connection: sqlite.Connection) -> None:
    from sqlite_utils import Database

    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = _tables(connection)
        with _writes(connection) as written:
            load_migrations().apply(Database(connection))
        written |= {(table, None) for table in _tables(connection) - before}
        for table in sorted(_tables_to_check(connection, written)):
            if connection.execute(f"PRAGMA foreign_key_check({table})").fetchone():
                raise sqlite.IntegrityError("malformed: a migration broke a link")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={len(migration_names())}")
        connection.execute("COMMIT")
    except BaseException:
        # SQLite itself takes it back where a statement that writes is stopped.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys=ON")


@contextmanager
def _stoppable(connection: sqlite.Connection) -> Iterator[None]:
    """Let a signal stop SQLite in the middle of a statement, and be raised then.

    By itself Python hears of a signal when the statement has ended, after minutes perhaps.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # Signals come to the main thread alone.
        return
    came: list[int] = []

    def keep(number: int, frame: FrameType | None) -> None:
        came.append(number)

    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    former = {number: signal.getsignal(number) for number in numbers}
    heard = {number: handler for number, handler in former.items() if callable(handler)}
    for number in heard:
        signal.signal(number, keep)
    connection.set_progress_handler(lambda: bool(came), STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
        for number, handler in heard.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])


@contextmanager
def _writes(connection: sqlite.Connection) -> Iterator[Written]:
    """Gather what the statements inside the block write, as SQLite itself tells of it."""
    written: Written = set()

    def note(action: int, table: str | None, column: str | None, *_: str | None) -> int:
        if table is not None and action in (sqlite.SQLITE_INSERT, sqlite.SQLITE_DELETE):
            written.add((table, None))
        elif table is not None and action == sqlite.SQLITE_UPDATE:
            written.add((table, column))
        return sqlite.SQLITE_OK

    connection.set_authorizer(note)
    try:
        yield written
    finally:
        connection.set_authorizer(None)


def _tables(connection: sqlite.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in rows}


def _tables_to_check(connection: sqlite.Connection, written: Written) -> set[str]:
    """Return the tables that may hold a link which the writing broke, at either end."""
    links = connection.execute(
        'SELECT t.name, k."from", k."table", k."to" '
        "FROM sqlite_master AS t, pragma_foreign_key_list(t.name) AS k WHERE t.type = 'table'"
    )
    return {
        table
        for table, column, parent, key in links
        if written & {(table, None), (table, column), (parent, None), (parent, key)}
    }

"""Open a case file: the one recipe for connections, used everywhere."""

import os
import stat
from contextlib import suppress
from enum import Enum
from pathlib import Path

from casefile.errors import (
    CannotWrite,
    CaseNotFound,
    NewerCase,
    NotACase,
)
from casefile.store.announcing import say_updating
from casefile.store.engine import VERSION, has_wal_reset_bug, sqlite, trusts_no_schema
from casefile.store.failures import plain_failures
from casefile.store.sqlfiles import migration_names
from casefile.store.updating import APPLICATION_ID, migrate

BUSY_TIMEOUT_S = 5.0
"""How long to wait for another program's lock, in seconds (research/reliability.md E1)."""


def connect(
    path: Path, *, create: bool = False, read_only: bool = False, in_turn: bool = False
) -> sqlite.Connection:
    """Open a case and bring its schema up to date.

    A connection belongs to the thread that opened it; open one per worker.

    Args:
        path: The file.
        create: Make it if it is not there; otherwise it must be a case.
        read_only: Change nothing, not even beside it.
        in_turn: It may be used by several threads, one at a time, and closed by another.

    Raises:
        CaseNotFound: No file at ``path`` and ``create`` is false.
        NotACase: The file is not a case file, or is a newer one.
        CannotWrite: It could not be made there.
        CaseBusy: Another program holds it locked.
        DamagedCase: SQLite cannot read it.
    """
    state = _prepare(path, create=create)
    with plain_failures(path):
        connection = _open(path, read_only=read_only, in_turn=in_turn)
        try:
            if state is not _State.THERE:
                migrate(connection)
            _check(connection, path, read_only=read_only)
            _settle(connection, read_only=read_only)
        except BaseException:
            connection.close()
            if state is _State.MADE:
                _remove_if_empty(path)
            raise
    return connection


def may_write(path: Path) -> bool:
    """Tell whether the file and its folder can be written by this user."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def disconnect(connection: sqlite.Connection, *, read_only: bool) -> None:
    """Close; the last to close leaves one file. SQLite itself removes its side files."""
    if not read_only and not connection.in_transaction:
        # Where another program has it open, its own close will do it: no wait for that.
        with suppress(sqlite.OperationalError):
            connection.execute("PRAGMA busy_timeout=0")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


class _State(Enum):
    """What stands at the path before SQLite opens it."""

    MADE = "made by us just now"
    EMPTY = "an empty file: perhaps another program is making the case this moment"
    THERE = "a file that holds something"


def _prepare(path: Path, *, create: bool) -> _State:
    """Tell what is there; make it, private to its user, if nothing is.

    The file is never opened but by SQLite: closing any other handle on it would
    drop every POSIX lock that this process holds on it, also those of another
    connection in the middle of a write (sqlite.org/howtocorrupt.html, 2.2).
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        if not create:
            raise CaseNotFound(
                f"There is no case file at {path}: check the path, or make it with 'casefile add'."
            ) from None
        return _make(path)
    except NotADirectoryError:
        raise CaseNotFound(f"There is no case file at {path}.") from None
    except OSError as error:
        raise NotACase(f"{path} cannot be read: {_why(error)}.") from error
    if stat.S_ISDIR(found.st_mode):
        raise NotACase(f"{path} is a folder, not a case file.")
    if not stat.S_ISREG(found.st_mode):
        raise NotACase(f"{path} is a pipe or a device, not a case file.")
    if not os.access(path, os.R_OK):
        raise NotACase(f"{path} cannot be read: permission denied.")
    if not found.st_size and not create:
        raise NotACase(f"{path} is not a case file: it is empty.")
    return _State.THERE if found.st_size else _State.EMPTY


def _make(path: Path) -> _State:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return _State.EMPTY  # Another program was quicker.
    except FileNotFoundError:
        raise CannotWrite(f"There is no folder {path.parent}: make it first.") from None
    except OSError as error:
        raise CannotWrite(f"{path} cannot be made: {_why(error)}.") from error
    return _State.MADE


def _remove_if_empty(path: Path) -> None:
    if not path.exists() or path.stat().st_size:
        return  # Another program was quicker, and it is a case by now.
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _open(path: Path, *, read_only: bool, in_turn: bool) -> sqlite.Connection:
    address = path.absolute().as_uri()
    if not read_only or may_write(path):
        # Also to read where one may write, and `_settle` forbids writing then: a
        # connection in mode=ro makes side files but cannot remove them at the end.
        return _connect(f"{address}?mode=rw", in_turn=in_turn)
    connection = _connect(f"{address}?mode=ro", in_turn=in_turn)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite.OperationalError as error:
        # WAL needs a -shm file beside it; where none can be made and none is
        # there, nobody writes, and the file may be read as it lies. A locked
        # one is being written, and must never be.
        connection.close()
        if "locked" in str(error) or path.with_name(f"{path.name}-wal").exists():
            raise
        return _connect(f"{address}?mode=ro&immutable=1", in_turn=in_turn)
    return connection


def _connect(address: str, *, in_turn: bool) -> sqlite.Connection:
    connection = sqlite.connect(
        address,
        uri=True,
        timeout=BUSY_TIMEOUT_S,
        isolation_level=None,
        check_same_thread=not in_turn,
    )
    for pragma in ("foreign_keys=ON", "cell_size_check=ON", "mmap_size=0", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    if trusts_no_schema(VERSION):
        connection.execute("PRAGMA trusted_schema=OFF")
    return connection


def _check(connection: sqlite.Connection, path: Path, *, read_only: bool) -> None:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID:
        raise NotACase(f"{path} is an SQLite file, but not a case file.")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(migration_names()):
        raise NewerCase(f"{path} was written by a newer casefile: please update casefile.")
    (foreign,) = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"
    ).fetchone()
    if foreign:
        # casefile makes neither; in a stranger's file they would run on our writes.
        raise NotACase(f"{path} holds triggers or views that casefile did not make.")
    if version < len(migration_names()):
        if read_only:
            raise NotACase(
                f"{path} was made by an older casefile: open it once where it can be written."
            )
        say_updating(path, "tables and indexes")
        migrate(connection)


def _settle(connection: sqlite.Connection, *, read_only: bool) -> None:
    if read_only:
        connection.execute("PRAGMA query_only=ON")
        return
    wanted = "delete" if has_wal_reset_bug(VERSION) else "wal"
    # Where another program has it open, its mode stands until it closes.
    with suppress(sqlite.OperationalError):
        connection.execute(f"PRAGMA journal_mode={wanted}")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA secure_delete=ON")

"""An open case file: reads by named queries, writes in one transaction each."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casefile.core.work import Work
from casefile.errors import CannotWrite, CaseBusy, MadeWay, ReadOnlyCase
from casefile.store.connection import BUSY_TIMEOUT_S, connect, disconnect
from casefile.store.engine import sqlite
from casefile.store.failures import plain_failures
from casefile.store.sqlfiles import query

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = Mapping[str, Any]


class Store:
    """One connection to one case file. It belongs to the thread that opened it."""

    def __init__(
        self, path: Path, *, create: bool = False, read_only: bool = False, in_turn: bool = False
    ) -> None:
        """Open the file; see :func:`casefile.store.connection.connect`."""
        self.path = path
        self.read_only = read_only
        self._connection = connect(path, create=create, read_only=read_only, in_turn=in_turn)
        self._connection.row_factory = sqlite.Row
        self._database: Database | None = None
        self._is_open = True
        self.before_writing: Callable[[], None] | None = None
        """Called before a write begins, so that who writes behind makes way."""
        self.put_off: Callable[[], None] | None = None
        """Called in place of linking what a decision touched; None: it is linked at once."""
        self._makes_way: Callable[[], bool] | None = None

    @contextmanager
    def making_way(self, makes_way: Callable[[], bool] | None) -> Iterator[None]:
        """Ask often inside the block whether to stop for somebody else's write."""
        self._makes_way = makes_way
        try:
            yield
        finally:
            self._makes_way = None

    def breathe(self) -> None:
        """Stop here if somebody else is to write first.

        Raises:
            MadeWay: Somebody is.
        """
        if self._makes_way is not None and self._makes_way():
            raise MadeWay(f"{self.path} is being written: linking goes on after that.")

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        if self._is_open:
            self._is_open = False
            disconnect(self._connection, read_only=self.read_only)

    def rows(self, name: str, /, **values: Any) -> list[Row]:
        """Return the rows of ``db/queries/<name>.sql``."""
        self.breathe()
        with plain_failures(self.path):
            found: list[Row] = self._connection.execute(query(name), values).fetchall()
        return found

    def ids(self, name: str, /, **values: Any) -> "array[int]":
        """Return the ids that a named query selects, and nothing else.

        A third of the time of :meth:`rows` where there are a hundred thousand.
        """
        with plain_failures(self.path):
            cursor = self._connection.cursor()
            cursor.row_factory = None
            return array("q", chain.from_iterable(cursor.execute(query(name), values)))

    def within(
        self, work: Work | None, name: str, /, *, step_us: float, free: int = 0, **values: Any
    ) -> tuple[list[tuple[Any, ...]], bool]:
        """Return the rows of a named query, the first ones where there is no work left for more.

        Counted are the steps of SQLite, less those that hand over a row; a page that a full-text
        index reads is four.

        Args:
            work: What may be done, and is taken off; None: whatever it takes.
            name: Of the query.
            step_us: What a step takes, in microseconds.
            free: So many steps take next to no time.
            values: What the query asks for.

        Returns:
            The rows, and whether they are all.
        """
        found: list[tuple[Any, ...]] = []
        if work is not None and work.is_spent():
            return found, False
        steps = _Steps(work.left / step_us if work else None, -free)
        with plain_failures(self.path), steps.counted(self._connection):
            cursor = self._connection.cursor()
            cursor.row_factory = None
            for row in cursor.execute(query(name), values):
                found.append(row)
                steps.taken -= _STEPS_OF_A_ROW
        if work is not None:
            work.spend(max(0, steps.taken) * step_us)
            work.is_cut = work.is_cut or steps.are_too_many
        return found, not steps.are_too_many

    def one(self, name: str, /, **values: Any) -> Row | None:
        """Return the first row of a named query, or None."""
        with plain_failures(self.path):
            row: Row | None = self._connection.execute(query(name), values).fetchone()
        return row

    def run(self, name: str, /, **values: Any) -> int:
        """Run a named statement inside ``write()``; return the rows changed."""
        with plain_failures(self.path):
            return self._connection.execute(query(name), values).rowcount

    def run_many(self, name: str, values: Iterable[Mapping[str, Any]]) -> None:
        """Run a named statement once for each mapping, inside ``write()``."""
        self.breathe()
        with plain_failures(self.path):
            self._connection.executemany(query(name), values)

    @property
    def database(self) -> "Database":
        """The same connection as sqlite-utils sees it, for writing.

        Imported when first asked for: it costs 55 ms, and reading needs none of it.
        """
        if self._database is None:
            from sqlite_utils import Database

            self._database = Database(self._connection)
        return self._database

    @contextmanager
    def write(self) -> Iterator["Database"]:
        """Span one whole deed: all of it is on disk when the block ends, or none.

        Inside another ``write()`` it is part of that one.

        Raises:
            ReadOnlyCase: The case is open for reading only.
            CaseBusy: Another program kept it locked.
            CannotWrite: The disk is full or failing.
        """
        if self.read_only:
            raise ReadOnlyCase(f"{self.path} is open for reading only: nothing was changed.")
        if self._connection.in_transaction:
            yield self.database
            return
        if self.before_writing is not None:
            self.before_writing()
        with plain_failures(self.path):
            try:
                # IMMEDIATE: a deferred BEGIN that reads before it writes fails at
                # once when another program writes in between. Inside the try: a
                # signal that comes while it waits is raised when it has begun.
                self._connection.execute("BEGIN IMMEDIATE")
                yield self.database
                # A COMMIT that fails (disk full, a reader in rollback mode) leaves
                # the transaction open: the next write() would pass for a part of it.
                self._connection.execute("COMMIT")
            except BaseException:
                # A signal between BEGIN and the block leaves this to be collected, perhaps
                # when the case is closed: that has rolled back.
                if self._is_open and self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def jot(self, *statements: tuple[str, Mapping[str, Any]]) -> bool:
        """Write small things that may be lost, by named statements, unless somebody else writes.

        It never waits, neither for another program nor for the disk: what a reader has seen
        must cost no key. Told apart from :meth:`write`, which every decision goes through.

        Returns:
            Whether it was written: not where the case is read only or in use.
        """
        if self.read_only:
            return False
        try:
            with plain_failures(self.path):
                self._connection.execute("PRAGMA busy_timeout=0")
                self._connection.execute("PRAGMA synchronous=NORMAL")
                self._connection.execute("BEGIN IMMEDIATE")
                for name, values in statements:
                    self._connection.execute(query(name), values)
                self._connection.execute("COMMIT")
        except (CaseBusy, CannotWrite):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            return False
        finally:
            self._connection.execute("PRAGMA synchronous=FULL")
            self._connection.execute(f"PRAGMA busy_timeout={round(BUSY_TIMEOUT_S * 1000)}")
        return True

    def data_version(self) -> int:
        """Return a number that changes when another program has written."""
        with plain_failures(self.path):
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def copy_into(self, other: sqlite.Connection) -> None:
        """Copy every page of the file into another, damaged ones, too."""
        with plain_failures(self.path):
            self._connection.backup(other)

    def index_anew(self) -> None:
        """Make all indexes of ordinary tables anew, inside ``write()``."""
        with plain_failures(self.path):
            self._connection.execute("REINDEX")

    def integrity(self) -> list[str]:
        """Return what SQLite finds wrong with the file; empty if nothing."""
        said = []
        for pragma in ("PRAGMA integrity_check(20)", "PRAGMA foreign_key_check"):
            try:
                rows = self._connection.execute(pragma).fetchall()
            except sqlite.DatabaseError as error:
                # Where the damage is so great that not even the check goes on.
                said.append(str(error))
                continue
            if pragma.endswith("foreign_key_check"):
                said += [f"a row of {row[0]} points at a missing {row[2]}" for row in rows[:20]]
            else:
                said += [str(row[0]) for row in rows if row[0] != "ok"]
        return said


_STEPS_OF_A_ROW = 4
"""Steps that take next to no time."""

_FEWEST_AT_ONCE, _MOST_AT_ONCE, _LOOKS = 20, 1_000, 100
"""Steps after which it is looked how many there were, and how often that is about."""


@dataclass(slots=True)
class _Steps:
    """The steps that a statement takes in SQLite's machine, and how many it may take."""

    most: float | None
    taken: int
    _at_once: int = _FEWEST_AT_ONCE

    @contextmanager
    def counted(self, connection: sqlite.Connection) -> Iterator[None]:
        """Count them inside the block, and leave it where they are too many."""
        if self.most is None:
            yield
            return
        self._at_once = max(_FEWEST_AT_ONCE, min(_MOST_AT_ONCE, int(self.most / _LOOKS)))
        connection.set_progress_handler(self._take, self._at_once)
        try:
            yield
        except sqlite.OperationalError:
            if not self.are_too_many:
                raise
        finally:
            connection.set_progress_handler(None, 0)

    @property
    def are_too_many(self) -> bool:
        return self.most is not None and self.taken > self.most

    def _take(self) -> bool:
        self.taken += self._at_once
        return self.are_too_many

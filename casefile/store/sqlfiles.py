"""Find the SQL of ``db/``, in a wheel or in a checkout."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from casefile.errors import BrokenInstall
from casefile.store.engine import sqlite

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

CHECKOUT = Path(__file__).resolve().parents[2]


@cache
def sql_root() -> Traversable:
    """Return the folder that holds ``migrations/`` and ``queries/``.

    A wheel carries them as ``casefile/_db`` (pyproject.toml, force-include);
    a checkout and an editable install read ``db/`` itself.

    Raises:
        BrokenInstall: Neither is there.
    """
    for root in (files("casefile") / "_db", CHECKOUT / "db"):
        if (root / "migrations" / "0001_case.sql").is_file():
            return root
    raise BrokenInstall("casefile's SQL is missing: please install it again.")


@cache
def query(name: str) -> str:
    """Return the text of ``db/queries/<name>.sql``."""
    return (sql_root() / "queries" / f"{name}.sql").read_text(encoding="utf-8")


@cache
def migration_names() -> tuple[str, ...]:
    """Return the names of the numbered scripts, in order."""
    folder = sql_root() / "migrations"
    names = (entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(sorted(name.removesuffix(".sql") for name in names))


def load_migrations() -> "Migrations":
    """Make one migration of each numbered script, in file-name order."""
    from sqlite_utils import Migrations

    migrations = Migrations("casefile")
    for name in migration_names():
        script = sql_root() / "migrations" / f"{name}.sql"
        _add(migrations, name, script.read_text(encoding="utf-8"))
    return migrations


def _add(migrations: "Migrations", name: str, sql: str) -> None:
    @migrations(name=name)
    def apply(db: "Database") -> None:
        # Runs inside the migration's transaction, which executescript() of sqlite3 would
        # COMMIT first; that of sqlite-utils asks at each character, half of a new case's time.
        for statement in statements(sql):
            db.execute(statement)


def statements(sql: str) -> Iterator[str]:
    """Split a script at the semicolons that end a statement; triggers hold others."""
    *pieces, rest = sql.split(";")
    statement = ""
    for piece in pieces:
        statement += piece + ";"
        if sqlite.complete_statement(statement):
            yield statement
            statement = ""
    if statement + rest.strip():
        yield statement + rest

"""The file format is a public contract: what is generated and explained is true."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from casefile.store.sqlfiles import load_migrations, migration_names, query, sql_root, statements

ROOT = Path(__file__).parents[2]

MIGRATIONS = [ROOT / "db" / "migrations" / f"{name}.sql" for name in migration_names()]

LONGEST_STATEMENT = 10_000
"""Characters in one migration statement: to split them is quadratic in the longest."""


def test_the_schema_is_what_the_migrations_make() -> None:
    made = runpy.run_path(str(ROOT / "tests" / "project" / "make_schema.py"))
    assert (ROOT / "db" / "schema.sql").read_text(encoding="utf-8") == made["schema_text"]()


def test_every_table_and_column_is_explained() -> None:
    explained = (ROOT / "db" / "README.md").read_text(encoding="utf-8")
    db = Database(memory=True)
    load_migrations().apply(db)
    for table in db.tables:
        if table.name.startswith(("_", "sqlite_")) or "_words_" in table.name:
            continue
        part = explained.partition(f"**{table.name}**")[2].partition("\n\n**")[0]
        assert part, table.name
        for column in table.columns:
            if not table.name.endswith("_words"):
                assert f"`{column.name}`" in part, f"{table.name}.{column.name}"
    db.close()


@pytest.mark.parametrize("script", MIGRATIONS, ids=lambda path: path.stem)
def test_no_migration_ends_its_own_transaction(script: Path) -> None:
    code = re.sub(r"--.*|/\*.*?\*/", "", script.read_text(encoding="utf-8"))
    assert not re.search(r"\b(BEGIN|COMMIT|ROLLBACK|VACUUM|PRAGMA|ATTACH)\b", code, re.IGNORECASE)


@pytest.mark.parametrize("script", MIGRATIONS, ids=lambda path: path.stem)
def test_no_statement_is_slow_to_split(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert max(map(len, text.split(";"))) <= LONGEST_STATEMENT


def test_a_script_is_split_where_statements_end() -> None:
    trigger = "CREATE TRIGGER a AFTER INSERT ON t BEGIN DELETE FROM u; DELETE FROM v; END;"
    parts = ["CREATE TABLE t (x); ", "-- a; b\nSELECT ';', \"a;b\";", f"\n{trigger}", " SELECT 1"]
    assert list(statements("".join(parts))) == ["CREATE TABLE t (x);", f" {parts[1]}", *parts[2:]]
    assert list(statements("SELECT 1;\n")) == ["SELECT 1;"]


def test_migrating_twice_changes_nothing() -> None:
    db = Database(memory=True)
    load_migrations().apply(db)
    before = db.schema
    load_migrations().apply(db)
    assert db.schema == before
    db.close()


QUERIES = sorted(path.stem for path in (ROOT / "db" / "queries").glob("*.sql"))


@pytest.fixture(scope="module")
def migrated() -> Iterator[Database]:
    """An empty case, made once: nothing here writes into it."""
    db = Database(memory=True)
    load_migrations().apply(db)
    yield db
    db.close()


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_fits_the_schema_and_says_what_it_does(migrated: Database, name: str) -> None:
    sql = query(name)
    assert sql.startswith("-- "), "a header comment says the purpose"
    parameters = dict.fromkeys(re.findall(r":([a-z_0-9]+)", re.sub(r"--.*", "", sql)), "[]")
    migrated.conn.execute(f"EXPLAIN {sql}", parameters)


def test_every_query_is_asked_for() -> None:
    code = ""
    for room in ("store", "deeds", "door"):
        for path in (ROOT / "casefile" / room).glob("*.py"):
            code += path.read_text(encoding="utf-8")
    plain = set(re.findall(r'"([a-z_]+)"', code))
    built = [re.sub(r"{[^}]*}", "[a-z]+", one) for one in re.findall(r'f"([a-z_.{}]+)"', code)]
    unused = [
        name
        for name in QUERIES
        if name not in plain and not any(re.fullmatch(pattern, name) for pattern in built)
    ]
    assert unused == []


def test_the_sql_is_found() -> None:
    assert (sql_root() / "migrations" / "0001_case.sql").is_file()

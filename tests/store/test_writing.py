from pathlib import Path

import pytest

from casefile.errors import CannotWrite, CaseBusy, ReadOnlyCase
from casefile.model.words import Kind, Ref
from casefile.store import connection
from casefile.store.notes import new_note, put_note
from casefile.store.store import Store
from tests.invented import NOW, Report, ask, dump, put
from tests.processes import python, together

SALT = Report("Ivo Salt went to sea.", title="Salt")


def test_a_deed_that_fails_leaves_nothing_behind(store: Store, path: Path) -> None:
    put(store, SALT)
    before = dump(path)

    def fail_halfway() -> None:
        with store.write():
            store.run("drop_source_words", id=1)
            store.database.execute("UPDATE source SET title = 'other'")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert dump(path) == before


def test_a_deed_is_unseen_until_it_is_done(store: Store, path: Path) -> None:
    put(store, SALT)
    with store.write():
        store.database.execute("UPDATE source SET title = 'other'")
        assert ask(store, "SELECT title FROM source") == [("Salt",)]
    assert ask(store, "SELECT title FROM source") == [("other",)]


def test_a_deed_inside_a_deed_is_part_of_the_outer(store: Store, path: Path) -> None:
    put(store, SALT)
    before = dump(path)

    def fail_after_the_inner() -> None:
        with store.write():
            with store.write():
                store.database.execute("UPDATE source SET title = 'inner'")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_the_inner()
    assert dump(path) == before
    with store.write(), store.write():
        store.database.execute("UPDATE source SET title = 'both'")
    assert ask(store, "SELECT title FROM source") == [("both",)]


def test_a_deed_on_a_read_only_case_is_refused(path: Path) -> None:
    Store(path, create=True).close()
    store = Store(path, read_only=True)
    with pytest.raises(ReadOnlyCase), store.write():
        pass
    store.close()


def test_a_name_that_is_no_text_is_refused_in_words_and_nothing_is_kept(
    store: Store, path: Path
) -> None:
    before = dump(path)
    note = new_note(store, Ref(Kind.SOURCE, 1), "bad \udcff byte", now=NOW)
    with pytest.raises(CannotWrite, match=r"U\+DCFF, which is no character"), store.write():
        put_note(store, note)
    assert dump(path) == before


def test_after_a_commit_that_failed_the_next_deed_is_a_deed_of_its_own(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader blocks COMMIT in rollback mode; the transaction must not stay open."""
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_S", 0.1)
    monkeypatch.setattr(connection, "has_wal_reset_bug", lambda _: True)
    store = Store(path, create=True)
    put(store, SALT)
    reader = Store(path, read_only=True)
    slow = reader.database.execute("SELECT name FROM sqlite_master")
    slow.fetchone()
    with pytest.raises(CaseBusy), store.write():
        store.database.execute("UPDATE source SET title = 'lost'")
    slow.close()
    with store.write():
        store.database.execute("UPDATE source SET author = 'kept'")
    assert ask(store, "SELECT title, author FROM source") == [("Salt", "kept")]
    reader.close()
    store.close()


def test_programs_that_read_and_then_write_lose_nothing(store: Store, path: Path) -> None:
    put(store, SALT)
    assert together(_COUNTS, path, 2) == ["done", "done"]
    assert ask(store, "SELECT title FROM source") == [("200",)]


_COUNTS = """
from casefile.store.store import Store
store = Store(path)
for _ in range(100):
    with store.write() as database:
        [title] = [row["title"] for row in database.query("SELECT title FROM source")]
        number = int(title) if title.isdigit() else 0
        database.execute("UPDATE source SET title = ?", [str(number + 1)])
store.close()
print("done")
"""


def test_another_programs_write_is_noticed(store: Store, path: Path) -> None:
    put(store, SALT)
    before = store.data_version()
    assert store.data_version() == before
    ask(store, "UPDATE source SET title = 'other'")
    assert store.data_version() != before


def test_a_killed_program_leaves_a_whole_file_with_all_it_said_was_saved(path: Path) -> None:
    Store(path, create=True).close()
    child = python(_SAVES, path)
    assert child.stdout is not None
    said = [int(child.stdout.readline()) for _ in range(30)]
    child.kill()
    rest, _ = child.communicate()
    said += [int(line) for line in rest.split("\n")[:-1]]
    store = Store(path)
    kept = [row[0] for row in ask(store, "SELECT id FROM run ORDER BY id")]
    assert kept[: len(said)] == said
    assert store.integrity() == []
    store.close()


_SAVES = """
from casefile.store.findings import run_id
from casefile.store.store import Store
store = Store(path)
for at in range(100_000):
    with store.write():
        id = run_id(store, "rules", str(at))
    print(id, flush=True)
"""


def test_a_write_that_a_signal_cut_off_ends_quietly_when_the_case_is_closed(path: Path) -> None:
    store = Store(path, create=True)
    cut_off = store.write()
    cut_off.__enter__()
    store.close()
    assert not cut_off.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)


def test_what_is_jotted_down_never_waits_and_decisions_are_as_sure_as_before(
    store: Store, path: Path
) -> None:
    settings = [store._connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("synchronous", "busy_timeout")]  # fmt: skip
    row = ("put_milestone", {"at": NOW, **dict(store.rows("last_ids")[0])})
    other = Store(path)
    with other.write():
        assert not store.jot(row)
    other.close()
    assert not store.rows("milestone_before", at=NOW)[0]["at"]
    assert store.jot(row)
    assert store.rows("milestone_before", at=NOW)[0]["at"] == NOW
    assert settings == [store._connection.execute(f"PRAGMA {name}").fetchone()[0]
                        for name in ("synchronous", "busy_timeout")]  # fmt: skip
    reading = Store(path, read_only=True)
    assert not reading.jot(row)
    reading.close()

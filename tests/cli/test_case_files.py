"""A CASE that is none, is newer, is locked or may not be made: one sentence, status 1."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from casefile.cli import main
from casefile.store.engine import sqlite
from tests.cli.driving import (
    STORY,
    environment,
    make_case,
    needs_no_rights,
    on_terminal,
    run,
    without_rights,
)


def _sql(script: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        connection = sqlite.connect(str(path))
        connection.executescript(script)
        connection.close()

    return make


def _damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * (4096 - 100)
    path.write_bytes(data)


def _in_place_of(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


NOT_OPENED: dict[str, tuple[Callable[[Path], object], str]] = {
    "a text": (lambda path: path.write_text(STORY), "is not a case file"),
    "an empty file": (lambda path: path.write_bytes(b""), "it is empty"),
    "a folder": (_in_place_of(Path.mkdir), "is a folder, not a case file"),
    "a pipe": (_in_place_of(os.mkfifo), "is a pipe or a device, not a case file"),
    "a device": (
        _in_place_of(lambda path: path.symlink_to("/dev/zero")),
        "is a pipe or a device, not a case file",
    ),
    "a loop": (_in_place_of(lambda path: path.symlink_to(path)), "cannot be read"),
    "foreign": (
        _in_place_of(_sql("CREATE TABLE t (a); INSERT INTO t VALUES (1);")),
        "is an SQLite file, but not a case file",
    ),
    "newer": (_sql("PRAGMA user_version=999"), "was written by a newer casefile: please update"),
    "with a trigger": (
        _sql("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END"),
        "that casefile did not make",
    ),
    "damaged": (_damaged, "is damaged"),
    "cut short": (lambda path: os.truncate(path, 5000), "is damaged"),
}


@pytest.mark.parametrize(("make", "words"), NOT_OPENED.values(), ids=NOT_OPENED)
def test_what_is_no_case_is_said_in_one_sentence_and_left_as_it_is(
    make: Callable[[Path], object],
    words: str,
    home: Path,
    case: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make(case)
    before = case.read_bytes() if case.is_file() else None
    opened = run(home, "open", "a.casefile")
    assert (opened.status, opened.out) == (1, "")
    for command, *rest in (("search", "x"), ("note", "source:1", "x"), ("check",)):
        assert main([command, "a.casefile", *rest]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert re.fullmatch(rf"casefile: a\.casefile [^\n]*{re.escape(words)}[^\n]*\.\n", said.err)
    assert words in opened.err
    assert (case.read_bytes() if case.is_file() else None) == before


def test_nothing_is_added_to_what_is_no_case(home: Path) -> None:
    (home / "story.txt").write_text(STORY, encoding="utf-8")
    for name in ("story.txt", "folder", "no/such/folder.casefile"):
        (home / "folder").mkdir(exist_ok=True)
        ran = run(home, "add", name, "story.txt")
        assert ran.status == 1
        assert ran.err.count("\n") == 1
        assert name.removesuffix("/folder.casefile") in ran.err
    assert (home / "story.txt").read_text(encoding="utf-8") == STORY


def test_a_case_that_may_not_be_read_says_so(home: Path, case: Path) -> None:
    needs_no_rights()
    case.chmod(0)
    ran = run(home, "show", case, "source:1", limit=without_rights)
    assert (ran.status, ran.err) == (1, f"casefile: {case} cannot be read: permission denied.\n")


@pytest.mark.parametrize("mode", [0o500, 0o700], ids=["folder shut", "file shut"])
def test_a_case_that_may_only_be_read_takes_no_note_and_no_article(
    mode: int, home: Path, case: Path
) -> None:
    needs_no_rights()
    folder = home / "shut"
    folder.mkdir()
    case.rename(folder / "a.casefile")
    (folder / "a.casefile").chmod(0o600 if mode == 0o500 else 0o400)
    before = (folder / "a.casefile").read_bytes()
    (home / "story.txt").write_text("Other.", encoding="utf-8")
    folder.chmod(mode)
    try:
        for arguments in (
            ("note", "shut/a.casefile", "source:1", "x"),
            ("undo", "shut/a.casefile"),
            ("extract", "shut/a.casefile"),
            ("add", "shut/a.casefile", "story.txt"),
        ):
            ran = run(home, *arguments, limit=without_rights)
            assert ran.status == 1, arguments
            assert ran.err.startswith("casefile: shut/a.casefile "), ran.err
            assert ran.err.count("\n") == 1
    finally:
        folder.chmod(0o700)
    assert (folder / "a.casefile").read_bytes() == before


def test_no_case_is_made_in_a_folder_that_is_shut(home: Path) -> None:
    needs_no_rights()
    (home / "story.txt").write_text(STORY, encoding="utf-8")
    (home / "shut").mkdir(mode=0o500)
    ran = run(home, "add", "shut/a.casefile", "story.txt", limit=without_rights)
    assert ran.status == 1
    assert ran.err == "casefile: shut/a.casefile cannot be made: permission denied.\n"


def test_no_export_is_made_in_a_folder_that_is_shut(home: Path, case: Path) -> None:
    needs_no_rights()
    (home / "shut").mkdir(mode=0o500)
    ran = run(home, "export", case, "-o", "shut/x.json", limit=without_rights)
    assert (ran.status, ran.err) == (
        1,
        "casefile: shut/x.json cannot be written: permission denied.\n",
    )


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Let another program hold the case locked for as long as the block lasts."""
    script = (
        "import sys; from casefile.store.engine import sqlite;"
        "c = sqlite.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN IMMEDIATE'); print(flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(path.parent),
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        yield
        other.communicate()


def test_a_case_in_use_is_read_and_says_that_it_is_in_use_when_written(
    home: Path, case: Path
) -> None:
    with _held(case):
        assert run(home, "search", case, "Kishida").status == 0
        ran = run(home, "note", case, "source:1", "x")
    assert ran.status == 1
    assert ran.err == (
        f"casefile: {case} is in use by another program: close it there, or try again.\n"
    )
    assert run(home, "note", case, "source:1", "x").status == 0


def test_the_messages_drive_no_terminal(home: Path) -> None:
    make_case(home).rename(home / "e\x1b[2J.casefile")
    (home / "t\x1b[2J").write_text(STORY)
    for arguments in (("t\x1b[2J",), ("no\x1b[2J.x",), ("show", "e\x1b[2J.casefile", "s\x1b:1")):
        assert on_terminal(home, *arguments).status == 1
    assert on_terminal(home, "se\x1barch").status == 1
    assert on_terminal(home, "search", "e\x1b[2J.casefile", "x", "--in", "\x1b[2J").status == 2


def test_an_older_case_is_said_to_be_brought_up_to_date(home: Path) -> None:
    path = make_case(home)
    expected = run(home, "log", path.name).out
    _sql(
        "DROP INDEX judgement_by_right; DROP INDEX judgement_unsure;"
        "DROP INDEX judgement_by_person;"
        "DELETE FROM _sqlite_migrations WHERE name = '0014_large'; PRAGMA user_version=1;"
    )(path)
    ran = run(home, "log", path.name)
    assert (ran.status, ran.out) == (0, expected)
    assert ran.err == (
        f"Bringing {path.name} up to date: its tables and indexes (once; it may take minutes) …\n"
    )
    assert run(home, "log", path.name).err == ""

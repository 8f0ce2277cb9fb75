"""Bad inputs end in one clear sentence each, and the rest of the batch is done."""

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.driving import (
    STORY,
    little_room,
    make_case,
    needs_no_rights,
    on_terminal,
    run,
    without_rights,
)


def _bytes(data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        # A path may have 108 bytes: bind by a short one.
        here = os.getcwd()
        os.chdir(path.parent)
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty.txt": (_bytes(b""), "is empty"),
    "blank.txt": (_bytes(b" \n\t\r\n"), "is empty"),
    "bom-only.txt": (_bytes(b"\xef\xbb\xbf\n"), "is blank"),
    "binary.txt": (_bytes(bytes(range(256)) * 20), "is binary data"),
    "picture.txt": (_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50)), "is a PNG image"),
    "report.txt": (_bytes(b"%PDF-1.7\n"), "is a PDF"),
    "base.txt": (_bytes(b"SQLite format 3\x00" + bytes(100)), "is a SQLite database"),
    "empty.html": (_bytes(b"<html><script>x()</script></html>"), "holds no text"),
    "letter.docx": (_bytes(b"PK\x03\x04"), "is of an unknown kind"),
    "noend": (_bytes(b"text"), "is of an unknown kind"),
    "pipe.txt": (lambda path: os.mkfifo(path), "is a pipe or a device"),
    "zero.txt": (lambda path: path.symlink_to("/dev/zero"), "is a pipe or a device"),
    "socket.txt": (_socket, "cannot be read"),
    "dangling.txt": (lambda path: path.symlink_to("nowhere"), "is not there"),
    "round.txt": (lambda path: path.symlink_to("round.txt"), "cannot be read"),
    "gone.txt": (lambda path: None, "is not there"),
    "n" * 300 + ".txt": (lambda path: None, "cannot be read"),
    "huge.txt": (lambda path: _sparse(path, 300 * 1024 * 1024), "is larger than 200 MB"),
}
"""How to make a file, and a part of the sentence about it."""


def _sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_bad_file_fails_alone_in_one_sentence(home: Path, jobs: str) -> None:
    for name, (make, _) in BAD.items():
        make(home / name)
    (home / "first.txt").write_text(STORY, encoding="utf-8")
    (home / "last.txt").write_text(STORY + "Again.", encoding="utf-8")

    ran = run(home, "add", "a.casefile", "first.txt", *BAD, "last.txt", "--json", "--jobs", jobs)

    report = ran.json()
    assert ran.status == 1
    assert len(report["added"]) == 2
    reasons = {failed["path"]: failed["reason"] for failed in report["failed"]}
    assert reasons.keys() == BAD.keys()
    for name, (_, words) in BAD.items():
        assert words in reasons[name]
        _assert_one_sentence(reasons[name], name)
    assert ran.err.splitlines() == [f"casefile: {reason}" for reason in reasons.values()]
    assert run(home, "check", "a.casefile").status == 0


def _assert_one_sentence(reason: str, name: str) -> None:
    assert reason.startswith(name)
    assert reason.endswith(".")
    assert "\n" not in reason
    assert "Errno" not in reason


def test_a_folder_leaves_out_what_it_does_not_know(home: Path) -> None:
    folder = home / "in"
    folder.mkdir()
    for name in ("good.txt", "picture.png", "letter.docx", ".hidden.txt"):
        (folder / name).write_text(STORY, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")

    ran = run(home, "add", "a.casefile", "in")

    assert ran.status == 1
    assert ran.err.splitlines() == [
        "1 added, 1 failed, 2 of other types skipped.",
        "casefile: empty.txt is empty: put the article's text into it, or leave it out.",
    ]


def test_what_may_not_be_read_fails_alone(home: Path) -> None:
    needs_no_rights()
    folder = home / "in"
    for name in ("shut", "open"):
        (folder / name).mkdir(parents=True)
        (folder / name / "a.txt").write_text(STORY + name, encoding="utf-8")
    (folder / "secret.txt").write_text(STORY, encoding="utf-8")
    (folder / "secret.txt").chmod(0)
    (folder / "shut").chmod(0)
    try:
        ran = run(home, "add", "a.casefile", "in", "in/shut/a.txt", limit=without_rights)
    finally:
        (folder / "shut").chmod(0o700)

    assert ran.status == 1
    assert ran.err.splitlines() == [
        "1 added, 3 failed.",
        "casefile: in/shut cannot be opened: Permission denied.",
        "casefile: secret.txt may not be read: change its permissions.",
        "casefile: a.txt may not be read: change its permissions.",
    ]


PATHOLOGICAL = {
    "divs.html": "<div>" * 50_000 + "Deep down." + "</div>" * 50_000,
    "brackets.txt": "[" * 50_000,
    "brackets.md": "![" * 20_000,
    "lines.txt": "".join(f"a{number}\n" for number in range(8_000)),
    "word.txt": "a" * 5_000_000,
    "quotes.md": "> " * 20_000 + "x",
    "list.md": "".join(" " * depth + "- a\n" for depth in range(500)),
    "round.txt": "(" * 40_000 + ")" * 40_000,
    "curly.txt": "“" * 50_000,
    "blanks.txt": "a" + " " * 1_000_000 + "b",
    "newlines.txt": "\n" * 1_000_000 + "x",
    "accents.txt": "a" + "\u0301" * 20_000,
    "attributes.html": "<p " + "a=b " * 50_000 + ">Text of it.</p>",
    "entities.html": '<!DOCTYPE x [<!ENTITY a "&b;&b;&b;"><!ENTITY b "&a;&a;">]><p>&a; text</p>',
    "said.txt": "he said that " * 1_000,
    "dates.txt": "on 3 September 2016 " * 500,
}


def test_no_text_is_so_odd_that_it_hangs_or_breaks_the_batch(home: Path) -> None:
    folder = home / "in"
    folder.mkdir()
    for name, text in PATHOLOGICAL.items():
        (folder / name).write_text(text, encoding="utf-8")
    begun = time.monotonic()

    ran = run(home, "add", "a.casefile", "in")

    assert (ran.status, ran.out.count("source:")) == (0, len(PATHOLOGICAL)), ran.err
    assert time.monotonic() - begun < 30


def test_a_warning_names_its_file(home: Path) -> None:
    (home / "deep.html").write_text(PATHOLOGICAL["divs.html"], encoding="utf-8")
    assert (
        "note: deep.html: The page's markup is broken"
        in run(home, "add", "a.casefile", "deep.html").err
    )


def test_a_full_disk_says_so_and_keeps_what_was_added(home: Path) -> None:
    for number in range(5):
        text = STORY + f"and so on {number} " * 5_000
        (home / f"{number}.txt").write_text(text, encoding="utf-8")
    room = little_room(600_000)

    ran = run(home, "add", "a.casefile", *(f"{n}.txt" for n in range(5)), limit=room)

    assert ran.status == 1
    assert ran.err.count("\n") == 1, ran.err
    assert "free some space" in ran.err or "the disk is full" in ran.err
    again = run(home, "add", "a.casefile", *(f"{n}.txt" for n in range(5)), "--json").json()
    assert len(again["unchanged"]) + len(again["added"]) == 5
    assert again["unchanged"]
    # What the full disk left unlinked is linked by now.
    assert run(home, "check", "a.casefile").status == 0


def test_a_full_disk_leaves_the_old_export(home: Path, case: Path) -> None:
    (home / "out.json").write_text("old", encoding="utf-8")
    ran = run(home, "export", case, "-o", "out.json", limit=little_room(500))
    assert ran.status == 1
    assert ran.err.startswith("casefile: ")
    assert (home / "out.json").read_text(encoding="utf-8") == "old"
    assert not list(home.glob(".out.json*"))


def test_messages_about_bad_files_drive_no_terminal(home: Path) -> None:
    (home / "e\x1b[2J\u202e.txt").write_bytes(b"")
    ran = on_terminal(home, "add", "a.casefile", "e\x1b[2J\u202e.txt", "no\x1b[2J.txt")
    assert ran.status == 1
    assert "is empty" in ran.out
    assert "is not there" in ran.out


def test_a_second_bad_batch_changes_nothing(home: Path) -> None:
    case = make_case(home)
    (home / "empty.txt").write_bytes(b"")
    before = run(home, "export", case).out
    assert run(home, "add", case, "empty.txt").status == 1
    assert run(home, "export", case).out == before

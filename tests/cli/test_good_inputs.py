"""Hard but good inputs open well: exit 0, nothing lost, nothing drives the terminal."""

import os
from pathlib import Path

from tests.cli.driving import (
    STORY,
    assert_drives_nothing,
    needs_no_rights,
    on_terminal,
    plain,
    run,
    without_rights,
)

JAPANESE = (
    "東京　2016年10月7日\n"
    "岸田文雄外務大臣は木曜日に大連で北朝鮮の代表と会談した、と関係者が述べた。\n" * 4
)
RUSSIAN = (
    "Министр иностранных дел Сергей Лавров встретился с Фумио Кисидой в Москве в четверг,"
    " сообщил источник в министерстве. Подробности встречи не раскрываются.\n" * 4
)
HOSTILE = (
    "[/] [red]Secret[/red] talks [/b\n\n" + STORY + "Tail \x1b[2J\x1b]52;c;aGk=\x07 \u202egnp\u202c"
    " zero\u200bwidth \x9b31m \x7f [@click=app.quit]here[/] [citation needed]\n"
)
CURLY = "“It’s\u00a0done,” he\u202fsaid — in\u2009Dalian.\n" + STORY

INPUTS: dict[str, tuple[bytes, str]] = {
    "utf16.txt": ((STORY + "1").encode("utf-16"), STORY + "1"),
    "utf16le.txt": ((STORY + "2").encode("utf-16-le"), STORY + "2"),
    "utf16be.txt": ((STORY + "3").encode("utf-16-be"), STORY + "3"),
    "shift-jis.txt": (JAPANESE.encode("shift_jis"), JAPANESE),
    "cp1251.txt": (RUSSIAN.encode("cp1251"), RUSSIAN),
    "bom.txt": (b"\xef\xbb\xbf" + (STORY + "4").encode(), STORY + "4"),
    "crlf.txt": ((STORY + "5").replace("\n", "\r\n").encode(), STORY + "5"),
    "hostile.txt": (HOSTILE.encode(), HOSTILE),
    "curly.txt": (CURLY.encode(), CURLY),
    "e\x1b]0;pwned\x07\x1b[31m.txt": ((STORY + "6").encode(), STORY + "6"),
    "[red]name[ & 'quote\".txt": ((STORY + "7").encode(), STORY + "7"),
    "new\nline.txt": ((STORY + "8").encode(), STORY + "8"),
    "-rf.txt": ((STORY + "9").encode(), STORY + "9"),
    "大連 🚢.txt": ((STORY + "10").encode(), STORY + "10"),
    "UPPER.TXT": ((STORY + "11").encode(), STORY + "11"),
    "no-end.txt": (b"Talks in Dalian", "Talks in Dalian"),
}
"""A file's name and bytes, and the text that must come out of it."""


def _write_inputs(folder: Path) -> None:
    folder.mkdir()
    for name, (data, _) in INPUTS.items():
        (folder / name).write_bytes(data)
    (folder / "loop").mkdir()
    (folder / "loop" / "up").symlink_to("..")
    (folder / "loop" / "linked.txt").symlink_to(folder / "bom.txt")


def test_hard_but_good_inputs_come_in_whole_and_drive_no_terminal(home: Path) -> None:
    _write_inputs(home / "in")

    added = on_terminal(home, "add", "a.casefile", "in")

    assert added.status == 0, added.out
    # linked.txt holds the same bytes as bom.txt, by a loop that is walked once
    assert f"{len(INPUTS)} added, 1 unchanged." in added.out
    document = run(home, "export", "a.casefile").json()
    texts = {source["path"]: source["text"] for source in document["sources"]}
    assert texts == {name: text for name, (_, text) in INPUTS.items()}
    for source in document["sources"]:
        shown = on_terminal(home, "show", "a.casefile", source["ref"])
        assert shown.status == 0
        assert _letters(source["text"]) in _letters(plain(shown.out))


def _letters(text: str) -> str:
    """Return what must survive wrapping and being made safe."""
    return "".join(sign for sign in text if sign.isalnum() and sign.isprintable())


COMMANDS = (
    ("open",),
    ("search", "Kishida"),
    ("search", "tail"),
    ("search", "gnp", "--json"),
    ("show", "source:1", "--json"),
    ("show", "note:1"),
    ("export",),
    ("log",),
    ("check",),
)


def test_a_hostile_text_drives_no_terminal_through_any_command(home: Path) -> None:
    case = "a\x1b[2J.casefile"
    (home / "e\x1b[31m.txt").write_text(HOSTILE, encoding="utf-8")
    run(home, "add", case, "e\x1b[31m.txt", "--title", "T\x1b]0;x\x07\n[/]\u202e")
    run(home, "note", case, "source:1", "N\x1b[2J\u202e\nsecond line")
    for command, *rest in COMMANDS:
        shown = on_terminal(home, command, case, *rest)
        assert shown.status == 0, shown.out
        assert shown.out.strip()


def test_brackets_are_shown_as_written(home: Path) -> None:
    (home / "b.txt").write_text(HOSTILE, encoding="utf-8")
    added = on_terminal(home, "add", "a.casefile", "b.txt")
    shown = on_terminal(home, "show", "a.casefile", "source:1")
    assert "[/] [red]Secret[/red] talks [/b" in added.out
    assert "[@click=app.quit]here[/] [citation needed]" in " ".join(shown.out.split())


def test_a_pipe_gets_the_text_as_it_is(home: Path) -> None:
    (home / "b.txt").write_text(HOSTILE, encoding="utf-8")
    run(home, "add", "a.casefile", "b.txt")
    assert HOSTILE in run(home, "show", "a.casefile", "source:1").out


def test_a_name_that_is_no_text_is_kept_as_its_bytes_escaped(home: Path) -> None:
    folder = os.fsencode(home) + b"/latin\xe9"
    os.mkdir(folder)
    with open(folder + b"/caf\xe9.txt", "wb") as file:
        file.write(STORY.encode())

    added = run(home, "add", b"c\xe9.casefile", b"latin\xe9", "latin\udce9/caf\udce9.txt")

    assert added.status == 0, added.err
    assert run(home, "export", b"c\xe9.casefile").json()["sources"][0]["path"] == r"caf\xe9.txt"
    assert on_terminal(home, b"c\xe9.casefile").status == 0
    assert on_terminal(home, "add", "d.casefile", b"nothing\xe9.txt").status == 1


def test_words_that_are_no_text_can_be_asked_and_noted(home: Path, case: Path) -> None:
    for command in ("search", "note"):
        arguments = [command, case, *(["source:1"] if command == "note" else []), b"caf\xe9"]
        assert run(home, *arguments).status == 0
    assert run(home, "add", case, "-", "--title", b"caf\xe9", stdin=b"Another text.").status == 0
    assert run(home, "show", case, b"caf\xe9").status == 1


def test_ten_megabytes_in_one_line_open(home: Path) -> None:
    # Mostly two words: prose of 10 MB comes in as well, in half a minute.
    text = "a" * 5_000_000 + " a line of small letters" * 1_000 + " Dalian " + "b" * 5_000_000
    (home / "line.txt").write_text(text, encoding="utf-8")

    assert run(home, "add", "a.casefile", "line.txt").status == 0
    assert run(home, "search", "a.casefile", "Dalian").status == 0
    shown = on_terminal(home, "show", "a.casefile", "source:1")
    assert shown.status == 0
    assert shown.out.count("a") > 5_000_000
    assert run(home, "show", "a.casefile", "source:1", "--json").json()["text"] == text


def test_a_case_that_may_only_be_read_is_opened_searched_shown_and_exported(
    home: Path, case: Path
) -> None:
    needs_no_rights()
    folder = home / "locked"
    folder.mkdir()
    case.rename(folder / "a.casefile")
    (folder / "a.casefile").chmod(0o400)
    folder.chmod(0o500)
    before = (folder / "a.casefile").read_bytes()
    try:
        for arguments in (
            ("open", "locked/a.casefile"),
            ("search", "locked/a.casefile", "Kishida"),
            ("show", "locked/a.casefile", "source:1"),
            ("export", "locked/a.casefile"),
            ("check", "locked/a.casefile"),
            ("log", "locked/a.casefile"),
        ):
            ran = run(home, *arguments, limit=without_rights)
            assert (ran.status, ran.err) == (0, ""), arguments
            assert ran.out
        assert [path.name for path in folder.iterdir()] == ["a.casefile"]
        assert (folder / "a.casefile").read_bytes() == before
    finally:
        folder.chmod(0o700)


def test_the_names_in_messages_are_safe_in_a_pipe_too(home: Path) -> None:
    failed = run(home, "add", "a.casefile", "gone\x1b[2J\n.txt")
    assert failed.status == 1
    assert_drives_nothing(failed.err)
    assert failed.err.count("\n") == 2

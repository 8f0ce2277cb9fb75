"""Damage is found and mended from the shell. The report is invented."""

import json
from pathlib import Path

import pytest

from casefile.cli import main
from casefile.store.engine import sqlite

STORY = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017. Salter left Helsinki on Friday.\n"


@pytest.fixture
def case(home: Path, capsys: pytest.CaptureFixture[str]) -> str:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", "--published", "2017-05-05"]) == 0
    assert main(["note", "a.casefile", "source:1", "who?"]) == 0
    capsys.readouterr()
    return "a.casefile"


def damage(sql: str) -> None:
    with sqlite.connect("a.casefile") as connection:
        connection.execute(sql)
    connection.close()


def test_damage_is_told_mended_once_and_then_nothing_is_to_do(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", case, "-o", "before.json"]) == 0
    damage("DELETE FROM note_words")
    capsys.readouterr()
    assert main(["check", case]) == 1
    said = capsys.readouterr()
    assert "1 times note missing in the full-text index, such as 1." in said.err
    assert "'casefile check a.casefile --repair' makes anew what can be." in said.err
    assert main(["check", case, "--repair"]) == 0
    said = capsys.readouterr()
    assert said.out == (
        "As it was, the case is in a.casefile.before-repair\n"
        "Mended: 1 times note missing in the full-text index, such as 1.\n"
    )
    assert main(["check", case, "--repair"]) == 0
    assert capsys.readouterr().out == (
        "a.casefile is whole: 1 sources, 1 notes. There is nothing to do.\n"
    )
    assert main(["check", case, "--repair", "--json"]) == 0
    none: dict[str, object] = {
        "backup": None,
        "mended": [],
        "left": [],
        "saved": None,
        "unread": [],
    }
    assert json.loads(capsys.readouterr().out) == none
    assert main(["export", case, "-o", "after.json"]) == 0
    assert Path("after.json").read_bytes() == Path("before.json").read_bytes()


def test_what_no_repair_mends_says_what_to_do(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    damage("UPDATE mention SET form = 'x'")
    assert main(["check", case, "--repair"]) == 1
    assert "'casefile extract' reads that source again." in capsys.readouterr().err
    assert main(["extract", case]) == 0
    assert main(["check", case]) == 0


def test_a_file_that_cannot_be_mended_is_saved_beside(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite.connect(case) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'entity_cluster'"
        ).fetchone()
    connection.close()
    held = bytearray(Path(case).read_bytes())
    held[4096 * (page - 1) : 4096 * page] = b"\xff" * 4096
    Path(case).write_bytes(held)
    assert main(["check", case]) == 1
    assert main(["check", case, "--repair"]) == 1
    said = capsys.readouterr().err
    assert "a.casefile cannot be mended and is as it was; all of it is in a.casefile.saved." in said
    assert main(["check", "a.casefile.saved"]) == 0


def test_a_file_that_cannot_be_opened_is_a_sentence(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    held = bytearray(Path(case).read_bytes())
    held[100:4096] = b"\xff" * 3996
    Path(case).write_bytes(held)
    for more in ((), ("--repair",)):
        assert main(["check", case, *more]) == 1
        said = capsys.readouterr().err
        assert "cannot be opened" in said
        assert "go back to a copy" in said

"""A review from the shell. The report is invented."""

import json
from pathlib import Path

import pytest

from casefile.cli import main

STORY = (
    "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said on Friday."
    " Nobody else was there.\n"
)


@pytest.fixture
def case(home: Path) -> str:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", "--published", "2017-05-05"]) == 0
    return "a.casefile"


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(list(words)) == 0, words
    return capsys.readouterr().out


def test_tags_are_given_listed_renamed_and_taken_away(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "tag", case, "source:1", "to check", "old") == (
        "source:1  tags: old, to check\n"
    )
    said(capsys, "tag", case, "fact:1", "old")
    assert said(capsys, "tags", case) == "      2  old\n      1  to check\n"
    told = said(capsys, "tags", case, "--rename", "old", "new", "--json")
    assert json.loads(told) == [{"tag": "new", "uses": 2}, {"tag": "to check", "uses": 1}]
    assert "fact:1" in said(capsys, "search", case, "tag:new")
    assert said(capsys, "tag", case, "fact:1", "new", "--remove") == "fact:1  tags: none\n"
    assert said(capsys, "tags", case, "--remove", "new") == "      1  to check\n"
    for _ in range(5):
        said(capsys, "undo", case)
    assert "Nothing has a tag yet" in said(capsys, "tags", case)


def test_a_status_a_grade_and_a_mark_are_shown_logged_and_exported(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, "status", case, "fact:1", "disputed", "--reason", "she denies it")
    assert told == "fact:1  status: disputed (she denies it)\n"
    assert said(capsys, "grade", case, "fact:1", "4") == "fact:1  grade: 4, doubtful\n"
    assert said(capsys, "grade", case, "source:1", "b", "--reason", "often right") == (
        "source:1  grade: B, usually reliable (often right)\n"
    )
    assert said(capsys, "sensitive", case, "fact:1") == "fact:1  sensitive\n"
    shown = said(capsys, "show", case, "fact:1")
    for words in ("disputed: she denies it", "4, doubtful", "sensitive"):
        assert words in shown
    document = json.loads(said(capsys, "export", case))
    fact, source = document["facts"][0], document["sources"][0]
    assert (fact["status"], fact["status_reason"]) == ("disputed", "she denies it")
    assert (fact["grade"], fact["sensitive"], source["grade"]) == ("4", True, "B")
    assert [one["deed"] for one in document["log"]] == [
        "status set", "graded", "graded", "sensitivity set",
    ]  # fmt: skip
    assert said(capsys, "grade", case, "fact:1", "none") == "fact:1  grade: none\n"
    assert main(["check", case]) == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("tag", "a.casefile", "source:1", "a,b"), "A tag is at most 60"),
        (("tag", "a.casefile", "source:9", "a"), "no source 9"),
        (("tags", "a.casefile", "--rename", "none", "a"), "No thing has the tag 'none'"),
        (("status", "a.casefile", "source:1", "confirmed"), "has no status"),
        (("grade", "a.casefile", "source:1", "3"), "A to F"),
        (("grade", "a.casefile", "event:1", "A"), "has no grade"),
    ],
)
def test_what_cannot_be_said_fails_in_one_sentence(
    case: str, words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(list(words)) == 1
    err = capsys.readouterr().err
    assert sentence in err
    assert err.count("\n") == 1


def test_saying_it_again_changes_nothing(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "tag", case, "source:1", "one")
    capsys.readouterr()
    assert main(["tag", case, "source:1", "One"]) == 0
    assert "nothing was changed" in capsys.readouterr().err

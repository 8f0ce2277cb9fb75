"""What is new, and what was asked, from the shell. The reports are invented."""

import json
from pathlib import Path

import pytest

from casefile.cli import main

STORY = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said on Friday.\n"
LATER = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, an aide said. Nobody denied it.\n"


@pytest.fixture
def case(home: Path) -> str:
    add("a.txt", STORY)
    return "a.casefile"


def add(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    assert main(["add", "a.casefile", name, "--published", "2017-05-05", "--title", name]) == 0


def said(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> tuple[str, str]:
    capsys.readouterr()
    assert main(list(words)) == status, words
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_what_came_in_since_yesterday_is_grouped_and_each_row_has_its_ref(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = said(capsys, "new", case, "--since", "yesterday")
    assert out.startswith("New sources  1\n  source:1")
    assert err.startswith("New since ")
    document = json.loads(said(capsys, "new", case, "--since", "2d", "--json")[0])
    group = document["groups"][0]
    assert (group["title"], group["total"], group["rows"][0]["ref"]) == (
        "New sources", 1, "source:1",
    )  # fmt: skip
    out, err = said(capsys, "new", case, "--since", "2999-01-01")
    assert (out, err) == ("", "Nothing is new since 2999-01-01 00:00 UTC.\n")


def test_what_was_seen_is_no_longer_new(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = said(capsys, "new", case, "--seen")
    assert out == ""
    assert err.startswith("You have not looked at this case yet: --since yesterday")
    assert said(capsys, "new", case)[1].startswith("Nothing is new since ")
    add("b.txt", LATER)
    assert "source:2" in said(capsys, "new", case)[0]
    assert "source:1" not in said(capsys, "new", case, "--seen")[0]
    assert json.loads(said(capsys, "new", case, "--json")[0])["groups"] == []
    assert json.loads(said(capsys, "log", case, "--json")[0]) == []


def test_a_time_that_is_none_is_refused_in_a_sentence(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, err = said(capsys, "new", case, "--since", "soon", status=1)
    assert err == (
        "casefile: 'soon' is no time: write yesterday, 2d, 1w, or a date such as 2026-11-21.\n"
    )


def test_a_question_is_asked_listed_answered_shown_and_exported(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "questions", case)[0] == "Nothing has been asked yet.\n"
    assert said(capsys, "question", case, "fact:1", "Who", "saw?")[0] == (
        "fact:1       Who saw? (nobody asked yet): open\n"
    )
    out, _ = said(capsys, "question", case, "fact:1", "Who saw?", "--of", "the porter")
    assert "(of the porter, 20" in out
    [asked] = json.loads(said(capsys, "questions", case, "--open", "--json")[0])
    assert (asked["target"], asked["of"], asked["answer"]) == ("fact:1", "the porter", None)
    assert ": He did (" in said(capsys, "answer", case, "fact:1", "He did")[0]
    assert said(capsys, "questions", case, "--open")[0] == "No question is open.\n"
    assert "Who saw?" in said(capsys, "questions", case, "porter")[0]
    assert "Who saw?" in said(capsys, "show", case, "fact:1")[0]
    assert "question" in json.loads(said(capsys, "export", case)[0])["questions"][0]
    said(capsys, "undo", case)
    assert "Who saw?" in said(capsys, "questions", case, "--open")[0]
    assert said(capsys, "question", case, "fact:1", "who", "--remove")[0].startswith(
        "fact:1       removed: Who saw?"
    )
    assert said(capsys, "question", case, "fact:1", status=2)[1].startswith(
        "casefile: Missing argument 'QUESTION...'"
    )


def test_a_denied_fact_is_not_confirmed_unasked(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add("c.txt", STORY + "There was no meeting in Helsinki on 3 May, said Ivo Salter.\n")
    case = "a.casefile"
    facts = json.loads(said(capsys, "export", case)[0])["facts"]
    denial = next(one for one in facts if one["polarity"] == "denied" and one["event"])
    fact = next(one for one in facts if one["event"] == denial["event"] and one != denial)["ref"]
    _, err = said(capsys, "status", case, fact, "confirmed", status=1)
    assert err == (
        f"casefile: {denial['ref']} denies {fact}, and nobody was asked about it: say why {fact}"
        f" holds all the same (--reason), or ask first"
        f" ('casefile question CASE {denial['ref']} ... --of WHO').\n"
    )
    said(capsys, "question", case, denial["ref"], "Were you there?", "--of", "Salter")
    assert said(capsys, "status", case, fact, "confirmed")[0] == f"{fact}  status: confirmed\n"

"""A log goes from one case to another by the shell. The report is invented."""

import json
from pathlib import Path

import pytest

from casefile.cli import main

STORY = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017. Salter left Helsinki on Friday.\n"


def test_a_log_is_written_and_replayed_on_a_fresh_import(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*words: str) -> str:
        capsys.readouterr()
        assert main(list(words)) == 0, words
        return capsys.readouterr().out

    Path("a.txt").write_text(STORY, encoding="utf-8")
    for case in ("a.casefile", "b.casefile"):
        said("add", case, "a.txt", "--published", "2017-05-05")
    said("note", "a.casefile", "entity:1", "who is it?")
    said("tag", "a.casefile", "note:1", "open")
    said("reject", "a.casefile", "Helsinki")
    said("set", "a.casefile", "source:1", "--title", "Two met")
    said("log", "a.casefile", "--export", "log.json")
    assert said("replay", "b.casefile", "log.json") == "4 decisions added, 0 were known.\n"
    assert said("export", "b.casefile") == said("export", "a.casefile")
    told = json.loads(said("replay", "b.casefile", "log.json", "--json"))
    assert (told["added"], told["known"], told["waiting"]) == (0, 4, 0)
    assert Path("log.json").stat().st_mode & 0o777 == 0o600
    assert said("log", "b.casefile", "--export", "-") == said("log", "a.casefile", "--export", "-")
    said("undo", "b.casefile")
    assert json.loads(said("export", "b.casefile"))["notes"] == []
    assert main(["check", "b.casefile"]) == 0


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("[", "cannot be read as a log"), ("{}", "is no log"), ("[" * 99_999, "cannot be read")],
    ids=["no JSON", "no log", "deep"],
)
def test_what_is_no_log_is_said_in_a_sentence(
    home: Path, text: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt"]) == 0
    Path("log.json").write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(["replay", "a.casefile", "log.json"]) == 1
    err = capsys.readouterr().err
    assert sentence in err
    assert err.count("\n") == 1

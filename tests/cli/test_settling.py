"""Two people differ, and it is settled by the shell. The report is invented."""

import json
import shutil
from pathlib import Path

import pytest

from casefile.cli import main

STORY = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017. Salter left Helsinki on Friday.\n"


def test_where_two_people_differ_is_listed_and_one_side_chosen(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*words: str) -> str:
        capsys.readouterr()
        assert main(list(words)) == 0, words
        return capsys.readouterr().out

    Path("a.txt").write_text(STORY, encoding="utf-8")
    said("add", "a.casefile", "a.txt", "--published", "2017-05-05")
    shutil.copy("a.casefile", "b.casefile")
    assert "Nobody differs" in said("settle", "a.casefile")
    said("status", "a.casefile", "fact:1", "disputed", "--reason", "denied")
    said("status", "b.casefile", "fact:1", "confirmed", "--reason", "seen")
    said("log", "b.casefile", "--export", "b.json")
    assert json.loads(said("replay", "a.casefile", "b.json", "--json"))["clashing"] == 1
    listed = said("settle", "a.casefile")
    assert "disputed: denied" in listed
    assert "confirmed: seen" in listed
    assert "* " in listed
    [clash] = json.loads(said("settle", "a.casefile", "--json"))
    [first, second] = clash["values"]
    assert {first["text"], second["text"]} == {"disputed: denied", "confirmed: seen"}
    shown = said("show", "a.casefile", clash["ref"])
    assert first["text"] in shown
    assert second["text"] in shown
    at = 1 + [one["text"] for one in clash["values"]].index("disputed: denied")
    assert "settled: disputed: denied" in said("settle", "a.casefile", clash["ref"], str(at))
    assert "disputed" in said("show", "a.casefile", "fact:1")
    assert "Nobody differs" in said("settle", "a.casefile")
    assert "settled" in said("settle", "a.casefile", "--all")
    said("undo", "a.casefile")
    assert clash["ref"] in said("settle", "a.casefile")
    assert main(["settle", "a.casefile", clash["ref"]]) == 2
    assert main(["settle", "a.casefile", clash["ref"], "9"]) == 1
    assert "choose" in capsys.readouterr().err


def test_decisions_are_taken_back_to_a_point(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt"]) == 0
    for name in ("one", "two", "three"):
        assert main(["tag", "a.casefile", "source:1", name]) == 0
    assert main(["undo", "a.casefile", "--to", "2"]) == 0
    capsys.readouterr()
    assert main(["show", "a.casefile", "source:1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["tags"] == "one"
    assert main(["undo", "a.casefile", "--to", "2"]) == 1
    assert "no decision 2 that stands" in capsys.readouterr().err

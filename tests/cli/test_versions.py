"""A report whose text was changed, from the shell. The report is invented."""

import json
from pathlib import Path

import pytest

from casefile.cli import main

STORY = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017. Salter left Helsinki on Friday.\n"
CHANGED = STORY.replace("3 May", "4 May") + "\nBrandt stayed for the night.\n"


def test_a_changed_file_becomes_a_version_when_the_reader_says_so(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*words: str, status: int = 0) -> tuple[str, str]:
        capsys.readouterr()
        assert main(list(words)) == status, words
        told = capsys.readouterr()
        return told.out, told.err

    Path("a.txt").write_text(STORY, encoding="utf-8")
    said("add", "a.casefile", "a.txt", "--published", "2017-05-05")
    assert "no other version" in said("versions", "a.casefile", "source:1")[1]
    said("tag", "a.casefile", "fact:1", "seen")
    Path("a.txt").write_text(CHANGED, encoding="utf-8")
    assert "say --version-of source:1" in said("add", "a.casefile", "a.txt", status=1)[1]
    out, err = said("add", "a.casefile", "a.txt", "--version-of", "source:1")
    assert "version 2" in out
    assert "words that are gone" in err
    told = json.loads(said("add", "a.casefile", "a.txt", "--version-of", "source:1", "--json")[0])
    assert (told["versions"], told["unchanged"]) == ([], ["source:1"])
    listed = said("versions", "a.casefile", "source:1")[0]
    assert "version 1" in listed
    assert "fact:1" in listed
    assert said("versions", "a.casefile", "source:1", "1")[0].rstrip("\n") == STORY.rstrip("\n")
    as_json = json.loads(said("versions", "a.casefile", "source:1", "--json")[0])
    assert [one["current"] for one in as_json["versions"]] == [False, True]
    assert as_json["orphans"][0]["ref"] == "fact:1"
    assert "2 of 2, added" in said("show", "a.casefile", "source:1")[0]
    assert "no longer says" in said("show", "a.casefile", "fact:1")[0]
    assert "another version of" in said("log", "a.casefile")[0]
    said("undo", "a.casefile")
    assert "3 May" in said("show", "a.casefile", "source:1")[0]
    assert "has no version 2" in said("versions", "a.casefile", "source:1", "2", status=1)[1]
    assert main(["add", "a.casefile", "a.txt", "--version-of", "source:1", "--separate"]) == 2

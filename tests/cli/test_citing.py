"""What notes say without citing anything, from the shell. The notes are invented."""

import json
from pathlib import Path

import pytest

from casefile.cli import main


def test_sentences_that_cite_nothing_are_listed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text("Orla Brandt met Ivo Salter in Oslo on 3 May 2017.\n", "utf-8")
    assert main(["add", "a.casefile", "a.txt", "--published", "2017-05-05"]) == 0
    for words in ("They met in May [[fact:1]]. Nobody says why.", "Seen in [[source:1]]."):
        assert main(["note", "a.casefile", "source:1", words]) == 0
    capsys.readouterr()
    assert main(["uncited", "a.casefile"]) == 0
    assert capsys.readouterr().out == "note:1    Nobody says why.\n"
    assert main(["uncited", "a.casefile", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"ref": "note:1", "sentences": ["Nobody says why."]}
    ]
    assert main(["uncited", "a.casefile", "note:2"]) == 0
    assert capsys.readouterr().out == "Every sentence of the notes cites something.\n"
    assert main(["uncited", "a.casefile", "source:1"]) == 1
    assert "source:1 is no note" in capsys.readouterr().err


def test_notes_are_written_as_markdown_with_footnotes(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text("Orla Brandt met Ivo Salter in Oslo on 3 May 2017.\n", "utf-8")
    assert main(["add", "a.casefile", "a.txt", "--published", "2017-05-05"]) == 0
    for on, words in (("source:1", "They met [[fact:1]]."), ("entity:1", "who?")):
        assert main(["note", "a.casefile", on, words]) == 0
    capsys.readouterr()
    assert main(["export", "a.casefile", "--format", "markdown"]) == 0
    whole = capsys.readouterr().out
    assert "They met[^1].\n" in whole
    assert "\n[^1]: “Orla Brandt met Ivo Salter in Oslo on 3 May 2017.” Said by" in whole
    assert main(["export", "a.casefile", "--format", "markdown", "-o", "notes.md"]) == 0
    assert Path("notes.md").read_text(encoding="utf-8") == whole
    capsys.readouterr()
    assert main(["export", "a.casefile", "entity:1", "--format", "markdown"]) == 0
    assert "They met" not in capsys.readouterr().out
    assert main(["export", "a.casefile", "fact:99", "--format", "markdown"]) == 1
    assert "no fact 99" in capsys.readouterr().err
    assert main(["export", "a.casefile", "source:1"]) == 2
    assert "json is the whole case" in capsys.readouterr().err
    assert main(["export", "a.casefile", "--format", "markdown", "-o", "a.casefile"]) == 1
    assert main(["check", "a.casefile"]) == 0

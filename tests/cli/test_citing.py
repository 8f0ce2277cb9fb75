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

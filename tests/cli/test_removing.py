"""Sources taken out and brought back, from the shell. The reports are invented."""

import json
from pathlib import Path

import pytest

from casefile.cli import main

STORY = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017. Salter left Helsinki on Friday.\n"
OTHER = "Ivo Salter spoke to reporters in Oslo on 9 May 2017.\n"


@pytest.fixture
def case(home: Path) -> str:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    Path("b.txt").write_text(OTHER, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", "b.txt", "--published", "2017-05-10"]) == 0
    return "a.casefile"


def test_a_source_is_counted_removed_listed_and_restored(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*words: str) -> str:
        capsys.readouterr()
        assert main(list(words)) == 0, words
        return capsys.readouterr().out

    def refused(*words: str) -> str:
        capsys.readouterr()
        assert main(list(words)) == 1, words
        return capsys.readouterr().err

    said("note", case, "source:1", "who says?")
    counted = json.loads(said("remove", case, "source:1", "--dry-run", "--json"))
    assert (counted["ref"], counted["notes"], counted["removed"]) == ("source:1", 1, False)
    assert "Orla Brandt" in said("search", case, "kind:person")
    told = said("remove", case, "source:1", "--reason", "told twice")
    assert told.startswith("source:1 “Orla Brandt met")
    assert f"took {counted['mentions']} mentions" in told
    assert "Orla Brandt" not in said("search", case, "kind:person")
    assert [one["ref"] for one in json.loads(said("export", case))["sources"]] == ["source:2"]
    (one,) = json.loads(said("removed", case, "--json"))
    assert (one["ref"], one["path"], one["reason"]) == ("source:1", "a.txt", "told twice")
    assert "told twice" in said("removed", case)
    for words in (["show"], ["versions"], ["extract"], ["remove"], ["set", "--title", "x"]):
        error = refused(words[0], case, "source:1", *words[1:])
        assert "(told twice): 'casefile restore' with source:1 brings it back." in error
    capsys.readouterr()
    assert main(["add", case, "a.txt"]) == 0
    added = capsys.readouterr().err
    assert added.startswith("0 added, 1 unchanged.\n")
    assert "'casefile restore' with source:1 brings it back." in added
    assert said("restore", case, "source:1").endswith("1 event\n")
    assert "who says?" in said("show", case, "source:1")
    assert "nothing to restore" in refused("restore", case, "source:1")
    said("undo", case)
    said("undo", case)
    assert "Orla Brandt" in said("search", case, "kind:person")
    assert main(["removed", case]) == 0
    assert "No source of this case is removed." in capsys.readouterr().err
    assert main(["check", case]) == 0


def test_several_go_and_come_back_at_once(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["note", case, "source:1", "who says?"]) == 0
    assert main(["tag", case, "source:2", "late"]) == 0
    capsys.readouterr()
    assert main(["remove", case, "source:1", "source:2", "--dry-run"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("source:1, source:2 would take ")
    assert told[1] == "What you wrote and would go with them:"
    assert [one.split()[0] for one in told[2:]] == ["note", "tag"]
    assert main(["remove", case, "source:1", "source:2", "--json"]) == 0
    done = json.loads(capsys.readouterr().out)
    assert (done["ref"], done["refs"]) == ("source:1", ["source:1", "source:2"])
    assert [one["ref"] for one in done["yours"]] == ["note:1", "source:2"]
    assert main(["restore", case, "source:2", "source:1"]) == 0
    assert capsys.readouterr().out.startswith("source:2, source:1 are back with ")
    assert main(["undo", case]) == 0
    assert main(["undo", case]) == 0
    assert main(["removed", case]) == 0
    assert "No source of this case is removed." in capsys.readouterr().err
    assert main(["remove", case]) == 2

"""What is no name, from the shell. The report is invented."""

import json
from pathlib import Path

import pytest

from casefile.cli import main

STORY = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017. Salter left Helsinki on Friday.\n"


@pytest.fixture
def case(home: Path) -> str:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", "--published", "2017-05-05"]) == 0
    return "a.casefile"


def test_words_are_counted_rejected_and_brought_back(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*words: str) -> str:
        capsys.readouterr()
        assert main(list(words)) == 0, words
        return capsys.readouterr().out

    told = json.loads(said("reject", case, "Helsinki", "--dry-run", "--json"))
    assert (told["mentions"], told["sources"], told["rejected"]) == (2, 1, False)
    at = str(STORY.index("Helsinki"))
    one = said("reject", case, "Helsinki", "--in", "source:1", "--at", at)
    assert one == "'Helsinki' is no name: 1 mention in 1 source went\n"
    assert said("reject", case, "Helsinki").endswith("1 mention in 1 source went\n")
    assert "Helsinki" not in said("search", case, "kind:place")
    assert main(["reject", case, "Helsinki"]) == 1
    assert "Nothing in this case is named" in capsys.readouterr().err
    assert main(["reject", case, "Helsinki", "--at", "3"]) == 2
    said("undo", case)
    said("undo", case)
    assert "Helsinki" in said("search", case, "kind:place")
    assert main(["check", case]) == 0

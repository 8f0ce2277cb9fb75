"""What is one, from the shell. The reports are invented."""

import json
from pathlib import Path

import pytest

from casefile.cli import main

ONE = "Finland’s Orla Brandt met Sweden’s Ivo Salter in Helsinki on 3 May 2017, she said.\n"
TWO = "Sweden’s Ivo Salter met Finland’s Orla Brandt in Helsinki on 9 May 2017. He left.\n"


@pytest.fixture
def case(home: Path) -> str:
    Path("a.txt").write_text(ONE, encoding="utf-8")
    Path("b.txt").write_text(TWO, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", "b.txt", "--published", "2017-05-15"]) == 0
    return "a.casefile"


def test_what_waits_is_listed_judged_and_taken_back(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*words: str) -> str:
        capsys.readouterr()
        assert main(list(words)) == 0, words
        return capsys.readouterr().out

    [waiting] = json.loads(said("review", case, "--json"))
    left, right = waiting["left"], waiting["right"]
    assert waiting["reason"]
    assert said("review", case).startswith(f"{left} {right} ")
    told = said("judge", case, left, right, "same", "--reason", "one meeting")
    assert told == f"{left} {right}  same: shown as {left}\n"
    assert said("review", case) == "Nothing waits for a judgement.\n"
    assert said("judge", case, left, right, "same", "--reason", "one meeting")
    log = json.loads(said("log", case, "--json"))
    assert [one["deed"] for one in log] == ["judged"]
    said("undo", case)
    assert json.loads(said("review", case, "--json")) == [waiting]
    assert main(["judge", case, left, left, "same"]) == 1
    assert "cannot be judged" in capsys.readouterr().err
    assert main(["check", case]) == 0

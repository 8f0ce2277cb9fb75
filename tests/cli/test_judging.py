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

    [waiting] = json.loads(said("review", case, "--kind", "events", "--json"))
    left, right = waiting["left"], waiting["right"]
    assert waiting["reason"]
    assert said("review", case, "--kind", "events").startswith(f"{left} {right} ")
    told = said("judge", case, left, right, "same", "--reason", "one meeting")
    assert told == f"{left} {right}  same: shown as {left}\n"
    assert said("review", case, "--kind", "events") == "Nothing waits for a judgement.\n"
    assert said("judge", case, left, right, "same", "--reason", "one meeting")
    log = json.loads(said("log", case, "--json"))
    assert [one["deed"] for one in log] == ["judged"]
    said("undo", case)
    assert json.loads(said("review", case, "--kind", "events", "--json")) == [waiting]
    assert main(["judge", case, left, left, "same"]) == 1
    assert "cannot be judged" in capsys.readouterr().err
    assert main(["check", case]) == 0


DOUBTFUL = "The harbour master met the mayor. They said the northern quay will not be closed.\n"
UNDATED = "Orla Brandt met Ivo Salter in Helsinki on Friday, May 5. On Tuesday she left again.\n"


def test_facts_and_dates_are_listed_judged_and_taken_back(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(DOUBTFUL, encoding="utf-8")
    Path("b.txt").write_text(UNDATED, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", "--published", "2017-05-15"]) == 0
    assert main(["add", "a.casefile", "b.txt"]) == 0

    def said(*words: str) -> str:
        capsys.readouterr()
        assert main(list(words)) == 0, words
        return capsys.readouterr().out

    facts = json.loads(said("review", "a.casefile", "--kind", "facts", "--json"))
    ref = facts[0]["ref"]
    assert "“They”" in facts[0]["reason"]
    assert said("judge", "a.casefile", ref, "wrong", "--reason", "nobody") == f"{ref}  wrong\n"
    assert "rejected: nobody" in said("show", "a.casefile", ref)
    assert len(json.loads(said("review", "a.casefile", "--kind", "facts", "--json"))) < len(facts)
    assert said("judge", "a.casefile", ref, "open") == f"{ref}  open\n"
    assert json.loads(said("review", "a.casefile", "--kind", "facts", "--json")) == facts
    said("judge", "a.casefile", ref, "right")
    said("undo", "a.casefile")

    [date] = json.loads(said("review", "a.casefile", "--kind", "dates", "--json"))
    [first, *_] = date["days"]
    assert UNDATED[first["start"] : first["end"]] == "Friday, May 5"
    told = said("judge", "a.casefile", date["ref"], "1", "--reason", "the seal")
    assert told == f"{date['ref']}  published: {first['published']}\n"
    assert "as you stated: the seal" in said("show", "a.casefile", date["ref"])
    said("undo", "a.casefile")
    said("judge", "a.casefile", date["ref"], "none")
    said("undo", "a.casefile")
    said("judge", "a.casefile", date["ref"], "unsure")
    assert json.loads(said("review", "a.casefile", "--kind", "dates", "--json")) == []
    deeds = [one["deed"] for one in json.loads(said("log", "a.casefile", "--json"))]
    assert {"reading set", "source corrected"} <= {*deeds}
    assert main(["check", "a.casefile"]) == 0

    for words in ([ref, "9"], [ref, "perhaps"], [ref, ref, "same", "more"], [ref, ref, "right"]):
        assert main(["judge", "a.casefile", *words]) == 2, words
    assert main(["judge", "a.casefile", date["ref"], "77"]) == 1
    assert "no day 77" in capsys.readouterr().err
    assert main(["judge", "a.casefile", date["ref"], "wrong"]) == 1
    assert "facts are right, wrong or unsure" in capsys.readouterr().err

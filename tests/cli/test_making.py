"""A reader makes things of words, and puts right who took part and who says so, from the shell."""

import json
from pathlib import Path

import pytest

from casefile.cli import main

STORY = (
    "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017, Una Reedman said. Brandt left Helsinki"
    " the next day.\nThe envoy saw\nthe kestrel circle at dusk.\n"
)
WORDS = ["--source", "source:1", "--quote"]


@pytest.fixture
def case(home: Path, capsys: pytest.CaptureFixture[str]) -> str:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", "--published", "2017-05-10"]) == 0
    capsys.readouterr()
    return "a.casefile"


def test_what_is_made_is_told_shown_and_taken_back(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made = ["make", "entity", case, *WORDS, "the kestrel circle", "--kind", "organization"]
    assert main([*made, "--name", "Kestrel Circle"]) == 0
    ref, name = capsys.readouterr().out.split(maxsplit=1)
    assert name == "Kestrel Circle\n"
    assert main(["make", "entity", case, *WORDS, "The envoy", "--same-as", "entity:1"]) == 0
    assert capsys.readouterr().out == "entity:1  Orla Brandt\n"
    told = ["--date", "mid-May 2017", "--place", "Helsinki"]
    who = ["--participant", "Kestrel Circle=host", "--participant", "The envoy"]
    said = ["make", "event", case, *WORDS, "The envoy saw the kestrel circle", *told, *who]
    assert main([*said, "--kind", "meeting"]) == 0
    assert "Meeting: Kestrel Circle, Orla Brandt in Helsinki  (~11-20 May 2017)" in (
        capsys.readouterr().out
    )
    says = ["--said-by", "a friend", "--said-by", "Una Reedman", "--about", ref]
    assert main(["make", "fact", case, *WORDS, "at dusk", "--json", *says]) == 0
    fact = json.loads(capsys.readouterr().out)
    assert fact["label"] == "at dusk"
    assert main(["show", case, fact["ref"]]) == 0
    shown = capsys.readouterr().out
    assert "a friend > Una Reedman" in shown
    assert "made by        a reader" in shown
    assert main(["log", case]) == 0
    assert "made a fact of words: at dusk" in capsys.readouterr().out
    for _ in range(4):
        assert main(["undo", case]) == 0
    capsys.readouterr()
    assert main(["export", case]) == 0
    assert '"human"' not in capsys.readouterr().out


def test_who_took_part_and_who_says_so_are_set(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    who = ["--participant", "Una Reedman=witness", "--no-participant", "Ivo Salter"]
    assert main(["set", case, "event:1", *who]) == 0
    assert capsys.readouterr().out == (
        "event:1  participant: Orla Brandt; Una Reedman=witness  (was: Orla Brandt; Ivo Salter)\n"
    )
    assert main(["set", case, "fact:1", "--said-by", "a paper", "--said-by", "Una Reedman"]) == 0
    assert "said-by: a paper; Una Reedman  (was: Una Reedman)" in capsys.readouterr().out
    assert main(["set", case, "fact:1", "--said-by", "", "--about", "Helsinki"]) == 0
    said = capsys.readouterr().out
    assert "said-by: the source itself" in said
    assert "about: Helsinki" in said


@pytest.mark.parametrize(
    ("made", "status", "told"),
    [
        (["entity", *WORDS, "nothing such", "--kind", "person"], 1, "does not say 'nothing such'"),
        (["entity", *WORDS, "Helsinki", "--kind", "place"], 1, "say --at which, 30, "),
        (["entity", *WORDS, "The envoy"], 2, "Say --kind for a new entity, or --same-as"),
        (["event", *WORDS, "dusk", "--kind", "test", "--date", "soon"], 1, "'soon' is not a date"),
        (["fact", *WORDS, "dusk", "--about", "Nobody"], 1, "No entity of this case is called"),
        (["fact", "--source", "event:1", "--quote", "dusk"], 1, "event:1 is not a source"),
    ],
)
def test_what_cannot_be_made_is_one_sentence(
    made: list[str],
    status: int,
    told: str,
    case: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["make", made[0], case, *made[1:]]) == status
    said = capsys.readouterr()
    assert told in said.err
    assert said.err.count("\n") == 1

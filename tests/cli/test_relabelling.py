"""What a line is, said from the shell. The report is invented."""

import json
from pathlib import Path

import pytest

from casefile.cli import main

MET = "Orla Brandt met Ivo Salter in Helsinki on 3 May 2017."
LEFT = "Kofi Mensah was arrested in Lagos on 4 May 2017."
STORY = f"{MET}\n\n{LEFT}\n"


@pytest.fixture
def case(home: Path) -> str:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", "--published", "2017-05-05"]) == 0
    return "a.casefile"


def test_lines_are_counted_relabelled_and_brought_back(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*words: str) -> str:
        capsys.readouterr()
        assert main(["relabel", case, "source:1", *words]) == 0, words
        return capsys.readouterr().out

    def furniture() -> list[dict[str, object]]:
        capsys.readouterr()
        assert main(["export", case, "--format", "json"]) == 0
        return json.loads(capsys.readouterr().out)["sources"][0]["furniture"]  # type: ignore[no-any-return]

    told = json.loads(said("caption", "--quote", "Kofi Mensah", "--dry-run", "--json"))
    start = STORY.index(LEFT)
    line = [start, start + len(LEFT)]
    assert (told["lines"], told["relabelled"], told["mentions"]) == ([line], False, 0)
    assert furniture() == []
    out = said(f"{start}-{start + 1}", "boilerplate")
    assert out.splitlines() == [
        "source:1: 1 line now boilerplate: takes 2 mentions, 1 fact and 1 event out",
        "  out: mention Kofi Mensah",
        "  out: mention Lagos",
        "  out: fact Kofi Mensah was arrested in Lagos on 4 May 2017",
        "  out: event Arrest involving Kofi Mensah in Lagos",
    ]
    assert furniture() == [{"start": line[0], "end": line[1], "kind": "boilerplate"}]
    told = json.loads(said(f"0-{len(STORY)}", "story", "--dry-run", "--json"))
    assert (told["out"], told["in"][0]) == (
        [],
        {"kind": "mention", "words": "Kofi Mensah", "ref": None},
    )
    out = said(f"0-{len(STORY)}", "story")
    first = "source:1: 1 line now story: brings 2 mentions, 1 fact and 1 event in"
    assert out.startswith(f"{first}\n  in: mention Kofi Mensah\n")
    assert main(["undo", case]) == 0
    assert furniture() == [{"start": line[0], "end": line[1], "kind": "boilerplate"}]
    assert main(["check", case]) == 0


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["story"], 2, "START-END or --quote"),
        (["0-3", "advert"], 2, "A line is no 'advert'"),
        (["0-3", "title", "--quote", "Kofi"], 2, "START-END or --quote"),
        (["3", "title"], 2, "'3' is no START-END"),
        (["9-3", "title"], 2, "'9-3' is no START-END"),
        (["0-3", "story"], 1, "is story already"),
        (["0-999", "title"], 1, "its text goes from 0 to"),
        (["--quote", "in", "title"], 1, "more than once: say --at which"),
    ],
)
def test_what_cannot_be_relabelled_is_told_in_one_sentence(
    case: str, capsys: pytest.CaptureFixture[str], words: list[str], status: int, told: str
) -> None:
    capsys.readouterr()
    assert main(["relabel", case, "source:1", *words]) == status
    error = capsys.readouterr().err
    assert told in error
    assert len(error.splitlines()) == 1

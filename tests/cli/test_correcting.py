"""The reader corrects a source from the shell. The report is invented."""

import json
from pathlib import Path
from typing import Any

import pytest

from casefile.cli import main

STORY = (
    "Finland’s Orla Brandt spoke to reporters in Oslo on Friday, September 29th.\n\n"
    "Orla Brandt met Ivo Salter in Helsinki last month, Una Reedman said. She will meet him in"
    " Stockholm next week.\n"
)


@pytest.fixture
def case(home: Path) -> str:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", "--published", "2017-09-30"]) == 0
    assert main(["note", "a.casefile", "event:1", "who else?"]) == 0
    return "a.casefile"


def exported(case: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["export", case]) == 0
    return capsys.readouterr().out


def days(document: str) -> dict[str, Any]:
    events = json.loads(document)["events"]
    return {one["date"]["text"]: one["date"]["edtf"] for one in events if one["kind"] == "meeting"}


def test_a_corrected_day_moves_what_hangs_on_it_and_undo_brings_it_back(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = exported(case, capsys)
    assert days(before) == {"last month": "2017-08", "next week": "2017-10-02/2017-10-08"}
    assert main(["set", case, "source:1", "--published", "2 October 2023"]) == 0
    said = capsys.readouterr().out
    now, was = "2023-10-02, that is 2 Oct 2023", "2017-09-30, that is 30 Sep 2017"
    assert said == f"source:1  published: {now}  (was: {was})\n"
    after = exported(case, capsys)
    assert days(after) == {"last month": "2023-09", "next week": "2023-10-09/2023-10-15"}
    [source] = json.loads(after)["sources"]
    assert (source["published"], source["published_basis"]) == ("2023-10-02", "given")

    assert main(["undo", case]) == 0
    undone = exported(case, capsys)
    log = undone.index('\n "log"')
    assert undone[:log] == before[: before.index('\n "log"')]
    assert main(["redo", case]) == 0
    assert exported(case, capsys) == after
    assert main(["check", case]) == 0


def test_every_field_comes_out_as_it_was_stated(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    stated = {
        "title": "Quiet words",
        "publisher": "The Fjord Post",
        "author": "Ada Ek",
        "language": "en-GB",
        "url": "https://fjord.example/1",
        "published": "mid-May 2024",
    }
    options = [word for name, value in stated.items() for word in (f"--{name}", value)]
    assert main(["set", case, "source:1", *options]) == 0
    [source] = json.loads(exported(case, capsys))["sources"]
    edtf = "2024-05-11~/2024-05-20~"
    assert {name: source[name] for name in stated} == {**stated, "published": edtf}
    assert main(["search", case, "quiet", "--in", "sources", "--json"]) == 0
    assert [hit["ref"] for hit in json.loads(capsys.readouterr().out)] == ["source:1"]

    assert main(["set", case, "source:1", *(f"--{name}=" for name in stated)]) == 0
    [source] = json.loads(exported(case, capsys))["sources"]
    assert {source[name] for name in stated} == {None}


def test_json_tells_what_stood_and_what_stands(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["set", case, "source:1", "--published", "before 2002", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "ref": "source:1",
        "changed": {"published": {"before": "2017-09-30", "after": "../2001"}},
        "remarks": [],
    }
    assert main(["set", case, "source:1", "--published", "../2001"]) == 0
    assert capsys.readouterr().err == "source:1 says so already: nothing was changed.\n"


@pytest.mark.parametrize(
    ("ref", "options", "status", "told"),
    [
        ("source:1", ["--published", "yesterday"], 1, "'yesterday' is not a date"),
        ("source:1", ["--published", "5/6/2016"], 1, "has two readings"),
        ("source:1", ["--title", "x", "--published", "2016-13"], 1, "'2016-13' is not a date"),
        ("source:9", ["--title", "x"], 1, "This case has no source 9."),
        (
            "fact:1",
            ["--title", "x"],
            1,
            "fact:1 has no field 'title' to correct: it has statement, said-by, about",
        ),
        ("source:1", [], 2, "Say what to correct, by some of --published, --title"),
    ],
    ids=["no date", "two dates", "one of two", "no such source", "no source", "nothing"],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_written(
    ref: str,
    options: list[str],
    status: int,
    told: str,
    case: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = exported(case, capsys)
    assert main(["set", case, ref, *options]) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err
    assert said.err.count("\n") == 1
    assert exported(case, capsys) == before


@pytest.mark.parametrize("day", ["../2001", "2002/.."])
def test_a_day_with_an_open_end_is_no_trap_for_what_counts_from_it(
    day: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(STORY, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", "--published", day]) == 0
    assert days(exported("a.casefile", capsys)) == {"last month": None, "next week": None}


def test_an_entity_and_an_event_are_put_right(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(exported(case, capsys))
    entity = next(one["ref"] for one in document["entities"] if one["name"] == "Ivo Salter")
    event = next(one["ref"] for one in document["events"] if one["date"]["text"] == "last month")
    assert main(["set", case, entity, "--name", "Iwo Zalter", "--alias", "I. Z."]) == 0
    said = capsys.readouterr().out
    assert f"{entity}  name: Iwo Zalter  (was: Ivo Salter)" in said
    assert main(["set", case, event, "--date", "before 2002", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["changed"]["date"]["after"] == "before 2002"
    assert main(["set", case, entity, "--date", "2002"]) == 1
    assert "has no field 'date'" in capsys.readouterr().err
    for _ in range(2):
        assert main(["undo", case]) == 0
    again = json.loads(exported(case, capsys))
    assert {**again, "log": None} == {**document, "log": None}

"""The case as a whole, from the shell."""

import json
from pathlib import Path

import pytest

from casefile.cli import main
from casefile.cli.layout import cells
from tests.cli.driving import on_terminal, plain, run
from tests.looks import HARBOUR, make_case


@pytest.fixture
def harbour(home: Path) -> Path:
    return make_case(home / "harbour.casefile")


def test_the_timeline_has_a_line_an_event_and_a_scale(home: Path, harbour: Path) -> None:
    shown = plain(on_terminal(home, "timeline", harbour).out).splitlines()
    assert len(shown) == len(HARBOUR) + 1
    assert "7 events" in shown[0]
    assert "|20" in shown[0]
    assert "←" in shown[1]
    assert "Talks nobody dates" in shown[-1]
    assert all(cells(line) <= 80 for line in shown)
    assert "~" in next(line for line in shown if "Visit to the docks" in line)


def test_the_timeline_can_be_narrowed_and_zoomed(home: Path, harbour: Path) -> None:
    out = run(home, "timeline", harbour, "--by", "month", "pier").out.splitlines()
    assert "2016-09-03 to " in out[0]
    assert len(out) == 2
    assert out[1].endswith(" ━━")


def test_the_counts_add_up(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", str(harbour), "--counts", "--by", "year"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["2014", "2015", "2016"]
    assert sum(int(line[15:23]) for line in lines) == len(HARBOUR)


def test_the_json_holds_every_event_in_order(home: Path, harbour: Path) -> None:
    shown = run(home, "timeline", harbour, "--json").json()
    assert shown["events"][0]["title"] == "Founding of the yard"
    assert shown["events"][-1]["date"] is None
    assert sum(one["events"] for one in shown["counts"]) == len(HARBOUR)
    assert shown["counts"][1] == {"unit": "2015-05", "events": 1, "first": "event:7"}


def test_the_neighbours_of_one_come_with_their_years(home: Path, harbour: Path) -> None:
    out = run(home, "together", harbour, "entity:1").out.splitlines()
    assert out[0] == "Ilse Brandt is told of with 4"
    at = next(at for at, line in enumerate(out) if line.startswith("entity:3 "))
    assert "Tomas Ruiz  [2 events, 2 facts, 2 passages]" in out[at]
    assert out[at + 1].split() == ["2014:", "1", "2018:", "1"]
    shown = run(home, "together", harbour, "entity:1", "--json").json()
    assert shown["name"] == "Ilse Brandt"
    tomas = next(one for one in shown["with"] if one["name"] == "Tomas Ruiz")
    assert tomas["years"][1] == {"year": 2018, "events": 1, "facts": 1, "passages": 1}


def test_the_matrix_is_symmetric_and_has_the_chosen(home: Path, harbour: Path) -> None:
    shown = plain(on_terminal(home, "together", harbour).out).splitlines()
    assert len(shown) == 9
    assert all(cells(line) <= 80 for line in shown)
    table = [line.split()[-8:] for line in shown[1:]]
    assert table == [list(column) for column in zip(*table, strict=True)]
    assert [table[at][at] for at in range(8)] == ["-"] * 8
    two = run(home, "together", harbour, "entity:1", "entity:2", "--json").json()
    assert two["together"] == [{"left": "entity:1", "right": "entity:2", "passages": 2}]


@pytest.mark.parametrize(("command", "nothing"), [
    ("timeline", {"events": [], "counts": []}), ("together", {"entities": [], "together": []}),
    ("places", []),
])  # fmt: skip
def test_a_case_with_nothing_to_look_at_says_so(home: Path, command: str, nothing: object) -> None:
    empty = make_case(home / "empty.casefile", (), ())
    ran = run(home, command, empty)
    assert (ran.status, ran.out) == (0, "")
    assert "This case has no" in ran.err
    assert json.loads(run(home, command, empty, "--json").out) == nothing


def test_places_stand_below_their_country(home: Path, harbour: Path) -> None:
    out = run(home, "places", harbour).out.splitlines()
    named = [line[12:].rstrip() for line in out]
    assert [name.split("  ")[0] for name in named if not name.startswith(" ")] == [
        "Japan", "France", "No country known",
    ]  # fmt: skip
    assert named[1].startswith("  Tokyo")
    assert out[0].startswith("entity:4 ")
    assert out[3].startswith(" ")
    shown = run(home, "places", harbour, "tokyo", "--json").json()
    assert shown == [
        {"ref": None, "name": "Japan", "country": None, "mentions": 95, "events": 2, "places": 1},
        {"ref": "entity:5", "name": "Tokyo", "country": "Japan", "mentions": 95, "events": 2,
         "places": 0},
    ]  # fmt: skip
    assert all(
        cells(line) <= 80 for line in plain(on_terminal(home, "places", harbour).out).split()
    )


def test_what_is_no_entity_is_told_of_with_nobody(home: Path, harbour: Path) -> None:
    ran = run(home, "together", harbour, "event:1")
    assert ran.status == 2
    assert "event:1 is no person" in ran.err
    assert run(home, "together", harbour, "entity:99").status == 1

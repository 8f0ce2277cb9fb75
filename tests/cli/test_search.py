"""``casefile search``: the signs of the query line from the shell, for readers and for scripts."""

from pathlib import Path

import pytest

from tests.cli.driving import run


def test_the_help_tells_every_sign(home: Path) -> None:
    told = run(home, "search", "--help").out
    signs = "\"exact|'part|^begins|ends$|~sounds|!not|kind:|type:|source:|place:|after:|before:|in:"
    for sign in (*signs.split("|"), "a | b", "tag:", "status:", "is:"):
        assert sign in told
    assert "\\b" not in told


def test_each_hit_has_what_the_contract_promises_and_why_it_is_there(
    home: Path, case: Path
) -> None:
    hits = run(home, "search", case, "Kishida", "--json").json()
    assert hits
    for hit in hits:
        assert {"ref", "kind", "label", "detail", "score", "matched", "why"} <= set(hit)
        assert 0 <= hit["score"] <= 100
        assert hit["why"]
        assert all(0 <= start < end <= len(hit["label"]) for start, end in hit["matched"])
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_filters_narrow_what_is_found(home: Path, case: Path) -> None:
    people = run(home, "search", case, "kind:person", "--json").json()
    assert people
    assert {hit["kind"] for hit in people} == {"person"}
    rest = run(home, "search", case, "Kishida", "!kind:person", "--json").json()
    assert "person" not in {hit["kind"] for hit in rest}
    assert run(home, "search", case, "in:notes Kishida", "--in", "sources", "--json").json() == []


@pytest.mark.parametrize("line", ["!", '"', "kind:", "a | ", "^", "NEAR(a", '" OR 1=1 --', "-- -"])
def test_unfinished_and_hostile_lines_are_no_errors(home: Path, case: Path, line: str) -> None:
    told = run(home, "search", case, "--json", "--", line)
    assert told.status == 0
    assert isinstance(told.json(), list)
    assert told.err == ""


def test_what_cannot_be_asked_yet_is_said_beside_the_data(home: Path, case: Path) -> None:
    told = run(home, "search", case, "tag:urgent", "--json")
    assert told.json() == []
    assert "No tag of this case begins" in told.err


def test_other_words_are_offered(home: Path, case: Path) -> None:
    told = run(home, "search", case, "reportres", "--in", "text")
    assert told.status == 0
    assert "Did you mean: reporters?" in told.out


def test_a_search_is_saved_listed_run_forgotten_and_brought_back(home: Path, case: Path) -> None:
    run(home, "search", case, "kind:person", "kishida", "--save", "the minister")
    listed = run(home, "search", case, "--saved")
    assert "the minister" in listed.out
    assert "kind:person kishida" in listed.out
    plain = run(home, "search", case, "kind:person kishida", "--json").json()
    assert plain
    assert run(home, "search", case, "--saved", "the minister", "--json").json() == plain
    narrower = run(home, "search", case, "!fumio", "--saved", "the minister", "--json").json()
    assert narrower == []
    assert "brings it back" in run(home, "search", case, "--forget", "the minister").err
    assert run(home, "search", case, "--saved", "--json").json() == []
    run(home, "undo", case)
    assert [one["name"] for one in run(home, "search", case, "--saved", "--json").json()] == [
        "the minister"
    ]


def test_a_search_that_is_not_there_or_looks_for_nothing_is_told(home: Path, case: Path) -> None:
    missing = run(home, "search", case, "--saved", "nope")
    assert missing.status == 1
    assert "no saved search 'nope'" in missing.err
    blank = run(home, "search", case, "!!", "--save", "x")
    assert blank.status == 1
    assert "nothing to look for" in blank.err
    assert run(home, "search", case).status == 2
    assert "No search has been saved yet" in run(home, "search", case, "--saved").out

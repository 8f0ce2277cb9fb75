"""What hangs on the day of publication moves with it. The reports are invented."""

import json
from pathlib import Path
from typing import Any

import pytest

from casefile.cli import main

PEOPLE = "Finland’s Orla Brandt, Sweden’s Ivo Salter and Norway’s Una Reedman"

UNDATED = (
    f"{PEOPLE} spoke to reporters in Oslo on Friday, September 29th.\n\n"
    "Orla Brandt met Ivo Salter in Helsinki last month, Una Reedman said. She will meet him in"
    " Stockholm next week.\n"
)

DATED = (
    "OSLO, 12 October 2017 — Orla Brandt, Ivo Salter and Una Reedman did not speak to reporters"
    " in Oslo, an official said on Thursday.\n"
)


def _export(case: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["export", case]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def _days(case: str, capsys: pytest.CaptureFixture[str]) -> dict[str, str | None]:
    """Return the date of each meeting by its wording."""
    events = _export(case, capsys)["events"]
    return {one["date"]["text"]: one["date"]["edtf"] for one in events if one["kind"] == "meeting"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2017-09-30", {"last month": "2017-08", "next week": "2017-10-02/2017-10-08"}),
        ("2023-10-02", {"last month": "2023-09", "next week": "2023-10-09/2023-10-15"}),
        ("2023-10", {"last month": "2023-09", "next week": "2023-10-02~/2023-11-12~"}),
    ],
)
def test_what_counts_from_publication_counts_from_the_day_that_is_stated(
    day: str, expected: dict[str, str], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(UNDATED, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt", "--published", day]) == 0
    assert _days("a.casefile", capsys) == expected


def test_a_date_found_later_moves_what_hung_on_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(UNDATED, encoding="utf-8")
    Path("b.txt").write_text(DATED, encoding="utf-8")
    assert main(["add", "a.casefile", "a.txt"]) == 0
    assert _days("a.casefile", capsys) == {"last month": None, "next week": None}
    assert main(["add", "a.casefile", "b.txt"]) == 0
    (source, _) = _export("a.casefile", capsys)["sources"]
    assert (source["published"], source["published_basis"]) == ("2017-09-29", "inferred")
    assert _days("a.casefile", capsys) == {
        "last month": "2017-08",
        "next week": "2017-10-02/2017-10-08",
    }

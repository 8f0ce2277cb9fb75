"""Whole screens, compared with what a person has looked at and found right.

``CASEFILE_GOLDENS=write pytest tests/tui/test_goldens.py`` writes them anew.
"""

import os
from pathlib import Path

import pytest

from casefile.case import Case
from tests.looks import make_case
from tests.tui.driving import NARROW, WIDE, reading

FOLDER = Path(__file__).parent / "goldens"

JOURNEYS: dict[str, tuple[str, ...]] = {
    "sources": (), "entities": ("2",), "notes": ("4",), "help": ("?",), "search": ("/",),
    "timeline": ("5",), "together": ("6",), "places": ("7",),
}  # fmt: skip

LOOKS: dict[str, tuple[str, ...]] = {
    "timeline": ("5", "j", "j", "j"),
    "timeline_by_year": ("5", "j", "j", "j", "+", "+"),
    "counts": ("5", "c"),
    "matrix": ("6", "j", "right"),
    "neighbours": ("2", "W"),
    "places": ("7", "j"),
    "labels": ("3", "semicolon"),
    "labels_in_a_text": ("1", "l", "semicolon"),
}
"""Ways to look at a case with events and places of every sort."""


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
@pytest.mark.parametrize("name", JOURNEYS)
async def test_the_screens_of_an_empty_case(
    empty_case: Case, name: str, size: tuple[int, int]
) -> None:
    async with reading(empty_case, size) as reader:
        await reader.press(*JOURNEYS[name])
        compare(f"empty_{name}_{size[0]}x{size[1]}", reader.text)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
@pytest.mark.parametrize("name", LOOKS)
async def test_the_looks_at_a_whole_case(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    with Case(make_case(tmp_path / "harbour.casefile")) as case:
        async with reading(case, size) as reader:
            await reader.press(*LOOKS[name])
            compare(f"look_{name}_{size[0]}x{size[1]}", reader.text)


def compare(name: str, screen: str) -> None:
    shown, golden = screen + "\n", FOLDER / f"{name}.txt"
    if os.environ.get("CASEFILE_GOLDENS") == "write":
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")

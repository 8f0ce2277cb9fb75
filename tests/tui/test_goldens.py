"""Whole screens, compared with what a person has looked at and found right.

``CASEFILE_GOLDENS=write pytest tests/tui/test_goldens.py`` writes them anew.
"""

import os
from pathlib import Path

import pytest

from casefile.case import Case
from tests.tui.driving import NARROW, WIDE, reading

FOLDER = Path(__file__).parent / "goldens"

JOURNEYS = {"sources": (), "entities": ("2",), "notes": ("4",), "help": ("?",), "search": ("/",)}


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])
@pytest.mark.parametrize("name", JOURNEYS)
async def test_the_screens_of_an_empty_case(
    empty_case: Case, name: str, size: tuple[int, int]
) -> None:
    async with reading(empty_case, size) as reader:
        await reader.press(*JOURNEYS[name])
        shown = reader.text + "\n"
    golden = FOLDER / f"empty_{name}_{size[0]}x{size[1]}.txt"
    if os.environ.get("CASEFILE_GOLDENS") == "write":
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")

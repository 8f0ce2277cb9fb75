"""The tables in ``casefile/search/data``: sections of rows, each left, tab, right."""

import re
from functools import cache
from importlib.resources import files

Rules = tuple[tuple[re.Pattern[str], str], ...]

_HEADING = re.compile(r"\[([a-z-]+)\]")


@cache
def _sections(file: str) -> dict[str, list[tuple[str, str]]]:
    """Return the tables of a file: rows of two, the second may be empty."""
    text = (files("casefile.search") / "data" / file).read_text(encoding="utf-8")
    found: dict[str, list[tuple[str, str]]] = {}
    rows: list[tuple[str, str]] = []
    for line in text.splitlines():
        if heading := _HEADING.fullmatch(line):
            rows = found.setdefault(heading[1], [])
        elif line and not line.startswith("#"):
            left, _, right = line.partition("\t")
            rows.append((left, right))
    return found


def table(file: str, section: str) -> list[tuple[str, str]]:
    """Return the rows of a section of a file."""
    return _sections(file)[section]


@cache
def rules(file: str, section: str) -> Rules:
    """Return a section as patterns, each with what takes its place."""
    return tuple((re.compile(left), right) for left, right in table(file, section))

"""The lexicons of this wing, read once."""

from collections.abc import Iterator
from functools import cache
from importlib import resources


def entries(name: str) -> Iterator[str]:
    """Yield the entries of a lexicon, such as ``boxes``, without notes and blanks."""
    file = resources.files("casefile.reading") / "data" / f"{name}.txt"
    for line in file.read_text("utf-8").splitlines():
        entry = line.strip()
        if entry and not entry.startswith("# ") and entry != "#":
            yield entry


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of a lexicon as a set."""
    return frozenset(entries(name))


@cache
def numbered(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the rows of a lexicon of the form ``key: word word``."""
    rows = (entry.partition(":") for entry in entries(name))
    return tuple((key.strip(), tuple(row.split())) for key, _, row in rows)


@cache
def agencies() -> dict[str, str]:
    """Return the full name of every agency by each of its forms."""
    forms = (entry.partition("=") for entry in entries("agencies"))
    return {form.strip(): name.strip() or form.strip() for form, _, name in forms}

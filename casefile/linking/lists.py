"""The word lists of linking: plain text in ``data``, sections of rows of words.

A line that begins with ``#`` is a note of where the list comes from and under which licence.
"""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the rows of a list by the name of their section, each as its words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    here: list[tuple[str, ...]] = []
    path = files("casefile.linking") / "data" / name
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            here = found.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("#"):
            here.append(tuple(line.split()))
    return {section: tuple(words) for section, words in found.items()}


def section(name: str, of: str) -> frozenset[str]:
    """Return all words of a section."""
    return frozenset(word for row in rows(name)[of] for word in row)

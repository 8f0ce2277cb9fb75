"""Word lists shipped as plain text: sections of words, and rows of forms.

Every list lies in ``casefile/extraction/data``; a line that begins with ``#`` is a
note of where the list comes from and under which licence.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_DATA = files("casefile.extraction") / "data"


def rows(name: str) -> Iterator[str]:
    """Yield the lines of a list that are neither blank nor a note."""
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


@cache
def sections(name: str) -> dict[str, frozenset[str]]:
    """Return the sections of a word list, by the name in its brackets."""
    found: dict[str, set[str]] = {}
    here = ""
    for line in rows(name):
        if line.startswith("[") and line.endswith("]"):
            here = line[1:-1]
            found.setdefault(here, set())
        else:
            found[here].update(line.split())
    return {section: frozenset(words) for section, words in found.items()}


def forms(field: str) -> tuple[str, ...]:
    """Return the forms of one field of a row, divided by ``|``; blanks are dropped."""
    return tuple(form.strip() for form in field.split("|") if form.strip())


def section(name: str) -> frozenset[str]:
    """Return one section of the list of words about names."""
    return sections("namewords.txt")[name]

"""What a place or a body is called besides, by names that are not spellings of one another.

Where the lists come from and under which licence is told in
``casefile/extraction/data/gazetteer.md``.
"""

import gzip
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from casefile.core.folding import fold
from casefile.extraction.rules.words.lexicon import forms, rows

_DATA = files("casefile.extraction") / "data"

_KIND_OF_PLACE = re.compile(r"[ -](?:city|municipality|shi|si|ken|province|prefecture)$")
_BESIDE = re.compile(r"(.+) \((.+)\)$")
"""A country with another name beside it, as CLDR gives a few."""


def other_names_of_place(names: Iterable[str]) -> tuple[str, ...]:
    """Return what else a place is called that goes by these names.

    Of two places of one name the more populous counts. Takes some 20 ms the first time.

    >>> "Bombay" in other_names_of_place(["Mumbai"])
    True
    """
    known = [name for name in names if name]
    folded = {_key(name) for name in known}
    groups, by_name = _groups()
    wanted = dict.fromkeys(one for key in sorted(folded) for one in by_name.get(key, ()))
    every = dict.fromkeys(name for one in wanted for name in groups[one])
    return tuple(name for name in every if _key(name) not in folded)


def other_names_of_body(names: Iterable[str]) -> tuple[str, ...]:
    """Return what else a widely known organization is called: full and short names."""
    known = set(names)
    wanted = dict.fromkeys(row for name in sorted(known) for row in _bodies().get(name, ()))
    return tuple(dict.fromkeys(form for row in wanted for form in row if form not in known))


def _key(name: str) -> str:
    return _KIND_OF_PLACE.sub("", fold(name))


@cache
def _bodies() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in map(forms, rows("bodies.txt")):
        for form in row:
            found.setdefault(form, []).append(row)
    return found


@cache
def _groups() -> tuple[list[tuple[str, ...]], dict[str, list[int]]]:
    """Return the names of each place, and for each name its places: one of each list."""
    groups: list[tuple[str, ...]] = []
    by_name: dict[str, list[int]] = {}
    for listed in (_own(), _packed()):
        first = len(groups)
        groups += listed
        taken: dict[str, int] = {}
        for at, names in enumerate(groups[first:], first):
            taken.setdefault(_key(names[0]), at)
        for at, names in enumerate(groups[first:], first):
            for name in names[1:]:
                taken.setdefault(_key(name), at)
        for key, at in taken.items():
            by_name.setdefault(key, []).append(at)
    return groups, by_name


def _own() -> list[tuple[str, ...]]:
    return [forms(row) for row in rows("othernames.txt")]


def _packed() -> list[tuple[str, ...]]:
    return list(_unpacked(gzip.decompress((_DATA / "othernames.txt.gz").read_bytes()).decode()))


def _unpacked(text: str) -> Iterator[tuple[str, ...]]:
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        name, _, others = line.partition("\t")
        beside = _BESIDE.match(name)
        yield (*(beside.groups() if beside else (name,)), *others.split("|"))

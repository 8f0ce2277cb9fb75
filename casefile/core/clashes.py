"""What two people said of one thing, neither in sight of the other.

A clash is found from the decisions alone, so every case that has them has the same clashes.
A decision made in sight of all its sides settles it, and to take that back opens it again.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from casefile.core.folding import fold as folded
from casefile.core.histories import Cell, Said, Write, adds, holding, made_place
from casefile.core.pointers import with_places
from casefile.core.sight import Told

SETTLED = ("conflict settled", "note settled", "source settled")
"""The deeds that settle a clash: of rows, of a note, of a field of a source."""

TAKING = ("rejected_mention", "removed_source")
"""Tables whose rows take away what others may have written on, and hold until somebody chooses."""

FIRST = 100_000_000
"""The lowest number of a clash; conflicts between sources are counted from 1, and are fewer."""

_SPREAD = 900_000_000

_STAMPS = frozenset(
    ("made_by", "made_at", "created", "updated", "added", "id", "thing_id", "wording",
     "asked_at", "answered_by", "answered_at")
)  # fmt: skip
"""Columns that say who, when, in which words and under which number, not what."""

Place = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two or more things that were said of one cell, of which one can hold."""

    cell: Cell
    sides: tuple[Write, ...]
    """In order; they differ."""
    shown: int
    """Which of them holds, from 0; where they do not exclude each other the first."""
    settled: str | None = None
    """The key of the decision that settled it; None while it is open."""
    made: Told | None = None
    """The row of what was made, where that is the cell: it stays or goes with all that is on it."""

    @property
    def number(self) -> int:
        """Its number, of 9 digits: the same in every case."""
        packed = json.dumps(self.cell).encode("utf-8", "surrogatepass")
        return FIRST + int(hashlib.sha256(packed).hexdigest()[:16], 16) % _SPREAD


def clashes(said: Said) -> list[Clash]:
    """Return all clashes, open and settled, by their cells."""
    groups: dict[Cell, list[Write]] = defaultdict(list)
    for cell, writes in said.writes.items():
        if cell[0] == "judgement":
            groups[cell[:3]] += writes
        elif cell[0] != "source" or cell[2] != "given":
            groups[cell] += writes
    order = {key: at for at, key in enumerate(said.order)}
    taken = _takes(said)
    found: list[Clash] = []
    for cell, writes in sorted(groups.items()):
        if len({one.key for one in writes}) > 1 or cell[0] in TAKING:
            writes.sort(key=lambda one: order[one.key])
            clash = _clash(said, cell, writes, taken(cell, writes))
            made = holding(writes) if cell[0] == "made" else None
            found += [replace(clash, made=made)] if clash else []
    return found


def _clash(said: Said, cell: Cell, writes: list[Write], taken: list[Place]) -> Clash | None:
    last = said.last(writes)
    sides = _sides(said, cell, last, taken)
    if len(sides) > 1:
        return Clash(cell, sides, _holding(sides))
    key = last[-1].key
    if said.told[key]["deed"] not in SETTLED:
        return None
    before = said.last(one for one in writes if one.key != key and said.sight.saw(key, one.key))
    sides = _sides(said, cell, before, taken)
    chosen = {words(cell, one.value) for one in last}
    at = [at for at, one in enumerate(sides) if words(cell, one.value) in chosen]
    return Clash(cell, sides, at[-1] if at else 1, key) if len(sides) > 1 else None


def _sides(
    said: Said, cell: Cell, last: Iterable[Write], taken: Iterable[Place]
) -> tuple[Write, ...]:
    """Return what differs of what was said last; also what was said of what that takes away."""
    by_words = {words(cell, one.value): one for one in last}
    if cell[0] == "judgement":
        by_words.pop("", None)
    values = [one.value for one in by_words.values() if one.value is not None]
    sides = [
        one
        for one in by_words.values()
        if one.value is None or not any(adds(other, one.value) for other in values)
    ]
    if len(sides) == 1 and (sides[0].value is None) == (cell[0] in ("note", "made")):
        touching = [one for place in taken for one in said.touching(place, sides)]
        sides += {one.key: one for one in touching}.values()
    return tuple(sides)


def _holding(sides: tuple[Write, ...]) -> int:
    if sides[0].value is not None and sides[0].value.get("table") in TAKING:
        return 0
    return max(at for at, one in enumerate(sides) if one.value is not None)


def words(cell: Cell, value: Told | None) -> str:
    """Return what a value says, to be compared; empty for nothing."""
    if value is None:
        return ""
    if cell[0] == "judgement":
        return str(value["judgement"])
    if value.get("table") == "removed_source":
        return "removed"
    if cell[0] == "source":
        return json.dumps(value[cell[2]])
    if "body" in value:
        value = with_places(value)
    return json.dumps(
        {name: value[name] for name in value.keys() - _STAMPS}, sort_keys=True, ensure_ascii=False
    )


def _in_source(said: Said, sha256: str) -> list[Place]:
    """Return a source and its facts, of those of which anything is said.

    Entities and events are left out: others may tell of them, too.
    """
    kinds = ("source", "fact")
    return sorted(
        (place for place in said.on if place[0] in kinds and place[1] == sha256), key=json.dumps
    )


def _takes(said: Said) -> Callable[[Cell, list[Write]], list[Place]]:
    """Return what finds the things that are gone where nothing holds, or a rejection."""
    places: dict[str, list[Place]] = defaultdict(list)
    for place in said.on:
        if place[0] == "entity":
            places[str(place[3])].append(place)

    def taken(cell: Cell, writes: list[Write]) -> list[Place]:
        if cell[0] == "note":
            return [cell]
        if cell[0] == "removed_source":
            return _in_source(said, json.loads(cell[1])[1])
        row = next((one.value for one in reversed(writes) if one.value is not None), None)
        if row is not None and cell[0] == "made":
            return [made_place(row)]
        if cell[0] != "rejected_mention" or row is None or row["stop"]:
            return []
        source = row["source"]
        return [
            place
            for place in places[folded(row["form"])]
            if row["is_everywhere"] or (source and place[1] == source[1])
        ]

    return taken

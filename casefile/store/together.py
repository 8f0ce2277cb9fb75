"""Who is told of with whom: in events, in facts, and on which stretches of text."""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable

from casefile.model.looks import Mate, Shared, YearTogether
from casefile.model.rows import Passage
from casefile.model.words import Kind, Ref
from casefile.store.entities import entity_rows
from casefile.store.passages import passages_at
from casefile.store.store import Store


def mates(store: Store, id: int) -> list[Mate]:
    """Return with whom an entity (a cluster) is told of, oftenest first, then by name.

    By the number of stretches of text, for these count equally what is told at length.
    """
    years: dict[int, list[YearTogether]] = defaultdict(list)
    for row in store.rows("mates", id=id):
        year = int(row["year"]) if row["year"] else None
        years[row["id"]].append(YearTogether(year, row["events"], row["facts"], row["passages"]))
    found = [Mate(row.ref, row.kind, row.name, tuple(years[row.ref.id]))
             for row in entity_rows(store, years)]  # fmt: skip
    return sorted(found, key=lambda mate: (-mate.passages, -mate.events, mate.name, mate.ref))


def shared(store: Store, id: int, other: int, *, most: int = -1) -> Shared:
    """Return what two entities (clusters) are both told of in; at most so many passages."""
    events = store.ids("shared_events", id=id, other=other)
    facts = store.ids("shared_facts", id=id, other=other)
    rows = store.rows(
        "shared_passages",
        id=id,
        other=other,
        events=json.dumps(list(events)),
        facts=json.dumps(list(facts)),
        limit=most,
    )
    found: list[Passage] = passages_at(store, rows)
    return Shared(tuple(_refs(Kind.EVENT, events)), tuple(_refs(Kind.FACT, facts)), tuple(found))


def _refs(kind: Kind, ids: "array[int]") -> Iterable[Ref]:
    return (Ref(kind, id) for id in ids)


def matrix(store: Store, ids: Iterable[int], others: Iterable[int]) -> dict[tuple[int, int], int]:
    """Return on how many stretches of text each of the first is told of with each of the others.

    Pairs that are never told of together are left out, and so is a thing with itself.
    """
    rows = store.rows("matrix", ids=json.dumps(list(ids)), others=json.dumps(list(others)))
    return {(row["id"], row["other"]): row["passages"] for row in rows}

"""What is left over when decisions of others are taken back: lost things that bear nothing."""

import json
from collections.abc import Iterator
from typing import Any

from casefile.core.histories import said_of
from casefile.core.sight import Told
from casefile.model.words import Kind
from casefile.store.carrying import own_told
from casefile.store.former import let_go
from casefile.store.fulltext import index_facts
from casefile.store.portable import Places
from casefile.store.store import Store


def drop_leavings(store: Store, places: Places) -> set[int]:
    """Drop what is lost and on which nothing stands any more, inside ``write()``.

    What a decision made here took away something from stays, for an undo. Where a decision of
    another comes again, its source goes through its versions, and what it is about is back.

    Args:
        store: Open for writing.
        places: Of all things.

    Returns:
        The sources to be linked.
    """
    lost = store.rows("lost_things")
    if not lost:
        return set()
    said = (place for told in own_told(store).values() for place in _about(told))
    named = {(place[0], places.id(list(place))) for place in said}
    sources: set[int] = set()
    for kind in (Kind.FACT, Kind.EVENT, Kind.ENTITY):
        left = {row["id"]: row["source_id"] for row in lost if row["kind"] == kind}
        gone = let_go(store, kind, [id for id in left if (kind.value, id) not in named])
        if kind is Kind.FACT:
            index_facts(store, {}, (row["id"] for row in gone))
        if kind is Kind.ENTITY:
            store.run_many("shrink_cluster", ({"id": row["cluster_id"]} for row in gone))
        else:
            ids = json.dumps([row["id"] for row in gone])
            store.run("drop_overruled", kind=kind.value, ids=ids)
            # Their words would be taken for those of what comes back.
            store.run_many(
                "drop_orphan", ({"kind": kind.value, "ref_id": row["id"]} for row in gone)
            )
        sources |= {left[row["id"]] for row in gone}
    for source in sources:
        store.run("unlink_tellers", id=source)
    return sources


def _about(told: Told) -> Iterator[tuple[Any, ...]]:
    """Yield the places of what a decision took something away from, or wrote a note on."""
    if (place := (told.get("columns") or {}).get("target")) is not None:
        yield tuple(place)
    for row in told.get("gone", ()):
        yield from said_of(row)

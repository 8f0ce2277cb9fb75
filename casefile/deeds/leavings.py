"""What is left over when decisions of others are taken back: lost things that bear nothing."""

import json

from casefile.model.words import Kind
from casefile.store.former import let_go, undecided
from casefile.store.fulltext import index_facts
from casefile.store.store import Store


def drop_leavings(store: Store) -> set[int]:
    """Drop what is lost and on which nothing stands any more, inside ``write()``.

    What a decision made here took something from stays, for an undo. Where a decision of another
    comes again, its source goes through its versions, and what it is about is back.

    Args:
        store: Open for writing.

    Returns:
        The sources to be linked.
    """
    lost = store.rows("lost_things")
    if not lost:
        return set()
    sources: set[int] = set()
    for kind in (Kind.FACT, Kind.EVENT, Kind.ENTITY):
        left = {row["id"]: row["source_id"] for row in lost if row["kind"] == kind}
        gone = let_go(store, kind, undecided(store, kind, left))
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

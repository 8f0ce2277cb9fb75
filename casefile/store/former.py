"""Ids of rows that are no longer found: what comes back has the ref that it had."""

import json
from collections.abc import Iterable

from casefile.model.words import Kind
from casefile.store.store import Row, Store

PARKED = 1 << 40
"""Ordinals from here on are of facts and events whose words are gone; the rest is their id."""

_DROPS = {Kind.ENTITY: "drop_entities", Kind.EVENT: "drop_events", Kind.FACT: "drop_facts"}


def let_go(store: Store, kind: Kind, ids: Iterable[int]) -> list[Row]:
    """Drop the rows that a reader neither wrote on nor judged, inside ``write()``.

    Args:
        store: Open for writing.
        kind: Entity, event or fact.
        ids: Of accounts or facts that no engine finds any more.

    Returns:
        What was dropped; their ids are remembered.
    """
    asked = set(ids)
    if not asked:
        return []
    written = store.rows("written_on", kind=kind.value, ids=json.dumps(sorted(asked)))
    left = sorted(asked - {int(row["id"]) for row in written})
    dropped = store.rows(_DROPS[kind], ids=json.dumps(left))
    # What is parked stands nowhere; where it stood is remembered with the versions.
    keep_ids(store, kind, (row for row in dropped if not _is_parked(kind, row)))
    return dropped


def undecided(store: Store, kind: Kind, ids: Iterable[int]) -> set[int]:
    """Return the things from which no decision made here, and standing, took anything.

    The others have to be there for an undo, although nothing stands on them now.
    """
    asked = set(ids)
    if not asked:
        return asked
    rows = store.rows("decided_on", kind=kind.value, ids=json.dumps(sorted(asked)))
    return asked - {int(row["id"]) for row in rows}


def _is_parked(kind: Kind, dropped: Row) -> bool:
    return kind is not Kind.ENTITY and bool(json.loads(dropped["place"])[-1] >= PARKED)


def keep_ids(store: Store, kind: Kind, dropped: Iterable[Row]) -> None:
    """Remember the ids of dropped rows, inside ``write()``.

    Args:
        store: Open for writing.
        kind: Entity, event, fact or conflict.
        dropped: Their ``place``, by which such a row is known again, and ``id``.
    """
    store.run_many(
        "keep_former",
        ({"kind": kind.value, "place": row["place"], "id": row["id"]} for row in dropped),
    )

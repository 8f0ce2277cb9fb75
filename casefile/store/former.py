"""Ids of rows that are no longer found: what comes back has the ref that it had."""

from collections.abc import Iterable

from casefile.model.words import Kind
from casefile.store.store import Row, Store


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

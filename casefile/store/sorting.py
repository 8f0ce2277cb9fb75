"""The rows of a list in an order of the reader's."""

import json
from array import array
from collections.abc import Iterable

from casefile.model.orders import Order
from casefile.model.words import Kind
from casefile.store.store import Store

_SORTS = {
    Kind.SOURCE: "sort_sources",
    Kind.ENTITY: "sort_entities",
    Kind.EVENT: "sort_events",
    Kind.FACT: "sort_facts",
    Kind.NOTE: "sort_notes",
}


def sorted_ids(
    store: Store, kind: Kind, order: Order, ids: Iterable[int] | None = None
) -> "array[int]":
    """Return rows of one kind in an order, those that lack what it goes by last.

    Args:
        store: The case.
        kind: Source, entity, event or note.
        order: One of :data:`casefile.model.orders.ORDERS` of the kind.
        ids: Which rows; None for all.
    """
    wanted = None if ids is None else json.dumps(list(ids))
    rows = store.rows(_SORTS[kind], by=order.by, down=int(order.down), ids=wanted)
    return array("q", (row["id"] for row in rows))

"""The rows that a reader's decisions put and take away, whatever table they lie in.

A decision on such rows is two lists of them: what stood and what stands. To carry it out
is to take the ones away and put the others, so to undo it is the same the other way round.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from casefile.store.store import Store

HandRow = Mapping[str, Any]
"""A row with the name of its table in ``table``."""

_KEYS = {
    "tag": ("target_kind", "target_id", "name"),
    "assessment": ("target_kind", "target_id", "field"),
}
"""The tables, and by which columns a row of each is known."""


def swap(store: Store, gone: Iterable[HandRow], put: Iterable[HandRow]) -> None:
    """Take some rows away, then put others, inside ``write()``."""
    for row in gone:
        table = row["table"]
        store.run(f"drop_{table}", **{name: row[name] for name in _KEYS[table]})
    for row in put:
        table = row["table"]
        columns = {name: value for name, value in row.items() if name != "table"}
        store.run(f"put_{table}", **columns)

"""Take what can still be read of a damaged file over into a new one, table by table."""

from collections.abc import Iterator
from typing import Any

from casefile.store.engine import sqlite
from casefile.store.store import Store

_MADE_ANEW = ("source_words", "note_words", "fact_words", "source_vocabulary", "note_vocabulary")
_DERIVED = (
    "name", "name_feature", "name_form", "name_fresh", "name_state", "entity_cluster",
    "event_cluster", "_sqlite_migrations",
)  # fmt: skip
"""Tables that a new file has of its own, or that are made of others."""


def take_over(store: Store, new: Store) -> list[str]:
    """Copy the rows of all tables that are not made of others into a new, empty case.

    A table is read from its beginning and, where that does not go on, from its end: between
    lies what is damaged.

    Returns:
        The tables that could not be read whole.
    """
    unread = []
    new.database.execute("PRAGMA foreign_keys=OFF")
    try:
        with new.write() as database:
            for table in sorted(database.table_names()):
                if table in _DERIVED or table.startswith((*_MADE_ANEW, "sqlite_stat")):
                    continue
                rows = _Rows(store, table)
                if table == "sqlite_sequence":
                    database.execute("DELETE FROM sqlite_sequence")
                database.table(table).insert_all(rows, ignore=True)
                if not rows.are_whole:
                    unread.append(table)
    finally:
        new.database.execute("PRAGMA foreign_keys=ON")
    return unread


class _Rows:
    """The rows of a table as far as they can be read; some perhaps twice."""

    def __init__(self, store: Store, table: str) -> None:
        self._table = store.database.table(table)
        self.are_whole = True

    def __iter__(self) -> Iterator[dict[str, Any]]:
        try:
            yield from self._table.rows
        except sqlite.DatabaseError:
            self.are_whole = False
        if not self.are_whole:
            order = ", ".join(f'"{column}" DESC' for column in self._table.pks)
            try:
                yield from self._table.rows_where(order_by=order)
            except sqlite.DatabaseError:
                return

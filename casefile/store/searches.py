"""Saved searches: what a reader looked for and kept under a name."""

from collections.abc import Mapping
from typing import Any

from casefile.errors import UnknownRef
from casefile.model.kept import SavedSearch
from casefile.model.words import Kind, Ref
from casefile.store.store import Store


def saved_searches(store: Store) -> list[SavedSearch]:
    """Return the saved searches, by name."""
    return [
        SavedSearch(Ref(Kind.SEARCH, row["id"]), row["name"], row["line"], row["created"])
        for row in store.rows("saved_searches")
    ]


def get_search(store: Store, id: int) -> SavedSearch:
    """Return one saved search.

    Raises:
        UnknownRef: The case holds none of that number.
    """
    for search in saved_searches(store):
        if search.ref.id == id:
            return search
    raise UnknownRef(f"This case has no saved search {id}.")


def search_columns(search: SavedSearch) -> dict[str, Any]:
    """Return a saved search as it is stored."""
    return {
        "id": search.ref.id,
        "name": search.name,
        "line": search.line,
        "created": search.created,
    }


def put_search(store: Store, columns: Mapping[str, Any]) -> int:
    """Write a saved search down as it is told, inside ``write()``; return its id."""
    row = store.one("put_search", **columns)
    assert row is not None
    return int(row["id"])


def remove_search(store: Store, name: str) -> None:
    """Remove a saved search, inside ``write()``; the log keeps it."""
    store.run("delete_search", name=name)

"""Make the index of names where an older casefile left none, or one by other rules."""

from casefile.deeds.telling import names_of_entities
from casefile.search.features import of_name
from casefile.store.announcing import say_updating
from casefile.store.entities import entity_ids
from casefile.store.index import index_names, replace_names
from casefile.store.names import is_indexed
from casefile.store.store import Store

_TOGETHER = 5_000
"""Entities whose names are gathered at once."""


def index_if_needed(store: Store) -> None:
    """Gather the names of all entities and index them once, in one ``write()``.

    Some 5,000 names a second.
    """
    with store.write():
        if is_indexed(store):
            return
        ids = entity_ids(store)
        if ids:
            say_updating(store.path, "names")
        for at in range(0, len(ids), _TOGETHER):
            replace_names(store, names_of_entities(store, set(ids[at : at + _TOGETHER])), of_name)
        index_names(store, of_name)

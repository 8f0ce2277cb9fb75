"""Make the index of names where an older casefile left none."""

from casefile.search.features import of_name
from casefile.store.index import index_names
from casefile.store.names import is_indexed
from casefile.store.store import Store


def index_if_needed(store: Store) -> None:
    """Index all names once, in one ``write()``: some 10,000 names a second."""
    with store.write():
        if not is_indexed(store):
            index_names(store, of_name)

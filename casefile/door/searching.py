"""Finding things in a case by words, and the searches that are kept."""

from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from casefile.door.opened import Opened
from casefile.door.signing import signed
from casefile.model.orders import Order
from casefile.model.rows import Hit
from casefile.model.words import Kind, Ref
from casefile.store.entities import entity_ids
from casefile.store.events import event_ids
from casefile.store.facts import fact_ids
from casefile.store.notes import note_ids
from casefile.store.sorting import sorted_ids
from casefile.store.sources import source_ids

if TYPE_CHECKING:
    from casefile.deeds.searching import Answer
    from casefile.model.kept import SavedSearch


_IDS = {
    Kind.SOURCE: source_ids,
    Kind.ENTITY: entity_ids,
    Kind.EVENT: event_ids,
    Kind.FACT: fact_ids,
    Kind.NOTE: note_ids,
}

_PLACES = {
    Kind.SOURCE: "sources",
    Kind.ENTITY: "entities",
    Kind.EVENT: "events",
    Kind.FACT: "facts",
    Kind.NOTE: "notes",
}


class Searching(Opened):
    """Finds by words, and keeps searches."""

    def ids(
        self,
        kind: Kind,
        *,
        within: Ref | None = None,
        matching: str = "",
        limit: int | None = None,
        ranked: bool = True,
        order: Order | None = None,
    ) -> "array[int]":
        """Return the ids of one kind in the order in which a list shows them.

        Args:
            kind: Anything but a conflict.
            within: Only what belongs to this thing.
            matching: Only what fits these words, best first.
            limit: The most ids to return.
            ranked: With words the best comes first; otherwise in the order without words.
            order: By what to sort in place of all that.
        """
        if order is not None:
            is_all = within is None and not matching.strip()
            some = None if is_all else self.ids(kind, within=within, matching=matching)
            return sorted_ids(self._store, kind, order, some)[:limit]
        most = -1 if limit is None else limit
        found = _IDS[kind](self._store, within, limit=-1 if matching else most)
        if not matching.strip():
            return found
        inside = set(found)
        from casefile.deeds.searching import refs_fitting

        refs = refs_fitting(self._store, matching, places=(_PLACES[kind],), limit=1_000)
        kept = dict.fromkeys(ref.id for ref in refs if ref.kind is kind and ref.id in inside)
        listed = kept if ranked else (id for id in found if id in kept)
        return array("q", islice(listed, limit))

    def search(self, query: str, *, places: Collection[str] = (), limit: int = 50) -> list[Hit]:
        """Return what fits a query line, best first; any text is a query.

        ``places`` are some of sources, entities, events, facts, notes, text.
        """
        from casefile.deeds.searching import search

        return search(self._store, query, places=places, limit=limit)

    def answer(
        self,
        query: str,
        *,
        places: Collection[str] = (),
        limit: int = 50,
        thorough: bool = False,
        passages: int | None = None,
    ) -> "Answer":
        """Return what :meth:`search` does, lines to try where no text has the words, remarks.

        See ``casefile.deeds.searching.answer`` for what is thorough, and for the passages.
        """
        from casefile.deeds.searching import answer

        return answer(
            self._store, query, places=places, limit=limit, thorough=thorough, passages=passages
        )

    @contextmanager
    def as_long_as(self, is_wanted: Callable[[], bool]) -> Iterator[None]:
        """Stop what is looked for inside the block, by MadeWay, once it is not wanted."""
        with self._store.making_way(lambda: not is_wanted()):
            yield

    def with_passages(self, query: str, hits: Sequence[Hit]) -> list[Hit]:
        """Return hits of :meth:`answer`, those that came without their passage with it."""
        from casefile.deeds.searching import with_passages

        return with_passages(self._store, query, hits)

    def saved_searches(self) -> "list[SavedSearch]":
        """Return the searches that were saved, by name."""
        from casefile.store.searches import saved_searches

        return saved_searches(self._store)

    def saved_search(self, which: Ref | str) -> "SavedSearch":
        """Return a saved search by its ref or its name; raise UnknownRef or UnknownSearch."""
        from casefile.deeds.saving import search_named
        from casefile.store.searches import get_search

        if isinstance(which, Ref):
            return get_search(self._store, which.id)
        return search_named(self._store, which)

    def save_search(self, name: str, line: str) -> "SavedSearch":
        """Keep a line of the search under a name, in place of what had the name."""
        from casefile.deeds.saving import save_search

        return save_search(self._store, name, line, **signed())

    def forget_search(self, name: str) -> "SavedSearch":
        """Remove a saved search; undo brings it back."""
        from casefile.deeds.saving import forget_search

        return forget_search(self._store, name, **signed())

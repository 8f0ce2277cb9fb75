"""The names by which an entity is found: those that the sources use, and others."""

from collections.abc import Iterable, Mapping

from casefile.extraction.rules.words.othernames import other_names_of_body, other_names_of_place
from casefile.model.words import EntityKind, Ref
from casefile.search.scripts import readings
from casefile.store.entities import entity_rows
from casefile.store.index import forms_of_entity
from casefile.store.store import Store

CALLED, READ = -1, -2
"""Weights of names that no source uses: what a thing is called elsewhere; how a name is read."""

_MOST_READINGS = 2
"""Other readings by which one name is found; the index has the first one in any case."""


def names_to_find(store: Store, ids: Iterable[int]) -> dict[Ref, dict[str, int]]:
    """Return the names by which entities (clusters) are to be found, each with its weight."""
    return {
        row.ref: with_others(row.kind, dict(forms_of_entity(store, row.ref.id)))
        for row in entity_rows(store, ids)
    }


def with_others(kind: EntityKind, forms: Mapping[str, int]) -> dict[str, int]:
    """Return the forms of one entity with the other names by which readers look for it.

    Args:
        kind: What the entity is.
        forms: The forms in the sources, each with its weight.
    """
    called: tuple[str, ...] = ()
    if kind is EntityKind.PLACE:
        called = other_names_of_place(forms)
    elif kind is EntityKind.ORGANIZATION:
        called = other_names_of_body(forms)
    read = (reading.title() for form in forms for reading in readings(form)[:_MOST_READINGS])
    return dict.fromkeys(read, READ) | dict.fromkeys(called, CALLED) | dict(forms)

"""Entities out of the case: clusters of the accounts that sources give."""

import json
from array import array
from collections.abc import Iterable, Iterator

from casefile.errors import UnknownRef
from casefile.model.review import UNREVIEWED
from casefile.model.rows import Entity, EntityRow
from casefile.model.words import EntityKind, Kind, Ref
from casefile.store.corrections import corrections
from casefile.store.reviews import reviews
from casefile.store.store import Store


def entity_ids(store: Store, within: Ref | None = None, *, limit: int = -1) -> "array[int]":
    """Return entities, most mentioned first; all, or those that belong to one thing."""
    if within is None:
        return store.ids("entity_ids", limit=limit)
    if within.kind in (Kind.SOURCE, Kind.ENTITY, Kind.EVENT):
        return store.ids(f"entity_ids_of_{within.kind.value}", id=within.id, limit=limit)
    return array("q")


def entity_rows(store: Store, ids: Iterable[int]) -> list[EntityRow]:
    """Return entities as a list shows them, in the order of the ids."""
    wanted = list(ids)
    found = {row["id"]: dict(row) for row in store.rows("entity_rows", ids=json.dumps(wanted))}
    said = reviews(store, Kind.ENTITY, wanted)
    rows = []
    for id in wanted:
        if id in found:
            columns = {**found[id], "kind": EntityKind(found[id]["kind"])}
            columns |= {"by_hand": bool(columns["by_hand"]), "lost": bool(columns["lost"])}
            columns |= {"review": said.get(id, UNREVIEWED)}
            rows.append(EntityRow(ref=Ref(Kind.ENTITY, columns.pop("id")), **columns))
    return rows


def entity_lines(
    store: Store, ids: Iterable[int]
) -> Iterator[tuple[int, EntityKind, str, int, int]]:
    """Yield of entities id, kind, name, and how many mentions and sources they have."""
    for row in store.rows("entity_lines", ids=json.dumps(list(ids))):
        kind = _KINDS[row["kind"]]
        yield row["id"], kind, row["name"], row["mentions"], row["sources"]


def entity_kinds(store: Store, ids: Iterable[int]) -> dict[int, EntityKind]:
    """Return of what kind entities (clusters) are; those that are not there are left out."""
    rows = store.rows("entity_kinds", ids=json.dumps(list(ids)))
    return {row["id"]: _KINDS[row["kind"]] for row in rows}


_KINDS = {kind.value: kind for kind in EntityKind}
"""To look a kind up takes a fifth of the time of asking the enumeration for it."""


def entity_cluster(store: Store, id: int) -> int:
    """Return the cluster that an account of an entity belongs to.

    Raises:
        UnknownRef: The case holds no such entity.
    """
    row = store.one("entity_cluster_of", id=id)
    if row is None:
        raise UnknownRef(f"This case has no entity {id}.")
    return int(row["id"])


def get_entity(store: Store, id: int) -> Entity:
    """Return one entity; the id of any of its accounts will do.

    Raises:
        UnknownRef: The case holds no such entity.
    """
    cluster = entity_cluster(store, id)
    aliases = [row["form"] for row in store.rows("entity_aliases", id=cluster)]
    accounts = store.rows("entity_accounts", id=cluster)
    names = [row["name"] for row in accounts]
    described = [row["description"] for row in accounts if row["description"]]
    right = corrections(store, Kind.ENTITY, [cluster])
    entered = right[cluster].names() if cluster in right else ()
    return Entity(
        row=entity_rows(store, [cluster])[0],
        aliases=tuple(dict.fromkeys([*aliases, *names, *entered])),
        descriptions=tuple(dict.fromkeys(described)),
    )

"""Tell clusters as lists show them: what sources say, with what the reader put right over it."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from casefile.deeds.geography import Geography
from casefile.deeds.othernames import names_to_find
from casefile.errors import UnknownRef
from casefile.linking.naming import cluster_kind, cluster_name
from casefile.linking.telling import tell
from casefile.model.accounts import EventAccount
from casefile.model.words import Kind, Ref
from casefile.search.features import of_name
from casefile.store.clusters import (
    as_accounts,
    event_accounts,
    members,
    write_entity_clusters,
    write_event_clusters,
)
from casefile.store.corrections import corrected, corrections
from casefile.store.dates import date_columns
from casefile.store.entities import entity_cluster
from casefile.store.events import event_cluster
from casefile.store.index import replace_names
from casefile.store.store import Store


def retell(store: Store, refs: Iterable[Ref]) -> None:
    """Tell anew what lists show of some entities and events, inside ``write()``.

    Their accounts and what these are judged to be stay as they are.
    """
    entities: set[int] = set()
    events: set[int] = set()
    for ref in refs:
        with suppress(UnknownRef):  # no longer found: nothing is told of it
            if ref.kind is Kind.ENTITY:
                entities.add(entity_cluster(store, ref.id))
            else:
                events.add(event_cluster(store, ref.id))
    if entities:
        tell_entities(store, entities)
    names = names_of_entities(store, entities)
    if events:
        clusters = event_accounts(store, events)
        told = tell_events(store, clusters, Geography(store, ()))
        names |= {Ref(Kind.EVENT, id): {title: 0} for id, title in sorted(told.items())}
    replace_names(store, names, of_name)


def names_of_entities(store: Store, clusters: set[int]) -> dict[Ref, dict[str, int]]:
    """Return the names by which clusters of entities are found, each with its weight."""
    right = corrections(store, Kind.ENTITY, clusters)
    names = names_to_find(store, sorted(clusters))
    for id, one in right.items():
        ref = Ref(Kind.ENTITY, id)
        names[ref] = {**one.names(), **names[ref]}
    return names


def tell_entities(store: Store, clusters: Iterable[int]) -> None:
    """Write what lists show of clusters of entities, inside ``write()``."""
    rows = _entity_rows(members(store, clusters))
    write_entity_clusters(store, corrected(store, Kind.ENTITY, rows))


def tell_events(
    store: Store, clusters: Mapping[int, Sequence[EventAccount]], places: Geography
) -> dict[int, str]:
    """Write what lists show of clusters of events, inside ``write()``; return their titles."""
    places.learn(account for mates in clusters.values() for account in mates)
    told = {id: tell(mates, places.within) for id, mates in clusters.items()}
    rows = corrected(
        store,
        Kind.EVENT,
        (
            {
                "id": id,
                "kind": one.kind.value,
                "title": one.title,
                **date_columns(one.date),
                "place_id": one.place,
                "modality": one.modality.value,
                "secret": int(one.secret),
                "sources": one.sources,
            }
            for id, one in told.items()
        ),
    )
    write_event_clusters(store, rows)
    return {row["id"]: row["title"] for row in rows}


def _entity_rows(
    clusters: Mapping[int, Sequence[Mapping[str, Any]]],
) -> Iterable[dict[str, Any]]:
    for id, rows in clusters.items():
        accounts = as_accounts(rows)
        years = [row["year"] for row in rows if row["year"]]
        yield {
            "id": id,
            "kind": cluster_kind(accounts).value,
            "name": cluster_name(accounts),
            "mentions": sum(account.mentions for account in accounts),
            "sources": len({account.source for account in accounts if account.mentions}),
            "first_year": min(years, default=None),
            "last_year": max(years, default=None),
        }

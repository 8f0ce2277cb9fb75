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
    gone = [Ref(Kind.ENTITY, id) for id in (tell_entities(store, entities) if entities else ())]
    told = names_of_entities(store, entities)
    if events:
        clusters = event_accounts(store, events)
        titles, gone_events = tell_events(store, clusters, Geography(store, ()))
        gone += [Ref(Kind.EVENT, id) for id in gone_events]
        told |= {Ref(Kind.EVENT, id): {title: 0} for id, title in sorted(titles.items())}
    names: dict[Ref, dict[str, int]] = {ref: {} for ref in gone}
    replace_names(store, names | told, of_name)


def names_of_entities(store: Store, clusters: set[int]) -> dict[Ref, dict[str, int]]:
    """Return the names by which clusters of entities are found, each with its weight."""
    right = corrections(store, Kind.ENTITY, clusters)
    names = names_to_find(store, sorted(clusters))
    for id, one in right.items():
        ref = Ref(Kind.ENTITY, id)
        names[ref] = {**one.names(), **names[ref]}
    return names


def tell_entities(store: Store, clusters: Iterable[int]) -> list[int]:
    """Write what lists show of clusters of entities, inside ``write()``; return those gone."""
    return write_entity_clusters(store, entities_told(store, clusters))


def entities_told(store: Store, clusters: Iterable[int]) -> list[Mapping[str, Any]]:
    """Return what lists should show of clusters of entities: columns of ``entity_cluster``."""
    return corrected(store, Kind.ENTITY, _entity_rows(members(store, clusters)))


def tell_events(
    store: Store, clusters: Mapping[int, Sequence[EventAccount]], places: Geography
) -> tuple[dict[int, str], list[int]]:
    """Write what lists show of clusters of events, inside ``write()``.

    Return the titles of those told, and the clusters that are gone.
    """
    rows = events_told(store, clusters, places)
    gone = write_event_clusters(store, rows)
    return {row["id"]: row["title"] for row in rows}, gone


def events_told(
    store: Store, clusters: Mapping[int, Sequence[EventAccount]], places: Geography
) -> list[Mapping[str, Any]]:
    """Return what lists should show of clusters of events: columns of ``event_cluster``."""
    places.learn(account for mates in clusters.values() for account in mates)
    told = {id: tell(mates, places.within) for id, mates in clusters.items()}
    return corrected(
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

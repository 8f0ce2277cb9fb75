"""Accounts for linking to look at, and the clusters that lists show."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

from casefile.model.accounts import EntityAccount, EventAccount
from casefile.model.words import EntityKind, EventKind, Kind, Modality, Span
from casefile.store.dates import partial_date
from casefile.store.stated import told_participants
from casefile.store.store import Row, Store

MOST_UNDATED = 2_000
"""Undated accounts of events that are compared with new ones, newest first."""


def unblocked(store: Store) -> list[tuple[int, EntityKind, str]]:
    """Return the accounts of entities that stand in no block yet: id, kind, name."""
    rows = store.rows("unblocked_entities")
    return [(row["id"], EntityKind(row["kind"]), row["name"]) for row in rows]


def put_into_blocks(store: Store, blocks: Iterable[tuple[str, int]]) -> None:
    """Note in which blocks accounts stand, inside ``write()``."""
    rows = ({"block": block, "entity_id": id} for block, id in blocks)
    store.run_many("insert_block", rows)


def accounts_near(store: Store, sources: Sequence[int]) -> list[EntityAccount]:
    """Return the accounts that share a block with any of some sources'."""
    blocks = [row["block"] for row in store.rows("linkable_blocks", ids=json.dumps(list(sources)))]
    rows = store.rows("linkable_entities", blocks=json.dumps(blocks))
    return [
        EntityAccount(
            row["id"],
            row["source_id"],
            EntityKind(row["kind"]),
            row["name"],
            row["description"],
            row["mentions"],
        )
        for row in rows
    ]


def places_named(store: Store, sources: Iterable[int]) -> list[tuple[int, str, int]]:
    """Return the places that some sources name: source, name, mentions."""
    rows = store.rows("places_of_sources", ids=json.dumps(sorted(sources)))
    return [(row["source_id"], row["name"], row["mentions"]) for row in rows]


def left_behind(store: Store) -> list[int]:
    """Return the accounts of clusters that lost one since they were told; forget it."""
    rows = store.rows("shrunken_accounts")
    store.run("drop_shrunken")
    return [row["id"] for row in rows]


def ids_of_sources(store: Store, kind: str, sources: Sequence[int]) -> list[int]:
    """Return the accounts of ``entity`` or ``event`` that some sources give."""
    table = {"entity": "entities_of_sources", "event": "events_of_sources"}[kind]
    return [row["id"] for row in store.rows(table, ids=json.dumps(list(sources)))]


def entity_clusters(store: Store, ids: Iterable[int]) -> dict[int, int]:
    """Return the cluster of some accounts of entities, and of all their mates."""
    rows = store.rows("entity_mates", ids=json.dumps(sorted(ids)))
    return {row["id"]: row["cluster_id"] for row in rows}


def event_clusters(store: Store, ids: Iterable[int]) -> dict[int, int]:
    """Return the cluster of some accounts of events, and of all their mates."""
    rows = store.rows("event_mates", ids=json.dumps(sorted(ids)))
    return {row["id"]: row["cluster_id"] for row in rows}


def sources_of_accounts(store: Store, kind: Kind, ids: Iterable[int]) -> set[int]:
    """Return the sources that give some accounts of entities, or of events."""
    name = "sources_of_entities" if kind is Kind.ENTITY else "sources_of_events"
    return {row["id"] for row in store.rows(name, ids=json.dumps(sorted(ids)))}


def sources_of_entities(store: Store, ids: Iterable[int]) -> set[int]:
    """Return the sources that give some accounts of entities."""
    rows = store.rows("sources_of_entities", ids=json.dumps(sorted(ids)))
    return {row["id"] for row in rows}


def members(store: Store, clusters: Iterable[int]) -> dict[int, list[Mapping[str, Any]]]:
    """Return the accounts of clusters of entities: id, kind, name, mentions, source_id, year."""
    found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for row in store.rows("cluster_members", ids=json.dumps(sorted(clusters))):
        found[row["cluster_id"]].append(dict(row))
    return dict(found)


def as_accounts(rows: Iterable[Mapping[str, Any]]) -> list[EntityAccount]:
    """Return rows of :func:`members` as linking sees them, without what sources call them."""
    return [
        EntityAccount(
            row["id"], row["source_id"], EntityKind(row["kind"]), row["name"], None, row["mentions"]
        )
        for row in rows
    ]


def write_entity_clusters(store: Store, rows: Iterable[Mapping[str, Any]]) -> list[int]:
    """Write what lists show of clusters of entities, inside ``write()``; return those gone."""
    store.run_many("upsert_entity_cluster", rows)
    return [row["id"] for row in store.rows("drop_stale_entity_clusters")]


def events_near(
    store: Store, sources: Collection[int], *, close: int, events: AbstractSet[int]
) -> list[EventAccount]:
    """Return the accounts of events that may be one with those of some sources.

    These are the undated, and all of the stretches of time in which the sources, or
    two persons or bodies that an undated one names, have to do with anything: what
    lies on the other side of a gap has to do with nothing in the stretch, so what
    comes out does not depend on which source came last.

    Args:
        store: An open case.
        sources: Those whose events are looked for.
        close: Days between two events that make a gap.
        events: Accounts whose stretches are wanted, too.
    """
    undated = [row["id"] for row in store.rows("undated_events", limit=MOST_UNDATED)]
    near = _dated_with_principals_of(store, undated) | events
    dated = _in_stretches(store.rows("event_days"), set(sources), near, close)
    rows = store.rows("linkable_events", ids=json.dumps([*dated, *undated]))
    return _event_accounts(store, rows)


def _dated_with_principals_of(store: Store, undated: Sequence[int]) -> set[int]:
    """Return the dated accounts that a person or body of an undated one took part in.

    Linking compares no others with it by what their articles are about.
    """
    rows = store.rows("dated_with_principals_of", ids=json.dumps(undated))
    return {row["id"] for row in rows}


def _in_stretches(
    rows: Iterable[Row], sources: AbstractSet[int], events: AbstractSet[int], close: int
) -> list[int]:
    """Return the ids of all rows of the stretches that any of the sources or events touches."""
    found: list[int] = []
    stretch: list[int] = []
    end, is_touched = 0, False
    for row in rows:
        first, last = (date.fromisoformat(row[name]).toordinal() for name in ("earliest", "latest"))
        if first > end + close:
            found += stretch if is_touched else []
            stretch, is_touched = [], False
        stretch.append(row["id"])
        end = max(end, last)
        is_touched = is_touched or row["source_id"] in sources or row["id"] in events
    return found + (stretch if is_touched else [])


def event_accounts(store: Store, clusters: Iterable[int]) -> dict[int, list[EventAccount]]:
    """Return the accounts of clusters of events, by cluster, in order of id."""
    rows = store.rows("event_accounts", ids=json.dumps(sorted(clusters)))
    cluster_of = {row["id"]: row["cluster_id"] for row in rows}
    found: dict[int, list[EventAccount]] = defaultdict(list)
    for account in _event_accounts(store, rows):
        found[cluster_of[account.id]].append(account)
    return dict(found)


def write_event_clusters(store: Store, rows: Iterable[Mapping[str, Any]]) -> list[int]:
    """Write what lists show of clusters of events, inside ``write()``; return those gone."""
    store.run_many("upsert_event_cluster", rows)
    return [row["id"] for row in store.rows("drop_stale_event_clusters")]


def _participants_as_read(store: Store, ids: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    """Return who took part, as read, where a reader says otherwise; entities are clusters.

    What is one event is judged by what sources tell.
    """
    told = told_participants(store, ids)
    lead = entity_clusters(store, {entity for one in told.values() for entity, _ in one})
    return {
        id: sorted((lead[entity], role) for entity, role in one if entity in lead)
        for id, one in told.items()
    }


def _event_accounts(store: Store, rows: Sequence[Row]) -> list[EventAccount]:
    ids = json.dumps([row["id"] for row in rows])
    took_part: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in store.rows("participants_of", ids=ids):
        took_part[row["event_id"]].append((row["entity_id"], row["role"]))
    for id, read in _participants_as_read(store, [row["id"] for row in rows]).items():
        took_part[id] = read
    stands_on: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for row in store.rows("evidence_of", ids=ids):
        stands_on[row["event_id"]].append((row["source_id"], Span(row["start"], row["stop"])))
    return [
        EventAccount(
            id=row["id"],
            source=row["source_id"],
            kind=EventKind(row["kind"]),
            title=row["title"],
            date=partial_date(row),
            place=row["place_id"],
            modality=Modality(row["modality"]),
            secret=bool(row["secret"]),
            participants=tuple(dict.fromkeys(took_part[row["id"]])),
            evidence=tuple(stands_on[row["id"]]),
        )
        for row in rows
    ]

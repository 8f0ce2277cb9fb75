"""Sources that a reader removed: all that is of them lies apart, and comes back as it was.

Nothing of a removed source is in the tables that are read, so no query has to heed that it
is removed: the case is as if it had never come in. What a reader wrote on it, and on what it
tells, lies apart with it.

What was put apart last comes back first, as with a stack of papers: so all is there that it
refers to.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casefile.model.kept import Removal
from casefile.model.words import Kind
from casefile.store.clusters import sources_of_accounts
from casefile.store.former import keep_ids
from casefile.store.fulltext import index_facts
from casefile.store.hand import HandRow, swap
from casefile.store.index import index_source
from casefile.store.notes import note_columns, put_note, remove_note
from casefile.store.portable import hand_rows
from casefile.store.store import Store

_POINTS: Mapping[str, Mapping[str, str]] = {
    "event": {"place_id": "entity"},
    "fact": {"event_id": "event"},
    "attribution": {"entity_id": "entity"},
    "citation": {"entity_id": "entity", "cited_id": "source"},
    "participant": {"entity_id": "entity"},
    "fact_about": {"entity_id": "entity"},
}
"""The columns that may, by a reader's hand or by linking, point at a thing of another source."""

_OTHERS = ("hand", "note", "rejection")
"""What lies apart with a source besides rows of its tables."""

_NEEDED = ("participant", "fact_about")
"""Tables whose rows say nothing without what they point at."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What the removal of sources takes out of view."""

    things: Mapping[str, frozenset[int]]
    """By kind the ids of the sources, of what they tell, and of conflicts about that."""
    rows: tuple[HandRow, ...]
    """What readers wrote on these, but for notes; also where it names one of them."""
    notes: tuple[int, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    """``mentions``, ``facts``, ``entities``, ``events`` and ``notes`` that go from the lists; of
    entities and events those that no other source tells."""


def removals(store: Store) -> list[Removal]:
    """Return the sources that are removed, those removed last at the end."""
    return [Removal(**dict(row)) for row in store.rows("sources_away")]


def removed_with_text(store: Store, sha256: str) -> Removal | None:
    """Return the removed source that some bytes are, or of which they are a version."""
    ids = {row["id"] for row in store.rows("away_with_text", sha256=sha256)}
    return next((one for one in removals(store) if one.id in ids), None)


def known_away(store: Store, source: int) -> Mapping[str, Any]:
    """Return the columns of a removed source as they were; none of one that is not."""
    rows = store.rows("rows_away", id=source)
    return next((json.loads(row["told"]) for row in rows if row["name"] == "source"), {})


def taken_with(store: Store, sources: Collection[int]) -> Taken:
    """Return what the removal of sources takes out of view; nothing of those not here."""
    packed = json.dumps(sorted(sources))
    things: dict[str, set[int]] = defaultdict(set)
    for row in store.rows("told_by_source", ids=packed):
        things[row["kind"]].add(row["id"])
    on = [[kind, id] for kind, ids in things.items() for id in sorted(ids)]
    notes = tuple(row["id"] for row in store.rows("notes_on_some", things=json.dumps(on)))
    things["note"] = {*notes}
    rows = tuple(row for row in hand_rows(store) if _falls(row, things))
    counts = dict(store.rows("count_taken", ids=packed)[0])
    frozen = {kind: frozenset(ids) for kind, ids in things.items()}
    return Taken(frozen, rows, notes, {**counts, "notes": len(notes)})


def _falls(row: HandRow, things: Mapping[str, Collection[int]]) -> bool:
    table = row["table"]
    if table in ("made", "rejected_mention", "relabelled"):
        return row["source_id"] in things["source"]
    if table == "judgement":
        return any(row[side] in things[row["kind"]] for side in ("left_id", "right_id"))
    if table == "stated_fact":
        return row["fact_id"] in things["fact"]
    if table == "stated_participant":
        return row["event_id"] in things["event"] or row["entity_id"] in things["entity"]
    if "target_kind" not in row:
        return False
    is_on = row["target_id"] in things.get(row["target_kind"], ())
    return is_on or row.get("entity_id") in things["entity"]


def take_away(store: Store, source: int) -> Taken:
    """Put all that is of a source apart, inside ``write()``; linking has to see what is left."""
    taken = taken_with(store, [source])
    _put_apart(store, source, taken)
    events, facts = (sorted(taken.things.get(kind, ())) for kind in ("event", "fact"))
    index_facts(store, {}, facts)
    store.run("drop_source_words", id=source)
    for kind, found in (("source", [source]), ("event", events), ("fact", facts)):
        store.run("drop_overruled", kind=kind, ids=json.dumps(found))
    store.run("keep_former_of_source", id=source)
    for name in ("unlink_tellers", "unlink_mates", "shrink_clusters_of"):
        store.run(name, id=source)
    conflicts = json.dumps(sorted(taken.things.get("conflict", ())))
    keep_ids(store, Kind.CONFLICT, store.rows("drop_conflicts", ids=conflicts))
    _unlink_named(store, taken.rows)
    store.run("drop_source", id=source)
    return taken


def _put_apart(store: Store, source: int, taken: Taken) -> None:
    rows = [(row["name"], row["told"]) for row in store.rows("rows_of_source", id=source)]
    rows += [("hand", json.dumps(row)) for row in taken.rows]
    rows += [("note", json.dumps(note_columns(store, id))) for id in taken.notes]
    rows += [("rejection", json.dumps(dict(row))) for row in store.rows("rejections", id=source)]
    store.run_many(
        "put_away", ({"source_id": source, "name": name, "told": told} for name, told in rows)
    )
    swap(store, taken.rows, [])
    for id in taken.notes:
        remove_note(store, id)


def _unlink_named(store: Store, rows: Iterable[HandRow]) -> None:
    """Let linking see again what readers judged or put right, also in other sources."""
    ids: dict[str, set[int]] = {"entity": set(), "event": set()}
    for row in rows:
        if row["table"] == "judgement":
            ids[row["kind"]] |= {row["left_id"], row["right_id"]}
        elif row["table"] == "correction":
            ids[row["target_kind"]].add(row["target_id"])
    sources = (sources_of_accounts(store, Kind(kind), found) for kind, found in ids.items())
    store.run("unlink_sources", ids=json.dumps(sorted(set().union(*sources))))


def _from_hex(told: dict[str, Any]) -> Any:
    return bytes.fromhex(told["hex"]) if told.keys() == {"hex"} else told


def bring_back(store: Store, source: int) -> bool:
    """Put what lies apart with a source where it was, inside ``write()``; linking comes after.

    Returns:
        Whether other words are no names now than when it went: then it has to be read again.
    """
    apart: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in store.rows("rows_away", id=source):
        apart[row["name"]].append(json.loads(row["told"], object_hook=_from_hex))
    apart["source"] = [{**row, "linked": 0} for row in apart["source"]]
    for table in [name for name in apart if name not in _OTHERS]:
        _put_back(store, table, apart[table])
    for query, table in (("own_cluster", "entity"), ("own_event_cluster", "event")):
        store.run_many(query, ({"id": row["id"]} for row in apart[table]))
    store.run("drop_away", id=source)
    index_source(store, source)
    index_facts(store, {row["id"]: row["statement"] for row in apart["fact"]}, ())
    older = [row for row in apart["hand"] if _is_older(store, row)]
    # Decided anew while it lay apart: it waits, for an undo of what was decided since.
    waiting = ({"source_id": source, "name": "hand", "told": json.dumps(row)} for row in older)
    store.run_many("put_away", waiting)
    back = [row for row in apart["hand"] if row not in older]
    swap(store, [], back)
    _unlink_named(store, back)
    for columns in apart["note"]:
        put_note(store, columns)
    store.run("revive_conflicts")
    return [dict(row) for row in store.rows("rejections", id=source)] != apart["rejection"]


def _is_older(store: Store, row: HandRow) -> bool:
    """Tell whether a row apart was decided before one that stands in its place."""
    if row["table"] != "correction":
        return False
    key = {name: row[name] for name in ("target_kind", "target_id", "field", "value")}
    standing = store.one("correction_at", **key)
    return standing is not None and bool(standing["made_at"] > row["made_at"])


def bring_all_back(store: Store) -> list[int]:
    """Bring back every source that lies apart, inside ``write()``; return them."""
    found = [one.id for one in removals(store)][::-1]
    for id in found:
        bring_back(store, id)
    return found


def _put_back(store: Store, table: str, rows: list[dict[str, Any]]) -> None:
    """Put rows into a table; they name no thing of another source that is gone meanwhile."""
    for column, kind in _POINTS.get(table, {}).items():
        there = _there(store, kind, (row[column] for row in rows if row[column] is not None))
        rows = [{**row, column: row[column] if row[column] in there else None} for row in rows]
    if table in _NEEDED:
        rows = [row for row in rows if row["entity_id"] is not None]
    if rows:
        store.database.table(table).insert_all(rows)


def _there(store: Store, kind: str, ids: Iterable[int]) -> set[int]:
    """Return those of some ids that a thing of a kind has."""
    things = json.dumps([[kind, id] for id in sorted({*ids})])
    return {row["id"] for row in store.rows("things_there", things=things)}

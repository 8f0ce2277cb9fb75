"""What other cases are told of a decision, written down in the moment it is made.

It names things by their places and not by ids. Written later it would come out otherwise,
for things move and go; and a decision told in two ways would be two decisions.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from casefile.core.clashes import SETTLED
from casefile.core.pointers import pointers
from casefile.core.sight import Told, heads, key_of
from casefile.store.portable import REFERENCE, SIDES, Place, Places, conflict_place, mark_of
from casefile.store.store import Row, Store

MERGED = "log merged"
"""The deed by which the decisions of another log came; it is told to nobody itself."""

SOURCE_DEEDS = ("source corrected", "source settled")
"""The deeds whose ``before`` and ``after`` are columns of a source, not a whole row."""

HandRow = dict[str, Any]


def tell_all(store: Store) -> None:
    """Write down what is told of decisions that an older casefile made, inside ``write()``."""
    for row in store.rows("untold_decisions"):
        tell(store, row)


def tell(store: Store, row: Row | Mapping[str, Any]) -> None:
    """Write down what is told of a decision, inside the ``write()`` that carries it out.

    Args:
        store: Open for writing.
        row: The decision as it is stored, with its id.
    """
    told = _told(store, row)
    if told is not None:
        packed = json.dumps(told, ensure_ascii=False)
        store.run("set_told", id=row["id"], told=packed)


def own_told(store: Store) -> dict[str, dict[str, Any]]:
    """Return what is told of the decisions that were made here, by their keys, oldest first."""
    told = (json.loads(row["told"]) for row in store.rows("told_decisions"))
    return {key_of(one): one for one in told}


def _told(store: Store, row: Mapping[str, Any]) -> Told | None:
    if row["deed"] == MERGED:
        return None
    told = {"seq": row["id"], "deed": row["deed"], "by": row["made_by"], "at": row["made_at"]}
    if row["of_id"] is not None:
        of = store.one("told_of", id=row["of_id"])
        if of is None or of["told"] is None:
            return None
        saw = _saw(store, row["id"])
        return {**told, "saw": saw, "of": key_of(json.loads(of["told"]))}
    told["saw"] = _saw(store, row["id"])
    before, after = (json.loads(row[name] or "null") for name in ("before", "after"))
    target = (row["target_kind"], row["target_id"])
    if row["deed"] == "notes deleted":
        keys = [_adder(store, one["id"]) for one in before]
        return {**told, "target": ["note", keys[0]], "notes": keys}
    if row["deed"].startswith("note "):
        return {**told, **_note(store, target, after, is_new=row["deed"] == "note added")}
    if target[0] == "search" and row["deed"] not in SETTLED:
        name = (after or before)["name"]
        rows = [[{"table": "saved_search", **one}] if one else [] for one in (before, after)]
        return {**told, "target": ["search", name], "gone": rows[0], "put": rows[1]}
    if row["deed"] in SOURCE_DEEDS:
        place = places_of(store, [target]).place(*target)
        return {**told, "target": place, "source": place[1] if place else "", "columns": after}
    places = places_of(store, [target, *_things((*before, *after))])
    carried = [[places.carried(_whole(store, one)) for one in rows] for rows in (before, after)]
    place = places.place(*target)
    if target[0] == "search":
        place = ["search", (*before, *after)[0]["name"]]
    return {**told, "target": place, "gone": carried[0], "put": carried[1]}


def _whole(store: Store, row: HandRow) -> HandRow:
    """Return a row with what the log leaves out: of a version its text and its article."""
    if row["table"] != "source_version":
        return row
    version = store.one("version", id=row["source_id"], sha256=row["sha256"])
    return {**row, **dict(version or {})}


def _note(
    store: Store, target: tuple[str, int], after: dict[str, Any] | None, *, is_new: bool
) -> Told:
    columns = None
    if after is not None:
        columns = {name: value for name, value in after.items() if name != "id"}
        on = (columns.pop("target_kind"), columns.pop("target_id"))
        links = _links(columns["body"])
        things = [(found[1], int(found[2])) for found in links.values()]
        places = places_of(store, [on, *things], or_former=True)
        columns["target"] = places.place(*on)
        if links:
            marked = _marked(store) if any(found[3] for found in links.values()) else {}
            columns["links"] = {
                words: marked.get(found[3]) if found[3] else places.place(found[1], int(found[2]))
                for words, found in links.items()
            }
    if is_new:
        return {"id": target[1], "target": None, "note": None, "columns": columns}
    key = _adder(store, target[1])
    return {"target": ["note", key], "note": key, "columns": columns}


def _links(body: str) -> dict[str, "re.Match[str]"]:
    """Return the pointers of a note that name something by a number."""
    found = {words: REFERENCE.fullmatch(words) for words in pointers(body)}
    return {words: match for words, match in found.items() if match}


def _marked(store: Store) -> dict[str, list[Any]]:
    """Return by their marks the places that notes of other cases point to."""
    told = (json.loads(row["told"]) for row in store.rows("merged_decisions"))
    links = ((one.get("columns") or {}).get("links", {}) for one in told)
    return {mark_of(place): place for some in links for place in some.values() if place}


def _adder(store: Store, note: int) -> str:
    """Return the key of what added a note; empty where none was, or is told only now."""
    row = store.one("note_adder", id=note)
    if row is None or not (row["key"] or row["told"]):
        return ""
    return str(row["key"]) if row["key"] else key_of(json.loads(row["told"]))


def _saw(store: Store, before: int) -> list[str]:
    """Return the keys of the last decisions that stood here before one; sorted."""
    keys: set[str] = set()
    merges: dict[int, str] = {}
    for row in store.rows("decisions_since", before=before):
        if row["told"] is not None:
            keys.add(key_of(json.loads(row["told"])))
        elif row["deed"] == MERGED:
            merges[row["id"]] = row["after"]
        elif row["deed"] == "undo":
            merges.pop(row["of_id"], None)
        elif (merge := store.one("told_of", id=row["of_id"])) is not None:
            merges[row["of_id"]] = merge["after"]
    for packed in merges.values():
        rows = {row["key"]: json.loads(row["told"]) for row in json.loads(packed)}
        keys |= {*heads({key: told for key, told in rows.items() if "saw" in told})}
    return sorted(keys)


def places_of(
    store: Store, things: Iterable[tuple[str, int | None]], *, or_former: bool = False
) -> Places:
    """Return the places of some things, by kind and id; the ids of others are not known there.

    With ``or_former`` also of things that are gone, such as those of a removed source.
    """
    ids: dict[str, set[int]] = defaultdict(set)
    for kind, id in things:
        if id is not None:
            ids[kind].add(id)
    about = {id: store.one("conflict_about", id=id) for id in ids["conflict"]}
    for row in filter(None, about.values()):
        ids[row["about_kind"]].add(row["about_id"])
    names = {"sources": "source", "entities": "entity", "events": "event", "facts": "fact"}
    packed = {name: json.dumps(sorted(ids[kind])) for name, kind in names.items()}
    rows = store.rows("places_of_some", **packed)
    if or_former:
        here = {(row["kind"], row["id"]) for row in rows}
        gone = [(kind, id) for kind in ids for id in ids[kind] if (kind, id) not in here]
        rows += store.rows("places_of_former", things=json.dumps(gone))
    found: dict[tuple[str, int], Place] = {
        (row["kind"], row["id"]): (row["kind"], row["sha256"], *json.loads(row["parts"]))
        for row in rows
    }
    adders = {id: _adder(store, id) for id in ids["note"]}
    found |= {("note", id): ("note", key) for id, key in adders.items() if key}
    for id, told in about.items():
        found["conflict", id] = conflict_place(id, dict(told) if told else None, found)
    return Places({thing: place for thing, place in found.items() if place})


def _things(rows: Iterable[HandRow]) -> Iterator[tuple[str, int | None]]:
    for row in rows:
        if row["table"] == "judgement":
            yield row["kind"], row["left_id"]
            yield row["kind"], row["right_id"]
        elif row["table"] in SIDES:
            yield from ((side, row[f"{side}_id"]) for side in SIDES[row["table"]])
            yield from map(tuple, json.loads(row.get("things", "[]")))
        elif row["table"] == "rejected_mention":
            yield "source", row["source_id"]
        elif row["table"] != "saved_search":
            yield row["target_kind"], row["target_id"]
        yield "entity", row.get("entity_id")

"""What a reader states of who took part in events, and of facts; what was read is kept below.

The tables that everything reads hold what counts; ``overruled`` holds what an engine, or a
hand that made the thing, says of it where a reader's later word stands over that.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from casefile.store.fulltext import index_facts
from casefile.store.store import Store

Told = list[list[Any]]
"""Who took part in one account: entity and role of each. Of a lost one also where it took place:
that has no role, None."""

Thing = tuple[str, int]
"""Kind and id."""


def told_participants(store: Store, ids: Iterable[int]) -> dict[int, Told]:
    """Return who took part as read, for those accounts of events where a reader says otherwise."""
    wanted = set(ids)
    rows = store.rows("overruled", kind="event")
    return {row["id"]: _roles(json.loads(row["told"])) for row in rows if row["id"] in wanted}


def put_events_right(store: Store) -> None:
    """Let what readers state of who took part stand over what is read, inside ``write()``.

    It does so for all events: few were corrected, and what is one cluster may have changed.
    """
    stated: dict[int, dict[int, tuple[int, int, str]]] = defaultdict(dict)
    for row in store.rows("stated_participants"):
        stated[row["event"]][row["entity"]] = (row["event_id"], row["entity_id"], row["role"])
    below = {row["id"]: json.loads(row["told"]) for row in store.rows("overruled", kind="event")}
    if not stated and not below:
        return
    current: dict[int, Told] = {}
    cluster_of: dict[int, int] = {}
    entity_of: dict[int, int] = {}
    for row in store.rows("participants_under_hand", ids=json.dumps([*stated])):
        cluster_of[row["id"]] = row["event"]
        here = current.setdefault(row["id"], [])
        if row["entity_id"] is not None:
            here.append([row["entity_id"], row["role"]])
            entity_of[row["entity_id"]] = row["entity"]
    entity_of |= _clusters(store, {e for told in below.values() for e, _ in told} - {*entity_of})
    lost = _put_places_right(store, below, entity_of)
    for id, now in current.items():
        base = [one for one in _roles(below.get(id, now)) if one[0] in entity_of]
        said = stated.get(cluster_of[id], {})
        right = [one for one in base if entity_of[one[0]] not in said]
        right += [[who, role] for event, who, role in said.values() if event == id and role]
        if sorted(right) != sorted(now):
            store.run("drop_event_details", ids=json.dumps([id]))
            rows = ({"event_id": id, "entity_id": who, "role": role} for who, role in right)
            store.run_many("insert_participant", rows)
        if id not in lost:
            keep_below(store, "event", id, base if sorted(right) != sorted(base) else None)


def _put_places_right(
    store: Store, below: Mapping[int, Told], there: Mapping[int, int]
) -> set[int]:
    """Let lost events have taken place where they did, as far as that is there; return them."""
    rows = store.rows("places_of_events", ids=json.dumps([*below]))
    lost = {row["id"] for row in rows if row["lost"]}
    for id in lost:
        places = [entity for entity, role in below[id] if role is None and entity in there]
        store.run("set_event_place", id=id, place_id=places[0] if places else None)
    return lost


def _roles(told: Told) -> Told:
    """Return who took part, without where it took place."""
    return [one for one in told if one[1] is not None]


def put_fact_right(store: Store, id: int) -> None:
    """Let what a reader states of a fact stand over what it is read to say, inside ``write()``."""
    row = store.one("fact_columns", id=id)
    if row is None:
        return
    now = _fact(row)
    base = _read(store, id) or now
    right = dict(base)
    for said in store.rows("stated_of_fact", id=id):
        right |= _stated(said, there(store, json.loads(said["things"])))
    if right != now:
        write_fact(store, id, right)
    # What a lost fact names may go, and be found again: no engine tells of whom it was then.
    is_over = right != base or store.one("lost_facts", ids=json.dumps([id]))
    keep_below(store, "fact", id, base if is_over else None)


def told_by_written(store: Store, source: int) -> dict[Thing, Any]:
    """Return what the events and facts of a source are read to say on which a reader wrote.

    By kind and id; what is told of each is as it is kept below.
    """
    found: dict[Thing, Any] = {}
    for kind, query in (("event", "event_accounts_of_source"), ("fact", "machine_facts_of_source")):
        ids = json.dumps([row["id"] for row in store.rows(query, id=source)])
        for row in store.rows("written_on", kind=kind, ids=ids):
            told = _read(store, row["id"]) if kind == "fact" else _read_event(store, row["id"])
            found[kind, int(row["id"])] = told
    return found


def keep_lost(store: Store, told: Mapping[Thing, Any]) -> None:
    """Let what was lost say what it said, as far as what it names is there, inside ``write()``.

    ``told`` is from :func:`told_by_written`, of before.
    """
    facts, events = ([id for of, id in told if of == kind] for kind in ("fact", "event"))
    for row in store.rows("places_of_events", ids=json.dumps(events)):
        if row["lost"]:
            keep_below(store, "event", row["id"], told["event", row["id"]])
    for row in store.rows("lost_facts", ids=json.dumps(facts)):
        keep_below(store, "fact", row["id"], told["fact", row["id"]])
        put_fact_right(store, row["id"])


def _read_event(store: Store, id: int) -> Told:
    """Return who is read to have taken part in an account of an event, and where."""
    below = store.one("overruled_of", kind="event", id=id)
    rows = store.rows("participants_of_account", id=id)
    told: Told = [[row["entity_id"], row["role"]] for row in rows]
    if below:
        told = json.loads(below["told"])
    place = store.one("places_of_events", ids=json.dumps([id]))
    if place and place["place_id"] is not None:
        told = [*_roles(told), [place["place_id"], None]]
    return told


def _read(store: Store, id: int) -> dict[str, Any] | None:
    """Return what a fact is read to say, below what a reader states."""
    if below := store.one("overruled_of", kind="fact", id=id):
        told: dict[str, Any] = json.loads(below["told"])
        return told
    row = store.one("fact_columns", id=id)
    return _fact(row) if row else None


def write_fact(store: Store, id: int, columns: Mapping[str, Any]) -> None:
    """Write what a fact says, but where it stands, inside ``write()``."""
    about, said = columns["about"], columns["attribution"]
    named = [["entity", one] for one in [*about, *(one[1] for one in said)] if one is not None]
    event = columns["event_id"]
    is_there = set(map(tuple, filter(None, there(store, [*named, ["event", event]]))))
    names = ("statement", "hedge", "polarity")
    event = event if ("event", event) in is_there else None
    store.run("restate_fact", id=id, event_id=event, **{name: columns[name] for name in names})
    store.run("drop_fact_about", ids=json.dumps([id]))
    store.run("drop_attributions", ids=json.dumps([id]))
    left = [one for one in dict.fromkeys(about) if ("entity", one) in is_there]
    store.run_many(
        "insert_fact_about",
        ({"fact_id": id, "position": at, "entity_id": one} for at, one in enumerate(left)),
    )
    store.run_many(
        "insert_attribution",
        (
            {
                "fact_id": id,
                "depth": depth,
                "speaker": speaker,
                "entity_id": entity if ("entity", entity) in is_there else None,
                "verb": verb,
            }
            for depth, (speaker, entity, verb) in enumerate(said)
        ),
    )
    index_facts(store, {id: columns["statement"]}, ())


def there(store: Store, things: Iterable[list[Any]]) -> list[list[Any] | None]:
    """Return things, ``[kind, id]`` each, with None in place of those that are not there."""
    asked = list(things)
    ids = {kind: json.dumps([id for of, id in asked if of == kind]) for kind in ("entity", "event")}
    rows = store.rows("ids_there", entities=ids["entity"], events=ids["event"])
    found = {(row["kind"], row["id"]) for row in rows}
    return [one if tuple(one) in found else None for one in asked]


def keep_below(store: Store, kind: str, id: int, told: Any) -> None:
    """Keep what stands below a reader's word, or forget it where there is nothing, None."""
    if told is None:
        store.run("drop_overruled", kind=kind, ids=json.dumps([id]))
    else:
        store.run("put_overruled", kind=kind, id=id, told=json.dumps(told, ensure_ascii=False))


def leave_below(store: Store, accounts: Collection[int]) -> None:
    """Let accounts of entities have no part in what stands below a reader's word either.

    Of a lost event or fact no engine tells again of whom it was: it keeps them.
    """
    if not accounts:
        return
    events, facts = (store.rows("overruled", kind=kind) for kind in ("event", "fact"))
    ids = [json.dumps([row["id"] for row in rows]) for rows in (events, facts)]
    lost = {row["id"] for row in store.rows("places_of_events", ids=ids[0]) if row["lost"]}
    for row in events:
        told = json.loads(row["told"])
        left = [one for one in told if one[0] not in accounts]
        if left != told and row["id"] not in lost:
            keep_below(store, "event", row["id"], left)
    lost = {row["id"] for row in store.rows("lost_facts", ids=ids[1])}
    for row in facts:
        told = json.loads(row["told"])
        about = [one for one in told["about"] if one not in accounts]
        spoke = told["attribution"]
        said = [[name, None if id in accounts else id, verb] for name, id, verb in spoke]
        now = {**told, "about": about, "attribution": said}
        if now != told and row["id"] not in lost:
            keep_below(store, "fact", row["id"], now)


def _clusters(store: Store, ids: Iterable[int]) -> dict[int, int]:
    rows = store.rows("entity_mates", ids=json.dumps(sorted(ids)))
    return {row["id"]: row["cluster_id"] for row in rows}


def _fact(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **dict(row),
        "about": json.loads(row["about"]),
        "attribution": json.loads(row["attribution"]),
    }


def _stated(said: Mapping[str, Any], things: list[list[Any] | None]) -> dict[str, Any]:
    """Return the columns that a row of ``stated_fact`` tells."""
    field, value = said["field"], json.loads(said["value"])

    def id_of(at: int | None) -> Any:
        thing = None if at is None else things[at]
        return thing[1] if thing else None

    if field == "about":
        return {"about": [id for at in value if (id := id_of(at)) is not None]}
    if field == "attribution":
        return {"attribution": [[name, id_of(at), verb] for name, at, verb in value]}
    return {"event_id": id_of(value)} if field == "event" else {field: value}

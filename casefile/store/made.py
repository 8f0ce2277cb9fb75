"""Entities, events and facts that a reader made of selected words, among those that were found.

Each is one row of ``made``; from it come rows like an engine's, which an engine that runs
again leaves alone. Where it finds a name across words that a reader made one, the reader's
stands, and the engine's waits below in ``overruled``.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from casefile.core.edtf import bounds
from casefile.core.folding import fold
from casefile.model.made import KINDS, MadeEntity, MadeEvent, MadeFact, name_in
from casefile.model.plain import from_plain
from casefile.model.words import Kind, PartialDate, Span
from casefile.store.dates import date_columns
from casefile.store.former import let_go
from casefile.store.fulltext import index_facts
from casefile.store.rejections import place
from casefile.store.stated import (
    keep_below,
    put_events_right,
    put_fact_right,
    there,
    told_participants,
    write_fact,
)
from casefile.store.store import Row, Store
from casefile.store.versions import FIRST, place_now, version_mark, version_text

Made = Mapping[str, Any]
"""Columns of ``made``."""

_KEY = ("source_id", "start", "stop", "kind", "ordinal", "version")


def next_id(store: Store, kind: Kind) -> int:
    """Return the number that the next entity, event or fact will have."""
    row = store.one("next_id", name=kind.value)
    assert row is not None
    return int(row["id"])


def stands(store: Store, row: Made) -> bool:
    """Tell whether a row, as it is, is in force."""
    told = {"version": FIRST, **row}
    found = store.one("made_row", **{name: told[name] for name in _KEY})
    return found is not None and all(found[name] == told[name] for name in dict(found))


def placed(store: Store, row: Made) -> Made | None:
    """Return a row with where its words stand in the text now; None where they are gone."""
    span, mark = Span(row["start"], row["stop"]), dict(row).get("version", FIRST)
    now = place_now(store, row["source_id"], span, mark)
    return {**dict(row), "start": now.start, "stop": now.end} if now else None


def entities_made(store: Store, source: int) -> list[tuple[Span, Row]]:
    """Return the rows of entities that readers made in a source, and where each stands now.

    Those whose words are gone are left out.
    """
    rows = store.rows("made_of_source", source_id=source)
    found = [(placed(store, row), row) for row in rows if row["kind"] == "entity"]
    return [(Span(now["start"], now["stop"]), row) for now, row in found if now]


def accounts_made(store: Store, source: int) -> set[tuple[str, str]]:
    """Return kind and folded name of the accounts of entities that readers made in a source."""
    told = [json.loads(row["told"]) for _, row in entities_made(store, source)]
    return {(one["kind"], fold(one["name"]) or one["name"]) for one in told}


def lost_made(store: Store, source: int) -> list[tuple[str, str]]:
    """Return what readers made of words that are gone from the text: the words, and its name.

    What they wrote on besides is left out: that stays, as an orphan of its own.
    """
    found = []
    for row in store.rows("made_of_source", source_id=source):
        if placed(store, row) is None and _parked(store, row) is None:
            text = version_text(store, source, row["version"]) or ""
            name = name_in(json.loads(row["told"]))
            found.append((text[row["start"] : row["stop"]], f"{row['kind']} “{name}”"))
    return found


def lay_all(store: Store, source: int) -> None:
    """Put what readers made in a source among what was found there, inside ``write()``."""
    for row in store.rows("made_of_source", source_id=source):
        _lay_now(store, row)


def _lay_now(store: Store, row: Made) -> None:
    now = placed(store, row)
    if now is None:
        if row["kind"] != "entity" and (gone := _parked(store, row)):
            store.run(f"lose_{row['kind']}s", ids=json.dumps([gone["id"]]))
        return
    id = lay(store, now)
    made_in = dict(row).get("version", FIRST)
    if row["kind"] != "entity" and made_in != version_mark(store, row["source_id"]):
        # What is said of it elsewhere tells where it was made.
        spans = json.dumps([[row["start"], row["stop"]]], separators=(",", ":"))
        store.run("keep_made_place", **_once(row), ref_id=id, spans=spans)


def lay_again(store: Store) -> None:
    """Let what readers made and stated name what is there now, inside ``write()``.

    An entity that goes leaves it, and one that is found again comes back.
    """
    for row in store.rows("made_of_things"):
        _lay_now(store, row)
    for id in dict.fromkeys(row["fact_id"] for row in store.rows("hand_stated_fact")):
        put_fact_right(store, id)
    put_events_right(store)


def lay_naming(store: Store, source: int) -> None:
    """Let what readers made and stated elsewhere name what a source has now, inside ``write()``."""
    for row in store.rows("made_naming", source_id=source):
        _lay_now(store, row)
    for row in store.rows("stated_facts_naming", source_id=source):
        put_fact_right(store, row["id"])


def lay(store: Store, row: Made) -> int:
    """Put one made thing among what was found, inside ``write()``; return its account.

    ``row`` tells where its words stand in the text now; see :func:`placed`.
    """
    told = from_plain(KINDS[row["kind"]], json.loads(row["told"]))
    if isinstance(told, MadeEntity):
        return _lay_entity(store, row, told)
    things = there(store, json.loads(row["things"]))
    if isinstance(told, MadeEvent):
        return _lay_event(store, row, told, things)
    return _lay_fact(store, row, told, things)


def lift(store: Store, row: Made) -> None:
    """Take a made thing away from what was found, inside ``write()``; what hangs on it stays."""
    told = from_plain(KINDS[row["kind"]], json.loads(row["told"]))
    now = placed(store, row)
    if isinstance(told, MadeEntity):
        _lift_entity(store, row, now, told)
        return
    if isinstance(told, MadeEvent):
        place = _event_place(now, told) if now else None
        found = store.one("event_account_at", **place) if place else _parked(store, row)
        if found is None:
            return
        store.run("unlink_tellers", id=row["source_id"])
        if let_go(store, Kind.EVENT, [found["id"]]):
            store.run("drop_overruled", kind="event", ids=json.dumps([found["id"]]))
        store.run("lose_events", ids=json.dumps([found["id"]]))
        return
    found = store.one("fact_at", **_fact_place(now)) if now else _parked(store, row)
    if found is None:
        return
    gone = let_go(store, Kind.FACT, [found["id"]])
    index_facts(store, {}, (one["id"] for one in gone))
    store.run("lose_facts", ids=json.dumps([found["id"]]))
    if gone:
        store.run("drop_overruled", kind="fact", ids=json.dumps([found["id"]]))


def _parked(store: Store, row: Made) -> Row | None:
    """Return the account whose words are gone, where it stays for what a reader wrote on it."""
    return store.one("orphan_once_at", **_once(row))


def _once(row: Made) -> dict[str, Any]:
    """Return where an event or a fact was made, as ``version_place`` has it."""
    parts = [row["start"], row["stop"], row["ordinal"]]
    if row["kind"] == "event":
        parts = [json.loads(row["told"])["kind"], row["start"], row["ordinal"]]
    told = {"version": FIRST, **dict(row)}
    place = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return {"place": place, **{name: told[name] for name in ("source_id", "kind", "version")}}


def follow_made(store: Store, rows: Iterable[Made]) -> set[int]:
    """Make what was found fit rows that came or went, inside ``write()``.

    Returns:
        The sources that linking has to see: it looks at no facts.
    """
    found = list(rows)
    standing = [row for row in found if stands(store, row)]
    for row in reversed([row for row in found if row not in standing]):
        lift(store, row)
    for row in sorted(standing, key=lambda row: row["kind"]):
        _lay_now(store, row)
    return {row["source_id"] for row in found if row["kind"] != "fact"}


# Entities


def _lay_entity(store: Store, row: Made, told: MadeEntity) -> int:
    source, folded = row["source_id"], fold(told.name) or told.name
    key = {"source_id": source, "kind": told.kind.value, "folded": folded}
    account = store.one("entity_account_at", **key)
    if account is None:
        account = store.one("make_entity", name=told.name, thing_id=row["thing_id"], **key)
        assert account is not None
        store.run("own_cluster", id=account["id"])
    store.run("find_entity_again", id=account["id"])
    store.run("unlink_tellers", id=source)
    where = {name: row[name] for name in ("source_id", "start", "stop")}
    here, below = (row["start"], row["stop"]), _below(store, source)
    laid = {(one[0], one[1]) for one in below if one[2] == _LAID}
    for mention in store.rows("mentions_across", **where):
        place = (mention["start"], mention["stop"])
        if place not in laid:
            below.append(list(mention))
        if place not in laid or place == here:
            store.run("drop_mention", source_id=source, start=place[0], stop=place[1])
    if here not in laid:
        below.append([*here, _LAID, "", ""])
    keep_below(store, "source", source, below)
    text = store.one("source_text", id=source)
    assert text is not None
    form = text["text"][row["start"] : row["stop"]]
    mention_kind = told.mention.value
    store.run("insert_mention", **where, entity_id=account["id"], kind=mention_kind, form=form)
    return int(account["id"])


def _lift_entity(store: Store, row: Made, now: Made | None, told: MadeEntity) -> None:
    source = row["source_id"]
    key = {"kind": told.kind.value, "folded": fold(told.name) or told.name}
    account = store.one("entity_account_at", source_id=source, **key)
    if account is None:
        return
    store.run("unlink_tellers", id=source)
    if now is not None and (account["by_hand"] or _is_laid(store, now)):
        store.run("drop_mention", source_id=source, start=now["start"], stop=now["stop"])
        _restore_mentions(store, source)
    is_made = (told.kind.value, key["folded"]) in accounts_made(store, source)
    is_bare = now is None and store.one("bare_accounts", ids=json.dumps([account["id"]]))
    if (account["by_hand"] or is_bare) and not is_made:
        dropped = let_go(store, Kind.ENTITY, [account["id"]])
        store.run_many("shrink_cluster", ({"id": one["cluster_id"]} for one in dropped))
        store.run("lose_entities", ids=json.dumps([account["id"]]))


def _restore_mentions(store: Store, source: int) -> None:
    """Bring back the mentions of an engine across which a reader's no longer stand."""
    own = [(span.start, span.end) for span, _ in entities_made(store, source)]
    rejected = store.rows("rejections", id=source)
    anywhere = {one["form"] for one in rejected if one["stop"] == 0}
    places = {(span.start, span.end) for one in rejected if (span := place(store, one))}
    below = _below(store, source)
    waiting = [
        one
        for one in below
        if any(one[0] < b and a < one[1] for a, b in own)
        and (one[2] != _LAID or (one[0], one[1]) in own)
    ]
    for start, stop, entity, *_ in below:
        if entity == _LAID and (start, stop) not in own:
            # Several may be taken away at once: with the first go the mentions of all.
            store.run("drop_mention", source_id=source, start=start, stop=stop)
    named = there(store, [["entity", one[2]] for one in below])
    for (start, stop, entity, kind, form), is_there in zip(below, named, strict=True):
        if [start, stop, entity, kind, form] in waiting or not is_there:
            continue
        if form not in anywhere and (start, stop) not in places:
            columns = {"start": start, "stop": stop, "entity_id": entity, "kind": kind}
            store.run("insert_mention", source_id=source, form=form, **columns)
    keep_below(store, "source", source, waiting or None)


_LAID = 0
"""In place of an entity: not a mention of an engine, but where a reader's has been laid."""


def _below(store: Store, source: int) -> list[list[Any]]:
    """Return the mentions that wait below a reader's: columns of ``mentions_across``."""
    row = store.one("overruled_of", kind="source", id=source)
    return json.loads(row["told"]) if row else []


def _is_laid(store: Store, now: Made) -> bool:
    """Tell whether a reader's mention lies there; taken away once, an engine's may be back."""
    place = [now["start"], now["stop"], _LAID]
    return any(one[:3] == place for one in _below(store, now["source_id"]))


# Events and facts


def _event_place(row: Made, told: MadeEvent) -> dict[str, Any]:
    place = {"source_id": row["source_id"], "kind": told.kind.value}
    return {**place, "anchor": row["start"], "ordinal": row["ordinal"]}


def _lay_event(store: Store, row: Made, told: MadeEvent, things: list[list[Any] | None]) -> int:
    place = None if told.place is None else things[told.place]
    date = PartialDate(told.date_text, told.edtf, *bounds(told.edtf)) if told.edtf else None
    columns = {
        "title": told.title,
        **date_columns(date),
        "place_id": place[1] if place else None,
        "modality": told.modality.value,
        "secret": 0,
    }
    key = _event_place(row, told)
    found = store.one("event_account_at", **key)
    if found is None:
        found = store.one("make_event", thing_id=row["thing_id"], **key, **columns)
        assert found is not None
        store.run("own_event_cluster", id=found["id"])
    else:
        store.run("update_event", id=found["id"], **columns)
    id = int(found["id"])
    store.run("find_event_again", id=id)
    roles = {who[1]: one.role for one in told.participants if (who := things[one.entity])}
    if roles != _roles(store, id):
        store.run("unlink_sources", ids=json.dumps([row["source_id"]]))
    for drop in ("drop_event_details", "drop_evidence"):
        store.run(drop, ids=json.dumps([id]))
    store.run("drop_overruled", kind="event", ids=json.dumps([id]))
    store.run_many(
        "insert_participant",
        ({"event_id": id, "entity_id": who, "role": role} for who, role in roles.items()),
    )
    stretch = {name: row[name] for name in ("source_id", "start", "stop")}
    store.run_many("insert_evidence", [{"event_id": id, **stretch}])
    return id


def _roles(store: Store, event: int) -> dict[int, str]:
    """Return who took part as it was made, below what a reader stated of that since."""
    if (told := told_participants(store, [event]).get(event)) is not None:
        return {who: role for who, role in told}  # noqa: C416  # lists of two, for mypy
    rows = store.rows("participants_of_account", id=event)
    return {row["entity_id"]: row["role"] for row in rows}


def _fact_place(row: Made) -> dict[str, Any]:
    return {name: row[name] for name in ("source_id", "start", "stop", "ordinal")}


def _lay_fact(store: Store, row: Made, told: MadeFact, things: list[list[Any] | None]) -> int:
    def id_of(at: int | None) -> int | None:
        thing = None if at is None else things[at]
        return thing[1] if thing else None

    said = [[one.name, id_of(one.entity), one.verb] for one in told.attribution]
    columns = {
        "statement": told.statement,
        "event_id": id_of(told.event),
        "hedge": told.hedge,
        "polarity": told.polarity.value,
    }
    found = store.one("fact_at", **_fact_place(row))
    if found is None:
        quoted = int(told.quoted)
        place = _fact_place(row)
        found = store.one("make_fact", thing_id=row["thing_id"], quoted=quoted, **place, **columns)
        assert found is not None
    id = int(found["id"])
    store.run("find_fact_again", id=id)
    store.run("drop_overruled", kind="fact", ids=json.dumps([id]))
    about = [one for at in told.about if (one := id_of(at)) is not None]
    write_fact(store, id, {**columns, "about": about, "attribution": said})
    put_fact_right(store, id)
    return id

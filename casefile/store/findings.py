"""What an engine found in a source, written so that ids live on.

A row is known again by what it stands on (an account of an entity by its kind
and folded name, an event by its kind and first passage, a fact by its span), so
that running an engine again keeps every id that a reader may have noted. What
is no longer found goes; found once more it has its old id. What a reader wrote on or judged
stays, marked as lost.
"""

import json
from collections import Counter
from collections.abc import Sequence

from casefile.core.folding import fold
from casefile.model.findings import Findings, FoundEvent, FoundFact
from casefile.model.words import Kind, SourceId
from casefile.store.dates import date_columns
from casefile.store.former import let_go, undecided
from casefile.store.fulltext import index_facts
from casefile.store.made import accounts_made, lay_all, lay_naming
from casefile.store.rejections import allowed
from casefile.store.seen import note_lapses
from casefile.store.stated import (
    keep_lost,
    put_events_right,
    put_fact_right,
    told_by_written,
)
from casefile.store.store import Store


def replace_findings(store: Store, source: SourceId, findings: Findings, *, run: int) -> None:
    """Make the findings those of the source, inside ``write()``.

    Args:
        store: Open for writing.
        source: A source of the case.
        findings: Their spans fit its text. What the reader rejected is left out, what the
            reader made stays, and what the reader stated stands over it.
        run: Of the engine; see :func:`run_id`.
    """
    findings = allowed(store, source, findings)
    store.run("unlink_tellers", id=source)
    told = told_by_written(store, source)
    entities = _entities(store, source, findings)
    _mentions(store, source, findings, entities)
    events = _events(store, source, findings.events, entities)
    made_by = f"machine:{store.database.table('run').get(run)['engine']}"
    _facts(store, source, findings.facts, entities, events, made_by)
    _citations(store, source, findings, entities)
    lay_all(store, source)
    lay_naming(store, source)
    keep_lost(store, told)
    put_events_right(store)
    for row in store.rows("stated_facts_of_source", id=source):
        put_fact_right(store, row["id"])
    store.run("set_run", id=source, run_id=run)


def run_id(store: Store, engine: str, fingerprint: str) -> int:
    """Return the number of an engine's run, noting it if it is new; inside ``write()``."""
    row = store.one("run_id", engine=engine, fingerprint=fingerprint)
    if row:
        return int(row["id"])
    table = store.database.table("run")
    return int(str(table.insert({"engine": engine, "fingerprint": fingerprint}).last_pk))


def engine_of(store: Store, source: int) -> str | None:
    """Return the name of the engine whose findings stand for a source, or None."""
    row = store.one("engine_of_source", id=source)
    return str(row["engine"]) if row else None


def _entities(store: Store, source: SourceId, findings: Findings) -> list[int]:
    """Return the row of every found entity, by its index."""
    rows = store.rows("entity_accounts_of_source", id=source)
    known = {(row["kind"], row["folded"]): int(row["id"]) for row in rows}
    ids = []
    for entity in findings.entities:
        key = (entity.kind.value, fold(entity.name) or entity.name)
        columns = {"name": entity.name, "description": entity.description}
        if key in known:
            store.run("drop_blocks", id=known[key], name=entity.name)
            store.run("update_entity", id=known[key], **columns)
        else:
            row = store.one(
                "insert_entity", source_id=source, kind=key[0], folded=key[1], **columns
            )
            assert row is not None
            known[key] = int(row["id"])
            store.run("own_cluster", id=known[key])
        ids.append(known[key])
    made = {known[key] for key in accounts_made(store, source) if key in known} - {*ids}
    gone = {*known.values()} - {*ids} - made
    dropped = let_go(store, Kind.ENTITY, undecided(store, Kind.ENTITY, gone))
    store.run_many("shrink_cluster", ({"id": row["cluster_id"]} for row in dropped))
    store.run("set_lost_entity", source_id=source, kept=json.dumps([*ids, *made]))
    store.run("set_by_hand_entities", source_id=source, made=json.dumps(sorted(made)))
    return ids


def _mentions(store: Store, source: SourceId, findings: Findings, entities: Sequence[int]) -> None:
    text = store.one("source_text", id=source)
    assert text is not None
    store.run("drop_findings", source_id=source)
    store.run("drop_overruled", kind="source", ids=json.dumps([source]))
    store.run_many(
        "insert_mention",
        (
            {
                "source_id": source,
                "start": mention.span.start,
                "stop": mention.span.end,
                "entity_id": entities[mention.entity],
                "kind": mention.kind.value,
                "form": mention.span.of(text["text"]),
            }
            for mention in findings.mentions
        ),
    )


def _events(
    store: Store, source: SourceId, events: Sequence[FoundEvent], entities: Sequence[int]
) -> list[int]:
    """Return the row of every found event, by its index."""
    rows = store.rows("event_accounts_of_source", id=source)
    known = {(row["kind"], row["anchor"], row["ordinal"]): int(row["id"]) for row in rows}
    told: Counter[tuple[str, int]] = Counter()
    ids = []
    for event in events:
        place = (event.kind.value, event.evidence[0].start)
        key = (*place, told[place])
        told[place] += 1
        columns = {
            "title": event.title,
            **date_columns(event.date),
            "place_id": None if event.place is None else entities[event.place],
            "modality": event.modality.value,
            "secret": int(event.secret),
        }
        if key in known:
            store.run("update_event", id=known[key], **columns)
        else:
            row = store.one(
                "insert_event",
                source_id=source,
                kind=key[0],
                anchor=key[1],
                ordinal=key[2],
                **columns,
            )
            assert row is not None
            known[key] = int(row["id"])
            store.run("own_event_cluster", id=known[key])
        ids.append(known[key])
    gone = let_go(store, Kind.EVENT, {*known.values()} - {*ids})
    store.run("drop_overruled", kind="event", ids=json.dumps([row["id"] for row in gone]))
    store.run("set_lost_event", source_id=source, kept=json.dumps(ids))
    _event_details(store, source, events, ids, entities)
    return ids


def _event_details(
    store: Store,
    source: SourceId,
    events: Sequence[FoundEvent],
    ids: Sequence[int],
    entities: Sequence[int],
) -> None:
    # What a reader keeps alive although it is no longer found keeps its passages.
    store.run("drop_event_details", ids=json.dumps(ids))
    store.run("drop_evidence", ids=json.dumps(ids))
    store.run("drop_overruled", kind="event", ids=json.dumps(ids))
    told = list(zip(ids, events, strict=True))
    store.run_many(
        "insert_participant",
        (
            {"event_id": id, "entity_id": entities[one.entity], "role": one.role}
            for id, event in told
            for one in event.participants
        ),
    )
    store.run_many(
        "insert_evidence",
        (
            {"event_id": id, "source_id": source, "start": span.start, "stop": span.end}
            for id, event in told
            for span in event.evidence
        ),
    )


def _facts(
    store: Store,
    source: SourceId,
    facts: Sequence[FoundFact],
    entities: Sequence[int],
    events: Sequence[int],
    made_by: str,
) -> None:
    rows = store.rows("machine_facts_of_source", id=source)
    known = {(row["start"], row["stop"], row["ordinal"]): int(row["id"]) for row in rows}
    told: Counter[tuple[int, int]] = Counter()
    ids = []
    for fact in facts:
        place = (fact.span.start, fact.span.end)
        key = (*place, told[place])
        told[place] += 1
        columns = {
            "statement": fact.statement,
            "event_id": None if fact.event is None else events[fact.event],
            "hedge": fact.hedge,
            "polarity": fact.polarity.value,
            "quoted": int(fact.quoted),
            "made_by": made_by,
        }
        if key in known:
            store.run("update_fact", id=known[key], **columns)
        else:
            row = store.one(
                "insert_fact",
                source_id=source,
                start=key[0],
                stop=key[1],
                ordinal=key[2],
                **columns,
            )
            assert row is not None
            known[key] = int(row["id"])
        ids.append(known[key])
    missing = undecided(store, Kind.FACT, {*known.values()} - {*ids})
    gone = let_go(store, Kind.FACT, missing)
    store.run("set_lost_fact", source_id=source, kept=json.dumps(ids))
    note_lapses(store, source)
    statements = {id: fact.statement for id, fact in zip(ids, facts, strict=True)}
    index_facts(store, statements, (row["id"] for row in gone))
    store.run("drop_overruled", kind="fact", ids=json.dumps([row["id"] for row in gone]))
    _fact_details(store, facts, ids, entities)


def _fact_details(
    store: Store, facts: Sequence[FoundFact], ids: Sequence[int], entities: Sequence[int]
) -> None:
    store.run("drop_fact_about", ids=json.dumps(ids))
    store.run("drop_attributions", ids=json.dumps(ids))
    store.run("drop_overruled", kind="fact", ids=json.dumps(ids))
    told = list(zip(ids, facts, strict=True))
    store.run_many(
        "insert_fact_about",
        (
            {"fact_id": id, "position": position, "entity_id": entities[entity]}
            for id, fact in told
            for position, entity in enumerate(fact.about)
        ),
    )
    store.run_many(
        "insert_attribution",
        (
            {
                "fact_id": id,
                "depth": depth,
                "speaker": speaker.name,
                "entity_id": None if speaker.entity is None else entities[speaker.entity],
                "verb": speaker.verb,
            }
            for id, fact in told
            for depth, speaker in enumerate(fact.attribution)
        ),
    )


def _citations(store: Store, source: SourceId, findings: Findings, entities: Sequence[int]) -> None:
    store.run("drop_citations", source_id=source)
    store.run_many(
        "insert_citation",
        (
            {
                "source_id": source,
                "start": citation.span.start,
                "stop": citation.span.end,
                "name": citation.name,
                "kind": citation.kind,
                "entity_id": None if citation.entity is None else entities[citation.entity],
            }
            for citation in findings.citations
        ),
    )

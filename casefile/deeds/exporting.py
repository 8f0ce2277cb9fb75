"""Everything a case holds, in the words of its public contract."""

import json
from collections import defaultdict
from contextlib import suppress
from dataclasses import replace
from typing import Any

from casefile.deeds.clashing import clashes
from casefile.deeds.logs import history
from casefile.errors import UnknownRef
from casefile.exchange import casefile_json
from casefile.model.kept import Decision, Question
from casefile.model.rows import Note
from casefile.model.words import Kind, Ref
from casefile.store.carrying import MERGED
from casefile.store.citations import citations
from casefile.store.conflicts import conflicts
from casefile.store.entities import entity_cluster, get_entity
from casefile.store.events import event_cluster, get_event
from casefile.store.facts import fact_ids, get_facts
from casefile.store.judgements import judgements
from casefile.store.log import decisions
from casefile.store.notes import get_notes, note_ids
from casefile.store.passages import passages
from casefile.store.questions import all_questions
from casefile.store.searches import saved_searches
from casefile.store.sources import get_source, text_of
from casefile.store.store import Store


def contents(store: Store) -> dict[str, Any]:
    """Return the document of ``export --format json``; the same case gives equal documents."""
    return {
        "format": casefile_json.FORMAT,
        "sources": _sources(store),
        "entities": _entities(store),
        "events": _events(store),
        "facts": _facts(store),
        "conflicts": [
            *(casefile_json.conflict_object(one) for one in conflicts(store)),
            *(casefile_json.clash_object(one) for one in clashes(store)),
        ],
        "notes": [casefile_json.note_object(one) for one in _notes(store)],
        "searches": [casefile_json.search_object(one) for one in saved_searches(store)],
        "judgements": [
            {
                "left": f"{kind}:{one.left}",
                "right": f"{kind}:{one.right}",
                "judgement": one.verdict.value,
                "reason": one.reason,
                "by": one.by,
                "at": one.at,
            }
            for kind, one in judgements(store)
        ],
        "questions": [casefile_json.question_object(one) for one in _questions(store)],
        "log": [casefile_json.decision_object(one) for one in _log(store)],
    }


def _log(store: Store) -> list[Decision]:
    """Return what people decided, in this case and in those whose logs were replayed."""
    own = decisions(store)
    return history(store) if any(one.what == MERGED for one in own) else own


def _notes(store: Store) -> list[Note]:
    """Return every note, each on the ref under which its target is shown."""
    notes = get_notes(store, sorted(note_ids(store)))
    return [replace(note, target=_shown(store, note.target)) for note in notes]


def _questions(store: Store) -> list[Question]:
    """Return every question, each on the ref under which its target is shown."""
    return [replace(one, target=_shown(store, one.target)) for one in all_questions(store)]


def _shown(store: Store, ref: Ref) -> Ref:
    with suppress(UnknownRef):
        if ref.kind is Kind.ENTITY:
            return Ref(Kind.ENTITY, entity_cluster(store, ref.id))
        if ref.kind is Kind.EVENT:
            return Ref(Kind.EVENT, event_cluster(store, ref.id))
    return ref


def _sources(store: Store) -> list[dict[str, Any]]:
    found = []
    for row in store.rows("sources_in_order"):
        source = get_source(store, row["id"])
        cites = [
            casefile_json.citation_object(
                one.name,
                one.kind,
                one.span.start,
                one.span.end,
                Ref(Kind.ENTITY, one.entity) if one.entity else None,
                Ref(Kind.SOURCE, one.cited) if one.cited else None,
            )
            for one in citations(store, row["id"])
        ]
        object = casefile_json.source_object(source, cites)
        found.append(object)
    return found


def _entities(store: Store) -> list[dict[str, Any]]:
    ids = [row["id"] for row in store.rows("clusters_in_order")]
    mentions: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in store.rows("all_mentions", ids=json.dumps(ids)):
        mentions[row["entity_id"]].append(
            {
                "source": f"source:{row['source_id']}",
                "start": row["start"],
                "end": row["stop"],
                "text": row["form"],
                "kind": row["kind"],
            }
        )
    return [casefile_json.entity_object(get_entity(store, id), mentions[id]) for id in ids]


def _events(store: Store) -> list[dict[str, Any]]:
    found = []
    for row in store.rows("event_clusters_in_order"):
        ref = Ref(Kind.EVENT, row["id"])
        found.append(casefile_json.event_object(get_event(store, row["id"]), passages(store, ref)))
    return found


def _facts(store: Store) -> list[dict[str, Any]]:
    texts: dict[int, str] = {}
    found = []
    for fact in get_facts(store, sorted(fact_ids(store))):
        if fact.source.id not in texts:
            texts = {fact.source.id: text_of(store, fact.source.id)}
        found.append(
            casefile_json.fact_object(fact, fact.gone or fact.span.of(texts[fact.source.id]))
        )
    return found

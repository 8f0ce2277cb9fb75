"""The format ``casefile/1``: one JSON document with everything a case holds.

The public contract of the export; offsets are code points, unknown is null.
"""

import json
from collections.abc import Iterable
from typing import IO, Any

from casefile.core.counts import Count, counts
from casefile.model.differences import Clash, Conflict
from casefile.model.kept import Decision, Question, SavedSearch
from casefile.model.review import Review
from casefile.model.rows import Entity, Event, Fact, Note, Passage, Source
from casefile.model.words import PartialDate, Ref

FORMAT = "casefile/1"

Object = dict[str, Any]


def source_object(source: Source, cites: Iterable[Object]) -> Object:
    """Return a source with its text and furniture."""
    row = source.row
    return {
        "ref": str(row.ref),
        "path": source.path,
        "title": source.title,
        "publisher": row.publisher,
        "author": source.author,
        "published": row.published,
        "published_basis": row.published_basis,
        "dateline": source.dateline,
        "language": row.language,
        "url": source.url,
        "sha256": source.sha256,
        "text": source.text,
        "furniture": [
            {"start": one.span.start, "end": one.span.end, "kind": one.kind.value}
            for one in source.furniture
        ],
        "cites": list(cites),
        "grade": row.review.grade,
        "grade_reason": row.review.grade_reason or None,
        "reading": row.review.reading,
        "reading_reason": row.review.reading_reason or None,
        "sensitive": row.review.sensitive,
        "tags": list(row.review.tags),
    }


def citation_object(
    name: str, kind: str, start: int, end: int, entity: Ref | None, source: Ref | None
) -> Object:
    """Return on whose word a source relies."""
    return {
        "name": name,
        "entity": _text(entity),
        "source": _text(source),
        "start": start,
        "end": end,
        "kind": kind,
    }


def entity_object(entity: Entity, mentions: Iterable[Object]) -> Object:
    """Return an entity with its mentions."""
    return {
        "ref": str(entity.row.ref),
        "kind": entity.row.kind.value,
        "name": entity.row.name,
        "aliases": [name for name in entity.aliases if name != entity.row.name],
        "description": entity.descriptions[0] if entity.descriptions else None,
        **_status_object(entity.row.review),
        "made_by": "human" if entity.row.by_hand else "machine",
        "lost": entity.row.lost,
        "mentions": list(mentions),
    }


def event_object(event: Event, evidence: Iterable[Passage]) -> Object:
    """Return an event with the passages it stands on."""
    row = event.row
    return {
        "ref": str(row.ref),
        "kind": row.kind.value,
        "title": row.title,
        "date": date_object(row.date),
        "place": _text(event.place),
        "modality": row.modality.value,
        "secret": row.secret,
        **_status_object(row.review),
        "made_by": "human" if row.by_hand else "machine",
        "lost": row.lost,
        "participants": [{"entity": str(one.ref), "role": one.role} for one in event.participants],
        "evidence": [
            {
                "source": str(one.source),
                "start": one.span.start,
                "end": one.span.end,
                "text": one.quote,
            }
            for one in evidence
        ],
    }


def date_object(when: PartialDate | None) -> Object:
    """Return a date; all null where nothing is told."""
    if when is None:
        return {"text": None, "edtf": None, "earliest": None, "latest": None}
    return {
        "text": when.text,
        "edtf": when.edtf,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
    }


def fact_object(fact: Fact, text: str) -> Object:
    """Return a fact; ``text`` are the words that it stands on."""
    return {
        "ref": str(fact.ref),
        "source": str(fact.source),
        "start": None if fact.gone is not None else fact.span.start,
        "end": None if fact.gone is not None else fact.span.end,
        "text": text,
        "orphaned": fact.gone is not None,
        "statement": fact.statement,
        "event": _text(fact.event),
        "about": [str(ref) for ref in fact.about],
        "attribution": [
            {"speaker": one.name, "entity": _text(one.ref), "verb": one.verb}
            for one in fact.attribution
        ],
        "hedge": fact.hedge,
        "polarity": fact.polarity.value,
        "quoted": fact.quoted,
        "counts": [_count_object(one, fact.span.start, text) for one in counts(text)],
        **_status_object(fact.review),
        "grade": fact.review.grade,
        "grade_reason": fact.review.grade_reason or None,
        "reading": fact.review.reading,
        "reading_reason": fact.review.reading_reason or None,
        "made_by": fact.made_by,
        "lost": fact.lost,
    }


def _count_object(one: Count, start: int, text: str) -> Object:
    """Return a number with its noun; ``start`` is where the text begins in its source."""
    return {
        "start": start + one.span.start,
        "end": start + one.span.end,
        "text": one.span.of(text),
        "least": one.least,
        "most": one.most,
        "noun": one.noun,
        "state": one.state or None,
    }


def conflict_object(conflict: Conflict) -> Object:
    """Return a conflict with its values."""
    return {
        "ref": str(conflict.ref),
        "about": str(conflict.about),
        "field": conflict.field,
        "values": [
            {
                "value": one.value,
                "source": str(one.source),
                "start": one.span.start,
                "end": one.span.end,
                "text": one.text,
            }
            for one in conflict.values
        ],
        "status": "open" if conflict.values else "not a conflict",
    }


def clash_object(clash: Clash) -> Object:
    """Return what two people said apart as a conflict: its values stand in no source."""
    return {
        "ref": str(clash.ref),
        "about": str(clash.about),
        "field": clash.field,
        "values": [
            {
                "value": one.text,
                "source": None,
                "start": None,
                "end": None,
                "text": one.text,
                "by": one.by,
                "at": one.at,
            }
            for one in clash.sides
        ],
        "status": "open" if clash.is_open else "settled",
        "what": clash.what,
        "shown": clash.shown,
    }


def search_object(search: SavedSearch) -> Object:
    """Return a saved search."""
    return {
        "ref": str(search.ref),
        "name": search.name,
        "line": search.line,
        "created": search.created,
    }


def note_object(note: Note) -> Object:
    """Return a note."""
    return {
        "ref": str(note.ref),
        "target": str(note.target),
        "start": note.span.start if note.span and not note.orphaned else None,
        "end": note.span.end if note.span and not note.orphaned else None,
        "quote": note.quote,
        "orphaned": note.orphaned,
        "body": note.body,
        "tags": list(note.review.tags),
        "sensitive": note.review.sensitive,
        "created": note.created,
        "updated": note.updated,
    }


def question_object(question: Question) -> Object:
    """Return a question, with its answer where there is one."""
    return {
        "target": str(question.target),
        "start": question.span.start if question.span else None,
        "end": question.span.end if question.span else None,
        "quote": question.quote,
        "question": question.words,
        "of": question.asked_of or None,
        "asked": question.asked_at,
        "by": question.by,
        "at": question.at,
        "answer": question.answer,
        "answered_by": question.answered_by,
        "answered": question.answered_at,
    }


def decision_object(decision: Decision) -> Object:
    """Return a decision of the log."""
    return {
        "id": decision.id,
        "deed": decision.what,
        "target": str(decision.target),
        "by": decision.by,
        "at": decision.at,
        "undone": decision.undone,
    }


def _status_object(review: Review) -> Object:
    return {
        "status": review.status.value,
        "status_reason": review.reason or None,
        "sensitive": review.sensitive,
        "tags": list(review.tags),
    }


def write(document: Object, out: IO[str]) -> None:
    """Write a document as UTF-8 JSON, one line an object's field, ending in a line end."""
    json.dump(document, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _text(ref: Ref | None) -> str | None:
    return None if ref is None else str(ref)

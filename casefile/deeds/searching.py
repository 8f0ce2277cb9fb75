"""Search everything: names with typos forgiven, then texts and notes by their words."""

from collections.abc import Collection, Sequence

from casefile.core.folding import fold
from casefile.core.safe import safe_line
from casefile.model.rows import Hit
from casefile.model.words import Kind, Ref, Span
from casefile.search.features import grams
from casefile.search.finding import find_words
from casefile.search.query import Query, parse
from casefile.search.ranking import LOWEST, Candidate, matched, score
from casefile.store.entities import entity_rows
from casefile.store.events import event_rows
from casefile.store.facts import get_facts
from casefile.store.index import NameRow, names_like, notes_matching, sources_matching
from casefile.store.notes import get_notes
from casefile.store.passages import around
from casefile.store.sources import source_rows, text_of
from casefile.store.store import Store

PLACES = ("sources", "entities", "events", "facts", "notes", "text")
"""Where to look, as the reader names it."""

_POOL = 400
"""Names that are ranked: those that share most features."""

_LEAD = 60
"""Characters of the sentence shown before a hit in a text, at most."""

_TEXT_SCORE = 50.0
"""What a hit in a text scores at most: below every name that fits."""

_NOTE_SCORE = 60.0
"""What a hit in a note scores at most: the reader's own words come before the sources'."""

_NAMED = {Kind.SOURCE: "sources", Kind.ENTITY: "entities", Kind.EVENT: "events"}


def search(store: Store, line: str, *, places: Collection[str] = (), limit: int = 50) -> list[Hit]:
    """Return what fits a query line, best first; any text is a query.

    Args:
        store: An open case.
        line: What was typed; the last word may be unfinished.
        places: Some of PLACES, or none for all.
        limit: The most hits to return.
    """
    query = parse(line)
    if not query:
        return []
    wanted = set(places) or set(PLACES) - {"facts"}
    hits = _by_name(store, query, wanted)
    hits += _in_texts(store, query, wanted, limit)
    if "notes" in wanted:
        hits += _in_notes(store, query, limit)
    # Stable: names before notes before texts where the scores are equal.
    return sorted(hits, key=lambda hit: -hit.score)[:limit]


def _by_name(store: Store, query: Query, wanted: Collection[str]) -> list[Hit]:
    folded = query.folded
    best: dict[Ref, tuple[float, NameRow]] = {}
    for row in names_like(store, grams(folded), limit=_POOL):
        if _NAMED[row.ref.kind] not in wanted:
            continue
        points = score(folded, Candidate(row.text, row.folded))
        if points >= LOWEST and points > best.get(row.ref, (0.0, row))[0]:
            best[row.ref] = (points, row)
    details = _details(store, list(best))
    found = []
    for ref, (points, row) in best.items():
        if ref in details:
            found.append(_name_hit(ref, points, row, details[ref], folded))
    weights = {ref: row.weight for ref, (_, row) in best.items()}
    return sorted(found, key=lambda hit: (-hit.score, -weights[hit.ref], hit.label, hit.ref))


def _name_hit(
    ref: Ref, points: float, row: NameRow, told: tuple[str, str, str], folded: str
) -> Hit:
    kind, label, detail = told
    if fold(row.text) not in fold(label):
        detail = f"{row.text} · {detail}" if detail else row.text
    return Hit(ref, kind, label, detail, round(points, 1), matched(folded, label))


def _details(store: Store, refs: Sequence[Ref]) -> dict[Ref, tuple[str, str, str]]:
    """Return kind, label and detail of what was found."""
    by_kind: dict[Kind, list[int]] = {}
    for ref in refs:
        by_kind.setdefault(ref.kind, []).append(ref.id)
    told: dict[Ref, tuple[str, str, str]] = {}
    for entity in entity_rows(store, by_kind.get(Kind.ENTITY, [])):
        detail = _counted(entity.mentions, "mention") + ", " + _counted(entity.sources, "source")
        told[entity.ref] = (entity.kind.value, entity.name, detail)
    for event in event_rows(store, by_kind.get(Kind.EVENT, [])):
        parts = [event.date.text if event.date else "", event.place or ""]
        told[event.ref] = (event.kind.value, event.title, ", ".join(filter(None, parts)))
    for source in source_rows(store, by_kind.get(Kind.SOURCE, [])):
        parts = [source.publisher or "", source.published or ""]
        told[source.ref] = ("source", source.title, ", ".join(filter(None, parts)))
    return told


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _in_texts(store: Store, query: Query, wanted: Collection[str], limit: int) -> list[Hit]:
    if not {"text", "facts"} & set(wanted):
        return []
    hits = []
    ids = sources_matching(store, query.words, limit=limit)
    titles = {row.ref.id: row for row in source_rows(store, ids)}
    for rank, id in enumerate(ids):
        text = text_of(store, id)
        span = find_words(text, query.words)
        if span is None:
            continue
        points = _at_rank(_TEXT_SCORE, rank)
        if "text" in wanted:
            label, ranges = _quoted(text, span)
            source = titles[id].title
            hits.append(Hit(Ref(Kind.SOURCE, id), "text", label, source, points, ranges, span))
        if "facts" in wanted:
            hits += _facts_at(store, id, span, query, points)
    return hits


def _facts_at(store: Store, id: int, span: Span, query: Query, points: float) -> list[Hit]:
    rows = store.rows("facts_at", id=id, at=span.start)
    return [
        Hit(
            fact.ref,
            "fact",
            safe_line(fact.statement),
            ", ".join(speaker.name for speaker in fact.attribution),
            points,
            matched(query.folded, fact.statement),
        )
        for fact in get_facts(store, [row["id"] for row in rows])
    ]


def _in_notes(store: Store, query: Query, limit: int) -> list[Hit]:
    ids = notes_matching(store, query.words, limit=limit)
    return [
        Hit(
            note.ref,
            "note",
            note.body.partition("\n")[0],
            f"on {note.target}",
            _at_rank(_NOTE_SCORE, rank),
            matched(query.folded, note.body.partition("\n")[0]),
        )
        for rank, note in enumerate(get_notes(store, ids))
    ]


def _at_rank(most: float, rank: int) -> float:
    return max(0.0, round(most - 0.1 * rank, 1))


def _quoted(text: str, span: Span) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the sentence round a hit on one line, and where the hit is in it."""
    before, after = around(text, span)
    if len(before) > _LEAD:
        before = "…" + before[-_LEAD:].partition(" ")[2]
    label = f"{before}{span.of(text)}{after}".replace("\n", " ")
    return label, ((len(before), len(before) + span.end - span.start),)

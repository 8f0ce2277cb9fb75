"""Where things stand in the texts: marks for the reader, passages for the lists."""

from collections.abc import Iterable
from itertools import takewhile

from casefile.core.sentences import sentences
from casefile.model.rows import Mark, Passage
from casefile.model.words import Kind, MentionKind, Ref, Span
from casefile.store.sources import text_of
from casefile.store.store import Row, Store

REACH = 160
"""Characters of the sentence that are shown on each side of a passage, at most."""

_QUERIES = {
    Kind.ENTITY: "passages_of_entity",
    Kind.EVENT: "passages_of_event",
    Kind.FACT: "passage_of_fact",
    Kind.NOTE: "passage_of_note",
    Kind.CONFLICT: "passages_of_conflict",
}


_KINDS = {kind.value: kind for kind in MentionKind}
"""An article of 1 MB has ten thousand mentions: to ask the enumeration for each takes 30 ms."""


_END = 1 << 62
"""Behind every place of a text."""


def marks(store: Store, source: int, first: int = 0, behind: int = _END) -> list[Mark]:
    """Return all that stands in a source's text, by start, then the longer first.

    With ``first`` and ``behind`` only what begins between two places of it.
    """
    bounds = {"id": source, "first": first, "behind": behind}
    found = [
        Mark(
            Span(row["start"], row["stop"]),
            Ref(Kind.ENTITY, row["entity_id"]),
            _KINDS[row["kind"]],
        )
        for row in store.rows("mention_marks", **bounds)
    ]
    for kind in (Kind.EVENT, Kind.FACT, Kind.NOTE):
        name = "evidence_marks" if kind is Kind.EVENT else f"{kind.value}_marks"
        found += [
            Mark(Span(row["start"], row["stop"]), Ref(kind, row[f"{kind.value}_id"]))
            for row in store.rows(name, **bounds)
        ]
    return sorted(found, key=lambda mark: (mark.span.start, -mark.span.end, mark.ref))


def passages(store: Store, ref: Ref, *, limit: int = -1) -> list[Passage]:
    """Return where a thing stands, oldest publication first, then by place in the text."""
    if ref.kind not in _QUERIES:
        return []
    return passages_at(store, store.rows(_QUERIES[ref.kind], id=ref.id, limit=limit))


def passages_count(store: Store, ref: Ref) -> int:
    """Return how many passages a thing has, without reading a text."""
    if ref.kind is Kind.ENTITY:
        return sum(row["mentions"] for row in store.rows("entity_rows", ids=f"[{ref.id}]"))
    return len(store.rows(_QUERIES[ref.kind], id=ref.id, limit=-1)) if ref.kind in _QUERIES else 0


def passages_at(store: Store, rows: Iterable[Row]) -> list[Passage]:
    """Return passages with the words around them; rows as ``passages_of_event`` gives them."""
    texts: dict[int, str] = {}
    found = []
    for row in rows:
        source = row["source_id"]
        if source not in texts:
            texts[source] = text_of(store, source)
        span = Span(row["start"], row["stop"])
        before, after = around(texts[source], span)
        found.append(
            Passage(
                source=Ref(Kind.SOURCE, source),
                span=span,
                before=before,
                quote=span.of(texts[source]),
                after=after,
                source_title=row["label"],
                published=row["published"],
            )
        )
    return found


def around(text: str, span: Span) -> tuple[str, str]:
    """Return the rest of the sentence before and after a span, shortened to words."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = Span(max(start, span.start - 2 * REACH), len(text) if end < 0 else end)
    line = Span(line.start, min(line.end, span.end + 2 * REACH))
    begun = takewhile(lambda one: one.start < span.end, _sentences(text, line))
    touching = [one for one in begun if one.end > span.start]
    first = min((one.start for one in touching), default=line.start)
    last = max((one.end for one in touching), default=line.end)
    return _tail(text[first : span.start]), _head(text[span.end : last])


def _sentences(text: str, line: Span) -> Iterable[Span]:
    return sentences(text, line) if line.start < line.end else ()


def _tail(words: str) -> str:
    if len(words) <= REACH:
        return words
    short = words[-REACH:]
    return "…" + (short.partition(" ")[2] or short)


def _head(words: str) -> str:
    if len(words) <= REACH:
        return words
    short = words[:REACH]
    return (short.rpartition(" ")[0] or short) + "…"

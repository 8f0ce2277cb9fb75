"""The log in plain words: who decided what on what, of this case and of merged logs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import merge

from casefile.deeds.linked import label
from casefile.deeds.logs import history
from casefile.errors import UnknownRef
from casefile.model.rows import Decision
from casefile.model.words import Kind, Ref
from casefile.store import log
from casefile.store.carrying import MERGED
from casefile.store.entities import entity_rows
from casefile.store.events import event_rows
from casefile.store.facts import get_facts
from casefile.store.notes import get_notes
from casefile.store.sources import source_rows
from casefile.store.store import Store

WORDS: Mapping[str, str] = {
    "note added": "wrote a note",
    "note edited": "changed a note",
    "note deleted": "deleted a note",
    "note settled": "chose between two texts of a note",
    "source corrected": "corrected",
    "source settled": "chose between two corrections",
    "entity corrected": "corrected",
    "event corrected": "corrected",
    "search saved": "saved a search",
    "search removed": "forgot a search",
    "tagged": "tagged",
    "tags removed": "took tags away",
    "tag renamed": "renamed a tag",
    "status set": "set the status",
    "graded": "graded",
    "sensitivity set": "marked, or unmarked, as sensitive",
    "mention rejected": "said that it is no name",
    "judged": "judged the same, different, or not sure",
    "conflict settled": "chose where two people differed",
    MERGED: "merged another log",
}
"""What each deed is called; one that is missing here goes by its own words."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One decision as a reader is told of it."""

    decision: Decision
    words: str
    """What was done, in a few plain words."""
    label: str
    """What it was done to."""
    is_own: bool
    """Whether it was made in this case; what came with another log goes with that."""


def entries(store: Store, *, limit: int = -1) -> list[LogEntry]:
    """Return what people decided, latest first; at most so many."""
    own = [(one, True) for one in log.decisions(store)]
    is_merged = store.one("merged_decisions") is not None
    others = [(one, False) for one in history(store, without_own=True)] if is_merged else []
    found = list(merge(own, others, key=lambda one: one[0].at))[::-1]
    kept = found if limit < 0 else found[:limit]
    labels = _labels(store, {one.target for one, _ in kept})
    return [
        LogEntry(one, WORDS.get(one.what, one.what), labels.get(one.target, ""), is_own)
        for one, is_own in kept
    ]


def _labels(store: Store, refs: Iterable[Ref]) -> dict[Ref, str]:
    """Return what things are called, those of a kind read together; what is gone is left out."""
    ids: dict[Kind, list[int]] = defaultdict(list)
    for ref in refs:
        ids[ref.kind].append(ref.id)
    found = {row.ref: row.title for row in source_rows(store, ids[Kind.SOURCE])}
    found |= {row.ref: row.name for row in entity_rows(store, ids[Kind.ENTITY])}
    found |= {row.ref: row.title for row in event_rows(store, ids[Kind.EVENT])}
    found |= {row.ref: row.statement for row in get_facts(store, ids[Kind.FACT])}
    found |= {row.ref: row.body.partition("\n")[0] for row in get_notes(store, ids[Kind.NOTE])}
    for ref in refs:
        if ref not in found and ref.kind in (Kind.ENTITY, Kind.EVENT, Kind.SEARCH, Kind.CONFLICT):
            try:
                found[ref] = label(store, ref)
            except UnknownRef:
                continue
    return found

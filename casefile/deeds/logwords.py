"""The log in plain words: who decided what on what, of this case and of merged logs."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import merge
from typing import Any

from casefile.core.edtf import shown
from casefile.core.sight import Told
from casefile.deeds.correcting import FIELDS
from casefile.deeds.linked import label
from casefile.deeds.logs import history, told_decisions
from casefile.errors import UnknownRef
from casefile.model.kept import Decision
from casefile.model.made import name_in
from casefile.model.words import Kind, Ref
from casefile.store import log
from casefile.store.carrying import MERGED, own_told
from casefile.store.entities import entity_rows
from casefile.store.events import event_rows
from casefile.store.facts import get_facts
from casefile.store.notes import get_notes
from casefile.store.removals import removals
from casefile.store.sources import source_rows
from casefile.store.store import Store

WORDS: Mapping[str, str] = {
    "note added": "wrote a note",
    "note edited": "changed a note",
    "note deleted": "deleted a note",
    "notes deleted": "deleted several notes",
    "note settled": "chose between two texts of a note",
    "source corrected": "corrected the",
    "source settled": "chose between two corrections",
    "entity corrected": "corrected",
    "event corrected": "corrected",
    "fact corrected": "corrected",
    "entity made": "made an entity of words",
    "event made": "made an event of words",
    "fact made": "made a fact of words",
    "question asked": "asked:",
    "question changed": "put a question to somebody:",
    "question answered": "answered:",
    "question removed": "took a question away:",
    "search saved": "saved a search",
    "search removed": "forgot a search",
    "tagged": "tagged",
    "tags removed": "took tags away",
    "tag renamed": "renamed a tag",
    "status set": "set the status to",
    "reading set": "found the reading",
    "graded": "graded",
    "sensitivity set": "said whether it is sensitive",
    "mention rejected": "said that no name is",
    "lines relabelled": "said that lines are",
    "source removed": "removed",
    "source restored": "restored",
    "judged": "judged",
    "version added": "added another version of",
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
    mine = own_told(store)
    told = {
        (one["seq"], one["at"], key in mine): one
        for key, one in (told_decisions(store) if is_merged else mine).items()
    }
    found = list(merge(own, others, key=lambda one: one[0].at))[::-1]
    kept = found if limit < 0 else found[:limit]
    labels = _labels(store, {one.target for one, _ in kept})
    return [
        LogEntry(one, _words(one.what, said), _with_others(label, said), is_own)
        for one, is_own in kept
        for said in [told.get((one.id, one.at, is_own))]
        for label in [labels.get(one.target) or _made(said) if one.what != MERGED else ""]
    ]


def _made(told: Told | None) -> str:
    """Return what was made of words that is no longer there; empty for anything else."""
    for row in (told or {}).get("put", ()):
        if row["table"] == "made":
            return name_in(json.loads(row["told"]))
    return ""


def _with_others(label: str, told: Told | None) -> str:
    """Return what a decision was on; of several things the first, and how many more."""
    rows = [] if told is None else [*told.get("put", ()), *told.get("gone", ())]
    things = {json.dumps(row.get("target") or row.get("source")) for row in rows}
    notes = len(told.get("notes", ())) if told else 0
    more = max(notes, len(things)) - 1
    return f"{label} and {more:,} more" if label and more > 0 else label


def _words(deed: str, told: Told | None) -> str:
    if told is not None and deed in _TAKEN and not told["put"]:
        return _TAKEN[deed]
    return " ".join((WORDS.get(deed, deed), *_values(told)))


def _values(told: Told | None) -> list[str]:
    """Return what was said, such as the status or the tags, each once; nothing of a text."""
    if told is None:
        return []
    if "source" in told:
        columns = told["columns"]
        fields = [name for name in FIELDS if name in columns]
        if "published" in columns:
            fields[0] = f"date {_day(columns['published'])}"
        return [", ".join(fields)]
    rows = told.get("put") or told.get("gone") or []
    said = [
        _CALLED.get(said, said)
        for row in rows
        if row["table"] in _SAID and row.get("field") != "sensitive"
        for said in [" ".join(_plain(row, name) for name in _SAID[row["table"]])]
    ]
    return [", ".join(dict.fromkeys(said))] if said else []


def _plain(row: Mapping[str, Any], name: str) -> str:
    """Return what a column of a row says, a date as a reader writes it."""
    is_day = name == "value" and row["table"] == "correction" and row["field"] == "date"
    return _day(row[name]) if is_day else str(row[name])


def _day(edtf: str | None) -> str:
    return shown(edtf) if edtf else "not known"


_SAID = {
    "tag": ("name",),
    "assessment": ("value",),
    "judgement": ("judgement",),
    "correction": ("field", "value"),
    "saved_search": ("name",),
    "stated_participant": ("role",),
    "stated_fact": ("field",),
    "question": ("words",),
    "removed_source": ("reason",),
    "relabelled": ("kind",),
    "rejected_mention": ("form",),
}
"""The columns that say what a row says, by its table."""

_CALLED = {"attribution": "who says so", "": "who took part"}
"""How what a row says is put where it is no plain word."""

_TAKEN = {
    "status set": "took the status back",
    "graded": "took the grade back",
    "reading set": "left the reading open again",
}
"""What a deed is called that leaves nothing."""


def _labels(store: Store, refs: Iterable[Ref]) -> dict[Ref, str]:
    """Return what things are called, those of a kind read together; what is gone is left out."""
    ids: dict[Kind, list[int]] = defaultdict(list)
    for ref in refs:
        ids[ref.kind].append(ref.id)
    found = {one.ref: one.label for one in removals(store) if one.ref in refs}
    found |= {row.ref: row.title for row in source_rows(store, ids[Kind.SOURCE])}
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

"""Carry decisions from case to case: a log is exported, and replayed where its sources are."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casefile.core.histories import in_order, key_of
from casefile.deeds.following import follow
from casefile.deeds.logs import MERGED, bases, note_keys, told_decisions
from casefile.deeds.refreshing import settle
from casefile.deeds.toldlogs import is_decision
from casefile.errors import CasefileError, DamagedCase
from casefile.model.words import Kind, Ref
from casefile.store import log
from casefile.store.hand import HandRow, swap
from casefile.store.portable import Places
from casefile.store.sources import source_ids
from casefile.store.store import Store

FORMAT = "casefile-log/1"


class BadLog(CasefileError):
    """What was to be replayed is no log of casefile."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay did."""

    decisions: int
    """Those that this case did not know."""
    known: int
    """Those that it knew."""
    waiting: int
    """Those about sources that are not in this case: they hold once these are added and the
    log is replayed again."""
    remarks: tuple[str, ...] = ()


def export_log(store: Store) -> dict[str, Any]:
    """Return the log as another case takes it: without ids, so that it fits its sources."""
    decisions = told_decisions(store)
    return {"format": FORMAT, "decisions": [decisions[key] for key in in_order(decisions)]}


def replay(store: Store, document: object, *, by: str, now: str) -> Replayed:
    """Add the decisions of a log to those of the case, as one decision.

    What all of them amount to does not depend on which log came first, or came twice; of
    two that clash the later holds, and both stay in the log.

    Raises:
        BadLog: It is no such log; nothing is changed.
    """
    told = {key_of(one): one for one in _checked(document)}
    with store.write():
        known = told_decisions(store)
        new = {key: one for key, one in told.items() if key not in known}
        rows = _rows(store, new)
        first = source_ids(store, limit=1)
        remarks: list[str] = []
        sources: set[int] = set()
        if first:
            try:
                swap(store, [], rows)
                target = Ref(Kind.SOURCE, min(source_ids(store)))
                if new:
                    log.record(store, MERGED, target, before=[], after=rows, by=by, now=now)
                sources, remarks = follow(store, rows or [_NOTHING])
            except (DamagedCase, KeyError, TypeError, ValueError) as error:
                raise BadLog(f"The log holds what no decision can be: {error}.") from error
        waiting = _waiting(store, told) if first else len(told)
    remarks += settle(store, sources, now=now)
    return Replayed(len(new), len(told) - len(new), waiting, tuple(remarks))


_NOTHING: HandRow = {"table": "merged_decision", "key": "", "told": '{"deed": ""}', "note_id": None}
"""Stands for no new decision: what waited for a source may hold now."""


def _rows(store: Store, new: Mapping[str, dict[str, Any]]) -> list[HandRow]:
    row = store.one("last_note")
    last = row["id"] if row else 0
    hints = {key: one["id"] for key, one in new.items() if one["deed"] == "note added"}
    most = max([last, *hints.values()])
    rows: list[HandRow] = []
    taken: set[int] = set()
    for key in in_order(new):
        id = hints.get(key)
        if id is not None and (id <= last or id in taken):
            most += 1
            id = most
        taken |= {id} if id else set()
        rows.append(_row(key, new[key], id))
    touched: dict[str, set[str]] = defaultdict(set)
    for one in new.values():
        if "source" in one:
            touched[one["source"]] |= one["columns"].keys()
    return rows + [_row(key_of(base), base, None) for base in bases(store, touched)]


def _row(key: str, told: Mapping[str, Any], note: int | None) -> HandRow:
    packed = json.dumps(told, ensure_ascii=False)
    return {"table": "merged_decision", "key": key, "told": packed, "note_id": note}


def _waiting(store: Store, told: Mapping[str, dict[str, Any]]) -> int:
    """Count the decisions that are about something that is not here."""
    places = Places(store, note_keys(store))
    found = 0
    for one in told.values():
        about = one["columns"] if one["deed"] == "note added" else one
        target = about.get("target")
        rows = one.get("put", [])
        is_lost = target is not None and target[0] != "search" and places.id(target) is None
        found += is_lost or any(places.settled(row) is None for row in rows)
    return found


def _checked(document: object) -> list[dict[str, Any]]:
    """Return the decisions of a document, all of a shape that can be folded."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BadLog(f"This is no log of casefile: its format is not {FORMAT!r}.")
    decisions = document.get("decisions")
    if not isinstance(decisions, list) or not all(map(is_decision, decisions)):
        raise BadLog("This log is damaged: export it again.")
    return decisions

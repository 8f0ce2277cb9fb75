"""Carry decisions from case to case: a log is exported, and replayed where its sources are."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from casefile.core.sight import Sight, Told, in_order, key_of, undone
from casefile.deeds.following import follow
from casefile.deeds.logs import bases, note_keys, numbered, told_decisions
from casefile.deeds.refreshing import settle
from casefile.deeds.toldlogs import is_decision
from casefile.errors import CasefileError, DamagedCase
from casefile.model.words import Kind, Ref
from casefile.store import log
from casefile.store.carrying import MERGED, own_told
from casefile.store.hand import HandRow, swap
from casefile.store.portable import all_places
from casefile.store.removals import removals
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
        gone, rows = _rows(store, new) if new else ([], [])
        first = [*source_ids(store, limit=1), *(one.id for one in removals(store))]
        remarks: list[str] = []
        sources: set[int] = set()
        if first:
            try:
                swap(store, gone, rows)
                here = [*source_ids(store), *(one.id for one in removals(store))]
                target = Ref(Kind.SOURCE, min(here))
                if new:
                    log.record(store, MERGED, target, before=gone, after=rows, by=by, now=now)
                sources, remarks = follow(store, rows or [_NOTHING])
            except (DamagedCase, KeyError, TypeError, ValueError) as error:
                raise BadLog(f"The log holds what no decision can be: {error}.") from error
        waiting = _waiting(store, told) if first else len(told)
    remarks += settle(store, sources, now=now)
    return Replayed(len(new), len(told) - len(new), waiting, tuple(remarks))


_NOTHING: HandRow = {"table": "merged_decision", "key": "", "told": '{"deed": ""}', "note_id": None}
"""Stands for no new decision: what waited for a source may hold now."""


def _rows(store: Store, new: Mapping[str, dict[str, Any]]) -> tuple[list[HandRow], list[HandRow]]:
    """Return the rows that go and those that come with new decisions.

    A note from elsewhere gets a number that does not tell in what order logs came. One that
    was decided on here keeps its own, as do all that were written here.
    """
    merged = {row["key"]: dict(row) for row in store.rows("merged_decisions")}
    known_told = {key: json.loads(row["told"]) for key, row in merged.items()}
    told = {key: one for key, one in known_told.items() if one["deed"] != "base"} | {**new}
    own = own_told(store)
    known = {key: row["note_id"] for key, row in merged.items() if row["note_id"]}
    pinned = {key: known[key] for key in _notes_in(own.values()) if key in known}
    taken = {one["id"] for one in own.values() if one["deed"] == "note added"}
    added = [key for key in in_order(told) if told[key]["deed"] == "note added"]
    hints = [(key, told[key]["id"]) for key in added if key not in pinned]
    numbers = pinned | numbered(hints, taken | {*pinned.values()})
    moved = [key for key in known if numbers[key] != known[key]]
    gone: list[HandRow] = [{"table": "merged_decision", **merged[key]} for key in moved]
    rows = [_row(key, told[key], numbers[key]) for key in moved]
    rows += [_row(key, new[key], numbers.get(key)) for key in in_order(new)]
    touched: dict[str, set[str]] = defaultdict(set)
    for one in new.values():
        if "source" in one:
            touched[one["source"]] |= one["columns"].keys()
    return gone, rows + [_row(key_of(base), base, None) for base in bases(store, touched)]


def _notes_in(told: Iterable[Told]) -> Iterator[str]:
    """Yield the keys of the notes that decisions are about."""
    for one in told:
        yield from one.get("notes", ())
        rows = [*one.get("gone", ()), *one.get("put", ())]
        for place in (one.get("target"), *(row.get("target") for row in rows)):
            if place and place[0] == "note":
                yield place[1]


def _row(key: str, told: Mapping[str, Any], note: int | None) -> HandRow:
    packed = json.dumps(told, ensure_ascii=False)
    return {"table": "merged_decision", "key": key, "told": packed, "note_id": note}


def _waiting(store: Store, told: Mapping[str, dict[str, Any]]) -> int:
    """Count the decisions that stand and are about something that is not here.

    What lies apart with a removed source is here.
    """
    places = all_places(store, note_keys(store), away=True)
    found = 0
    order = in_order(told)
    taken_back = undone(told, order, Sight(told, order))
    for key, one in told.items():
        if key in taken_back:
            continue
        about = one["columns"] if one["deed"] == "note added" else one
        target = _led(about.get("target"))
        rows = [{**row, "target": _led(row["target"])} if "target" in row else row
                for row in one.get("put", [])]  # fmt: skip
        is_lost = target is not None and target[0] != "search" and places.id(target) is None
        found += is_lost or any(places.settled(row) is None for row in rows)
    return found


def _led(place: list[Any] | None) -> list[Any] | None:
    """Return a place, in place of that of a conflict the place of what that is about."""
    return place[2:] if place and place[0] == "conflict" and len(place) > 2 else place


def _checked(document: object) -> list[dict[str, Any]]:
    """Return the decisions of a document, all of a shape that can be folded."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BadLog(f"This is no log of casefile: its format is not {FORMAT!r}.")
    decisions = document.get("decisions")
    if not isinstance(decisions, list) or not all(map(is_decision, decisions)):
        raise BadLog("This log is damaged: export it again.")
    return decisions

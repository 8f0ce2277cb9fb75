"""Settle what clashes: the reader chooses one side, which is a decision like any other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casefile.core.clashes import TAKING
from casefile.core.clashes import Clash as Found
from casefile.core.clashes import clashes as found_in
from casefile.core.histories import Write, said_by
from casefile.deeds.clashing import clash_numbered
from casefile.deeds.correcting import follow as follow_source
from casefile.deeds.following import follow
from casefile.deeds.logs import body_here, note_keys, told_decisions
from casefile.deeds.refreshing import settle
from casefile.errors import CasefileError
from casefile.model.differences import Clash
from casefile.model.words import Ref
from casefile.store import log
from casefile.store.carrying import own_told
from casefile.store.hand import swap
from casefile.store.notes import change_note, note_columns, remove_note
from casefile.store.portable import all_places, hand_rows
from casefile.store.sources import change_source, known_of
from casefile.store.store import Store


class NotToSettle(CasefileError):
    """A conflict that no reader can settle so."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a clash."""

    clash: Clash
    chosen: int
    """Which side holds, from 0."""
    remarks: tuple[str, ...] = ()


def choose(store: Store, ref: Ref, side: int, *, by: str, now: str) -> Settled:
    """Let one side of a clash hold; undo opens it again.

    Args:
        store: Open for writing.
        ref: The conflict.
        side: Which side, from 0.
        by: Who says so.
        now: UTC, ISO 8601.

    Raises:
        UnknownRef: There is no such conflict.
        NotToSettle: Sources differ there and not readers, it is settled, or has no such side.
    """
    with store.write():
        clash = clash_numbered(store, ref.id)
        if not clash.is_open:
            raise NotToSettle(f"{ref} is settled: undo that decision to choose again.")
        if not 0 <= side < len(clash.sides):
            raise NotToSettle(
                f"{ref} has {len(clash.sides)} sides: choose 1 to {len(clash.sides)}."
            )
        found = _found(store, ref.id)
        if found.cell[0] == "note":
            sources, remarks = _note(store, clash.about, found.sides[side], by=by, now=now)
        elif found.cell[0] == "source":
            value = found.sides[side].value or {}
            sources, remarks = _source(store, clash.about, value, by=by, now=now)
        else:
            sources, remarks = _rows(store, clash.about, found, side, by=by, now=now)
    remarks += settle(store, sources, now=now)
    return Settled(clash, side, tuple(remarks))


def _found(store: Store, number: int) -> Found:
    found = found_in(said_by(told_decisions(store)))
    return next(one for one in found if one.number == number)


Done = tuple[set[int], list[str]]
"""The sources to be linked, and what could not follow."""


def _note(store: Store, ref: Ref, side: Write, *, by: str, now: str) -> Done:
    before, value = note_columns(store, ref.id), side.value
    after: dict[str, Any] | None = before
    if value is None:
        after = None
        remove_note(store, ref.id)
    elif "body" in value:
        places = all_places(store, note_keys(store))
        body = body_here(places, own_told(store), side.key, value)
        after = {**before, "body": body, "updated": value["updated"]}
        change_note(store, ref.id, body, now=value["updated"])
    log.record(store, "note settled", ref, before=before, after=after, by=by, now=now)
    return set(), []


def _source(store: Store, ref: Ref, value: Mapping[str, Any], *, by: str, now: str) -> Done:
    before = {name: known for name, known in known_of(store, ref.id).items() if name in value}
    change_source(store, ref.id, value)
    log.record(store, "source settled", ref, before=before, after=value, by=by, now=now)
    return {ref.id}, follow_source(store, ref)


def _rows(store: Store, about: Ref, found: Found, side: int, *, by: str, now: str) -> Done:
    places = all_places(store, note_keys(store))
    told = [one.value for one in found.sides]
    if found.cell[0] in TAKING:
        told = [one if one and one.get("table") == found.cell[0] else None for one in told]
    elif found.cell[0] == "made" and None in told:
        told = [one and found.made for one in told]
    rows = [places.settled(dict(one)) if one is not None else None for one in told]
    standing = hand_rows(store)
    if found.cell[0] == "saved_search":
        rows = [row and {**row, "id": about.id} for row in rows]
    gone = [row for row in rows if row is not None and row in standing]
    chosen = rows[side]
    put = [chosen] if chosen is not None else []
    swap(store, gone, put)
    log.record(store, "conflict settled", about, before=gone, after=put, by=by, now=now)
    sources, remarks = follow(store, [*gone, *put])
    return sources, remarks

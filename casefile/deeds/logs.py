"""The decisions of a case, its own and those of other logs, as other cases can take them."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from casefile.core.sight import Sight, in_order, undone
from casefile.model.kept import Decision
from casefile.model.words import Kind, Ref
from casefile.store.carrying import MERGED, SOURCE_DEEDS, own_told
from casefile.store.hand import HandRow
from casefile.store.portable import Places, all_places
from casefile.store.removals import known_away
from casefile.store.sources import known_of
from casefile.store.store import Store

_BASE = "base"
"""What a source said before anybody corrected it: kept beside what others corrected."""

Told = dict[str, Any]


def told_decisions(store: Store) -> dict[str, Told]:
    """Return all decisions of a case by their keys, its own and those of other logs."""
    return own_told(store) | {key: told for key, told, _ in _merged(store) if told["deed"] != _BASE}


def history(store: Store, *, without_own: bool = False) -> list[Decision]:
    """Return the log as it is exported: who decided what, in the order of the days.

    Args:
        store: An open case.
        without_own: Whether to leave out what was decided in this case.
    """
    decisions, notes = told_decisions(store), note_keys(store)
    places, order = all_places(store, notes, away=True), in_order(decisions)
    taken_back = undone(decisions, order, Sight(decisions, order))
    added = {key: id for id, key in notes.items()}
    own = own_told(store) if without_own else {}
    found = []
    for key in order:
        told = decisions[key]
        if "of" in told or key in own:
            continue
        if told["deed"] == "note added":
            target = Ref(Kind.NOTE, added.get(key) or 0)
        else:
            place = told["target"] or ["source"]
            number = _search_number(told, places) if place[0] == "search" else places.id(place)
            target = Ref(Kind(place[0]), number or 0)
        is_undone = key in taken_back
        found.append(Decision(told["seq"], told["deed"], target, told["by"], told["at"], is_undone))
    return found


def _search_number(told: Told, places: Places) -> int | None:
    """Return the number that a saved search had, unless another one has it here."""
    number: int = (told["put"] or told["gone"])[0]["id"]
    holder = places.place("search", number)
    return places.id(told["target"]) if holder and holder != told["target"] else number


def numbered(hints: Iterable[tuple[str, int]], taken: Collection[int]) -> dict[str, int]:
    """Return a number for each of some things: the one it had where it came from, if it is free.

    What is not free goes behind all others. It depends on nothing but the arguments, so the
    numbers do not tell in what order logs came.
    """
    found: dict[str, int] = {}
    late: list[str] = []
    used = {*taken}
    for name, hint in hints:
        if hint in used:
            late.append(name)
        else:
            found[name] = hint
            used.add(hint)
    return found | dict(zip(late, range(max(used, default=0) + 1, 1 << 62), strict=False))


def bases(store: Store, touched: Mapping[str, Iterable[str]]) -> list[Told]:
    """Return what sources said before anybody corrected them, to be kept with a merge.

    Args:
        store: An open case.
        touched: The columns that are to be corrected, by SHA-256 of the source.
    """
    places, bases = all_places(store, {}), first_said(store, ())
    found = []
    for sha256, names in sorted(touched.items()):
        id = places.id(["source", sha256])
        new = sorted({*names} - bases.get(sha256, {}).keys())
        if id is not None and new:
            known = known_away(store, id) or known_of(store, id)
            columns = {name: known[name] for name in new if name in known}
            found.append({"deed": _BASE, "source": sha256, "columns": columns})
    return found


def _merged(store: Store) -> list[tuple[str, Told, int | None]]:
    rows = store.rows("merged_decisions")
    return [(row["key"], json.loads(row["told"]), row["note_id"]) for row in rows]


def note_keys(store: Store) -> dict[int, str]:
    """Return for each note that ever was here the key of what added it."""
    own = own_told(store).items()
    notes = {told["id"]: key for key, told in own if told["deed"] == "note added"}
    return notes | {id: key for key, _, id in _merged(store) if id}


def body_here(places: Places, own: Collection[str], key: str, note: Mapping[str, Any]) -> str:
    """Return the words of a told note as they are here.

    Args:
        places: Of all things.
        own: The keys of what was decided here: what was written so stays as it is.
        key: Of what wrote them.
        note: The columns.
    """
    body: str = note["body"]
    return body if "links" not in note or key in own else places.led(note)


def first_said(store: Store, gone: Iterable[HandRow]) -> dict[str, Told]:
    """Return what sources said before they were corrected, as far as they ever were."""
    told = [told for _, told, _ in _merged(store)]
    told += [json.loads(row["told"]) for row in gone if row["table"] == "merged_decision"]
    found: dict[str, Told] = {}
    places = all_places(store, {})
    for row in store.rows("decisions"):
        if row["deed"] == MERGED:
            # Also where that was taken back: what was corrected meanwhile is not what was first.
            rows = (one for one in json.loads(row["after"]) if one["table"] == "merged_decision")
            told += [json.loads(one["told"]) for one in rows]
        if row["deed"] in SOURCE_DEEDS and (place := places.place("source", row["target_id"])):
            base = found.setdefault(place[1], {})
            found[place[1]] = {**json.loads(row["before"]), **base}
    for one in told:
        if one["deed"] == _BASE:
            # Kept only of what nobody here had corrected before: it is the older.
            found[one["source"]] = {**found.get(one["source"], {}), **one["columns"]}
    return found

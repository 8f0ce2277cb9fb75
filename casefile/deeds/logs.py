"""The decisions of a case as other cases can take them, and what all of them amount to."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from casefile.core.histories import fold
from casefile.core.sight import in_order, undone
from casefile.deeds.correcting import follow as follow_source
from casefile.deeds.refreshing import reread
from casefile.model.rows import Decision
from casefile.model.words import Kind, Ref, SourceId
from casefile.store.carrying import SOURCE_DEEDS, own_told
from casefile.store.hand import HandRow, swap
from casefile.store.made import follow_made
from casefile.store.notes import change_note, note_ids, put_note, remove_note
from casefile.store.portable import Places, all_places, hand_rows
from casefile.store.rejections import sources_with
from casefile.store.sources import change_source, dated_columns, known_of
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
    places, order = all_places(store, notes), in_order(decisions)
    taken_back = undone(decisions, order)
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


def refold(store: Store, gone: Iterable[HandRow] = ()) -> tuple[list[HandRow], set[int], list[str]]:
    """Make the case what all its decisions amount to, inside ``write()``.

    Args:
        store: Open for writing.
        gone: Rows of other logs that were just forgotten.

    Returns:
        The rows that came and went, the sources to be linked, and what could not follow.
    """
    state = fold(told_decisions(store))
    unrejected, remarks = _unreject(store)
    notes = note_keys(store)
    changed, made_in = _fold_made(store, state.rows.values(), notes)
    places = all_places(store, notes)
    _fold_notes(store, state.notes, notes, places)
    wanted = [row for one in state.rows.values() if (row := places.settled(dict(one)))]
    standing = hand_rows(store)
    _number_searches(store, wanted)
    dropped = [row for row in standing if row not in wanted]
    added = [row for row in wanted if row not in standing]
    swap(store, dropped, added)
    sources, more = _fold_sources(store, state.sources, places, gone)
    rows = [*changed, *dropped, *added]
    return rows, sources | unrejected | made_in, remarks + more


def _fold_made(
    store: Store, told: Iterable[Mapping[str, Any]], notes: Mapping[int, str]
) -> tuple[list[HandRow], set[int]]:
    """Make of selected words what all decisions amount to, inside ``write()``.

    An event may be of an entity that was made, a fact of an event: what hangs on another
    thing goes before it, and comes after it.

    Returns:
        The rows that came and went, and the sources to be linked.
    """
    rows = [dict(row) for row in told if row["table"] == "made"]
    changed: list[HandRow] = []
    sources: set[int] = set()
    for kind, is_coming in [
        *((one, False) for one in _STAGES[::-1]),
        *((s, True) for s in _STAGES),
    ]:
        places = all_places(store, notes)
        settled = [places.settled(dict(row)) for row in rows if row["kind"] == kind]
        wanted = [row for row in settled if row]
        standing = [
            row for row in hand_rows(store) if (row["table"], row.get("kind")) == ("made", kind)
        ]
        gone = [] if is_coming else [row for row in standing if row not in wanted]
        put = [row for row in wanted if row not in standing] if is_coming else []
        swap(store, gone, put)
        sources |= follow_made(store, [*gone, *put])
        changed += [*gone, *put]
    return changed, sources


_STAGES = ("entity", "event", "fact")


def _number_searches(store: Store, wanted: Iterable[dict[str, Any]]) -> None:
    """Give saved searches their numbers: own ones theirs, others what is free."""
    pinned = {row["name"]: row["id"] for row in store.rows("numbers_of_searches")}
    searches = [row for row in wanted if row["table"] == "saved_search"]
    hints = sorted((row["name"], row["id"]) for row in searches if row["name"] not in pinned)
    numbers = pinned | numbered(hints, set(pinned.values()))
    for row in searches:
        row["id"] = numbers[row["name"]]


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


def _unreject(store: Store) -> tuple[set[int], list[str]]:
    """Let all be found again that a reader rejected, inside ``write()``.

    What is said of something that was rejected needs it to be there, whichever came first:
    it then stays, as what is no longer found.
    """
    rejected = [row for row in hand_rows(store) if row["table"] == "rejected_mention"]
    swap(store, rejected, [])
    sources = {source for row in rejected for source in sources_with(store, row)}
    remarks = [reread(store, SourceId(source)) for source in sorted(sources)]
    return sources, [remark for remark in remarks if remark]


def bases(store: Store, touched: Mapping[str, Iterable[str]]) -> list[Told]:
    """Return what sources said before anybody corrected them, to be kept with a merge.

    Args:
        store: An open case.
        touched: The columns that are to be corrected, by SHA-256 of the source.
    """
    places, bases = all_places(store, {}), _bases(store, ())
    found = []
    for sha256, names in sorted(touched.items()):
        id = places.id(["source", sha256])
        new = sorted({*names} - bases.get(sha256, {}).keys())
        if id is not None and new:
            known = known_of(store, id)
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


_FIXED = ("target_kind", "target_id", "start", "stop", "created")
"""Columns of a note that never change."""


def _fold_notes(
    store: Store, wanted: Mapping[str, Mapping[str, Any]], notes: Mapping[int, str], places: Places
) -> None:
    ids = {key: id for id, key in notes.items()}
    settled: dict[int, Told] = {}
    for key, columns in wanted.items():
        target = places.id(columns["target"])
        if target is not None and key in ids:
            row = {name: value for name, value in columns.items() if name != "target"}
            row |= {"id": ids[key], "target_kind": columns["target"][0], "target_id": target}
            settled[ids[key]] = row
    there = json.dumps(list(note_ids(store)))
    standing = {row["id"]: dict(row) for row in store.rows("notes", ids=there)}
    for id in standing.keys() - settled.keys():
        remove_note(store, id)
    for id, row in sorted(settled.items()):
        if id in standing and any(standing[id][name] != row[name] for name in _FIXED):
            remove_note(store, id)
            put_note(store, row)  # another note had the number
        elif id not in standing:
            put_note(store, row)
        elif row["body"] != standing[id]["body"] or row["updated"] != standing[id]["updated"]:
            change_note(store, id, row["body"], now=row["updated"])


def _fold_sources(
    store: Store,
    wanted: Mapping[str, Mapping[str, Any]],
    places: Places,
    gone: Iterable[HandRow],
) -> tuple[set[int], list[str]]:
    sources: set[int] = set()
    remarks: list[str] = []
    for sha256, base in sorted(_bases(store, gone).items()):
        id = places.id(["source", sha256])
        if id is None:
            continue
        known, right = known_of(store, id), {**base, **wanted.get(sha256, {})}
        given = {*str(base.get("given") or "").split(), *str(right.get("given") or "").split()}
        if "published" in right:
            # Each of two decisions tells what it changed: the bounds of one may be left out.
            right |= dated_columns(right["published"])
        right["given"] = " ".join(sorted(given))
        changed = {name: right[name] for name in right if known[name] != right[name]}
        if changed:
            change_source(store, id, changed)
            remarks += follow_source(store, Ref(Kind.SOURCE, id))
            sources.add(id)
    return sources, remarks


def _bases(store: Store, gone: Iterable[HandRow]) -> dict[str, Told]:
    """Return what sources said before they were corrected, as far as they ever were."""
    told = [told for _, told, _ in _merged(store)]
    told += [json.loads(row["told"]) for row in gone if row["table"] == "merged_decision"]
    found: dict[str, Told] = {}
    places = all_places(store, {})
    for row in store.rows("decisions"):
        if row["deed"] in SOURCE_DEEDS and (place := places.place("source", row["target_id"])):
            base = found.setdefault(place[1], {})
            found[place[1]] = {**json.loads(row["before"]), **base}
    for one in told:
        if one["deed"] == _BASE:
            found[one["source"]] = {**one["columns"], **found.get(one["source"], {})}
    return found

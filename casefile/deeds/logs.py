"""The decisions of a case as other cases can take them, and what all of them amount to."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from casefile.core.histories import State, fold, in_order, key_of, undone
from casefile.deeds.correcting import follow as follow_source
from casefile.deeds.refreshing import reread
from casefile.deeds.versions import stand_all
from casefile.model.rows import Decision
from casefile.model.words import Kind, Ref, SourceId
from casefile.store import log
from casefile.store.hand import HandRow, swap
from casefile.store.notes import change_note, note_ids, put_note, remove_note
from casefile.store.portable import Places, hand_rows
from casefile.store.reanchoring import settle_note
from casefile.store.rejections import sources_with
from casefile.store.sources import change_source, dated_columns, known_of
from casefile.store.store import Row, Store
from casefile.store.versions import keep_first, told_by_version

MERGED = "log merged"
"""The deed by which the decisions of another log came; it is in no exported log itself."""

_BASE = "base"
"""What a source said before anybody corrected it: kept beside what others corrected."""

Told = dict[str, Any]


def told_decisions(store: Store) -> dict[str, Told]:
    """Return all decisions of a case by their keys, its own and those of other logs."""
    own, _ = _own(store)
    return own | {key: told for key, told, _ in _merged(store) if told["deed"] != _BASE}


def history(store: Store) -> list[Decision]:
    """Return the log as it is exported: who decided what, in the order of the days."""
    decisions, notes = told_decisions(store), note_keys(store)
    places, taken_back = Places(store, notes), undone(decisions)
    added = {key: id for id, key in notes.items()}
    found = []
    for key in in_order(decisions):
        told = decisions[key]
        if "of" in told:
            continue
        is_note = told["deed"] == "note added"
        place = ["note", key] if is_note else told["target"] or ["source"]
        target = Ref(Kind(place[0]), (added.get(key) if is_note else places.id(place)) or 0)
        is_undone = key in taken_back
        found.append(Decision(told["seq"], told["deed"], target, told["by"], told["at"], is_undone))
    return found


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
    early: list[HandRow] = []
    anew, told = _fold_versions(store, state, notes, early)
    places = Places(store, notes)
    _fold_notes(store, state.notes, notes, places)
    wanted = [row for one in state.rows.values() if (row := places.settled(dict(one)))]
    standing = hand_rows(store)
    dropped = [row for row in standing if row not in wanted]
    added = [row for row in wanted if row not in standing]
    swap(store, dropped, added)
    sources, more = _fold_sources(store, state.sources, places, gone)
    return [*dropped, *early, *added], sources | unrejected | anew, remarks + told + more


def _fold_versions(
    store: Store, state: State, notes: Mapping[int, str], early: list[HandRow]
) -> tuple[set[int], list[str]]:
    """Let every source have the text that stands, inside ``write()``.

    Before a version gives way to the next, all is written on it that is said of what stands
    in it: so nothing goes that somebody wrote on. What was put so is added to ``early``.

    Returns:
        The sources whose text is another now, and what could not follow.
    """
    places = Places(store, notes)
    versions = [row for row in state.rows.values() if row["table"] == "source_version"]
    wanted = [row for one in versions if (row := places.settled(dict(one)))]
    standing = [row for row in hand_rows(store) if row["table"] == "source_version"]
    for row in wanted:
        keep_first(store, row["source_id"])
    gone = [row for row in standing if row not in wanted]
    put = [row for row in wanted if row not in standing]
    swap(store, gone, put)

    def write_meanwhile() -> None:
        places = Places(store, notes)
        _fold_notes(store, state.notes, notes, places)
        # What is rejected has to be there for what is said of it, as in _unreject.
        said = [one for one in state.rows.values() if one["table"] not in _NOT_EARLY]
        rows = [row for one in said if (row := places.settled(dict(one)))]
        standing = hand_rows(store)
        new = [row for row in rows if row not in standing]
        swap(store, [], new)
        early.extend(new)

    return stand_all(store, {row["source_id"] for row in (*gone, *put)}, write_meanwhile)


_NOT_EARLY = ("source_version", "rejected_mention")


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
    places, bases = Places(store, {}), _bases(store, ())
    found = []
    for sha256, names in sorted(touched.items()):
        id = places.id(["source", sha256])
        new = sorted({*names} - bases.get(sha256, {}).keys())
        if id is not None and new:
            known = known_of(store, id)
            columns = {name: known[name] for name in new if name in known}
            found.append({"deed": _BASE, "source": sha256, "columns": columns})
    return found


def _own(store: Store) -> tuple[dict[str, Told], dict[int, str]]:
    """Return the decisions that were made here, and the keys of what added each note."""
    bare = Places(store, {})
    rows = [row for row in store.rows("decisions") if row["deed"] != MERGED]
    merges = {row["id"] for row in store.rows("decisions") if row["deed"] == MERGED}
    notes = {
        row["target_id"]: key_of(_told(row, bare, {}, {}))
        for row in rows
        if row["deed"] == "note added"
    }
    places = Places(store, notes | {id: key for key, _, id in _merged(store) if id})
    keys: dict[int, str] = {}
    found = {}
    for row in rows:
        if row["of_id"] in merges:
            continue
        told = _told(row, places if row["deed"] != "note added" else bare, notes, keys)
        keys[row["id"]] = key_of(told)
        found[keys[row["id"]]] = told
    return found, notes


def _told(row: Row, places: Places, notes: Mapping[int, str], keys: Mapping[int, str]) -> Told:
    """Return a decision of this case as it is told to others."""
    told: Told = {"seq": row["id"], "deed": row["deed"], "by": row["made_by"], "at": row["made_at"]}
    if row["of_id"] is not None:
        return {**told, "of": keys[row["of_id"]]}
    before, after = (json.loads(row[name] or "null") for name in ("before", "after"))
    if row["deed"].startswith("note "):
        added = row["deed"] == "note added"
        note = None if added else places.place("note", row["target_id"])
        columns = None if after is None else _note_told(after, places)
        hint = {"id": row["target_id"]} if added else {}
        target = None if added else note
        return {**told, **hint, "target": target, "note": note and note[1], "columns": columns}
    told["target"] = places.place(row["target_kind"], row["target_id"])
    if row["deed"] == log.CORRECTED:
        return {**told, "source": told["target"][1], "columns": after}
    if row["target_kind"] == "search":
        before, after = _search_rows(before), _search_rows(after)
    carried = [[places.carried(one) for one in rows] for rows in (before, after)]
    return {**told, "gone": carried[0], "put": carried[1]}


def _search_rows(columns: Told | None) -> list[HandRow]:
    if columns is None:
        return []
    told = {name: value for name, value in columns.items() if name != "id"}
    return [{"table": "saved_search", **told}]


def _note_told(columns: Told, places: Places) -> Told:
    told = {name: value for name, value in columns.items() if name != "id"}
    told["target"] = places.place(told.pop("target_kind"), told.pop("target_id"))
    return told


def _merged(store: Store) -> list[tuple[str, Told, int | None]]:
    rows = store.rows("merged_decisions")
    return [(row["key"], json.loads(row["told"]), row["note_id"]) for row in rows]


def note_keys(store: Store) -> dict[int, str]:
    """Return for each note that ever was here the key of what added it."""
    _, notes = _own(store)
    return notes | {id: key for key, _, id in _merged(store) if id}


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
        if id not in standing:
            put_note(store, row)
            settle_note(store, id)
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
        told = told_by_version(store, id)
        base |= {name: told[name] for name in base.keys() & told.keys()}
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
    places = Places(store, {})
    for row in store.rows("decisions"):
        if row["deed"] == log.CORRECTED and (place := places.place("source", row["target_id"])):
            base = found.setdefault(place[1], {})
            found[place[1]] = {**json.loads(row["before"]), **base}
    for one in told:
        if one["deed"] == _BASE:
            found[one["source"]] = {**one["columns"], **found.get(one["source"], {})}
    return found

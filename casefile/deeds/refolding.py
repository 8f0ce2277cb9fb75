"""All decisions of a case folded into one: what stands, by whomever and in whatever order."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from casefile.core.histories import State, fold, said_of
from casefile.core.labellings import labellings
from casefile.deeds.correcting import follow as follow_source
from casefile.deeds.formerlabels import under_each
from casefile.deeds.leavings import drop_leavings
from casefile.deeds.logs import body_here, first_said, note_keys, numbered, told_decisions
from casefile.deeds.refreshing import reread
from casefile.deeds.versions import stand_all
from casefile.model.words import Kind, Ref, SourceId
from casefile.store.carrying import own_told
from casefile.store.conflicts import keep_told
from casefile.store.hand import HandRow, row_key, swap
from casefile.store.made import follow_made
from casefile.store.noted import settle_note
from casefile.store.notes import change_note, note_ids, put_note, remove_note
from casefile.store.portable import Places, all_places, hand_rows
from casefile.store.rejections import sources_with
from casefile.store.sources import change_source, dated_columns, known_of
from casefile.store.store import Store
from casefile.store.versions import keep_first, told_by_version


def refold(store: Store, gone: Iterable[HandRow] = ()) -> tuple[list[HandRow], set[int], list[str]]:
    """Make the case what all its decisions amount to, inside ``write()``.

    All removed sources have to be back; those that are to go have to be taken away afterwards.

    Args:
        store: Open for writing.
        gone: Rows of other logs that were just forgotten.

    Returns:
        The rows that came and went, the sources to be linked, and what could not follow.
    """
    decisions = told_decisions(store)
    state = fold(decisions)
    unrejected, remarks = _unreject(store)
    notes = note_keys(store)
    early: list[HandRow] = []
    anew, told = _fold_versions(store, state, labellings(decisions), notes, early)
    changed, made_in = _fold_made(store, _ever_made(state), notes)
    places = _places(store, state, notes)
    _fold_notes(store, state, notes, places)
    wanted = [row for one in state.rows.values() if (row := places.settled(dict(one)))]
    standing = hand_rows(store)
    _number_searches(store, wanted)
    dropped = [row for row in standing if row not in wanted]
    added = [row for row in wanted if row not in standing]
    swap(store, dropped, added)
    sources, more = _fold_sources(store, state.sources, places, gone)
    # What was found on such lines meanwhile stays only where something is still said of it.
    labelled = [row for row in wanted if row["table"] == "relabelled" and row not in added]
    rows = [*early, *changed, *dropped, *added, *labelled]
    sources |= drop_leavings(store)
    return rows, sources | unrejected | anew | made_in, remarks + told + more


def _places(store: Store, state: State, notes: Mapping[int, str]) -> Places:
    """Return the places of all things, also of conflicts on which something stands."""
    places = all_places(store, notes)
    if keep_told(store, places, [*state.rows.values(), *state.notes.values()]):
        places = all_places(store, notes)
    return places


def _fold_versions(
    store: Store,
    state: State,
    said: Collection[Collection[Mapping[str, Any]]],
    notes: Mapping[int, str],
    early: list[HandRow],
) -> tuple[set[int], list[str]]:
    """Let every source have the text that stands, inside ``write()``.

    Before a version gives way to the next, and while lines are labelled as they once were, all
    is written on it that is said of what stands in it: so nothing goes that somebody wrote on.
    What was put so is added to ``early``.

    Returns:
        The sources whose text is another now, and what could not follow.
    """
    places = all_places(store, notes)
    versions = [row for row in state.rows.values() if row["table"] == "source_version"]
    wanted = [row for one in versions if (row := places.settled(dict(one)))]
    standing = [row for row in hand_rows(store) if row["table"] == "source_version"]
    for row in wanted:
        keep_first(store, row["source_id"])
    late = _said_late(store, state, notes, places) if standing else set()
    back = [row for row in standing if row["source_id"] in late]
    swap(store, back, [])
    stand_all(store, {row["source_id"] for row in back})
    standing = [row for row in standing if row not in back]
    gone = [row for row in standing if row not in wanted]
    put = [row for row in wanted if row not in standing]
    swap(store, gone, put)

    def write() -> None:
        early.extend(_put_made(store, _ever_made(state), notes)[0])
        places = _places(store, state, notes)
        _fold_notes(store, state, notes, places)
        # What is rejected has to be there for what is said of it, as in _unreject.
        told = [one for one in state.rows.values() if one["table"] not in _NOT_EARLY]
        rows = [row for one in told if (row := places.settled(dict(one)))]
        standing = hand_rows(store)
        new = [row for row in rows if row not in standing]
        # What was decided twice stands as it was decided first, so far.
        keys = {row_key(row) for row in new}
        before = [row for row in standing if row_key(row) in keys]
        swap(store, before, new)
        early.extend([*before, *new])

    def write_meanwhile() -> None:
        write()
        labelled.update(under_each(store, said, notes, write))

    labelled: set[int] = set()
    anew, remarks = stand_all(store, {row["source_id"] for row in (*gone, *put)}, write_meanwhile)
    labelled |= under_each(store, said, notes, write)
    return anew | labelled, remarks


def _said_late(
    store: Store, state: State, notes: Mapping[int, str], places: Places
) -> set[int | None]:
    """Return the sources of whose things something is said that is not written yet.

    It may be of what stood in a former text alone: they go through all their versions again.
    """
    standing = hand_rows(store)
    there = _notes_there(store, state, notes, places)
    said = [
        one
        for one in state.rows.values()
        if one["table"] not in _NEVER_LATE and places.settled(dict(one)) not in standing
    ]
    said += [one for key, one in state.notes.items() if key not in there]
    on = {place for one in said for place in said_of(one)}
    return {places.id(["source", place[1]]) for place in on if place[0] in _STAGES}


def _notes_there(store: Store, state: State, notes: Mapping[int, str], places: Places) -> set[str]:
    """Return the keys of the notes that stand; a number may be another note's till now."""
    rows = store.rows("notes", ids=json.dumps(list(note_ids(store))))
    found = set()
    for row in rows:
        key = notes.get(row["id"], "")
        told = state.notes.get(key)
        here = (row["target_kind"], row["target_id"], row["created"])
        if told and here == (told["target"][0], places.id(told["target"]), told["created"]):
            found.add(key)
    return found


_NEVER_LATE = ("source_version", "rejected_mention", "saved_search", "relabelled")
"""Tables whose rows are about no thing that may have stood in a former text alone."""

_NOT_EARLY = (*_NEVER_LATE, "made")
"""Tables of which no row is put on a version that gives way; what is made is put before."""


def _ever_made(state: State) -> list[Mapping[str, Any]]:
    """Return the rows of what stands, and of what has to have been there for what is said of it."""
    return [*state.rows.values(), *state.gone.values()]


def _fold_made(
    store: Store, told: Collection[Mapping[str, Any]], notes: Mapping[int, str]
) -> tuple[list[HandRow], set[int]]:
    """Make of selected words what all decisions amount to, inside ``write()``.

    An event may be of an entity that was made, a fact of an event: what hangs on another
    thing goes before it, and comes after it.

    Returns:
        The rows that came and went, and the sources to be linked.
    """
    changed: list[HandRow] = []
    sources: set[int] = set()
    for kind in _STAGES[::-1]:
        wanted, standing = _made(store, told, notes, kind)
        gone = [row for row in standing if row not in wanted]
        swap(store, gone, [])
        sources |= follow_made(store, gone)
        changed += gone
    put, more = _put_made(store, told, notes)
    return changed + put, sources | more


def _put_made(
    store: Store, told: Collection[Mapping[str, Any]], notes: Mapping[int, str]
) -> tuple[list[HandRow], set[int]]:
    """Make what is not made yet; return its rows, and the sources to be linked."""
    changed: list[HandRow] = []
    sources: set[int] = set()
    for kind in _STAGES:
        wanted, standing = _made(store, told, notes, kind)
        put = [row for row in wanted if row not in standing]
        swap(store, [], put)
        sources |= follow_made(store, put)
        changed += put
    return changed, sources


def _made(
    store: Store, told: Iterable[Mapping[str, Any]], notes: Mapping[int, str], kind: str
) -> tuple[list[HandRow], list[HandRow]]:
    """Return the rows of ``made`` of a kind that are to stand, and those that do."""
    rows = [row for row in told if (row["table"], row.get("kind")) == ("made", kind)]
    places = all_places(store, notes) if rows else None
    wanted: list[HandRow] = [row for one in rows if places and (row := places.settled(dict(one)))]
    standing = hand_rows(store)
    return wanted, [row for row in standing if (row["table"], row.get("kind")) == ("made", kind)]


_STAGES = ("entity", "event", "fact")


def _number_searches(store: Store, wanted: Iterable[dict[str, Any]]) -> None:
    """Give saved searches their numbers: own ones theirs, others what is free."""
    pinned = {row["name"]: row["id"] for row in store.rows("numbers_of_searches")}
    searches = [row for row in wanted if row["table"] == "saved_search"]
    hints = sorted((row["name"], row["id"]) for row in searches if row["name"] not in pinned)
    numbers = pinned | numbered(hints, set(pinned.values()))
    for row in searches:
        row["id"] = numbers[row["name"]]


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


_COLUMNS = ("start", "stop", "quote", "prefix", "suffix", "body", "created", "updated")
"""Columns of a note that are told as they are."""


_FIXED = ("target_kind", "target_id", "quote", "prefix", "suffix", "created")
"""Columns of a note that never change; where it stands moves with its words."""


def _fold_notes(store: Store, state: State, notes: Mapping[int, str], places: Places) -> None:
    ids = {key: id for id, key in notes.items()}
    own = own_told(store) if any("links" in one for one in state.notes.values()) else {}
    settled: dict[int, dict[str, Any]] = {}
    for key, columns in state.notes.items():
        target = places.id(columns["target"])
        if target is not None and key in ids:
            row = {name: value for name, value in columns.items() if name in _COLUMNS}
            row["body"] = body_here(places, own, state.written[key], columns)
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
            settle_note(store, id)
        elif id not in standing:
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
    for sha256, base in sorted(first_said(store, gone).items()):
        id = places.id(["source", sha256])
        if id is None:
            continue
        told, known = told_by_version(store, id), known_of(store, id)
        # What was given with the source itself no version tells otherwise.
        given = {*str(base.get("given", known["given"]) or "").split()}
        newer = {name for name in told if name.partition("_")[0] not in given}
        base |= {name: told[name] for name in base.keys() & newer}
        right = {**base, **wanted.get(sha256, {})}
        given |= {*str(right.get("given") or "").split()}
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

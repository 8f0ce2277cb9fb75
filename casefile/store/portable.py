"""Rows of the reader's own tables without ids: by what things are known in any case.

A thing is told by the bytes of its source and its place in it, so that a decision means the
same in another case that holds the same source.
"""

import json
from collections.abc import Mapping
from typing import Any

from casefile.store.store import Store

Portable = dict[str, Any]
"""A row with places in place of ids."""

Place = tuple[Any, ...]
"""Kind, SHA-256 of the source, and where in it; of a note the key of what added it, of a saved
search its name."""


class Places:
    """The things of one case by their places, and the places by things."""

    def __init__(self, store: Store, notes: Mapping[int, str]) -> None:
        """Read all places; ``notes`` are the keys of what added the notes of the case."""
        self._store = store
        self._place: dict[tuple[str, int], Place] = {}
        others: dict[Place, int] = {}
        for row in store.rows("places_of_rows"):
            place = (row["kind"], row["sha256"], *json.loads(row["parts"]))
            self._place.setdefault((row["kind"], row["id"]), place)
            others.setdefault(place, row["id"])
        self._place |= {("note", id): ("note", key) for id, key in notes.items()}
        for row in store.rows("places_of_conflicts"):
            about = self._place.get((row["about_kind"], row["about_id"]))
            if about:
                self._place["conflict", row["id"]] = ("conflict", row["field"], *about)
        self._place |= {
            ("search", row["id"]): ("search", row["name"])
            for row in store.rows("places_of_searches")
        }
        self._id = others | {place: id for (_, id), place in self._place.items()}

    def place(self, kind: str, id: int | None) -> list[Any] | None:
        """Return the place of a thing; None where there is none such."""
        found = None if id is None else self._place.get((kind, id))
        return None if found is None else list(found)

    def id(self, place: list[Any] | None) -> int | None:
        """Return the id of what stands at a place; None where nothing does here."""
        return None if place is None else self._id.get(tuple(place))

    def carried(self, row: Mapping[str, Any]) -> Portable:
        """Return a row as it is told to another case."""
        told = dict(row)
        if row["table"] == "saved_search":
            return told
        if row["table"] == "judgement":
            told["left"] = self.place(row["kind"], told.pop("left_id"))
            told["right"] = self.place(row["kind"], told.pop("right_id"))
        elif row["table"] == "rejected_mention":
            told["source"] = self.place("source", told.pop("source_id"))
            told["is_everywhere"] = row["source_id"] == 0
        elif row["table"] == "source_version":
            id = told.pop("source_id")
            told["source"] = self.place("source", id)
            told |= dict(self._store.one("version", id=id, sha256=row["sha256"]) or {})
        else:
            told["target"] = self.place(told.pop("target_kind"), told.pop("target_id"))
        if row["table"] == "correction":
            told["entity"] = self.place("entity", told.pop("entity_id"))
        return told

    def settled(self, told: Portable) -> dict[str, Any] | None:
        """Return a portable row as a row of this case; None where it is about nothing here."""
        row = dict(told)
        if row["table"] == "saved_search":
            return row
        if row["table"] == "judgement":
            ids = [self.id(row.pop(side)) for side in ("left", "right")]
            if None in ids or ids[0] == ids[1]:
                return None
            row["left_id"], row["right_id"] = sorted(id for id in ids if id is not None)
            return row
        if row["table"] == "rejected_mention":
            source, is_everywhere = self.id(row.pop("source")), row.pop("is_everywhere")
            return {**row, "source_id": source or 0} if source or is_everywhere else None
        if row["table"] == "source_version":
            source = self.id(row.pop("source"))
            return {**row, "source_id": source} if source else None
        target = row.pop("target")
        id = self.id(target)
        if id is None:
            return None
        if row["table"] == "correction":
            row["entity_id"] = self.id(row.pop("entity"))
        return {**row, "target_kind": target[0], "target_id": id}


_QUERIES = {
    "tag": "hand_tag",
    "assessment": "hand_assessment",
    "correction": "hand_correction",
    "rejected_mention": "hand_rejected_mention",
    "judgement": "hand_judgement",
    "saved_search": "hand_saved_search",
    "source_version": "hand_source_version",
}


def hand_rows(store: Store) -> list[dict[str, Any]]:
    """Return every row of the reader's own tables, but for notes."""
    return [_row(table, dict(row)) for table, name in _QUERIES.items() for row in store.rows(name)]


def _row(table: str, columns: dict[str, Any]) -> dict[str, Any]:
    """Return a row as a decision has it: the first version of a source goes without saying."""
    if not columns.get("version", True):
        del columns["version"]
    return {"table": table, **columns}

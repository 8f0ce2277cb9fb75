"""Rows of the reader's own tables without ids: by what things are known in any case.

A thing is told by the bytes of its source and its place in it, so that a decision means the
same in another case that holds the same source.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from casefile.core.clashes import FIRST
from casefile.core.pointers import renamed
from casefile.store.hand import hand_row
from casefile.store.notes import LONGEST
from casefile.store.store import Store

Portable = dict[str, Any]
"""A row with places in place of ids."""

Place = tuple[Any, ...]
"""Kind, SHA-256 of the source, and where in it; of a note the key of what added it, of a saved
search its name."""


class Places:
    """The things of one case by their places, and the places by things."""

    def __init__(
        self, places: Mapping[tuple[str, int], Place], others: Mapping[Place, int] | None = None
    ) -> None:
        """Know the places of things, by kind and id; ``others`` are places that they also have."""
        self._place = places
        self._id = {**(others or {}), **{place: id for (_, id), place in places.items()}}

    def place(self, kind: str, id: int | None) -> list[Any] | None:
        """Return the place of a thing; None where there is none such."""
        found = None if id is None else self._place.get((kind, id))
        return None if found is None else list(found)

    def id(self, place: list[Any] | None) -> int | None:
        """Return the id of what stands at a place; None where nothing does here."""
        if place is None:
            return None
        if place[0] == "conflict" and len(place) == 2:  # a clash has one number everywhere
            return int(place[1])
        return self._id.get(tuple(place))

    def carried(self, row: Mapping[str, Any]) -> Portable:
        """Return a row as it is told to another case."""
        told = dict(row)
        if row["table"] == "saved_search":
            return told
        if row["table"] in SIDES:
            for side in SIDES[row["table"]]:
                told[side] = self.place(side, told.pop(f"{side}_id"))
            if "things" in row:
                told["things"] = [self.place(kind, id) for kind, id in json.loads(row["things"])]
            return told
        if row["table"] == "judgement":
            told["left"] = self.place(row["kind"], told.pop("left_id"))
            told["right"] = self.place(row["kind"], told.pop("right_id"))
        elif row["table"] == "rejected_mention":
            told["source"] = self.place("source", told.pop("source_id"))
            told["is_everywhere"] = row["source_id"] == 0
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
        if row["table"] in SIDES:
            return self._settled_sides(row)
        if row["table"] == "judgement":
            ids = [self.id(row.pop(side)) for side in ("left", "right")]
            if None in ids or ids[0] == ids[1]:
                return None
            row["left_id"], row["right_id"] = sorted(id for id in ids if id is not None)
            return row
        if row["table"] == "rejected_mention":
            source, is_everywhere = self.id(row.pop("source")), row.pop("is_everywhere")
            return {**row, "source_id": source or 0} if source or is_everywhere else None
        target = row.pop("target")
        id = self.id(target)
        if id is None:
            return None
        if row["table"] == "correction":
            row["entity_id"] = self.id(row.pop("entity"))
        return {**row, "target_kind": target[0], "target_id": id}

    def _settled_sides(self, row: dict[str, Any]) -> dict[str, Any] | None:
        for side in SIDES[row["table"]]:
            row[f"{side}_id"] = self.id(row.pop(side))
            if row[f"{side}_id"] is None:
                return None
        if "things" in row:
            things = [[place and place[0], self.id(place)] for place in row["things"]]
            if any(id is None for _, id in things):
                return None
            row["things"] = json.dumps(things)
        return row

    def led(self, note: Mapping[str, Any]) -> str:
        """Return the words of a note from another case with the numbers that things have here.

        A pointer to what is not here keeps its number there, with a mark behind it (of its
        place): so it leads nowhere, whatever has that number here, and can be told on.
        """
        links: Mapping[str, list[Any] | None] = note.get("links", {})

        def here(words: str) -> str:
            found = REFERENCE.fullmatch(words)
            if words not in links or found is None:
                return words
            place, (kind, number, mark) = links[words], found.groups()
            id = self.id(place)
            if id is not None:
                return f"{kind}:{id}"
            if mark or not (place or (kind, int(number)) in self._place):
                return words
            return f"{kind}:{number}@{mark_of(place)}"

        body: str = note["body"]
        led = renamed(body, here)
        return led if len(led) <= max(LONGEST, len(body)) else body


REFERENCE = re.compile(
    r"(source|entity|event|fact|note|conflict):([0-9]{1,18})(?:@([0-9a-f]{12}))?"
)
"""A pointer by a number; with the mark of its place where it is one of another case."""


def mark_of(place: Iterable[Any] | None) -> str:
    """Return the mark of a place: 12 hexadecimal digits."""
    packed = json.dumps(place and list(place), ensure_ascii=False)
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()[:12]


SIDES = {
    "made": ("source",),
    "stated_participant": ("event", "entity"),
    "stated_fact": ("fact",),
    "source_version": ("source",),
    "removed_source": ("source",),
    "relabelled": ("source",),
}
"""Tables whose rows are about things of one kind each, by the names of these."""


def all_places(store: Store, notes: Mapping[int, str], *, away: bool = False) -> Places:
    """Return the places of all things; ``notes`` are the keys of what added each note.

    With ``away`` also those of what lies apart with a removed source; the source itself has its
    place always.
    """
    found: dict[tuple[str, int], Place] = {}
    others: dict[Place, int] = {}
    for row in store.rows("places_of_rows", away=int(away)):
        place = (row["kind"], row["sha256"], *json.loads(row["parts"]))
        found.setdefault((row["kind"], row["id"]), place)
        others.setdefault(place, row["id"])
    found |= {("note", id): ("note", key) for id, key in notes.items()}
    for row in store.rows("places_of_conflicts"):
        if place := conflict_place(row["id"], dict(row), found):
            found["conflict", row["id"]] = place
    searches = store.rows("places_of_searches")
    found |= {("search", row["id"]): ("search", row["name"]) for row in searches}
    return Places(found, others)


def conflict_place(
    id: int, row: Mapping[str, Any] | None, places: Mapping[tuple[str, int], Place]
) -> Place:
    """Return the place of a conflict; empty where what it is about has none."""
    if id >= FIRST:
        return ("conflict", id)
    about = places.get((row["about_kind"], row["about_id"])) if row else None
    return ("conflict", row["field"], *about) if row and about else ()


_QUERIES = {
    "tag": "hand_tag",
    "assessment": "hand_assessment",
    "question": "hand_question",
    "correction": "hand_correction",
    "rejected_mention": "hand_rejected_mention",
    "judgement": "hand_judgement",
    "made": "hand_made",
    "stated_participant": "hand_stated_participant",
    "stated_fact": "hand_stated_fact",
    "saved_search": "hand_saved_search",
    "source_version": "hand_source_version",
    "removed_source": "hand_removed_source",
    "relabelled": "hand_relabelled",
}

_EVERY: Mapping[str, Mapping[str, None]] = {"question": {"kind": None, "id": None}}
"""What a query is given where it can also be asked for less, by table."""


def hand_rows(store: Store) -> list[dict[str, Any]]:
    """Return every row of the reader's own tables, but for notes."""
    return [
        hand_row(table, dict(row))
        for table, name in _QUERIES.items()
        for row in store.rows(name, **_EVERY.get(table, {}))
    ]

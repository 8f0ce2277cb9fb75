"""What two people said of one thing apart from each other: cards with both texts."""

import json
from collections.abc import Mapping
from typing import Any

from casefile.core.clashes import Clash as Found
from casefile.core.clashes import clashes as found_in
from casefile.core.histories import Write, said_by
from casefile.core.sight import Told
from casefile.deeds.logs import note_keys, told_decisions
from casefile.errors import UnknownRef
from casefile.model.rows import Clash, ClashSide
from casefile.model.words import Kind, Ref
from casefile.store.notes import note_ids
from casefile.store.portable import Places, all_places
from casefile.store.store import Store

_FIELDS = {"published": "published", "date": "date", "place": "place", "modality": "happened"}
"""The fields of a conflict of the public contract; all else is ``other``."""


def clashes(store: Store) -> list[Clash]:
    """Return what clashes of the decisions of all who worked on the case, by number.

    What is about a source that is not here is left out.
    """
    if store.one("merged_decisions") is None:
        return []
    decisions = told_decisions(store)
    found = found_in(said_by(decisions))
    if not found:
        return []
    notes = note_keys(store)
    standing = {("note", notes[id]): id for id in note_ids(store)}
    places = all_places(store, notes)
    cards = (_card(one, decisions, places, standing) for one in found)
    return sorted((one for one in cards if one is not None), key=lambda one: one.ref.id)


def clash_numbered(store: Store, number: int) -> Clash:
    """Return one clash.

    Raises:
        UnknownRef: There is none of that number.
    """
    for clash in clashes(store):
        if clash.ref.id == number:
            return clash
    raise UnknownRef(f"This case has no conflict {number}.")


def clashes_about(store: Store, ref: Ref) -> list[Clash]:
    """Return the clashes about one thing that are open."""
    return [one for one in clashes(store) if one.is_open and ref in (one.about, one.other)]


def _card(
    found: Found,
    decisions: Mapping[str, Told],
    places: Places,
    notes: Mapping[tuple[str, str], int],
) -> Clash | None:
    about = _about(found, places, notes)
    if about is None:
        return None
    what = _what(found)
    sides = tuple(
        ClashSide(_words(one, what), decisions[one.key]["by"], decisions[one.key]["at"])
        for one in found.sides
    )
    settled = decisions[found.settled] if found.settled else None
    return Clash(
        ref=Ref(Kind.CONFLICT, found.number),
        about=about[0],
        other=about[1],
        field=_FIELDS.get(what, "other"),
        what=what,
        sides=sides,
        shown=found.shown,
        settled=(settled["by"], settled["at"]) if settled else None,
    )


def _about(
    found: Found, places: Places, notes: Mapping[tuple[str, str], int]
) -> tuple[Ref, Ref | None] | None:
    """Return what a clash is about; of a judgement both; None where it is not here."""
    table, known = found.cell[0], found.cell[1]
    if table == "note":
        if id := notes.get(("note", known)):
            return Ref(Kind.NOTE, id), None
        wanted = [one.value["target"] for one in found.sides if one.value is not None]
    elif table == "source":
        wanted = [["source", known]]
    elif table == "saved_search":
        wanted = [["search", json.loads(known)]]
    elif table == "judgement":
        wanted = [json.loads(one) for one in found.cell[1:3]]
    elif table == "rejected_mention":
        wanted = [_target(one.value) for one in found.sides[1:]]
    else:
        wanted = [json.loads(known)]
    here = [Ref(Kind(place[0]), id) for place in wanted if place and (id := places.id(place))]
    return (here[0], here[1] if table == "judgement" and len(here) > 1 else None) if here else None


def _target(value: Told | None) -> list[Any] | None:
    place: list[Any] | None = (value or {}).get("target") or (value or {}).get("left")
    return place


def _what(found: Found) -> str:
    """Return what it is that clashes, in a word or two."""
    table = found.cell[0]
    if table == "source":
        return found.cell[2]
    if table == "tag":
        return f"tag {json.loads(found.cell[2])}"
    if table in ("assessment", "correction"):
        return str(json.loads(found.cell[2]))
    return {
        "note": "note",
        "judgement": "same or not",
        "rejected_mention": "name",
        "saved_search": "saved search",
        "source_version": "version",
    }[table]


def _words(side: Write, what: str) -> str:
    """Return what one side says, to be read beside the others."""
    value = side.value
    if value is None:
        return f"{what} removed"
    table = value.get("table")
    if "body" in value:
        return str(value["body"])
    if table is None:
        return str(value[what] or "not known")
    if table == "tag":
        return f"tagged {value['name']}"
    if table == "rejected_mention":
        return f"“{value['form']}” is no name"
    if table == "saved_search":
        return str(value["line"])
    if table == "source_version":
        return f"added {value['added'][:10]}"
    said = str(value["judgement"] if table == "judgement" else value["value"]) or "not known"
    if value.get("field", what) not in (what, "alias") and table != "judgement":
        said = f"{value['field']} {said}"
    return f"{said}: {value['reason']}" if value.get("reason") else said

"""What two people said of one thing apart from each other: cards with both texts."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from casefile.core.clashes import Clash as Found
from casefile.core.clashes import clashes as found_in
from casefile.core.histories import Write, made_place, said_by, said_of
from casefile.core.sight import Told
from casefile.deeds.logs import body_here, note_keys, told_decisions
from casefile.errors import UnknownRef
from casefile.model.differences import Clash, ClashSide
from casefile.model.words import Kind, Ref
from casefile.store.carrying import own_told
from casefile.store.entities import entity_cluster, entity_rows
from casefile.store.events import event_cluster, event_rows
from casefile.store.notes import note_ids
from casefile.store.portable import Places, all_places
from casefile.store.sources import CORRECTED
from casefile.store.store import Store

_FIELDS = {"published": "published", "date": "date", "place": "place", "modality": "happened"}
"""The fields of a conflict of the public contract; all else is ``other``."""

_Name = Callable[[list[Any] | None], str]
"""Returns what is called so at a place."""


def clashes(store: Store) -> list[Clash]:
    """Return what clashes of the decisions of all who worked on the case, by number.

    What is about a source that is not here is left out; and what is about one that is removed,
    but for whether it is.
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
    named = _namer(store, places)
    own = own_told(store)
    away = {row["sha256"] for row in store.rows("sources_away")}
    clashing = (_told_here(one, places, own) for one in found if not _is_in(one, away))
    cards = (_card(one, decisions, places, standing, named) for one in clashing)
    return sorted((one for one in cards if one is not None), key=lambda one: one.ref.id)


def _told_here(found: Found, places: Places, own: Collection[str]) -> Found:
    """Return a clash with the notes of its sides as they are worded here."""
    sides = tuple(
        replace(one, value={**one.value, "body": body_here(places, own, one.key, one.value)})
        if found.cell[0] == "note" and one.value and "body" in one.value
        else one
        for one in found.sides
    )
    return replace(found, sides=sides)


def _is_in(found: Found, sources: Collection[str]) -> bool:
    """Tell whether something that clashes is said in a source of these, by their SHA-256."""
    if found.cell[0] in ("removed_source", "source"):
        return found.cell[0] == "source" and found.cell[1] in sources
    places = (place for one in found.sides for place in said_of(one.value))
    return any(place[1] in sources for place in places if len(place) > 1)


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
    named: _Name,
) -> Clash | None:
    about = _about(found, places, notes)
    if about is None:
        return None
    what = _what(found)
    sides = tuple(
        ClashSide(_words(one, what, named), decisions[one.key]["by"], decisions[one.key]["at"])
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
    """Return what a clash is about; of a judgement or a role both; None where it is not here."""
    table, known = found.cell[0], found.cell[1]
    if table == "note":
        if id := notes.get(("note", known)):
            return Ref(Kind.NOTE, id), None
        wanted = [one.value["target"] for one in found.sides if one.value is not None]
    elif table == "source":
        wanted = [["source", known]]
    elif table == "saved_search":
        wanted = [["search", json.loads(known)]]
    elif found.made is not None:
        wanted = [list(made_place(found.made))]
    elif table in _PAIRS:
        wanted = [json.loads(one) for one in found.cell[1:3]]
    elif table == "rejected_mention":
        said = [place for one in found.sides[1:] for place in said_of(one.value)]
        wanted = [list(place) for place in said if place[0] == "entity"]
    else:
        wanted = [json.loads(known)]
    here = [Ref(Kind(place[0]), id) for place in wanted if place and (id := places.id(place))]
    return (here[0], here[1] if table in _PAIRS and len(here) > 1 else None) if here else None


_PAIRS = ("judgement", "stated_participant")
"""Tables whose rows are known by two things."""


def _namer(store: Store, places: Places) -> _Name:
    """Return what tells what stands at a place; where nothing does here, as it was told."""

    def named(place: list[Any] | None) -> str:
        id = places.id(place)
        if place is None or id is None:
            return str(place[-1]) if place else "something unknown"
        try:
            if place[0] == "event":
                return event_rows(store, [event_cluster(store, id)])[0].title
            return entity_rows(store, [entity_cluster(store, id)])[0].name
        except (UnknownRef, IndexError):
            return str(place[-1])

    return named


def _what(found: Found) -> str:
    """Return what it is that clashes, in a word or two."""
    table = found.cell[0]
    if table == "source":
        return found.cell[2]
    if table == "tag":
        return f"tag {json.loads(found.cell[2])}"
    if table == "made":
        kind = str(json.loads(found.cell[4]))
        return "what the words name" if kind == "entity" else kind
    if table in ("assessment", "correction", "stated_fact"):
        field = str(json.loads(found.cell[2]))
        return "said by" if field == "attribution" else field
    return {
        "note": "note",
        "question": "question",
        "stated_participant": "role",
        "judgement": "same or not",
        "rejected_mention": "name",
        "saved_search": "saved search",
        "source_version": "version",
        "removed_source": "source",
        "relabelled": "line",
    }[table]


def _words(side: Write, what: str, named: _Name) -> str:
    """Return what one side says, to be read beside the others."""
    value = side.value
    if value is None:
        return "kept" if what == "source" else f"{what} removed"
    table = str(value.get("table", ""))
    if table in _TOLD:
        return _TOLD[table](value, named)
    if "body" in value:
        return str(value["body"])
    if not table and what in value:
        return str(value[what] or "not known")
    if not table:
        fields = [name for name in CORRECTED if name in value and "_" not in name]
        return ", ".join(f"{name} {value[name]}" for name in fields if name != "given")
    if table == "tag":
        return f"tagged {value['name']}"
    if table == "rejected_mention":
        return f"“{value['form']}” is no name"
    if table == "relabelled":
        return f"“{value['quote']}” is {value['kind']}"
    if table == "saved_search":
        return str(value["line"])
    said = str(value["judgement"] if table == "judgement" else value["value"]) or "not known"
    if value.get("field", what) not in (what, "alias") and table != "judgement":
        said = f"{value['field']} {said}"
    return f"{said}: {value['reason']}" if value.get("reason") else said


def _question(row: Told, _: _Name) -> str:
    asked = f", asked of {row['asked_of']}" if row["asked_of"] else ""
    return f"{row['words']} ({row['answer'] or 'no answer'}{asked})"


def _made(row: Told, _: _Name) -> str:
    told = json.loads(row["told"])
    if row["kind"] == "entity":
        return f"{told['name']}, {told['kind']}"
    return str(told["title" if row["kind"] == "event" else "statement"])


def _role(row: Told, named: _Name) -> str:
    return f"{named(row['entity'])}: {row['role'] or 'did not take part'}"


def _stated(row: Told, named: _Name) -> str:
    value, things = json.loads(row["value"]), row["things"]
    if row["field"] == "attribution":
        return "; ".join(name for name, _, _ in value) or "the source itself"
    if row["field"] == "about":
        return "; ".join(named(things[at]) for at in value) or "nobody"
    if row["field"] == "event":
        return "no event" if value is None else named(things[value])
    return str(value or f"no {row['field']}")


def _version(row: Told, _: _Name) -> str:
    return f"added {row['added'][:10]}"


def _removed(row: Told, _: _Name) -> str:
    return f"removed: {row['reason']}" if row["reason"] else "removed"


_TOLD: Mapping[str, Callable[[Told, _Name], str]] = {
    "question": _question,
    "made": _made,
    "stated_participant": _role,
    "stated_fact": _stated,
    "source_version": _version,
    "removed_source": _removed,
}
"""By table what says what a row of it says."""

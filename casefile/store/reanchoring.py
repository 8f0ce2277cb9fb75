"""What stands on the text of a source, carried to another version of it.

Notes, facts and events keep their ids where their words still stand. Those whose words are
gone stay, with the words, if a reader wrote on them; if nobody did, they go, and what is
found in the new text is new. Where everything stood in a version is remembered, so that
going back to it puts everything where it was.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casefile.model.words import Kind, Span
from casefile.store.former import PARKED, let_go
from casefile.store.fulltext import index_facts
from casefile.store.made import lay_all
from casefile.store.store import Row, Store
from casefile.store.versionplaces import Place, Texts, Thing, known_places, packed, remember

_MOVING = 1 << 50
"""Ordinals from here on are of facts and events between two places."""

_BEGINS = 100
"""Characters by which the beginning of an event is known again where its passages are not kept."""


@dataclass(slots=True)
class Carrying:
    """What became of the things on a text when it was replaced."""

    moved: int = 0
    """Notes, and facts and events that a reader wrote on, whose words still stand."""
    orphaned: int = 0
    """Those whose words are gone."""


def carry(store: Store, source: int, texts: Texts, *, leaving: str, coming: str) -> Carrying:
    """Put what stands on the text of a source where its words stand in another version.

    Inside ``write()``, before the text itself is replaced.

    Args:
        store: Open for writing.
        source: The source.
        texts: Its texts.
        leaving: SHA-256 of the version whose text stands.
        coming: That of the version that is to stand.
    """
    now = _standing(store, source)
    for thing, place in now.items():
        remember(store, source, leaving, thing, place)
    for thing, place in _former(store, source, texts, leaving).items():
        if thing not in now:
            remember(store, source, leaving, thing, place)
    known = {
        thing: _latest_first(places, leaving)
        for thing, places in known_places(store, source).items()
    }
    made = {
        (row["kind"], row["ordinal"]): row for row in store.rows("made_of_source", source_id=source)
    }
    there = _there(store, source)
    told = _written(store, there)
    order = sorted(known, key=lambda thing: (coming not in known[thing], thing not in told))
    wanted = _without_clashes(
        {thing: _wanted(texts, thing, known[thing], coming, made) for thing in order}
    )
    here = {thing: place for thing, place in wanted.items() if thing in there}
    _let_go(store, [thing for thing, place in here.items() if not place and thing not in told])
    # The places of these are remembered with the version that goes; in the next they mean nothing.
    store.run("former_in_source", id=source)
    kept = {thing: place for thing, place in here.items() if place or thing in told}
    _move(store, source, texts, kept, known)
    _recall(store, source, {thing: wanted[thing] for thing in wanted if thing not in kept})
    return Carrying(
        sum(place is not None for thing, place in kept.items() if thing in told),
        sum(place is None for thing, place in kept.items() if thing in told),
    )


def _standing(store: Store, source: int) -> dict[Thing, Place]:
    found: dict[Thing, Place] = {}
    for row in store.rows("placed_facts", id=source):
        span = Span(row["start"], row["stop"])
        place = [span.start, span.end, row["ordinal"]]
        found["fact", row["id"]] = Place(packed(place), (span,))
    for row in store.rows("placed_events", id=source):
        spans = tuple(Span(*pair) for pair in json.loads(row["spans"]))
        place = [row["kind"], row["anchor"], row["ordinal"]]
        found["event", row["id"]] = Place(packed(place), spans)
    for row in store.rows("placed_notes", id=source):
        span = Span(row["start"], row["stop"])
        found["note", row["id"]] = Place(packed([span.start, span.end]), (span,))
    return found


def _former(store: Store, source: int, texts: Texts, leaving: str) -> dict[Thing, Place]:
    """Return where in the text that goes that stood of which only the number is remembered.

    Of an event that is where it begins: the words from there to the end of the line stand for it.
    """
    found: dict[Thing, Place] = {}
    for row in store.rows("former_in_source", id=source):
        told = json.loads(row["place"])
        span = Span(told[0], told[1]) if row["kind"] == "fact" else Span(told[1], told[1] + _BEGINS)
        words = texts.quote(leaving, span).partition("\n")[0].rstrip()
        span = Span(span.start, span.start + len(words)) if row["kind"] == "event" else span
        found[row["kind"], row["id"]] = Place(row["place"], (span,) if words else ())
    return found


def _there(store: Store, source: int) -> set[Thing]:
    """Return what stands, or stood, on the text of a source: notes, events and facts."""
    rows = store.rows("events_and_facts_of", id=source)
    notes = {("note", int(row["id"])) for row in store.rows("notes_in_text", id=source)}
    return notes | {(row["kind"], int(row["id"])) for row in rows}


def _written(store: Store, there: Collection[Thing]) -> set[Thing]:
    """Return what of some things a reader wrote, or wrote on."""
    found = {thing for thing in there if thing[0] == "note"}
    for kind in ("fact", "event"):
        ids = json.dumps([id for of, id in there if of == kind])
        rows = store.rows("written_on", kind=kind, ids=ids)
        found |= {(kind, int(row["id"])) for row in rows}
    return found


def _latest_first(places: Mapping[str, Place], leaving: str) -> dict[str, Place]:
    """Return places by version: that of the text that stands first, then the last known."""
    others = [sha256 for sha256 in places if sha256 != leaving]
    order = [*([leaving] if leaving in places else []), *others[::-1]]
    return {sha256: places[sha256] for sha256 in order}


def _without_clashes(wanted: Mapping[Thing, Place | None]) -> dict[Thing, Place | None]:
    """Return the places without those that another thing of the kind has already."""
    taken: set[tuple[str, str]] = set()
    found: dict[Thing, Place | None] = {}
    for thing, place in wanted.items():
        is_taken = place is not None and thing[0] != "note" and (thing[0], place.place) in taken
        found[thing] = None if is_taken else place
        if place is not None:
            taken.add((thing[0], place.place))
    return found


def _wanted(
    texts: Texts,
    thing: Thing,
    places: Mapping[str, Place],
    coming: str,
    made: Mapping[tuple[str, int], Row],
) -> Place | None:
    """Return where a thing is to stand: where it stood there before, or where its words stand.

    What a reader made stands where its own row says, whatever became of it between.
    """
    for old in places.values():
        if row := made.get((thing[0], json.loads(old.place)[-1])):
            return _made_place(texts, row, json.loads(old.place))
    if coming in places:
        return places[coming]
    for sha256, old in places.items():
        spans = [texts.stands(sha256, span) for span in old.spans]
        told = json.loads(old.place)
        if thing[0] == "event":
            firsts = [at for at, span in enumerate(old.spans) if span.start == told[1]]
            first = spans[firsts[0]] if firsts else None
            if first is not None:
                found = sorted({span for span in spans if span is not None})
                return Place(packed([told[0], first.start, told[2]]), tuple(found))
        elif spans and spans[0] is not None:
            return Place(packed([spans[0].start, spans[0].end, *told[2:]]), (spans[0],))
    return None


def _made_place(texts: Texts, row: Row, told: list[Any]) -> Place | None:
    mark = row["version"] or texts.first
    span = texts.stands(mark, Span(row["start"], row["stop"]))
    if span is None:
        return None
    place = [told[0], span.start] if row["kind"] == "event" else [span.start, span.end]
    return Place(packed([*place, told[2]]), (span,))


def _let_go(store: Store, things: Collection[Thing]) -> None:
    """Drop what nobody wrote on; the places of its ids are remembered already."""
    ids: dict[str, list[int]] = {"event": [], "fact": [], "note": []}
    for kind, id in things:
        ids[kind].append(id)
    let_go(store, Kind.EVENT, ids["event"])
    dropped = let_go(store, Kind.FACT, ids["fact"])
    index_facts(store, {}, (row["id"] for row in dropped))
    store.run_many("drop_orphan", ({"kind": kind, "ref_id": id} for kind, id in things))


def _move(
    store: Store,
    source: int,
    texts: Texts,
    wanted: Mapping[Thing, Place | None],
    known: Mapping[Thing, Mapping[str, Place]],
) -> None:
    """Put everything to its new place; what has none is parked, and its words are noted."""
    for (kind, id), _ in wanted.items():
        store.run("drop_orphan", kind=kind, ref_id=id)
        if kind != "note":
            # Two things may change places: none may stand where another still does.
            _put(store, kind, id, (0, 1, _MOVING + id))
    for (kind, id), place in sorted(wanted.items()):
        if place is not None:
            told = json.loads(place.place)
            _put(store, kind, id, (told[1], told[1], told[2]) if kind == "event" else told)
            if kind == "event":
                _stand_on(store, source, id, place.spans)
            continue
        sha256, old = next(iter(known[kind, id].items()))
        if kind != "note":
            _put(store, kind, id, (0, 1, PARKED + id))
        if kind == "event":
            spans = (texts.stands(sha256, span) for span in old.spans)
            _stand_on(store, source, id, (span for span in spans if span is not None))
        _orphan(store, source, texts, (kind, id), sha256, old.spans)


def _put(store: Store, kind: str, id: int, place: Any) -> None:
    if kind == "event":
        store.run("move_event", id=id, anchor=place[0], ordinal=place[2])
    elif kind == "fact":
        store.run("move_fact", id=id, start=place[0], stop=place[1], ordinal=place[2])
    else:
        store.run("move_note", id=id, start=place[0], stop=place[1])


def _stand_on(store: Store, source: int, event: int, spans: Iterable[Span]) -> None:
    store.run("drop_evidence_in", id=event)
    store.run_many(
        "insert_evidence",
        (
            {"event_id": event, "source_id": source, "start": span.start, "stop": span.end}
            for span in spans
        ),
    )


def _orphan(
    store: Store, source: int, texts: Texts, thing: Thing, sha256: str, spans: Iterable[Span]
) -> None:
    gone = [span for span in spans if texts.stands(sha256, span) is None]
    store.run_many(
        "put_orphan",
        (
            {
                "kind": thing[0],
                "ref_id": thing[1],
                "position": position,
                "source_id": source,
                "quote": texts.quote(sha256, span),
            }
            for position, span in enumerate(gone or spans)
        ),
    )


def _recall(store: Store, source: int, gone: Mapping[Thing, Place | None]) -> None:
    """Let what is found again, now or later, have the ids that it had in another version."""
    for (kind, id), place in gone.items():
        if place is not None and kind != "note":
            former = packed([source, *json.loads(place.place)])
            store.run("keep_former", kind=kind, place=former, id=id)


def carry_found(store: Store, source: int, texts: Texts, leaving: str) -> None:
    """Put the names and citations found in a text where they stand in the new one.

    Inside ``write()``, after the text was replaced, where no engine has read it yet. Those
    whose words are gone go.
    """
    moved: dict[str, list[dict[str, Any]]] = {"mention": [], "citation": []}
    for kind, found in moved.items():
        for row in store.rows(f"{kind}s_of_text", source_id=source):
            span = texts.stands(leaving, Span(row["start"], row["stop"]))
            if span is not None:
                place = {"source_id": source, "start": span.start, "stop": span.end}
                found.append({**dict(row), **place})
    for row in moved["mention"]:
        row["form"] = texts.new[row["start"] : row["stop"]]
    store.run("drop_findings", source_id=source)
    store.run("drop_citations", source_id=source)
    store.run("drop_overruled", kind="source", ids=json.dumps([source]))
    store.run_many("insert_mention", moved["mention"])
    store.run_many("insert_citation", moved["citation"])
    lay_all(store, source)

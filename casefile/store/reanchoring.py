"""What stands on the text of a source, carried to another version of it.

Notes, facts and events keep their ids where their words still stand. Those whose words are
gone stay, with the words, if a reader wrote on them; if nobody did, they go, and what is
found in the new text is new. Where everything stood in a version is remembered, so that
going back to it puts everything where it was.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casefile.core.anchoring import Drift, found_by, says
from casefile.model.kept import Orphan
from casefile.model.words import Kind, Ref, Span
from casefile.store.former import PARKED, let_go
from casefile.store.fulltext import index_facts
from casefile.store.made import lay_all
from casefile.store.store import Row, Store
from casefile.store.versions import version_mark, version_text

_MOVING = 1 << 50
"""Ordinals from here on are of facts and events between two places."""

Thing = tuple[str, int]
"""Kind and id."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a thing stands in a version of its source."""

    place: str
    """JSON: of a fact start, stop, ordinal; of an event kind, anchor, ordinal; of a note its span.
    As SQLite writes it, since it is compared there."""
    spans: tuple[Span, ...]


@dataclass(slots=True)
class Carrying:
    """What became of the things on a text when it was replaced."""

    moved: int = 0
    """Notes, and facts and events that a reader wrote on, whose words still stand."""
    orphaned: int = 0
    """Those whose words are gone."""


@dataclass(slots=True)
class Texts:
    """The texts of a source, and how each became the one that is to stand."""

    store: Store
    source: int
    new: str
    _drifts: dict[str, Drift | None] = field(default_factory=dict)
    _same: set[str] = field(default_factory=set)

    def stands(self, sha256: str, span: Span) -> Span | None:
        """Return where the words of a span of some version stand in the new text, or None.

        What is of the new text itself stands as it is, white space at its ends too.
        """
        drift = self._drift(sha256)
        if sha256 in self._same:
            return span
        return drift.stands(span) if drift else None

    def quote(self, sha256: str, span: Span) -> str:
        """Return the words of a span of some version."""
        return span.of(version_text(self.store, self.source, sha256) or "")

    @property
    def first(self) -> str:
        """The SHA-256 of the version with which the source came."""
        row = self.store.one("place_of_source", id=self.source)
        return str(row["sha256"]) if row else ""

    def _drift(self, sha256: str) -> Drift | None:
        if sha256 not in self._drifts:
            old = version_text(self.store, self.source, sha256)
            self._drifts[sha256] = None if old is None else Drift(old, self.new)
            self._same |= {sha256} if old == self.new else set()
        return self._drifts[sha256]


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
        _remember(store, source, leaving, thing, place)
    known = {
        thing: _latest_first(places, leaving) for thing, places in _known(store, source).items()
    }
    made = {
        (row["kind"], row["ordinal"]): row for row in store.rows("made_of_source", source_id=source)
    }
    told = {thing for kind, things in _written(store, source).items() for thing in things}
    wanted = _without_clashes(
        {
            thing: _wanted(texts, thing, places, coming, made)
            for thing, places in sorted(known.items(), key=lambda one: coming not in one[1])
            if thing in now or thing in told
        }
    )
    gone = [thing for thing, place in wanted.items() if place is None and thing in now]
    _let_go(store, [thing for thing in gone if thing not in told])
    for row in store.rows("former_in_source", id=source):
        if (row["kind"], row["id"]) not in now:
            _remember(store, source, leaving, (row["kind"], row["id"]), _Place(row["place"], ()))
    kept = {thing: place for thing, place in wanted.items() if place or thing in told}
    _move(store, source, texts, kept, known)
    _recall(store, source, coming, {*kept})
    return Carrying(
        sum(place is not None for thing, place in kept.items() if thing in told),
        sum(place is None for thing, place in kept.items() if thing in told),
    )


def _standing(store: Store, source: int) -> dict[Thing, _Place]:
    found: dict[Thing, _Place] = {}
    for row in store.rows("placed_facts", id=source):
        span = Span(row["start"], row["stop"])
        place = [span.start, span.end, row["ordinal"]]
        found["fact", row["id"]] = _Place(_packed(place), (span,))
    for row in store.rows("placed_events", id=source):
        spans = tuple(Span(*pair) for pair in json.loads(row["spans"]))
        place = [row["kind"], row["anchor"], row["ordinal"]]
        found["event", row["id"]] = _Place(_packed(place), spans)
    for row in store.rows("placed_notes", id=source):
        span = Span(row["start"], row["stop"])
        found["note", row["id"]] = _Place(_packed([span.start, span.end]), (span,))
    return found


def _packed(place: Iterable[Any]) -> str:
    return json.dumps(list(place), ensure_ascii=False, separators=(",", ":"))


def _remember(store: Store, source: int, sha256: str, thing: Thing, place: _Place) -> None:
    store.run(
        "keep_version_place",
        source_id=source,
        sha256=sha256,
        kind=thing[0],
        ref_id=thing[1],
        place=place.place,
        spans=_packed([span.start, span.end] for span in place.spans),
    )


def _known(store: Store, source: int) -> dict[Thing, dict[str, _Place]]:
    """Return where everything ever stood, by the SHA-256 of the version, the first known first."""
    found: dict[Thing, dict[str, _Place]] = {}
    for row in store.rows("version_places", source_id=source):
        spans = tuple(Span(*pair) for pair in json.loads(row["spans"]))
        places = found.setdefault((row["kind"], row["ref_id"]), {})
        places[row["sha256"]] = _Place(row["place"], spans)
    return found


def _written(store: Store, source: int) -> dict[str, set[Thing]]:
    """Return what a reader wrote on, or wrote, that stands or stood on the text of a source."""
    ids: dict[str, list[int]] = {"fact": [], "event": []}
    for row in store.rows("events_and_facts_of", id=source):
        ids[row["kind"]].append(row["id"])
    found = {
        kind: {
            (kind, int(row["id"]))
            for row in store.rows("written_on", kind=kind, ids=json.dumps(wanted))
        }
        for kind, wanted in ids.items()
    }
    found["note"] = {("note", row["id"]) for row in store.rows("notes_in_text", id=source)}
    return found


def _latest_first(places: Mapping[str, _Place], leaving: str) -> dict[str, _Place]:
    """Return places by version: that of the text that stands first, then the last known."""
    others = [sha256 for sha256 in places if sha256 != leaving]
    order = [*([leaving] if leaving in places else []), *others[::-1]]
    return {sha256: places[sha256] for sha256 in order}


def _without_clashes(wanted: Mapping[Thing, _Place | None]) -> dict[Thing, _Place | None]:
    """Return the places without those that another thing of the kind has already."""
    taken: set[tuple[str, str]] = set()
    found: dict[Thing, _Place | None] = {}
    for thing, place in wanted.items():
        is_taken = place is not None and thing[0] != "note" and (thing[0], place.place) in taken
        found[thing] = None if is_taken else place
        if place is not None:
            taken.add((thing[0], place.place))
    return found


def _wanted(
    texts: Texts,
    thing: Thing,
    places: Mapping[str, _Place],
    coming: str,
    made: Mapping[tuple[str, int], Row],
) -> _Place | None:
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
                return _Place(_packed([told[0], first.start, told[2]]), tuple(found))
        elif spans and spans[0] is not None:
            return _Place(_packed([spans[0].start, spans[0].end, *told[2:]]), (spans[0],))
    return None


def _made_place(texts: Texts, row: Row, told: list[Any]) -> _Place | None:
    mark = row["version"] or texts.first
    span = texts.stands(mark, Span(row["start"], row["stop"]))
    if span is None:
        return None
    place = [told[0], span.start] if row["kind"] == "event" else [span.start, span.end]
    return _Place(_packed([*place, told[2]]), (span,))


def _let_go(store: Store, things: Iterable[Thing]) -> None:
    """Drop what nobody wrote on; the places of its ids are remembered already."""
    ids: dict[str, list[int]] = {"event": [], "fact": [], "note": []}
    for kind, id in things:
        ids[kind].append(id)
    let_go(store, Kind.EVENT, ids["event"])
    dropped = let_go(store, Kind.FACT, ids["fact"])
    index_facts(store, {}, (row["id"] for row in dropped))


def _move(
    store: Store,
    source: int,
    texts: Texts,
    wanted: Mapping[Thing, _Place | None],
    known: Mapping[Thing, Mapping[str, _Place]],
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


def _recall(store: Store, source: int, coming: str, standing: set[Thing]) -> None:
    """Let what is found again in a version have the ids that it had there."""
    for row in store.rows("version_places", source_id=source):
        thing = (row["kind"], row["ref_id"])
        if row["sha256"] == coming and row["kind"] != "note" and thing not in standing:
            place = _packed([source, *json.loads(row["place"])])
            store.run("keep_former", kind=row["kind"], place=place, id=row["ref_id"])


@dataclass(frozen=True, slots=True)
class Selectors:
    """By what a passage is known that was noted down: its words, and those beside it."""

    span: Span
    """In the version in which it was noted down."""
    quote: str
    prefix: str
    suffix: str

    def fit(self, text: str) -> bool:
        """Tell whether they say of a text what stands there."""
        before, after = text[: self.span.start], text[self.span.end :]
        is_between = before.endswith(self.prefix) and after.startswith(self.suffix)
        return is_between and says(text, self.span, self.quote)


def place_of(store: Store, source: int, noted: Selectors) -> Span | None:
    """Return where a passage noted down in some version stands in the text now, or None."""
    mark = version_mark(store, source)
    texts = Texts(store, source, version_text(store, source, mark) or "")
    if noted.fit(texts.new):
        return noted.span
    for sha256 in _noted_in(store, source, noted):
        if (span := texts.stands(sha256, noted.span)) is not None:
            return span
    return found_by(texts.new, noted.quote, noted.prefix, noted.suffix)


def _noted_in(store: Store, source: int, noted: Selectors) -> list[str]:
    """Return the versions in which a passage may have been noted down, the last first.

    Those that do not stand, too: their texts are kept.
    """
    hashes = [row["sha256"] for row in store.rows("all_versions", id=source)]
    found = [sha256 for sha256 in hashes if noted.fit(version_text(store, source, sha256) or "")]
    return found[::-1]


def settle_note(store: Store, id: int) -> None:
    """Put a note that was written on some version where its words stand now, inside ``write()``."""
    row = store.one("notes", ids=json.dumps([id]))
    if row is None or row["start"] is None:
        return
    source, span = int(row["target_id"]), Span(row["start"], row["stop"])
    noted = Selectors(span, row["quote"], row["prefix"], row["suffix"])
    stands = place_of(store, source, noted)
    store.run("drop_orphan", kind="note", ref_id=id)
    if stands is None:
        orphan = {"kind": "note", "ref_id": id, "position": 0, "source_id": source}
        store.run("put_orphan", **orphan, quote=row["quote"])
        # It may be of a version that is yet to come, or to come back.
        for sha256 in _noted_in(store, source, noted):
            place = _Place(_packed([span.start, span.end]), (span,))
            _remember(store, source, sha256, ("note", id), place)
    elif stands != span:
        store.run("move_note", id=id, start=stands.start, stop=stands.end)


def orphans(store: Store, source: int) -> list[Orphan]:
    """Return what stood on words that are gone from the text of a source; its notes first."""
    return [
        Orphan(Ref(Kind(row["kind"]), row["ref_id"]), row["quote"])
        for row in store.rows("orphans_of_source", id=source)
    ]

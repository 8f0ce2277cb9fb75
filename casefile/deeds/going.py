"""What goes out of view with sources, by name: what they tell, and what readers wrote on it."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from casefile.deeds.linked import label
from casefile.errors import UnknownRef
from casefile.model.made import name_in
from casefile.model.words import Kind, Ref
from casefile.store.clusters import entity_clusters, event_clusters
from casefile.store.entities import entity_rows
from casefile.store.events import event_rows
from casefile.store.facts import get_facts
from casefile.store.hand import HandRow
from casefile.store.notes import get_notes
from casefile.store.removals import Taken, taken_with
from casefile.store.sources import source_rows
from casefile.store.store import Store


@dataclass(frozen=True, slots=True)
class Going:
    """One thing that goes, or what a reader wrote on one."""

    ref: Ref
    """The thing, or of a note that note."""
    words: str
    """What it is called; of what a reader wrote what it says, and on what."""
    is_elsewhere: bool = False
    """Whether what it was written on stays, for other sources tell of it, too."""


@dataclass(frozen=True, slots=True)
class Gone:
    """All that goes with something, by name."""

    yours: tuple[Going, ...]
    """What readers wrote."""
    things: tuple[Going, ...]
    """Entities, events and facts; of entities and events those that nothing else tells."""


def going(store: Store, sources: Collection[int]) -> Gone:
    """Return what goes out of view with sources; nothing of what is not here."""
    rows = store.rows("gone_with_sources", ids=json.dumps(sorted(sources)))
    things = tuple(Going(Ref(Kind(row["kind"]), row["id"]), row["label"]) for row in rows)
    return Gone(written(store, sources, taken_with(store, sources)), things)


def written(store: Store, sources: Collection[int], taken: Taken) -> tuple[Going, ...]:
    """Return what readers wrote that goes with sources, notes first."""
    notes = get_notes(store, taken.notes)
    rows = [row for row in taken.rows if row["table"] in _ROWS]
    about = {one.target for one in notes} | {ref for row in rows for ref in _about(row)}
    stays = _told_elsewhere(store, about, sources)
    known = _names(store, about)

    def named(ref: Ref) -> str:
        return known.get(ref, str(ref))

    told = []
    for one in notes:
        line = one.body.strip().partition("\n")[0]
        told.append(Going(one.ref, f"note “{line}” on {named(one.target)}", one.target in stays))
    for row in rows:
        ref = next(_about(row))
        is_elsewhere = ref in stays and row["table"] != "judgement"
        told.append(Going(ref, _ROWS[row["table"]](row, named), is_elsewhere))
    return tuple(told)


def _told_elsewhere(store: Store, refs: Iterable[Ref], sources: Collection[int]) -> set[Ref]:
    ids = {
        kind: json.dumps(sorted(ref.id for ref in refs if ref.kind is kind))
        for kind in (Kind.ENTITY, Kind.EVENT)
    }
    rows = store.rows(
        "told_elsewhere",
        entities=ids[Kind.ENTITY],
        events=ids[Kind.EVENT],
        ids=json.dumps(sorted(sources)),
    )
    return {Ref(Kind(row["kind"]), row["id"]) for row in rows}


def _names(store: Store, refs: Iterable[Ref]) -> dict[Ref, str]:
    """Return what things are called, those of a kind read together; what is gone is left out."""
    ids: dict[Kind, list[int]] = defaultdict(list)
    for ref in refs:
        ids[ref.kind].append(ref.id)
    found = {row.ref: row.title for row in source_rows(store, ids[Kind.SOURCE])}
    found |= {row.ref: row.statement for row in get_facts(store, ids[Kind.FACT])}
    found |= {row.ref: row.body.partition("\n")[0] for row in get_notes(store, ids[Kind.NOTE])}
    of_entity = entity_clusters(store, ids[Kind.ENTITY])
    names = {row.ref.id: row.name for row in entity_rows(store, {*of_entity.values()})}
    found |= {
        Ref(Kind.ENTITY, id): names[of_entity[id]]
        for id in ids[Kind.ENTITY]
        if of_entity.get(id) in names
    }
    of_event = event_clusters(store, ids[Kind.EVENT])
    titles = {row.ref.id: row.title for row in event_rows(store, {*of_event.values()})}
    found |= {
        Ref(Kind.EVENT, id): titles[of_event[id]]
        for id in ids[Kind.EVENT]
        if of_event.get(id) in titles
    }
    for id in ids[Kind.CONFLICT]:
        with suppress(UnknownRef):
            found[Ref(Kind.CONFLICT, id)] = label(store, Ref(Kind.CONFLICT, id))
    return found


def _about(row: HandRow) -> Iterator[Ref]:
    """Yield the things that a row is about: what it is on first."""
    if "target_kind" in row:
        yield Ref(Kind(row["target_kind"]), row["target_id"])
    if row["table"] == "judgement":
        yield from (Ref(Kind(row["kind"]), row[side]) for side in ("left_id", "right_id"))
    for kind in (Kind.FACT, Kind.EVENT, Kind.ENTITY, Kind.SOURCE):
        if row.get(f"{kind.value}_id"):
            yield Ref(kind, row[f"{kind.value}_id"])


_Name = Callable[[Ref], str]


def _on(row: HandRow, named: _Name) -> str:
    return named(next(_about(row)))


def _assessment(row: HandRow, named: _Name) -> str:
    said = "mark as sensitive" if row["field"] == "sensitive" else f"{row['field']} {row['value']}"
    return f"{said} on {_on(row, named)}"


def _made(row: HandRow, named: _Name) -> str:
    return f"{row['kind']} “{name_in(json.loads(row['told']))}” made of words of {_on(row, named)}"


def _correction(row: HandRow, named: _Name) -> str:
    field = {"alias": "other name", "modality": "happened"}.get(row["field"], row["field"])
    return f"{field} “{row['value']}” of {_on(row, named)}"


def _judgement(row: HandRow, named: _Name) -> str:
    left, right = map(named, _about(row))
    said = {"same": "the same", "unsure": "perhaps the same"}.get(row["judgement"], "different")
    return f"{left} and {right}: judged {said}"


def _stated_fact(row: HandRow, named: _Name) -> str:
    field = {"attribution": "who says so", "about": "whom it is about"}.get(row["field"])
    return f"{field or row['field']} of {_on(row, named)}"


def _participant(row: HandRow, named: _Name) -> str:
    event, entity = map(named, _about(row))
    return f"{row['role'] or 'no part'} of {entity} in {event}"


_ROWS: Mapping[str, Callable[[HandRow, _Name], str]] = {
    "tag": lambda row, named: f"tag {row['name']} on {_on(row, named)}",
    "assessment": _assessment,
    "question": lambda row, named: f"question “{row['words']}” on {_on(row, named)}",
    "correction": _correction,
    "made": _made,
    "rejected_mention": lambda row, named: f"“{row['form']}” is no name in {_on(row, named)}",
    "relabelled": lambda row, named: f"“{row['quote']}” is {row['kind']} in {_on(row, named)}",
    "judgement": _judgement,
    "stated_fact": _stated_fact,
    "stated_participant": _participant,
}
"""By table what says what a row of it says."""

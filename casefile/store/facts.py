"""Facts out of the case: what each source states, and on whose word."""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable

from casefile.errors import UnknownRef
from casefile.model.review import UNREVIEWED, Review
from casefile.model.rows import Fact, Speaker
from casefile.model.words import Kind, Polarity, Ref, Span
from casefile.store.reviews import reviews
from casefile.store.store import Row, Store


def fact_ids(store: Store, within: Ref | None = None, *, limit: int = -1) -> "array[int]":
    """Return facts by source and place in it; all, or those of one thing."""
    if within is None:
        rows = store.rows("fact_ids", limit=limit)
    elif within.kind in (Kind.SOURCE, Kind.ENTITY, Kind.EVENT):
        rows = store.rows(f"fact_ids_of_{within.kind.value}", id=within.id, limit=limit)
    else:
        return array("q", [within.id] if within.kind is Kind.FACT else [])
    return array("q", (row["id"] for row in rows))


def get_facts(store: Store, ids: Iterable[int]) -> list[Fact]:
    """Return facts in the order of the ids."""
    wanted = list(ids)
    packed = json.dumps(wanted)
    about: dict[int, list[Ref]] = defaultdict(list)
    for row in store.rows("facts_about", ids=packed):
        about[row["fact_id"]].append(Ref(Kind.ENTITY, row["entity_id"]))
    said: dict[int, list[Speaker]] = defaultdict(list)
    for row in store.rows("attributions", ids=packed):
        said[row["fact_id"]].append(
            Speaker(row["speaker"], _ref(Kind.ENTITY, row["entity_id"]), row["verb"])
        )
    found = {row["id"]: row for row in store.rows("facts", ids=packed)}
    reviewed = reviews(store, Kind.FACT, wanted)
    return [
        _fact(found[id], about[id], said[id], reviewed.get(id, UNREVIEWED))
        for id in wanted
        if id in found
    ]


def get_fact(store: Store, id: int) -> Fact:
    """Return one fact.

    Raises:
        UnknownRef: The case holds no such fact.
    """
    facts = get_facts(store, [id])
    if not facts:
        raise UnknownRef(f"This case has no fact {id}.")
    return facts[0]


def _ref(kind: Kind, id: int | None) -> Ref | None:
    return None if id is None else Ref(kind, id)


def _fact(row: Row, about: list[Ref], said: list[Speaker], review: Review) -> Fact:
    return Fact(
        ref=Ref(Kind.FACT, row["id"]),
        source=Ref(Kind.SOURCE, row["source_id"]),
        span=Span(row["start"], row["stop"]),
        statement=row["statement"],
        event=_ref(Kind.EVENT, row["event_id"]),
        about=tuple(dict.fromkeys(about)),
        attribution=tuple(said),
        hedge=row["hedge"],
        polarity=Polarity(row["polarity"]),
        quoted=bool(row["quoted"]),
        made_by=row["made_by"],
        review=review,
        lost=bool(row["lost"]),
        gone=row["gone"],
    )

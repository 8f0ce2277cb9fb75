"""What a filter of the query line names: the sources and the places that are called so."""

import json

from casefile.core.folding import fold
from casefile.deeds.searchlookups import Names
from casefile.deeds.searchpace import Pace
from casefile.deeds.searchreviews import values
from casefile.model.words import EntityKind, Kind
from casefile.search.ranking import BEGINS, LOWEST, WORDS
from casefile.store.entities import entity_rows
from casefile.store.store import Store

_STEP_US = 0.02
"""What a step takes of looking at one source after the other."""

_LABELS, _LABEL_US = 2_000, 10
"""Titles of sources, at a key, that are folded to hold a filter against them, and what it takes."""


def sources_called(store: Store, value: str, pace: Pace) -> set[int]:
    """Return the sources whose publisher, title or path has words that begin so, or by number."""
    found: set[int] = set()
    most = pace.most(_LABELS, None)
    for name in values(value):
        wanted = fold(name)
        pattern = "%" + "%".join(wanted.split()) + "%"
        publishers, _ = store.within(
            pace.work, "source_publishers", step_us=_STEP_US, pattern=pattern
        )
        if called := [one for (one,) in publishers if f" {wanted}" in f" {fold(one)}"]:
            told = json.dumps(called)
            ids, _ = store.within(
                pace.work, "sources_published_by", step_us=_STEP_US, publishers=told
            )
            found.update(id for (id,) in ids)
        rows, _ = store.within(
            pace.work,
            "sources_labelled",
            step_us=_STEP_US,
            pattern=pattern,
            limit=-1 if most is None else most,
        )
        pace.stopped(at=len(rows), of=most)
        pace.did(len(rows) * _LABEL_US)
        for id, *labels in rows:
            if any(f" {wanted}" in f" {fold(label)}" for label in labels):
                found.add(id)
        with_number = wanted.isascii() and wanted.isdecimal()
        found |= {int(wanted)} if with_number and len(wanted) < 19 else set()
    return found


def places_called(store: Store, names: Names, value: str) -> set[int]:
    """Return the places of that name, or whose name begins so; else those that are like it."""
    found = set()
    for name in values(value):
        like = [one for one in names.like(name, [Kind.ENTITY]) if one.points >= LOWEST]
        rows = entity_rows(store, {one.ref.id for one in like})
        places = {row.ref for row in rows if row.kind is EntityKind.PLACE}
        like = [one for one in like if one.ref in places]
        least = min(max((one.points for one in like), default=0.0), WORDS - 10, BEGINS - 10)
        found |= {one.ref.id for one in like if one.points >= least}
    return found

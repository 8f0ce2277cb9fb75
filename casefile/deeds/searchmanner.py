"""The filter by how a thing is put: of a fact denied or hedged, of an event planned or secret."""

import json
from typing import Any

from casefile.core.work import Work
from casefile.deeds.searchreviews import values
from casefile.deeds.searchties import FEW, STEP_IN_ORDER_US, Where, packed
from casefile.model.words import Kind, Modality
from casefile.search.line import Filter
from casefile.store.store import Store

_OF_FACTS = ("denied", "negative", "affirmed", "hedged", "quoted")
_OF_EVENTS = (*(one.value for one in Modality), "secret")
WORDS = tuple(dict.fromkeys((*_OF_FACTS, *_OF_EVENTS)))
"""How a thing may be put; a negative fact, which says that something is not so, is denied."""


def put(one: Filter) -> set[str]:
    """Return the words that begin with a value of the filter."""
    wanted = tuple(value.lower() for value in values(one.value))
    return {word for word in WORDS if word.startswith(wanted)}


def asks_for_facts(one: Filter) -> bool:
    """Tell whether the filter may be meant for facts."""
    return not put(one).isdisjoint(_OF_FACTS)


def kinds_put(one: Filter) -> set[Kind]:
    """Return the kinds of which the filter may let something through: notes are on such things."""
    words = put(one)
    named = ((Kind.FACT, _OF_FACTS), (Kind.EVENT, _OF_EVENTS))
    found = {kind for kind, of in named if not words.isdisjoint(of)}
    return found | ({Kind.NOTE} if found else set())


def put_so(store: Store, ids: Where, one: Filter) -> Where:
    """Return what of some facts and events is put so."""
    facts, events = packed(ids.get(Kind.FACT, ())), packed(ids.get(Kind.EVENT, ()))
    return {
        Kind.FACT: {*store.ids("facts_put_so", ids=facts, **_of_facts(one))},
        Kind.EVENT: {*store.ids("events_put_so", ids=events, words=_of_events(one))},
    }


def all_put_so(
    store: Store, kind: Kind, one: Filter, *, few: int = FEW, work: Work | None = None
) -> set[int] | None:
    """Return all of a kind that is put so; None where that is of more than a few, and of notes.

    None as well where there is no work left to look through them all.
    """
    if kind is Kind.NOTE:
        return None
    name, told = "", dict[str, Any]()
    if kind is Kind.FACT:
        name, told = "all_facts_put_so", _of_facts(one)
    elif kind is Kind.EVENT:
        name, told = "all_events_put_so", {"words": _of_events(one)}
    if not name:
        return set()
    rows, is_all = store.within(work, name, step_us=STEP_IN_ORDER_US, limit=few + 1, **told)
    return {id for (id,) in rows} if is_all and len(rows) <= few else None


def _of_facts(one: Filter) -> dict[str, bool]:
    words = put(one)
    return {
        "denied": bool(words & {"denied", "negative"}),
        **{word: word in words for word in ("affirmed", "hedged", "quoted")},
    }


def _of_events(one: Filter) -> str:
    return json.dumps(sorted(put(one)))

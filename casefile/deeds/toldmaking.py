"""Whether what a log makes of words, or states of a fact, is something that can be made."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from casefile.core.edtf import is_valid
from casefile.core.folding import fold
from casefile.deeds.meaning import LONGEST_LIST
from casefile.model.made import FIRST_ORDINAL, KINDS, MadeEntity, MadeEvent, indexes
from casefile.model.plain import from_plain
from casefile.model.words import Polarity

LONGEST_TOLD = 1_000_000
"""Code points of JSON in a column: a hundred names of the longest, each sign of them escaped."""

_MOST_THINGS = 2 * LONGEST_LIST + 1
"""Who says so, whom a fact is about, and its event."""

Fits = Callable[[Any], bool]


def is_list_of(fits: Fits) -> Fits:
    """Return what tells whether a value is a list of such things, no longer than any is."""
    return lambda value: (
        isinstance(value, list) and len(value) <= _MOST_THINGS and all(map(fits, value))
    )


def _of(place: Any) -> str:
    return str(place[0]) if place else ""


def _plain(text: object) -> Any:
    """Return what JSON in a column says; None where it is none, or cannot be stored again."""
    if not isinstance(text, str) or len(text) > LONGEST_TOLD:
        return None
    try:
        value = json.loads(text)
        json.dumps(value, ensure_ascii=False).encode()  # half of a pair of surrogates cannot be
    except (ValueError, RecursionError):
        return None
    return value


def is_made(row: Mapping[str, Any]) -> bool:
    """Tell whether a row of ``made`` holds what can be made."""
    if row["kind"] not in KINDS or not row["start"] < row["stop"] or not row["made_by"]:
        return False
    try:
        told = from_plain(KINDS[row["kind"]], _plain(row["told"]))
    except (ValueError, TypeError):
        return False
    if isinstance(told, MadeEntity):
        return bool(fold(told.name)) and row["ordinal"] == 0 and not row["things"]
    if isinstance(told, MadeEvent) and told.edtf and not is_valid(told.edtf):
        return False
    of = [_of(thing) for thing in row["things"]]
    fits = all(0 <= at < len(of) and of[at] in ("", kind) for kind, at in indexes(told))
    return fits and row["ordinal"] >= FIRST_ORDINAL


def is_stated_fact(row: Mapping[str, Any]) -> bool:
    """Tell whether a row of ``stated_fact`` holds what can be said of one."""
    value, many = _plain(row["value"]), len(row["things"])

    def is_index(at: object) -> bool:
        return type(at) is int and 0 <= at < many

    def is_link(one: object) -> bool:
        return (
            isinstance(one, list)
            and len(one) == 3
            and isinstance(one[0], str)
            and (one[1] is None or is_index(one[1]))
            and (one[2] is None or isinstance(one[2], str))
        )

    of = {_of(thing) for thing in row["things"]} - {""}
    fits: dict[str, Fits] = {
        "statement": lambda one: isinstance(one, str) and one != "",
        "hedge": lambda one: one is None or isinstance(one, str),
        "polarity": lambda one: one in tuple(Polarity),
        "event": lambda one: one is None or is_index(one),
        "about": lambda one: isinstance(one, list) and all(map(is_index, one)),
        "attribution": lambda one: isinstance(one, list) and all(map(is_link, one)),
    }
    named = {"event"} if row["field"] == "event" else {"entity"}
    return row["field"] in fits and of <= named and fits[row["field"]](value)

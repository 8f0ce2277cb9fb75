"""What lines were said to be when a reader said something of what was found in them.

An entity, an event or a fact may be found only while a line is story. Who says something of it
and then makes the line boilerplate keeps it, as lost; so it has to be found once more where
these decisions come together.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from casefile.core.histories import fold, said_of
from casefile.core.sight import Sight, Told, in_order

TABLE = "relabelled"

FOUND = ("entity", "event", "fact")
"""Kinds of what is found in a text."""


def labellings(decisions: Mapping[str, Told]) -> list[list[Told]]:
    """Return the rows of lines as they stood when something was said of what was found there.

    Each once, in the order of the decisions; none where nobody said what lines are, or nothing
    of what was found in a source with such lines.
    """
    own = {key for key, told in decisions.items() if any(_labels(told))}
    turns = own | {key for key, told in decisions.items() if told.get("of") in own}
    texts = {row["source"][1] for key in own for row in _labels(decisions[key]) if row["source"]}
    if not own:
        return []
    order = in_order(decisions)
    sight = Sight(decisions, order)
    found: dict[frozenset[str], list[Told]] = {}
    for key in order:
        if not any(place[0] in FOUND and place[1] in texts for place in _places(decisions[key])):
            continue
        seen = frozenset(one for one in turns if sight.saw(key, one))
        if seen not in found:
            known = {one: decisions[one] for one in order if sight.saw(key, one)}
            rows = fold(known).rows.values()
            found[seen] = [row for row in rows if row["table"] == TABLE]
    return list(found.values())


def _labels(told: Told) -> list[Told]:
    rows = (*told.get("gone", ()), *told.get("put", ()))
    return [row for row in rows if row["table"] == TABLE]


def _places(told: Told) -> Iterable[tuple[Any, ...]]:
    """Return the places of what a decision says something of."""
    rows = (*told.get("gone", ()), *told.get("put", ()), told.get("columns"))
    on = [place for row in rows for place in said_of(row)]
    target = told.get("target")
    return [*on, tuple(target)] if target else on

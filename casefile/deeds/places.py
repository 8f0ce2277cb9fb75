"""Where a case plays: its places by the country that they lie in."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from casefile.extraction.rules.words.gazetteer import Gazetteer, load_gazetteer
from casefile.model.looks import PlaceRow
from casefile.model.words import Kind, Ref
from casefile.store.store import Row, Store

MOST = 20_000
"""Places that are looked at, the most mentioned: laying them out takes a tenth of a second."""

NOWHERE = "No country known"
"""The heading of places that the gazetteer does not know, or that lie in several countries."""


def places(store: Store, ids: Iterable[int] | None = None) -> list[PlaceRow]:
    """Return places below their countries, those most mentioned first, of no country last.

    A country counts what is told of it and of all that lies in it; it has a row where it is not
    named itself, too, with an id below 0.

    Args:
        store: The case.
        ids: Entities (clusters) of which to take the places; None for all.
    """
    packed = None if ids is None else json.dumps(list(ids))
    gazetteer = load_gazetteer()
    events: dict[int, set[int]] = defaultdict(set)
    for row in store.rows("place_events"):
        events[row["id"]].add(row["event_id"])
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in store.rows("places", ids=packed, limit=MOST):
        groups[_country(gazetteer, row["name"])].append(row)
    order = sorted(groups, key=lambda name: (name == NOWHERE, -_mentions(groups[name]), name))
    numbers = {name: -at for at, name in enumerate(sorted({*gazetteer.by_code.values()}), 2)}
    numbers[NOWHERE] = -1
    found: list[PlaceRow] = []
    for country in order:
        found += _group(country, groups[country], events, numbers[country], gazetteer)
    return found


def _country(gazetteer: Gazetteer, name: str) -> str:
    return gazetteer.countries.get(name) or gazetteer.country_of(name) or NOWHERE


def _mentions(rows: Iterable[Row]) -> int:
    return sum(row["mentions"] for row in rows)


def _group(
    country: str,
    rows: Sequence[Row],
    events: dict[int, set[int]],
    number: int,
    gazetteer: Gazetteer,
) -> list[PlaceRow]:
    own = next((row for row in rows if gazetteer.countries.get(row["name"]) == country), None)
    inside = [row for row in rows if row is not own]
    told = set().union(*(events.get(row["id"], ()) for row in rows))
    head = PlaceRow(
        ref=Ref(Kind.ENTITY, own["id"] if own else number),
        name=own["name"] if own else country,
        country=None,
        mentions=_mentions(rows),
        events=len(told),
        places=len(inside),
    )
    return [
        head,
        *(
            PlaceRow(
                ref=Ref(Kind.ENTITY, row["id"]),
                name=row["name"],
                country=country,
                mentions=row["mentions"],
                events=len(events.get(row["id"], ())),
                places=0,
            )
            for row in inside
        ),
    ]

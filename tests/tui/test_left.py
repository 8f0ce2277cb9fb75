"""What is kept of where a case was left comes back as it was, and nonsense as nothing."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.trail import Trail
from casefile.model.orders import ORDERS, Order
from casefile.model.words import Kind, Ref, Span
from casefile.tui.base.look import SINCE, UNITS, Look, Tab
from casefile.tui.base.rowlist import Spot
from casefile.tui.base.view import Choice, Sought
from casefile.tui.screens.left import LAYOUT, MOST, Left, plain, read
from casefile.tui.screens.place import Place, Question, Slot, Target

IDS = st.integers(0, (1 << 63) - 1)
REFS = st.builds(Ref, st.sampled_from(list(Kind)), st.integers(1, 10**18 - 1))
TABS = st.sampled_from([Kind.SOURCE, Kind.ENTITY, Kind.EVENT, Kind.FACT, Kind.NOTE, *Look])
SPANS = st.tuples(IDS, IDS).filter(lambda two: two[0] < two[1]).map(lambda two: Span(*two))
SPOTS = st.builds(Spot, st.none() | REFS, st.just(-1) | IDS, IDS)
TARGETS = st.builds(
    Target, REFS, st.none() | SPANS, st.none() | REFS, st.booleans(),
    st.none() | st.lists(REFS, max_size=3).map(tuple), IDS,
)  # fmt: skip
SEARCHES = st.builds(Sought, st.text(), st.builds(Choice, st.none() | REFS, st.booleans(), IDS))


def orders(tab: Tab) -> st.SearchStrategy[Order | None]:
    """Return by what a list can be sorted."""
    names = list(ORDERS.get(tab, {})) if isinstance(tab, Kind) else []
    some = st.builds(Order, st.sampled_from(names), st.booleans()) if names else st.nothing()
    return st.none() | some


@st.composite
def questions(draw: st.DrawFn, tab: Tab) -> Question:
    among = tuple(draw(st.lists(IDS, max_size=3)))
    return Question(
        draw(st.text()), draw(st.none() | REFS), draw(st.sampled_from(UNITS)),
        draw(orders(tab)), among, draw(st.sampled_from(SINCE)),
    )  # fmt: skip


@st.composite
def places(draw: st.DrawFn) -> Place:
    tab = draw(TABS)
    rows = draw(SPOTS)
    if tab is Look.TOGETHER:
        rows = Spot(rows.ref, rows.at, rows.top, ("column", draw(st.integers(0, 900))))
    return Place(
        tab, draw(questions(tab)), rows, draw(st.sampled_from(list(Slot))),
        draw(st.none() | TARGETS), draw(SPOTS), draw(SPOTS), draw(st.text()),
        draw(st.none() | SEARCHES),
    )  # fmt: skip


@st.composite
def lefts(draw: st.DrawFn) -> Left:
    visited = tuple(draw(st.lists(places(), min_size=1, max_size=4)))
    lists = {tab: draw(questions(tab)) for tab in draw(st.sets(TABS, max_size=2))}
    lists = {tab: question for tab, question in lists.items() if question != Question()}
    trail = Trail(visited, draw(st.integers(0, len(visited) - 1)))
    return Left(trail, lists, draw(st.frozensets(st.sampled_from(LAYOUT))))


@given(lefts())
def test_what_is_kept_comes_back(left: Left) -> None:
    assert read(json.loads(json.dumps(plain(left)))) == left


@given(st.integers(1, 3 * MOST), st.data())
def test_of_a_long_way_the_places_before_here_are_kept(length: int, data: st.DataObject) -> None:
    visited = tuple(Place(Kind.SOURCE, name=str(number)) for number in range(length))
    at = data.draw(st.integers(0, length - 1))
    kept = read(plain(Left(Trail(visited, at))))
    assert kept is not None
    assert len(kept.trail.places) == min(length, MOST)
    assert kept.trail.here == visited[at]


def parts(kept: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the ways to all that plain values hold."""
    inner = kept.items() if isinstance(kept, dict) else enumerate(kept)
    found = [(*path, key) for key, _ in inner]
    for key in [one[-1] for one in found]:
        if isinstance(kept[key], dict | list):
            found += parts(kept[key], (*path, key))
    return found


WRONG: st.SearchStrategy[object] = st.sampled_from(
    [None, -7, 1 << 80, "weather", [], {}, [1, 2, 3], 0.5, True]
)


@given(lefts(), st.data(), WRONG)
def test_a_file_that_was_meddled_with_opens_something_or_nothing(
    left: Left, data: st.DataObject, wrong: object
) -> None:
    kept: Any = json.loads(json.dumps(plain(left)))
    *way, last = data.draw(st.sampled_from(parts(kept)))
    inner = kept
    for key in way:
        inner = inner[key]
    inner[last] = wrong
    found = read(kept)
    assert found is None or 0 <= found.trail.at < len(found.trail.places)


@pytest.mark.parametrize("kept", [{}, {"places": [], "at": 0, "lists": {}, "layout": []}])
def test_where_nothing_was_kept_there_is_nothing(kept: dict[str, Any]) -> None:
    assert read(kept) is None

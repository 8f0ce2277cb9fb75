"""Places below the countries that they lie in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefile.case import Case
from casefile.model.looks import PlaceRow
from casefile.model.words import EntityKind, Kind
from tests.looks import Told, make_case

NAMES = ("Japan", "Tokyo", "Osaka", "Paris", "France", "Lyon", "Port Nowhere", "Burma", "Yangon",
         "Southeast Asia", "Beijing")  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case(make_case(tmp_path / "a.casefile")) as case:
        yield case


def groups(rows: list[PlaceRow]) -> Iterator[list[PlaceRow]]:
    """Yield each heading with what stands below it."""
    starts = [at for at, row in enumerate(rows) if row.country is None]
    for at, after in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield rows[at:after]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.sampled_from(NAMES), unique=True, min_size=1), data=st.data())
def test_every_place_stands_once_below_a_country_that_counts_it(
    tmp_path: Path, names: list[str], data: st.DataObject
) -> None:
    path = tmp_path / "b.casefile"
    path.unlink(missing_ok=True)
    where = data.draw(st.lists(st.sampled_from(names), max_size=6))
    told = [Told(f"Meeting {at}", "2016", (), place) for at, place in enumerate(where)]
    with Case(make_case(path, told, names)) as case:
        rows = case.places()
        entities = {row.ref: row for row in case.entity_rows(case.ids(Kind.ENTITY))}
    named = [row for row in rows if row.ref.id > 0]
    assert {row.ref for row in named} == entities.keys()
    assert len({row.ref for row in rows}) == len(rows)
    for head, *below in groups(rows):
        own = entities[head.ref].mentions if head.ref in entities else 0
        assert head.mentions == own + sum(row.mentions for row in below)
        assert head.places == len(below)
        assert head.places or head.ref.id > 0
        assert max((row.events for row in below), default=0) <= head.events
        assert [row.mentions for row in below] == sorted((r.mentions for r in below), reverse=True)
    heads = [head for head, *_ in groups(rows)]
    known = [head.mentions for head in heads if head.ref.id != -1]
    assert known == sorted(known, reverse=True)
    assert all(head.ref.id != -1 for head in heads[:-1])
    assert sum(head.events for head, *_ in groups(rows)) == len(where)


def test_places_of_no_known_country_come_last(case: Case) -> None:
    rows = case.places()
    last = next(at for at, row in enumerate(rows) if row.name == "No country known")
    assert [row.name for row in rows[last + 1 :]] == ["Port Nowhere"]
    assert rows[last].ref.id == -1


def test_of_some_entities_only_the_places_are_taken(case: Case) -> None:
    ids = case.ids(Kind.ENTITY)
    kinds = {row.ref.id: row.kind for row in case.entity_rows(ids)}
    found = {row.ref.id for row in case.places(ids[:5]) if row.ref.id > 0}
    assert found == {id for id in ids[:5] if kinds[id] is EntityKind.PLACE}

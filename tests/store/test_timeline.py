"""Events in order of time, their first and last day, and how many a unit holds."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefile.case import Case
from casefile.core.edtf import bounds
from casefile.model.words import Kind
from casefile.store.store import Store
from casefile.store.timeline import UNITS, event_counts, event_extent
from tests.looks import HARBOUR, Told, make_case

EDTF = st.sampled_from(
    (None, "2016-09-03", "2016-09", "2016-09~", "2016", "201X", "20XX", "../2001", "2017/..",
     "2016-09-03/2016-09-04", "2015-12/2016-01", "1999-12-31", "2016-10-01")
)  # fmt: skip


def test_undated_events_come_last_and_those_without_a_beginning_first(tmp_path: Path) -> None:
    with Case(make_case(tmp_path / "a.casefile")) as case:
        titles = [row.title for row in case.event_rows(case.ids(Kind.EVENT))]
        assert titles[0] == "Founding of the yard"
        assert titles[-1] == "Talks nobody dates"
        assert len(titles) == len(HARBOUR)
        for limit in range(len(HARBOUR) + 2):
            assert case.ids(Kind.EVENT, limit=limit) == case.ids(Kind.EVENT)[:limit]


def test_narrowed_events_stay_in_order_of_time(tmp_path: Path) -> None:
    with Case(make_case(tmp_path / "a.casefile")) as case:
        all_ids = list(case.ids(Kind.EVENT))
        found = list(case.ids(Kind.EVENT, matching="talks", ranked=False))
        assert found == [id for id in all_ids if id in found]
        ranked = list(case.ids(Kind.EVENT, matching="talks"))
        assert sorted(ranked) == sorted(found)
        assert ranked != found


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dates=st.lists(EDTF, min_size=1, max_size=12), unit=st.sampled_from(sorted(UNITS)))
def test_each_event_is_counted_once_in_a_unit_that_holds_it(
    tmp_path: Path, dates: list[str | None], unit: str
) -> None:
    path = tmp_path / "b.casefile"
    path.unlink(missing_ok=True)
    make_case(path, [Told(f"Meeting {at}", edtf) for at, edtf in enumerate(dates)], places=())
    store = Store(path, read_only=True)
    try:
        counted = event_counts(store, unit)
        assert sum(one.events for one in counted) == len(dates)
        ends = [day for edtf in dates if edtf for day in bounds(edtf) if day]
        extent = (min(ends), max(ends)) if ends else None
        assert event_extent(store) == extent
        for one in counted:
            held = [edtf for edtf in dates if _is_in(edtf, one.unit)]
            assert one.events <= len(held)
            assert dates[one.ref.id - 1] in held
    finally:
        store.close()


def _is_in(edtf: str | None, unit: str) -> bool:
    if unit == "undated" or edtf is None:
        return (unit == "undated") == (edtf is None)
    if unit == "wider":
        return True
    (low, high), (first, last) = bounds(unit), bounds(edtf)
    assert low
    assert high
    return bool(first and last and low <= first and last <= high)


@pytest.mark.parametrize(("unit", "units"), [
    ("decade", ["201X", "wider", "undated"]),
    ("month", ["2014", "2015-05", "2016-09", "2016-11", "wider", "undated"]),
])  # fmt: skip
def test_units_come_in_order(tmp_path: Path, unit: str, units: list[str]) -> None:
    with Case(make_case(tmp_path / "a.casefile")) as case:
        assert [one.unit for one in case.event_counts(unit)] == units
        assert case.event_extent([1, 3]) == (date(2016, 9, 3), date(2016, 11, 30))
        assert case.event_extent([6]) is None

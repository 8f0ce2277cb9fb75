"""Since when: what people type means the time they mean, and nothing else means one."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.since import since

NOON = datetime(2030, 5, 4, 12, tzinfo=UTC)


@given(st.integers(0, 9999), st.sampled_from([("h", 1), ("d", 24), ("w", 168)]))
def test_a_number_of_hours_days_or_weeks_is_that_long_ago(many: int, unit: tuple[str, int]) -> None:
    assert since(f"{many}{unit[0]}", NOON) == NOON - timedelta(hours=many * unit[1])


@given(st.datetimes(min_value=datetime(1900, 1, 1)))
def test_a_date_or_time_is_itself_in_the_zone_of_the_reader(when: datetime) -> None:
    assert since(when.isoformat(), NOON) == when.replace(tzinfo=UTC)


@given(st.text())
def test_any_words_mean_a_time_or_none(words: str) -> None:
    found = since(words, NOON)
    assert found is None or found.tzinfo is not None


@pytest.mark.parametrize("words", ["", "soon", "2", "d", "9999w9", "2030-02-30", "-1d"])
def test_what_is_no_time_means_none(words: str) -> None:
    assert since(words, NOON) is None

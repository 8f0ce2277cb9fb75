"""The scale of a timeline: columns, bars, what stands above, for any day there is."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casefile.core.edtf import bounds, from_bounds, partial, worded
from casefile.core.timescale import (
    LEFT,
    RIGHT,
    Scale,
    Zoom,
    around,
    bar,
    label_of,
    moved,
    ruler,
    tally,
    whole,
    zoomed,
)

DAYS = st.dates()
WIDTHS = st.integers(2, 160)
FINER = st.sampled_from([zoom for zoom in Zoom if zoom is not Zoom.WHOLE])


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    width = draw(WIDTHS)
    zoom = draw(st.sampled_from(Zoom))
    if zoom is Zoom.WHOLE:
        first, last = sorted((draw(DAYS), draw(DAYS)))
        return whole(first, last, width)
    return zoomed(zoom, draw(DAYS), width)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[date | None, date | None]:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return draw(st.sampled_from([(first, last), (first, first), (first, None), (None, last)]))


@given(scales())
def test_columns_are_in_order_and_hold_every_day_in_sight(scale: Scale) -> None:
    assert list(scale.edges) == sorted(scale.edges)
    for day in (scale.first, scale.last, scale.first + (scale.last - scale.first) / 2):
        column, last = scale.column(day.toordinal()), scale.last_column(day.toordinal())
        assert 0 <= column <= last < scale.width
        assert scale.edges[column] <= day.toordinal()
        assert day.toordinal() < max(scale.edges[last + 1], scale.edges[last] + 1)


@given(scales(), ranges(), st.booleans(), st.booleans())
def test_a_bar_is_as_wide_as_the_scale_and_never_empty(
    scale: Scale, days: tuple[date | None, date | None], happened: bool, about: bool
) -> None:
    drawn = bar(scale, partial("then", *days, approximate=about), happened=happened)
    assert len(drawn) == scale.width
    assert drawn.strip()
    assert " " not in drawn.strip()


@given(scales(), DAYS, DAYS)
def test_a_bar_lies_on_the_columns_of_its_days(scale: Scale, one: date, other: date) -> None:
    first, last = sorted((one, other))
    drawn = bar(scale, partial("then", first, last))
    for at, sign in enumerate(drawn):
        low, high = scale.edges[at], max(scale.edges[at + 1], scale.edges[at] + 1)
        holds = low <= last.toordinal() and first.toordinal() < high
        assert (sign not in (" ", LEFT, RIGHT)) <= holds
        assert holds <= (sign != " ")


@given(scales(), st.lists(DAYS, min_size=2, max_size=8))
def test_a_later_day_never_begins_further_left(scale: Scale, days: list[date]) -> None:
    drawn = [bar(scale, partial("then", day, day)) for day in sorted(days)]
    begins = [len(one) - len(one.lstrip()) for one in drawn]
    assert begins == sorted(begins)


@given(scales())
def test_the_ruler_is_as_wide_as_the_scale_and_its_labels_do_not_touch(scale: Scale) -> None:
    drawn = ruler(scale)
    assert len(drawn) == scale.width
    labels = [label.strip() for label in drawn.split("|")[1:]]
    assert all(labels)
    assert len(set(labels)) == len(labels) or scale.zoom is Zoom.WHOLE


def test_a_label_stands_where_its_unit_begins() -> None:
    scale = zoomed(Zoom.YEAR, date(2014, 5, 1), 60)
    for year in (2015, 2016, 2017, 2018):
        column = scale.column(date(year, 1, 1).toordinal())
        assert ruler(scale)[column:].startswith(f"|{year}")


@given(FINER, DAYS, st.integers(4, 160), st.sampled_from([-1.0, -0.25, 0.25, 1.0]))
def test_moving_moves_that_way_or_is_at_the_end_of_time(
    zoom: Zoom, at: date, width: int, part: float
) -> None:
    assume(date(100, 1, 1) < at < date(9700, 1, 1))
    scale = zoomed(zoom, at, width)
    further = moved(scale, part)
    assert (further.edges[0] - scale.edges[0]) * part > 0
    assert further.zoom is zoom
    assert further.width == width


@given(FINER, DAYS, st.integers(10, 160))
def test_around_a_day_that_day_is_in_sight(zoom: Zoom, day: date, width: int) -> None:
    scale = around(zoom, day, width)
    assert 0 <= scale.column(day.toordinal()) < width


@pytest.mark.parametrize(("edtf", "happened", "drawn"), [
    ("2016-01-03", True, "  ■       "),
    ("2016-01-03", False, "  □       "),
    ("2016-01-03~", True, "  ~       "),
    ("2016-01-02/2016-01-05", True, " ━━━━     "),
    ("2016-01-02/2016-01-05", False, " ┄┄┄┄     "),
    ("2016-01~", True, "~~~~~~~~~»"),
    ("../2016-01-04", True, "←━━━      "),
    ("2016-01-08/..", True, "       ━━→"),
    ("2015-12/2016-01-02", True, "«━        "),
    ("2015", True, "«         "),
    ("2017", True, "         »"),
    ("../2015", True, "«         "),
    ("2017/..", True, "         »"),
    ("../2017", True, "←━━━━━━━━»"),
])  # fmt: skip
def test_bars_tell_what_is_known_without_colour(edtf: str, happened: bool, drawn: str) -> None:
    scale = zoomed(Zoom.MONTH, date(2016, 1, 1), 10)
    assert bar(scale, worded(edtf, edtf), happened=happened) == drawn


def test_what_has_no_day_has_no_bar() -> None:
    scale = zoomed(Zoom.MONTH, date(2016, 1, 1), 10)
    assert bar(scale, None) == " " * 10
    assert bar(scale, partial("last week", None, None)) == " " * 10


def test_a_day_has_four_columns_on_the_finest_scale() -> None:
    scale = zoomed(Zoom.DAY, date(2016, 1, 1), 12)
    assert bar(scale, worded("", "2016-01-02")) == "    ━━━━    "


@given(st.integers(1, 10**6), st.integers(1, 200), st.data())
def test_a_count_is_never_drawn_longer_than_the_greatest(
    most: int, width: int, data: st.DataObject
) -> None:
    count = data.draw(st.integers(1, most))
    assert 1 <= len(tally(count, most, width)) <= width
    assert len(tally(most, most, width)) == width


@given(DAYS)
def test_a_unit_is_named_as_a_date_is(day: date) -> None:
    assume(day.year > 1000)
    assert label_of(f"{day.year // 10}X") == f"{day.year // 10}0s"
    unit = from_bounds(*bounds(f"{day:%Y-%m}"))
    assert label_of(unit).endswith(str(day.year))
    assert label_of((day - timedelta(1)).isoformat())

"""EDTF: what is read, what is written, what a reader sees."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core import edtf
from casefile.core.edtf import bounds, describe, from_bounds, overlap, partial, specificity, worded
from casefile.model.words import PartialDate

days = st.dates()
ranges = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))


@st.composite
def neat_ranges(draw: st.DrawFn) -> tuple[date, date]:
    """Ranges that often begin and end with a month, a year or a decade."""
    first, last = draw(ranges)
    first = draw(st.sampled_from([first, first.replace(day=1), first.replace(month=1, day=1)]))
    ends = [last, date(last.year, 12, 31), date(last.year // 10 * 10 + 9, 12, 31)]
    return first, draw(st.sampled_from(ends))


@st.composite
def plain_dates(draw: st.DrawFn) -> str:
    """One date without qualifier, in any precision but a season."""
    on = draw(st.dates(min_value=date(100, 1, 1))).isoformat()
    shapes = [
        on, on[:7], on[:4], on[:3] + "X", on[:2] + "XX",
        on[:4] + "-XX", on[:7] + "-XX", on[:4] + "-XX-XX",
    ]  # fmt: skip
    return draw(st.sampled_from(shapes))


def slow_bounds(plain: str) -> tuple[date, date]:
    """Try every day of the years in question against the written characters."""
    on = date(int(plain[:4].replace("X", "0")), 1, 1)
    end = date(int(plain[:4].replace("X", "9")), 12, 31)
    fitting = []
    while True:
        if all(sign in (digit, "X") for sign, digit in zip(plain, on.isoformat(), strict=False)):
            fitting.append(on)
        if on == end:
            return fitting[0], fitting[-1]
        on += timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2016-10-07", "2016-10-07", "2016-10-07"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("2014-08-21~", "2014-08-21", "2014-08-21"),
        ("2014?", "2014-01-01", "2014-12-31"),
        ("2014-08%", "2014-08-01", "2014-08-31"),
        ("197X", "1970-01-01", "1979-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2004-06-XX", "2004-06-01", "2004-06-30"),
        ("2004-XX-XX~", "2004-01-01", "2004-12-31"),
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-22", "2023-06-01", "2023-08-31"),
        ("2023-23~", "2023-09-01", "2023-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2016-09-03/2016-09-04", "2016-09-03", "2016-09-04"),
        ("2016-09-03~/2016-10", "2016-09-03", "2016-10-31"),
        ("197X/198X", "1970-01-01", "1989-12-31"),
        ("../2001", None, "2001-12-31"),
        ("2002-03~/..", "2002-03-01", None),
    ],
)
def test_a_date_has_these_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    found = tuple(None if day is None else day.isoformat() for day in bounds(text))
    assert found == (earliest, latest)
    assert edtf.is_valid(text)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "..", "/", "../..", "2016/", "/2016", "16", "201", "20160", "2016-1", "2016-13",
        "2016-00", "2016-02-30", "2016-10-7", "2016-10-07T10:00", "2016-10-07Z", "2016~~", "~2016",
        "2016-~10", "197X-05", "1XXX", "X970", "2004-XX-05", "2023-25", "2023-21-01", "2023-20",
        "2024/2023", "2016-09-04/2016-09-03", "2016/2017/2018", "0000", "000X", "00XX", "Y12016",
        "-2016", "2016 ", "２０１６", "2016-10-07\n", "9999-24", "[2016,2017]", "2016..2017",
    ],
)  # fmt: skip
def test_what_is_not_edtf_of_the_subset_is_refused(text: str) -> None:
    assert not edtf.is_valid(text)
    with pytest.raises(ValueError, match=r".+"):
        bounds(text)


@given(plain_dates(), st.sampled_from(["", "~", "?", "%"]))
def test_bounds_agree_with_trying_every_day(plain: str, qualifier: str) -> None:
    assert bounds(plain + qualifier) == slow_bounds(plain)


@given(plain_dates(), plain_dates())
def test_an_interval_reaches_from_the_first_day_to_the_last(one: str, other: str) -> None:
    text = f"{one}/{other}"
    first, last = bounds(one)[0], bounds(other)[1]
    assert first is not None
    assert last is not None
    if first > last:
        assert not edtf.is_valid(text)
    else:
        assert bounds(text) == (first, last)


@given(st.text(alphabet="0123456789X-/.~?%", max_size=22))
def test_bounds_are_in_order_or_the_text_is_refused(text: str) -> None:
    if not edtf.is_valid(text):
        return
    earliest, latest = bounds(text)
    assert earliest or latest
    assert earliest is None or latest is None or earliest <= latest


@given(st.one_of(ranges, neat_ranges()), st.booleans())
def test_what_is_written_is_read_back_exactly(range_: tuple[date, date], about: bool) -> None:
    if range_[0] > range_[1]:
        return
    text = from_bounds(*range_, approximate=about)
    assert bounds(text) == range_
    assert edtf.is_approximate(text) == about


@given(days, st.booleans())
def test_an_open_end_is_read_back_exactly(on: date, about: bool) -> None:
    assert bounds(from_bounds(on, None, approximate=about)) == (on, None)
    assert bounds(from_bounds(None, on, approximate=about)) == (None, on)


@given(plain_dates())
def test_a_whole_unit_is_written_as_briefly_as_it_came(plain: str) -> None:
    assert len(from_bounds(*bounds(plain))) <= len(plain)


@pytest.mark.parametrize(
    ("earliest", "latest", "written"),
    [
        ("2024-05-01", "2024-05-31", "2024-05"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("1970-01-01", "1979-12-31", "197X"),
        ("1900-01-01", "1999-12-31", "19XX"),
        ("1970-01-01", "1989-12-31", "197X/198X"),
        ("2014-01-01", "2016-12-31", "2014/2016"),
        ("2023-03-01", "2023-05-31", "2023-03/2023-05"),
        ("2016-01-01", "2016-01-10", "2016-01-01/2016-01-10"),
        ("2016-02-28", "2016-02-28", "2016-02-28"),
        ("9990-01-01", "9999-12-31", "999X"),
        ("0001-01-01", "0009-12-31", "0001/0009"),
    ],
)
def test_a_range_is_written_so(earliest: str, latest: str, written: str) -> None:
    assert from_bounds(date.fromisoformat(earliest), date.fromisoformat(latest)) == written


def test_an_approximate_interval_marks_both_ends() -> None:
    written = from_bounds(date(2024, 5, 11), date(2024, 5, 20), approximate=True)
    assert written == "2024-05-11~/2024-05-20~"


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        from_bounds(date(2024, 5, 2), date(2024, 5, 1))


def test_a_range_without_ends_is_refused() -> None:
    with pytest.raises(ValueError, match="beginning or an end"):
        from_bounds(None, None)


def test_a_wording_without_bounds_is_not_resolved() -> None:
    assert partial("in due course", None, None) == PartialDate("in due course")


@given(st.one_of(ranges, neat_ranges()))
def test_a_date_from_bounds_and_one_from_its_edtf_are_equal(range_: tuple[date, date]) -> None:
    if range_[0] > range_[1]:
        return
    made = partial("then", *range_, approximate=True)
    assert made.edtf is not None
    assert worded("then", made.edtf) == made


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2016-09-04", "4 Sep 2016"),
        ("2014-08-21~", "~21 Aug 2014"),
        ("2014-08-21?", "21 Aug 2014?"),
        ("2014%", "~2014?"),
        ("2024-05", "May 2024"),
        ("2024-05-XX", "May 2024"),
        ("2016", "2016"),
        ("197X", "1970s"),
        ("197X~", "~1970s"),
        ("197X/198X", "1970s-1980s"),
        ("19XX", "1900-1999"),
        ("2023-21", "spring 2023"),
        ("2023-24", "winter 2023-24"),
        ("2016-09-03/2016-09-04", "3-4 Sep 2016"),
        ("2024-05-11~/2024-05-20~", "~11-20 May 2024"),
        ("2016-08-30/2016-09-02", "30 Aug-2 Sep 2016"),
        ("2016-12-30/2017-01-02", "30 Dec 2016-2 Jan 2017"),
        ("2023-03/2023-05", "Mar-May 2023"),
        ("2022-11/2023-05", "Nov 2022-May 2023"),
        ("2014/2016", "2014-2016"),
        ("../2001", "before 2002"),
        ("../2001-05", "before Jun 2001"),
        ("../2001-12-31", "before 1 Jan 2002"),
        ("../9999", "before 10000"),
        ("2002/..", "from 2002"),
        ("2002-05-04~/..", "~from 4 May 2002"),
    ],
)
def test_a_list_shows_it_so(text: str, said: str) -> None:
    assert describe(worded("as the paper put it", text)) == said


def test_a_list_shows_the_wording_of_what_is_not_resolved() -> None:
    assert describe(PartialDate("in March")) == "in March"


def test_a_date_with_bounds_alone_is_shown_by_them() -> None:
    assert describe(PartialDate("then", None, date(2016, 1, 1), date(2016, 12, 31))) == "2016"


@given(st.one_of(ranges, neat_ranges()), st.booleans())
def test_whatever_is_written_can_be_shown(range_: tuple[date, date], about: bool) -> None:
    if range_[0] > range_[1]:
        return
    said = describe(partial("then", *range_, approximate=about))
    assert said.startswith("~") == about
    assert str(range_[0].year) in said or range_[0].year < 1000


@pytest.mark.parametrize(
    ("text", "possible"),
    [("2024-02-29", 1), ("2024-02", 29), ("2016", 366), ("2016-09-03/2016-09-04", 2),
     ("../2001", None), ("2002/..", None)],
)  # fmt: skip
def test_specificity_counts_the_days_left_possible(text: str, possible: int | None) -> None:
    assert specificity(worded("", text)) == possible


def test_a_wording_that_is_not_resolved_has_no_specificity() -> None:
    assert specificity(PartialDate("recently")) is None


@given(ranges, ranges)
def test_two_dates_overlap_where_a_day_fits_both(
    one: tuple[date, date], other: tuple[date, date]
) -> None:
    expected = max(one[0], other[0]) <= min(one[1], other[1])
    first, second = partial("", *one), partial("", *other)
    assert overlap(first, second) == overlap(second, first) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("../2001", "2001-12", True),
        ("../2001", "2002", False),
        ("2002/..", "2001", False),
        ("2002/..", "../2001", False),
        ("2002/..", "../2002-03", True),
        ("../2001", "../1950", True),
    ],
)
def test_an_open_end_reaches_every_day(one: str, other: str, expected: bool) -> None:
    assert overlap(worded("", one), worded("", other)) == expected


def test_what_is_not_resolved_overlaps_nothing() -> None:
    assert not overlap(PartialDate("recently"), worded("", "2016"))
    assert not overlap(PartialDate("recently"), PartialDate("recently"))

"""When an article was published, and what stays open."""

from datetime import date

import pytest

from casefile.model.article import Article
from casefile.model.words import Basis
from tests.reading.lighthouses import STORY, article

HEAD = "Lighthouses shine again in Ostmark"


def answer(found: Article) -> tuple[str | None, Basis] | None:
    return (found.published.date.edtf, found.published.basis) if found.published else None


@pytest.mark.parametrize(
    "line",
    [
        "May 3, 2021 at 09:10 CET",
        "3 May 2021",
        "Published: 3 May 2021",
        "Published on Monday, May 3rd, 2021, 9.10 am",
        "2021-05-03 09:10",
        "3. Mai 2021",
        "2021年5月3日 9時10分",
        "Updated: 5 May 2021 Published: 3 May 2021",
    ],
)
def test_a_stated_date_is_taken(line: str) -> None:
    assert answer(article(HEAD, line, "", *STORY)) == ("2021-05-03", Basis.DATELINE)


@pytest.mark.parametrize("line", ["3/5/2021", "May 3, 2031", "32 May 2021"])
def test_an_unclear_or_future_date_is_not(line: str) -> None:
    assert article(HEAD, line, "", *STORY).published is None


def test_a_dateline_with_its_year_is_a_date() -> None:
    found = article(HEAD, "VARDEN, May 3, 2021 (Reuters) — " + STORY[0], *STORY[1:])
    assert answer(found) == ("2021-05-03", Basis.DATELINE)


# 12 March was a Thursday in 2009, 2015, 2020 and 2026.
WIRE = "VARDEN, March 12 (Reuters) — The lamps were lit again, the board said Thursday."


@pytest.mark.parametrize(
    ("named", "edtf"),
    [
        ("2014", "2015-03-12"),
        ("2013", "2015-03-12"),
        ("2015", "2015-03-12"),
        ("2018", "2020-03-12"),
    ],
)
def test_the_weekday_finds_the_year_of_a_dateline(named: str, edtf: str) -> None:
    found = article(HEAD, WIRE, *STORY, f"The lamps went out in {named}.")
    assert answer(found) == (edtf, Basis.DATELINE)
    assert found.published is not None
    assert "12 March is a Thursday" in found.published.reason


def test_a_year_too_far_from_what_is_named_stays_open() -> None:
    found = article(HEAD, WIRE, *STORY, "The lamps went out in 2010.")
    assert found.published is None
    assert [day.edtf for day in found.candidates] == ["2026-03-12", "2020-03-12", "2015-03-12"]


def test_no_dateline_lies_after_today() -> None:
    found = article(HEAD, WIRE, *STORY, today=date(2020, 3, 11))
    assert [day.edtf for day in found.candidates] == [
        "2015-03-12",
        "2009-03-12",
        "1998-03-12",
        "1992-03-12",
    ]


def test_a_year_that_is_to_come_is_no_bound() -> None:
    found = article(HEAD, WIRE, "The lamps went out in 2014.", "They will be replaced by 2019.")
    assert answer(found) == ("2015-03-12", Basis.DATELINE)


CLOCK = ("Saturday, November 14, 2020", "HomeNewsLocal" + HEAD, "", HEAD, "")


def test_the_day_of_saving_is_not_the_day_of_publication() -> None:
    found = article(
        *CLOCK, "The keepers of Ostmark met on 4 June to plan the work on the lamps.", *STORY
    )
    assert answer(found) == ("2020-06-04~/2020-07-05~", Basis.INFERRED)


def test_a_date_after_the_saving_is_of_the_year_before() -> None:
    found = article(
        *CLOCK, "The keepers of Ostmark met in mid-December over the work on the lamps.", *STORY
    )
    assert answer(found) == ("2019-12-20~/2020-01-20~", Basis.INFERRED)


def test_the_saving_ends_the_days_that_are_possible() -> None:
    found = article(
        *CLOCK, "The keepers of Ostmark met on 4 November over the work on the lamps.", *STORY
    )
    assert answer(found) == ("2020-11-04~/2020-11-14~", Basis.INFERRED)


def test_nothing_told_in_the_year_before_the_saving_gives_no_date() -> None:
    assert article(*CLOCK, *STORY).published is None
    assert article(*CLOCK, *STORY, "The board was founded on 4 June 1908.").published is None


def test_a_weekday_with_day_and_month_allows_some_years() -> None:
    found = article(
        HEAD, *STORY, "The lamps were tested on Tuesday, June 16th, and the board met in 2011."
    )
    # 16 June was a Tuesday in 2015, 2020 and 2026, and in 2009 before the year that is named.
    assert found.published is None
    assert [day.edtf for day in found.candidates] == ["2026-06-16", "2020-06-16", "2015-06-16"]
    assert found.candidates[0].text == "Tuesday, June 16th"


def test_candidates_do_not_pass_today() -> None:
    line = "The lamps were tested on Tuesday, June 16th, and the board met in 2011."
    found = article(HEAD, *STORY, line, today=date(2021, 1, 1))
    assert [day.edtf for day in found.candidates] == ["2020-06-16", "2015-06-16"]


def test_a_text_without_dates_has_none() -> None:
    found = article(HEAD, *STORY)
    assert (found.published, found.candidates) == (None, ())

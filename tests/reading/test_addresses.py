"""The day of publication in a web address."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.model.words import Basis
from casefile.reading.addresses import published
from casefile.reading.read import read_bytes

TODAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://herald.example/2019/05/03/harbour-shut", "2019-05-03"),
        ("https://herald.example/world/2019/5/3/harbour-shut", "2019-05-03"),
        ("https://herald.example/2019-05-03-harbour-shut.html", "2019-05-03"),
        ("https://herald.example/news/20190503/harbour", "2019-05-03"),
        ("https://herald.example/2019/05/harbour-shut/", "2019-05"),
    ],
)
def test_a_day_or_month_in_the_path_is_read(url: str, edtf: str) -> None:
    found = published(url, today=TODAY)
    assert found is not None
    assert found.date.edtf == edtf
    assert found.basis is Basis.INFERRED
    assert "its address holds" in found.reason


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://herald.example/articles/37145",
        "https://herald.example/articles/2019050312",
        "https://herald.example/a?day=2019/05/03",
        "https://herald.example/2019/13/03/harbour",
        "https://herald.example/2031/01/01/harbour",
        "https://herald.example/1949/05/03/harbour",
        "https://herald.example/2019/05-03/harbour",
        "http://[::1",
    ],
)
def test_what_is_no_day_of_the_past_is_none(url: str | None) -> None:
    assert published(url, today=TODAY) is None


@given(st.text())
def test_any_text_is_an_address_to_it(url: str) -> None:
    found = published(url, today=TODAY)
    assert found is None or found.date.latest is not None


def page(story: str) -> str | None:
    text = f"https://herald.example/2019/05/03/harbour-shut\n\nHarbour shut\n\n{story}\n"
    article = read_bytes(text.encode(), name="a.txt", format="text", today=TODAY)
    return article.published.date.edtf if article.published else None


def test_an_article_without_a_date_has_that_of_its_address() -> None:
    assert page("The harbour was shut on Thursday, the mayor of the town told reporters.") == (
        "2019-05-03"
    )


def test_what_the_article_states_comes_first() -> None:
    assert page("Published 2 May 2019\n\nThe harbour was shut, the mayor said to us.") == (
        "2019-05-02"
    )


@pytest.mark.parametrize(
    ("dateline", "edtf", "basis"),
    [
        # 3 May is a Friday in 2013 and in 2019; the text alone says 2013.
        ("OSTHAVEN, May 3 — The harbour was shut on Friday, as it was in 2012.", "2019-05-03", "D"),
        ("OSTHAVEN, May 4 — The harbour was shut on Saturday, as in 2018.", "2019-05-04", "D"),
        ("OSTHAVEN, June 7 — The harbour was shut on Friday, as in 2012.", "2019-05-03", "I"),
        ("OSTHAVEN, May 2, 2018 — The harbour was shut.", "2018-05-02", "D"),
    ],
)
def test_the_address_settles_the_year_that_a_dateline_leaves_open(
    dateline: str, edtf: str, basis: str
) -> None:
    text = f"https://herald.example/2019/05/03/harbour-shut\n\nHarbour shut\n\n{dateline}\n"
    found = read_bytes(text.encode(), name="a", format="text", today=TODAY).published
    assert found is not None
    assert found.date.edtf == edtf
    assert found.basis is {"D": Basis.DATELINE, "I": Basis.INFERRED}[basis]

from datetime import date

import pytest

from casefile.core.edtf import worded
from casefile.linking.citing import Publication, by_outlet, meant_source
from casefile.linking.publication import Company, infer_published
from casefile.model.words import Basis

FRIDAYS = [worded("Friday, 29 September", day) for day in ("2017-09-29", "2023-09-29")]
PEOPLE = {1, 2, 3, 4}


def company(source: int, day: str, *persons: int) -> Company:
    return Company(source, worded("", day), frozenset(persons))


def test_the_day_is_the_one_near_dated_reports_of_the_same_people() -> None:
    found = infer_published(FRIDAYS, PEOPLE, [company(1, "2023-11-01", 1, 2, 3)])
    assert found is not None
    assert found.date.edtf == "2023-09-29"
    assert found.basis is Basis.INFERRED
    assert "a report of the same people" in found.reason


@pytest.mark.parametrize(
    "dated",
    [
        [],
        [company(1, "2023-11-01", 1, 2)],
        [company(1, "2020-11-01", 1, 2, 3)],
        [company(1, "2023-11-01", 1, 2, 3), company(2, "2017-10-01", 1, 2, 3)],
    ],
    ids=["no company", "too few persons", "too far", "two days are spoken for"],
)
def test_otherwise_it_stays_open(dated: list[Company]) -> None:
    assert infer_published(FRIDAYS, PEOPLE, dated) is None


def test_the_order_of_the_company_does_not_matter() -> None:
    dated = [company(1, "2023-11-01", 1, 2, 3), company(2, "2023-12-01", 2, 3, 4)]
    assert infer_published(FRIDAYS, PEOPLE, dated) == infer_published(FRIDAYS, PEOPLE, dated[::-1])


def publication(source: int, publisher: str, day: str | None) -> Publication:
    return Publication(source, publisher, date.fromisoformat(day) if day else None)


COURIER = [
    publication(1, "The Harbour Courier", "2024-01-01"),
    publication(2, "Harbour Courier", "2024-02-01"),
    publication(3, "Harbour Courier", "2024-03-01"),
    publication(4, "Ledger", "2024-01-15"),
]


@pytest.mark.parametrize(
    ("name", "citing", "day", "meant"),
    [
        ("Harbour Courier", 9, "2024-02-15", 2),
        ("the harbour courier", 9, "2024-02-15", 2),
        ("Harbour Courier’s", 9, "2024-01-01", 1),
        ("Harbour Courier", 9, "2023-12-31", None),
        ("Harbour Courier", 9, None, 3),
        ("Harbour Courier", 3, "2024-03-01", 2),
        ("Observer", 9, "2024-02-15", None),
    ],
    ids=["latest before", "case and article", "the same day", "none yet", "undated", "not itself",
         "not in the case"],
)  # fmt: skip
def test_a_citation_means_the_latest_report_of_that_outlet_that_is_no_later(
    name: str, citing: int, day: str | None, meant: int | None
) -> None:
    published = date.fromisoformat(day) if day else None
    assert meant_source(name, citing, published, by_outlet(COURIER)) == meant
    assert meant_source(name, citing, published, by_outlet(COURIER[::-1])) == meant


def test_of_two_on_one_day_the_first_in_the_case_is_meant() -> None:
    two = by_outlet([publication(5, "Ledger", "2024-01-15"), COURIER[3]])
    assert meant_source("Ledger", 9, None, two) == 4

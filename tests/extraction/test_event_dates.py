"""Which date an event gets, and how wide. The sentences are invented; published 12 June 2019."""

from datetime import date

import pytest

from casefile.extraction.engines import engine
from casefile.model.findings import FoundEvent
from casefile.model.words import EventKind
from tests.benchmarks.extraction.backend import article


def meetings(text: str) -> list[FoundEvent]:
    found = engine().extract(article(text, date(2019, 6, 12))).events
    return [one for one in found if one.kind is EventKind.MEETING]


@pytest.mark.parametrize(
    ("text", "wording", "edtf"),
    [
        ("Envoys of Peru and Chile met in Oslo before 2010.", "before 2010", "../200X"),
        ("Envoys of Peru and Chile met in Oslo prior to May 2011.", "prior to May 2011",
         "../2011-04"),
        ("Envoys of Peru and Chile have met in Oslo since March 2018.", "since March 2018",
         "2018-03/.."),
        ("Before 2010 envoys of Peru and Chile met in Oslo.", "Before 2010", "../200X"),
        ("Since March 2018, envoys of Peru and Chile have met in Oslo.", "Since March 2018",
         "2018-03/.."),
        ("Envoys of Peru and Chile met in Oslo after May 3.", "after May 3", "2019-05-04/.."),
        ("Envoys of Peru and Chile met in Oslo on Friday, Saturday and Sunday.",
         "Friday, Saturday and Sunday", "2019-06-07/2019-06-09"),
        ("Envoys of Peru and Chile met in Oslo at 10 p.m. Monday.", "10 p.m. Monday",
         "2019-06-10"),
        ("Envoys of Peru and Chile met in Oslo earlier this month.", "earlier this month",
         "2019-06-01/2019-06-11"),
        # What was done after the meeting gives it a likely year, and no more than a year.
        ("Peru freed five sailors in 2002 after its president met Chile’s president in Lima.",
         "2002", "2002?"),
    ],
)  # fmt: skip
def test_a_meeting_has_the_date_that_is_told_of_it(text: str, wording: str, edtf: str) -> None:
    [event] = meetings(text)
    assert event.date is not None
    assert (event.date.text, event.date.edtf) == (wording, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "Envoys of Peru and Chile met in Oslo for three days.",
        "Envoys of Peru and Chile meet in Oslo every Monday.",
        "Envoys of Peru and Chile now meet in Oslo daily.",
        "Envoys of Peru and Chile met in Oslo over the past decade.",
        "Envoys of Peru and Chile met in Oslo after the May 3 vote.",
        "Peru freed five sailors on 3 May 2002 after its president met Chile’s president in Lima.",
    ],
)
def test_a_duration_a_habit_or_the_date_of_another_is_no_date_of_a_meeting(text: str) -> None:
    for event in meetings(text):
        assert event.date is None or event.date.edtf is None


def test_a_list_of_days_that_do_not_follow_each_other_is_two_meetings() -> None:
    found = meetings("Envoys of Peru and Chile met in Oslo on May 3 and on May 9.")
    assert [one.date.edtf for one in found if one.date] == ["2019-05-03", "2019-05-09"]

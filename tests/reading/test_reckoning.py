"""The day of a story that states none, from its weekdays, dates and sessions. All is invented."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.model.article import Article
from casefile.model.words import Basis
from casefile.reading.clues import Clue
from casefile.reading.read import read_bytes
from casefile.reading.reckoning import rank

TODAY = date(2026, 11, 21)

SESSION = (
    "The premier will go to the 70th session of the U.N. General Assembly, due in late September."
)
"""The seventieth opened in September 2015."""

LEAD = "Envoys of Ostmark and Norrland met in Turku earlier this month, the ministry said Thursday."
AUGUST = "It was their first meeting since talks were held on Aug. 20 in Riga."
DEADLINE = "No accord will be signed by the second week of September, the ministry added."


def article(*lines: str, today: date = TODAY) -> Article:
    data = "\n\n".join(lines).encode()
    return read_bytes(data, name="a", format="text", today=today)


def answer(*lines: str, today: date = TODAY) -> str | None:
    found = article(*lines, today=today).published
    return found.date.edtf if found else None


def test_the_only_day_that_fits_all_clues_is_the_day() -> None:
    found = article(LEAD, AUGUST, DEADLINE, SESSION).published
    # Thursdays after 20 August 2015: the 27th (a week after: "Thursday" would say it), 3 September
    # (what was earlier this month was this week), the 10th, and the 17th (the deadline is over).
    assert found is not None
    assert (found.date.edtf, found.basis) == ("2015-09-10?", Basis.INFERRED)


def test_the_reason_names_the_clues_and_what_rules_out_the_next_best_day() -> None:
    found = article(LEAD, AUGUST, DEADLINE, SESSION).published
    assert found is not None
    assert found.reason.startswith("the only day that fits “70th session of the U.N. General")
    assert found.reason.endswith("against 3 September speaks “earlier this month”")


def test_no_day_is_reckoned_where_no_year_is_told() -> None:
    assert answer(LEAD, AUGUST, DEADLINE) is None


def test_years_on_both_sides_tell_the_year_too() -> None:
    said = "The envoys first met on 3 March 2015. The bridge will open on 1 November 2015."
    assert answer(LEAD, AUGUST, DEADLINE, said) == "2015-09-10?"


def test_a_window_of_several_years_leaves_it_open() -> None:
    said = "The envoys first met on 3 March 2012. The bridge will open on 1 November 2015."
    assert answer(LEAD, AUGUST, DEADLINE, said) is None


@pytest.mark.parametrize(
    "lines",
    [
        (LEAD, SESSION.partition(" in late")[0] + "."),
        ("Envoys met in Turku earlier this month.", AUGUST, DEADLINE, SESSION),
        ("The ministry said so on Thursday.", AUGUST, "It was told on Sept. 3 that it will close."),
    ],
    ids=["nothing is dated", "no weekday", "no year"],
)
def test_too_few_clues_give_no_day(lines: tuple[str, ...]) -> None:
    assert answer(*lines) is None


def test_clues_that_contradict_each_other_give_no_day() -> None:
    again = "Talks were held on Sept. 20 in Riga."
    assert answer(LEAD, AUGUST, again, DEADLINE, SESSION) is None


def test_what_is_only_dated_long_ago_gives_no_day() -> None:
    december = "The bridge was shut on Dec. 3 for repairs."
    assert answer(LEAD, december, DEADLINE, SESSION) is None


def test_several_days_that_fit_are_candidates_and_no_answer() -> None:
    lead = "Envoys of Ostmark and Norrland met in Turku, the ministry said Thursday."
    found = article(lead, AUGUST, "No accord will be signed by the end of September.", SESSION)
    assert found.published is None
    # The nearest to what is told first; a week after the talks, "Thursday" would name them.
    assert [day.edtf for day in found.candidates] == [
        "2015-09-03", "2015-09-10", "2015-09-17", "2015-09-24",
    ]  # fmt: skip
    assert {day.text for day in found.candidates} == {"Thursday"}


def test_a_date_beside_a_noun_may_be_to_come_and_tells_nothing() -> None:
    vote = "Shares fell because of worries about an election on Sept. 20."
    assert answer(LEAD, AUGUST, DEADLINE, SESSION, vote) == "2015-09-10?"


CLOCK = ("Saturday, November 14, 2015", "HomeNewsLocalEnvoys meet again", "", "Envoys meet again")


def test_the_day_of_saving_tells_the_year_and_is_not_the_answer() -> None:
    assert answer(*CLOCK, LEAD, AUGUST, DEADLINE) == "2015-09-10?"


def test_no_day_lies_after_today() -> None:
    assert answer(LEAD, AUGUST, DEADLINE, SESSION, today=date(2015, 9, 9)) is None


def test_a_stated_date_is_stronger() -> None:
    assert answer("Envoys meet in Turku", "12 May 2021", LEAD, AUGUST, SESSION) == "2021-05-12"


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        # A Thursday more than a week after the third and before the 19th.
        ("The 100th Congress has sat since 5 January 1988.", "1988-10-13?"),
        ("It was seen at the 80th Academy Awards and since 5 January 2008.", "2008-10-16?"),
    ],
    ids=["Congress", "Academy Awards"],
)  # fmt: skip
def test_other_numbered_sessions_tell_their_year(said: str, edtf: str) -> None:
    lead = "The board said on Thursday that the hall closed earlier this month."
    day = "The gate was shut on Oct. 3 for repairs. It will be opened by Oct. 18."
    assert answer(lead, said, day) == edtf


costs = st.dictionaries(st.integers(0, 60), st.integers(0, 2), max_size=20)


@given(st.lists(costs, max_size=4), st.integers(0, 60))
def test_the_ranking_holds_every_day_once_and_the_best_first(
    tables: list[dict[int, int]], days: int
) -> None:
    first = date(2015, 1, 1)

    def clue(table: dict[int, int]) -> Clue:
        return Clue("", lambda on: table.get((on - first).days, 0))

    ranking = rank([clue(table) for table in tables], first, first + timedelta(days=days))
    assert sorted(one.on for one in ranking) == [
        first + timedelta(days=by) for by in range(days + 1)
    ]
    assert [one.cost for one in ranking] == sorted(one.cost for one in ranking)
    for one in ranking:
        assert one.cost == sum(table.get((one.on - first).days, 0) for table in tables)

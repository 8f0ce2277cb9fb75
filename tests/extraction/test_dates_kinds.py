"""How long, how often, what time of day, and words that only point: each with its value.

The values are those of TIMEX3; the sentences are invented.
"""

from datetime import date

import pytest

from casefile.core.sentences import sentences
from casefile.extraction.rules.dates.find import find_dates
from casefile.extraction.rules.parts import DateMention, Sentence, TimeKind

ANCHOR = date(2019, 6, 12)
"""A Wednesday."""


def read(text: str, anchor: date | None = ANCHOR) -> tuple[DateMention, ...]:
    return find_dates(text, [Sentence(span) for span in sentences(text)], first=anchor, last=anchor)


DURATIONS = [
    ("They talked for three months.", "three months", "P3M"),
    ("They talked for two years and left.", "two years", "P2Y"),
    ("They talked over the past two years.", "the past two years", "P2Y"),
    ("They will talk over the next 10 days.", "the next 10 days", "P10D"),
    ("They talked in the first nine months.", "the first nine months", "P9M"),
    ("They talked for about twenty-two hours.", "about twenty-two hours", "PT22H"),
    ("They talked for an hour.", "an hour", "PT1H"),
    ("They talked for a hundred years.", "a hundred years", "P100Y"),
    ("They talked for a few weeks.", "a few weeks", "PXW"),
    ("They talked for two decades.", "two decades", "P20Y"),
    ("They talked over the past decade.", "the past decade", "P10Y"),
    ("They talked for centuries.", "centuries", "PXY"),
    ("They talked for years.", "years", "PXY"),
    ("They talked in recent months.", "recent months", "PXM"),
    ("They talked for a fortnight.", "a fortnight", "P2W"),
    ("They talked for three more days.", "three more days", "P3D"),
    ("They talked for two to three weeks.", "two to three weeks", "P2W"),
    ("They talked for a year and a half.", "a year and a half", "P1Y6M"),
    ("They talked for two and a half years.", "two and a half years", "P2Y6M"),
    ("They talked for 2 1/2 years.", "2 1/2 years", "P2Y6M"),
    ("A two-year lease was signed.", "A two-year", "P2Y"),
    ("They met for the year ended in spring.", "the year", "P1Y"),
]


@pytest.mark.parametrize(("text", "wording", "value"), DURATIONS)
def test_how_long_has_its_length_and_dates_nothing(text: str, wording: str, value: str) -> None:
    [mention] = [one for one in read(text) if one.kind is TimeKind.DURATION]
    assert (mention.date.text, mention.value, mention.date.edtf) == (wording, value, None)
    assert not mention.is_point


@pytest.mark.parametrize(
    ("text", "wording", "value"),
    [
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("They meet each July.", "each July", "XXXX-07"),
        ("They meet every morning.", "every morning", "XXXX-XX-XXTMO"),
        ("They meet every two weeks.", "every two weeks", "P2W"),
        ("They meet daily.", "daily", "P1D"),
        ("They meet annually.", "annually", "P1Y"),
        ("They meet twice a year.", "twice a year", "P1Y"),
        ("They meet on the first Monday of each month.", "the first Monday of each month",
         "XXXX-WXX-1"),
    ],
)  # fmt: skip
def test_how_often_dates_nothing(text: str, wording: str, value: str) -> None:
    [mention] = read(text)
    assert (mention.date.text, mention.value, mention.date.edtf) == (wording, value, None)
    assert mention.kind is TimeKind.SET
    assert not mention.is_point


@pytest.mark.parametrize(
    ("text", "wording", "value", "edtf"),
    [
        ("It burned at 10 p.m. Monday.", "10 p.m. Monday", "2019-06-10T22:00", "2019-06-10"),
        ("It burned on Monday at 10:30 a.m.", "Monday at 10:30 a.m.", "2019-06-10T10:30",
         "2019-06-10"),
        ("It burned at noon Monday.", "noon Monday", "2019-06-10T12:00", "2019-06-10"),
        ("It burned at 15:30 on 3 May 2011.", "15:30 on 3 May 2011", "2011-05-03T15:30",
         "2011-05-03"),
        ("It burned Monday night.", "Monday night", "2019-06-10TNI", "2019-06-10"),
        ("It burned last night.", "last night", "2019-06-11TNI", "2019-06-11"),
        ("It opens tonight.", "tonight", "2019-06-12TNI", "2019-06-12"),
        ("It burned on the morning of 3 May 2011.", "the morning of 3 May 2011", "2011-05-03TMO",
         "2011-05-03"),
    ],
)  # fmt: skip
def test_a_time_and_its_day_are_one_wording(text: str, wording: str, value: str, edtf: str) -> None:
    [mention] = read(text)
    assert (mention.date.text, mention.value, mention.date.edtf) == (wording, value, edtf)
    assert mention.kind is TimeKind.TIME
    assert mention.is_point


@pytest.mark.parametrize(
    "text", ["It burned at 10 p.m.", "It burned at 12 a.m.", "At noon it fell."]
)
def test_a_time_without_a_day_dates_nothing(text: str) -> None:
    [mention] = read(text)
    assert not mention.is_point
    assert mention.date.edtf is None
    assert mention.value is not None
    assert mention.value.startswith("2019-06-12T")


@pytest.mark.parametrize(
    "text", ["They won 3:15 and 2:1.", "Call 10:30 or 22.45 for help.", "It said 25:00 at 25:61."]
)
def test_two_figures_with_a_colon_are_no_time_by_themselves(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "wording", "value"),
    [
        ("They now disagree.", "now", "PRESENT_REF"),
        ("They currently disagree.", "currently", "PRESENT_REF"),
        ("Their current stance is firm.", "current", "PRESENT_REF"),
        ("They recently disagreed.", "recently", "PAST_REF"),
        ("They disagreed in the past.", "the past", "PAST_REF"),
        ("They disagreed years ago.", "years ago", "PAST_REF"),
        ("They may disagree in the near future.", "the near future", "FUTURE_REF"),
        ("They may disagree during the year.", "the year", "2019"),
    ],
)
def test_words_that_only_point_date_nothing(text: str, wording: str, value: str) -> None:
    [mention] = read(text)
    assert (mention.date.text, mention.value, mention.date.edtf) == (wording, value, None)
    assert not mention.is_point


@pytest.mark.parametrize(
    ("text", "edtf", "value"),
    [
        ("It burned in mid-May.", "2019-05-11~/2019-05-20~", "2019-05"),
        ("It burned earlier this month.", "2019-06-01/2019-06-11", "2019-06"),
        ("It burned late last year.", "2018-09~/2018-12~", "2018"),
        ("It burned in the early 1990s.", "1990~/1993~", "199X"),
        ("It burned in May.", "2019-05", None),
    ],
)
def test_a_part_of_a_month_or_year_remembers_the_whole(
    text: str, edtf: str, value: str | None
) -> None:
    [mention] = read(text)
    assert (mention.date.edtf, mention.value) == (edtf, value)


@pytest.mark.parametrize(
    "text", ["The 5-year-old slept.", "She is 12 years old.", "A boy aged 3 months slept."]
)
def test_an_age_is_no_duration(text: str) -> None:
    assert read(text) == ()


def test_a_duration_before_a_date_does_not_change_what_the_date_means() -> None:
    text = "In 2002 the envoy stayed for three weeks, the last time in October."
    found = [(one.date.text, one.date.edtf) for one in read(text) if one.is_point]
    assert found == [("2002", "2002"), ("October", "2002-10")]


def test_without_publication_a_time_is_kept_and_nothing_guessed() -> None:
    [mention] = read("It burned at 10 p.m. Monday.", None)
    assert (mention.date.edtf, mention.value, mention.kind) == (None, None, TimeKind.TIME)

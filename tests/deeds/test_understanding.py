"""Dates as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.edtf import bounds, is_valid
from casefile.deeds.understanding import understood
from casefile.errors import BadDate

MEANT = {
    "2016-10-07": "2016-10-07",
    "2024-05-11?/..": "2024-05-11?/..",
    "197X": "197X",
    "7 October 2016": "2016-10-07",
    "Friday, 7 October 2016": "2016-10-07",
    "Oct. 7, 2016": "2016-10-07",
    " on  7 October 2016 ": "2016-10-07",
    "13/6/2016": "2016-06-13",
    "mid-May 2024": "2024-05-11~/2024-05-20~",
    "3-4 Sept 2016": "2016-09-03/2016-09-04",
    "between 3 and 5 May 2014": "2014-05-03/2014-05-05",
    "from 2002 to 2004": "2002/2004",
    "the 1970s": "197X",
    "summer 2023": "2023-22",
    "around 21 August 2014": "2014-08-21~",
    "about 2014": "2014~",
    "c. 1990": "1990~",
    "~2014-05": "2014-05~",
    "before 2002": "../2001",
    "before 3 May 2014": "../2014-05-02",
    "until May 2014": "../2014-05",
    "after 2002": "2003/..",
    "since 3 May 2014": "2014-05-03/..",
    "from 2002": "2002/..",
}

REFUSED = (
    "",
    "banana",
    "yesterday",
    "last year",
    "Friday",
    "7 October",
    "May",
    "30 February 2016",
    "2016-13-01",
    "2014 or 2015",
    "not 2016",
    "7 October 2016 at noon, said Brandt",
    "7 October 2016, 8 October 2016",
    "Thursday, 7 October 2016",
    "5/6/2016",
    "before 0001",
    "after 9999",
    "2016 " * 50,
)


@pytest.mark.parametrize("words", MEANT)
def test_a_date_is_understood_as_it_is_spoken(words: str) -> None:
    when = understood(words)
    assert when.edtf == MEANT[words]
    assert (when.earliest, when.latest) == bounds(MEANT[words])
    assert when.text == " ".join(words.split())


@pytest.mark.parametrize("words", REFUSED)
def test_what_is_no_one_date_is_refused_in_a_sentence(words: str) -> None:
    with pytest.raises(BadDate) as refused:
        understood(words)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


def test_a_day_with_the_wrong_weekday_is_told_the_right_one() -> None:
    with pytest.raises(BadDate, match="7 Oct 2016 is a Friday"):
        understood("Thursday, 7 October 2016")


@given(st.text("0123456789-/.~?% adehorstuyM", max_size=24))
def test_what_is_understood_is_edtf_and_means_itself(words: str) -> None:
    try:
        when = understood(words)
    except BadDate:
        return
    assert when.edtf is not None
    assert is_valid(when.edtf)
    again = understood(when.edtf)
    assert (again.edtf, again.earliest, again.latest) == (when.edtf, when.earliest, when.latest)

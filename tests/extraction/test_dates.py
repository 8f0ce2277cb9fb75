"""Wordings of time: each with the day its sentence was published and what it comes to.

The sentences are invented.
"""

from datetime import date

import pytest

from casefile.core.sentences import sentences
from casefile.extraction.rules.dates.find import find_dates
from casefile.extraction.rules.parts import DateMention, Sentence
from casefile.model.words import PartialDate


def read(text: str, first: str | None, last: str | None = None) -> tuple[DateMention, ...]:
    """Find the dates of a text published on a day, or between two."""
    return find_dates(
        text,
        [Sentence(span) for span in sentences(text)],
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last or first or "") if first else None,
    )


def told(text: str, first: str | None, last: str | None = None) -> list[tuple[str, str | None]]:
    """Return wording and EDTF of each point in time."""
    found = read(text, first, last)
    return [(mention.date.text, mention.date.edtf) for mention in found if mention.is_point]


ANCHOR = "2019-06-12"
"""A Wednesday."""

WITH_A_YEAR = [
    ("The ferry sank on 3 April 1987 off Brest.", "3 April 1987", "1987-04-03"),
    ("The ferry sank on April 3, 1987.", "April 3, 1987", "1987-04-03"),
    ("The ferry sank on the 3rd of April, 1987.", "the 3rd of April, 1987", "1987-04-03"),
    ("The ferry sank on 3rd April 1987.", "3rd April 1987", "1987-04-03"),
    ("Filed 2011-09-30 in Riga.", "2011-09-30", "2011-09-30"),
    ("Filed 30.9.2011 in Riga.", "30.9.2011", "2011-09-30"),
    ("Filed 9/30/2011 in Riga.", "9/30/2011", "2011-09-30"),
    ("Filed 3/4/2011 in Riga.", "3/4/2011", "2011-03-04~/2011-04-03~"),
    ("Envoys sat down Nov. 5-7, 2003, in Oslo.", "Nov. 5-7, 2003", "2003-11-05/2003-11-07"),
    ("Envoys sat from 5 to 7 November 2003.", "5 to 7 November 2003", "2003-11-05/2003-11-07"),
    (
        "Envoys sat from 28 November to 2 December 2003.",
        "28 November to 2 December 2003",
        "2003-11-28/2003-12-02",
    ),
    (
        "Envoys sat from 30 December to 2 January 2004.",
        "30 December to 2 January 2004",
        "2003-12-30/2004-01-02",
    ),
    ("They sat between 3 and 5 May 2003.", "3 and 5 May 2003", "2003-05-03/2003-05-05"),
    ("They sat on May 3 and 4, 2003.", "May 3 and 4, 2003", "2003-05-03/2003-05-04"),
    ("The port opened in March 1998.", "March 1998", "1998-03"),
    ("The port opened in March of 1998.", "March of 1998", "1998-03"),
    ("It closed in mid-March 1998.", "mid-March 1998", "1998-03-11~/1998-03-20~"),
    ("It closed in early March 1998.", "early March 1998", "1998-03-01~/1998-03-10~"),
    ("It closed at the end of February 2000.", "the end of February 2000",
     "2000-02-21~/2000-02-29~"),
    ("It closed in the first half of March 1998.", "the first half of March 1998",
     "1998-03-01~/1998-03-15~"),
    ("They wrote from March to June 1998.", "March to June 1998", "1998-03/1998-06"),
    ("They wrote from November to January 1998.", "November to January 1998", "1997-11/1998-01"),
    ("The treaty dates from 1951.", "1951", "1951"),
    ("The 1951 treaty lapsed.", "1951", "1951"),
    ("Its failed 1996 appeal is forgotten.", "1996", "1996"),
    ("The boycott (1951) is forgotten.", "1951", "1951"),
    ("The post was vacant 2014-2016.", "2014-2016", "2014/2016"),
    ("The post was vacant from 1977 to 1983.", "1977 to 1983", "1977/1983"),
    ("The post was vacant between 1977 and 1983.", "1977 and 1983", "1977/1983"),
    ("The post was vacant in 1977-83.", "1977-83", "1977/1983"),
    ("The lease ran until 2014.", "2014", "2014"),
    ("The port fell on New Year's Day 1999.", "New Year's Day 1999", "1999-01-01"),
    ("It grew in the last half of 2008.", "the last half of 2008", "2008-07/2008-12"),
    ("It grew through 2008.", "2008", "2008"),
    ("It began in late 2016.", "late 2016", "2016-09~/2016-12~"),
    ("It began in the 1920s.", "the 1920s", "192X"),
    ("It began in the early 1920s.", "the early 1920s", "1920~/1923~"),
    ("It began in the mid-1990s.", "the mid-1990s", "1994~/1996~"),
    ("It lasted through the 1950s and 1960s.", "the 1950s and 1960s", "195X/196X"),
    ("It lasted through the 1950s and ’60s.", "the 1950s and ’60s", "195X/196X"),
    ("It lasted through the '50s.", "the '50s", "195X"),
    ("It lasted through the fifties.", "the fifties", "195X"),
    ("It was a fashion of the 19th century.", "the 19th century", "18XX"),
    ("It was a fashion of the 1800s.", "the 1800s", "18XX"),
    ("It opened in spring 2008.", "spring 2008", "2008-21"),
    ("It opened in the winter of 2008.", "the winter of 2008", "2008-24"),
    ("It grew in the third quarter of 2008.", "the third quarter of 2008", "2008-07/2008-09"),
    ("It grew in the first half of 2008.", "the first half of 2008", "2008-01/2008-06"),
    ("It opened in the second week of May 2008.", "the second week of May 2008",
     "2008-05-08~/2008-05-14~"),
    ("They were seen around 4 May 2008.", "4 May 2008", "2008-05-04~"),
    ("They were seen circa 2008.", "2008", "2008~"),
    ("They were seen from about 2008.", "2008", "2008~"),
    ("Filed 11-Sep-2014 in Riga.", "11-Sep-2014", "2014-09-11"),
    ("Filed 9/30/11 in Riga.", "9/30/11", "2011-09-30"),
    ("Filed 30/9/89 in Riga.", "30/9/89", "1989-09-30"),
    ("Filed 9/2011 in Riga.", "9/2011", "2011-09"),
    ("They sat in May/June 2014.", "May/June 2014", "2014-05/2014-06"),
    ("The post was vacant in 1994/95.", "1994/95", "1994/1995"),
    ("It was cold in the winter of 2015-16.", "the winter of 2015-16", "2015-24"),
    ("It was a fashion of the nineteenth century.", "the nineteenth century", "18XX"),
    ("It was a fashion of the late 19th century.", "the late 19th century", "1867~/1899~"),
    ("It grew in Q3 2018.", "Q3 2018", "2018-07/2018-09"),
    ("It grew in H1 2018.", "H1 2018", "2018-01/2018-06"),
    ("It grew in the 1988 third quarter.", "the 1988 third quarter", "1988-07/1988-09"),
    ("Sales fell in fiscal 2018.", "fiscal 2018", "2018~"),
    ("Sales fell in FY2023.", "FY2023", "2023~"),
    ("It dates from nineteen eighty-four.", "nineteen eighty-four", "1984"),
    ("It dates from twenty fifteen.", "twenty fifteen", "2015"),
    ("It dates from the year 2000.", "the year 2000", "2000"),
    ("It dates from the year two thousand.", "the year two thousand", "2000"),
    ("It was law in Heisei 26.", "Heisei 26", "2014"),
    ("It was law in the sixth year of Reiwa.", "the sixth year of Reiwa", "2024"),
    ("It was law in Showa 52.", "Showa 52", "1977"),
    ("It sank on Christmas Day 2014.", "Christmas Day 2014", "2014-12-25"),
    ("It sank on New Year’s Eve 2014.", "New Year’s Eve 2014", "2014-12-31"),
    ("They sat on the second Tuesday in May 2018.", "the second Tuesday in May 2018",
     "2018-05-08"),
    ("They sat on the last Sunday of May 2018.", "the last Sunday of May 2018", "2018-05-27"),
    ("It came in the last days of May 2018.", "the last days of May 2018",
     "2018-05-21~/2018-05-31~"),
    ("It came late in May 2018.", "late in May 2018", "2018-05-21~/2018-05-31~"),
    ("It came early in 2014.", "early in 2014", "2014-01~/2014-04~"),
    ("They sat on the night of 3-4 May 2012.", "the night of 3-4 May 2012",
     "2012-05-03/2012-05-04"),
    ("They sat at 15:30 GMT on 3 May 2012.", "15:30 GMT on 3 May 2012", "2012-05-03"),
]  # fmt: skip


@pytest.mark.parametrize("anchor", [ANCHOR, None, "1950-01-01"])
@pytest.mark.parametrize(("text", "wording", "edtf"), WITH_A_YEAR)
def test_what_names_its_year_needs_no_publication(
    text: str, wording: str, edtf: str, anchor: str | None
) -> None:
    assert told(text, anchor) == [(wording, edtf)]


FROM_PUBLICATION = [
    # Days and months without a year: back where the verb is past, on where it is to come.
    ("The envoy landed on Aug. 18.", "Aug. 18", "2018-08-18"),
    ("The envoy landed on June 2.", "June 2", "2019-06-02"),
    ("The envoy landed on Sunday, June 2.", "Sunday, June 2", "2019-06-02"),
    ("The envoy landed on Monday, June 4.", "Monday, June 4", "2018-06-04"),
    ("The envoy will land on Aug. 18.", "Aug. 18", "2019-08-18"),
    ("The envoy is due to land on Feb. 3.", "Feb. 3", "2020-02-03"),
    ("The envoy landed in November.", "November", "2018-11"),
    ("The envoy landed in June.", "June", "2019-06"),
    ("The envoy will land in November.", "November", "2019-11"),
    ("The envoy plans to land in March.", "March", "2020-03"),
    ("The two had met Sept. 5-6 in Turku.", "Sept. 5-6", "2018-09-05/2018-09-06"),
    ("The two met on 5 to 6 September.", "5 to 6 September", "2018-09-05/2018-09-06"),
    ("The two met four times between May and July.", "May and July", "2019-05/2019-07"),
    ("The two met from Dec. 30 to Jan. 2.", "Dec. 30 to Jan. 2", "2018-12-30/2019-01-02"),
    ("The harvest was late in mid-May.", "mid-May", "2019-05-11~/2019-05-20~"),
    ("The harvest was late at the start of May.", "the start of May", "2019-05-01~/2019-05-10~"),
    ("It was stolen last October.", "last October", "2018-10"),
    ("It was stolen last June.", "last June", "2018-06"),
    ("It was stolen last May.", "last May", "2019-05"),
    ("It was stolen this March.", "this March", "2019-03"),
    ("It opens next June.", "next June", "2020-06"),
    ("It was stolen in April this year.", "April this year", "2019-04"),
    ("It was stolen in July last year.", "July last year", "2018-07"),
    ("It was stolen in July of last year.", "July of last year", "2018-07"),
    ("It was stolen last Oct. 23.", "last Oct. 23", "2018-10-23"),
    ("They will decide by late July or August.", "late July or August", "2019-07-21~/2019-08-31~"),
    ("It was found by the third week of April.", "the third week of April",
     "2019-04-15~/2019-04-21~"),
    # Weekdays.
    ("The ministry said Monday.", "Monday", "2019-06-10"),
    ("The ministry said on Wednesday.", "Wednesday", "2019-06-12"),
    ("The ministry said Thursday.", "Thursday", "2019-06-06"),
    ("The board will sit on Friday.", "Friday", "2019-06-14"),
    ("The board will sit on Wednesday.", "Wednesday", "2019-06-12"),
    ("On Monday the board will sit.", "Monday", "2019-06-17"),
    ("The board meets Friday.", "Friday", "2019-06-14"),
    ("The board sat on Monday and Tuesday.", "Monday and Tuesday", "2019-06-10/2019-06-11"),
    ("The board sat on Wednesday and Thursday.", "Wednesday and Thursday",
     "2019-06-05/2019-06-06"),
    ("The board will sit Friday through Sunday.", "Friday through Sunday",
     "2019-06-14/2019-06-16"),
    ("The board sat last Wednesday.", "last Wednesday", "2019-06-05"),
    ("The board sat last Friday.", "last Friday", "2019-06-07"),
    ("The board sits next Wednesday.", "next Wednesday", "2019-06-19"),
    ("The board will sit this Friday.", "this Friday", "2019-06-14"),
    ("The board sat on Tuesday last week.", "Tuesday last week", "2019-06-04"),
    ("It burned on Monday night.", "Monday night", "2019-06-10"),
    ("It burned late Monday.", "late Monday", "2019-06-10"),
    # Words for days.
    ("It burned today.", "today", "2019-06-12"),
    ("It burned yesterday morning.", "yesterday morning", "2019-06-11"),
    ("It opens tomorrow.", "tomorrow", "2019-06-13"),
    ("It burned last night.", "last night", "2019-06-11"),
    ("It burned this morning.", "this morning", "2019-06-12"),
    ("It burned the day before yesterday.", "the day before yesterday", "2019-06-10"),
    ("It opens this coming weekend.", "this coming weekend", "2019-06-15/2019-06-16"),
    ("It burned this past spring.", "this past spring", "2019-21"),
    ("They gave the port until 9 a.m. Monday to reply.", "9 a.m. Monday", "2019-06-17"),
    ("It could not be found on Monday.", "Monday", "2019-06-10"),
    ("It could be put off until late August.", "late August", "2019-08-21~/2019-08-31~"),
    ("It will shrink in the current quarter.", "current quarter", "2019-04/2019-06"),
    ("It expects to report on the first quarter.", "the first quarter", "2020-01/2020-03"),
    ("It burned last spring.", "last spring", "2019-21"),
    ("It opens next summer.", "next summer", "2020-22"),
    ("It said the port would open by May.", "May", "2019-05"),
    ("It said the port would open by March.", "March", "2020-03"),
    ("It said the port would open on Monday.", "Monday", "2019-06-17"),
    ("It burned this past autumn.", "this past autumn", "2018-23"),
    ("It had been due to open on Friday.", "Friday", "2019-06-07"),
    ("The rules, effective July 1, are strict.", "July 1", "2019-07-01"),
    ("They gave the port until mid-August to reply.", "mid-August", "2019-08-11~/2019-08-20~"),
    ("The council announced the plan Aug. 18.", "Aug. 18", "2018-08-18"),
    ("The council has set July 14 as its deadline.", "July 14", "2019-07-14"),
    ("The council extended the lease until Friday.", "Friday", "2019-06-14"),
    ("It was built in the week of March 4.", "the week of March 4", "2019-03-04~/2019-03-10~"),
    ("It will be built by year-end.", "year-end", "2019-09~/2019-12~"),
    ("It burned at the weekend.", "the weekend", "2019-06-08/2019-06-09"),
    # Weeks, months, years.
    ("It burned last week.", "last week", "2019-06-03/2019-06-09"),
    ("It opens next week.", "next week", "2019-06-17/2019-06-23"),
    ("It opens early next week.", "early next week", "2019-06-17~/2019-06-18~"),
    ("It burned earlier this week.", "earlier this week", "2019-06-10/2019-06-11"),
    ("It burned earlier this month.", "earlier this month", "2019-06-01/2019-06-11"),
    ("It opens later this month.", "later this month", "2019-06-13/2019-06-30"),
    ("It burned earlier in the month.", "earlier in the month", "2019-06-01/2019-06-11"),
    ("It burned late last month.", "late last month", "2019-05-21~/2019-05-31~"),
    ("It burned last month.", "last month", "2019-05"),
    ("It burned last year.", "last year", "2018"),
    ("It opens next year.", "next year", "2020"),
    ("It opens at the end of the year.", "the end of the year", "2019-09~/2019-12~"),
    ("It burned this spring.", "this spring", "2019-21"),
    ("It opens this autumn.", "this autumn", "2019-23"),
    ("It burned last summer.", "last summer", "2018-22"),
    ("It burned this winter.", "this winter", "2019-24"),
    ("It burned in the spring.", "the spring", "2019-21"),
    ("It burned in the autumn.", "the autumn", "2018-23"),
    ("It grew in the first quarter.", "the first quarter", "2019-01/2019-03"),
    # Counted back and forth.
    ("It burned three days ago.", "three days ago", "2019-06-09"),
    ("It burned 21 days ago.", "21 days ago", "2019-05-22"),
    ("It burned two weeks ago.", "two weeks ago", "2019-05-27~/2019-06-02~"),
    ("It burned a fortnight ago.", "a fortnight ago", "2019-05-27~/2019-06-02~"),
    ("It burned three months ago.", "three months ago", "2019-03~"),
    ("It burned about two years ago.", "about two years ago", "2017~"),
    ("It burned twenty-one years ago.", "twenty-one years ago", "1998~"),
    ("It burned a few days ago.", "a few days ago", "2019-06-06~/2019-06-10~"),
    ("It burned a couple of years ago.", "a couple of years ago", "2017~"),
    ("It burned two decades ago.", "two decades ago", "1994~/2004~"),
    ("It opens two weeks from now.", "two weeks from now", "2019-06-24~/2019-06-30~"),
    ("It burned half a year ago.", "half a year ago", "2018-12~"),
    ("It burned a year and a half ago.", "a year and a half ago", "2017-12~"),
    ("It burned two and a half years ago.", "two and a half years ago", "2016-12~"),
    ("It burned a week ago Friday.", "a week ago Friday", "2019-05-31"),
    ("It burned a year ago on Monday.", "a year ago on Monday", "2018~"),
    ("It burned on New Year's Eve.", "New Year's Eve", "2018-12-31"),
    ("They sat on the first Monday of May.", "the first Monday of May", "2019-05-06"),
    ("It burned at noon Monday.", "noon Monday", "2019-06-10"),
    ("It burned on Tuesday at 10 p.m.", "Tuesday at 10 p.m.", "2019-06-11"),
    ("Aides held on to the United States visa on Monday.", "Monday", "2019-06-10"),
    ("It would be sent to the United States on Friday.", "Friday", "2019-06-14"),
    ("They planned a large rally on Saturday.", "Saturday", "2019-06-15"),
    ("It has decided to admit both in early March.", "early March", "2020-03-01~/2020-03-10~"),
    ("The vote would still be held on Aug. 18.", "Aug. 18", "2019-08-18"),
    ("It grew in this year's first quarter.", "this year's first quarter", "2019-01/2019-03"),
    ("Profit rose from the year-ago quarter.", "the year-ago quarter", "2018-01/2018-03"),
    ("It grew in the latest quarter.", "the latest quarter", "2019-01/2019-03"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wording", "edtf"), FROM_PUBLICATION)
def test_what_counts_from_publication_is_resolved_against_it(
    text: str, wording: str, edtf: str
) -> None:
    assert told(text, ANCHOR) == [(wording, edtf)]


@pytest.mark.parametrize(("text", "wording", "edtf"), FROM_PUBLICATION)
def test_without_publication_the_wording_is_kept_and_nothing_guessed(
    text: str, wording: str, edtf: str
) -> None:
    [mention] = read(text, None)
    assert mention.date == PartialDate(wording)


SEVERAL = [
    (
        "Couriers crossed in both May and July 2023.",
        [("May", "2023-05"), ("July 2023", "2023-07")],
    ),
    (
        "Couriers crossed in November, December and January 2018.",
        [("November", "2017-11"), ("December", "2017-12"), ("January 2018", "2018-01")],
    ),
    ("Last Friday it rained; the Friday before, it had not.",
     [("Last Friday", "2019-06-07"), ("the Friday before", "2019-05-31")]),
    ("Couriers crossed in April and May.", [("April", "2019-04"), ("May", "2019-05")]),
    (
        "Couriers crossed in November and again in January 2018.",
        [("November", "2017-11"), ("January 2018", "2018-01")],
    ),
    (
        "Couriers crossed on March 3 and on April 12, 2009.",
        [("March 3", "2009-03-03"), ("April 12, 2009", "2009-04-12")],
    ),
    (
        "Couriers crossed on May 3 and 17.",
        [("May 3", "2019-05-03"), ("17", "2019-05-17")],
    ),
    ("In 2002 the envoy went twice, the second time in October.",
     [("2002", "2002"), ("October", "2002-10")]),
    ("In 2002 the envoy went, but he denied it in April.",
     [("2002", "2002"), ("April", "2019-04")]),
    ("The envoy, who fled in 2002, will return in August.",
     [("2002", "2002"), ("August", "2019-08")]),
    (
        "In June 1994 a pact was signed. The following month it was torn up.",
        [("June 1994", "1994-06"), ("The following month", "1994-07")],
    ),
    (
        "The pact was torn up in July 1994. It was signed the previous month, they said Monday.",
        [("July 1994", "1994-07"), ("the previous month", "1994-06"), ("Monday", "2019-06-10")],
    ),
    (
        "The pact was signed in July 1994. Aides said Tuesday it had died the following year.",
        [("July 1994", "1994-07"), ("Tuesday", "2019-06-11"), ("the following year", "1995")],
    ),
    (
        "It was signed on 5 May 2002. Three days later it was void.",
        [("5 May 2002", "2002-05-05"), ("Three days later", "2002-05-08")],
    ),
    (
        "It was signed on 5 May 2002. That year the ports closed.",
        [("5 May 2002", "2002-05-05"), ("That year", "2002")],
    ),
    (
        "It was signed on 5 May 2002 and void the next day.",
        [("5 May 2002", "2002-05-05"), ("the next day", "2002-05-06")],
    ),
    (
        "It was signed in May 2002 and void the following March.",
        [("May 2002", "2002-05"), ("the following March", "2003-03")],
    ),
    (
        "Boats left ten days before his death in 2017.",
        [("ten days before", None), ("2017", "2017")],
    ),
    (
        "Boats left two weeks before the talks of 8-9 May 2017.",
        [
            ("two weeks before", "2017-04-24~/2017-04-30~"),
            ("8-9 May 2017", "2017-05-08/2017-05-09"),
        ],
    ),
    (
        "It was signed in May 2002. That October it was void.",
        [("May 2002", "2002-05"), ("That October", "2002-10")],
    ),
    (
        "It was signed on 8 May 2002 and void the following Friday.",
        [("8 May 2002", "2002-05-08"), ("the following Friday", "2002-05-10")],
    ),
    (
        "Polls were held in 2002, 2004 and 2014.",
        [("2002", "2002"), ("2004", "2004"), ("2014", "2014")],
    ),
    (
        "Boats left a few days before the 9 May 2017 vote.",
        [("a few days before", "2017-05-03~/2017-05-07~"), ("9 May 2017", "2017-05-09")],
    ),
    ("They sat on 3, 5 and 7 May 2017.",
     [("3", "2017-05-03"), ("5", "2017-05-05"), ("7 May 2017", "2017-05-07")]),
    ("They sat on May 3, 5 and 7.",
     [("May 3", "2019-05-03"), ("5", "2019-05-05"), ("7", "2019-05-07")]),
    ("On the eve of the 3 May 2012 vote boats left.",
     [("the eve of", "2012-05-02"), ("3 May 2012", "2012-05-03")]),
    ("The day after the 3 May 2012 vote boats left.",
     [("The day after", "2012-05-04"), ("3 May 2012", "2012-05-03")]),
    ("In July 2018 sales rose. In the year-ago period they fell.",
     [("July 2018", "2018-07"), ("the year-ago period", "2017-07")]),
    ("It fell in 2018 from a year earlier, and was down from a year earlier.",
     [("2018", "2018"), ("a year earlier", "2017~"), ("a year earlier", "2017~")]),
    (
        "Boats left two days after the 9 May 2017 vote.",
        [("two days after", "2017-05-11"), ("9 May 2017", "2017-05-09")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_dates_of_one_text_explain_each_other(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert told(text, ANCHOR) == expected


def test_a_date_chains_from_a_year_without_publication() -> None:
    text = "In June 1994 a pact was signed. The following month it was torn up on Friday."
    assert told(text, None) == [
        ("June 1994", "1994-06"), ("The following month", "1994-07"), ("Friday", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Boats left three days before the vote.", "three days before"),
        ("Boats left the day after the vote.", "the day after"),
        ("Boats left 72 hours before the vote.", "72 hours before"),
    ],
)
def test_days_before_an_event_without_a_date_stay_open(text: str, wording: str) -> None:
    assert told(text, ANCHOR) == [(wording, None)]


BETWEEN = [
    ("It burned yesterday.", "2019-06-09~/2019-06-11~"),
    ("It burned last month.", "2019-05"),
    ("It burned on Monday.", "2019-06-10"),
    ("It burned on Tuesday.", "2019-06-04~/2019-06-11~"),
    ("It burned in April.", "2019-04"),
    ("It burned this spring.", "2019-21"),
    ("It burned on 4 May 2011.", "2011-05-04"),
    ("It burned earlier this month.", "2019-06-01~/2019-06-11~"),
]


@pytest.mark.parametrize(("text", "edtf"), BETWEEN)
def test_a_range_of_publication_gives_all_days_between(text: str, edtf: str) -> None:
    [(_, found)] = told(text, "2019-06-10", "2019-06-12")
    assert found == edtf


def test_a_season_told_in_two_years_of_publication_is_both() -> None:
    assert told("It burned this spring.", "2018-05-01", "2019-06-01") == [
        ("this spring", "2018-03~/2019-05~")
    ]


def test_half_a_publication_is_refused() -> None:
    with pytest.raises(ValueError, match="neither"):
        find_dates("It burned.", [], first=None, last=date(2019, 6, 12))

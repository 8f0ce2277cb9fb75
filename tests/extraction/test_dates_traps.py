"""What looks like a date and is none, and what names no point in time.

The sentences are invented.
"""

from datetime import date

import pytest

from casefile.core.sentences import sentences
from casefile.extraction.rules.dates.find import find_dates
from casefile.extraction.rules.parts import DateMention, Sentence

ANCHOR = date(2019, 6, 12)


def read(text: str) -> tuple[DateMention, ...]:
    return find_dates(text, [Sentence(span) for span in sentences(text)], first=ANCHOR, last=ANCHOR)


def wordings(text: str) -> list[str]:
    return [mention.date.text for mention in read(text) if mention.is_point]


@pytest.mark.parametrize(
    "text",
    [
        "They may return, and may not.",
        "May said no.",
        "May denied it and left.",
        "Brian May played on.",
        "Nothing was heard from Theresa May. A letter by May is lost.",
        "MAY DENIES ALL",
        "March on the capital, they cried.",
        "The March on Ghent was long.",
        "They march daily; the march ended.",
        "It was the Long March of a generation.",
        "June Carter sang.",
        "August Strindberg wrote it.",
        "An august body sat.",
        "2002 people signed.",
        "The 2002 people who signed are known.",
        "Some 1990 tons of rice were lost.",
        "The 1500 soldiers withdrew.",
        "No. 2002 of the register is missing.",
        "It cost $2002 then.",
        "They lived at 1600 Pennsylvania Avenue.",
        "A parcel from 1600 Dockside Road burst.",
        "The count rose by 2,002 votes.",
        "It rose to 2016 points.",
        "Flight 1999 was late.",
        "It fits nineteen 45 litre drums, twenty 100 litre ones and fifty 60 litre ones.",
        "The plant covers 12.5 hectares.",
        "It fell 2 percent to 31.",
        "The score was 3-4.",
        "Sat down in the sun, he wed.",
        "It was the October Revolution that did it.",
        "They struck on May Day.",
        "The 1540 Committee sat under Resolution 1718.",
        "There is room for 1900 guests.",
        "A crowd of 1900 pilgrims came.",
        "About 2000 came.",
        "The fall of Troy is told.",
        "A hot spring runs there.",
        "She reads the Sunday Times.",
        "He wrote for the Mail on Sunday.",
        "The Good Friday Agreement held.",
        "Bloody Sunday is remembered.",
        "He is in his seventies.",
        "It stood in the 80s outside.",
        "Call 10:30 or 22.45 for help.",
        "The 5-year-old slept.",
        "A two-year plan was dropped.",
        "Feb. 31 was on the form.",
        "The 2024-99 form is void.",
        "Chapter 3 of 12 was read.",
        "They sat on the first Monday of each month.",
        "Twenty thirty-year bonds were sold.",
        "Fifteen twenty people came.",
        "They sold Christmas trees. Merry Christmas!",
        "In two thousand cases it failed.",
        "An F-16 and a Q5 stood by.",
        "The shop is open 24/7 and half full.",
        "The Heisei 99 form is void.",
        "",
    ],
)
def test_this_is_no_date(text: str) -> None:
    assert wordings(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No. 12 of 2019 was void, and in 2018 no law was.", ["2018"]),
        ("In May, May said no.", ["May"]),
        ("Mrs May said so in May 2017.", ["May 2017"]),
        ("Theresa May left on 24 May.", ["24 May"]),
        ("The May summit failed.", ["May"]),
        ("Turku's March vote failed.", ["March"]),
        ("LIMA, May 3 (Reuters) – By May it was over.", ["May 3", "May"]),
        ("They met Saturday May 4. By May 9 it was over, and by May 2020 forgot.",
         ["Saturday May 4", "May 9", "May 2020"]),
        ("They march in March.", ["March"]),
        ("On May 3 12 people drowned.", ["May 3"]),
        ("In May 12 people drowned.", ["May"]),
        ("On May 3 – 12 years old – he drowned.", ["May 3"]),
        ("On May 3 and 4 people drowned.", ["May 3"]),
        ("They met in May – 12 people came.", ["May"]),
        ("The 2009-10 season was lost.", ["2009-10"]),
        ("They met in the fall.", ["the fall"]),
        ("The Arab Spring of 2011 failed.", ["2011"]),
        ("The minister’s Monday visit was called off.", ["Monday"]),
        ("Monday’s talks failed.", ["Monday"]),
        ("Last year’s talks failed.", ["Last year"]),
        ("MONDAY was quiet. monday was too.", ["MONDAY"]),
        ("SEPTEMBER 3, 2014", ["SEPTEMBER 3, 2014"]),
        ("It was Jan. 5. It rained.", ["Jan. 5"]),
    ],
)  # fmt: skip
def test_only_what_is_a_date_is_found(text: str, expected: list[str]) -> None:
    assert wordings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They met recently.",
        "They met in recent months.",
        "They met years ago.",
        "They met every Friday.",
        "They met each spring.",
        "They met over the past two years.",
        "They will meet over the next month.",
    ],
)
def test_a_habit_a_duration_or_a_vague_word_is_no_point(text: str) -> None:
    for mention in read(text):
        assert not mention.is_point
        assert mention.date.edtf is None

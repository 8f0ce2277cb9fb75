"""What holds of the dates of every text: spans, order, bounds and cost."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core import edtf
from casefile.core.sentences import sentences
from casefile.extraction.rules.dates import lexicon
from casefile.extraction.rules.dates.find import find_dates
from casefile.extraction.rules.dates.sentence import RULES
from casefile.extraction.rules.parts import DateMention, Sentence

SCRAPS = [
    *lexicon.MONTHS, *lexicon.WEEKDAYS, *lexicon.WORDS, "May", "March", "Sept.", "Monday",
    "October", "2002", "1970s", "'80s", "’80s", "3", "31", "3rd", "12", "1500", "-", "–", ",", ".",
    ";", "(", ")", "'s", "2014-16", "2011-09-30", "30/9/2011", "10:30", "p.m.", "said", "will meet",
    "was", "Ghent", "999 decades ago", "two centuries later", "people",
    "No.", "$", "%", "but", "\n", "。",
]  # fmt: skip

texts = st.one_of(
    st.lists(st.sampled_from(SCRAPS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join),
    st.lists(st.sampled_from(SCRAPS).map(str.title), max_size=25).map(" ".join),
    st.text(max_size=60),
)
days = st.dates(max_value=date(9998, 1, 1)) | st.dates(date(1900, 1, 1), date(2090, 1, 1))


def read(text: str, first: date | None, last: date | None) -> tuple[DateMention, ...]:
    return find_dates(text, [Sentence(span) for span in sentences(text)], first=first, last=last)


@given(texts, st.none() | days, st.integers(0, 400))
def test_mentions_lie_in_sentences_in_order_and_say_their_words(
    text: str, first: date | None, width: int
) -> None:
    last = first and first + timedelta(days=width)
    spans = list(sentences(text))
    end = 0
    for mention in read(text, first, last):
        assert mention.span.of(text) == mention.date.text
        assert end <= mention.span.start < mention.span.end
        assert any(span.holds(mention.span) for span in spans)
        end = mention.span.end


@given(texts, st.none() | days, st.integers(0, 400))
def test_bounds_are_those_of_the_edtf(text: str, first: date | None, width: int) -> None:
    last = first and first + timedelta(days=width)
    for mention in read(text, first, last):
        when = mention.date
        if when.edtf is None:
            assert when.earliest is when.latest is None
        else:
            assert mention.is_point
            assert edtf.bounds(when.edtf) == (when.earliest, when.latest)
            assert when.earliest is not None
            assert when.latest is not None
            assert when.earliest <= when.latest


@given(texts, days)
def test_the_words_found_do_not_depend_on_publication(text: str, first: date) -> None:
    known = [mention.span for mention in read(text, first, first)]
    assert known == [mention.span for mention in read(text, None, None)]


@given(texts, days, st.integers(1, 400))
def test_a_range_of_publication_holds_what_each_end_gives(
    text: str, first: date, width: int
) -> None:
    last = first + timedelta(days=width)
    both = read(text, first, last)
    for end in (first, last):
        for wide, narrow in zip(both, read(text, end, end), strict=True):
            if narrow.date.earliest and narrow.date.latest:
                assert wide.date.earliest is not None
                assert wide.date.latest is not None
                assert wide.date.earliest <= narrow.date.earliest
                assert narrow.date.latest <= wide.date.latest


@given(texts)
def test_what_is_resolved_without_publication_is_resolved_the_same_with_it(text: str) -> None:
    for unknown, known in zip(
        read(text, None, None), read(text, date(2019, 6, 12), date(2019, 6, 12)), strict=True
    ):
        if unknown.date.edtf:
            assert known.date.edtf is not None


@pytest.mark.parametrize(
    "scrap",
    ["May ", "May 3 ", "1970s and ", "2002-", "the end of the ", "last ", "3 to ",
     "a few days before ", "Monday, ", "'", "1", "12 ", "1.", "1.1a", "12km",
     "may have ", "said ", "was "],
)  # fmt: skip
def test_the_cost_is_linear_in_the_length(scrap: str) -> None:
    def seconds(count: int) -> float:
        text = scrap * count + "a"
        start = time.process_time()
        read(text, date(2019, 6, 12), date(2019, 6, 12))
        return time.process_time() - start

    # Eight times the text; a quadratic cost would be 64 times. The floor is timer noise.
    most = 24 * max(min(seconds(1_000) for _ in range(3)), 0.004)
    assert any(seconds(8_000) < most for _ in range(3))


@given(st.data())
def test_a_rule_is_passed_over_only_where_it_cannot_match(data: st.DataObject) -> None:
    rule = data.draw(st.sampled_from(RULES))
    found = rule.pattern.search(data.draw(st.from_regex(rule.pattern)))
    assert found is not None
    assert rule.sure <= set(found.group())
    assert set(rule.needs) & set(found.group())

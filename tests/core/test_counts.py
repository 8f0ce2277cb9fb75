"""What a passage counts: the number, its bounds, its noun and what became of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.core.counts import Count, counts, differ, singular


def told(passage: str) -> list[tuple[int | None, int | None, str, str]]:
    return [(one.least, one.most, one.noun, one.state) for one in counts(passage)]


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        ("The registry lists seventeen nationals.", (17, 17, "national", "")),
        ("At least 30 people were killed in Lima.", (30, None, "person", "killed")),
        ("More than 1.5 million refugees fled.", (1_500_001, None, "refugee", "")),
        ("Up to 200 soldiers died.", (None, 200, "soldier", "killed")),
        ("Fewer than ten boats came.", (None, 9, "boat", "")),
        ("Between three and five ships sank.", (3, 5, "ship", "")),
        ("Three to five envoys came.", (3, 5, "envoy", "")),
        ("Ten or more boats came.", (10, None, "boat", "")),
        ("Six of the young sailors returned.", (6, 6, "sailor", "released")),
        ("Dozens of houses burned.", (24, None, "house", "")),
        ("Twenty-three fishermen were missing.", (23, 23, "fisherman", "missing")),
        ("A dozen journalists waited.", (12, 12, "journalist", "")),
        ("In 2014, 17 people were killed.", (17, 17, "person", "killed")),
        ("The toll: 12 dead.", (12, 12, "person", "killed")),
        ("Police arrested 1,204 others.", (1204, 1204, "person", "arrested")),
        ("He met 12 of Peru's envoys.", (12, 12, "envoy", "")),
    ],
)
def test_a_number_is_read_with_its_noun(passage: str, wanted: object) -> None:
    assert told(passage) == [wanted]


@pytest.mark.parametrize(
    "passage",
    [
        "It came on May 3, 2014.",
        "The 2014 talks failed.",
        "Under Article 9 residents may vote.",
        "No. 10 houses the minister.",
        "The two leaders met.",
        "It took three weeks.",
        "A 45-year-old man fell.",
        "It costs $5 million.",
        "One of the boats sank.",
    ],
)
def test_what_counts_nothing(passage: str) -> None:
    assert told(passage) == []


def test_two_numbers_of_a_list_keep_their_own_fate() -> None:
    assert told("It killed 12 people and injured 30 others.") == [
        (12, 12, "person", "killed"),
        (30, 30, "person", "injured"),
    ]


def test_a_rough_number_allows_a_fifth_more_or_less() -> None:
    [about], [near], [far] = (
        counts(f"{words} people came") for words in ("about 100", "115", "130")
    )
    assert not differ(about, near)
    assert differ(about, far)


def test_bounds_are_open_on_their_side() -> None:
    [least], [more], [less] = (
        counts(f"{words} people came") for words in ("at least 30", "45", "12")
    )
    assert not differ(least, more)
    assert differ(least, less)


_PIECES = st.sampled_from(
    "12 1,200 two twenty-one dozen dozens a of the people ships May between and to or more than at"
    " least about killed . , - $ % No ’s men 3.5 million".split()
)


@given(st.lists(_PIECES, max_size=30).map(" ".join) | st.text(max_size=80))
def test_every_count_stands_in_the_passage(passage: str) -> None:
    last = -1
    for one in counts(passage):
        assert 0 <= one.span.start < one.span.end <= len(passage)
        assert one.span.start > last
        last = one.span.start
        assert one.least is not None or one.most is not None
        if one.least is not None and one.most is not None:
            assert one.least <= one.most
        assert not differ(one, one)


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_a_singular_is_not_bent_twice(word: str) -> None:
    found = singular(word)
    assert found is None or len(found) > 1
    assert isinstance(counts(f"12 {word}"), tuple)
    assert all(isinstance(one, Count) for one in counts(f"12 {word}"))

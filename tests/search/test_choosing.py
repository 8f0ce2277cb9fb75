"""The names that share most are chosen: none that is left out has more points than one of them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casefile.search import choosing
from casefile.search.choosing import nearest
from casefile.search.vectors import counted, numbers

_LETTERS = 24

names_told = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, _LETTERS)), min_size=1, max_size=60
)
"""Of each name how many features it shares, and its letters."""


def points(shared: int, length: int, typed: int) -> int:
    """Three for each feature; a letter more or less costs one, up to nine."""
    return 3 * shared + 9 - min(9, abs(length - typed))


@given(told=names_told, typed=st.integers(1, _LETTERS), most=st.integers(1, 20))
@example(told=[*[(2, 1)] * 30, (3, 1)], typed=1, most=2)
def test_no_name_left_out_shares_more(told: list[tuple[int, int]], typed: int, most: int) -> None:
    size = len(told)
    planes = counted((1 << at, weight) for at, (weight, _) in enumerate(told) if weight)
    longer = [
        sum(1 << at for at, (_, length) in enumerate(told) if length >= letters)
        for letters in range(3 * 48)
    ]
    found = set(numbers(nearest(planes, longer, size, typed, whole=most, begun=0)))
    scores = {at: points(*one, typed) for at, one in enumerate(told) if one[0]}
    assert len(found) >= min(most, len(scores)) // 2
    left = [score for at, score in scores.items() if at not in found]
    assert not left or not found or max(left) <= min(scores[at] for at in found)
    assert len(found) <= 2 * most


def test_a_part_unlike_the_rest_does_not_make_them_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "_TOO_MANY", 20)
    monkeypatch.setattr(choosing, "_OF_MANY", 10)
    # The first 70,000 share little, all behind them share much: no part of the first tells so.
    size, most = 140_000, 10
    first, all_of_them = (1 << 70_000) - 1, (1 << size) - 1
    behind = all_of_them ^ first
    best = behind >> 139_980 << 139_980
    planes = counted([(first & 0xFFFF, 1), (behind, 6), (best, 1)])
    longer = [all_of_them if letters <= 5 else 0 for letters in range(3 * 48)]
    found = nearest(planes, longer, size, 5, whole=most, begun=0)
    assert found & best == found
    assert most <= found.bit_count() <= 2 * most

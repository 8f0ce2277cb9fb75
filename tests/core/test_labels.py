"""Labels to type: short, none the beginning of another, the home row first."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from casefile.core.labels import HOME_ROW, LETTERS, labels


@given(st.integers(0, 120))
def test_no_label_begins_another(count: int) -> None:
    found = labels(count)
    assert len(set(found)) == count
    assert not any(b.startswith(a) or a.startswith(b) for a, b in combinations(found, 2))


@given(st.integers(0, 1500))
def test_labels_come_shortest_first_and_are_as_short_as_they_can_be(count: int) -> None:
    found = labels(count)
    assert len(found) == count
    sizes = [len(label) for label in found]
    assert sizes == sorted(sizes)
    assert max(sizes, default=0) <= 1 + (count > 26) + (count > 676) + (count > 17_576)
    # One letter more with one key, and there would be too few labels.
    single = sizes.count(1)
    if count > len(LETTERS) and single < len(LETTERS) - 1:
        assert single + 1 + (len(LETTERS) - single - 1) * len(LETTERS) < count


@given(st.integers(1, 200))
def test_the_home_row_comes_first(count: int) -> None:
    first = labels(count)[: len(HOME_ROW)]
    assert first == list(HOME_ROW)[: len(first)]

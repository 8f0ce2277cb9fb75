"""The measures of the benchmarks, against cases worked out by hand and slow simple versions."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.extraction.corpora import chunks
from tests.benchmarks.extraction.scores import agreement, assignment, counted

marks = st.lists(st.integers(0, 3), min_size=1, max_size=9)
worths = st.integers(1, 4).flatmap(
    lambda rows: st.lists(
        st.lists(st.floats(0, 1), min_size=5, max_size=5), min_size=rows, max_size=rows
    )
)


@given(worths)
def test_an_assignment_is_as_good_as_the_best_of_all(worth: list[list[float]]) -> None:
    found = assignment(worth)
    assert len(set(found)) == len(worth)
    best = max(
        sum(row[column] for row, column in zip(worth, columns, strict=True))
        for columns in permutations(range(5), len(worth))
    )
    assert sum(row[column] for row, column in zip(worth, found, strict=True)) == pytest.approx(best)


@given(marks)
def test_a_partition_agrees_with_itself(gold: list[int]) -> None:
    score = agreement(gold, [f"cluster {mark}" for mark in gold])
    assert score.b_cubed.f1 == pytest.approx(100)
    assert score.ceaf_e.f1 == pytest.approx(100)


def test_a_split_entity_costs_recall_alone() -> None:
    score = agreement([1, 1, 1, 1, 2], [1, 1, 3, 3, 2])
    assert score.b_cubed == pytest.approx((100, 60, 75))
    assert score.muc == pytest.approx((100, 66.67, 80), abs=0.01)
    assert score.ceaf_e.precision == pytest.approx(100 * (1 + 2 / 3) / 3)


def test_counts_give_precision_and_recall() -> None:
    assert counted(3, 1, 2) == pytest.approx((75, 60, 66.67), abs=0.01)
    assert counted(0, 0, 0) == (0, 0, 0)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("B-A I-A O B-A", [(0, 1, "A"), (3, 3, "A")]),
        ("I-A I-B I-B", [(0, 0, "A"), (1, 2, "B")]),
        ("S-A B-A E-A S-B", [(0, 0, "A"), (1, 2, "A"), (3, 3, "B")]),
        ("O O", []),
    ],
    ids=["BIO", "IOB1", "BIOES", "none"],
)
def test_chunks_of_every_scheme_are_read(tags: str, expected: list[tuple[int, int, str]]) -> None:
    assert list(chunks(tags.split())) == expected

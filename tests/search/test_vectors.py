from hypothesis import given
from hypothesis import strategies as st

from casefile.core.bits import vector
from casefile.search.vectors import at_least, counted, first, numbers, values

SIZE = 70
SETS = st.sets(st.integers(0, SIZE - 1)).map(sorted)
WEIGHTED = st.lists(st.tuples(SETS, st.integers(1, 6)), max_size=20)


def plainly(weighted: list[tuple[list[int], int]]) -> list[int]:
    return [sum(weight for some, weight in weighted if at in some) for at in range(SIZE)]


def planes_of(weighted: list[tuple[list[int], int]]) -> list[int]:
    return counted((vector(some), weight) for some, weight in weighted)


@given(SETS)
def test_a_vector_gives_its_names_back_in_order(names: list[int]) -> None:
    assert numbers(vector(names)) == names
    for most in (0, 1, 3, 99):
        assert numbers(first(vector(names), most)) == names[:most]


@given(WEIGHTED)
def test_counting_at_once_agrees_with_counting_one_by_one(
    weighted: list[tuple[list[int], int]],
) -> None:
    assert values(planes_of(weighted), range(SIZE)) == plainly(weighted)


@given(WEIGHTED, st.integers(1, 40))
def test_at_least_means_at_least(weighted: list[tuple[list[int], int]], least: int) -> None:
    wanted = [at for at, count in enumerate(plainly(weighted)) if count >= least]
    assert numbers(at_least(planes_of(weighted), least)) == wanted

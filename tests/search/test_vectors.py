from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from casefile.core.bits import vector
from casefile.search.vectors import at_least, counted, first, has_more, numbers, told

SIZE = 70
FAR = st.sets(st.integers(0, (1 << 20) + 99), max_size=40).map(sorted)
"""Names that are few among very many."""

NEAR = 1 << 17
"""Names before this one are looked at where a few steps are to tell how many there are."""

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
    every = vector(range(SIZE))
    assert told(every, planes_of(weighted)) == list(enumerate(plainly(weighted)))


@given(WEIGHTED, st.integers(1, 40))
def test_at_least_means_at_least(weighted: list[tuple[list[int], int]], least: int) -> None:
    wanted = [at for at, count in enumerate(plainly(weighted)) if count >= least]
    assert numbers(at_least(planes_of(weighted), least)) == wanted


@given(names=FAR, planes=st.lists(FAR, max_size=8), upper=st.integers(17, 20))
def test_of_few_names_among_many_numbers_are_told(
    names: list[int], planes: list[list[int]], upper: int
) -> None:
    # Names that differ by half of a power of 2 come to lie on each other.
    names = sorted({*names, *(name ^ 1 << upper - 1 for name in names[:1])})
    planes = [sorted({*plane, *names[at::2]}) for at, plane in enumerate(planes)]
    wanted = [
        (name, sum(1 << at for at, plane in enumerate(planes) if name in plane)) for name in names
    ]
    assert told(vector(names), [vector(plane) for plane in planes]) == wanted


@given(names=st.one_of(FAR, SETS, st.integers(1, 90_000).map(range)), most=st.integers(0, 60))
@example(names=range(70, 200_000), most=75)
@example(names=[0, 1, 2, NEAR], most=3)
def test_the_first_names_are_told_without_counting_all(names: Sequence[int], most: int) -> None:
    assert numbers(first(vector(names), most)) == list(names[:most])
    told = has_more(vector(names), most)
    assert told <= (len(names) > most)  # of names far behind it may not know
    assert told or sum(name < NEAR for name in names) <= most

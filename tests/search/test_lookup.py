"""Which names are looked at: the choice is judged on a part of them, and must hold for all."""

from collections.abc import Iterable, Sequence
from random import Random

from casefile.core.apart import APART
from casefile.model.words import Kind
from casefile.search.features import LONGEST_COUNTED
from casefile.search.lookup import FAR, NEAR, STRICT, as_typed, pool
from casefile.search.ranking import Asked

SIZE = 1 << 20


class Alike:
    """Names that all hold what is asked for, and all stand behind the part that is judged by."""

    size = SIZE

    def __init__(self, names: int) -> None:
        self._names = ((1 << names) - 1) << (SIZE - names)

    def vectors(self, columns: Iterable[int]) -> dict[int, tuple[int, int]]:
        return {column: (self._names, self._names.bit_count()) for column in columns}

    def signed(self) -> Sequence[int]:
        return ()

    def longer(self, lengths: Sequence[int]) -> Sequence[int]:
        return [0] * (LONGEST_COUNTED + 2)


class Apart:
    """Many names, each of which holds some of what is asked for, and none all."""

    size = 1 << 18

    def vectors(self, columns: Iterable[int]) -> dict[int, tuple[int, int]]:
        found = {}
        for column in columns:
            drawn = Random(column)
            names = drawn.getrandbits(self.size) & drawn.getrandbits(self.size)
            found[column] = names, names.bit_count()
        return found

    def signed(self) -> Sequence[int]:
        return ()

    def longer(self, lengths: Sequence[int]) -> Sequence[int]:
        every = (1 << self.size) - 1
        return [every] * 8 + [0] * (2 * LONGEST_COUNTED)


def test_names_that_the_judged_part_does_not_hold_are_found() -> None:
    index, asked, kinds = Alike(5_000), Asked("mar"), list(Kind)
    found = pool(index, asked, kinds, as_typed(index, asked, kinds))
    assert found.names
    assert min(found.names) >= SIZE - 5_000
    assert set(as_typed(index, asked, kinds)) <= set(found.names)


def test_looking_less_far_finds_no_more() -> None:
    index, asked, kinds = Apart(), Asked("mariono"), list(Kind)
    typed = as_typed(index, asked, kinds)
    strict, near, far = (
        set(pool(index, asked, kinds, typed, reach).names) for reach in (STRICT, NEAR, FAR)
    )
    assert strict == set(typed)
    assert strict <= near & far
    assert 0 < len(near) < len(far)


class Signed:
    """Names of which three have such characters, and two of these those asked for.

    In all other columns stand one of the two and one more.
    """

    size = 1 << 10

    def signed(self) -> Sequence[int]:
        return [7, 20, 900]

    def vectors(self, columns: Iterable[int]) -> dict[int, tuple[int, int]]:
        return {one: (0b110, 2) if one >= APART else (1 << 20 | 1 << 30, 2) for one in columns}

    def longer(self, lengths: Sequence[int]) -> Sequence[int]:
        every = 0b111 if lengths[0] >= APART else (1 << self.size) - 1
        return [every] * 8 + [0] * (2 * LONGEST_COUNTED)


def test_names_with_the_characters_are_told_by_their_numbers() -> None:
    assert pool(Signed(), Asked("大連"), list(Kind), ()).names == [20, 900]
    found = pool(Signed(), Asked("大連 b"), list(Kind), ())
    shares = dict(zip(found.names, found.shares, strict=True))
    assert shares[20] == 1 > shares[30]

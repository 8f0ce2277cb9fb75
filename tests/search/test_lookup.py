"""Which names are looked at: the choice is judged on a part of them, and must hold for all."""

from collections.abc import Iterable, Sequence

from casefile.model.words import Kind
from casefile.search.features import LONGEST_COUNTED
from casefile.search.lookup import as_typed, pool
from casefile.search.ranking import Asked

SIZE = 1 << 20


class Alike:
    """Names that all hold what is asked for, and all stand behind the part that is judged by."""

    size = SIZE

    def __init__(self, names: int) -> None:
        self._names = ((1 << names) - 1) << (SIZE - names)

    def vectors(self, columns: Iterable[int]) -> dict[int, tuple[int, int]]:
        return {column: (self._names, self._names.bit_count()) for column in columns}

    def longer(self) -> Sequence[int]:
        return [0] * (LONGEST_COUNTED + 2)


def test_names_that_the_judged_part_does_not_hold_are_found() -> None:
    index, asked, kinds = Alike(5_000), Asked("mar"), list(Kind)
    found = pool(index, asked, kinds, as_typed(index, asked, kinds))
    assert found.names
    assert min(found.names) >= SIZE - 5_000
    assert set(found.typed) <= set(found.names)

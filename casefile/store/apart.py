"""The names that stand in columns apart: their places, and these columns on disk.

In a block the names of all columns apart are numbered in order. Which they are says a row
of its own, ALL; the rows of the columns hold these places instead of numbers.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from casefile.core.apart import APART
from casefile.core.bits import listed, vector
from casefile.errors import DamagedCase
from casefile.store.postings import BLOCK, Bitmap, little, pack, unpack

ALL = 0xFFFF
"""The row of a block with the numbers of its names apart, two bytes each."""


def packed_rows(held: Mapping[int, int]) -> dict[int, bytes]:
    """Return the rows of the columns apart of a block, and ALL; none where no name is in one.

    Args:
        held: The vector of each column; other columns are passed over.
    """
    apart = {column: listed(names) for column, names in held.items() if column >= APART and names}
    every = sorted(set[int]().union(*apart.values()))
    if not every:
        return {}
    places = {number: place for place, number in enumerate(every)}
    rows = {
        column: pack(vector([places[number] for number in numbers]))
        for column, numbers in apart.items()
    }
    return {**rows, ALL: little(array("H", every)).tobytes()}


def unpacked_rows(rows: Mapping[int, bytes]) -> dict[int, int]:
    """Return the vector of each column apart of a block, given all its rows.

    Raises:
        DamagedCase: A row holds a place that no name has.
    """
    every = numbers_in(rows.get(ALL, b""))
    found = {}
    for column, row in rows.items():
        if APART <= column < ALL:
            places = listed(int.from_bytes(unpack(row), "little"))
            if places and places[-1] >= len(every):
                raise DamagedCase("The index of names is damaged.")
            found[column] = vector([every[place] for place in places])
    return found


def numbers_in(row: bytes) -> Sequence[int]:
    """Return the numbers within the block that a row ALL holds."""
    return little(array("H", row[: len(row) // 2 * 2]))


class Places:
    """The names that columns apart hold, by their places in a vector of such a column.

    First the names of each block, up to a whole byte; then those that came since.
    """

    def __init__(self, blocks: Mapping[int, bytes]) -> None:
        """Number the names of the rows ALL of some blocks."""
        self.numbers = array("I")
        """The number of the name at each place; of places to fill a byte that of the last."""
        self.bytes: dict[int, tuple[int, int]] = {}
        """For each block where it begins and how long it is, in bytes."""
        for block, row in sorted(blocks.items()):
            numbers = [block * BLOCK + number for number in numbers_in(row)]
            numbers += numbers[-1:] * (-len(numbers) % 8)
            self.bytes[block] = len(self.numbers) // 8, len(numbers) // 8
            self.numbers.extend(numbers)
        self._filed = len(self.numbers)
        self._added: dict[int, int] = {}

    def with_more(self, names: Mapping[int, bytes]) -> "Places":
        """Return these places, and after them those of names that have none so far.

        Args:
            names: The columns of each name, in order, as two bytes each.
        """
        more = Places({})
        more.numbers, more.bytes, more._filed = self.numbers[:], self.bytes, self._filed
        more._added = self._added.copy()
        for number, columns in names.items():
            if _is_apart(columns) and more.of(number) is None:
                more._added[number] = len(more.numbers)
                more.numbers.append(number)
        return more

    def of(self, number: int) -> int | None:
        """Return the place of a name; None where it has none."""
        at = bisect_left(self.numbers, number, hi=self._filed)
        if at < self._filed and self.numbers[at] == number:
            return at
        return self._added.get(number)

    def by_place(self, names: Mapping[int, bytes]) -> dict[int, bytes]:
        """Return the columns of some names by their places; of names without one nothing."""
        found = ((self.of(number), columns) for number, columns in names.items())
        return {place: columns for place, columns in found if place is not None}

    def joined(self, parts: Iterable[tuple[int, Bitmap]]) -> int:
        """Return a column, given its bitmap in each block that has one."""
        data = bytearray(self._filed // 8)
        for block, bitmap in parts:
            start, length = self.bytes.get(block, (0, 0))
            part = bitmap[:length]
            data[start : start + len(part)] = part
        return int.from_bytes(data, "little")


def _is_apart(columns: bytes) -> bool:
    return columns[-1:] >= bytes([APART >> 8])

"""Sets of numbered names as long integers, and counting with them.

Bit N of a vector says something of name N. A row of planes is a number for every
name: bit N of plane P is worth 2 to the power of P. Adding planes with full adders
counts for all names at once (carry-save; Knuth, TAOCP 4A, 7.1.3): for 1,000,000 names
an operation takes 4 microseconds, so Python's integers serve as well as arrays would.
"""

import struct
from collections.abc import Iterable, Sequence
from itertools import compress

Planes = list[int]

_MANY = 1 << 18
"""Names from which on the threshold is first sought among a part of them."""

_PART = 1 << 16
"""Names in that part."""


def counted(weighted: Iterable[tuple[int, int]]) -> Planes:
    """Return for every name the sum of the weights of the vectors that hold it.

    Args:
        weighted: Vectors, each with a weight above 0.
    """
    columns: list[list[int]] = []
    for vector, weight in weighted:
        while len(columns) < weight.bit_length():
            columns.append([])
        for plane in range(weight.bit_length()):
            if weight >> plane & 1:
                columns[plane].append(vector)
    planes: Planes = []
    carried: list[int] = []
    while columns or carried:
        column = (columns.pop(0) if columns else []) + carried
        carried = []
        while len(column) > 2:
            a, b, c = column.pop(), column.pop(), column.pop()
            either = a ^ b
            column.insert(0, either ^ c)
            carried.append(a & b | either & c)
        if len(column) == 2:
            a, b = column
            carried.append(a & b)
            column = [a ^ b]
        planes.append(column[0] if column else 0)
    return planes


def added(left: Planes, right: Planes) -> Planes:
    """Return the sum of two numbers for every name."""
    planes: Planes = []
    carry = 0
    for at in range(max(len(left), len(right))):
        a = left[at] if at < len(left) else 0
        b = right[at] if at < len(right) else 0
        either = a ^ b
        planes.append(either ^ carry)
        carry = a & b | either & carry
    return [*planes, carry] if carry else planes


def doubled(planes: Planes) -> Planes:
    """Return twice the number for every name."""
    return [0, *planes]


def at_least(planes: Planes, least: int) -> int:
    """Return the names whose number is at least this, which is above 0."""
    if least >> len(planes):
        return 0
    above, level = 0, -1
    for at in range(len(planes) - 1, -1, -1):
        if least >> at & 1:
            level &= planes[at]
        else:
            above |= level & planes[at]
    return above | level


def highest(planes: Planes, most: int, *, names: int) -> int:
    """Return about ``most`` names, those with the highest numbers above 0.

    Names with one number are in or out together, up to twice as many; beyond that
    those that were numbered first are in.

    Args:
        planes: The numbers.
        most: How many names to choose.
        names: How many there are.
    """
    top = (1 << len(planes)) - 1
    if names >= _MANY:
        part = (1 << _PART) - 1
        sample = [plane & part for plane in planes]
        least = _threshold(sample, max(1, most * _PART // names), 1, top)
        while least < top and at_least(planes, least + 1).bit_count() >= most:
            least += 1
        while least > 1 and at_least(planes, least).bit_count() < most:
            least -= 1
    else:
        least = _threshold(planes, most, 1, top)
    chosen = at_least(planes, least)
    if chosen.bit_count() > 2 * most:
        above = at_least(planes, least + 1)
        wanted = max(0, most - above.bit_count())
        chosen = above | vector(numbers(chosen ^ above, limit=wanted))
    return chosen


def _threshold(planes: Planes, most: int, low: int, high: int) -> int:
    """Return the highest number that at least ``most`` names have; ``low`` if none."""
    while low < high:
        middle = (low + high + 1) // 2
        if at_least(planes, middle).bit_count() >= most:
            low = middle
        else:
            high = middle - 1
    return low


def vector(names: Sequence[int]) -> int:
    """Return the vector of some names."""
    if not names:
        return 0
    data = bytearray((max(names) >> 3) + 1)
    for name in names:
        data[name >> 3] |= 1 << (name & 7)
    return int.from_bytes(data, "little")


def numbers(vector: int, *, limit: int | None = None) -> list[int]:
    """Return the names of a vector in order, the first ``limit`` of them."""
    size = (vector.bit_length() + 63) // 64
    words = struct.unpack(f"<{size}Q", vector.to_bytes(size * 8, "little"))
    found: list[int] = []
    for at in compress(range(size), words):
        word = words[at]
        while word:
            last = word & -word
            found.append((at << 6) + last.bit_length() - 1)
            word ^= last
        if limit is not None and len(found) >= limit:
            return found[:limit]
    return found


def values(planes: Planes, names: Sequence[int]) -> list[int]:
    """Return the numbers of some names, in their order."""
    found = [0] * len(names)
    for place, plane in enumerate(planes):
        row = plane.to_bytes(plane.bit_length() // 8 + 1, "little")
        size, worth = len(row) * 8, 1 << place
        for at, name in enumerate(names):
            if name < size and row[name >> 3] >> (name & 7) & 1:
                found[at] += worth
    return found

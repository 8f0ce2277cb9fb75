"""Sets of numbered names as long integers, and counting with them.

Bit N of a vector says something of name N. A row of planes is a number for every
name: bit N of plane P is worth 2 to the power of P. Adding planes with full adders
counts for all names at once (carry-save; Knuth, TAOCP 4A, 7.1.3): for 1,000,000 names
an operation takes 4 microseconds, so Python's integers serve as well as arrays would.
"""

from collections.abc import Iterable, Sequence
from itertools import compress

Planes = list[int]


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


def first(vector: int, most: int) -> int:
    """Return the first so many names of a vector."""
    at, left = 0, vector
    while most > 0 and left.bit_count() > most:
        half = (left.bit_length() + 1) // 2
        lower = left & (1 << half) - 1
        count = lower.bit_count()
        if count > most:
            left = lower
        else:
            at, left, most = at + half, left >> half, most - count
    return vector & (1 << (at + left.bit_length() if most > 0 else at)) - 1


def numbers(vector: int) -> list[int]:
    """Return the names of a vector in order."""
    data = vector.to_bytes(vector.bit_length() // 8 + 1, "little")
    # Of few names it is quickest to look for the next byte that is not 0.
    find = data.translate(_ANY).find
    found: list[int] = []
    at = find(1)
    while at >= 0:
        found += [at << 3 | bit for bit in _PLACES[data[at]]]
        at = find(1, at + 1)
    return found


_ANY = bytes([0] + [1] * 255)
"""Bytes to 1 where any bit is set."""

_PLACES = [[bit for bit in range(8) if byte >> bit & 1] for byte in range(256)]


def values(planes: Planes, names: Sequence[int]) -> list[int]:
    """Return the numbers of some names, in their order."""
    if not names:
        return []
    places = [name >> 3 for name in names]
    # One byte for each name in its plane, of which one bit counts; all names at once.
    bits = int.from_bytes(bytes(_BITS[name & 7] for name in names), "little")
    size = max(places) + 1
    found = [0] * len(names)
    for place, plane in enumerate(planes):
        if not plane:
            continue
        row = plane.to_bytes(max(size, plane.bit_length() // 8 + 1), "little")
        held = int.from_bytes(bytes(map(row.__getitem__, places)), "little") & bits
        worth = 1 << place
        for at in compress(range(len(names)), held.to_bytes(len(names), "little")):
            found[at] += worth
    return found


_BITS = [1 << bit for bit in range(8)]

"""Sets of numbered names as long integers, and counting with them.

Bit N of a vector says something of name N. A row of planes is a number for every
name: bit N of plane P is worth 2 to the power of P. Adding planes with full adders
counts for all names at once (carry-save; Knuth, TAOCP 4A, 7.1.3): for 1,000,000 names
an operation takes 4 microseconds, so Python's integers serve as well as arrays would.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

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
    at, left = 0, _beginning(vector, most)
    while most > 0 and left.bit_count() > most:
        half = (left.bit_length() + 1) // 2
        lower = left & (1 << half) - 1
        count = lower.bit_count()
        if count > most:
            left = lower
        else:
            at, left, most = at + half, left >> half, most - count
    return vector & (1 << (at + left.bit_length() if most > 0 else at)) - 1


def has_more(vector: int, most: int) -> bool:
    """Tell whether the first 131,072 names of a vector hold more than so many; a few steps tell."""
    return (vector & _below(_ROW)).bit_count() > most


def _beginning(vector: int, least: int) -> int:
    """Return as much of a vector as it takes for so many names, and up to seven times more.

    To count all names of a long vector takes long, and often most of them are not wanted.
    """
    size, length = _ROW >> 3, vector.bit_length()
    while size < length:
        part = vector & _below(size)
        if part.bit_count() >= least:
            return part
        size <<= 3
    return vector


def numbers(vector: int) -> list[int]:
    """Return the names of a vector in order."""
    laid = _laid(vector, ())
    places = _places(laid.names)
    if not laid.upper:
        return places
    halves = _summed(_held(laid.upper, places), len(places))
    return sorted(place + laid.size * half for place, half in zip(places, halves, strict=True))


def told(vector: int, planes: Sequence[int]) -> list[tuple[int, int]]:
    """Return the names of a vector in order, each with its number in at most eight planes."""
    laid = _laid(vector, [plane & vector for plane in planes])
    places = _places(laid.names)
    held = _held([*laid.planes, *laid.upper], places)
    values = _summed(held[: len(planes)], len(places))
    halves = _summed(held[len(planes) :], len(places))
    found = [place + laid.size * half for place, half in zip(places, halves, strict=True)]
    return sorted(zip(found, values, strict=True))


class _Laid(NamedTuple):
    """A vector whose halves lie over each other, and planes laid in the same way."""

    size: int
    """All places in it are below this."""
    names: int
    planes: list[int]
    upper: list[int]
    """Which were of the upper half, each time; the last first."""


def _laid(names: int, planes: Iterable[int]) -> _Laid:
    """Lay the halves of a vector over each other as long as no name comes to lie on another one.

    To make bytes of a long vector takes long.
    """
    size = 1 << max(0, names.bit_length() - 1).bit_length()
    rows, upper = list(planes), list[int]()
    while size > _ROW:
        half, below = size // 2, _below(size // 2)
        high, low = names >> half, names & below
        if high & low:
            break
        size, names = half, high | low
        rows = [row >> half | row & below for row in rows]
        upper = [high, *(row >> half | row & below for row in upper)]
    return _Laid(size, names, rows, upper)


def _places(vector: int) -> list[int]:
    data = vector.to_bytes(vector.bit_length() // 8 + 1, "little")
    # The runs of empty bytes tell where the others are, all at once.
    ends = accumulate(map(len, data.translate(_ANY).split(b"\1")))
    held = [at + end for at, end in enumerate(ends)][:-1]
    return [at << 3 | bit for at in held for bit in _PLACES[data[at]]]


def _held(planes: Sequence[int], places: Sequence[int]) -> list[int]:
    """Return for each plane whether it holds each place, as bytes of 0 or 1."""
    bytes_of = itemgetter(0, *(place >> 3 for place in places))
    bits = int.from_bytes(bytes([0, *(_BITS[place & 7] for place in places)]), "big")
    size, found = (places[-1] >> 3) + 1 if places else 1, []
    for plane in planes:
        # One byte for each place, of which one bit counts: all places at once.
        row = bytes(bytes_of(plane.to_bytes(size, "little"))) if plane else b""
        held = (int.from_bytes(row, "big") & bits).to_bytes(len(row), "big")
        found.append(int.from_bytes(held.translate(_ANY), "big"))
    return found


def _summed(held: Sequence[int], length: int) -> bytes:
    """Return for each of so many places its number, in at most eight planes."""
    total = sum(one << at for at, one in enumerate(held))
    return total.to_bytes(length, "big")


@lru_cache(maxsize=16)
def _below(size: int) -> int:
    return (1 << size) - 1


_ROW = 1 << 17
"""Names of which bytes are made at once."""

_ANY = bytes([0] + [1] * 255)
"""Bytes to 1 where any bit is set."""

_PLACES = [[bit for bit in range(8) if byte >> bit & 1] for byte in range(256)]

_BITS = [1 << bit for bit in range(8)]

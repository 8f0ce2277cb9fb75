"""Sets of numbers as long integers: bit N says whether N is in it."""

from collections.abc import Collection


def vector(numbers: Collection[int]) -> int:
    """Return the vector of some numbers."""
    if not numbers:
        return 0
    data = bytearray((max(numbers) >> 3) + 1)
    for number in numbers:
        data[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(data, "little")


def listed(names: int) -> list[int]:
    """Return the numbers of a vector in order."""
    find = f"{names:b}"[::-1].find
    found, at = [], find("1")
    while at >= 0:
        found.append(at)
        at = find("1", at + 1)
    return found

"""Which names of a block have a feature, as bytes, in whichever form is short.

The first byte tells the form: ``L`` a list of numbers of two bytes, ``B`` a bitmap,
``Z`` a bitmap compressed by zlib. Numbers are those within the block, little-endian.
"""

import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence

from casefile.errors import DamagedCase

BLOCK = 1 << 16
"""Names in a block."""

BLOCK_BYTES = BLOCK // 8

_SHORT = 128
"""Numbers up to which a list is kept: it is as quick to read as a bitmap is to unpack."""

_GROWING = 1024
"""Numbers up to which a list is added to: packing a bitmap takes 100 microseconds."""


_SPARSE = BLOCK_BYTES // 4
"""Bytes of a compressed bitmap above which it is kept as it is: unpacking takes too long."""


def count(names: bytes) -> int:
    """Return how many numbers a block holds."""
    if names[:1] == b"L":
        return (len(names) - 1) // 2
    return int.from_bytes(unpack(names), "little").bit_count()


def pack(numbers: Sequence[int]) -> bytes:
    """Return numbers, in order, in the form that takes least room."""
    if len(numbers) <= _SHORT:
        return _listed(numbers)
    data = bytearray(BLOCK_BYTES)
    _set(data, numbers)
    packed = zlib.compress(bytes(data), 6)
    return b"Z" + packed if len(packed) <= _SPARSE else b"B" + bytes(data)


def changed(names: bytes | None, added: Iterable[int], removed: Iterable[int]) -> bytes:
    """Return a block with some numbers more and some less; empty where none is left.

    Its form is quick to write, not always the shortest. What is both removed and
    added is there afterwards.
    """
    if names is None or names[:1] == b"L":
        known = _numbers(names) if names else ()
        kept = set(known).difference(removed).union(added)
        if len(kept) <= _GROWING:
            return _listed(sorted(kept)) if kept else b""
    data = bytearray(unpack(names or b"L"))
    for number in removed:
        data[number >> 3] &= ~(1 << (number & 7))
    _set(data, added)
    return b"B" + bytes(data) if any(data) else b""


def unpack(names: bytes) -> bytes:
    """Return a block as a bitmap of ``BLOCK`` bits.

    Raises:
        DamagedCase: It is none of the forms.
    """
    form = names[:1]
    if form == b"L":
        data = bytearray(BLOCK_BYTES)
        _set(data, _numbers(names))
        return bytes(data)
    try:
        bitmap = names[1:] if form == b"B" else zlib.decompress(names[1:])
    except zlib.error as error:
        raise DamagedCase("The index of names is damaged.") from error
    if len(bitmap) != BLOCK_BYTES:
        raise DamagedCase("The index of names is damaged.")
    return bitmap


def _listed(numbers: Sequence[int]) -> bytes:
    return b"L" + _little(array("H", numbers)).tobytes()


def _numbers(names: bytes) -> Sequence[int]:
    listed = array("H")
    listed.frombytes(names[1 : len(names) - (len(names) + 1) % 2])
    return _little(listed)


def _little(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _set(data: bytearray, numbers: Iterable[int]) -> None:
    for number in numbers:
        data[number >> 3] |= 1 << (number & 7)

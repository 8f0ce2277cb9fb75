"""Which names of a block a column holds, as bytes, in whichever form is short.

The first byte tells the form: ``L`` a list of numbers of two bytes, ``B`` a bitmap up
to its last byte that is not 0, ``Z`` such a bitmap compressed by zlib. Numbers are those
within the block, little-endian; in memory a block is an integer, bit N for number N.
"""

import sys
import zlib
from array import array

from casefile.core.bits import listed
from casefile.errors import DamagedCase

BLOCK = 1 << 16
"""Names in a block."""

BLOCK_BYTES = BLOCK // 8

Bitmap = bytes | memoryview
"""A block, up to its last byte that is not 0 at least."""

_SHORT = 128
"""Numbers up to which a list is kept: it is as quick to read as a bitmap is to unpack."""

_SPARSE = 24
"""One number in so many, or fewer: the bitmap is compressed, if that is worth it."""

_WORTH = 16
"""Part of the bytes to which compressing must bring them: unpacking takes long."""


def pack(names: int) -> bytes:
    """Return a block in the form that takes least room; empty where it holds nothing."""
    count = names.bit_count()
    data = names.to_bytes((names.bit_length() + 7) // 8, "little")
    if count <= _SHORT and 2 * count <= len(data):
        return b"L" + little(array("H", listed(names))).tobytes() if count else b""
    if count * _SPARSE <= 8 * len(data):
        packed = zlib.compress(data, 6)
        if len(packed) * _WORTH <= len(data):
            return b"Z" + packed
    return b"B" + data


def unpack(names: bytes) -> Bitmap:
    """Return a block as a bitmap, at most ``BLOCK_BYTES`` long.

    Raises:
        DamagedCase: It is none of the forms.
    """
    form = names[:1]
    if form == b"B":
        bitmap: Bitmap = memoryview(names)[1:]
    elif form == b"L":
        bitmap = _bitmap(names)
    else:
        try:
            bitmap = zlib.decompress(names[1:])
        except zlib.error as error:
            raise DamagedCase("The index of names is damaged.") from error
    if len(bitmap) > BLOCK_BYTES or form not in (b"B", b"L", b"Z"):
        raise DamagedCase("The index of names is damaged.")
    return bitmap


def _bitmap(names: bytes) -> bytes:
    data = bytearray(BLOCK_BYTES)
    for number in little(array("H", names[1 : len(names) - (len(names) + 1) % 2])):
        data[number >> 3] |= 1 << (number & 7)
    return bytes(data)


def little(numbers: "array[int]") -> "array[int]":
    """Return numbers of this machine as little-endian ones, or the other way round."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers

"""A text without its white space, and the way back: to compare what is said, however it is set."""

import re
from array import array
from bisect import bisect_left, bisect_right


class Squeezed:
    """The characters of a text that are no white space, in order."""

    def __init__(self, text: str) -> None:
        """Take the white space out of a text, and remember where it was."""
        self.text = text
        self.signs = "".join(text.split())
        self._at = array("q", (at for at, sign in enumerate(text) if not sign.isspace()))
        breaks = {self.number(found.start()) for found in re.finditer("\n", text)}
        self._breaks = sorted(breaks | {0, len(self.signs)})

    def __len__(self) -> int:
        return len(self.signs)

    def number(self, at: int) -> int:
        """Return how many signs stand before a place in the text."""
        return bisect_left(self._at, at)

    def outer(self, start: int, stop: int) -> tuple[int, int]:
        """Return where in the text some signs stand, without the white space around them."""
        return self._at[start], self._at[stop - 1] + 1

    def line(self, number: int) -> tuple[int, int]:
        """Return the first sign of the line before a place, and the last of the line after it."""
        first = self._breaks[bisect_right(self._breaks, number) - 1]
        return first, self._breaks[bisect_left(self._breaks, number)]

    def is_break(self, number: int) -> bool:
        """Tell whether a line ends before a sign, or the text does there."""
        return self._breaks[bisect_right(self._breaks, number) - 1] == number

    def is_within_word(self, number: int) -> bool:
        """Tell whether a word goes on from the sign before to this one, without white space."""
        if not 0 < number < len(self):
            return False
        touches = self._at[number - 1] + 1 == self._at[number]
        return touches and self.signs[number - 1].isalnum() and self.signs[number].isalnum()

    def places(self, signs: str) -> list[int]:
        """Return where a run of signs begins, everywhere, also where such runs overlap."""
        found = []
        at = self.signs.find(signs)
        while at >= 0:
            found.append(at)
            at = self.signs.find(signs, at + 1)
        return found


def agreeing_after(one: str, at: int, other: str, there: int, limit: int) -> int:
    """Return how many signs are the same from two places onwards, at most ``limit``.

    >>> agreeing_after("in mid May", 3, "of mid June", 3, 100)
    4
    """
    least, most = 0, min(limit, len(one) - at, len(other) - there)
    while least < most:
        middle = (least + most + 1) // 2
        if one[at + least : at + middle] == other[there + least : there + middle]:
            least = middle
        else:
            most = middle - 1
    return least


def agreeing_before(one: str, at: int, other: str, there: int, limit: int) -> int:
    """Return how many signs are the same from two places backwards, at most ``limit``.

    >>> agreeing_before("in mid May", 6, "of mid June", 6, 100)
    4
    """
    least, most = 0, min(limit, at, there)
    while least < most:
        middle = (least + most + 1) // 2
        if one[at - middle : at - least] == other[there - middle : there - least]:
            least = middle
        else:
            most = middle - 1
    return least

"""Which names share most with what was typed, given how many features each of them shares.

Two views count: a name of about the length of what was typed, and one that goes on where
the typing stopped. How many features are enough is judged by a part of all names.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from casefile.search.features import LONGEST_COUNTED
from casefile.search.vectors import Planes, at_least, first

_NEAR = 9
"""Letters by which a name may be longer or shorter before its length says nothing."""

_SAMPLE = 1 << 15
"""Names, at least, by which the number that is high enough is first sought."""

_TOO_MANY, _OF_MANY = 4_000, 1_500
"""Names that are too many to compare, 3 us each, and how many of them are wanted then."""

_View = Callable[["_Shared", int, int], int]
"""Takes what names share, letters of the query, points; gives the names with so many."""


class _Shared:
    """How many features names share with a query, by weight, and how long they are.

    Of the first names, where only these are to be judged by.
    """

    def __init__(self, planes: Planes, longer: Sequence[int], first: int | None = None) -> None:
        self._names = None if first is None else (1 << first) - 1
        self._planes = [self._of_these(plane) for plane in planes]
        self._longer = longer
        self._known: dict[int, int] = {}
        self._known_longer: dict[int, int] = {}

    def _of_these(self, names: int) -> int:
        return names if self._names is None else names & self._names

    def longer(self, letters: int) -> int:
        """Return the names of so many letters or more."""
        if letters not in self._known_longer:
            self._known_longer[letters] = self._of_these(self._longer[letters])
        return self._known_longer[letters]

    def at_least(self, least: int) -> int:
        """Return the names that share so many."""
        if least not in self._known:
            self._known[least] = at_least(self._planes, least)
        return self._known[least]


def nearest(
    planes: Planes, longer: Sequence[int], size: int, letters: int, *, whole: int, begun: int
) -> int:
    """Return the names that share most.

    Args:
        planes: For every name the features it shares, by weight.
        longer: For 0 letters, 1 letter ... the names of so many or more.
        size: All numbers of names are below it.
        letters: Of what was typed.
        whole: Names wanted that are about as long; mostly up to twice as many are given.
        begun: Names wanted that go on.
    """
    letters = min(letters, LONGEST_COUNTED)
    shared = _Shared(planes, longer)
    part = sample_size(size)
    sample = shared if part == size else _Shared(planes, longer, part)
    # Nearly as many features as the highest make up for the letters, and one more at most.
    ceiling = range(1, 1 + (1 << len(planes)))
    found = 0
    for view, most in ((_whole, whole), (_begun, begun)):
        if most:
            enough = max(1, most * part // size)
            names, count = _best(shared, sample, view, letters, ceiling, most=most, enough=enough)
            if count > _TOO_MANY:
                # The part is unlike the rest, such as long titles that all stand behind it.
                names, _ = _best(
                    shared, shared, view, letters, ceiling, most=_OF_MANY, enough=_OF_MANY
                )
            found |= names
    return found


def sample_size(size: int) -> int:
    """Return how many of so many names are judged by."""
    return size if size < 2 * _SAMPLE else max(_SAMPLE, size // 16)


def sampled(rows: Sequence[int], size: int) -> list[int]:
    """Return the part of vectors of so many names by which to judge."""
    part = (1 << sample_size(size)) - 1
    return [row & part for row in rows]


def _best(
    shared: _Shared,
    sample: _Shared,
    view: _View,
    letters: int,
    ceiling: range,
    *,
    most: int,
    enough: int,
) -> tuple[int, int]:
    """Return about so many names, up to twice as many, those with the most points in a view.

    Of those with the fewest points that are enough the ones that were numbered first. Many more
    where the sample, in which so many are enough, is unlike the rest. And how many they are.
    """
    alike = _highest(ceiling, sample.at_least, enough)
    points = range(3 * alike, 4 * (alike + 1) + _NEAR)
    low = _highest(points, lambda least: view(sample, letters, least), enough)
    names = view(shared, letters, low)
    count = names.bit_count()
    while low > 1 and 2 * count < most:
        low -= 1
        names = view(shared, letters, low)
        count = names.bit_count()
    if count > 2 * most:
        above = view(shared, letters, low + 1)
        sure = above.bit_count()
        return above | first(names, max(0, most - sure)), max(most, sure)
    return names, count


def _whole(shared: _Shared, letters: int, points: int) -> int:
    """Return the names with so many points, three for each feature, as long as the query.

    A letter more or less costs a third of a feature, up to 15 letters.
    """
    found = 0
    for least in range(max(1, -((_NEAR - points) // 3)), -(-points // 3) + 1):
        away = _NEAR - points + 3 * least
        names = shared.at_least(least)
        if away < _NEAR and names:
            names &= shared.longer(max(0, letters - away)) ^ shared.longer(letters + away + 1)
        found |= names
    return found


def _begun(shared: _Shared, letters: int, points: int) -> int:
    """Return the names with so many points, four for each feature, longer than the query.

    Of a name that is still being typed only letters that it lacks cost, and six more
    letters a quarter of a feature.
    """
    found, longer = 0, shared.longer
    for least in range(max(1, -((3 - points) // 4)), -(-points // 4) + 1):
        needed = points - 4 * least
        names = shared.at_least(least)
        if needed > 0:
            found |= names & (longer(letters) ^ longer(letters + 6 * (4 - needed)))
        else:
            found |= names & longer(max(0, letters - 1))
    return found


def _highest(points: range, found: Callable[[int], int], enough: int) -> int:
    """Return the highest number of points that enough names have; the lowest where none is."""
    at = bisect_left(points, True, lo=1, key=lambda least: found(least).bit_count() < enough)
    return points[at - 1]

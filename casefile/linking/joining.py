"""Joining what is one, the best match first, never against a veto."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

One = TypeVar("One", bound=Hashable)


def joined(
    pairs: Iterable[tuple[One, One]],
    *,
    vetoed: Callable[[Sequence[One], Sequence[One]], bool] = lambda one, other: False,
) -> Iterator[tuple[One, One]]:
    """Yield the pairs by which two groups became one; a veto keeps two groups apart.

    Args:
        pairs: What is one if nothing is against it, best first: of two matches that
            exclude each other the first holds. What stands in no pair is alone.
        vetoed: Whether two groups, each in the order in which it grew, are not one.
    """
    group: dict[One, list[One]] = {}
    for one, other in pairs:
        mine, theirs = group.setdefault(one, [one]), group.setdefault(other, [other])
        if mine is theirs or vetoed(mine, theirs):
            continue
        mine += theirs
        group |= dict.fromkeys(theirs, mine)
        yield one, other

"""The index as it is asked: all names, or those with CJK characters alone, which are few."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import and_
from typing import Protocol

from casefile.core.bits import vector
from casefile.model.words import Kind
from casefile.search.columns import SIGN, kind_of
from casefile.search.features import LENGTHS, SIGN_LENGTHS, Feature, of_kind
from casefile.search.vectors import numbers

Vectors = Mapping[int, tuple[int, int]]
"""For each column its vector and about how many names that holds."""


class Index(Protocol):
    """The vectors of a case."""

    @property
    def size(self) -> int:
        """All numbers of names are below it."""

    def vectors(self, columns: Iterable[int]) -> Vectors:
        """Return the vectors of columns."""

    def longer(self, lengths: Sequence[int]) -> Sequence[int]:
        """Return for each of these columns the names that it or a later one holds."""

    def signed(self) -> Sequence[int]:
        """Return the names with CJK characters; the columns of these hold places in it."""


class View(Protocol):
    """Names that are counted."""

    index: Index

    @property
    def size(self) -> int:
        """All places of names are below it."""

    def longer(self) -> Sequence[int]:
        """Return for 0 letters, 1 letter ... the vector of the names of so many or more."""

    def kind(self, kind: Kind) -> int:
        """Return the column of the names of one kind of thing."""

    def holding(self, feature: Feature, vectors: Vectors) -> int:
        """Return the names with a feature."""


class All:
    """All names, by their numbers."""

    def __init__(self, index: Index) -> None:
        self.index, self.size = index, index.size

    def longer(self) -> Sequence[int]:
        """Return for 0 letters, 1 letter ... the vector of the names of so many or more."""
        return self.index.longer(LENGTHS)

    def kind(self, kind: Kind) -> int:
        """Return the column of the names of one kind of thing."""
        return of_kind(kind)

    def holding(self, feature: Feature, vectors: Vectors) -> int:
        """Return the names with a feature."""
        names = _in_all(feature, vectors)
        if kind_of(feature[0]) != SIGN:
            return names
        return vector([self.index.signed()[place] for place in numbers(names)])


class Signed:
    """The names with CJK characters, by their places among these."""

    def __init__(self, index: Index) -> None:
        self.index, self.numbers = index, index.signed()
        self.size = max(1, len(self.numbers))

    def longer(self) -> Sequence[int]:
        """Return for 0 letters, 1 letter ... the vector of the names of so many or more."""
        return self.index.longer(SIGN_LENGTHS)

    def kind(self, kind: Kind) -> int:
        """Return the column of the names of one kind of thing."""
        return of_kind(kind, of_signs=True)

    def holding(self, feature: Feature, vectors: Vectors) -> int:
        """Return the names with a feature."""
        return _in_all(feature, vectors)


def _in_all(feature: Feature, vectors: Vectors) -> int:
    return reduce(and_, (vectors[column][0] for column in feature))

"""Measures of this folder: precision, recall and F1, and how well two partitions agree.

Partitions are scored as in coreference: MUC (Vilain and others 1995), B-cubed (Bagga and
Baldwin 1998) and CEAF-e (Luo 2005), whose mean is the CoNLL score (Pradhan and others 2012).
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import NamedTuple


class PRF(NamedTuple):
    """Precision, recall and F1, 0 to 100."""

    precision: float
    recall: float
    f1: float


def prf(precision: float, recall: float) -> PRF:
    """Return both in per cent with their harmonic mean."""
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return PRF(100 * precision, 100 * recall, 100 * f1)


def counted(right: int, wrong: int, missed: int) -> PRF:
    """Return the scores of what was found rightly, wrongly and not at all."""
    found, wanted = right + wrong, right + missed
    return prf(right / found if found else 0.0, right / wanted if wanted else 0.0)


class Agreement(NamedTuple):
    """How well two partitions of the same mentions agree."""

    muc: PRF
    b_cubed: PRF
    ceaf_e: PRF

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


Clusters = list[frozenset[int]]


def agreement(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Agreement:
    """Score the clusters found; both sequences give each mention the mark of its cluster."""
    key, response = _clusters(gold), _clusters(found)
    total = _most_alike(key, response)
    return Agreement(
        prf(_muc(response, key), _muc(key, response)),
        prf(_b_cubed(response, key), _b_cubed(key, response)),
        prf(total / len(response), total / len(key)),
    )


def _clusters(marks: Sequence[Hashable]) -> Clusters:
    members: defaultdict[Hashable, set[int]] = defaultdict(set)
    for mention, mark in enumerate(marks):
        members[mark].add(mention)
    return [frozenset(one) for one in members.values()]


def _muc(key: Clusters, response: Clusters) -> float:
    where = {mention: number for number, one in enumerate(response) for mention in one}
    parts = sum(len(one) - len({where[mention] for mention in one}) for one in key)
    links = sum(len(one) - 1 for one in key)
    return parts / links if links else 0.0


def _b_cubed(key: Clusters, response: Clusters) -> float:
    where = {mention: one for one in response for mention in one}
    total = sum(len(one & where[mention]) / len(one) for one in key for mention in one)
    return total / sum(len(one) for one in key)


def _most_alike(key: Clusters, response: Clusters) -> float:
    """Return the sum of phi-4 over the best one-to-one assignment of clusters."""
    small, large = sorted((key, response), key=len)
    alike = [[2 * len(one & other) / (len(one) + len(other)) for other in large] for one in small]
    return sum(alike[row][column] for row, column in enumerate(assignment(alike)))


def assignment(worth: Sequence[Sequence[float]]) -> list[int]:
    """Return for each row its column so that the sum of worth is greatest.

    The Hungarian method with potentials, in O(rows² x columns); there must be at least
    as many columns as rows.
    """
    rows, columns = len(worth), len(worth[0]) if worth else 0
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], at = row, 0
        least = [float("inf")] * (columns + 1)
        used = [False] * (columns + 1)
        while row_of[at]:
            used[at] = True
            here, step, following = row_of[at], float("inf"), 0
            for column in range(1, columns + 1):
                if used[column]:
                    continue
                cost = -worth[here - 1][column - 1] - of_row[here] - of_column[column]
                if cost < least[column]:
                    least[column], way[column] = cost, at
                if least[column] < step:
                    step, following = least[column], column
            for column in range(columns + 1):
                if used[column]:
                    of_row[row_of[column]] += step
                    of_column[column] -= step
                else:
                    least[column] -= step
            at = following
        while at:
            row_of[at] = row_of[way[at]]
            at = way[at]
    found = [0] * rows
    for column in range(1, columns + 1):
        if row_of[column]:
            found[row_of[column] - 1] = column - 1
    return found

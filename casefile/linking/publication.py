"""When an undated source was published, from the company it keeps.

Saved pages often say only "on Friday, September 29th". The text then allows a
day in each of several years; of these the one is taken that lies close to
dated reports about the same people, and only if no other does.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from casefile.model.article import Published
from casefile.model.words import Basis, PartialDate

NEAR_DAYS = 366
"""A report of the same people within a year speaks for a candidate."""

FEWEST_PERSONS = 3
"""Persons that two reports must share to be about the same people."""


@dataclass(frozen=True, slots=True)
class Company:
    """A dated source and the persons that it names."""

    source: int
    date: PartialDate
    persons: frozenset[int]


def infer_published(
    candidates: Sequence[PartialDate],
    persons: AbstractSet[int],
    company: Sequence[Company],
) -> Published | None:
    """Return the only candidate that dated reports of the same people speak for, or None."""
    votes: Mapping[int, int] = {
        position: sum(_speaks_for(day, persons, one) for one in company)
        for position, day in enumerate(candidates)
    }
    backed = [position for position, count in votes.items() if count]
    if len(backed) != 1:
        return None
    count = votes[backed[0]]
    reports = "a report" if count == 1 else f"{count} reports"
    reason = f"the day fits, and {reports} of the same people within a year"
    return Published(candidates[backed[0]], Basis.INFERRED, reason)


def _speaks_for(day: PartialDate, persons: AbstractSet[int], one: Company) -> bool:
    if day.earliest is None or one.date.earliest is None:
        return False
    is_near = abs((day.earliest - one.date.earliest).days) <= NEAR_DAYS
    return is_near and len(persons & one.persons) >= FEWEST_PERSONS

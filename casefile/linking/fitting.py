"""Whether two tellings can be one event: days and places that fit, or exclude each other."""

from collections.abc import Callable

from casefile.core.edtf import overlap
from casefile.model.accounts import EventAccount
from casefile.model.words import PartialDate

Places = Callable[[int, int], bool]
"""Tells whether two places may be one: the same, or one inside the other."""

CLOSE_DAYS = 7
"""How far apart two fixed days may lie for one of them to be a mistake."""

_FIXED = 4
"""Days that a date may span and still be a fixed day, such as a long weekend."""


def excludes(one: EventAccount, other: EventAccount, fits: Places) -> bool:
    """Tell whether the days or the places of two accounts contradict each other."""
    if is_known(one.date) and is_known(other.date):
        assert one.date is not None
        assert other.date is not None
        if not overlap(one.date, other.date):
            return True
    elif months(one.date) and months(other.date) and not same_month_word(one.date, other.date):
        return True
    return one.place is not None and other.place is not None and not fits(one.place, other.place)


def at_one_place(one: EventAccount, other: EventAccount, fits: Places) -> bool:
    """Tell whether both name a place, and the places fit."""
    return one.place is not None and other.place is not None and fits(one.place, other.place)


def nearly(one: EventAccount, other: EventAccount) -> bool:
    """Tell whether one mistake in a day would explain the difference of two fixed days."""
    if not (is_known(one.date) and is_known(other.date)):
        return False
    assert one.date is not None
    assert other.date is not None
    if max(days(one.date), days(other.date)) > _FIXED:
        return False
    first, second = one.date.earliest, other.date.earliest
    assert first is not None
    assert second is not None
    return abs((first - second).days) <= CLOSE_DAYS


def is_known(when: PartialDate | None) -> bool:
    """Tell whether both ends of a date are resolved."""
    return when is not None and when.earliest is not None and when.latest is not None


def days(when: PartialDate) -> int:
    """Return the days that a known date leaves possible."""
    assert when.earliest is not None
    assert when.latest is not None
    return (when.latest - when.earliest).days + 1


def bounds(when: PartialDate | None) -> tuple[str, str]:
    """Return the first and the last day, as ISO dates; empty where there is none."""
    if when is None or when.earliest is None or when.latest is None:
        return ("", "")
    return (when.earliest.isoformat(), when.latest.isoformat())


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def months(when: PartialDate | None) -> set[int]:
    """Return the months that a date means, or that its unresolved wording names."""
    if when is None:
        return set()
    if when.earliest is not None and when.latest is not None:
        if when.earliest.year != when.latest.year:
            return set()
        return set(range(when.earliest.month, when.latest.month + 1))
    words = "".join(sign if sign.isalpha() else " " for sign in when.text.lower()).split()
    return {
        number for number, month in enumerate(_MONTHS, 1) for word in words if word[:3] == month
    }


def same_month_word(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Tell whether both mean one and the same month, be the year known or not."""
    return len(months(one)) == 1 and months(one) == months(other)

"""What a list shows of a cluster of events: the best of what its accounts tell."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casefile.core.edtf import specificity
from casefile.model.accounts import EventAccount
from casefile.model.words import EventKind, Modality, PartialDate

Within = Callable[[int, int], bool]
"""Tells whether the first place lies inside the second, or is it."""

_CERTAINTY = (
    Modality.HAPPENED,
    Modality.REPORTED,
    Modality.UNCERTAIN,
    Modality.PLANNED,
    Modality.DENIED,
)
"""Of several modalities the first is shown; the others stay in the accounts."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of the world as a list shows it."""

    kind: EventKind
    title: str
    date: PartialDate | None
    place: int | None
    modality: Modality
    secret: bool
    sources: int


def tell(accounts: Sequence[EventAccount], within: Within) -> Telling:
    """Return what to show of the accounts of one event, in order of their ids.

    The date is the one that says most, the place the innermost, the kind the
    commonest; an event that one source tells as happened is shown so, and that
    others deny it is a conflict, not an average.
    """
    kinds = Counter(account.kind for account in accounts)
    kind = max(kinds, key=lambda one: (kinds[one], -list(EventKind).index(one)))
    date = min((account.date for account in accounts), key=_vagueness)
    modalities = {account.modality for account in accounts}
    return Telling(
        kind=kind,
        title=_title(accounts, kind, date),
        date=date,
        place=_innermost(accounts, within),
        modality=next(one for one in _CERTAINTY if one in modalities),
        secret=any(account.secret for account in accounts),
        sources=len({account.source for account in accounts}),
    )


def _vagueness(when: PartialDate | None) -> tuple[int, int, str, str]:
    """Rank dates, the one that says most first; ties break by what they say, not by id."""
    if when is None:
        return (2, 0, "", "")
    days = specificity(when)
    return (days is None, days or 0, when.edtf or "", when.text)


def _title(accounts: Sequence[EventAccount], kind: EventKind, date: PartialDate | None) -> str:
    """Return the title of the account that says most: with place, date and who."""

    def rank(account: EventAccount) -> tuple[bool, bool, bool, int, str]:
        return (
            account.kind is not kind,
            account.place is None,
            account.date != date,
            -len(account.participants),
            account.title,
        )

    return min(accounts, key=rank).title


def _innermost(accounts: Sequence[EventAccount], within: Within) -> int | None:
    votes = Counter(account.place for account in accounts if account.place is not None)
    best: int | None = None
    # Ties break by what is told there: ids say only what came first.
    told = {place: min(one.title for one in accounts if one.place == place) for place in votes}
    for place in sorted(votes, key=lambda place: (-votes[place], told[place], place)):
        if best is None or (place != best and within(place, best) and not within(best, place)):
            best = place
    return best

"""Where accounts of one event give different values for one field.

Contradictions are kept and shown, never averaged. A value that only says less
(May 2014 beside 3 May 2014, China beside Dalian) is none.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from casefile.core.edtf import describe
from casefile.model.accounts import EventAccount
from casefile.model.words import Modality, PartialDate, Span

Within = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field with the passage that gives it."""

    value: str
    source: int
    span: Span


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two or more values for one field of one event."""

    field: str
    """``date``, ``place`` or ``happened``."""
    values: tuple[Value, ...]


def disagreements(
    accounts: Sequence[EventAccount], *, within: Within, place_name: Callable[[int], str]
) -> list[Disagreement]:
    """Return where the accounts of one event, or of one perhaps, disagree."""
    found = []
    for field, values in (
        ("date", _values(accounts, _date_of)),
        ("place", _values(accounts, lambda one: place_name(one.place) if one.place else None)),
        ("happened", _values(accounts, _happened)),
    ):
        differing = {value.value for value in values}
        if len(differing) > 1 and _differs(field, accounts, within):
            found.append(Disagreement(field, tuple(values)))
    return found


def disputes(
    clusters: Mapping[int, Sequence[EventAccount]],
    doubts: Iterable[tuple[int, int]],
    *,
    within: Within,
    place_name: Callable[[int], str],
) -> Iterator[tuple[int, Disagreement]]:
    """Yield what sources dispute of events, each with the event it is about.

    Args:
        clusters: The accounts of each event, by the id of the event.
        doubts: Pairs of accounts that may tell of one event.
        within: Whether a place lies in another.
        place_name: The name of a place.

    Events that may be one and differ in a field are in one dispute, about the lowest of
    them; so the answer does not depend on the order in which they came.
    """
    event_of = {account.id: id for id, mates in clusters.items() for account in mates}
    pairs = {
        (min(event_of[one], event_of[other]), max(event_of[one], event_of[other]))
        for one, other in doubts
        if one in event_of and other in event_of
    }
    for field in ("date", "place", "happened"):
        first = {id: id for id in clusters}
        for left, right in sorted(pairs):
            if any(
                _differs(field, (one, other), within)
                for one in clusters[left]
                for other in clusters[right]
            ):
                kept, gone = sorted((first[left], first[right]))
                first = {id: kept if at == gone else at for id, at in first.items()}
        groups: dict[int, list[EventAccount]] = defaultdict(list)
        for id, at in first.items():
            groups[at] += clusters[id]
        for about, accounts in groups.items():
            if len({account.source for account in accounts}) > 1:
                told = disagreements(accounts, within=within, place_name=place_name)
                yield from ((about, one) for one in told if one.field == field)


def _values(
    accounts: Sequence[EventAccount], read: Callable[[EventAccount], str | None]
) -> list[Value]:
    """Return one value for each source that gives one, in order of the accounts."""
    found: dict[tuple[str, int], Value] = {}
    for account in accounts:
        value = read(account)
        if value and account.evidence:
            source, span = account.evidence[0]
            found.setdefault((value, source), Value(value, source, span))
    return list(found.values())


def _date_of(account: EventAccount) -> str | None:
    when = account.date
    return describe(when) if when is not None and when.earliest and when.latest else None


def _happened(account: EventAccount) -> str | None:
    if account.modality in (Modality.HAPPENED, Modality.REPORTED):
        return "happened"
    return "denied" if account.modality is Modality.DENIED else None


def _differs(field: str, accounts: Sequence[EventAccount], within: Within) -> bool:
    if field == "happened":
        told = {_happened(account) for account in accounts}
        return {"happened", "denied"} <= told
    for one, other in combinations(accounts, 2):
        if one.source == other.source:
            continue
        if field == "date" and _days_differ(one.date, other.date):
            return True
        if field == "place" and one.place and other.place:
            inside = within(one.place, other.place) or within(other.place, one.place)
            if not inside:
                return True
    return False


def _days_differ(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Tell whether neither date lies inside the other."""
    if one is None or other is None:
        return False
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    inside = one.earliest >= other.earliest and one.latest <= other.latest
    around = one.earliest <= other.earliest and one.latest >= other.latest
    return not (inside or around)

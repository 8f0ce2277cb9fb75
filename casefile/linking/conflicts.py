"""Where accounts of one event give different values for one field.

Contradictions are kept and shown, never averaged. A value that only says less
(May 2014 beside 3 May 2014, China beside Dalian) is none.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from casefile.core.counts import Count, counts, differ, singular
from casefile.core.edtf import describe
from casefile.model.accounts import EventAccount
from casefile.model.differences import FIELDS
from casefile.model.words import Modality, PartialDate, Span


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
    """``date``, ``place``, ``happened`` or ``number``."""
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is asked of the case to compare accounts."""

    within: Callable[[int, int], bool]
    """Whether the first place lies inside the second, or is it."""
    place_name: Callable[[int], str]
    passage: Callable[[int, Span], str]
    """The words of a span of a source."""


def _disagreement(
    field: str, accounts: Sequence[EventAccount], known: Known
) -> Disagreement | None:
    # In the order of the texts: the numbers of what readers made are as they came.
    accounts = sorted(accounts, key=_where)
    if field == "number":
        values = _numbers(accounts, known)
        return Disagreement(field, tuple(values)) if values else None
    read = {
        "date": _date_of,
        "place": lambda one: known.place_name(one.place) if one.place else None,
        "happened": _happened,
    }[field]
    values = _values(accounts, read)
    if len({value.value for value in values}) > 1 and _differs(field, accounts, known.within):
        return Disagreement(field, tuple(values))
    return None


def _where(account: EventAccount) -> tuple[int, int, int, int]:
    """Return where an account stands in the texts; what stands nowhere comes last of its source."""
    if not account.evidence:
        return account.source or 0, 1, 0, account.id
    source, span = account.evidence[0]
    return source, 0, span.start, -span.end


def disputes(
    clusters: Mapping[int, Sequence[EventAccount]],
    doubts: Iterable[tuple[int, int]],
    known: Known,
) -> Iterator[tuple[int, Disagreement]]:
    """Yield what sources dispute of events, each with the event it is about.

    Args:
        clusters: The accounts of each event, by the id of the event.
        doubts: Pairs of accounts that may tell of one event.
        known: What is asked of the case.

    Events that may be one and differ in a field are in one dispute, about the lowest of
    them; so the answer does not depend on the order in which they came.
    """
    event_of = {account.id: id for id, mates in clusters.items() for account in mates}
    pairs = {
        (min(event_of[one], event_of[other]), max(event_of[one], event_of[other]))
        for one, other in doubts
        if one in event_of and other in event_of
    }
    for field in FIELDS:
        first = {id: id for id in clusters}
        for left, right in sorted(pairs):
            if any(
                _differs(field, (one, other), known.within)
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
                one = _disagreement(field, accounts, known)
                if one is not None:
                    yield about, one


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


def _numbers(accounts: Sequence[EventAccount], known: Known) -> list[Value]:
    """Return the numbers of the same that no two sources tell alike, in order of the accounts.

    A source that tells several numbers of the same may mean several things: it is not asked.
    """
    told: dict[tuple[str, str], dict[int, dict[str, tuple[Count, Value]]]] = {}
    for account in accounts:
        for source, span in account.evidence:
            for one in counts(known.passage(source, span)):
                of_source = told.setdefault((one.noun, one.state), {}).setdefault(source, {})
                value = _number(one, source, span, known)
                of_source.setdefault(f"{one.least} {one.most}", (one, value))
    found: list[Value] = []
    for by_source in told.values():
        single = [next(iter(of.values())) for of in by_source.values() if len(of) == 1]
        pairs = combinations(single, 2)
        if len(single) > 1 and all(differ(one, other) for (one, _), (other, _) in pairs):
            found += [value for _, value in single]
    return found


def _number(one: Count, source: int, within: Span, known: Known) -> Value:
    start = within.start + one.span.start
    words = one.span.of(known.passage(source, within)).split()
    says = [one.state] if one.state and singular(words[-1].lower()) else []
    return Value(" ".join((*words, *says)), source, Span(start, within.start + one.span.end))


def _happened(account: EventAccount) -> str | None:
    if account.modality in (Modality.HAPPENED, Modality.REPORTED):
        return "happened"
    return "denied" if account.modality is Modality.DENIED else None


def _differs(
    field: str, accounts: Sequence[EventAccount], within: Callable[[int, int], bool]
) -> bool:
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

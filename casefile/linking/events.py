"""Which tellings are one event: grouped by days, place and who, with vetoes.

Two accounts of one source are never one (the engine has merged those), nor are
two whose days or places exclude each other. What is left must share enough of
who took part. Near misses are left as unsure: that is where sources disagree.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from casefile.core.edtf import overlap
from casefile.model.accounts import EventAccount, Judged
from casefile.model.words import EventKind, PartialDate, Verdict

_FAMILIES = (
    {EventKind.MEETING, EventKind.VISIT, EventKind.AGREEMENT},
    {EventKind.STATEMENT, EventKind.MEETING},
    {EventKind.PLAN, EventKind.MEETING, EventKind.VISIT},
    {EventKind.RETURN, EventKind.TRANSFER},
)
"""Kinds that one event of the world may be told as."""

_NARROW = 31
"""Days that a date may span to say something by itself: a month."""

CLOSE_DAYS = 7
"""How far apart two fixed days may lie for one of them to be a mistake."""

Places = Callable[[int, int], bool]
"""Tells whether two places may be one: the same, or one inside the other."""


def link_events(
    accounts: Sequence[EventAccount],
    *,
    actor: Mapping[int, int],
    fits: Places,
    apart: frozenset[tuple[int, int]] = frozenset(),
) -> list[Judged]:
    """Judge which accounts are one event, best matches first.

    Args:
        accounts: Those that may have to do with each other.
        actor: For an entity that acts for another the other: a government, its country.
        fits: Whether two places may be one.
        apart: Pairs that a person judged to be different; they stay so.
    """
    scored = sorted(_pairs(accounts, actor, fits), key=_rank)
    group = {account.id: [account] for account in accounts}
    judged = []
    for score, one, other in scored:
        if group[one.id] is group[other.id]:
            continue
        merged = group[one.id] + group[other.id]
        is_one = score >= 1.0 and not _vetoed(merged, fits, apart)
        if is_one:
            for account in merged:
                group[account.id] = merged
        elif score >= 1.0:
            continue
        verdict = Verdict.SAME if is_one else Verdict.UNSURE
        left, right = sorted((one.id, other.id))
        judged.append(Judged(left, right, verdict, _reason(one, other, actor, is_one=is_one)))
    return sorted(judged)


def _rank(pair: tuple[float, EventAccount, EventAccount]) -> tuple[object, ...]:
    """Rank the best match first; ties break by what is told, so not by what came first."""
    score, one, other = pair
    said = sorted((_said(account), account.id) for account in (one, other))
    return (-score, *(words for words, _ in said), *(id for _, id in said))


def _said(account: EventAccount) -> tuple[str, str, str, int]:
    when = account.date
    start = account.evidence[0][1].start if account.evidence else 0
    return ((when and when.edtf) or "", account.title, account.kind.value, start)


def _pairs(
    accounts: Sequence[EventAccount], actor: Mapping[int, int], fits: Places
) -> Iterator[tuple[float, EventAccount, EventAccount]]:
    """Yield pairs that may be one with their score: 1 and more is safe, less is unsure."""
    actors = {account.id: _actors(account, actor) for account in accounts}
    for one, other in _with_common_actor(accounts, actors):
        if one.source == other.source or not _same_family(one, other):
            continue
        shared = len(actors[one.id] & actors[other.id])
        if shared * 2 < min(len(actors[one.id]), len(actors[other.id])):
            continue
        score = _score(one, other, shared, fits)
        if score:
            yield score, one, other


def _with_common_actor(
    accounts: Sequence[EventAccount], actors: Mapping[int, Set[int]]
) -> Iterator[tuple[EventAccount, EventAccount]]:
    """Yield each pair with an actor in common once; the rest, by far the most, is not met."""
    by_actor: dict[int, list[EventAccount]] = defaultdict(list)
    for account in accounts:
        for entity in actors[account.id]:
            by_actor[entity].append(account)
    for shared, group in by_actor.items():
        for one, other in combinations(group, 2):
            if min(actors[one.id] & actors[other.id]) == shared:
                yield one, other


def _score(one: EventAccount, other: EventAccount, shared: int, fits: Places) -> float:
    at_one_place = (
        one.place is not None and other.place is not None and fits(one.place, other.place)
    )
    if _excludes(one, other, fits):
        return 0.5 if shared > 1 and _nearly(one, other, fits) else 0.0
    if not _is_known(one.date) or not _is_known(other.date):
        # "In May" without a year says little: two countries meet in many a May.
        is_likely = shared > 1 and _same_month_word(one.date, other.date)
        return (1.0 if shared > 2 else 0.5) * is_likely
    assert one.date is not None
    assert other.date is not None
    narrow = min(_days(one.date), _days(other.date))
    wide = max(_days(one.date), _days(other.date))
    is_vague = wide > 12 * _NARROW and not _is_one_span(one, other)
    if is_vague and not (narrow <= 12 * _NARROW and (at_one_place or shared > 1)):
        return 0.0
    if narrow <= _NARROW and (shared > 1 or at_one_place):
        return 1.0 + 0.1 * shared + 0.5 * at_one_place - 0.0001 * wide
    if shared > 1 and at_one_place:
        return 1.0 + 0.1 * shared
    return 1.0 if _is_one_span(one, other) else 0.0


def _is_one_span(one: EventAccount, other: EventAccount) -> bool:
    """Tell whether both tell one kind of event with just the same telling days.

    A month or less says much, and so does a span that is no whole year, such as two
    decades; "in 2002" says little.
    """
    assert one.date is not None
    assert other.date is not None
    days = _days(one.date)
    is_telling = days <= _NARROW or days > 12 * _NARROW
    bounds = (one.date.earliest, one.date.latest)
    return (
        is_telling and one.kind is other.kind and bounds == (other.date.earliest, other.date.latest)
    )


def _same_family(one: EventAccount, other: EventAccount) -> bool:
    if one.kind is other.kind:
        return one.kind is not EventKind.OTHER
    return any(one.kind in family and other.kind in family for family in _FAMILIES)


def _actors(account: EventAccount, actor: Mapping[int, int]) -> set[int]:
    return {actor.get(entity, entity) for entity, _ in account.participants}


def _vetoed(
    accounts: Sequence[EventAccount], fits: Places, apart: frozenset[tuple[int, int]]
) -> bool:
    for one, other in combinations(accounts, 2):
        if one.source == other.source or _excludes(one, other, fits):
            return True
        if (min(one.id, other.id), max(one.id, other.id)) in apart:
            return True
    return False


def _excludes(one: EventAccount, other: EventAccount, fits: Places) -> bool:
    if _is_known(one.date) and _is_known(other.date):
        assert one.date is not None
        assert other.date is not None
        if not overlap(one.date, other.date):
            return True
    elif _months(one.date) and _months(other.date) and not _same_month_word(one.date, other.date):
        return True
    return one.place is not None and other.place is not None and not fits(one.place, other.place)


def _nearly(one: EventAccount, other: EventAccount, fits: Places) -> bool:
    """Tell whether one mistake in a day or in a place would explain the difference."""
    if not (_is_known(one.date) and _is_known(other.date)):
        return False
    assert one.date is not None
    assert other.date is not None
    if max(_days(one.date), _days(other.date)) > 4:
        return False
    first, second = one.date.earliest, other.date.earliest
    assert first is not None
    assert second is not None
    return abs((first - second).days) <= CLOSE_DAYS


def _is_known(when: PartialDate | None) -> bool:
    return when is not None and when.earliest is not None and when.latest is not None


def _days(when: PartialDate) -> int:
    assert when.earliest is not None
    assert when.latest is not None
    return (when.latest - when.earliest).days + 1


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _months(when: PartialDate | None) -> set[int]:
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


def _same_month_word(one: PartialDate | None, other: PartialDate | None) -> bool:
    return len(_months(one)) == 1 and _months(one) == _months(other)


def _reason(
    one: EventAccount, other: EventAccount, actor: Mapping[int, int], *, is_one: bool
) -> str:
    shared = len(_actors(one, actor) & _actors(other, actor))
    who = f"{shared} in common who took part"
    if is_one:
        return f"the days fit, {who}"
    return f"{who}, but the days or places differ"

"""Which tellings are one event: grouped by days, place, who and story, with vetoes.

Two accounts of one source are never one (the engine has merged those), nor are
two whose days or places exclude each other. What is left must share enough of
who took part, or be told in one story. Near misses are left as unsure: that is
where sources disagree.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import combinations

from casefile.linking.fitting import excludes, is_known
from casefile.linking.joining import joined
from casefile.linking.weighing import SURE, UNSURE, Knowledge, Match, match, reason
from casefile.model.accounts import EventAccount, Judged
from casefile.model.words import EventKind, Verdict

_FAMILIES = (
    {EventKind.MEETING, EventKind.VISIT, EventKind.AGREEMENT},
    {EventKind.STATEMENT, EventKind.MEETING},
    {EventKind.PLAN, EventKind.MEETING, EventKind.VISIT},
    {EventKind.RETURN, EventKind.TRANSFER},
)
"""Kinds that one event of the world may be told as."""


def link_events(
    accounts: Sequence[EventAccount],
    known: Knowledge,
    *,
    apart: frozenset[tuple[int, int]] = frozenset(),
) -> list[Judged]:
    """Judge which accounts are one event, best matches first.

    Args:
        accounts: Those that may have to do with each other.
        known: Of their places, participants and words.
        apart: Pairs that a person judged to be different; they stay so.
    """
    matches = sorted(_unambiguous(list(_matches(accounts, known)), known), key=_rank)
    by_id = {account.id: account for account in accounts}
    found = {(one.one.id, one.other.id): one for one in matches}
    lead = {account.id: account.id for account in accounts}

    def vetoed(mine: Sequence[int], theirs: Sequence[int]) -> bool:
        pairs = ((by_id[one], by_id[other]) for one in mine for other in theirs)
        return any(_are_two(one, other, known, apart) for one, other in pairs)

    safe = [pair for pair, one in found.items() if one.weight >= SURE]
    judged = []
    for one, other in joined(safe, vetoed=vetoed):
        old, new = lead[other], lead[one]
        lead |= {id: new for id, of in lead.items() if of == old}
        judged.append(_judged(found[one, other], Verdict.SAME, known))
    unsure = (one for one in matches if one.weight < SURE)
    judged += [
        _judged(one, Verdict.UNSURE, known)
        for one in unsure
        if lead[one.one.id] != lead[one.other.id]
    ]
    return sorted(judged)


def _rank(found: Match) -> tuple[object, ...]:
    """Rank the best match first; ties break by what is told, so not by what came first."""
    said = sorted((_said(account), account.id) for account in (found.one, found.other))
    return (-found.weight, *(words for words, _ in said), *(id for _, id in said))


def _said(account: EventAccount) -> tuple[str, str, str, int]:
    when = account.date
    start = account.evidence[0][1].start if account.evidence else 0
    return ((when and when.edtf) or "", account.title, account.kind.value, start)


def _judged(found: Match, verdict: Verdict, known: Knowledge) -> Judged:
    left, right = sorted((found.one.id, found.other.id))
    return Judged(left, right, verdict, reason(found, known))


def _matches(accounts: Sequence[EventAccount], known: Knowledge) -> Iterator[Match]:
    """Yield what may be one, each pair once."""
    actors = {account.id: known.actors(account) for account in accounts}
    pairs = (*_with_common_actor(accounts, actors), *_with_nobody(accounts, actors))
    for one, other in pairs:
        if one.source != other.source and _same_family(one, other):
            found = match(one, other, known)
            if found:
                yield found


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


def _with_nobody(
    accounts: Sequence[EventAccount], actors: Mapping[int, Set[int]]
) -> Iterator[tuple[EventAccount, EventAccount]]:
    """Yield each pair of one kind from one year of which one account names nobody."""
    by_year: dict[tuple[EventKind, int], list[EventAccount]] = defaultdict(list)
    for account in accounts:
        if account.date is not None and is_known(account.date):
            assert account.date.earliest is not None
            by_year[account.kind, account.date.earliest.year].append(account)
    for group in by_year.values():
        alone = [account for account in group if not actors[account.id]]
        named = [account for account in group if actors[account.id]]
        yield from combinations(alone, 2)
        yield from ((one, other) for one in alone for other in named)


def _same_family(one: EventAccount, other: EventAccount) -> bool:
    if one.kind is other.kind:
        return one.kind is not EventKind.OTHER
    return any(one.kind in family and other.kind in family for family in _FAMILIES)


def _unambiguous(matches: Sequence[Match], known: Knowledge) -> Iterator[Match]:
    """Yield the matches; one by story is not sure where it fits two events that are not one."""
    partners: dict[int, list[EventAccount]] = defaultdict(list)
    for found in matches:
        if found.weight >= SURE:
            partners[found.one.id].append(found.other)
            partners[found.other.id].append(found.one)
    torn = {
        id
        for id, fitting in partners.items()
        if any(_are_rivals(one, other, known) for one, other in combinations(fitting, 2))
    }
    for found in matches:
        if found.by_story and found.weight >= SURE and {found.one.id, found.other.id} & torn:
            yield replace(found, weight=UNSURE, but="it may be another")
        else:
            yield found


def _are_rivals(one: EventAccount, other: EventAccount, known: Knowledge) -> bool:
    is_second = one.source == other.source and one.kind is other.kind
    return is_second or excludes(one, other, known.fits)


def _are_two(
    one: EventAccount, other: EventAccount, known: Knowledge, apart: frozenset[tuple[int, int]]
) -> bool:
    if one.source == other.source or excludes(one, other, known.fits):
        return True
    return (min(one.id, other.id), max(one.id, other.id)) in apart

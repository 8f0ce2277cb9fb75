"""One event told several times in an article is one: tellings gathered into events."""

from dataclasses import dataclass
from datetime import date

from casefile.extraction.rules.entities.parties import Parties
from casefile.extraction.rules.events.clusters import DENIABLE, Cluster, length
from casefile.extraction.rules.tellings.telling import Telling
from casefile.model.words import EventKind, Modality, PartialDate, Span

MONTH = 31
"""Days; dates no longer than this that meet make two tellings one."""

NEAR = 8
"""Sentences over which "the talks" speaks of the talks told last."""


MOST_OPEN = 200
"""Events of one kind that a telling is compared with, the latest found."""

_TAKES_BACK = frozenset((Modality.UNCERTAIN, Modality.DENIED))


@dataclass(frozen=True, slots=True)
class Event:
    """One event of an article, with all its tellings in order of the text."""

    kind: EventKind
    date: PartialDate | None
    place: int | None
    is_plan: bool
    told: tuple[Telling, ...]


def merge(tellings: tuple[Telling, ...], parties: Parties) -> tuple[Event, ...]:
    """Gather the tellings of each event, events and tellings in order of the text.

    The most definite tellings come first, and the vaguer ones join them where
    nothing forbids it: different days or places never come together, nor do
    different people. What cannot stand alone and finds no event is dropped.
    """
    known: dict[EventKind, list[Cluster]] = {}
    for one in sorted((one for one in tellings if _is_first(one)), key=_definiteness):
        _place_in(one, _homes(one, known, parties), known, parties)
    leaning = sorted((one for one in tellings if not _is_first(one)), key=lambda one: one.trigger)
    for one in leaning:
        homes = _denied(one, known, parties) or _referents(one, known, parties)
        if one.can_stand and not homes:
            _place_in(one, _homes(one, known, parties), known, parties)
        for home in homes:
            home.add(one, parties)
    events = (_event(cluster) for clusters in known.values() for cluster in clusters)
    return tuple(sorted(events, key=_by_place))


def _place_in(
    one: Telling, homes: list[Cluster], known: dict[EventKind, list[Cluster]], parties: Parties
) -> None:
    """Add a telling to its events, or to a new one if it has none."""
    if not homes:
        homes = [Cluster(one.kind)]
        known.setdefault(one.kind, []).extend(homes)
    for home in homes:
        home.add(one, parties)


def _event(cluster: Cluster) -> Event:
    told = tuple(sorted(cluster.tellings, key=lambda one: one.trigger))
    return Event(cluster.kind, cluster.date, cluster.place, cluster.is_plan, told)


def _by_place(event: Event) -> tuple[Span, EventKind, str]:
    """Order events by where they are first told, and by date where one word tells two."""
    date_told = (event.date.edtf or event.date.text) if event.date else ""
    return (event.told[0].trigger, event.kind, date_told)


def _is_first(one: Telling) -> bool:
    """Tell whether a telling can open an event: not "the talks" without time and place."""
    is_vague = one.date is None and one.place is None
    is_sure = one.can_stand and not one.is_correction
    return (
        is_sure
        and not (one.is_definite and is_vague)
        and not (one.is_denial and one.kind in DENIABLE)
    )


def _definiteness(one: Telling) -> tuple[int, int, bool, int]:
    vague = (one.date is None) + (one.place is None)
    return (vague, length(one.date) if one.date else 10**6, one.is_title, one.trigger.start)


def _homes(one: Telling, known: dict[EventKind, list[Cluster]], parties: Parties) -> list[Cluster]:
    """Return the events that a telling belongs to; none if it tells of a new one."""
    clusters = known.get(one.kind, [])[-MOST_OPEN:]
    fitting = [(_fit(one, other, parties), other) for other in clusters]
    fitting = [(score, other) for score, other in fitting if score > 0]
    if one.is_fresh:
        fitting = [(score, other) for score, other in fitting if _is_fixed(one, other)]
    if not fitting:
        return []
    best = max(fitting, key=lambda pair: pair[0])[1]
    if not one.is_many:
        return [best]
    return [other for _, other in fitting if other is best or best.shares_word(other)]


def _is_fixed(one: Telling, other: Cluster) -> bool:
    """Tell whether date and place alone say that it is the same event."""
    same_place = one.place is not None and one.place == other.place
    return bool(same_place and one.date and other.date and _dates_meet(one.date, other.date))


def _fit(one: Telling, other: Cluster, parties: Parties) -> int:
    """Return how well a telling fits an event; 0 where something forbids it."""
    if one.is_wish != other.is_plan and (one.is_wish or not one.is_definite):
        return 0
    if one.kind in _SPEECHES and not _is_one_speech(one, other):
        return 0
    score = 1
    is_sure = False
    if one.date and other.date and not one.is_correction:
        if other.has_word(one.trigger) or not _dates_meet(one.date, other.date):
            return 0
        is_sure = max(length(one.date), length(other.date)) <= MONTH
        score += 1 + is_sure
    if one.place is not None and other.place is not None:
        if not (parties.holds(one.place, other.place) or parties.holds(other.place, one.place)):
            return 0
        score += 3
        is_sure = True
    shared = _share(one, other, parties, is_sure=is_sure)
    if shared < 0:
        return 0
    near = max(0, 9 - other.distance(one.sentence))
    return 10 * (score + shared) + 20 * other.tells_in(one.evidence) + near


_OF_MANY = frozenset(
    (EventKind.MEETING, EventKind.AGREEMENT, EventKind.TEST, EventKind.SANCTION, EventKind.VISIT)
)
"""Kinds of which one telling may name other people than the next."""

_SPEECHES = frozenset((EventKind.STATEMENT, EventKind.REPORT))


def _is_one_speech(one: Telling, other: Cluster) -> bool:
    """Tell whether two speeches are one: on one day, or told in neighbouring sentences."""
    if one.date and other.date:
        return True
    return other.distance(one.sentence) <= 1


def _share(one: Telling, other: Cluster, parties: Parties, *, is_sure: bool) -> int:
    """Return how many take part in both; -1 where the two cannot be one event."""
    here, there = parties.of(one.actors), other.people
    if not here or not there:
        is_same = one.has_both or one.is_definite or other.is_definite or is_sure
        is_same = is_same or one.is_title or (one.is_denial and one.kind in DENIABLE)
        return 0 if is_same else _lonely(one)
    shared = len(here & there)
    leans = one.is_definite and one.date is None and one.place is None
    mine, theirs = here & parties.countries, there & parties.countries
    if len(mine) > 1 and len(theirs) > 1 and not (mine <= theirs or theirs <= mine):
        return -1
    if shared == 0 and leans and one.kind is EventKind.MEETING:
        return 0
    if shared == 0:
        return 0 if is_sure and one.kind in _OF_MANY else -1
    if shared == 1 and len(here) > 1 and len(there) > 1 and not is_sure:
        return 1 if one.is_definite or one.is_denial else -1
    return shared


def _lonely(one: Telling) -> int:
    """An event of nobody joins another only where its kind leaves no doubt."""
    return 0 if one.kind in (EventKind.ABDUCTION, EventKind.RETURN, EventKind.TEST) else -1


def _dates_meet(one: PartialDate, other: PartialDate) -> bool:
    if one.earliest is None or other.earliest is None:
        is_known = one.earliest is not None or other.earliest is not None
        return is_known or one.text.lower() == other.text.lower()
    return one.earliest <= (other.latest or date.max) and other.earliest <= (one.latest or date.max)


def _denied(one: Telling, known: dict[EventKind, list[Cluster]], parties: Parties) -> list[Cluster]:
    """Return the event that a denial speaks of, told before or behind it."""
    if not one.is_denial or one.kind not in DENIABLE:
        return []
    found = [
        (_fit(one, other, parties), -number, other)
        for number, other in enumerate(known.get(one.kind, [])[-MOST_OPEN:])
    ]
    fitting = [found_one for found_one in found if found_one[0] > 0]
    return [max(fitting, key=lambda pair: pair[:2])[2]] if fitting else []


def _referents(
    one: Telling, known: dict[EventKind, list[Cluster]], parties: Parties
) -> list[Cluster]:
    """Return the events that "the talks" speaks of: the last ones told that it fits."""
    if not (one.is_definite or one.has_both) or one.is_fresh:
        return []
    before = [
        (last, other)
        for other in known.get(one.kind, [])[-MOST_OPEN:]
        if (last := other.last_before(one.sentence)) is not None
        and (one.sentence - last <= NEAR or parties.of(one.actors) & other.people)
        and _fit(one, other, parties) > 0
    ]
    if one.modality not in _TAKES_BACK:
        before = [(last, other) for last, other in before if not other.is_plan] or before
    if not before:
        return []
    best = max(before, key=lambda pair: (pair[0], len(pair[1].tellings)))[1]
    return [other for _, other in before if other is best or best.shares_word(other)]

"""One event while its tellings are gathered: what they say together, kept up to date."""

from bisect import bisect_right, insort
from dataclasses import dataclass, field

from casefile.extraction.rules.entities.parties import Parties
from casefile.extraction.rules.tellings.telling import Telling
from casefile.model.words import EventKind, Modality, PartialDate, Span

_STRENGTH = (
    Modality.REPORTED,
    Modality.HAPPENED,
    Modality.UNCERTAIN,
    Modality.DENIED,
    Modality.PLANNED,
)
"""The first of these that a telling has is the event's."""

_TAKES_BACK = frozenset((Modality.UNCERTAIN, Modality.DENIED))
"""What a later mention can make of a plan: "whether the talks took place is not clear"."""

DENIABLE = frozenset((EventKind.MEETING, EventKind.VISIT, EventKind.AGREEMENT))
"""Kinds of which a denial speaks of the event told elsewhere in the article."""

UNKNOWN = 10**6
"""Days that a date without bounds is taken to last."""


def length(one: PartialDate) -> int:
    """Return how many days lie between the bounds of a date."""
    if one.earliest is None or one.latest is None:
        return UNKNOWN
    return (one.latest - one.earliest).days


@dataclass(slots=True)
class Cluster:
    """The tellings of one event. Adding one costs little, however many there are."""

    kind: EventKind
    tellings: list[Telling] = field(default_factory=list)
    date: PartialDate | None = None
    """The narrowest date told; of equals the first added."""
    place: int | None = None
    """The innermost place told; of equals the first added."""
    people: set[int] = field(default_factory=set)
    """Whom those who take part stand for."""
    is_plan: bool = True
    """Whether nothing that took place is told, only what was planned or refused."""
    is_definite: bool = False
    _is_put_right: bool = False
    _evidence: set[Span] = field(default_factory=set)
    _triggers: set[Span] = field(default_factory=set)
    _sentences: list[int] = field(default_factory=list)

    def add(self, one: Telling, parties: Parties) -> None:
        """Add a telling; what it says of date and place counts only if it stands by itself."""
        self.tellings.append(one)
        self.people |= parties.of(one.actors)
        self._evidence.add(one.evidence)
        self._triggers.add(one.trigger)
        insort(self._sentences, one.sentence)
        if not one.can_stand:
            if one.is_definite and self._narrows(one, parties):
                self.place = one.place
            return
        self.is_plan = self.is_plan and one.is_wish
        self.is_definite = self.is_definite or one.is_definite
        if one.date and self._is_better(one):
            self.date, self._is_put_right = one.date, one.is_correction
        if one.place is None or one.place == self.place:
            return
        if self.place is None or parties.holds(self.place, one.place):
            self.place = one.place

    def _is_better(self, one: Telling) -> bool:
        """Tell whether a day told is to replace the one known: put right, or narrower."""
        if one.is_correction or self.date is None:
            return True
        return (
            not self._is_put_right
            and one.date is not None
            and (length(one.date) < length(self.date))
        )

    def _narrows(self, one: Telling, parties: Parties) -> bool:
        """Tell whether "the place was near Oslo" says where in the country it was."""
        if one.place is None or self.place is None:
            return False
        return parties.holds(self.place, one.place)

    def tells_in(self, evidence: Span) -> bool:
        """Tell whether it is told in this very passage."""
        return evidence in self._evidence

    def shares_word(self, other: "Cluster") -> bool:
        """Tell whether one word tells of both, as in "the talks in April and July"."""
        return not self._triggers.isdisjoint(other._triggers)

    def has_word(self, trigger: Span) -> bool:
        """Tell whether this word tells of it."""
        return trigger in self._triggers

    def last_before(self, sentence: int) -> int | None:
        """Return the last sentence up to this one that tells of it; None if none does."""
        at = bisect_right(self._sentences, sentence)
        return self._sentences[at - 1] if at else None

    def distance(self, sentence: int) -> int:
        """Return how many sentences lie between this one and the nearest that tells of it."""
        at = bisect_right(self._sentences, sentence)
        return min(abs(sentence - near) for near in self._sentences[max(0, at - 1) : at + 1])


def modality(told: tuple[Telling, ...]) -> Modality:
    """Return the strongest modality among the tellings that can stand by themselves.

    A plan is open or off if any later mention says so, and an event is denied where
    the article begins with its denial.
    """
    if told[0].is_denial and told[0].kind in DENIABLE:
        return Modality.DENIED
    standing = [one for one in told if one.can_stand]
    found = {one.modality for one in standing}
    if all(one.is_wish for one in standing):
        found |= {one.modality for one in told if one.modality in _TAKES_BACK}
    return next(one for one in _STRENGTH if one in found)


def actors(told: tuple[Telling, ...]) -> tuple[int, ...]:
    """Return everybody told to take part; first those of tellings that stand by themselves."""
    ordered = sorted(told, key=lambda one: (not one.can_stand, one.trigger))
    return tuple(dict.fromkeys(actor for one in ordered for actor in one.actors))

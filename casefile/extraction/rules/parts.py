"""What the steps of the rules engine hand to each other."""

from dataclasses import dataclass, field
from enum import Enum

from casefile.model.findings import FoundEntity, FoundMention
from casefile.model.records import record
from casefile.model.words import FurnitureKind, PartialDate, Span


@record(frozen=True, slots=True)
class Sentence:
    """A sentence that may be read: story, title, caption or heading."""

    span: Span
    furniture: FurnitureKind | None = None
    """TITLE, CAPTION or HEADING; None for the story. Others are never read."""


class TimeKind(Enum):
    """What a wording of time tells, as TIMEX3 of ISO 24617-1 divides them."""

    DATE = "date"
    """A day or what is longer: "Monday", "last year", "recently"."""
    TIME = "time"
    """A time of day: "Monday night", "10 p.m."."""
    DURATION = "duration"
    """How long: "three months"."""
    SET = "set"
    """How often: "every Monday", "annually"."""


@record(frozen=True, slots=True)
class DateMention:
    """A wording of time, with what it means."""

    span: Span
    date: PartialDate
    """``date.text`` are the words of the span; its bounds are None where unresolved."""
    is_point: bool = True
    """False for a duration, a habit, a vague "recently", or a bare "10 p.m."."""
    kind: TimeKind = TimeKind.DATE
    value: str | None = None
    """What the bounds do not tell, as the ``value`` of TIMEX3: ``P3M``, ``2019-06-12T22:00``,
    ``PAST_REF``, or the whole of which it is a part (``2019-05`` for "mid-May 2019")."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one article: entities, and the mentions that stand for them.

    Mentions are in order of start and do not overlap.
    """

    entities: tuple[FoundEntity, ...]
    mentions: tuple[FoundMention, ...]
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Where each mention starts."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(one.span.start for one in self.mentions))

    def within(self, span: Span) -> tuple[FoundMention, ...]:
        """Return the mentions that lie inside the span."""
        return tuple(mention for mention in self.mentions if span.holds(mention.span))

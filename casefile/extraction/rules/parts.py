"""What the steps of the rules engine hand to each other."""

from dataclasses import dataclass

from casefile.model.findings import FoundEntity, FoundMention
from casefile.model.words import FurnitureKind, PartialDate, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may be read: story, title, caption or heading."""

    span: Span
    furniture: FurnitureKind | None = None
    """TITLE, CAPTION or HEADING; None for the story. Others are never read."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A wording that names a day or days, with what it means."""

    span: Span
    date: PartialDate
    """``date.text`` are the words of the span; its bounds are None where unresolved."""
    is_point: bool = True
    """False for a duration, a habit or a vague "recently"."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one article: entities, and the mentions that stand for them.

    Mentions are in order of start and do not overlap.
    """

    entities: tuple[FoundEntity, ...]
    mentions: tuple[FoundMention, ...]

    def within(self, span: Span) -> tuple[FoundMention, ...]:
        """Return the mentions that lie inside the span."""
        return tuple(mention for mention in self.mentions if span.holds(mention.span))

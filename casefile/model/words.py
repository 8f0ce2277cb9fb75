"""The words of a case: kinds, links, spans and dates.

Offsets are code points into the text of one source; the end is exclusive.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from casefile.errors import UnknownRef
from casefile.model.records import record

SourceId = NewType("SourceId", int)
EntityId = NewType("EntityId", int)
EventId = NewType("EventId", int)
FactId = NewType("FactId", int)
NoteId = NewType("NoteId", int)


class Kind(StrEnum):
    """What a link can point at."""

    SOURCE = "source"
    ENTITY = "entity"
    EVENT = "event"
    FACT = "fact"
    NOTE = "note"
    CONFLICT = "conflict"
    SEARCH = "search"
    """What a reader saved to look for again."""


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    OTHER = "other"


class MentionKind(StrEnum):
    """How a span names its entity."""

    NAME = "name"
    METONYM = "metonym"
    """A capital that stands for its government."""
    DEMONYM = "demonym"
    """An adjective or noun of nationality that stands for a country."""
    NOMINAL = "nominal"
    """A description without a name."""


class EventKind(StrEnum):
    """What kind of thing happened, is said to have, or is planned."""

    MEETING = "meeting"
    STATEMENT = "statement"
    AGREEMENT = "agreement"
    VISIT = "visit"
    SANCTION = "sanction"
    REPORT = "report"
    ABDUCTION = "abduction"
    RETURN = "return"
    TEST = "test"
    PLAN = "plan"
    ATTACK = "attack"
    ARREST = "arrest"
    TRANSFER = "transfer"
    APPOINTMENT = "appointment"
    OTHER = "other"


class Modality(StrEnum):
    """Whether an event is told as having happened."""

    HAPPENED = "happened"
    REPORTED = "reported"
    """Said to have happened, on somebody else's word."""
    PLANNED = "planned"
    DENIED = "denied"
    UNCERTAIN = "uncertain"


class Polarity(StrEnum):
    """Whether a statement affirms or denies its content."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class FurnitureKind(StrEnum):
    """A part of a source's text that is not its story."""

    BOILERPLATE = "boilerplate"
    """Menus, comment forms, teasers, appeals: yields no mention, event or fact."""
    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    HEADING = "heading"


class Basis(StrEnum):
    """Where a date of publication comes from, best first."""

    GIVEN = "given"
    """By the reader."""
    METADATA = "metadata"
    """In the page's head, the front matter or a header of labelled lines."""
    DATELINE = "dateline"
    """In a line of the text: a dateline, a time stamp."""
    INFERRED = "inferred"


class Verdict(StrEnum):
    """A judgement on whether two rows are one thing of the world."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A link target inside a case; written ``kind:id``, as in ``entity:12``."""

    kind: Kind
    id: int

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Ref":
        """Read ``kind:id``.

        Raises:
            UnknownRef: The text is not of that form.
        """
        kind, _, number = text.strip().partition(":")
        is_id = number.isascii() and number.isdigit() and len(number) < 19
        if is_id and kind in Kind.__members__.values():
            return cls(Kind(kind), int(number))
        raise UnknownRef(
            f"{text!r} is not a reference: write it as kind:number, such as entity:12."
        )


@record(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source's text, in code points; the end is exclusive."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Tell whether the other lies inside this one, or is equal."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the words that the span marks."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as it was worded, and what is known of it.

    ``edtf`` is EDTF (ISO 8601-2) level 1; ``earliest`` and ``latest`` bound it,
    both days included. All three are None where the wording cannot be resolved,
    such as "in March" in a text that has no date.
    """

    text: str
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None

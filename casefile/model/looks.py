"""What looks at a whole case show: who is told of with whom, where, and how often when."""

from dataclasses import dataclass

from casefile.model.rows import Passage
from casefile.model.words import (
    EntityKind,
    Ref,
)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place below its country, or a country with all that lies in it."""

    ref: Ref
    """Its id is below 0 where it is a heading that no source names itself."""
    name: str
    country: str | None
    """What it stands below; None for a heading."""
    mentions: int
    events: int
    """Told to have been there."""
    places: int
    """How many stand below it."""


@dataclass(frozen=True, slots=True)
class YearTogether:
    """In what two entities are told of together, in one year."""

    year: int | None
    """Of the event where it is known, else of the report; None where neither is."""
    events: int
    facts: int
    passages: int
    """Stretches of text that the events and facts stand on."""


@dataclass(frozen=True, slots=True)
class Mate:
    """Somebody or something that one entity is told of together with."""

    ref: Ref
    kind: EntityKind
    name: str
    years: tuple[YearTogether, ...]
    """Not known first, then in order."""

    @property
    def events(self) -> int:
        """Events of all years."""
        return sum(one.events for one in self.years)

    @property
    def facts(self) -> int:
        """Facts of all years."""
        return sum(one.facts for one in self.years)

    @property
    def passages(self) -> int:
        """Stretches of text of all years."""
        return sum(one.passages for one in self.years)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two entities are both told of in."""

    events: tuple[Ref, ...]
    """In order of time, undated last."""
    facts: tuple[Ref, ...]
    """In order of the reports."""
    passages: tuple[Passage, ...]
    """What the events and facts stand on, in order of the reports."""


@dataclass(frozen=True, slots=True)
class EventCount:
    """How many events a unit of the calendar holds, less those that a smaller one does."""

    unit: str
    """EDTF: a day, a month, a year or a decade; ``wider``; ``undated``."""
    events: int
    ref: Ref
    """One of them that begins first."""

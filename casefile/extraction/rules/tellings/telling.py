"""What the steps that find events hand to each other: tellings, and what is known of an article."""

from bisect import bisect_left
from dataclasses import dataclass

from casefile.extraction.rules.entities.parties import Parties
from casefile.extraction.rules.parts import DateMention, Names, Sentence
from casefile.model.records import record
from casefile.model.words import EntityKind, EventKind, Modality, PartialDate, Span


@record(frozen=True, slots=True)
class Telling:
    """One place in the text that tells of an event."""

    kind: EventKind
    trigger: Span
    evidence: Span
    sentence: int
    modality: Modality
    date: PartialDate | None = None
    place: int | None = None
    actors: tuple[int, ...] = ()
    """Entities, in order of the text."""
    nameless: int = 0
    """How many more take part who are only described: "two officials"."""
    secret: bool = False
    is_definite: bool = False
    """True for "the talks": it may speak of an event told before."""
    is_fresh: bool = False
    """True for "a similar meeting": never the one told before."""
    is_many: bool = False
    has_both: bool = False
    """True for "the two sides": who takes part was told before."""
    can_stand: bool = False
    """False where it says too little to be an event by itself."""
    is_held: bool = False
    """True where it is said of an agreement that it was made, or that no such event took place."""
    is_intent: bool = False
    """True where what is told is that somebody means it to take place, or no longer does."""
    is_title: bool = False
    is_denial: bool = False
    """True where it is told that it did not take place."""
    is_correction: bool = False
    """True where what it says of the day replaces what was told before."""
    is_wish: bool = False
    """True where it is only wished for, refused or planned: it tells of nothing that took place."""

    @property
    def parties(self) -> int:
        """How many take part, with a name or without."""
        return len(self.actors) + self.nameless


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of the article while its events are read."""

    text: str
    sentences: tuple[Sentence, ...]
    names: Names
    dates: tuple[DateMention, ...]
    parties: Parties

    def dates_in(self, span: Span) -> list[DateMention]:
        """Return the dates inside a span that name a day or days."""
        at = bisect_left(self.dates, span.start, key=lambda one: one.span.start)
        found = []
        for number in range(at, len(self.dates)):
            one = self.dates[number]
            if one.span.start >= span.end:
                break
            if one.is_point and one.span.end <= span.end:
                found.append(one)
        return found

    def is_person(self, entity: int) -> bool:
        """Tell whether the entity is a person."""
        return self.names.entities[entity].kind is EntityKind.PERSON

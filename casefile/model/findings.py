"""What an engine finds in one article; indexes are into the same Findings."""

from collections.abc import Iterator
from dataclasses import dataclass

from casefile.model.records import record
from casefile.model.words import (
    EntityKind,
    EventKind,
    MentionKind,
    Modality,
    PartialDate,
    Polarity,
    Span,
)


@record(frozen=True, slots=True)
class FoundEntity:
    """An entity as one article names it; mentions refer to it by index."""

    kind: EntityKind
    name: str
    """The fullest form in this article."""
    description: str | None = None
    """What the article calls it, such as ``director of the Bureau``."""


@record(frozen=True, slots=True)
class FoundMention:
    """A span that names an entity."""

    span: Span
    kind: MentionKind
    entity: int
    """Index into Findings.entities."""


@dataclass(frozen=True, slots=True)
class FoundParticipant:
    """Somebody who took part in an event."""

    entity: int
    role: str = "participant"


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """One article's account of one event."""

    kind: EventKind
    title: str
    date: PartialDate | None
    place: int | None
    modality: Modality
    secret: bool
    participants: tuple[FoundParticipant, ...]
    evidence: tuple[Span, ...]
    """At least one, in order."""


@record(frozen=True, slots=True)
class FoundSpeaker:
    """One link of a chain of attribution."""

    name: str
    """As worded: ``sources familiar with the matter``."""
    entity: int | None = None
    verb: str | None = None
    """The cue: ``said``, ``according to``."""
    span: Span | None = None
    """Where the words that name the speaker stand in this article's text, in code points;
    None where the engine cannot tell. It may lie in another sentence than the statement."""


@record(frozen=True, slots=True)
class FoundFact:
    """One statement of an article, with who says so."""

    span: Span
    statement: str
    """The content without the attribution."""
    event: int | None = None
    """Index into Findings.events."""
    about: tuple[int, ...] = ()
    """Indexes into Findings.entities."""
    attribution: tuple[FoundSpeaker, ...] = ()
    """Outermost first; empty where the article itself says so."""
    hedge: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    quoted: bool = False
    content: Span | None = None
    """Where what is said stands in this article's text, in code points, without the words of
    attribution; None where the engine cannot tell. ``statement`` is made from it."""


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """Another report, outlet or source on whose word the article relies."""

    name: str
    span: Span
    kind: str
    """``outlet``, ``anonymous`` or ``official``."""
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that an engine found in one article, in order of the text."""

    entities: tuple[FoundEntity, ...] = ()
    mentions: tuple[FoundMention, ...] = ()
    events: tuple[FoundEvent, ...] = ()
    facts: tuple[FoundFact, ...] = ()
    citations: tuple[FoundCitation, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the reader should know of how it was found, a sentence each."""

    def spans(self) -> Iterator[Span]:
        """Yield every span that anything rests on; each must fit the text."""
        yield from (mention.span for mention in self.mentions)
        for event in self.events:
            yield from event.evidence
        for fact in self.facts:
            yield fact.span
            if fact.content is not None:
                yield fact.content
            yield from (one.span for one in fact.attribution if one.span is not None)
        yield from (citation.span for citation in self.citations)

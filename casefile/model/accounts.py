"""What linking looks at: lean accounts of entities and events, and its judgements."""

from dataclasses import dataclass

from casefile.model.words import EntityKind, EventKind, Modality, PartialDate, Span, Verdict


@dataclass(frozen=True, slots=True)
class EntityAccount:
    """How one source names one entity."""

    id: int
    source: int | None
    kind: EntityKind
    name: str
    description: str | None
    mentions: int


@dataclass(frozen=True, slots=True)
class EventAccount:
    """How one source tells one event; entities are clusters."""

    id: int
    source: int | None
    kind: EventKind
    title: str
    date: PartialDate | None
    place: int | None
    modality: Modality
    secret: bool
    participants: tuple[tuple[int, str], ...]
    """(entity, role), by entity."""
    evidence: tuple[tuple[int, Span], ...]
    """(source, span), in order."""


@dataclass(frozen=True, slots=True, order=True)
class Judged:
    """A judgement on two accounts; ``left < right``."""

    left: int
    right: int
    verdict: Verdict
    reason: str

"""What a reader makes of words that they select; indexes are into the things of the same row."""

from collections.abc import Mapping
from dataclasses import dataclass

from casefile.model.findings import FoundParticipant
from casefile.model.words import EntityKind, EventKind, MentionKind, Modality, Polarity

FIRST_ORDINAL = 1_000
"""From here on things made by hand are numbered at a place; engines number from 0, one by one."""


def name_in(told: Mapping[str, str]) -> str:
    """Return what a made thing is called, given its plain form."""
    return next(told[key] for key in ("name", "title", "statement") if key in told)


@dataclass(frozen=True, slots=True)
class MadeEntity:
    """Words that name an entity."""

    kind: EntityKind
    name: str
    """By which the source is to know it."""
    mention: MentionKind = MentionKind.NAME


@dataclass(frozen=True, slots=True)
class MadeEvent:
    """An event that the words tell."""

    kind: EventKind
    title: str
    date_text: str = ""
    edtf: str = ""
    """Empty where the day is not known."""
    place: int | None = None
    modality: Modality = Modality.HAPPENED
    participants: tuple[FoundParticipant, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeSpeaker:
    """One link of a chain of attribution."""

    name: str
    entity: int | None = None
    verb: str | None = None


@dataclass(frozen=True, slots=True)
class MadeFact:
    """A statement that the words make."""

    statement: str
    event: int | None = None
    about: tuple[int, ...] = ()
    attribution: tuple[MadeSpeaker, ...] = ()
    """Outermost first."""
    hedge: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    quoted: bool = False


Made = MadeEntity | MadeEvent | MadeFact

KINDS: dict[str, type[MadeEntity] | type[MadeEvent] | type[MadeFact]] = {
    "entity": MadeEntity,
    "event": MadeEvent,
    "fact": MadeFact,
}
"""By the kind of a row what it tells."""


def indexes(made: Made) -> list[tuple[str, int]]:
    """Return all that a made thing refers to: the kind that it must be of, and the index."""
    if isinstance(made, MadeEntity):
        return []
    if isinstance(made, MadeEvent):
        found = [one.entity for one in made.participants]
        return [("entity", at) for at in (*found, *([] if made.place is None else [made.place]))]
    said = [one.entity for one in made.attribution if one.entity is not None]
    events = [] if made.event is None else [("event", made.event)]
    return [("entity", at) for at in (*made.about, *said)] + events

"""What a case holds, as the store gives it out and the faces show it."""

from dataclasses import dataclass

from casefile.model.article import Furniture
from casefile.model.review import UNREVIEWED, Review
from casefile.model.words import (
    EntityKind,
    EventKind,
    MentionKind,
    Modality,
    PartialDate,
    Polarity,
    Ref,
    Span,
)


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a case holds. Counts are of what a reader sees: clusters, not accounts."""

    sources: int
    entities: int
    events: int
    facts: int
    conflicts: int
    notes: int
    new: int = 0
    """What is new to the reader; 0 where that was not counted."""
    questions: int = 0
    """Those that are open; 0 where they were not counted."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as a list shows it."""

    ref: Ref
    title: str
    """Never empty: the title, else the first words of the story, else the file's name."""
    publisher: str | None
    published: str | None
    """EDTF."""
    published_basis: str | None
    language: str | None
    characters: int
    notes: int
    review: Review = UNREVIEWED
    is_new: bool = False
    """Something came to it that the reader has not seen; only where that was asked."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source with its text."""

    row: SourceRow
    title: str | None
    """As the source has it; ``row.title`` stands in for a missing one."""
    path: str
    author: str | None
    dateline: str | None
    url: str | None
    published_reason: str
    sha256: str
    text: str
    furniture: tuple[Furniture, ...]
    """In order of start, never overlapping."""


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity, that is a cluster of accounts, as a list shows it."""

    ref: Ref
    kind: EntityKind
    name: str
    mentions: int
    """Occurrences in all sources."""
    sources: int
    """Sources that mention it at least once."""
    first_year: int | None
    last_year: int | None
    """Years of publication of those sources."""
    notes: int
    review: Review = UNREVIEWED
    lost: bool = False
    """No source tells it any more; it is kept for what the reader said of it."""
    by_hand: bool = False
    """No engine found it: a reader made it."""
    is_new: bool = False
    """Something came to it that the reader has not seen; only where that was asked."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity with its names."""

    row: EntityRow
    aliases: tuple[str, ...]
    """Every form seen or entered, the name among them, commonest first."""
    descriptions: tuple[str, ...]
    """What sources call it, one each at most."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event, that is a cluster of accounts, as a list shows it."""

    ref: Ref
    kind: EventKind
    title: str
    date: PartialDate | None
    place: str | None
    modality: Modality
    secret: bool
    sources: int
    notes: int
    review: Review = UNREVIEWED
    lost: bool = False
    """No source tells it any more; it is kept for what the reader said of it."""
    by_hand: bool = False
    """No engine found it: a reader made it."""
    is_new: bool = False
    """Something came to it that the reader has not seen; only where that was asked."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part in an event, as its sources say."""

    ref: Ref
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event with who took part."""

    row: EventRow
    place: Ref | None
    participants: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a chain of attribution."""

    name: str
    ref: Ref | None
    verb: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of one source."""

    ref: Ref
    source: Ref
    span: Span
    statement: str
    event: Ref | None
    about: tuple[Ref, ...]
    attribution: tuple[Speaker, ...]
    """Outermost first; empty where the source itself says so."""
    hedge: str | None
    polarity: Polarity
    quoted: bool
    made_by: str
    """``machine:ENGINE`` or ``human``."""
    review: Review = UNREVIEWED
    lost: bool = False
    """The engine no longer finds it; it is kept for what the reader said of it."""
    is_new: bool = False
    """It bears on known things, and the reader has not seen it; only where that was asked."""
    gone: str | None = None
    """The words that it stood on, where the text no longer says them; ``span`` is nothing then."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a text on which something stands, with the words around it."""

    source: Ref
    span: Span
    before: str
    quote: str
    after: str
    """The rest of the sentence or line, at most about 160 characters on each side."""
    source_title: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a source's text that something stands on, for the reader to show."""

    span: Span
    ref: Ref
    """entity, event, fact or note."""
    kind: MentionKind | None = None
    """For a mention."""


@dataclass(frozen=True, slots=True)
class Link:
    """One row of a list of linked things."""

    ref: Ref
    label: str
    detail: str
    """Short, such as a date or a role."""
    span: Span | None = None
    """Where to open it, when ``ref`` is a source."""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A titled list of links: the events of a person, the passages of an event."""

    title: str
    links: tuple[Link, ...]
    total: int
    """How many there are; ``links`` may hold only the first."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One result of a search."""

    ref: Ref
    kind: str
    """``person``, ``meeting``, ``source``, ``text``, ``note`` ...: the word a reader sees."""
    label: str
    detail: str
    score: float
    """0 to 100, best first."""
    matched: tuple[tuple[int, int], ...] = ()
    """Code-point ranges of ``label`` to highlight."""
    span: Span | None = None
    """Where in the source's text, for a hit in a text."""
    why: str = ""
    """Why it is there: ``begins so``, ``in the text``, ``is like it, as Dairen`` ..."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader wrote on something."""

    ref: Ref
    target: Ref
    span: Span | None
    """For a note on a passage of a source."""
    quote: str | None
    """The words of the passage when the note was written."""
    body: str
    created: str
    """UTC, ISO 8601."""
    updated: str
    orphaned: bool = False
    """The passage no longer says what it said."""
    target_label: str = ""
    """What the target is called; empty where it is gone."""
    review: Review = UNREVIEWED

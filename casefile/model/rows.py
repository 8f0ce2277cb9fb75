"""What a case holds, as the store gives it out and the faces show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casefile.model.article import Furniture
from casefile.model.review import UNREVIEWED, Review
from casefile.model.words import (
    EntityKind,
    EventKind,
    Kind,
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
class Version:
    """One text of a source: as it came, or as it was written anew."""

    number: int
    """From 1, the text as it came."""
    sha256: str
    """Of the bytes."""
    added: str | None
    """UTC, ISO 8601; None for the first."""
    by: str | None
    """Who added it; None for the first."""
    characters: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Removal:
    """A source that a reader removed; it lies apart until somebody restores it."""

    id: int
    sha256: str
    """Of the bytes that it came as."""
    label: str
    path: str
    publisher: str | None
    published: str | None
    """EDTF."""
    characters: int
    reason: str
    """Empty where none was given."""
    made_by: str
    made_at: str
    """UTC, ISO 8601."""

    @property
    def ref(self) -> Ref:
        """The ref that it had, and will have again."""
        return Ref(Kind.SOURCE, self.id)


@dataclass(frozen=True, slots=True)
class Orphan:
    """Words that are gone from the text of a source, and what stood on them."""

    ref: Ref
    """A note, a fact, an event; the source where they were said to be no name."""
    quote: str
    label: str = ""
    """What the thing is called."""


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
    passages: tuple["Passage", ...]
    """What the events and facts stand on, in order of the reports."""


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
class EventCount:
    """How many events a unit of the calendar holds, less those that a smaller one does."""

    unit: str
    """EDTF: a day, a month, a year or a decade; ``wider``; ``undated``."""
    events: int
    ref: Ref
    """One of them that begins first."""


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
class SavedSearch:
    """What a reader looks for again and again."""

    ref: Ref
    name: str
    line: str
    """As it was typed into the search."""
    created: str
    """UTC, ISO 8601."""


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


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks about a thing; known by the thing and its words."""

    target: Ref
    words: str
    span: Span | None
    """For a question on a passage of a source: where it stands now; None where it is gone."""
    quote: str | None
    """The words of the passage when it was asked."""
    asked_of: str
    """Whom; empty where nobody has been asked yet."""
    asked_at: str | None
    """UTC, ISO 8601; None where nobody has."""
    by: str
    at: str
    answer: str | None
    """None while it is open."""
    answered_by: str | None
    """Who wrote the answer down."""
    answered_at: str | None
    target_label: str = ""
    """What the target is called; empty where it is gone, or was not looked up."""

    @property
    def was_put(self) -> bool:
        """Whether somebody was asked, or it was answered."""
        return bool(self.asked_of) or self.answer is not None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more values that sources give for one field of one thing."""

    ref: Ref
    about: Ref
    field: str
    values: tuple["ConflictValue", ...]


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One value and the passage that gives it."""

    value: str
    source: Ref
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Two or more things that people said of one thing, neither in sight of the other."""

    ref: Ref
    """A conflict; its number has 9 digits and is the same in every case."""
    about: Ref
    other: Ref | None
    """Of a judgement the other of the two things."""
    field: str
    """As a conflict has it."""
    what: str
    """``note``, ``status``, ``title`` and so on."""
    sides: tuple["ClashSide", ...]
    shown: int
    """Which side holds, from 0."""
    settled: tuple[str, str] | None
    """Who chose it, and when; None while it is open."""

    @property
    def is_open(self) -> bool:
        """Whether nobody has chosen a side."""
        return self.settled is None


@dataclass(frozen=True, slots=True)
class ClashSide:
    """What one person said."""

    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing a person did, in the append-only log."""

    id: int
    what: str
    """``note added``, ``status set`` and so on; ``db/README.md`` lists them."""
    target: Ref
    by: str
    at: str
    undone: bool
    remarks: tuple[str, ...] = ()
    """What could not follow from it, a sentence each; only where it was made just now."""
    rows: tuple[Mapping[str, Any], ...] = ()
    """The rows of the reader's own tables that went or came; only where it was made just now."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind of damage that a check found."""

    what: str
    count: int
    example: str

"""What the reader wrote, asked and decided, the texts a source had, and what of it is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casefile.model.words import Kind, Ref, Span


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
class Orphan:
    """Words that are gone from the text of a source, and what stood on them."""

    ref: Ref
    """A note, a fact, an event; the source where they were said to be no name."""
    quote: str
    label: str = ""
    """What the thing is called."""


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
class NoteText:
    """What a note said once."""

    body: str
    by: str
    at: str
    """UTC, ISO 8601."""

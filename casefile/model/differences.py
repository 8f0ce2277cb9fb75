"""Where sources contradict each other, and where people who decided do."""

from dataclasses import dataclass

from casefile.model.words import (
    Ref,
    Span,
)

FIELDS = ("date", "place", "happened", "number")
"""In what the accounts of an event can differ."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more values that sources give for one field of one thing."""

    ref: Ref
    about: Ref
    field: str
    values: tuple["ConflictValue", ...]
    """None where sources no longer differ and a reader wrote on it."""


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

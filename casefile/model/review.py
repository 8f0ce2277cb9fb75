"""What a reader says of a thing: tags, status, grade, sensitivity."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How a review left an entity, an event or a fact."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    REJECTED = "rejected"


class Reading(StrEnum):
    """How a reader found what a machine read, beside the passage."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"


GRADES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
"""The two scales of AJP-2.1 (NATO; the Admiralty code): a letter grades a source, a digit an
information. One says nothing about the other, so they are never reckoned together."""


@dataclass(frozen=True, slots=True)
class Review:
    """All that the reader says of one thing."""

    tags: tuple[str, ...] = ()
    """In the order of the alphabet."""
    status: Status = Status.UNREVIEWED
    reason: str = ""
    """Why it has that status; empty where none was given."""
    grade: str | None = None
    """One of GRADES: a letter for a source, a digit for a fact."""
    grade_reason: str = ""
    sensitive: bool = False
    reading: Reading | None = None
    """Of a fact, whether it was read rightly; of a source, that it cannot be dated for sure.
    A fact read wrongly is rejected, unless a status says otherwise."""
    reading_reason: str = ""


UNREVIEWED = Review()
"""Of what nobody has looked at."""

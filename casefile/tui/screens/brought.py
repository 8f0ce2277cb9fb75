"""What workers bring to the screen when they have read."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message

from casefile.model.rows import Summary
from casefile.tui.base.look import Tab
from casefile.tui.base.rowlist import Listing
from casefile.tui.base.view import Found, View
from casefile.tui.screens.place import Question, Slot, Target


@dataclass(eq=False, repr=False)
class Landed(Message):
    """A worker read what a slot was to show; None where it cannot be shown, or nothing was."""

    slot: Slot
    target: Target | None
    view: View | None
    trouble: str = ""


@dataclass(eq=False, repr=False)
class Linked(Message):
    """What decisions touched has been linked; what could not follow, a sentence each."""

    remarks: tuple[str, ...] = ()


@dataclass(eq=False, repr=False)
class Brought(Message):
    """Articles have been added, or could not be."""

    said: str
    """What became of them, a line."""
    is_all: bool = True
    """Whether all that was given is in the case."""


@dataclass(eq=False, repr=False)
class Progressed(Message):
    """So many of the articles that are being added have been read."""

    done: int
    total: int
    name: str
    """What is read now; it may be foreign."""


@dataclass(eq=False, repr=False)
class Listed(Message):
    """A worker read the ids of a list."""

    kind: Tab
    question: Question
    listing: Listing
    trouble: str = ""


@dataclass(eq=False, repr=False)
class Searched(Message):
    """A worker searched."""

    found: Found
    number: int
    """Of the search: what an older one found is never shown over a newer."""


@dataclass(eq=False, repr=False)
class Paired(Message):
    """A worker counted how often some entities are told of with others."""

    ids: tuple[int, ...]
    others: tuple[int, ...]
    found: Mapping[tuple[int, int], int]


@dataclass(eq=False, repr=False)
class Counted(Message):
    """A worker counted what the case holds."""

    summary: Summary

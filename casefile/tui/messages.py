"""What panes wish of the screen, in the case's own words.

A message is sent, never compared nor printed: neither method is made for it.
"""

from dataclasses import dataclass
from typing import Self

from textual.message import Message
from textual.widget import Widget

from casefile.model.words import Ref, Span


class Wish(Message):
    """Something a pane asks of the screen."""

    pane: Widget | None = None
    """Who asks. Textual's own sender is whoever runs the action, often the app."""

    def by(self, pane: Widget) -> Self:
        """Return the wish signed by the pane that posts it."""
        self.pane = pane
        # A message is not handed on above its sender: one that a watcher of an enclosing
        # widget has posted would stop there.
        self.set_sender(pane)
        return self


@dataclass(eq=False, repr=False)
class Point(Wish):
    """The cursor came to stand on something; None where it stands on nothing."""

    ref: Ref | None
    span: Span | None = None
    about: Ref | None = None
    """What the passage is looked at for, where ``ref`` is a source; where it is an entity, another
    that it is looked at together with, or itself for all its neighbours."""


@dataclass(eq=False, repr=False)
class Scrolled(Wish):
    """Other lines of a text came in sight."""


@dataclass(eq=False, repr=False)
class Open(Wish):
    """The reader wants to open a place."""

    ref: Ref
    span: Span | None = None
    about: Ref | None = None


@dataclass(eq=False, repr=False)
class Turn(Wish):
    """The reader wants to look at the same in another way."""

    look: str
    ref: Ref | None = None
    """What to put the cursor on."""
    days: tuple[str, int] | None = None
    """How far to zoom a timeline, and the first day in sight as an ordinal."""
    step: int = 0
    """1 to count by the next finer unit, -1 by the next coarser."""


@dataclass(eq=False, repr=False)
class Count(Wish):
    """A pane lacks how often some entities are told of with others."""

    ids: tuple[int, ...]
    others: tuple[int, ...]


@dataclass(eq=False, repr=False)
class Narrow(Wish):
    """The reader typed what the pane should be narrowed to."""

    text: str


@dataclass(eq=False, repr=False)
class Search(Wish):
    """The reader changed what is searched for."""

    query: str
    in_sight: int | None = None
    """How many results can be seen at once; None where any may be."""


@dataclass(eq=False, repr=False)
class Save(Wish):
    """The reader wants to keep what is searched for."""

    query: str


@dataclass(eq=False, repr=False)
class Named(Wish):
    """The reader named what is to be saved; None where it is not to be."""

    name: str | None


@dataclass(eq=False, repr=False)
class Forget(Wish):
    """The reader wants to remove a saved search."""

    name: str


@dataclass(eq=False, repr=False)
class Group(Wish):
    """The reader wants results apart by kind, or all in one row, best first."""

    is_grouped: bool


@dataclass(eq=False, repr=False)
class Choose(Wish):
    """The reader picked one of the offered choices; empty for none."""

    choice: str


@dataclass(eq=False, repr=False)
class Labelled(Wish):
    """The reader typed a label, or what is none; empty for nothing."""

    typed: str


@dataclass(eq=False, repr=False)
class Pick(Wish):
    """The reader picked one of the letters offered; empty for none."""

    choice: str


@dataclass(eq=False, repr=False)
class ListEffect(Wish):
    """The reader wants to see by name what would follow, before answering."""


@dataclass(eq=False, repr=False)
class Step(Wish):
    """The reader selects more words, or less."""

    way: str
    """left, right, up, down, start or sentence; of whole lines below or above."""


@dataclass(eq=False, repr=False)
class Written(Wish):
    """The reader is done with a line of a form; None leaves all as it was."""

    text: str | None


@dataclass(eq=False, repr=False)
class Done(Wish):
    """The reader is done with this line or this list."""

    keep: bool = False
    """Whether what was typed stays in force."""


@dataclass(eq=False, repr=False)
class Letter(Wish):
    """The reader typed the letter that was waited for; empty for none."""

    letter: str


@dataclass(eq=False, repr=False)
class Tell(Wish):
    """A pane has something to say in the last line."""

    said: str

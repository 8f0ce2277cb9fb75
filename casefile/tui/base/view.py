"""What a pane is given to show of one thing: an article, or a card."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from casefile.model.rows import Hit, Mark, Source
from casefile.model.words import Ref, Span
from casefile.tui.base.standing import Standing

if TYPE_CHECKING:
    from casefile.model.kept import SavedSearch


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """A source to read, with what stands where in its text."""

    ref: Ref
    source: Source
    marks: tuple[Mark, ...]
    kinds: dict[Ref, str]
    """Of the entities marked: ``person``, ``place`` ..., by which they are told apart."""
    target: Span | None = None
    """The passage it is opened at."""
    about: Ref | None = None
    """What the passage is looked at for."""
    version: str = ""
    """Which text of how many it is; empty where the source had but one."""
    standing: Standing = field(init=False)
    """The marks, in order."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "standing", Standing(self.marks))


class Shape(StrEnum):
    """How a row of a card is drawn."""

    TITLE = "title"
    TEXT = "text"
    DIM = "dim"
    WARNING = "warning"
    HEADING = "heading"
    LINK = "link"
    PASSAGE = "passage"
    FIELD = "field"
    """A label, in ``detail``, and its value."""
    KEY = "key"
    """Keys or a sign, in ``detail``, and what they do or it means."""
    RICH = "rich"
    """Words with styles of their own, and signs before its lines."""
    BLANK = "blank"


Styled = tuple[tuple[int, int, str], ...]
"""Ranges of a text in code points, and the names of a style; later ones lie over earlier ones."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """One row of a card; it can be followed if it has a ref. Its texts are foreign."""

    shape: Shape
    text: str = ""
    detail: str = ""
    """At the right of a link; above a passage."""
    ref: Ref | None = None
    span: Span | None = None
    about: Ref | None = None
    matched: tuple[tuple[int, int], ...] = ()
    """Parts of ``text`` to highlight, in code points, in order."""
    styles: Styled = ()
    """Of ``RICH``: how its words are drawn."""
    leads: tuple[str, str] = ("", "")
    """Of ``RICH``: what stands before its first line, and before the others."""
    in_text: bool = False
    """Of a result: whether it is a passage in the text of a source, read yet or not."""
    look: str = ""
    """Where following it shows the thing among all others, such as the timeline; else it opens."""


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """One thing on one page: what it is, and all it is linked to."""

    ref: Ref
    title: str
    rows: tuple[CardRow, ...]
    words: str = ""
    """What a copy of it says, such as the text of a note; empty for the title."""
    about: Ref | None = None
    """With what it is shown together; itself, where it is shown with all its neighbours."""
    kind: str = ""
    """What its pane calls it; empty for the kind of its ref."""


View = Article | Card


@dataclass(frozen=True, slots=True)
class Choice:
    """Which result the reader stands on, and how far the results are scrolled."""

    ref: Ref | None = None
    in_text: bool = False
    """Whether it is the passage in the text of a source, not the source."""
    top: int = 0


@dataclass(frozen=True, slots=True)
class Sought:
    """A search as it was left, to come back to."""

    query: str
    choice: Choice = Choice()


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a search came to; with an empty query, what was saved, and the places visited last."""

    query: str = ""
    hits: tuple[Hit, ...] = ()
    recent: tuple[tuple[Ref, str], ...] = ()
    saved: "tuple[SavedSearch, ...]" = ()
    is_hurried: bool = False
    """Whether texts stand in it because they are new, not yet because they fit best."""
    said: tuple[str, ...] = ()
    """What a reader should know of the line, and what else to try, a sentence each."""
    is_whole: bool = True
    """Whether all in texts has its passage; else those out of sight are told by their source."""

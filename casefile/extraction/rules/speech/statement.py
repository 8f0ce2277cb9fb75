"""A statement: a clause that says something, and who says it."""

from casefile.extraction.rules.speech.names import Speaker
from casefile.model.records import record
from casefile.model.words import FurnitureKind, Span


@record(frozen=True, slots=True)
class Statement:
    """A clause that says something, and who says it."""

    span: Span
    """The clause with its words of attribution."""
    content: Span
    """What is said."""
    sentence: int
    """Index of its sentence among those of the article."""
    speakers: tuple[Speaker, ...] = ()
    """Outermost first."""
    asides: tuple[Span, ...] = ()
    """The words of attribution; times and places there are the speaker's."""
    is_deed: bool = False
    """True where the speaking itself is the content: "pledged to"."""
    furniture: FurnitureKind | None = None
    is_extra: bool = False
    """True for a claim inside another statement: "Rome's claim that ..."."""

    gist: Span | None = None
    """Of a deed, what is pledged, wanted or opposed: the end of the content."""

    @property
    def cue(self) -> str | None:
        """The word by which the innermost speaker says it."""
        return self.speakers[-1].cue if self.speakers else None

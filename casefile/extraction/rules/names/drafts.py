"""Names as they are being read: a stretch of tokens with a label that may still change."""

from collections.abc import Sequence
from enum import StrEnum

from casefile.extraction.rules.words.tokens import Line
from casefile.model.records import record
from casefile.model.words import Span


class Label(StrEnum):
    """What a stretch of words seems to name; a string, which is quick to look up."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    PEOPLE = "people"
    """An adjective or noun of nationality, people or creed."""
    NOTHING = "nothing"
    """A title, an event, a law, a capital without meaning: read, so that nothing inside it is."""


@record(frozen=True, slots=True)
class Draft:
    """Tokens of one line with what they seem to name."""

    line: int
    first: int
    last: int
    """The last token, included."""
    name: str
    """The words with single blanks and straight quotes."""
    label: Label
    weight: float
    """How much the label counts in the vote of the document: 0.3 a guess, 5 a known name."""

    def span(self, lines: Sequence[Line]) -> Span:
        """Return the characters of the name."""
        line = lines[self.line]
        return Span(line.starts[self.first], line.end(self.last))

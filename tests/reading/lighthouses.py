"""An invented story, articles read from its lines, and what is marked in them."""

from datetime import date

from casefile.model.article import Article
from casefile.reading.read import read_bytes

TODAY = date(2026, 11, 21)

STORY = (
    "Two lighthouses on the coast of Ostmark were lit again on Saturday after thirty years in"
    " the dark, the harbour board said.",
    "The board had closed the lighthouses when the herring fleet left Ostmark for deeper water.",
    "“We missed the light,” said Edda Brandvold, who keeps the northern lighthouse with her son.",
    "The repairs were paid for by a collection among the people of the coast, Brandvold said.",
    "The harbour board will decide next spring whether the lighthouses stay lit in summer.",
)


def article(*lines: str, format: str = "text", today: date = TODAY) -> Article:
    """Read the lines as a file."""
    data = "\n".join(lines).encode()
    return read_bytes(data, name="a", format=format, today=today)


def marked(found: Article) -> list[tuple[str, str]]:
    """Return the kind and the words of every mark."""
    return [(piece.kind.value, piece.span.of(found.text)) for piece in found.furniture]


def of_kind(found: Article, kind: str) -> list[str]:
    """Return the words of the marks of one kind."""
    return [words for name, words in marked(found) if name == kind]

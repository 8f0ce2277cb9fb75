"""The sentences of an article that may be read: everything but its furniture."""

import re

from casefile.core.sentences import sentences
from casefile.extraction.rules.parts import Sentence
from casefile.model.article import Article
from casefile.model.words import FurnitureKind, Span

LONGEST_READ = 2000
"""Code points; a longer sentence is a table or a list: names are read there, nothing else."""

_READ = frozenset((FurnitureKind.TITLE, FurnitureKind.CAPTION, FurnitureKind.HEADING))

_LEAD = re.compile(r"[\s—–―:;,.•*-]+")
"""What is left of a dateline between the place and the first word of the story."""


def readable(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of story, title, captions and headings, in order.

    Boilerplate, bylines and datelines are left out, so that nothing can rest on
    them; a sentence never reaches from the story into a piece of furniture.
    """
    found: list[Sentence] = []
    for span, kind in _stretches(article):
        if kind is not None and kind not in _READ:
            continue
        found += _split(article.text, span, kind)
    return tuple(found)


def _stretches(article: Article) -> list[tuple[Span, FurnitureKind | None]]:
    """Cut the text into story and furniture, each stretch with its kind."""
    stretches: list[tuple[Span, FurnitureKind | None]] = []
    at = 0
    for piece in sorted(article.furniture, key=lambda one: one.span):
        start, end = max(at, piece.span.start), min(piece.span.end, len(article.text))
        if at < start:
            stretches.append((Span(at, start), None))
        if start < end:
            stretches.append((Span(start, end), piece.kind))
        at = max(at, end)
    if at < len(article.text):
        stretches.append((Span(at, len(article.text)), None))
    return stretches


def _split(text: str, within: Span, kind: FurnitureKind | None) -> list[Sentence]:
    found = []
    for span in sentences(text, within):
        lead = _LEAD.match(text, span.start, span.end)
        start = lead.end() if lead else span.start
        if start < span.end:
            found.append(Sentence(Span(start, span.end) if lead else span, kind))
    return found

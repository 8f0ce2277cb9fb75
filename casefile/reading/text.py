"""Plain text: what stands in the file is the text, and all else is marks on it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from casefile.model.article import Furniture
from casefile.model.words import FurnitureKind, Span
from casefile.reading import furniture, metadata, published
from casefile.reading.fields import fields, labelled_block, title_span, with_fields
from casefile.reading.language import language
from casefile.reading.lines import MOST_LINES, Line, all_lines
from casefile.reading.page import Page

ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")
"""A line that is a web address and nothing else; saved texts often begin with one."""

_CUT_SHORT = f"Only the first {MOST_LINES:,} lines were looked at for what is no story."


def read_text(text: str, today: date) -> Page:
    """Return the text unchanged, with its furniture and what it says of itself.

    A block of labelled lines at the top goes before what the other lines say.
    """
    block = labelled_block(text)
    story = block.end if block else 0
    lines = [line for line in all_lines(text) if line.span.start >= story]
    speech = language(text[story:])
    found = furniture.marks(lines, language=speech)
    address = lines[0].words if lines and ADDRESS.fullmatch(lines[0].words) else None
    if address:
        found[0] = FurnitureKind.BOILERPLATE
    page = described(text, lines, found, today=today, language=speech)
    page = replace(page, url=address)
    if block is None:
        return page
    page = replace(page, furniture=(*_header_marks(text, block), *page.furniture))
    return with_fields(page, fields(text, block), today, "the head of the text")


def _header_marks(text: str, block: Span) -> list[Furniture]:
    """Return the title as such, and the rest of the header as no story."""
    title = title_span(text, block)
    if title is None:
        return [Furniture(block, FurnitureKind.BOILERPLATE)]
    parts = [
        Furniture(Span(block.start, title.start), FurnitureKind.BOILERPLATE),
        Furniture(title, FurnitureKind.TITLE),
        Furniture(Span(title.end, block.end), FurnitureKind.BOILERPLATE),
    ]
    return [part for part in parts if part.span.start < part.span.end]


def described(
    text: str, lines: Sequence[Line], found: furniture.Marks, *, today: date, language: str | None
) -> Page:
    """Return the page of a text whose lines are marked already."""
    opening = furniture.opening_dateline(lines, found)
    title = next((at for at in sorted(found) if found[at] is FurnitureKind.TITLE), None)
    when, candidates = published.published(text, lines, found, today=today)
    return Page(
        text,
        title=lines[title].span.of(text) if title is not None else None,
        publisher=metadata.publisher(lines, found, opening),
        author=metadata.author(lines, found),
        dateline=opening.place if opening else None,
        published=when,
        candidates=candidates,
        language=language,
        furniture=furniture.spans(lines, found),
        warnings=(_CUT_SHORT,) if _is_cut_short(text, lines) else (),
    )


def _is_cut_short(text: str, lines: Sequence[Line]) -> bool:
    return len(lines) == MOST_LINES and bool(text[lines[-1].span.end :].strip())

"""Markdown: the text as it came, with its front matter read and its headings marked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from casefile.model.article import Furniture
from casefile.model.words import FurnitureKind, Span
from casefile.reading import furniture
from casefile.reading.fields import FIELD, fields, with_fields
from casefile.reading.language import language
from casefile.reading.lines import Line, all_lines
from casefile.reading.page import Page
from casefile.reading.text import described

_FENCE = re.compile(r"---[ \t]*\n")
_FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M)
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>[^\n]*?)(?:[ \t]+#+)?")
_MARKUP = re.compile(r"[*_`]+|\[(?P<words>[^\[\]]*)\]\([^()]*\)")
_LONGEST_FRONT_MATTER = 10_000
"""Characters; a rule of three hyphens further on is no end of it."""


def read_markdown(text: str, today: date) -> Page:
    """Return the text unchanged, with the front matter as boilerplate and headings marked.

    What the front matter says goes before what the lines say.
    """
    front = _front_matter(text)
    lines = [line for line in all_lines(text) if front is None or line.span.start >= front.end]
    speech = language(text[front.end :] if front else text)
    found = furniture.marks(lines, language=speech)
    headings = _mark_headings(lines, found)
    page = described(text, lines, found, today=today, language=speech)
    page = replace(page, title=headings or page.title)
    if front is None:
        return page
    mark = Furniture(Span(front.start, front.end), FurnitureKind.BOILERPLATE)
    page = replace(page, furniture=(mark, *page.furniture))
    return with_fields(page, fields(text, front), today, "the front matter")


def _front_matter(text: str) -> Span | None:
    """Return the fields between lines of hyphens at the very top, with those lines."""
    opening = _FENCE.match(text)
    if opening is None:
        return None
    end = _FENCE_END.search(text, opening.end(), opening.end() + _LONGEST_FRONT_MATTER)
    if end is None or not FIELD.search(text, opening.end(), end.start()):
        return None
    return Span(0, end.end())


def _mark_headings(lines: Sequence[Line], found: furniture.Marks) -> str | None:
    """Mark lines with ``#`` and return the words of the first, which is the title."""
    matches = {
        at: match for at, line in enumerate(lines) if (match := _HEADING.fullmatch(line.words))
    }
    if not matches:
        return None
    first = min(matches)
    for at, kind in list(found.items()):
        if kind is FurnitureKind.TITLE:
            del found[at]
    for at in matches:
        if found.get(at) is not FurnitureKind.BOILERPLATE:
            found[at] = FurnitureKind.HEADING
    found[first] = FurnitureKind.TITLE
    return _MARKUP.sub(lambda mark: mark["words"] or "", matches[first]["words"]).strip() or None

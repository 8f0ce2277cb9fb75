"""What the lines of a text are: as they were read, and as a reader says over that."""

from collections.abc import Iterable, Iterator, Sequence

from casefile.core.sentences import lines
from casefile.model.article import Furniture
from casefile.model.words import FurnitureKind, Span

STORY = "story"
"""What a line is that is no furniture."""

LABELS = (STORY, *(one.value for one in FurnitureKind))
"""All that a line can be."""

UNREAD = (FurnitureKind.BOILERPLATE, FurnitureKind.BYLINE, FurnitureKind.DATELINE)
"""Labels of lines in which nothing is found; see ``extraction/rules/words/sentences``."""

Label = tuple[Span, str]
"""A line, and which of :data:`LABELS` it is."""


def relabelled(text: str, read: Sequence[Furniture], said: Iterable[Label]) -> list[Furniture]:
    """Return the furniture of a text with what a reader said of its lines over what was read.

    In order of start, none overlapping another. What was said later lies over what was said
    before. What is left of a piece that a line cuts has no blank at the cut.

    Args:
        text: The text.
        read: Its furniture as it was read; none overlaps another.
        said: Lines in the order in which they were said.
    """
    pieces = list(read)
    for line, label in said:
        pieces = [part for one in pieces for part in _without(text, one, line)]
        if label != STORY:
            pieces.append(Furniture(line, FurnitureKind(label)))
    return sorted(pieces, key=lambda one: one.span)


def _without(text: str, piece: Furniture, line: Span) -> Iterator[Furniture]:
    """Yield what is left of a piece, whole where the line does not touch it."""
    if not piece.span.overlaps(line):
        yield piece
        return
    for start, end in ((piece.span.start, line.start), (line.end, piece.span.end)):
        words = text[start:end].strip() if start < end else ""
        if words:
            first = text.index(words, start)
            yield Furniture(Span(first, first + len(words)), piece.kind)


def label_of(furniture: Iterable[Furniture], line: Span) -> str | None:
    """Return which of :data:`LABELS` a line is; None where its parts are several."""
    over = [one for one in furniture if one.span.overlaps(line)]
    if not over:
        return STORY
    first = over[0]
    is_whole = first.span.start <= line.start and line.end <= first.span.end
    return first.kind.value if is_whole else None


def lines_of(text: str, span: Span) -> list[Span]:
    """Return the lines that a span touches, without the spaces around them; no blank one."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", max(span.start, span.end - 1))
    whole = text[start : end if end >= 0 else len(text)]
    return [Span(start + one.start, start + one.end) for one in lines(whole)]

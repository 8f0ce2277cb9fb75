"""What ``y`` puts on the clipboard."""

from casefile.core.safe import safe
from casefile.model.rows import Source
from casefile.model.words import Ref, Span
from casefile.tui.base.view import Article, Card, CardRow, View

LONGEST = 65_536
"""Characters: many terminals drop a longer clipboard message whole."""


def text_of(view: View, row: CardRow | None, span: Span | None) -> str:
    """Return the words under the cursor, else the whole text or the name."""
    if isinstance(view, Article):
        return span.of(view.source.text) if span else view.source.text
    return row.text if row else view.words or view.title


def ref_of(view: View, row: CardRow | None, marked: Ref | None) -> str:
    """Return the reference of what the cursor stands on."""
    if isinstance(view, Card) and row and row.ref:
        return str(row.ref)
    return str(marked or view.ref)


def quote_of(view: View, row: CardRow | None, span: Span | None) -> str:
    """Return a quotation and where it stands."""
    if isinstance(view, Article):
        words = span.of(view.source.text) if span else view.source.row.title
        return f"“{words}”\n{citation(view.source, span)}"
    if row and row.ref:
        where = f"{row.ref}" + (f" {row.span.start}:{row.span.end}" if row.span else "")
        above = f"{row.detail}, " if row.detail else ""
        return f"“{row.text}”\n{above}{where}"
    return (
        f"“{view.words}”\n{view.title} ({view.ref})" if view.words else f"{view.title} ({view.ref})"
    )


def citation(source: Source, span: Span | None) -> str:
    """Return who says so, where and when, with the offsets of the passage."""
    row = source.row
    parts = [part for part in (row.publisher, row.title, row.published, source.url) if part]
    where = f"{row.ref}" + (f" {span.start}:{span.end}" if span else "")
    return f"{', '.join(parts)} ({where})"


def for_clipboard(words: str) -> str:
    """Return the words made harmless and short enough to be sent."""
    return safe(words)[:LONGEST]

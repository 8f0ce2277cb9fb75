"""What ``y`` puts on the clipboard."""

import json
from collections.abc import Sequence

from casefile.core.safe import safe
from casefile.exchange.escaping import escaped
from casefile.exchange.rows import as_json, as_markdown, as_quotes, as_refs, as_text
from casefile.model.rows import Hit, Source
from casefile.model.words import Ref, Span
from casefile.tui.base.view import Article, Card, CardRow, Shape, View

LONGEST = 16_000_000
"""Characters copied; more is no quotation."""


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


def markdown_of(view: View, row: CardRow | None, span: Span | None) -> str:
    """Return a quotation as Markdown, its source linked where it has an address."""
    if isinstance(view, Article):
        head = view.source.row
        words = span.of(view.source.text) if span else head.title
        quoted = "\n".join(f"> {line}".rstrip() for line in words.split("\n"))
        return f"{quoted}\n>\n> — {citation(view.source, span, link=True)}"
    if row and row.ref:
        return f"- {escaped(row.text)} (`{row.ref}`)"
    lines = [f"## {escaped(view.title)} (`{view.ref}`)"]
    for each in view.rows:
        if each.shape is Shape.HEADING:
            lines += ["", f"### {escaped(each.text)}", ""]
        elif each.ref:
            detail = f" — {escaped(each.detail)}" if each.detail else ""
            lines.append(f"- {escaped(each.text)}{detail} (`{each.ref}`)")
        elif each.text and each.shape is not Shape.TITLE:
            lines += ["", escaped(each.text)]
    return "\n".join(lines)


def json_of(view: View, row: CardRow | None, span: Span | None) -> str:
    """Return what the cursor stands on as a JSON object, with where it stands."""
    found: dict[str, object]
    if isinstance(view, Article):
        head = view.source.row
        found = {
            "ref": str(view.ref), "title": view.source.title, "publisher": head.publisher,
            "published": head.published, "url": view.source.url,
            "start": span.start if span else None, "end": span.end if span else None,
            "text": span.of(view.source.text) if span else view.source.text,
        }  # fmt: skip
    elif row and row.ref:
        found = {"ref": str(row.ref), "text": row.text, "detail": row.detail or None}
        if row.span:
            found |= {"start": row.span.start, "end": row.span.end}
    else:
        links = [{"ref": str(r.ref), "text": r.text, "detail": r.detail or None}
                 for r in view.rows if r.ref]  # fmt: skip
        found = {"ref": str(view.ref), "text": view.words or view.title, "links": links}
    return json.dumps(found, ensure_ascii=False, indent=1)


def rows_as(choice: str, rows: Sequence[Hit]) -> str:
    """Return the chosen rows of a list, in one of the ways to copy."""
    ways = {
        "text": as_text, "ref": as_refs, "quote": as_quotes, "markdown": as_markdown,
        "json": as_json,
    }  # fmt: skip
    return ways[choice](rows).rstrip("\n")


def citation(source: Source, span: Span | None, *, link: bool = False) -> str:
    """Return who says so, where and when, with the offsets of the passage."""
    row = source.row
    named = f"[{escaped(row.title)}](<{source.url}>)" if link and source.url else row.title
    url = None if link else source.url
    parts = [part for part in (row.publisher, named, row.published, url) if part]
    where = f"{row.ref}" + (f" {span.start}:{span.end}" if span else "")
    return f"{', '.join(parts)} ({where})"


def for_clipboard(words: str) -> str:
    """Return the words made harmless and short enough to be sent."""
    return safe(words)[:LONGEST]

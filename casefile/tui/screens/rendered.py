"""A note's Markdown as rows of a card: headings, lists, quotes, code, emphasis, links.

It is drawn by us like all foreign text, so that nothing in it drives the terminal, and no HTML
is read. Where a link leads stands behind its words: what is seen is what it says.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from casefile.core.pointers import LONGEST
from casefile.tui.base.view import CardRow, Shape, Styled

MOST = 20_000
"""Characters of a note that is rendered: a longer one is shown as it was typed. The parser is
quadratic in some signs: 20,000 of them took 0.3 s, in a thread of its own."""

_DEEPEST = 6
"""Lists and quotes in each other that are still indented."""

_NESTED = 40
"""Blocks in each other that are read; the parser leaves out what lies deeper."""

_MOST_STYLES = 500
"""Stretches of one block with styles of their own; what comes after is plain."""

_POINTER = re.compile(rf"\[\[[^\[\]\n]{{1,{LONGEST}}}\]\]")

_STYLES = {"strong_open": "strong", "em_open": "emphasis", "link_open": "link"}

_CODE = "accent"


@cache
def _parser() -> MarkdownIt:
    # Without what defines addresses elsewhere: it would be a part of the note that is not shown.
    return MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTED}).disable("reference")


def rendered(body: str) -> list[CardRow]:
    """Return Markdown as rows, block by block, with a blank row between them.

    Line ends stay where they were typed. What is too long or nested too deep to be rendered is
    one row, as it was typed: nothing of a note is ever left out.
    """
    tokens = _parser().parse(body) if len(body) <= MOST else []
    if any(token.level >= _NESTED - 1 for token in tokens):
        tokens = []
    return list(_Blocks().rows(tokens)) or [CardRow(Shape.TEXT, body)]


class _Blocks:
    """Walks over the blocks of a text, in order, and knows what they lie in."""

    def __init__(self) -> None:
        self._leads: list[tuple[str, str]] = []
        """What stands before the first line of a block, and before its others."""
        self._numbers: list[int | None] = []
        """The next number of each list around, None where it has none."""
        self._in_heading = False
        self._is_after_item = False

    def rows(self, tokens: Sequence[Token]) -> Iterator[CardRow]:
        """Return the rows of all blocks."""
        is_first = True
        for token in tokens:
            if token.type.endswith(("_open", "_close")):
                self._enter_or_leave(token)
                continue
            is_item = bool(self._numbers)
            if not is_first and not (is_item and self._is_after_item):
                yield CardRow(Shape.BLANK)
            is_first, self._is_after_item = False, is_item
            yield from self._block(token)

    def _enter_or_leave(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            start = int(token.attrs.get("start", 1)) if token.type[0] == "o" else None
            self._numbers.append(start)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._numbers.pop()
        elif token.type == "list_item_open":
            self._leads.append(self._item())
        elif token.type == "blockquote_open":
            self._leads.append(("> ", "> "))
        elif token.type in ("list_item_close", "blockquote_close"):
            self._leads.pop()
        elif token.type.startswith("heading"):
            self._in_heading = token.type == "heading_open"

    def _item(self) -> tuple[str, str]:
        number = self._numbers[-1]
        if number is None:
            return "• ", "  "
        self._numbers[-1] = number + 1
        sign = f"{number}. "
        return sign, " " * len(sign)

    def _block(self, token: Token) -> Iterator[CardRow]:
        if token.type == "inline":
            words, styles = _inline(token.children or ())
            if self._in_heading:
                styles = ((0, len(words), "heading"), *styles)
            yield self._row(words, styles)
        elif token.type == "hr":
            yield self._row("* * *", ((0, 5, "dim"),))
        else:  # a block of code
            if token.info.strip():
                yield self._row(token.info.strip(), ((0, len(token.info), "dim"),))
            for line in token.content.rstrip("\n").split("\n"):
                yield self._row("  " + line, ((0, len(line) + 2, _CODE),))

    def _row(self, words: str, styles: Styled) -> CardRow:
        leads = self._leads[:_DEEPEST]
        first, later = ("".join(lead[at] for lead in leads) for at in (0, 1))
        # The sign of an item stands before its first line only, whatever the item holds.
        self._leads = [(after, after) for _, after in self._leads]
        return CardRow(Shape.RICH, words, styles=styles, leads=(first, later))


def _inline(tokens: Sequence[Token]) -> tuple[str, Styled]:
    """Return what a block says, and its styles by offset; later ones lie over earlier ones."""
    styles: list[tuple[int, int, str]] = []
    open_at: list[tuple[int, int, str, str]] = []
    code: list[tuple[int, int]] = []
    pieces: list[str] = []
    at = 0
    for token in tokens:
        piece = ""
        if token.type.endswith("_open"):
            target = " ".join(str(token.attrs.get(one, "")) for one in ("href", "title")).strip()
            open_at.append((at, len(pieces), _STYLES.get(token.type, ""), target))
        elif token.type.endswith("_close"):
            start, first, style, target = open_at.pop()
            styles.append((start, at, style))
            shown = "".join(pieces[first:]) if target else ""
            piece = f" <{target}>" if target and target not in (shown, f"mailto:{shown}") else ""
        elif token.type in ("softbreak", "hardbreak"):
            piece = "\n"
        elif token.type == "image":
            named = (str(token.attrs.get(one, "")) for one in ("src", "title"))
            piece = f"{token.content} <{' '.join(named).strip()}>"
        else:
            piece = token.content
            if token.type == "code_inline":
                code.append((at, at + len(piece)))
        pieces.append(piece)
        at += len(piece)
    words = "".join(pieces)
    styles += [(start, end, _CODE) for start, end in code]
    for found in _POINTER.finditer(words):
        if not any(start <= found.start() < end for start, end in code[:_MOST_STYLES]):
            styles.append((found.start(), found.end(), "link"))
    return words, tuple(style for style in styles if style[2])[:_MOST_STYLES]

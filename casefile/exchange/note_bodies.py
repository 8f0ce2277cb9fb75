"""Notes of a reader as parts of one Markdown document.

A note keeps its own marks, but says no more than the browser shows of it: no HTML, no footnotes
and no addresses of its own; and it ends where it ends.
"""

import re
from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from casefile.core.pointers import LONGEST
from casefile.core.safe import safe

HIGHEST = 3
"""The level that a note's own first headings get: it stands below the heading of its thing."""

_NESTED = 40
"""Blocks in each other that are read, as in the browser."""

_SIGNS = re.compile(
    r"(?<!`)(?P<run>`+)(?!`)(?s:.*?[^`])(?P=run)(?!`)"
    rf"|(?P<led>[ \t]?)\[\[(?P<words>[^\[\]\n]{{1,{LONGEST}}})\]\](?P<after>[:(]?)"
    r"|\\[!-/:-@\[-`{-~]|<(?:https?|mailto):[^\s<>]*>"
    r"|(?P<active><|\[(?=\^)|\^(?=\[)|\[(?=(?:\\.|[^\\\[\]])*\]:))"
)
"""What has a meaning in the prose of a note: code (CommonMark 6.1), a pointer, what stays as it is,
and what the browser shows as words."""

_ATX = re.compile(r"#{1,6}(?=[ \t]|$)")

Marked = Callable[[str], tuple[str, bool]]
"""Returns the Markdown that stands for what a pointer names, and whether it is a mark alone."""


def set_in(body: str, marked: Marked) -> str:
    """Return a note as a part of a document, what its pointers name in their place.

    Args:
        body: Markdown, as the reader wrote it.
        marked: Called for each pointer outside of code, in order.
    """
    lines = safe(body.replace("\r\n", "\n").replace("\r", "\n")).strip("\n").split("\n")
    tokens = _parser().parse("\n".join(lines))
    prose: list[tuple[int, int]] = []
    taken: set[int] = set()
    for token in tokens:
        if token.map and token.type in ("fence", "code_block", "inline"):
            first, end = token.map
            taken |= {*range(first, end)}
            if token.type == "inline":
                prose.append((first, end))
    prose += [(at, at + 1) for at in range(len(lines)) if at not in taken]
    for token in tokens:
        if token.type == "heading_open":
            _lower(lines, token)
    for first, end in sorted(prose):
        lines[first:end] = _said("\n".join(lines[first:end]), marked).split("\n")
    return "\n".join([*lines, *_closing(lines)])


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTED}).disable("reference")


def _lower(lines: list[str], heading: Token) -> None:
    """Give a heading a level below that of what the note stands on; no line comes or goes."""
    first, end = heading.map or (0, 0)
    deep = "#" * min(6, int(heading.tag[1]) + HIGHEST - 1)
    if heading.markup.startswith("#"):
        lines[first] = _ATX.sub(deep, lines[first], count=1)
    elif heading.level == 0:  # an underlined one, perhaps of several lines
        said = " ".join(line.strip() for line in lines[first : end - 1])
        lines[first:end] = [f"{deep} {said}", *[""] * (end - first - 1)]


def _said(prose: str, marked: Marked) -> str:
    """Return some lines with what their pointers stand for; what is no Markdown there as words."""

    def put(found: "re.Match[str]") -> str:
        if found["active"]:
            return f"\\{found[0]}"
        words = " ".join((found["words"] or "").split())
        if not words:
            return found[0]
        said, is_mark = marked(words)
        begun = prose[prose.rfind("\n", 0, found.start()) + 1 : found.start()]
        led = "" if is_mark and begun.strip(" \t>*+-#") else found["led"]
        # A mark before a colon at the start of a line would be a footnote itself.
        after = f"\\{found['after']}" if found["after"] and said.endswith("]") else found["after"]
        return led + said + after

    return _SIGNS.sub(put, prose)


def _closing(lines: list[str]) -> Iterator[str]:
    """Yield what ends a block of code that the note leaves open."""
    tokens = _parser().parse("\n".join([*lines, "", "end"]))
    if tokens and tokens[-1].type == "fence" and not tokens[-1].level:
        yield tokens[-1].markup

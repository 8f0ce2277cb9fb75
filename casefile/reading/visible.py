"""What a reader can see of a page, one block a line."""

from collections.abc import Iterator
from html import unescape
from typing import Any

_HIDDEN = frozenset(
    "script style noscript head template svg iframe object embed select textarea button".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb"
    " rp rt s samp small span strike strong sub sup time tt u var wbr".split()
)


def visible(tree: Any) -> str:
    """Return all text that a reader could see, one block a line.

    The walk is by events, not recursive: pages nest deeper than Python's stack.
    """
    lines = (" ".join(line.split()) for line in "".join(_shown(tree)).split("\n"))
    return "\n".join(line for line in lines if line)


def _shown(tree: Any) -> Iterator[str]:
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, is_closing = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        breaks = name not in _INLINE
        if is_closing:
            yield "\n" if breaks else ""
            yield (element.tail or "").replace("\n", " ")
            continue
        if name in _HIDDEN or not name:
            yield (element.tail or "").replace("\n", " ")
            continue
        yield "\n" if breaks else ""
        yield (element.text or "").replace("\n", " ")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def between_tags(text: str) -> Iterator[str]:
    """Yield the text behind every tag but those that hide it; one pass, for hostile pages."""
    hidden = ""
    for at, piece in enumerate(text.split("<")):
        tag, closed, rest = piece.partition(">")
        if at == 0:
            yield unescape(piece)
            continue
        name = tag.split(maxsplit=1)[0].lower() if tag.strip() else ""
        if hidden:
            hidden = "" if name == "/" + hidden else hidden
        elif name in _HIDDEN and not tag.endswith("/"):
            hidden = name
        if closed and not hidden:
            yield unescape(rest)

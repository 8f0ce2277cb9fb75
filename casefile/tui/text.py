"""Foreign text on its way to the screen: the only door, and never markup.

Whatever a source, a note, a file name or a reader's typing holds passes
through here before a widget sees it. Textual reads ``[...]`` in a plain ``str``
as markup and passes escape characters on to the terminal; ``Content`` and
segments made from these functions do neither.
"""

from rich.cells import cell_len, split_graphemes
from textual.content import Content

from casefile.core.nouns import count_of as count_of
from casefile.core.safe import safe, safe_line

ELLIPSIS = "…"


def block(text: str) -> str:
    """Return a text of many lines, safe to draw, with as many code points as before."""
    return safe(text).replace("\t", " ")


def line(text: str) -> str:
    """Return a text safe to draw on one line, with as many code points as before."""
    return safe_line(text)


def content(text: str, style: str = "") -> Content:
    """Return one line of foreign text as Textual content, in one style of ours."""
    shown = line(text)
    return Content.styled(shown, style) if style else Content(shown)


def cells(text: str) -> int:
    """Return the columns that a safe text takes in a terminal."""
    return len(text) if text.isascii() else cell_len(text)


def cut(text: str, width: int) -> str:
    """Return the longest beginning that fits the columns, with an ellipsis if it is cut.

    >>> cut("Rosa Okafor", 6)
    'Rosa …'
    """
    if width <= 0:
        return ""
    if cells(text) <= width:
        return text
    room = width - 1
    if text.isascii():
        return text[:room] + ELLIPSIS
    used = 0
    for start, _, cells_of in split_graphemes(text)[0]:
        used += cells_of
        if used > room:
            return text[:start] + ELLIPSIS
    return text


def window(text: str, width: int, start: int, end: int) -> tuple[str, int]:
    """Return the part of a text that fits the columns and shows a range, and where it begins.

    It is the beginning where the range is in sight there. Otherwise an ellipsis stands in front,
    and some of what comes before the range; the place is that of the ellipsis, so that a code
    point of the text is at the same distance from it in what is returned.

    >>> window("who met Rosa Okafor", 10, 8, 12)
    ('…Rosa Okafor', 7)
    """
    if cells(text) <= width or cells(text[:end]) < width:
        return text, 0
    lead = max(0, (width - cells(text[start:end])) // 3)
    at = start
    for begin, _, cells_of in reversed(split_graphemes(text[:start])[0]):
        if lead < cells_of:
            break
        lead -= cells_of
        at = begin
    blank = text.find(" ", at, start)
    at = blank + 1 if blank >= 0 else at
    return (ELLIPSIS + text[at:], at - 1) if at > 0 else (text, 0)


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Return the text cut or filled to exactly that many columns.

    >>> fit("東京都", 4), fit("12", 4, right=True)
    ('東… ', '  12')
    """
    shown = cut(text, width)
    blank = " " * (width - cells(shown))
    return blank + shown if right else shown + blank


def number(count: int) -> str:
    """Return a count as it is shown, with thousands set apart."""
    return f"{count:,}"

"""Quotations: which stretches of a text stand in quotation marks.

Marks are read by the line, not by the sentence: a quotation may hold many sentences,
and what opens it may stand far before.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from casefile.model.words import Span

_QUOTE = re.compile(
    r"[“\"'`«](?:(?<=“)[^“”\"\n]*[”\"]?"
    r"|(?<=\")(?<![\w.,!?]\")(?=\S)[^\"“”\n]*[\"”]?"
    r"|(?:(?<=')(?<!\w')'|(?<=`)(?<!\w`)`)(?=\S)(?:[^'\n]|'(?!'))*(?:'')?"
    r"|(?<=«)[^«»\n]*»?)"
)
"""Opening mark to closing mark, or to the end of the line where none closes.

It begins with one set of characters, which makes the search several times as fast.
"""

MARKS = '“”"«»'
"""Marks of one character; two single ones and two backquotes are marks as well."""


def quotes(text: str, span: Span) -> tuple[Span, ...]:
    """Return the quotations that reach into the span, marks included, in order, uncut.

    One that nothing closes runs to the end of its line.
    """
    every, starts, ends = _all(text)
    if not every:
        return ()
    first = bisect_right(ends, span.start)
    return every[first : bisect_left(starts, span.end, first)]


@lru_cache(maxsize=4)
def _all(text: str) -> tuple[tuple[Span, ...], list[int], list[int]]:
    """Return all quotations, their starts and ends; kept, since each clause asks again."""
    every = tuple(Span(*match.span()) for match in _QUOTE.finditer(text))
    return every, [quote.start for quote in every], [quote.end for quote in every]


def is_quoted(at: int, quoted: tuple[Span, ...]) -> bool:
    """Tell whether the place lies inside one of the quotations."""
    return any(quote.start < at < quote.end for quote in quoted) if quoted else False


def quoted_share(text: str, span: Span) -> float:
    """Return the share of a span that stands in quotation marks, 0 to 1."""
    inside = sum(
        min(quote.end, span.end) - max(quote.start, span.start) for quote in quotes(text, span)
    )
    return inside / max(1, span.end - span.start)


def is_broken(text: str, span: Span) -> tuple[bool, bool]:
    """Tell whether a quotation reaches into the span from before it, and out of it behind."""
    found = quotes(text, span)
    if not found:
        return False, False
    return found[0].start < span.start, found[-1].end > span.end


def is_open(text: str, span: Span) -> bool:
    """Tell whether the span ends in a quotation that its line never closes."""
    found = quotes(text, Span(max(span.start, span.end - 1), span.end))
    if not found:
        return False
    quote = found[-1].of(text)
    return len(quote) > 1 and not quote.endswith(("”", '"', "»", "''"))

"""Lines and sentences of a text, as spans."""

import re
from collections.abc import Iterator

from casefile.model.words import Span

_END = re.compile(
    r"[.!?…。！？](?:(?<=[.!?…])[\"'”’»)\]]*(?=\s+[\"'“‘«(\[•–—-]*[^\W_a-z])"
    r"|(?<=[。！？])[。！？]*[」』）]*)"
)
"""Where a sentence may end: a stop, its closing marks, then no small letter.

It begins with one set of characters, which makes the search several times as fast.
"""

_ABBREVIATION = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun"
    r"|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Maj|Sgt|Adm|Hon|Rev|St|Mt|No|Jr|Sr|vs"
    r"|Inc|Ltd|Corp|Co|Bros|cf|al|e\.g|i\.e|a\.m|p\.m)|(?:^|[^\w.])(?:[A-Z]\.)*[A-Z])\.$"
)
_NEVER_LAST = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Maj|St|Mt|No)\.$")
_OPENS = re.compile(r"\s+(?:The|A|An|He|She|It|They|We|In|On|At|But|And|His|Her|This|That)\b")

_LOOK_BACK = 12
"""Characters in which an abbreviation must begin; the longest has six."""


def lines(text: str) -> Iterator[Span]:
    """Yield every line that is not blank, without the spaces around it."""
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            yield Span(start, start + len(bare))
        at += len(line) + 1


def sentences(text: str, within: Span | None = None) -> Iterator[Span]:
    """Yield the sentences of the text, or of one stretch of it, in order.

    A sentence never crosses a line end, holds no blank at its ends, and every
    character that is not blank lies in exactly one sentence.
    """
    whole = within or Span(0, len(text))
    for line in lines(whole.of(text)):
        start, end = whole.start + line.start, whole.start + line.end
        yield from _split(text, start, end)


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _END.finditer(text, start, end):
        if match.end() <= at or _is_abbreviation(text, at, match):
            continue
        yield Span(at, match.end())
        at = match.end()
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        yield Span(at, end)


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return False
    tail = text[max(start, match.end() - _LOOK_BACK) : match.end()]
    if not _ABBREVIATION.search(tail):
        return False
    return bool(_NEVER_LAST.search(tail)) or not _OPENS.match(text, match.end())

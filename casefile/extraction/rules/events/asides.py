"""Asides of a sentence: what can be left out and the sentence still says who did what.

``the mayor, who runs the port, and the judge met`` is read as ``the mayor and the judge
met``. Offsets stay those of the text: an aside is blanked, never cut.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from casefile.extraction.rules.parts import Names
from casefile.extraction.rules.tellings.telling import Reader
from casefile.extraction.rules.words.clauses import finite
from casefile.extraction.rules.words.quotations import is_quoted, quotes
from casefile.extraction.rules.words.sentences import LONGEST_READ
from casefile.model.words import Span

_OPENING = re.compile(
    r"[(\[,](?:(?P<bracket>(?<=\()[^()\n]{1,160}\)|(?<=\[)[^\[\]\n]{1,160}\])"
    r"|(?P<relative>(?<=,)\s+(?:who|whose|whom|which|where)\b)"
    r"|(?P<noun>(?<=[\w’'”.)],)\s+(?:(?:the|a|an|his|her|its|their|then|now|former|formerly|head"
    r"|chief|chair|chairman|chairwoman|chairperson|leader|director|president|prime|minister"
    r"|deputy|secretary|spokesman|spokeswoman|spokesperson|founder|governor|mayor|vice|senior"
    r"|co-founder|commander|ambassador|one|both)\b)))"
)
"""It begins with one set of characters, which makes the search several times as fast."""

_SMALL = frozenset(
    "and or of the a an in on at by to for with from as its his her their our near not".split()
)
_LONGEST_NOUN = 16
"""Words of the longest noun phrase that is taken for an aside."""

_ATTRIBUTE = re.compile(r"\b(?:the|an?|his|her|its|their|then|now|former)\s+(?:\w+ly\s+)?\w+ed\b")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def asides(text: str, span: Span) -> Iterator[Span]:
    """Yield the asides of a sentence, in order, never one inside another.

    Each is a bracket, a relative clause between two commas, or a noun phrase between
    two commas that says who or what the name before it is.
    """
    quoted: tuple[Span, ...] | None = None
    at = span.start
    while match := _OPENING.search(text, at, span.end):
        at = match.end()
        if match.lastgroup == "bracket":
            yield Span(*match.span())
            continue
        quoted = quotes(text, span) if quoted is None else quoted
        end = _closing(text, match.end(), span.end, quoted)
        if end is None or is_quoted(match.start(), quoted):
            continue
        if match.lastgroup == "noun" and not _describes(text, match, end):
            continue
        yield Span(match.start(), end)
        at = end


def _closing(text: str, at: int, end: int, quoted: tuple[Span, ...]) -> int | None:
    """Return the place behind the comma that closes an aside; None where it never closes."""
    while (at := text.find(",", at, end)) != -1:
        is_number = text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
        if not is_number and not is_quoted(at, quoted):
            return at + 1 if text[at + 1 : end].strip() else None
        at += 1
    return None


def _describes(text: str, match: re.Match[str], end: int) -> bool:
    """Tell whether a noun phrase between commas says what the name before it is."""
    name = re.search(r"(?P<word>[^\W\d_][\w.’'-]*)$", text[: match.start()][-40:])
    if not name or not name["word"][0].isupper():
        return False
    phrase = _ATTRIBUTE.sub("", text[match.start() + 1 : end - 1])
    words = [found.group() for found in _WORD.finditer(phrase)]
    if not words or len(words) > _LONGEST_NOUN:
        return False
    if any(_is_verb(word) for word in words):
        return False
    return any(word[0].islower() and word not in _SMALL for word in words)


def _is_verb(word: str) -> bool:
    return word in finite() or (len(word) > 4 and word.endswith("ed") and "-" not in word)


class Veil:
    """The asides of an article, and the article as it reads without them."""

    def __init__(self, reader: Reader) -> None:
        self._raw = reader
        self._asides = tuple(
            aside
            for sentence in reader.sentences
            if sentence.span.end - sentence.span.start <= LONGEST_READ
            for aside in asides(reader.text, sentence.span)
        )
        self._starts = [aside.start for aside in self._asides]
        self._bare = _without(reader, self._asides)

    def aside_at(self, at: int) -> Span | None:
        """Return the aside that an offset lies in, or None."""
        number = bisect_right(self._starts, at) - 1
        if number < 0 or self._asides[number].end <= at:
            return None
        return self._asides[number]

    def view(self, at: int) -> tuple[Reader, Span | None]:
        """Return the article as it reads at an offset, and the aside that it lies in."""
        aside = self.aside_at(at)
        return (self._bare, None) if aside is None else (self._raw, aside)


def _without(reader: Reader, hidden: tuple[Span, ...]) -> Reader:
    """Return the article with its asides blanked: no name and no date is found there."""
    if not hidden:
        return reader
    pieces = []
    at = 0
    for aside in hidden:
        pieces += [reader.text[at : aside.start], " " * (aside.end - aside.start)]
        at = aside.end
    pieces.append(reader.text[at:])
    starts = [aside.start for aside in hidden]

    def is_open(span: Span) -> bool:
        number = bisect_right(starts, span.start) - 1
        return number < 0 or hidden[number].end <= span.start

    names = reader.names
    return replace(
        reader,
        text="".join(pieces),
        names=Names(names.entities, tuple(one for one in names.mentions if is_open(one.span))),
        dates=tuple(one for one in reader.dates if is_open(one.span)),
    )

"""Speakers that no verb of saying leads to: "Rome's claim that", "recognized by Rome"."""

import re
from functools import cache

from casefile.extraction.rules.speech.names import Speaker
from casefile.extraction.rules.words.clauses import trim
from casefile.extraction.rules.words.places import WordList
from casefile.extraction.rules.words.verbs import alternatives, words
from casefile.model.words import Span

_RECOGNISED = WordList(
    "recognised recognized listed identified designated named regarded acknowledged".split()
)
_PASSIVE = re.compile(
    r"\b(?P<cue>(?:officially\s+)?(?:recogni[sz]ed|listed|identified|designated|named"
    r"|regarded|acknowledged))"
    r"\s+(?:as\s+[^,;.]{2,60}?\s+)?by\s+(?P<who>[^,;.“”\"]{2,80}?)(?=\s+(?:as|in|for|on|and"
    r"|who|but)\b|[,;.]|$)"
)


def recognised_by(text: str, span: Span) -> Speaker | None:
    """Return who holds an official position told in the passive: "recognized by Rome"."""
    # Looked for first, since the whole pattern is slow and few clauses have such a word.
    if not _RECOGNISED.is_in(text, span.start, span.end):
        return None
    match = _PASSIVE.search(text, span.start, span.end)
    if match and re.search(r"\b(?:who|which|that|whose)\b", text[span.start : match.start()]):
        return None
    if not match or not re.search(
        r"\b(?:is|are|was|were|been|officially)\s+(?:\w+\s+)*$|officially",
        text[span.start : match.end("cue")],
    ):
        return None
    return Speaker(trim(text, Span(*match.span("who"))), match["cue"])


@cache
def _borne() -> re.Pattern[str]:
    nouns = words("speech.txt", "nouns")
    return re.compile(
        rf"(?P<owner>[^\W\d_][\w.-]*[’']s?|\b(?:its|his|her"
        rf"|their))\s+(?:(?!{alternatives(nouns)})[\w-]+\s+){{0,3}}"
        rf"(?P<cue>(?:{alternatives(nouns)})s?)\s+that\s+"
    )


@cache
def _claim() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('speech.txt', 'nouns'))})s?\s+that\s")


_LONGEST_OWNER = 80
"""Characters before "claim" in which the words for its owner begin."""


def borne_by_noun(text: str, span: Span) -> tuple[Span, str, Span] | None:
    """Find "X's claim that ...": the owner's place, the noun, and what is claimed."""
    # Looked for first, since the whole pattern is slow: it saves a tenth of all reading.
    if text.find("that", span.start, span.end) < 0:
        return None
    claim = _claim().search(text, span.start, span.end)
    if not claim:
        return None
    match = _borne().search(text, max(span.start, claim.start() - _LONGEST_OWNER), span.end)
    if not match:
        return None
    return Span(*match.span("owner")), match["cue"], trim(text, Span(match.end(), span.end))


_SOURCES = WordList(("source", "sources", "insider", "insiders"))
_UNNAMED = re.compile(
    r"(?:but |and |while )?(?P<who>(?:(?:an?|the|other|some|several|one|two|three|many"
    r"|multiple|[A-Z]?[a-z]+)\s+){0,4}"
    r"(?:sources?|insiders?)(?:\s+(?:in|at|from|within|close to|familiar with"
    r"|on)\s+(?:[\w’'-]+\s+){1,6}?)?)"
    r"(?=\s*\b(?:\w+ed|have|has|had|were|was|are|is|gave|painted|spoke|held)\b)"
)


def opens_anonymous(text: str, span: Span) -> Span | None:
    """Return the unnamed source that a clause begins with: "other sources painted ..."."""
    # Looked for first, since the whole pattern is slow and few clauses have such a word.
    if not _SOURCES.is_in(text, span.start, span.end):
        return None
    match = _UNNAMED.match(text, span.start, span.end)
    return trim(text, Span(*match.span("who"))) if match else None

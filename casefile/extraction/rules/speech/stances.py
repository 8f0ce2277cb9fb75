"""What somebody wants, plans, opposes or asks for: deeds of words and of mind.

No clause follows such a verb, so the clause itself is the statement ("Peru opposes the
ban"), and what is wanted or opposed is the part behind the verb.
"""

import re
from functools import cache

from casefile.extraction.rules.speech.names import Speaker
from casefile.extraction.rules.words.clauses import trim
from casefile.extraction.rules.words.places import WordList
from casefile.extraction.rules.words.verbs import alternatives, phrases, verbs
from casefile.model.words import Span

_TO = re.compile(r"\s+(?:not\s+)?to\s+(?=[a-z])")
_WHOM_TO = re.compile(r"\s+(?!to\b)(?:[\w’'.-]+,?\s+){1,8}?(?:not\s+)?to\s+[a-z]")
_FOR = re.compile(r"\s+(?:\w+\s+)?(?:for|on|upon)\s")
_ASKED = re.compile(
    r"(?:\s+[\w’'.-]+){0,6}?,?\s+(?P<what>whether|if|why|how|what|when|where|who|which)\s"
)
_TOLD = re.compile(r"\s+(?P<what>whether|why|how|what)\s")
_OBJECT = re.compile(
    r"\s+(?!(?:to|of|in|on|at|by|and|or|that|which|who|out|up|than|as|from|with)\b)[\w“\"‘'$-]"
)
_STOP = re.compile(
    r",\s+(?:and|but|while|which|who|as|after|when|according|adding|saying|\w+ing\b)|;\s|\s[–—-]\s"
    r"|\s(?:while|because|although|though|after|before)\s"
)
"""Where the part behind a verb of attitude ends, at the latest."""


def stance(text: str, who: Speaker, right: Span, base: str) -> Span | None:
    """Return what a deed of words or mind is about, in a clause whose verb it is.

    ``right`` is what stands behind the verb, ``base`` the verb. None where the verb is used
    in another way: "calls a taxi", "wants for nothing".
    """
    for known, read in _READERS:
        if base in _bases(known):
            what = read(text, right)
            if what is not None:
                return what
    if base in _bases("position") and _is_position(text, who, base, right.of(text)):
        return _to_stop(text, right)
    return None


@cache
def _bases(section: str) -> frozenset[str]:
    return frozenset(verb.base for verb in verbs("speech.txt", section))


def _to_stop(text: str, right: Span) -> Span | None:
    stop = _STOP.search(text, right.start + 1, right.end)
    return _something(text, Span(right.start, stop.start() if stop else right.end))


def _something(text: str, span: Span) -> Span | None:
    """Return the span without white space at its ends; None where nothing else is in it."""
    what = trim(text, span)
    return what if what.start < what.end else None


def _intended(text: str, right: Span) -> Span | None:
    """Read "wants to leave" and "wants Peru to leave"."""
    if _TO.match(text, right.start, right.end) or _WHOM_TO.match(text, right.start, right.end):
        return _to_stop(text, right)
    return None


def _asked_for(text: str, right: Span) -> Span | None:
    """Read "calls for calm", "calls on Peru to leave"."""
    return _to_stop(text, right) if _FOR.match(text, right.start, right.end) else None


def _asked(text: str, right: Span) -> Span | None:
    """Read "asked the mayor whether he would go"."""
    match = _ASKED.match(text, right.start, right.end)
    return _something(text, Span(match.start("what"), right.end)) if match else None


def _told(text: str, right: Span) -> Span | None:
    """Read "explained how it was done"."""
    match = _TOLD.match(text, right.start, right.end)
    return _something(text, Span(match.start("what"), right.end)) if match else None


def _held(text: str, right: Span) -> Span | None:
    """Read "opposes the ban"."""
    return _to_stop(text, right) if _OBJECT.match(text, right.start, right.end) else None


def _done(text: str, right: Span) -> Span | None:
    """Read any deed of words: "apologised", "pledged to go"."""
    return _to_stop(text, right)


_READERS = (
    ("asking", _asked),
    ("wish", _intended),
    ("appeal", _asked_for),
    ("stance", _held),
    ("act", _done),
    ("explaining", _told),
)
"""Sections of verbs of speech.txt with how what follows them is read; the first that fits."""


def _is_position(text: str, speaker: Speaker, base: str, after: str) -> bool:
    """Tell an official position from other uses: "lists 17", not "names a successor"."""
    if not re.match(r"(?:the |The )?[A-Z]", speaker.span.of(text)):
        return False
    if base in ("suspect", "believe", "insist", "claim", "deny"):
        return True
    between = text[speaker.span.end : speaker.span.end + 30]
    has_number = _NUMBER.match(after) is not None
    return "officially" in between or has_number or bool(re.search(r"\bas\b", after))


_NUMBER = re.compile(
    r"\s+(?:(?:as many as|at least|some|about|more than|only)\s+)?"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens)\b)"
)


@cache
def _leaning() -> re.Pattern[str]:
    known = alternatives(phrases("speech.txt", "leaning"))
    return re.compile(
        r"\b(?P<be>is|are|was|were|remain(?:s|ed)?|be|been|am|’m|'m|’re|'re|seem(?:s|ed)?)\s+"
        rf"(?P<how>(?:not\s+|\w+ly\s+|also\s+|still\s+|very\s+|more\s+|so\s+|too\s+)*(?:{known}))"
        r"\s+(?P<by>to|that|about|of|in|with|by|for|over|at|whether)\s"
    )


@cache
def _leaning_words() -> WordList:
    return WordList(phrase.split()[-1] for phrase in phrases("speech.txt", "leaning"))


def leanings(text: str, span: Span) -> list[tuple[Span, str, Span]]:
    """Return the words for a mind in a clause: where it starts, the cue and what it is about.

    "Peru is willing to talk" gives the place of "is", "is willing" and "to talk".
    """
    found: list[tuple[Span, str, Span]] = []
    if not _leaning_words().is_in(text, span.start, span.end):
        return found  # Most clauses; it saves a slow search.
    for match in _leaning().finditer(text, span.start, span.end):
        start = match.end() if match["by"] == "that" else match.start("by")
        about = _to_stop(text, Span(start, span.end))
        if about is None:
            continue
        found.append((Span(*match.span("be")), f"{match['be']} {match['how']}", about))
    return found

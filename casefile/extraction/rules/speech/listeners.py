"""To whom something is said: "told reporters", "told the Herald"."""

import re

from casefile.extraction.rules.speech.names import Speaker
from casefile.extraction.rules.speech.words import cue_forms, is_outlet
from casefile.extraction.rules.words.clauses import trim
from casefile.model.words import Span

_LISTENER = re.compile(
    r"\s+(?P<whom>[^,;:.“”\"]{2,60}?)(?:\s*,)?"
    r"(?=\s+(?:that|on|in|at|during|late|last|earlier|when|as|after|of|how|there|he|she|it|they|his"
    r"|her|its|the|a|an|about|by|via|I|we|you|two|three|\d)\b|\s+(?:[“\"]|''|``)|\s*[,:;]"
    r"|\s*\.?\s*$)"
)


def listener(text: str, right: Span) -> Span | None:
    """Return the words for whom somebody tells it, right behind the verb; None without them."""
    match = _LISTENER.match(text, right.start, right.end)
    return trim(text, Span(*match.span("whom"))) if match else None


def told_to(text: str, right: Span, cue: str) -> tuple[Speaker, ...]:
    """Return the outlet that somebody told it to: it reports, so it speaks before them."""
    if cue not in cue_forms("tell"):
        return ()
    whom = listener(text, right)
    return (Speaker(whom, cue),) if whom and is_outlet(whom.of(text)) else ()

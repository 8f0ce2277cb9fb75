"""Speakers of direct speech: '"...," X said', '"...," said X', 'X was blunt: "..."'."""

import re
from functools import cache

from casefile.extraction.rules.speech.attribution import is_noun
from casefile.extraction.rules.speech.listeners import told_to
from casefile.extraction.rules.speech.names import (
    Speaker,
    cited,
    first_verb,
    is_name,
    name_at,
    subject,
)
from casefile.extraction.rules.speech.words import adding_pattern, cue_forms
from casefile.extraction.rules.words.clauses import opens_clause, trim
from casefile.extraction.rules.words.quotations import MARKS, quotes
from casefile.extraction.rules.words.verbs import alternatives
from casefile.model.words import Span

LONGEST_GAP = 300
"""Characters between a quotation and the verb that tells who spoke it."""

_STOPPED = re.compile(rf"[,.?!…—–-][{MARKS}'’]{{1,3}}\s*$")
_BEFORE_NAME = re.compile(
    r"(?:[^\W\d_a-z]|(?:the|an?|one|two|three|several|other|his|her|its|their|sources?|officials|police|some|many)\b)"
)
_GOES_ON = re.compile(rf"(?:[,.:;]|\band|\bthat)\s*(?=[{MARKS}]|''|``)")
_STOP = re.compile(r"[;:]\s")
_COLON = re.compile(r":\s*(?=[“\"«]|''|``)")


@cache
def _cues() -> re.Pattern[str]:
    forms = cue_forms("say") | cue_forms("tell") | cue_forms("quoting")
    return re.compile(rf"(?<![\w’'-])(?:{alternatives(forms)})(?![\w’'-])")


def quote_tail(text: str, span: Span) -> tuple[Span, tuple[Speaker, ...], Span | None] | None:
    """Cut '"...," X said' behind a quotation that ends in the span.

    Returns what stands before, its speakers, and what goes on behind; None where no
    quotation of the sentence is told to be spoken.
    """
    quoted = quotes(text, span)
    for number, quote in enumerate(quoted):
        if not span.start < quote.end < span.end:
            continue
        if not _is_closed(text, quote, span.end):
            continue
        limit = quoted[number + 1].start if number + 1 < len(quoted) else span.end
        gap = Span(quote.end, limit)
        found = _inverted(text, gap, span.end) or _followed(text, gap, span.end)
        if found:
            return trim(text, Span(span.start, quote.end)), *found
    return None


def _is_closed(text: str, quote: Span, end: int) -> bool:
    """Tell whether the marks at the end of a quotation close a speech, not a mere phrase."""
    behind = text[quote.end : min(end, quote.end + 1)]
    return behind == "," or bool(_STOPPED.search(text, max(quote.start, quote.end - 4), quote.end))


Behind = tuple[tuple[Speaker, ...], Span | None]
"""Who speaks by the words behind a quotation, and what goes on behind these words."""


def _inverted(text: str, gap: Span, end: int) -> Behind | None:
    """Read ', said X, the mayor'."""
    cue = _cues().match(text, trim(text, gap).start, gap.end)
    who = name_at(text, Span(cue.end(), gap.end)) if cue else None
    if cue is None or who is None:
        return None
    if not is_name(text, who) or not _BEFORE_NAME.match(text, who.start):
        return None
    behind = Span(who.end, gap.end)
    return (Speaker(who, cue.group()),), _adding(text, behind, end) or _onward(text, behind, end)


def _followed(text: str, gap: Span, end: int) -> Behind | None:
    """Read ', X said', ', X told the Herald on Friday'."""
    near = min(gap.end, gap.start + LONGEST_GAP)
    for cue in _cues().finditer(text, gap.start, near):
        if _STOP.search(text, gap.start, cue.start()):
            return None
        who = subject(text, Span(trim(text, gap).start, cue.start()))
        if who is None or is_noun(text, gap, cue, who):
            continue
        behind = Span(cue.end(), gap.end)
        chain = (
            *told_to(text, behind, cue.group()),
            Speaker(who, cue.group()),
            *cited(text, behind),
        )
        rest = _adding(text, behind, end) or _clause(text, behind, end)
        return chain, rest or _onward(text, behind, end)
    return None


def _adding(text: str, gap: Span, end: int) -> Span | None:
    adding = adding_pattern().search(text, gap.start, gap.end)
    if adding and text[adding.start()] == ",":
        return trim(text, Span(adding.start(), end))
    return None


def _clause(text: str, gap: Span, end: int) -> Span | None:
    at = gap.start
    while (at := text.find(",", at, gap.end)) != -1:
        start = trim(text, Span(at + 1, end)).start
        if start < gap.end and opens_clause(text, start, gap.end):
            return Span(start, end)
        at += 1
    return None


def _onward(text: str, gap: Span, end: int) -> Span | None:
    """Return the next quotation, where the words of attribution lead to it."""
    match = _GOES_ON.search(text, gap.start, min(end, gap.end + 2))
    return trim(text, Span(match.end(), end)) if match else None


def is_told_by(text: str, span: Span, behind: Span) -> bool:
    """Tell whether a sentence that ends in a quotation is spoken by the words of the next."""
    if behind.start - span.end > 1 or not _STOPPED.search(text, max(0, span.end - 4), span.end):
        return False
    found = _followed(text, Span(span.end, min(behind.end, behind.start + LONGEST_GAP)), behind.end)
    if not found:
        return False
    cue = _cues().search(text, found[0][-1].span.end, behind.end)
    if cue is None:
        return False
    said = trim(text, Span(cue.end(), behind.end))
    return text[said.start : said.start + 1] not in '“":' and not opens_clause(
        text, said.start, said.end
    )


def colon_head(text: str, span: Span) -> tuple[Speaker, Span] | None:
    """Read 'X was blunt: "..."': the subject before the colon speaks what stands behind."""
    colon = _COLON.search(text, span.start, span.end)
    if not colon or colon.start() - span.start > LONGEST_GAP:
        return None
    verb = first_verb(text, Span(span.start, colon.start()))
    who = subject(text, Span(span.start, verb.start())) if verb else None
    if verb is None or who is None:
        return None
    return Speaker(who, verb.group()), Span(colon.end(), span.end)

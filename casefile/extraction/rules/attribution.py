"""Speakers before what they say: "X said that", "According to X", "X pledged to"."""

import re
from dataclasses import dataclass

from casefile.extraction.rules.clauses import LOOK_AHEAD, is_quoted, opens_clause, quotes, trim
from casefile.extraction.rules.speakernames import OPENING, Speaker, cited, name_at, subject
from casefile.extraction.rules.speech import (
    ACCORDING,
    AROUND,
    TOWARD,
    bases,
    cue_pattern,
    is_outlet,
    listing,
    verb_table,
)
from casefile.extraction.rules.verbs import verbs
from casefile.model.words import Span

LONG_LOOK = 20
"""Words in which a clause must show its verb where it is sure that one follows."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """A stretch with its speakers, outermost first, and what they say."""

    content: Span
    speakers: tuple[Speaker, ...] = ()
    asides: tuple[Span, ...] = ()
    """Where the words of attribution stand; times and places there are the speaker's."""
    is_deed: bool = False
    """True where the speaking itself is told: "apologized", "pledged to"."""


def split_head(text: str, span: Span) -> Attributed:
    """Read "X said that ..." and "According to X, ..." at the head of a clause.

    Without a word of saying the whole clause is content and nobody is its speaker.
    """
    start = _skip_opening(text, span)
    according = ACCORDING.match(text, start, span.end)
    if according:
        who = name_at(text, Span(according.start("who"), span.end))
        comma = text.find(",", who.end, span.end) if who else -1
        if who and 0 <= comma - who.end < 80:
            content = trim(text, Span(comma + 1, span.end))
            inner = split_head(text, content)
            outer = Speaker(who, according["cue"])
            aside = Span(span.start, comma)
            return Attributed(
                inner.content, (outer, *inner.speakers), (aside, *inner.asides), inner.is_deed
            )
    quoted = quotes(text, span)
    for cue in cue_pattern().finditer(text, start, span.end):
        if is_quoted(cue.start(), quoted):
            continue
        found = _said_head(text, span, cue)
        if found:
            return found
        if cue.start() - start > 160:
            break
    return Attributed(Span(start, span.end)) if start > span.start else Attributed(span)


def _skip_opening(text: str, span: Span) -> int:
    opening = OPENING.match(text, span.start, span.end)
    return opening.end() if opening else span.start


_NOUN_AFTER = re.compile(
    r"\s*(?:[,.;:]|(?:of|from|by|about|over|in|at|was|were|is|are|has|have|had|will|would"
    r"|which|who|against)\b)"
)
_HELPED = re.compile(
    r"\b(?:do|does|did|will|would|may|might|can|could|should|must|to|n[’']t|not|also|now"
    r"|still|both)\s+$"
)
_PLURAL = re.compile(
    r"(?:.*\band\b.*|(?:they|we|i|you|some|others|many|most|both|several|few|all|people"
    r"|police|media"
    r"|these|those|critics)|.*(?:[^s]s|people|police|media|men|women|[0-9]|many|few))",
    re.IGNORECASE | re.DOTALL,
)


def _is_noun(text: str, span: Span, cue: re.Match[str], who: Span) -> bool:
    """Tell whether what looks like a word of saying is a noun: "fears of war", "a report"."""
    word = cue.group()
    is_base = word in bases()
    if is_base and not _HELPED.search(text, span.start, cue.start()):
        head = re.split(r"\s(?:of|in|from|at|for|with|to)\s", who.of(text))[0]
        if not _PLURAL.fullmatch(head):
            return True
    if not (is_base or word.endswith("s")):
        return False
    return bool(_NOUN_AFTER.match(text, cue.end(), span.end)) and not word.startswith("say")


_PASSIVE_END = re.compile(
    r"\b(?:is|are|was|were|be|been|being|[’']s|[’']re)\s+(?:not\s+|\w+ly\s+|also\s+|still\s+"
    r"|long\s+)*$"
)


def _said_head(text: str, span: Span, cue: re.Match[str]) -> Attributed | None:
    if _PASSIVE_END.search(text, max(span.start, cue.start() - 40), cue.start()):
        return None
    who = subject(text, Span(span.start, cue.start()))
    if who is None or _is_noun(text, span, cue, who):
        return None
    group, base = verb_table().get(cue.group(), ("position", cue.group()))
    speaker = Speaker(who, cue.group())
    right = Span(cue.end(), span.end)
    if group == "tell":
        return _told(text, span, speaker, right)
    if group == "silence":
        is_silent = re.match(
            r"\s+(?:to|from)\s+\w*\s?(?:comment|provid|clarif|elaborat|speculat|answer|discuss|disclos|confirm|say\b|giv|reveal|respond)",
            right.of(text),
        )
        return Attributed(span, (speaker,), (), True) if is_silent else None
    content = None
    if not _is_listing(speaker.cue):
        content = _complement(text, right, base, needs_that=group == "act")
    if content is not None:
        inner = cited(text, Span(right.start, content.start))
        aside = Span(span.start, content.start)
        return Attributed(content, (speaker, *inner), (aside,))
    return _deed(text, span, speaker, right, base)


def _told(text: str, span: Span, speaker: Speaker, right: Span) -> Attributed | None:
    """Read "X told Y that ..."; Y is a speaker too, and the outer one, if it reports."""
    match = re.match(
        r"\s+(?P<whom>(?:[^,;“”\"]{2,60}?))(?:\s*,)?(?=\s+(?:that|on|in|at|during|late|of|how|there|he|she|it|they|his|her|its|the|a|an|three|two|\d)\b|\s+[“\"]|\s*,|:)",
        right.of(text),
    )
    if not match:
        return None
    whom = trim(text, Span(right.start + match.start("whom"), right.start + match.end("whom")))
    content = _complement(text, Span(whom.end, right.end), "say", look_ahead=LONG_LOOK)
    if content is None:
        return None
    outer = (Speaker(whom, speaker.cue),) if is_outlet(whom.of(text)) else ()
    return Attributed(content, (*outer, speaker), (Span(span.start, content.start),))


_BEFORE_CONTENT = re.compile(
    rf"(?:{AROUND}|\s+(?:{TOWARD})(?=\s+that\b)"
    r"|\s*,?\s*(?:citing|quoting)\s+[^,;]{3,120}?(?:,|(?=\s+that\b)))*,?"
    r"\s*(?:,\s*)?(?P<that>that\s+|:\s+|(?=[“\"]))?"
)
"""What may stand between a verb of saying and what is said: when, where, to whom."""


def _complement(
    text: str,
    right: Span,
    base: str,
    *,
    look_ahead: int = LOOK_AHEAD,
    needs_that: bool = False,
) -> Span | None:
    """Return what is said after the verb, or None where no statement follows."""
    match = _BEFORE_CONTENT.match(text, right.start, right.end)
    if not match:
        return None
    start = match.end()
    if start >= right.end:
        return None
    content = trim(text, Span(start, right.end))
    if match["that"] is not None:
        return content if content.end - content.start > 8 else None
    # Without "that" the verb may govern a noun: "reported a loss", "recalled the envoy".
    if needs_that or base in ("pledge", "promise", "vow", "threaten", "agree"):
        return None
    if re.match(r"(?:of|whether|how|why|what|if|when)\b", text[content.start : content.end]):
        return content if base == "say" and text.startswith("of ", content.start) else None
    return content if opens_clause(text, content.start, content.end, look_ahead) else None


def _deed(text: str, span: Span, speaker: Speaker, right: Span, base: str) -> Attributed | None:
    """Read a speaking that is told as a deed: the clause itself is the statement."""
    after = right.of(text)
    acts = {verb.base for verb in verbs("speech.txt", "act")}
    if base == "call":
        is_act = bool(re.match(r"\s+(?:\w+\s+)?(?:for|on)\b", after))
    elif base in acts:
        is_act = True
    else:
        positions = {
            form: verb.base for verb in verbs("speech.txt", "position") for form in verb.finite()
        }
        is_act = speaker.cue in positions and _is_position(
            text, speaker, positions[speaker.cue], after
        )
    return Attributed(span, (speaker,), (), True) if is_act else None


def _is_listing(cue: str) -> bool:
    return cue in listing()


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

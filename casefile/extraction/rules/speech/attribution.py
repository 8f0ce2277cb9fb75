"""Speakers before what they say: "X said that", "According to X", "X pledged to"."""

import re

from casefile.extraction.rules.speech.listeners import listener, told_to
from casefile.extraction.rules.speech.names import OPENING, Speaker, cited, name_at, subject
from casefile.extraction.rules.speech.stances import leanings, stance
from casefile.extraction.rules.speech.words import (
    ACCORDING,
    AROUND,
    TOWARD,
    bases,
    cues,
    listing,
    verb_table,
)
from casefile.extraction.rules.words.clauses import LOOK_AHEAD, has_verb, opens_clause, trim
from casefile.extraction.rules.words.quotations import is_quoted, quotes
from casefile.extraction.rules.words.verbs import words
from casefile.model.records import record
from casefile.model.words import Span

LONG_LOOK = 20
"""Words in which a clause must show its verb where it is sure that one follows."""


@record(frozen=True, slots=True)
class Attributed:
    """A stretch with its speakers, outermost first, and what they say."""

    content: Span
    speakers: tuple[Speaker, ...] = ()
    asides: tuple[Span, ...] = ()
    """Where the words of attribution stand; times and places there are the speaker's."""
    is_deed: bool = False
    """True where the speaking itself is told: "apologized", "pledged to"."""
    gist: Span | None = None
    """Of a deed, what is pledged, wanted or opposed; None where no words tell it."""


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
    for cue in cues(text, start, span.end):
        if is_quoted(cue.start(), quoted):
            continue
        found = _said_head(text, span, cue)
        if found:
            return found
        if cue.start() - start > 160:
            break
    whole = span if start == span.start else Span(start, span.end)
    return _leaning_head(text, whole) or Attributed(whole)


def _leaning_head(text: str, span: Span) -> Attributed | None:
    """Read "Peru is willing to talk"."""
    for be, cue, about in leanings(text, span):
        if is_quoted(be.start, quotes(text, span)):
            continue
        who = subject(text, Span(span.start, be.start))
        if who is not None:
            return Attributed(span, (Speaker(who, cue),), (), True, about)
    return None


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


def _is_bare(name: list[str]) -> bool:
    """Tell whether a name is a small word in the singular, which no subject is: "party"."""
    first = name[0]
    is_small = first.islower() and first not in words("grammar.txt", "subjects")
    return is_small and not any(_PLURAL.fullmatch(word) for word in name)


def _is_plural(word: str) -> bool:
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "’s", "'s"))


_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|our|my|your|this|these|those|any|no|some|of|for|in|on|with"
    r"|by|about|such|more|most|very|first|new|own)|[’']s?)\s+$",
    re.IGNORECASE,
)
"""What stands before a noun or an adjective, never between a subject and its verb."""


def is_noun(text: str, span: Span, cue: re.Match[str], who: Span) -> bool:
    """Tell whether what looks like a word of saying is a noun: "fears of war", "a report"."""
    word = cue.group()
    if word != "said" and _is_bare(who.of(text).split()):
        return True
    if _BEFORE_NOUN.search(text, max(span.start, cue.start() - 12), cue.start()):
        return True
    is_base = word in bases()
    if is_base and not _HELPED.search(text, span.start, cue.start()):
        head = re.split(r"\s(?:of|in|from|at|for|with|to)\s", who.of(text))[0]
        if not (_PLURAL.fullmatch(head) or any(_is_plural(one) for one in head.split()[:3])):
            return True
    if not (is_base or word.endswith("s")):
        return False
    return bool(_NOUN_AFTER.match(text, cue.end(), span.end)) and not word.startswith("say")


_PASSIVE_END = re.compile(
    r"\b(?:is|are|was|were|be|been|being|[’']s|[’']re)\s+(?:not\s+|\w+ly\s+|also\s+|still\s+"
    r"|long\s+)*$"
)


_AFTER_WHO = re.compile(r"\bwho(?:\s+(?:has|have|had|also|then|later|\w+ly)){0,2}\s+$")


def _said_head(text: str, span: Span, cue: re.Match[str]) -> Attributed | None:
    if is_passive(text, span, cue) or _AFTER_WHO.search(text, span.start, cue.start()):
        return None
    who = subject(text, Span(span.start, cue.start()))
    if who is None or is_noun(text, span, cue, who):
        return None
    return said_by(text, span, cue, who)


def is_passive(text: str, span: Span, cue: re.Match[str]) -> bool:
    """Tell whether the word of saying is a participle: "is believed"."""
    return bool(_PASSIVE_END.search(text, max(span.start, cue.start() - 40), cue.start()))


def said_by(text: str, span: Span, cue: re.Match[str], who: Span) -> Attributed | None:
    """Read what follows a word of saying whose speaker is known; None where nothing is said."""
    group, base = verb_table()[cue.group()]
    speaker = Speaker(who, cue.group())
    right = Span(cue.end(), span.end)
    if group == "silence":
        is_silent = _SILENT.match(text, right.start, right.end)
        return Attributed(span, (speaker,), (), True) if is_silent else None
    if base in _TELLING:
        told = _told(text, span, speaker, right)
        if told:
            return told
    content = None
    particle = _PARTICLE.match(text, right.start, right.end)
    if particle:
        right = Span(particle.end(), right.end)
    if base in _WITH_PARTICLE and not particle:
        return None
    if group in _BEFORE_CLAUSE and not _is_listing(speaker.cue):
        content = _complement(text, right, base, needs_that=group in ("act", "showing"))
    if content is not None:
        inner = cited(text, Span(right.start, content.start))
        aside = Span(span.start, content.start)
        return Attributed(content, (speaker, *inner), (aside,))
    gist = stance(text, speaker, right, base)
    return Attributed(span, (speaker,), (), True, gist) if gist else None


_BEFORE_CLAUSE = frozenset(("say", "act", "position", "showing"))
_PARTICLE = re.compile(
    r"\s+(?:out|back|(?:it\s+)?(?:\w+ly\s+|very\s+)?(?:clear|plain|known))(?=[\s,:])"
)
_WITH_PARTICLE = frozenset(("point", "make"))
_TELLING = frozenset(("tell", "assure", "brief", "inform", "remind", "warn", "notify"))
_SILENT = re.compile(
    r"\s+(?:to|from)\s+\w*\s?(?:comment|provid|clarif|elaborat|speculat|answer|discuss|disclos"
    r"|confirm|say\b|giv|reveal|respond)"
)


def _told(text: str, span: Span, speaker: Speaker, right: Span) -> Attributed | None:
    """Read "X told Y that ..."; Y is a speaker too, and the outer one, if it reports."""
    whom = listener(text, right)
    if whom is None:
        return None
    content = _complement(text, Span(whom.end, right.end), "say", look_ahead=LONG_LOOK)
    if content is None:
        return None
    outer = told_to(text, right, speaker.cue)
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
    if opens_clause(text, content.start, content.end, look_ahead):
        return content
    return content if base in _CLAUSAL and _has_clause(text, content) else None


_CLAUSAL = frozenset("say think believe argue insist contend maintain".split())
"""Verbs that govern no noun, so that any subject may follow: "said talks with Peru had"."""

_NO_SUBJECT = re.compile(
    r"(?:to|not|in|on|at|by|for|from|with|including|so|yes|no|nothing|little|about|after|before"
    r"|when|as|while|during|more|much|less|goodbye|hello|thanks)\b"
)


def _has_clause(text: str, content: Span) -> bool:
    found = [match.group().lower() for match in _SMALL_WORD.finditer(text, *_near(content))]
    if len(found) < 3 or _NO_SUBJECT.match(text, content.start):
        return False
    return text[content.start].isupper() or has_verb(found[1:])


def _near(content: Span) -> tuple[int, int]:
    return content.start, min(content.end, content.start + _NEAR)


_SMALL_WORD = re.compile(r"[\w’']+")
_NEAR = 90
"""Characters in which a clause must show its verb where its subject may be anything."""


def _is_listing(cue: str) -> bool:
    return cue in listing()

"""Speakers inside a clause: "Ruiz, who said that ...", "... and insisted that", "what aides say".

The clause that they stand in is a statement of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casefile.extraction.rules.speech.attribution import Attributed, is_noun, is_passive, said_by
from casefile.extraction.rules.speech.names import first_subject, is_name, subject
from casefile.extraction.rules.speech.words import cues
from casefile.extraction.rules.words.clauses import has_verb
from casefile.extraction.rules.words.quotations import is_quoted, quotes
from casefile.extraction.rules.words.verbs import words
from casefile.model.words import Span

_BOUND = re.compile(
    r"\b(?:that|what|which|because|since|as|while|whereas|if|when|where|than|but|and|after|before"
    r"|although|though|so|whom|how|why|whether)\s+|[,:;–—(]\s*"
)
_TOKEN = re.compile(r"[^\s,;:()“”\"]+")
_CLOSING = re.compile(r",\s+(?:also\s+|then\s+|\w+ly\s+)?(?P<word>[a-z’']+)\b")
_JOINING = frozenset("and but then yet".split())
_HELPING = frozenset("has have had is are was were also then later now still not even".split())
_LONGEST_NAME = 7
"""Words in which the determiner or the first capital of a name must stand."""


@dataclass(frozen=True, slots=True)
class Inner:
    """Something said inside a clause."""

    start: int
    """Where the words begin that tell of it."""
    said: Attributed
    is_joined: bool
    """True where the subject of the clause says it: what stands before ends here."""


def inside_of(text: str, clause: Span, head: Attributed) -> Iterator[Inner]:
    """Yield what is said inside a clause by verbs behind its first one, in order."""
    at = head.content.start if head.speakers and not head.is_deed else clause.start
    if head.is_deed and head.gist:
        at = head.gist.start
    quoted = quotes(text, clause)
    for cue in cues(text, at, clause.end):
        if is_quoted(cue.start(), quoted) or is_passive(text, clause, cue):
            continue
        found = _read(text, clause, head, cue)
        if found:
            yield found


def _read(text: str, clause: Span, head: Attributed, cue: re.Match[str]) -> Inner | None:
    link = _link(text, clause, cue)
    joined = link is not None and link.group() in _JOINING
    if link is None:
        who = _near_subject(text, clause, cue)
    elif joined:
        who = head.speakers[-1].span if head.speakers else first_subject(text, clause)
    else:
        who = _antecedent(text, clause, link.start())
    if who is None or is_noun(text, clause, cue, who):
        return None
    around = clause if link is None or joined else _relative(text, clause, cue)
    said = said_by(text, around, cue, who)
    start = link.start() if link and joined else who.start
    return Inner(start, said, joined) if said else None


def _relative(text: str, clause: Span, cue: re.Match[str]) -> Span:
    """Return the clause up to the comma that ends "who said it was over, left"."""
    for match in _CLOSING.finditer(text, cue.end(), clause.end):
        if has_verb([match["word"].lower()]):
            return Span(clause.start, match.start())
    return clause


def _link(text: str, clause: Span, cue: re.Match[str]) -> re.Match[str] | None:
    """Return the "and" or "who" that a verb follows, but for helping words; None without one."""
    found = list(_TOKEN.finditer(text, max(clause.start, cue.start() - 40), cue.start()))
    for token in reversed(found):
        word = token.group()
        if word in _JOINING or word == "who":
            return token
        if word not in _HELPING and not word.endswith("ly"):
            return None
    return None


def _antecedent(text: str, clause: Span, at: int) -> Span | None:
    """Return whom "who" means: the name or noun right before it."""
    found = list(_TOKEN.finditer(text, max(clause.start, at - 80), at))
    if not found:
        return None
    near = found[-_LONGEST_NAME:]
    start = near[-1]
    for token in reversed(near[:-1]):
        word = token.group()
        if word.lower() in words("grammar.txt", "subjects"):
            return Span(token.start(), near[-1].end())
        if word[0].isupper() and start.group()[0].isupper():
            start = token
        elif start.group()[0].isupper():
            break
    return Span(start.start(), near[-1].end())


def _near_subject(text: str, clause: Span, cue: re.Match[str]) -> Span | None:
    """Return the subject behind the last linking word before a cue: "that aides say"."""
    start = None
    for bound in _BOUND.finditer(text, max(clause.start, cue.start() - 90), cue.start()):
        start = bound.end()
    if start is None:
        return None
    who = subject(text, Span(start, cue.start()))
    return who if who and is_name(text, who) else None

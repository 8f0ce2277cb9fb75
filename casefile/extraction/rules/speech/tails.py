"""Speakers behind what they say: ", X said", ", according to X", ", adding that"."""

import re

from casefile.extraction.rules.speech.attribution import is_noun
from casefile.extraction.rules.speech.listeners import listener, told_to
from casefile.extraction.rules.speech.names import Speaker, cited, is_name, name_at
from casefile.extraction.rules.speech.quoted import quote_tail
from casefile.extraction.rules.speech.words import (
    ACCORDING,
    AROUND,
    CITING,
    adding_pattern,
    adding_words,
    cues,
    outcome_pattern,
    verb_table,
)
from casefile.extraction.rules.words.clauses import finite, opens_clause, trim
from casefile.extraction.rules.words.quotations import is_quoted, quotes
from casefile.model.words import Span

Tail = tuple[Span, tuple[Speaker, ...], Span | None]
"""What stands before, who says it, and what goes on behind."""


def split_tail(text: str, span: Span) -> tuple[Span, tuple[Speaker, ...], Span | None]:
    """Cut ", X said" or ", according to X" from the end of a sentence.

    Returns what stands before it, its speakers, and what follows it, such as
    ", adding that ..."; no speakers where the sentence has no such tail.
    """
    quoted = quotes(text, span)
    found = (
        _according_tail(text, span, quoted)
        or quote_tail(text, span)
        or _said_tail(text, span, quoted)
    )
    return found or (span, (), None)


_ACCORDING_HINTS = ("cording", "s per", "n the words")
"""One of these stands in every match; to look for them first spares a slow search."""


def _according_tail(text: str, span: Span, quoted: tuple[Span, ...]) -> Tail | None:
    if not any(text.find(hint, span.start, span.end) >= 0 for hint in _ACCORDING_HINTS):
        return None
    for match in ACCORDING.finditer(text, span.start, span.end):
        if is_quoted(match.start(), quoted) or match.start() < span.start + 12:
            continue
        who = name_at(text, Span(match.start("who"), span.end))
        if who is None:
            continue
        rest = _after_name(text, who.end, span.end)
        body = trim(text, Span(span.start, match.start()))
        return body, (Speaker(who, match["cue"]),), rest
    return None


def _after_name(text: str, at: int, end: int) -> Span | None:
    """Return what follows an attribution if it goes on as a statement."""
    rest = re.match(r"(?:[^,;]{0,80}?)[,;]\s+(?=\w)", text[at:end])
    if not rest:
        return None
    start = at + rest.end()
    adding = adding_pattern().match(text, start - 2, end)
    if adding or opens_clause(text, start, end) or text[start:end].startswith(("but ", "and ")):
        return trim(text, Span(start, end))
    return None


def _said_tail(text: str, span: Span, quoted: tuple[Span, ...]) -> Tail | None:
    """Find ", X said" or ", said X" with a statement before it."""
    if not quoted and text.find(",", span.start, span.end) < 0:
        return None
    for match in cues(text, span.start + 8, span.end):
        group, base = verb_table()[match.group()]
        if is_quoted(match.start(), quoted) or group not in ("say", "tell") or base in _PROMISING:
            continue
        found = _inverted(text, span, match, quoted) or _followed(text, span, match, quoted)
        if found:
            return found
    return None


_PROMISING = frozenset("pledge promise vow threaten agree decide swear expect".split())
"""Verbs that tell what will be done, never what a clause before them says."""


def _followed(text: str, span: Span, cue: re.Match[str], quoted: tuple[Span, ...]) -> Tail | None:
    """Read "..., X said on Monday." or '..."  X said.'."""
    left = text[span.start : cue.start()].rstrip(" ,")
    comma = max(left.rfind(", "), left.rfind("” "), left.rfind('" '), left.rfind(",” "))
    if comma < 0:
        return None
    name = trim(text, Span(span.start + comma + 1, span.start + len(left)))
    name = Span(name.start + len(_lead_mark(text, name)), name.end)
    perfect = re.search(r"\s+(?:has|have|had)(?:\s+(?:also|since|now))?$", name.of(text))
    name = Span(name.start, name.start + perfect.start()) if perfect else name
    before = trim(text, Span(span.start, span.start + comma + 1))
    extended = _with_apposition(text, before, name)
    if extended:
        before, name = extended
    is_quote = any(before.start <= quote.start and quote.end <= before.end + 1 for quote in quoted)
    if (
        not is_name(text, name)
        or is_noun(text, span, cue, name)
        or not (is_quote or _is_statement(text, before))
    ):
        return None
    after = _behind(text, span, cue)
    if after is None:
        return None
    rest = None
    if text[after : after + 1] in (",", ";"):
        start = after
        rest = _rest_of(text, Span(start, span.end), quoted)
        if rest is None and not CITING.match(text, start, span.end):
            return None
    right = Span(cue.end(), span.end)
    chain = (
        *told_to(text, right, cue.group()),
        Speaker(name, cue.group()),
        *cited(text, Span(cue.end(), span.end)),
    )
    return before, chain, rest


_AFTER = re.compile(
    rf"(?:{AROUND})*\s*(?:(?P<stop>[,;.”\"]|$)"
    r"|(?:on|in|at|during|of|to|by|when|after|as|last|this|late|early|earlier|yesterday|today"
    r"|before|from|via|recently|again|here|through|outside|following|about|with|then|shortly"
    r"|without|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)


def _behind(text: str, span: Span, cue: re.Match[str]) -> int | None:
    """Return where the words of attribution end behind a verb; None where a clause follows."""
    start = cue.end()
    if verb_table()[cue.group()][0] == "tell":
        whom = listener(text, Span(start, span.end))
        if whom is None:
            return None
        start = whom.end
    after = _AFTER.match(text, start, span.end)
    if not after or opens_clause(text, trim(text, Span(start, span.end)).start, span.end):
        return None
    if after["stop"] is not None:
        return after.start("stop")
    comma = text.find(",", after.end(), span.end)
    return comma if comma >= 0 else span.end


def parenthetical(text: str, span: Span) -> tuple[Speaker, Span] | None:
    """Find ", officials say," in the midst of a clause; the speaker, and where it stands.

    What stands around it is one clause: neither part has a subject and a verb of its own
    without the other.
    """
    if text.count(",", span.start, span.end) < 2:
        return None
    quoted = quotes(text, span)
    for cue in cues(text, span.start + 8, span.end):
        if text[cue.end() : cue.end() + 1] != "," or verb_table()[cue.group()][0] != "say":
            continue
        comma = text.rfind(",", span.start, cue.start())
        if comma < 0 or is_quoted(cue.start(), quoted) or is_quoted(comma, quoted):
            continue
        who = trim(text, Span(comma, cue.start()))
        if not is_name(text, who) or is_noun(text, span, cue, who):
            continue
        behind = trim(text, Span(cue.end(), span.end))
        if quoted and any(quote.start >= cue.end() for quote in quoted):
            continue
        if adding_pattern().match(text, cue.end(), span.end):
            continue
        if opens_clause(text, behind.start, behind.end) or text.startswith(
            ("but ", "and "), behind.start
        ):
            continue
        return Speaker(who, cue.group()), Span(comma, cue.end() + 1)
    return None


def _lead_mark(text: str, span: Span) -> str:
    mark = re.match(r"[”\"\s,]*", span.of(text))
    return mark.group() if mark else ""


def _with_apposition(text: str, before: Span, name: Span) -> tuple[Span, Span] | None:
    """Read ", Smith, the minister, said" as said by Smith."""
    if not re.match(r"(?:the|a|an|its|his|her|their|who)\s", name.of(text)):
        return None
    head = re.search(r"(?:,|[,.?!][”\"])\s+(?P<name>(?:[A-Z][\w.’'-]*\s*){1,5})$", before.of(text))
    if not head:
        return None
    start = before.start + head.start("name")
    return trim(text, Span(before.start, start)), trim(text, Span(start, before.end))


def _rest_of(text: str, span: Span, quoted: tuple[Span, ...]) -> Span | None:
    """Return what follows ", X said" if it is a statement: "adding that", a quotation, a clause."""
    bare = trim(text, span)
    if adding_pattern().match(text, span.start, span.end) or any(
        quote.start == bare.start for quote in quoted
    ):
        return bare
    return bare if opens_clause(text, bare.start, bare.end) else None


def _inverted(text: str, span: Span, cue: re.Match[str], quoted: tuple[Span, ...]) -> Tail | None:
    """Read '..., said X, the minister.'."""
    is_tell = verb_table()[cue.group()][0] == "tell"
    if is_tell or not text[span.start : cue.start()].rstrip().endswith((",", "”", '"', "?", "!")):
        return None
    who = name_at(text, Span(cue.end(), span.end))
    if who is None or not is_name(text, who) or text[who.start : who.end].lower() == "that":
        return None
    if not re.match(
        r"(?:[A-Z]|the |a |an |one |two |three |several |sources|officials|police|his |her )",
        who.of(text),
    ):
        return None
    if cue.group() not in ("said", "says") and re.match(r"an?\s", who.of(text)):
        return None
    before = trim(text, Span(span.start, cue.start()))
    if not _is_statement(text, before):
        return None
    rest = re.search(r"[“\"](?=\w)", text[who.end : span.end])
    after = Span(who.end + rest.start(), span.end) if rest else None
    return before, (Speaker(who, cue.group()),), after


def _is_statement(text: str, span: Span) -> bool:
    """Tell whether the stretch is a statement of its own and not an opening phrase."""
    return (
        len(span.of(text).split()) >= 4
        and (
            opens_clause(text, span.start, span.end)
            or any(
                word.lower() in finite() or word.endswith("ed") for word in span.of(text).split()
            )
        )
        and not _is_adverbial(text, span)
    )


def _is_adverbial(text: str, span: Span) -> bool:
    opening = re.match(
        r"(?:On|In|At|During|After|When|As|While|Speaking|Asked|If|Despite|Following)\b",
        span.of(text),
    )
    return bool(opening) and "," not in span.of(text)


def split_adding(text: str, span: Span) -> tuple[Span, tuple[tuple[str, Span], ...]]:
    """Cut ", adding that ..." and ", making it clear that ..." from the end of a clause.

    Returns what stands before, and for each cut its cue (empty for an outcome,
    which nobody says) and its content.
    """
    is_near = text.find("ing it ", span.start, span.end) >= 0
    if not is_near and not adding_words().is_in(text, span.start, span.end):
        return span, ()  # Most clauses; it saves two slow searches.
    quoted = quotes(text, span)
    for match in adding_pattern().finditer(text, span.start + 1, span.end):
        follows_comma = match.group().startswith(",") or text[
            match.start() - 2 : match.start()
        ] in (",”", ',"')
        is_loose = not match["that"] and not follows_comma
        if (
            (is_loose and match["cue"] != "saying")
            or is_quoted(match.start(), quoted)
            or match.start() < span.start + 15
        ):
            continue
        if (
            match["that"]
            or opens_clause(text, match.end(), span.end)
            or text[match.end() : match.end() + 1] in '“"'
            or match["cue"].startswith(("critic", "accus", "blam"))
        ):
            start = (
                match.start("cue")
                if match["cue"].startswith(("critic", "accus", "blam"))
                else match.end()
            )
            return Span(span.start, match.start()), (
                (match["cue"], trim(text, Span(start, span.end))),
            )
    outcome = outcome_pattern().search(text, span.start, span.end) if is_near else None
    if outcome and not is_quoted(outcome.start(), quoted):
        return Span(span.start, outcome.start()), (("", trim(text, Span(outcome.end(), span.end))),)
    return span, ()

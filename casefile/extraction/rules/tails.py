"""Speakers behind what they say: ", X said", ", according to X", ", adding that"."""

import re

from casefile.extraction.rules.clauses import finite, is_quoted, opens_clause, quotes, trim
from casefile.extraction.rules.speakernames import Speaker, cited, is_name, name_at
from casefile.extraction.rules.speech import (
    ACCORDING,
    AROUND,
    CITING,
    adding_pattern,
    cue_pattern,
    outcome_pattern,
    verb_table,
)
from casefile.model.words import Span

Tail = tuple[Span, tuple[Speaker, ...], Span | None]
"""What stands before, who says it, and what goes on behind."""


_LISTENER = r"(?:\s+(?:the\s+)?(?:[A-Z][\w.’'-]*|reporters|journalists|lawmakers)){1,6}"
"""Whom somebody tells it; a pattern."""


def split_tail(text: str, span: Span) -> tuple[Span, tuple[Speaker, ...], Span | None]:
    """Cut ", X said" or ", according to X" from the end of a sentence.

    Returns what stands before it, its speakers, and what follows it, such as
    ", adding that ..."; no speakers where the sentence has no such tail.
    """
    quoted = quotes(text, span)
    found = _according_tail(text, span, quoted) or _said_tail(text, span, quoted)
    return found or (span, (), None)


def _according_tail(text: str, span: Span, quoted: tuple[Span, ...]) -> Tail | None:
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
    for match in cue_pattern().finditer(text, span.start + 8, span.end):
        if is_quoted(match.start(), quoted) or verb_table().get(match.group(), ("",))[0] not in (
            "say",
            "tell",
        ):
            continue
        found = _inverted(text, span, match, quoted) or _followed(text, span, match, quoted)
        if found:
            return found
    return None


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
    if not is_name(text, name) or not (is_quote or _is_statement(text, before)):
        return None
    is_told = is_quote and verb_table()[cue.group()][0] == "tell"
    listener = _LISTENER if is_told else ""
    after = re.match(
        rf"{listener}(?:{AROUND})*\s*(?P<stop>[.]?[”\"]?\s*$|,\s|;\s|[.]\s)",
        text[cue.end() : span.end],
    )
    if not after:
        return None
    rest = None
    if after["stop"].strip() in (",", ";"):
        start = cue.end() + after.start("stop")
        rest = _rest_of(text, Span(start, span.end), quoted)
        if rest is None and not CITING.match(text, start, span.end):
            return None
    chain = (Speaker(name, cue.group()), *cited(text, Span(cue.end(), span.end)))
    return before, chain, rest


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
    if is_tell or not re.search(r"[,”\"?!]\s*$", text[span.start : cue.start()]):
        return None
    who = name_at(text, Span(cue.end(), span.end))
    if who is None or not is_name(text, who) or text[who.start : who.end].lower() == "that":
        return None
    if not re.match(
        r"(?:[A-Z]|the |a |an |one |two |three |several |sources|officials|police|his |her )",
        who.of(text),
    ):
        return None
    before = trim(text, Span(span.start, cue.start()))
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
    outcome = outcome_pattern().search(text, span.start, span.end)
    if outcome and not is_quoted(outcome.start(), quoted):
        return Span(span.start, outcome.start()), (("", trim(text, Span(outcome.end(), span.end))),)
    return span, ()

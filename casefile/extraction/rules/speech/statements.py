"""The statements of an article: one for each clause, with its speakers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from casefile.extraction.rules.parts import Sentence
from casefile.extraction.rules.speech.attribution import Attributed, split_head
from casefile.extraction.rules.speech.names import Speaker, first_subject
from casefile.extraction.rules.speech.nested import Inner, inside_of
from casefile.extraction.rules.speech.nouns import borne_by_noun, opens_anonymous, recognised_by
from casefile.extraction.rules.speech.quoted import colon_head
from casefile.extraction.rules.speech.runs import continued, joined, rejoined
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.speech.tails import parenthetical, split_adding, split_tail
from casefile.extraction.rules.words.clauses import clauses, finite, stretch, trim
from casefile.extraction.rules.words.sentences import LONGEST_READ
from casefile.model.words import FurnitureKind, Span

_CARRIED = re.compile(r",\s+(?:but|and)\s+(?:also\s+|then\s+|\w+ly\s+)?(?P<verb>[a-z’']+)\b")


def statements(text: str, sentences: tuple[Sentence, ...]) -> tuple[Statement, ...]:
    """Return the statements of story, titles and captions, in order of the text.

    A quotation that goes on over several sentences keeps its speaker. Sentences
    that are too long to be prose are left out.
    """
    found: list[Statement] = []
    for index, sentence in enumerate(rejoined(text, sentences)):
        if sentence.span.start == sentence.span.end:
            continue
        too_long = sentence.span.end - sentence.span.start > LONGEST_READ
        if too_long or sentence.furniture is FurnitureKind.HEADING:
            continue
        here = [_placed(one, index, sentence.furniture) for one in of_sentence(text, sentence.span)]
        if sentence.furniture is None:
            here = joined(text, sentence.span, here, found)
        found += here
    return continued(text, sentences, found)


def _placed(one: Statement, index: int, furniture: FurnitureKind | None) -> Statement:
    """Return a statement with its sentence; written out, since replace() is twice as slow."""
    return Statement(
        one.span,
        one.content,
        index,
        one.speakers,
        one.asides,
        one.is_deed,
        furniture,
        one.is_extra,
        one.gist,
    )


def of_sentence(text: str, span: Span) -> Iterator[Statement]:
    """Yield the statements of one sentence."""
    between = parenthetical(text, span)
    if between:
        who, aside = between
        yield Statement(span, trim(text, span), 0, (who,), (aside,))
        return
    body, tail, rest = split_tail(text, span)
    end = rest.start if rest else span.end
    yield from _of_body(text, body, tail, Span(body.end, end) if tail else None)
    if rest:
        adding = split_adding(text, Span(max(span.start, rest.start - 2), rest.end))[1]
        if text[rest.start : rest.end].startswith("adding") or adding:
            yield from _of_adding(text, rest, tail)
        else:
            yield from _of_body(text, rest, tail, None)


def _of_adding(text: str, rest: Span, speakers: tuple[Speaker, ...]) -> Iterator[Statement]:
    match = re.match(r"(?:and\s+)?(?P<cue>\w+)\s+(?:that\s+)?", rest.of(text))
    start = rest.start + match.end() if match else rest.start
    cue = match["cue"] if match else "said"
    said = (*speakers[:-1], Speaker(speakers[-1].span, cue)) if speakers else ()
    for clause in clauses(text, Span(start, rest.end)):
        is_first = clause.start == start
        yield Statement(Span(rest.start if is_first else clause.start, clause.end), clause, 0, said)


def _of_body(
    text: str, body: Span, tail: tuple[Speaker, ...], tail_span: Span | None
) -> Iterator[Statement]:
    """Yield the statements of what stands before ", X said"; the last one reaches over it."""
    parts = clauses(text, body)
    inherited: tuple[Speaker, ...] = ()
    for number, clause in enumerate(parts):
        is_last = number == len(parts) - 1
        reach = Span(clause.start, tail_span.end) if is_last and tail_span else clause
        asides = (tail_span,) if tail_span else ()
        made = list(_of_clause(text, clause, inherited))
        if not tail:
            yield from made
        for one in made if tail else ():
            ends_clause = one.span.end == clause.end and not one.is_extra
            yield replace(
                one,
                span=trim(text, Span(one.span.start, reach.end)) if ends_clause else one.span,
                speakers=(*tail, *one.speakers),
                asides=(*one.asides, *asides),
            )
        if made and made[0].speakers and not made[0].is_deed:
            inherited = made[0].speakers


def _of_clause(text: str, clause: Span, inherited: tuple[Speaker, ...]) -> Iterator[Statement]:
    main, added = split_adding(text, clause)
    head = split_head(text, main)
    colon = None if head.speakers else colon_head(text, main)
    if colon:
        who, said = colon
        head = Attributed(said, (who,), (Span(main.start, said.start),))
    speakers = head.speakers or _other_speakers(text, main)
    inside = tuple(inside_of(text, main, head))
    joined = next((one.start for one in inside if one.is_joined), None)
    content = head.content
    cut = None
    if joined is not None and head.speakers and not head.is_deed:
        content = Span(content.start, joined)
    elif head.speakers:
        cut = _carried(text, head)
        content = Span(content.start, cut.start) if cut else content
    one = Statement(
        trim(text, content if main.start == content.start else Span(main.start, content.end)),
        trim(text, content),
        0,
        speakers or inherited,
        head.asides,
        head.is_deed or bool(speakers and not head.speakers),
        gist=head.gist,
    )
    if inside and head.speakers and not head.is_deed and inside[0].start == content.start:
        one = _chained(text, one, inside[0].said)
        inside = inside[1:]
    yield one
    if cut:
        bare = trim(text, Span(text.index(" ", cut.start + 2), cut.end))
        yield Statement(trim(text, cut), bare, 0, head.speakers, (), True)
    yield from _inside(text, main, head, inside)
    for cue, behind in added:
        by = (_adder(text, main, head, cue) if cue else speakers) or inherited
        yield from _added(text, Span(main.end, clause.end), behind, by)
    yield from _borne(text, trim(text, head.content), speakers)


def _added(text: str, reach: Span, content: Span, said: tuple[Speaker, ...]) -> Iterator[Statement]:
    """Yield what follows ", adding that", and what is added to that."""
    inner, more = split_adding(text, content)
    yield Statement(trim(text, Span(reach.start, inner.end)), inner, 0, said)
    for verb, last in more:
        again = (*said[:-1], Speaker(said[-1].span, verb)) if said and verb else said
        yield Statement(trim(text, Span(inner.end, reach.end)), last, 0, again)


def _chained(text: str, one: Statement, said: Attributed) -> Statement:
    """Return "aides said the mayor insisted it was over" as said by the mayor, by aides."""
    end = one.content.end
    content = one.content if said.is_deed else Span(said.content.start, end)
    return replace(
        one,
        content=trim(text, content),
        speakers=(*one.speakers, *said.speakers),
        asides=(*one.asides, *said.asides),
        is_deed=said.is_deed,
        gist=said.gist and Span(said.gist.start, min(said.gist.end, end)),
    )


def _inside(
    text: str, main: Span, head: Attributed, inside: tuple[Inner, ...]
) -> Iterator[Statement]:
    """Yield what is said inside a clause; what is joined by "and" ends before the next."""
    starts = [one.start for one in inside if one.is_joined]
    outer = () if head.is_deed else head.speakers
    for one in inside:
        said = one.said
        at = one.start if said.is_deed else said.content.start
        end = next((start for start in starts if start > at), main.end)
        content = Span(said.content.start, min(said.content.end, end))
        if said.is_deed:
            content = Span(one.start, min(content.end, end))
        gist = said.gist and Span(said.gist.start, min(said.gist.end, max(end, said.gist.start)))
        yield Statement(
            trim(text, Span(main.start if one.is_joined else one.start, content.end)),
            trim(text, content),
            0,
            said.speakers if one.is_joined else (*outer, *said.speakers),
            said.asides,
            said.is_deed,
            is_extra=True,
            gist=gist,
        )


def _adder(text: str, main: Span, head: Attributed, cue: str) -> tuple[Speaker, ...]:
    """Return who says what follows ", adding that": the speaker, else the subject before it."""
    if head.speakers:
        last = head.speakers[-1]
        return (*head.speakers[:-1], Speaker(last.span, cue))
    found = first_subject(text, main)
    return (Speaker(found, cue),) if found else ()


def _other_speakers(text: str, main: Span) -> tuple[Speaker, ...]:
    """Return the speaker of a clause that has no word of saying, if its form tells one."""
    passive = recognised_by(text, main)
    if passive:
        return (passive,)
    source = opens_anonymous(text, main)
    if source:
        word = re.search(r"[\w’']+", text[source.end : main.end])
        return (Speaker(source, word.group() if word else "said"),)
    return ()


def _carried(text: str, head: Attributed) -> Span | None:
    """Find ", but gave no details": a second deed of the one who speaks."""
    if head.is_deed:
        return None
    for match in _CARRIED.finditer(text, head.content.start, head.content.end):
        verb = match["verb"].lower()
        is_past = verb in finite() or (verb.endswith("ed") and len(verb) > 4)
        if is_past and verb not in ("is", "are", "has", "have", "will", "would"):
            return Span(match.start(), head.content.end)
    return None


def _borne(text: str, content: Span, outer: tuple[Speaker, ...]) -> Iterator[Statement]:
    """Yield the claim in "Rome's claim that ...", with Rome as its speaker."""
    found = borne_by_noun(text, content)
    if not found:
        return
    owner, noun, claimed = found
    start = owner.start
    if text[owner.start : owner.end] in ("its", "his", "her", "their"):
        holder = first_subject(text, stretch(text, content, owner))
        if holder is None:
            return
        owner = holder
    else:
        # The word before "'s" is the end of a name: "Costa Rica's claim".
        name = re.search(
            r"(?:[A-Z][\w.-]*\s+){0,3}[\w.-]+(?=[’'])", text[content.start : owner.end]
        )
        if name:
            start = content.start + name.start()
            owner = Span(start, content.start + name.end())
    yield Statement(
        Span(start, claimed.end), claimed, 0, (*outer, Speaker(owner, noun)), is_extra=True
    )

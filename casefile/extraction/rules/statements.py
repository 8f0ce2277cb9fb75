"""The statements of an article: one for each clause, with its speakers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from casefile.extraction.rules.attribution import Attributed, split_head
from casefile.extraction.rules.clauses import clauses, finite, quotes, stretch, trim
from casefile.extraction.rules.nounspeakers import borne_by_noun, opens_anonymous, recognised_by
from casefile.extraction.rules.parts import Sentence
from casefile.extraction.rules.sentences import LONGEST_READ
from casefile.extraction.rules.speakernames import Speaker, subject
from casefile.extraction.rules.tails import split_adding, split_tail
from casefile.model.words import FurnitureKind, Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause that says something, and who says it."""

    span: Span
    """The clause with its """
    content: Span
    """What is said."""
    sentence: int
    """Index of its sentence among those of the article."""
    speakers: tuple[Speaker, ...] = ()
    """Outermost first."""
    asides: tuple[Span, ...] = ()
    """The words of attribution; times and places there are the speaker's."""
    is_deed: bool = False
    """True where the speaking itself is the content: "pledged to"."""
    furniture: FurnitureKind | None = None
    is_extra: bool = False
    """True for a claim inside another statement: "Rome's claim that ..."."""

    @property
    def cue(self) -> str | None:
        """The word by which the innermost speaker says it."""
        return self.speakers[-1].cue if self.speakers else None


_CARRIED = re.compile(r",\s+(?:but|and)\s+(?:also\s+|then\s+|\w+ly\s+)?(?P<verb>[a-z’']+)\b")
_MOSTLY = 0.7
"""Share of a sentence that must stand in quotation marks for it to go on with a speech."""

_ECHO = 2
"""Sentences over which a quotation goes on without naming its speaker again."""


def statements(text: str, sentences: tuple[Sentence, ...]) -> tuple[Statement, ...]:
    """Return the statements of story, titles and captions, in order of the text.

    A quotation that goes on over several sentences keeps its speaker. Sentences
    that are too long to be prose are left out.
    """
    found: list[Statement] = []
    for index, sentence in enumerate(sentences):
        too_long = sentence.span.end - sentence.span.start > LONGEST_READ
        if too_long or sentence.furniture is FurnitureKind.HEADING:
            continue
        here = [
            replace(one, sentence=index, furniture=sentence.furniture)
            for one in of_sentence(text, sentence.span)
        ]
        if sentence.furniture is None and _is_quotation(text, sentence.span):
            here = _continue(here, found, index)
        found += here
    return tuple(found)


def _is_quotation(text: str, span: Span) -> bool:
    quoted = quotes(text, span)
    if not quoted or quoted[0].start - span.start > 1:
        return False
    length = sum(quote.end - quote.start for quote in quoted)
    return length >= _MOSTLY * (span.end - span.start)


def _continue(here: list[Statement], before: list[Statement], index: int) -> list[Statement]:
    """Give a bare quotation the speakers of the one before it."""
    if any(one.speakers for one in here) or not before:
        return here
    last = next((one for one in reversed(before) if one.speakers), None)
    if last is None or index - last.sentence > _ECHO or last.furniture is not None:
        return here
    return [replace(one, speakers=last.speakers) for one in here]


def of_sentence(text: str, span: Span) -> Iterator[Statement]:
    """Yield the statements of one sentence."""
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
        for one in made:
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
    speakers = head.speakers or _other_speakers(text, main)
    cut = _carried(text, head) if head.speakers else None
    content = Span(head.content.start, cut.start) if cut else head.content
    yield Statement(
        trim(text, Span(main.start, content.end)),
        trim(text, content),
        0,
        speakers or inherited,
        head.asides,
        head.is_deed or bool(speakers and not head.speakers),
    )
    if cut:
        bare = trim(text, Span(text.index(" ", cut.start + 2), cut.end))
        yield Statement(trim(text, cut), bare, 0, head.speakers, (), True)
    for cue, content in added:
        said = (_adder(text, main, head, cue) if cue else speakers) or inherited
        inner, more = split_adding(text, content)
        yield Statement(trim(text, Span(main.end, inner.end)), inner, 0, said)
        for verb, last in more:
            again = (*said[:-1], Speaker(said[-1].span, verb)) if said and verb else said
            yield Statement(trim(text, Span(inner.end, clause.end)), last, 0, again)
    yield from _borne(text, trim(text, head.content), speakers)


def _adder(text: str, main: Span, head: Attributed, cue: str) -> tuple[Speaker, ...]:
    """Return who says what follows ", adding that": the speaker, else the subject before it."""
    if head.speakers:
        last = head.speakers[-1]
        return (*head.speakers[:-1], Speaker(last.span, cue))
    found = _first_subject(text, main)
    return (Speaker(found, cue),) if found else ()


def _first_subject(text: str, span: Span) -> Span | None:
    """Return the subject of a clause by its first word that can be a verb."""
    for match in re.finditer(r"[\w’']+", span.of(text)):
        word = match.group().lower()
        if word in finite() or (word.endswith("ed") and len(word) > 4):
            return subject(text, Span(span.start, span.start + match.start()))
    return None


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
        holder = _first_subject(text, stretch(text, content, owner))
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

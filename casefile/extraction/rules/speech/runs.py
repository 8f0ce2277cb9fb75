"""Speeches over several sentences: a quotation that goes on keeps its speaker."""

from collections.abc import Iterator
from dataclasses import replace

from casefile.extraction.rules.parts import Sentence
from casefile.extraction.rules.speech.quoted import is_told_by
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.words.quotations import (
    is_broken,
    is_open,
    is_quoted,
    quoted_share,
    quotes,
)
from casefile.model.words import Span

_MOSTLY = 0.7
"""Share of a sentence that must stand in quotation marks for it to go on with a speech."""

_ECHO = 2
"""Sentences over which a quotation goes on without naming its speaker again."""


def rejoined(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """Yield the sentences, with '"Why?"' and 'Ruiz asked.' as one and an empty one behind it."""
    taken = False
    for index, sentence in enumerate(sentences):
        if taken:
            yield replace(sentence, span=Span(sentence.span.end, sentence.span.end))
            taken = False
            continue
        behind = sentences[index + 1].span if index + 1 < len(sentences) else None
        taken = behind is not None and is_told_by(text, sentence.span, behind)
        span = sentence.span
        yield replace(sentence, span=Span(span.start, behind.end)) if behind and taken else sentence


def _is_quotation(text: str, span: Span) -> bool:
    quoted = quotes(text, span)
    if not quoted or quoted[0].start - span.start > 1:
        return False
    return quoted_share(text, span) >= _MOSTLY


def joined(
    text: str, span: Span, here: list[Statement], before: list[Statement]
) -> list[Statement]:
    """Give the sentences of one quotation one speaker: "We lost. We left," the mayor said.

    What the sentence tells of the speaker holds for those before it, which are changed
    in place, and the other way round.
    """
    if not here or not before or not is_broken(text, span)[0]:
        return here
    if not here[0].speakers:
        last = next((one for one in reversed(before) if not one.is_extra), before[-1])
        is_near = last.sentence >= here[0].sentence - 1
        if is_near and last.speakers and not last.is_deed:
            here = [replace(one, speakers=one.speakers or last.speakers) for one in here]
        return here
    start = quotes(text, span)[0].start
    for at in range(len(before) - 1, -1, -1):
        one = before[at]
        if one.content.end <= start or one.speakers:
            break
        before[at] = replace(one, speakers=here[0].speakers)
    return here


def continued(
    text: str, sentences: tuple[Sentence, ...], found: list[Statement]
) -> tuple[Statement, ...]:
    """Give a bare quotation the speakers of the one before it; also over a line end."""
    done: list[Statement] = []
    last: Statement | None = None
    for one in found:
        if not one.speakers and last and one.furniture is None and last.furniture is None:
            is_near = one.sentence - last.sentence <= _ECHO
            if is_near and _is_quotation(text, sentences[one.sentence].span):
                one = replace(one, speakers=last.speakers)
        if one.speakers and not one.is_extra:
            last = one
        done.append(one)
    return tuple(_led(text, done))


def _led(text: str, found: list[Statement]) -> list[Statement]:
    """Give a quotation that its line leaves open the speaker of the one on the next line."""
    for at in range(len(found) - 2, -1, -1):
        one, behind = found[at], found[at + 1]
        if one.speakers or not behind.speakers or behind.sentence - one.sentence > 1:
            continue
        if is_open(text, one.span) and is_quoted(behind.span.start + 1, quotes(text, behind.span)):
            found[at] = replace(one, speakers=behind.speakers)
    return found

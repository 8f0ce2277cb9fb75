"""Names of one article: who and what it speaks of, where, and which mentions are one entity."""

from collections.abc import Callable, Iterator, Sequence

from casefile.extraction.rules.entities.gathering import gather
from casefile.extraction.rules.names.candidates import runs
from casefile.extraction.rules.names.classify import clues, judge
from casefile.extraction.rules.names.consistency import agree
from casefile.extraction.rules.names.credits import photo_credits
from casefile.extraction.rules.names.drafts import Draft
from casefile.extraction.rules.names.governments import (
    governments,
    halves,
    metonyms,
    organs,
    with_more,
)
from casefile.extraction.rules.names.peel import peel
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.tokens import Line, read_line
from casefile.model.words import FurnitureKind

Vote = Callable[[list[Draft], list[Line]], list[Draft]]
"""Another opinion of the drafts of each line, before the document decides."""


def find_names(
    text: str, sentences: Sequence[Sentence], *, gazetteer: Gazetteer, vote: Vote | None = None
) -> Names:
    """Return the entities of an article and every mention of them.

    Nothing is found outside the sentences given. Spans never overlap, and hold neither a
    title nor a possessive ending. The same text gives the same names, always.
    """
    lines = [_read(text, sentence, gazetteer) for sentence in sentences]
    words = set[str]().union(*(line.tokens for line in lines))
    small = frozenset(filter(str.islower, words))
    drafts = [
        draft
        for number, line in enumerate(lines)
        for draft in _drafts(number, line, gazetteer, small)
    ]
    if vote is not None:
        drafts = vote(drafts, lines)
    drafts = agree(drafts, lines, gazetteer)
    drafts = governments(drafts, lines, gazetteer)
    drafts = with_more(drafts, _organs(lines))
    drafts = with_more(drafts, list(halves(drafts, lines, gazetteer)))
    return gather(drafts, lines, metonyms(drafts, lines, gazetteer), gazetteer)


def _read(text: str, sentence: Sentence, gazetteer: Gazetteer) -> Line:
    is_caption = sentence.furniture is FurnitureKind.CAPTION
    skipped = tuple(photo_credits(text, sentence.span)) if is_caption else ()
    return read_line(text, sentence, gazetteer, skipped)


def _drafts(
    number: int, line: Line, gazetteer: Gazetteer, small: frozenset[str]
) -> Iterator[Draft]:
    for first, last in runs(line, gazetteer):
        for piece in peel(line, first, last, gazetteer, small):
            seen = clues(line, piece.first, piece.last, piece.title < piece.first, gazetteer)
            label, weight = judge(seen)
            yield Draft(number, piece.first, piece.last, seen.name, label, weight)


def _organs(lines: Sequence[Line]) -> list[Draft]:
    return [draft for number, line in enumerate(lines) for draft in organs(number, line)]

"""The names of an article by the vote of rules and model."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from casefile.extraction.rules.entities.names import find_names
from casefile.extraction.rules.names.candidates import POSSESSIVES
from casefile.extraction.rules.names.drafts import Draft
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.extraction.rules.words.tokens import Line
from casefile.extraction.spacy_engine import voting
from casefile.extraction.spacy_engine.reading import Seen

_OPENERS = frozenset("a an the this that these those".split())


def voted_names(
    text: str, sentences: Sequence[Sentence], seen: Sequence[Seen], *, gazetteer: Gazetteer
) -> Names:
    """Return the entities and mentions as the rules do, where the model votes on each name."""

    def vote(drafts: list[Draft], lines: list[Line]) -> list[Draft]:
        return voting.vote(drafts, list(_on_tokens(seen, lines)), lines)

    return find_names(text, sentences, gazetteer=gazetteer, vote=vote)


def _on_tokens(seen: Sequence[Seen], lines: Sequence[Line]) -> Iterator[voting.Seen]:
    """Yield the model's names by the rules' tokens, without article and possessive."""
    numbers = [number for number, line in enumerate(lines) if line.tokens]
    starts = [lines[number].starts[0] for number in numbers]
    for one in seen:
        at = bisect_right(starts, one.span.end - 1) - 1
        if at < 0:
            continue
        line = lines[numbers[at]]
        inside = [
            index
            for index, start in enumerate(line.starts)
            if start < one.span.end and one.span.start < line.end(index)
        ]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        while first < last and _is_lead(line.tokens[first]):
            first += 1
        while first < last and _is_trail(line.tokens[last]):
            last -= 1
        yield voting.Seen(numbers[at], first, last, one.label)


def _is_lead(word: str) -> bool:
    return word.lower() in _OPENERS or not word[0].isalnum()


def _is_trail(word: str) -> bool:
    return word in POSSESSIVES or (not word[0].isalnum() and word not in ".)")

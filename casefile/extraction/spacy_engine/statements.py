"""The statements of an article by rules and parse: where the rules see no speaker, the parse tells.

The rules cut a text into clauses and know who speaks in most of them, and over which
quotations; the parse finds speakers that stand in forms no pattern foresees, and what
somebody wants, supports or opposes. Where both tell a speaker, the rules' stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from casefile.extraction.rules.parts import Sentence
from casefile.extraction.rules.speech.names import LONGEST_SPEAKER, Speaker
from casefile.extraction.rules.speech.statement import Statement
from casefile.extraction.rules.speech.statements import statements
from casefile.extraction.rules.words.clauses import trim
from casefile.extraction.rules.words.quotations import quotes
from casefile.extraction.spacy_engine.holders import is_verb, name
from casefile.extraction.spacy_engine.parsed import DEEDS, Said, sayings
from casefile.extraction.spacy_engine.trees import Tree
from casefile.model.words import FurnitureKind, Span

_SAME = 0.5
"""Share of the longer of two contents that must be in both for them to be one statement."""


def parsed_statements(
    text: str, sentences: tuple[Sentence, ...], trees: Mapping[int, Tree]
) -> tuple[Statement, ...]:
    """Return the statements of the rules with what the trees add, in order of the sentences.

    Args:
        text: The whole text.
        sentences: Those that the rules read.
        trees: By the start of a sentence; one without a tree is read by the rules alone.
    """
    by_sentence: dict[int, list[Statement]] = {}
    for one in statements(text, sentences):
        by_sentence.setdefault(one.sentence, []).append(one)
    for index, sentence in enumerate(sentences):
        tree = trees.get(sentence.span.start)
        if tree is None or sentence.furniture is FurnitureKind.HEADING:
            continue
        said = sayings(tree, quotes(text, sentence.span))
        here = [_corrected(one, tree) for one in by_sentence.get(index, [])]
        by_sentence[index] = merged(text, here, said, index, sentence.furniture)
    return tuple(one for index in sorted(by_sentence) for one in by_sentence[index])


def merged(
    text: str,
    here: Iterable[Statement],
    said: Iterable[Said],
    index: int,
    furniture: FurnitureKind | None,
) -> list[Statement]:
    """Return the statements of one sentence with what its tree adds.

    Args:
        text: The whole text.
        here: What the rules found in the sentence.
        said: What the tree tells.
        index: The number of the sentence.
        furniture: What the sentence is, if not of the story.
    """
    found = list(here)
    for one in said:
        if len(one.source.of(text).split()) > LONGEST_SPEAKER:
            continue
        at = _same(found, one)
        if at is None and not any(_is_part(text, other, one) for other in found):
            found.append(_new(text, found, one, index, furniture))
        elif at is not None and not found[at].speakers and one.kind not in DEEDS:
            found[at] = _spoken(text, found[at], one)
    return found


def _corrected(statement: Statement, tree: Tree) -> Statement:
    """Give a statement the subject that the tree has for its cue, where the rules see another."""
    if not statement.speakers:
        return statement
    last = statement.speakers[-1]
    at = _cue_at(tree, last)
    holder = tree.one(at, "nsubj") if at is not None and is_verb(tree, at) else None
    source = name(tree, holder, at) if holder is not None and at is not None else None
    if source is None or (source.start < last.span.end and last.span.start < source.end):
        return statement
    speakers = (*statement.speakers[:-1], Speaker(source, last.cue))
    return replace(statement, speakers=speakers, span=_around(statement.span, source))


def _cue_at(tree: Tree, speaker: Speaker) -> int | None:
    """Return the word by which a speaker says it, the nearest of its form; None if elsewhere."""
    if not tree.words or not tree.whole().holds(speaker.span):
        return None
    found = [at for at, word in enumerate(tree.words) if word.text == speaker.cue]
    return min(found, key=lambda at: abs(tree.words[at].start - speaker.span.end), default=None)


def _same(found: list[Statement], said: Said) -> int | None:
    """Return the statement that a saying repeats, the likest first; None where it is new."""
    shares = [_share(one.gist or one.content, said.content) for one in found]
    best = max(range(len(found)), key=lambda at: shares[at], default=None)
    return best if best is not None and shares[best] >= _SAME else None


def _is_part(text: str, statement: Statement, said: Said) -> bool:
    """Tell whether a statement already tells some of what is said by the same word."""
    one = statement.gist or statement.content
    is_near = one.start < said.content.end and said.content.start < one.end
    return is_near and statement.cue == said.cue.of(text)


def _share(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / max(one.end - one.start, other.end - other.start, 1)


def _spoken(text: str, statement: Statement, said: Said) -> Statement:
    """Give a statement the speaker that the tree tells, and cut the speaker out of it."""
    aside = Span(min(said.source.start, said.cue.start), max(said.source.end, said.cue.end))
    return replace(
        statement,
        span=_around(statement.span, aside),
        content=trim(text, said.content),
        speakers=(Speaker(said.source, said.cue.of(text)),),
        asides=(*statement.asides, aside),
    )


def _around(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _new(
    text: str, found: list[Statement], said: Said, index: int, furniture: FurnitureKind | None
) -> Statement:
    content = trim(text, said.content)
    outer = next(
        (
            one.speakers
            for one in found
            if one.speakers and not one.is_deed and one.content.holds(said.cue)
        ),
        (),
    )
    speakers = (*outer, Speaker(said.source, said.cue.of(text)))
    whole = trim(text, said.whole)
    is_deed = said.kind in DEEDS
    return Statement(
        span=whole,
        content=whole if is_deed else content,
        sentence=index,
        speakers=speakers,
        asides=() if is_deed else (said.cue,),
        is_deed=is_deed,
        furniture=furniture,
        is_extra=True,
        gist=content if is_deed else None,
    )

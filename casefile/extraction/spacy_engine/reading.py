"""What the model sees in an article: names, and the trees of sentences worth parsing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casefile.extraction.rules.names.drafts import Label
from casefile.extraction.rules.parts import Sentence
from casefile.extraction.rules.pipeline import LONGEST_STORY
from casefile.extraction.rules.words.sentences import LONGEST_READ
from casefile.extraction.spacy_engine.attitudes import cues
from casefile.extraction.spacy_engine.trees import Tree, Word, tree
from casefile.model.words import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LABELS: Mapping[str, Label] = {
    "PERSON": Label.PERSON,
    "ORG": Label.ORGANIZATION,
    "GPE": Label.PLACE,
    "LOC": Label.PLACE,
    "FAC": Label.PLACE,
    "NORP": Label.PEOPLE,
}
"""Ours for the labels of OntoNotes 5; its other labels are no names of somebody or a place."""

_WORD = re.compile(r"[A-Za-z]+")
_BATCH = 64
"""Sentences that the model reads at a time."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A name that the model sees."""

    span: Span
    label: Label


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the model sees in one article, as plain values: the model may forget it."""

    names: tuple[Seen, ...]
    """In order of the text; none over another, each inside one sentence."""
    trees: Mapping[int, Tree]
    """By the start of the sentence; only of those with a word of saying or thinking."""


def read(model: "Language", text: str, sentences: Sequence[Sentence]) -> Reading:
    """Read the sentences of an article; those too long for prose and behind the limit are not.

    Each sentence is read by itself: the model's own idea of where sentences end is worse on
    raw text, and what it sees in one does not hang on what stands around it.
    """
    spans = [
        one.span
        for one in sentences
        if one.span.end - one.span.start <= LONGEST_READ and one.span.end <= LONGEST_STORY
    ]
    # The zone frees the words that the model has met: without it memory grows by the article.
    with model.memory_zone():
        docs = [_doc(model, span.of(text)) for span in spans]
        names = _passed(model, docs, _for_names(model))
        seen = tuple(
            Seen(Span(span.start + one.start_char, span.start + one.end_char), LABELS[one.label_])
            for span, doc in zip(spans, names, strict=True)
            for one in doc.ents
            if one.label_ in LABELS
        )
        chosen = [at for at, span in enumerate(spans) if worth_parsing(span.of(text))]
        parsed = _passed(model, [names[at] for at in chosen], _for_trees(model))
        trees = {
            spans[at].start: tree(_words(doc, spans[at].start))
            for at, doc in zip(chosen, parsed, strict=True)
        }
    return Reading(seen, trees)


def worth_parsing(sentence: str) -> bool:
    """Tell whether a sentence holds a word that may lead to a saying or an attitude."""
    known = cues()
    return any(match.group().lower() in known for match in _WORD.finditer(sentence))


def _doc(model: "Language", sentence: str) -> "Doc":
    doc = model.make_doc(sentence)
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def _passed(model: "Language", docs: "list[Doc]", parts: frozenset[str]) -> "list[Doc]":
    """Run some parts of the model over the documents."""
    off = [part for part in model.pipe_names if part not in parts]
    return list(model.pipe(docs, batch_size=_BATCH, disable=off))


def _shared(model: "Language") -> frozenset[str]:
    """Return the part that others listen to: the word vectors or the transformer."""
    return frozenset(
        part for part in model.pipe_names if hasattr(model.get_pipe(part), "listening_components")
    )


def _for_names(model: "Language") -> frozenset[str]:
    """Return what the names need: in the small models they have word vectors of their own."""
    needed = {
        part
        for part in _shared(model)
        if "ner" in getattr(model.get_pipe(part), "listening_components", ())
    }
    return frozenset(needed | {"ner"})


def _for_trees(model: "Language") -> frozenset[str]:
    return _shared(model) | {"parser"}


def _words(doc: "Doc", start: int) -> Iterator[Word]:
    for token in doc:
        at = start + token.idx
        yield Word(token.text, at, at + len(token), token.head.i, token.dep_)

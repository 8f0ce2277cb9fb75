"""Add what a model found to what the rules found; nothing that the rules found is changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from casefile.core.folding import fold
from casefile.extraction.llm.placing import PlacedName, PlacedStatement
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.speech.names import Speaker
from casefile.extraction.rules.speech.statement import Statement
from casefile.model.findings import FoundEntity, FoundMention
from casefile.model.words import EntityKind, MentionKind, Span


def with_names(names: Names, placed: Sequence[PlacedName], sentences: Sequence[Sentence]) -> Names:
    """Return the names with those of the model that overlap none of them.

    A name that crosses the end of a sentence, or lies in furniture, is left out. One that
    is written like a known entity of its kind, or is the last word of one person's name,
    is a mention of it; of several names in one place the longest counts.
    """
    entities = list(names.entities)
    taken = [one.span for one in names.mentions]
    added: list[FoundMention] = []
    known = _Known(entities)
    longest_first = sorted(placed, key=lambda one: (one.span.start - one.span.end, one.span))
    for one in longest_first:
        inside = any(sentence.span.holds(one.span) for sentence in sentences)
        if inside and not any(span.overlaps(one.span) for span in taken):
            taken.append(one.span)
            added.append(FoundMention(one.span, MentionKind.NAME, -1))
    kinds = {one.span: EntityKind(one.kind) for one in reversed(longest_first)}
    words = {one.span: one.words for one in longest_first}
    linked = [
        FoundMention(one.span, one.kind, known.entity(words[one.span], kinds[one.span]))
        for one in sorted(added, key=lambda one: (-len(words[one.span]), one.span))
    ]
    every = sorted((*names.mentions, *linked), key=lambda one: one.span)
    return Names(tuple(known.entities), tuple(every))


@dataclass(slots=True)
class _Known:
    """The entities of the article, to which names are added as they come."""

    entities: list[FoundEntity]

    def entity(self, name: str, kind: EntityKind) -> int:
        """Return the entity that the name stands for, a new one where there is none."""
        key = fold(name)
        like = [
            at
            for at, one in enumerate(self.entities)
            if one.kind is kind and (fold(one.name) == key or _is_surname(key, one))
        ]
        if len(like) == 1:
            return like[0]
        exact = [at for at in like if fold(self.entities[at].name) == key]
        if exact:
            return exact[0]
        self.entities.append(FoundEntity(kind, " ".join(name.split())))
        return len(self.entities) - 1


def _is_surname(key: str, one: FoundEntity) -> bool:
    return one.kind is EntityKind.PERSON and " " not in key and key == fold(one.name).split()[-1]


def with_statements(
    known: Sequence[Statement],
    placed: Sequence[PlacedStatement],
    sentences: Sequence[Sentence],
) -> tuple[Statement, ...]:
    """Return the statements with those of the model whose content no spoken one shares.

    What reaches over several sentences becomes a statement for each.
    """
    spoken = [one.content for one in known if one.speakers]
    added = []
    for one in placed:
        for number, sentence in enumerate(sentences):
            content = Span(
                max(one.content.start, sentence.span.start),
                min(one.content.end, sentence.span.end),
            )
            if content.start >= content.end or any(content.overlaps(other) for other in spoken):
                continue
            speaker = Speaker(one.speaker, one.cue)
            added.append(
                Statement(sentence.span, content, number, (speaker,), furniture=sentence.furniture)
            )
    covered = [one.content for one in added]
    kept = [
        one
        for one in known
        if one.speakers or not any(span.overlaps(one.content) for span in covered)
    ]
    return tuple(sorted((*kept, *added), key=lambda one: (one.sentence, one.content.start)))

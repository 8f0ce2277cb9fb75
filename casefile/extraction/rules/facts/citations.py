"""On whose word an article relies: outlets, unnamed sources and offices, once each."""

from collections.abc import Sequence

from casefile.extraction.rules.facts.speakers import kind_of
from casefile.extraction.rules.parts import Names
from casefile.extraction.rules.speech.statement import Statement
from casefile.model.findings import FoundCitation, FoundSpeaker

_POINTERS = frozenset(
    (
        "report",
        "reports",
        "they",
        "he",
        "she",
        "newspaper",
        "paper",
        "agency",
        "it",
        "sources",
        "source",
    )
)
"""Words that mean somebody told before; cited only where nobody was."""


def citations(
    told: Sequence[tuple[Statement, tuple[FoundSpeaker, ...]]], names: Names
) -> tuple[FoundCitation, ...]:
    """Return each source that is relied on, with the place where it is first named."""
    found: dict[str, FoundCitation] = {}
    for statement, chain in told:
        for one in chain:
            kind = kind_of(one, names)
            if kind is None:
                continue
            name = names.entities[one.entity].name if one.entity is not None else one.name
            key = name.lower()
            if key in found or (key in _POINTERS and found):
                continue
            span = next(
                (speaker.span for speaker in statement.speakers if speaker.cue == one.verb),
                statement.span,
            )
            found[key] = FoundCitation(name, span, kind, one.entity)
    return tuple(sorted(found.values(), key=lambda citation: citation.span))

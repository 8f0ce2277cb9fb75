"""Mentions of names inside a stretch of text, and what they name."""

from bisect import bisect_left

from casefile.extraction.rules.parts import Names
from casefile.model.findings import FoundMention
from casefile.model.words import EntityKind, MentionKind, Span


def within(names: Names, span: Span) -> tuple[FoundMention, ...]:
    """Return the mentions inside a span; the cost grows with their number, not the article's."""
    first = bisect_left(names.starts, span.start)
    end = bisect_left(names.starts, span.end, first)
    # None overlaps another: only the last can reach over the end of the span.
    if first < end and names.mentions[end - 1].span.end > span.end:
        end -= 1
    return names.mentions[first:end]


def is_person(names: Names, mention: FoundMention) -> bool:
    """Tell whether the mention names a person."""
    return names.entities[mention.entity].kind is EntityKind.PERSON


def is_place(names: Names, mention: FoundMention) -> bool:
    """Tell whether the mention names a place as a place, not its government or people."""
    is_name = mention.kind is MentionKind.NAME
    return is_name and names.entities[mention.entity].kind is EntityKind.PLACE

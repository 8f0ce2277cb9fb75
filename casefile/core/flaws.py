"""Do findings hold together: every span in its text, every index on something."""

from collections.abc import Iterator

from casefile.model.findings import Findings


def flaw(findings: Findings, length: int) -> str | None:
    """Say what of the findings does not fit a text of so many code points, or None.

    Rules and models of our own hold to this by themselves; it is for what comes from
    elsewhere: another package's engine, a row of a file.
    """
    for span in findings.spans():
        if not 0 <= span.start < span.end <= length:
            return f"a span from {span.start} to {span.end} in a text of {length} characters"
    for entity in _entities(findings):
        if not 0 <= entity < len(findings.entities):
            return f"entity {entity} of {len(findings.entities)}"
    for fact in findings.facts:
        if fact.event is not None and not 0 <= fact.event < len(findings.events):
            return f"event {fact.event} of {len(findings.events)}"
    if not all(event.evidence for event in findings.events):
        return "an event without a passage"
    return None


def _entities(findings: Findings) -> Iterator[int]:
    """Yield every index of an entity that anything refers to."""
    yield from (mention.entity for mention in findings.mentions)
    for event in findings.events:
        yield from (one.entity for one in event.participants)
        if event.place is not None:
            yield event.place
    for fact in findings.facts:
        yield from fact.about
        yield from (one.entity for one in fact.attribution if one.entity is not None)
    yield from (one.entity for one in findings.citations if one.entity is not None)

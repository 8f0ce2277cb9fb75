"""Findings without some mentions, and without whom nothing names any more."""

from collections.abc import Container
from dataclasses import replace

from casefile.model.findings import Findings, FoundEvent, FoundFact
from casefile.model.words import Span


def without(findings: Findings, spans: Container[Span]) -> Findings:
    """Return findings without the mentions at these spans.

    An entity whose last mention goes takes part in nothing any more; what was said of it
    stays, as words. Findings without such a mention are returned as they are.
    """
    mentions = tuple(one for one in findings.mentions if one.span not in spans)
    if len(mentions) == len(findings.mentions):
        return findings
    named = {one.entity for one in mentions}
    gone = {one.entity for one in findings.mentions} - named
    kept = [at for at in range(len(findings.entities)) if at not in gone]
    now = {old: new for new, old in enumerate(kept)}
    return replace(
        findings,
        entities=tuple(findings.entities[at] for at in kept),
        mentions=tuple(replace(one, entity=now[one.entity]) for one in mentions),
        events=tuple(_event(one, now) for one in findings.events),
        facts=tuple(_fact(one, now) for one in findings.facts),
        citations=tuple(replace(one, entity=_at(one.entity, now)) for one in findings.citations),
    )


def _at(entity: int | None, now: dict[int, int]) -> int | None:
    return None if entity is None else now.get(entity)


def _event(event: FoundEvent, now: dict[int, int]) -> FoundEvent:
    took_part = (one for one in event.participants if one.entity in now)
    return replace(
        event,
        place=_at(event.place, now),
        participants=tuple(replace(one, entity=now[one.entity]) for one in took_part),
    )


def _fact(fact: FoundFact, now: dict[int, int]) -> FoundFact:
    return replace(
        fact,
        about=tuple(now[entity] for entity in fact.about if entity in now),
        attribution=tuple(replace(one, entity=_at(one.entity, now)) for one in fact.attribution),
    )

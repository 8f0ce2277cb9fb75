"""Findings that do not hold together are told from those that do."""

from dataclasses import replace

import pytest

from casefile.core.flaws import flaw
from casefile.model.findings import (
    Findings,
    FoundCitation,
    FoundEntity,
    FoundEvent,
    FoundFact,
    FoundMention,
    FoundParticipant,
    FoundSpeaker,
)
from casefile.model.words import EntityKind, EventKind, MentionKind, Modality, Span

MENTION = FoundMention(Span(0, 5), MentionKind.NAME, 0)
EVENT = FoundEvent(
    EventKind.VISIT,
    "Visit",
    None,
    0,
    Modality.HAPPENED,
    False,
    (FoundParticipant(0),),
    (Span(0, 9),),
)
FACT = FoundFact(Span(0, 9), "x", 0, (0,), (FoundSpeaker("Brandt", 0, "said"),))
WHOLE = Findings(
    entities=(FoundEntity(EntityKind.PERSON, "Brandt"),),
    mentions=(MENTION,),
    events=(EVENT,),
    facts=(FACT,),
    citations=(FoundCitation("Brandt", Span(0, 5), "official", 0),),
)

FLAWED = {
    "mention beyond": replace(WHOLE, mentions=(replace(MENTION, span=Span(5, 11)),)),
    "mention before": replace(WHOLE, mentions=(replace(MENTION, span=Span(-1, 4)),)),
    "empty span": replace(WHOLE, mentions=(replace(MENTION, span=Span(4, 4)),)),
    "mention of nobody": replace(WHOLE, mentions=(replace(MENTION, entity=1),)),
    "mention of the last": replace(WHOLE, mentions=(replace(MENTION, entity=-1),)),
    "place": replace(WHOLE, events=(replace(EVENT, place=1),)),
    "participant": replace(WHOLE, events=(replace(EVENT, participants=(FoundParticipant(1),)),)),
    "no evidence": replace(WHOLE, events=(replace(EVENT, evidence=()),)),
    "evidence beyond": replace(WHOLE, events=(replace(EVENT, evidence=(Span(0, 99),)),)),
    "event of a fact": replace(WHOLE, facts=(replace(FACT, event=1),)),
    "fact about": replace(WHOLE, facts=(replace(FACT, about=(0, 1)),)),
    "content beyond": replace(WHOLE, facts=(replace(FACT, content=Span(0, 99)),)),
    "speaker": replace(WHOLE, facts=(replace(FACT, attribution=(FoundSpeaker("x", 7),)),)),
    "citation": replace(
        WHOLE, citations=(FoundCitation("Brandt", Span(0, 5), "official", entity=2),)
    ),
}


def test_findings_that_hold_together_have_no_flaw() -> None:
    assert flaw(WHOLE, 10) is None
    assert flaw(Findings(), 0) is None


@pytest.mark.parametrize("name", FLAWED)
def test_a_flaw_is_named(name: str) -> None:
    assert flaw(FLAWED[name], 10)

"""How a fact is put, in a word."""

from casefile.model.rows import Fact
from casefile.model.words import Polarity

_DENYING = ("den", "refut", "reject")
"""How the verbs begin by which a speaker turns what follows."""


def turned(fact: Fact) -> str:
    """Return how a fact is no affirmation; empty where it is one.

    Denied is what somebody denies; a statement that something is not so, in
    whoever's words, is negative.
    """
    if fact.polarity is not Polarity.DENIED:
        return ""
    verbs = [speaker.verb or "" for speaker in fact.attribution]
    return "denied" if any(verb.startswith(_DENYING) for verb in verbs) else "negative"


def manner(fact: Fact) -> list[str]:
    """Return how a fact is put, where it is not plainly affirmed."""
    hedge = f"“{fact.hedge}”" if fact.hedge else ""
    return [how for how in (turned(fact), hedge) if how]

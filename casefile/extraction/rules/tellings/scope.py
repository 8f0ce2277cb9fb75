"""The words by which the scope over an event is read, and how a phrase is cut for it."""

import re

from casefile.extraction.rules.tellings.classes import Words
from casefile.extraction.rules.tellings.operators import Operator

MODALS = {
    **dict.fromkeys(("will", "would", "shall", "won't", "won’t", "wouldn't"), Operator.WILL),
    **dict.fromkeys(("wouldn’t", "i'll", "we'll", "he'll", "she'll", "they'll"), Operator.WILL),
    **dict.fromkeys(("i’ll", "we’ll", "he’ll", "she’ll", "they’ll"), Operator.WILL),
    **dict.fromkeys(("may", "might"), Operator.MAY),
    **dict.fromkeys(("could", "can", "couldn't", "couldn’t", "can't", "can’t"), Operator.CAN),
    **dict.fromkeys(("should", "must"), Operator.ASKED),
}
NOT = frozenset(("not", "never", "cannot", "can't", "can’t", "neither", "nor", "without", "no"))
BE = frozenset(("is", "are", "was", "were", "be", "been", "’s", "'s"))
DEFINITE = frozenset(
    "the this that these those his her its their our my your both such said".split()
)
AROUND = frozenset(("at", "in", "during", "on", "through", "via"))
"""Prepositions of a phrase that says on what occasion something else is done."""

BEHIND = frozenset(("after", "before", "following", "since", "from", "despite", "until", "amid"))
"""The same where it has nothing to do with what comes of that: "left after talks"."""

MATTER = frozenset(("about", "against", "over"))
RAISED = frozenset(
    "believe believes believed think thinks thought expect expects expected accept accepts"
    " accepted".split()
)
"""Verbs whose negation is that of their clause: "did not believe that" (neg-raising)."""


_INSIDE = re.compile(r"(?:[DNGT]|(?<=[DG])I)*$")


def noun_start(classes: str, at: int) -> int:
    """Return where the phrase begins whose noun is the word at a place."""
    match = _INSIDE.search(classes, 0, at)
    return match.start() if match else at


def between(read: Words, first: int, end: int) -> str:
    """Return words in small letters, up to, not including, the last."""
    return " ".join(read.word(at) for at in range(first, end))

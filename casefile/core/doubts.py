"""How far a fact may have been read wrongly, by what is kept of it: a rule without a machine.

Each sign is something on which a reading by rules is known to go wrong; it has a weight, and
the weights of a fact add up. A sum of :data:`DOUBTFUL` or more makes it doubtful.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

DOUBTFUL = 3
"""The least sum of weights at which a reader is asked: about one fact in twelve of newswire.
A pronoun whose owner was not found is enough by itself; a word that denies is not."""

MOST_WORDS_OF_SPEAKER = 4
"""Words of a speaker that is neither a name nor a source of a known sort."""

FEWEST_WORDS, MOST_WORDS = 3, 60
"""Words between which a statement is neither a scrap nor several statements."""

_PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you|who|this|that|these|those)", re.I)
_NO_SPEAKER = re.compile(
    r"(?:is|was|were|are|be|been|has|had|have|and|or|but|only|as|when|if|because|in|on|at)\b"
    r"|.*\b(?:is|was|were|had|has)\b",
    re.I,
)
"""How no speaker is called: words of a clause that were taken for one."""
_SOURCE = re.compile(
    r"\b(?:sources?|officials?|ministers?|governments?|authorities|spokes\w+|reports?|media"
    r"|police|agenc(?:y|ies)|diplomats?|experts?|researchers?|lawyers?|residents?|witness(?:es)?"
    r"|people|persons|studies|study|data|documents?|statements?|figures|president|chief|head"
    r"|member|leader|manager|director|professor)\b",
    re.I,
)
"""What is told at length and speaks for all that: "two officials of the ministry of ports"."""
_NAMES = re.compile(r"[A-Z]\w+(?:\W+(?:of|on|for|and|the)\b)*\W+[A-Z]\w+")
_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|nor|cannot|hardly|without)\b|n[’']t\b", re.I
)
_DENIAL = re.compile(
    r"\b(?:den[iy]|refus|reject|declin|unaware|false|untrue|fail|dismiss|rul(?:e|ed|ing)\sout"
    r"|contradict|refut|lack|absence|unable|impossible|stop|cancel|unknown)",
    re.I,
)
_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|possibly|perhaps|probably|supposedly|purportedly"
    r"|rumou?red|might)\b",
    re.I,
)
_CUT = re.compile(r"^that\b|\b(?:the|an?|of|and|Mrs?|Dr)$")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read as a fact."""

    statement: str
    speakers: Sequence[tuple[str, bool, str | None]]
    """Outermost first: the words, whether it is known whom they mean, and the verb."""
    hedge: str | None
    is_denied: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks against a reading."""

    weight: int
    words: str
    """A clause for the reader, such as ``nobody is named for “they”``."""


def signs(read: Read) -> list[Sign]:
    """Return all that speaks against a reading, the weightiest first.

    >>> they = Read("the port will close", (("They", False, "said"),), None, False)
    >>> [(one.weight, one.words) for one in signs(they)]
    [(4, 'who speaks is told as “They”, and it was not found who that is')]
    """
    found = [*_of_speakers(read.speakers), *_of_words(read)]
    return sorted(found, key=lambda one: -one.weight)


def doubt(found: Sequence[Sign]) -> int:
    """Return the sum of the weights."""
    return sum(one.weight for one in found)


def _of_speakers(speakers: Sequence[tuple[str, bool, str | None]]) -> list[Sign]:
    found = []
    for name, is_known, _ in speakers:
        if _PRONOUN.fullmatch(name):
            if is_known:
                found.append(Sign(1, f"whom “{name}” means is reckoned, not said"))
            else:
                said = f"who speaks is told as “{name}”, and it was not found who that is"
                found.append(Sign(4, said))
        elif not is_known and _NO_SPEAKER.match(name):
            found.append(Sign(4, f"“{name}” is hardly the name of one who speaks"))
        elif not is_known and _is_too_long(name):
            found.append(Sign(3, "more words than a name has were taken for who speaks"))
    verbs = [verb for _, _, verb in speakers if verb]
    if len(set(verbs)) < len(verbs):
        found.append(Sign(3, f"one “{verbs[-1]}” has two speakers: one may be whom it was told"))
    return found


def _is_too_long(name: str) -> bool:
    is_one = _SOURCE.search(name) or _NAMES.match(name)
    return len(name.split()) > MOST_WORDS_OF_SPEAKER and not is_one


def _of_words(read: Read) -> list[Sign]:
    found = []
    words = len(read.statement.split())
    negations = len(_NEGATION.findall(read.statement))
    verbs = " ".join(verb or "" for _, _, verb in read.speakers)
    if read.is_denied and not negations and not _DENIAL.search(f"{verbs} {read.statement}"):
        found.append(Sign(3, "it is read as denied, and no word of it denies"))
    if read.is_denied and negations > 1:
        found.append(Sign(2, "it denies more than once"))
    if not read.is_denied and negations:
        found.append(Sign(1, "it is read as affirmed, and has a word that denies"))
    hedge = _HEDGE.search(read.statement)
    if hedge and not read.hedge:
        found.append(Sign(2, f"“{hedge.group()}” hedges it, and was not read as a hedge"))
    if words < FEWEST_WORDS or _CUT.search(read.statement):
        found.append(Sign(2, "it is a scrap of a sentence"))
    elif words > MOST_WORDS:
        found.append(Sign(1, "it is long, and may be several statements"))
    return found

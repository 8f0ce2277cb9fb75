"""Which of the names before a word of an event are its subject or its owner."""

import re
from collections.abc import Sequence

from casefile.extraction.rules.tellings.operators import intentions
from casefile.extraction.rules.tellings.triggers import Trigger, delegates, light
from casefile.extraction.rules.words.clauses import has_verb
from casefile.model.findings import FoundMention
from casefile.model.words import EventKind

_NAMES_ALL = re.compile(r"\s+(?:[\w-]+\s+){0,3}?(?:between|among|amongst)\b")
"""What names all who take part: "a meeting between"."""

AUXILIARIES = (
    r"(?:\s+(?:has|have|had|was|were|is|are|been|be|being|did|does|do|will|would|may|might|could"
    r"|should|can|not|never|also|then|later|again|both|all|each|only|just|now|since|already"
    r"|first|once|reportedly|recently|\w+ly|\w+n[’']t))+"
)
"""What may stand between a subject and its verb; a pattern."""

_AUXILIARIES = re.compile(rf"{AUXILIARIES}\s*$")
_AT_IT = re.compile(
    r"\b(?:at|in|during|after|following)\s+(?:the\s+|a\s+|an\s+|their\s+|his\s+|her\s+|its\s+"
    r"|another\s+|two\s+)?(?:[\w’'-]+\s+){0,3}$"
)
"""What leads to a meeting that the subject of the sentence took part in: "said at talks"."""

_ON_IT = re.compile(
    r",?\s+(?:on|in|during|at)\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+){0,3}"
)
"""What stands between a name and a noun in "Doe, on a visit"."""

_FOR_IT = re.compile(
    r"\b(?:visit|travel|arriv|fl[ey]w?|went|came|in|host|receiv|welcom|invit)\w*\b.*"
    r"\bfor\s+(?:an?\s+|the\s+|their\s+)?(?:[\w-]+\s+){0,3}$"
)
"""What says that a journey was made for a meeting: "flew to Oslo for talks"."""

_INTO_IT = re.compile(
    r"\b(?:dr[ae]ws?|brings?|brought|entered?|enters|went|goes|got|engaged?|engages)\b.*"
    r"\b(?:into|in)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$"
)
"""What brings its subject to a meeting: "drew Peru into talks"."""

_OWNED = re.compile(r"[’']s?\s+(?:[\w.-]+\s+){0,4}")
_ADJACENT = re.compile(r"(?:\s*[-–—/]\s*|\s+)(?:[a-z][\w-]*\s+){0,3}")
_JOIN = re.compile(r"(?:\s*[-–—/]\s*|,?\s+and\s+|,\s+|\s+or\s+)(?:the\s+)?(?:[\w’'.-]+\s+){0,5}")
_LIGHT_AUX = frozenset(
    "is are was were be been being has have had will would may might could did took does".split()
)


def subjects_of_noun(
    text: str, before: Sequence[FoundMention], trigger: Trigger
) -> list[FoundMention]:
    """Return who holds what the noun names: owners, and subjects of "held" or "attended".

    The subject of another verb takes no part: "Peru criticised the talks".
    """
    if _NAMES_ALL.match(text, trigger.span.end):
        return []
    found: list[FoundMention] = []
    for mention in reversed(before):
        between = text[mention.span.end : trigger.span.start]
        joins = found and _JOIN.fullmatch(text[mention.span.end : found[-1].span.start])
        is_free = not has_verb(between.lower().split())
        is_beside = is_free and any(
            known.fullmatch(between) for known in (_OWNED, _ADJACENT, _ON_IT)
        )
        if joins or is_beside or _holds(between) or _comes_to(between, trigger):
            found.append(mention)
    return found[::-1]


def _comes_to(between: str, trigger: Trigger) -> bool:
    """Tell whether the subject is told to be at a meeting, or on the way to one."""
    if trigger.kind is not EventKind.MEETING:
        return False
    return any(known.search(between) for known in (_AT_IT, _FOR_IT, _INTO_IT))


_ATTRIBUTES = re.compile(
    r"\b(?:the|an?|his|her|its|their|this|that|these|those)\s+(?:[\w’'-]+\s+){0,4}$"
)
"""What stands before a noun in its own phrase: "an unannounced" visit tells of no other deed."""


def _holds(between: str) -> bool:
    """Tell whether what stands between says only that it was held, attended or reached."""
    if not light().search(between) or re.search(r"\bthat\b", between):
        return False
    words = light().sub(" ", _ATTRIBUTES.sub(" ", between)).lower().split()
    return not has_verb([word for word in words if word not in _LIGHT_AUX | intentions()])


def subjects_of_verb(
    text: str, before: Sequence[FoundMention], trigger: Trigger
) -> list[FoundMention]:
    """Return the names that the verb belongs to.

    Those right before it; where another verb stands in between, as in "Doe flew to Oslo
    and met", those before the first verb.
    """
    free = [one for one in before if not _is_owner(text, one, trigger)]
    near = [one for one in free if not _has_deed(text[one.span.end : trigger.span.start])]
    if near or not free:
        return near
    first = free[0]
    found = [first]
    for one in free[1:]:
        if not _JOIN.fullmatch(text[found[-1].span.end : one.span.start]):
            break
        found.append(one)
    return found


def _has_deed(between: str) -> bool:
    bare = _AUXILIARIES.sub("", between)
    return bare.strip(" ,") in ("and", "then", "but", "or") or has_verb(bare.lower().split())


def _is_owner(text: str, mention: FoundMention, trigger: Trigger) -> bool:
    """Tell whether a name only owns another noun: "Doe's critics", but not "Peru's envoys"."""
    after = text[mention.span.end : trigger.span.start]
    owns = re.match(r"[’']s?\s+(?P<owned>(?:[\w-]+\s+){1,5})", after)
    return bool(owns) and not re.search(rf"\b{delegates().pattern}", owns["owned"] if owns else "")

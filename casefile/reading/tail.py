"""What stands after a story: teasers of other stories, and appeals to the reader.

A teaser is told by what it lacks. News tells what somebody did: it has a finite verb,
mostly in the past, and after the first lines it speaks of what the story has named
before. A teaser is a bare noun phrase, an invitation, or a general statement, and
shares no name and hardly a word with the story above it.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from enum import IntEnum
from functools import cache

from casefile.reading.lexicon import entries, numbered, words
from casefile.reading.lines import Line

_FINITE = frozenset(
    "is are was were am be been has have had do does did will would shall should can could may"
    " might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't"
    " wouldn't can't couldn't said says told tells met went came made took got saw began left"
    " held gave found knew thought became kept put ran sent led fell rose spoke wrote paid won"
    " lost broke brought bought built felt fought heard sold sought stood struck taught threw"
    " understood drew drove grew hit meant read sat set shot shut slept spent stole swore"
    " wore".split()
)
"""Auxiliaries and irregular pasts; a regular past is told by its ending."""

_SMALL = frozenset(
    "about above after again against all also although among and another any around because"
    " before being below between both but down during each either else ever every few first from"
    " her here hers him his how however into its just last less like many more most much neither"
    " never new next none nor not now off once one only onto other others our out over own per"
    " same she since some still such than that the their them then there these they this those"
    " though through three too toward two under until upon very was were what when where which"
    " while who whom whose why with within without yet you your".split()
)
"""Words that any two texts share."""

_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|where|when|how|why|what)\b", re.I)
_PARTICIPLE_OF = frozenset("by in with on from for as into through around at between among".split())
"""After these a word in -ed is a participle more often than a verb: ``taken by``, ``based on``."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OF = frozenset("of about on into through from by for at inside behind across".split())
_PRESENTS = re.compile(
    r"(?:here(?:'s|\s(?:is|are))|this is|these are|in this (?:series|video|episode|podcast))\b",
    re.I,
)
_NOUN_PHRASE = re.compile(r"(?:an?|the|our|your|this|all|some|\d+|ten|five|seven|three)\s", re.I)
_QUOTED = re.compile(r"[\"“”„«]|\bsa(?:id|ys)\b|\btold\b")
_QUOTED_SPEECH = re.compile(r"\bsa(?:id|ys)\b|\btold\b|\baccording to\b|[”\"]$")
_STRANGE = 0.25
_RATHER_STRANGE = 0.5
"""Shares of a line's content words that the story may have and the line still be strange to it."""

_FEWEST_PROSE = 3
"""Lines of story that must stand above, or there is nothing to be strange to."""

_MOST_AT_END = 12
"""Lines of teasers and appeals that are looked for."""

_STEM = 6
"""Letters by which words are compared: enough to bring ``elected`` to ``election``."""


def tail_marks(lines: Sequence[Line], story: Sequence[int]) -> frozenset[int]:
    """Return which of the story's lines are teasers or appeals at its end.

    Args:
        lines: All lines of the text.
        story: Indices of those that are not marked as anything else, in order.
    """
    first = max(_FEWEST_PROSE, len(story) - _MOST_AT_END)
    if first >= len(story) or not _strangeness(lines[story[-1]], ()):
        # The more a story says the less is strange to it: saves most articles the rest.
        return frozenset()
    known = set(_stems(lines[at] for at in story[:first]))
    for start in range(first, len(story)):
        # Only what stands above all of them is story for sure: teasers share words among them.
        if _are_strange([lines[at] for at in story[start:]], known):
            return frozenset(story[start:])
        known |= _stems([lines[story[start]]])
    return frozenset()


def _are_strange(rest: Sequence[Line], known: Collection[str]) -> bool:
    """Tell whether all the lines may be teasers and one plainly is; the last most often is not."""
    kinds = set()
    for line in reversed(rest):
        kinds.add(_strangeness(line, known))
        if _Strangeness.NONE in kinds:
            return False
    return _Strangeness.PLAIN in kinds


def is_appeal(line: Line, known: Collection[str]) -> bool:
    """Tell whether the line asks for subscribers, readers or money on the paper's own behalf."""
    if line.is_long or _QUOTED.search(line.words):
        return False
    own, beside = _appeal_words()
    tokens = [_plain(token) for token in line.tokens]
    hits = {token for token in tokens if token in own}
    helped = hits | {token for token in tokens if token in beside}
    if not hits or len(helped) < 2 or _names(line) & set(known):
        return False
    return _share(line, known) <= _RATHER_STRANGE and not _tells_past(tokens)


class _Strangeness(IntEnum):
    """How surely a line is about something else than the story."""

    NONE = 0
    SLIGHT = 1
    """It could be a teaser among teasers."""
    PLAIN = 2


def _strangeness(line: Line, known: Collection[str]) -> _Strangeness:
    if is_appeal(line, known):
        return _Strangeness.PLAIN
    if line.is_long or line.is_cjk or len(line.tokens) < 4 or _QUOTED_SPEECH.search(line.words):
        return _Strangeness.NONE
    share = _share(line, known)
    if not line.has_stop:
        is_phrase = not _is_finite(_main_clause(line.words)) and _opens(line)
        return _Strangeness.PLAIN if is_phrase and share <= _RATHER_STRANGE else _Strangeness.NONE
    return _strangeness_of_sentence(line, known, share)


def _strangeness_of_sentence(line: Line, known: Collection[str], share: float) -> _Strangeness:
    tokens = _main_clause(line.words)
    if share > _STRANGE or _names(line) & set(known):
        return _Strangeness.NONE
    if _PRESENTS.match(line.words) or (tokens and tokens[0] in words("openers")):
        return _Strangeness.NONE if _tells_past(tokens) else _Strangeness.PLAIN
    if _is_finite(tokens):
        return _Strangeness.NONE
    return _Strangeness.PLAIN if _is_noun_phrase(line) else _Strangeness.SLIGHT


def _is_noun_phrase(line: Line) -> bool:
    """Tell whether the line opens as a noun with its preposition: ``A walk through ...``."""
    tokens = [_plain(token) for token in line.tokens[:4]]
    return bool(_NOUN_PHRASE.match(line.words)) and any(one in _OF for one in tokens[2:])


def _opens(line: Line) -> bool:
    first = line.tokens[0].lower()
    return (
        bool(_NOUN_PHRASE.match(line.words)) or first in words("openers") or len(line.tokens) >= 5
    )


def _main_clause(text: str) -> list[str]:
    """Return the words before the first relative clause, which may have any verb, small."""
    cut = _RELATIVE.search(text, 1)
    return [_plain(word) for word in _WORD.findall(text[: cut.start()] if cut else text)]


def _is_finite(tokens: Sequence[str]) -> bool:
    return any(token in _FINITE for token in tokens) or _tells_past(tokens)


def _tells_past(tokens: Sequence[str]) -> bool:
    """Tell whether a word looks like a regular past that is no participle."""
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if token in ("was", "were", "had", "did"):
            return True
        if len(token) > 4 and token.endswith("ed") and following not in _PARTICIPLE_OF and at > 0:
            before = tokens[at - 1]
            if before not in ("a", "an", "the", "of", "and", "with", "their", "its", "his", "her"):
                return True
    return False


def _share(line: Line, known: Collection[str]) -> float:
    """Return which share of the content words the story has too, 0 to 1."""
    stems = [_stem(token) for token in line.tokens if _counts(token)]
    return sum(stem in known for stem in stems) / len(stems) if stems else 1.0


def _names(line: Line) -> set[str]:
    return {_stem(token) for token in line.tokens[1:] if token[:1].isupper() and _counts(token)}


def _stems(lines: Iterable[Line]) -> frozenset[str]:
    tokens = {token for line in lines for token in line.tokens}
    return frozenset(_stem(token) for token in tokens if _counts(token))


def _counts(token: str) -> bool:
    return len(token) > 2 and _plain(token) not in _english()


def _stem(token: str) -> str:
    return _plain(token).removesuffix("'s")[:_STEM]


def _plain(token: str) -> str:
    return token.lower().replace("’", "'")


@cache
def _english() -> frozenset[str]:
    return frozenset(dict(numbered("stopwords"))["en"]) | _FINITE | _SMALL


@cache
def _appeal_words() -> tuple[frozenset[str], frozenset[str]]:
    found = list(entries("appeals"))
    own = frozenset(entry.removeprefix("! ") for entry in found if entry.startswith("! "))
    return own, frozenset(found) - own

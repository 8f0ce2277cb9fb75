"""How news English says who speaks: verbs, outlets, unnamed sources, what stands beside."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from casefile.extraction.rules.words.places import WordList
from casefile.extraction.rules.words.verbs import Verb, alternatives, phrases, verbs, words

_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
"""A month; alone, without "in" and without a day, June and April are names as well."""

WHEN = (
    r"(?:(?:late|early|earlier|also|again)\s+)*(?:on\s+|in\s+|last\s+|this\s+|earlier\s+)*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|week|month|year"
    rf"|(?:(?<=in )|(?<=last )|(?<=this )){_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?"
    r"|(?:an?|a few|several|some|two|three|four|five|six|\d+)\s+"
    r"(?:hours?|days?|weeks?|months?|years?)\s+(?:ago|later|earlier)"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December))(?:,?\s+\d{4})?(?:\s+(?:morning|afternoon|evening|night))?"
)
HOW = (
    r"(?:in|during|at|through|via|on|by|after|following|from|to)\s+(?:an?|the|his|her|its"
    r"|their|another"
    r"|separate|two)?\s*(?:[\w’'-]+\s+){0,4}?(?:statements?|interviews?|speech(?:es)?"
    r"|reports?|address"
    r"|press conferences?|news conferences?|briefings?|tweets?|posts?|letters?|broadcasts?|remarks"
    r"|hearings?|meetings?|articles?|editorials?|dispatch(?:es)?|reporters|journalists|parliament"
    r"|email|e-mail|Twitter|Facebook|Telegram|X|phone|telephone|television|rally)"
)
PLACE = r"(?:in|at|from|outside|near)\s+(?:the\s+)?(?:[A-Z][\w.’'-]*)(?:[\s,]+[A-Z][\w.’'-]*){0,3}"
TOWARD = (
    r"(?:(?:to|with)\s+)?(?:[Tt]he\s+)?(?:[A-Z][\w.’'-]*|newspaper|agency|daily|magazine|news"
    r"|reporters"
    r"|journalists|parliament|lawmakers|media|press|broadcaster|outlet|paper)"
    r"(?:\s+(?:[A-Z][\w.’'-]*|newspaper|agency|daily|magazine|news))*"
)
AROUND = rf"(?:\s*,?\s*(?:{WHEN}|{HOW}|{PLACE})\b)"
ACCORDING = re.compile(
    r"(?P<cue>\b(?:according\s+to|as\s+per|in\s+the\s+words\s+of))\s+(?P<who>[^;:“”\"]+)",
    re.IGNORECASE,
)
CITING = re.compile(
    r",?\s*\b(?P<cue>citing|quoting)\s+(?P<who>[^,;.“”\"]{3,120}?)(?=\s*,|\s*[.;]?\s*$"
    r"|\s+that\b|\s+as saying)"
)


GROUPS = (
    "say",
    "tell",
    "act",
    "silence",
    "position",
    "asking",
    "wish",
    "appeal",
    "stance",
    "explaining",
    "showing",
)
"""Sections of verbs in speech.txt; of a verb in several the first tells how it is read first."""


@cache
def verb_table() -> dict[str, tuple[str, str]]:
    """Map every form of a verb of speaking to its group and base form; earlier groups win."""
    table: dict[str, tuple[str, str]] = {}
    for group in GROUPS:
        for verb in verbs("speech.txt", group):
            for form in (verb.third, verb.past, verb.base):
                table.setdefault(form, (group, verb.base))
    return table


@cache
def cue_forms(section: str) -> frozenset[str]:
    """Return the forms of a section of verbs that can carry a clause."""
    found: frozenset[str] = frozenset()
    for verb in verbs("speech.txt", section):
        found |= verb.finite()
    return found


def _participles(found: tuple[Verb, ...]) -> frozenset[str]:
    return frozenset(verb.ing for verb in found)


@cache
def cue_pattern() -> re.Pattern[str]:
    """Match any word by which somebody may say something."""
    return re.compile(rf"\b(?<![’'-])(?:{alternatives(verb_table())})(?![\w’'-])")


@cache
def _cue_words() -> WordList:
    return WordList(verb_table())


def cues(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the words of saying that lie between two places, in order."""
    every, starts = _all_cues(text)
    for cue in islice(every, bisect_left(starts, start), None):
        if cue.end() > end:
            return
        yield cue


@lru_cache(maxsize=4)
def _all_cues(text: str) -> tuple[tuple[re.Match[str], ...], list[int]]:
    """Return all words of saying and their starts; kept, since each clause asks again."""
    every = tuple(_cue_words().matches(cue_pattern(), text, 0, len(text)))
    return every, [cue.start() for cue in every]


@cache
def _adding() -> frozenset[str]:
    forms = _participles(verbs("speech.txt", "say")) - {"reporting", "writing", "expecting"}
    forms |= {"meaning", "telling reporters", "criticising", "criticizing", "accusing", "blaming"}
    return forms


@cache
def adding_words() -> WordList:
    """Return the words of which one stands in ", adding that" and the like."""
    return WordList(_adding())


@cache
def adding_pattern() -> re.Pattern[str]:
    """Match ", adding that" and the like behind a clause."""
    known = alternatives(_adding())
    return re.compile(rf",?\s+(?:and\s+)?(?P<cue>{known})\s+(?P<that>that\s+)?")


@cache
def outcome_pattern() -> re.Pattern[str]:
    """Match ", making it clear that" and the like, which open a statement of their own."""
    return re.compile(r",\s+(?:making|leaving) it (?:\w+\s+)?\w+ that\s+")


@cache
def bases() -> frozenset[str]:
    """Return the base forms of all verbs of speaking."""
    return frozenset(verb.base for group in GROUPS for verb in verbs("speech.txt", group))


@cache
def listing() -> frozenset[str]:
    """Return the forms of verbs that name or count and are followed by no clause."""
    holding = {"suspect", "believe", "insist", "claim", "deny"}
    found: frozenset[str] = frozenset()
    for verb in verbs("speech.txt", "position"):
        found |= frozenset() if verb.base in holding else verb.finite()
    return found


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(phrases('speech.txt', 'agencies'))})\b")


_WORD = re.compile(r"\w+")
_HYPHENED = re.compile(r"[\w’'-]+")
_OWNING = re.compile(r"[’']s\b")
_BEHIND_HEAD = re.compile(r"\s(?:of|in|from|at|based|close)\s")


@lru_cache(maxsize=1024)
def is_outlet(name: str) -> bool:
    """Tell whether the words name or describe an outlet: a paper, an agency, "the report".

    The answers for the last names are kept: each speaker is asked about some times over.
    """
    found = _WORD.findall(_OWNING.sub("", name).lower())
    if not words("speech.txt", "anonymous").isdisjoint(found):
        return False
    if _agency().search(name):
        return True
    head = _BEHIND_HEAD.split(name.strip())[0]
    last = _WORD.findall(_OWNING.sub("", head))[-1:]
    if any(word.lower() in words("speech.txt", "outlet") for word in last):
        return True
    return any(word in words("speech.txt", "titles") for word in last)


@lru_cache(maxsize=1024)
def is_anonymous(name: str) -> bool:
    """Tell whether the words stand for somebody without a name: "two officials", "sources"."""
    return not words("speech.txt", "anonymous").isdisjoint(_HYPHENED.findall(name.lower()))

"""The wordings of one sentence: every rule tried, the first and longest kept."""

import re
from collections.abc import Iterator, Sequence

from casefile.extraction.rules.dates import (
    clockrules,
    fullrules,
    lengthrules,
    namedrules,
    periodrules,
    relativerules,
    spanrules,
)
from casefile.extraction.rules.dates.grammar import Rule, Wording
from casefile.extraction.rules.dates.lexicon import MONTHS, TAG, WEEKDAYS, WORDS
from casefile.extraction.rules.dates.tokens import Token, tokens
from casefile.extraction.rules.words.places import WordList
from casefile.model.records import record
from casefile.model.words import Span

RULES = (
    *fullrules.RULES,
    *namedrules.RULES,
    *spanrules.RULES,
    *periodrules.RULES,
    *relativerules.RULES,
    *clockrules.RULES,
    *lengthrules.RULES,
)
"""Every rule; of two that fit the same words the first here is kept."""

_BY_NEED: dict[str, list[tuple[int, Rule]]] = {}
"""The rules, each with its place in the order, by what a sentence must hold for them."""
for _order, _rule in enumerate(RULES):
    _BY_NEED.setdefault(_rule.needs, []).append((_order, _rule))

_DATE_TAGS = (
    "month", "maybe", "weekday", "year", "numeric", "decade", "season", "unit", "today",
    "daypart", "vague", "clock", "often", "fiscal", "now", "recent", "past", "future", "latest",
    "period", "current", "feast", "era", "number",
)  # fmt: skip
_DATE_WORD = re.compile("[" + "".join(TAG[tag] for tag in _DATE_TAGS) + "]")
"""Without one of these a sentence holds no date; saves trying the rules on half of them."""

_DATE_WORDS = WordList(
    (
        *(word for word, tag in WORDS.items() if _DATE_WORD.match(tag)),
        *MONTHS,
        *WEEKDAYS,
        *(f"{day}s" for day in WEEKDAYS),
    )
)
_DIGIT = re.compile(r"\d")

_PERSON_MAY = re.compile(
    r"\b(?!(?:In|On|By|Of|To|Since|Until|Last|Next|This|From|And|For|During|Early|Late|Mid|Both"
    r"|The|Between|Before|After|When|Come|\w{3,6}day)\b)[A-Z]\w*\.? May\b(?!\s+\d)"
    r"|\bMay (?:said|says|told|added)\b"
)
"""A May behind a capitalised word that is no preposition, or that speaks."""

_SURE_BEFORE = frozenset(TAG[tag] for tag in ("part", "last", "this", "next", "dash", "day"))
_SURE_AFTER = frozenset(TAG[tag] for tag in ("day", "year"))


@record(frozen=True, slots=True)
class Wordings:
    """The wordings of one sentence in order; they do not overlap."""

    span: Span
    words: Sequence[Token]
    found: Sequence[Wording]

    def place(self, wording: Wording) -> Span:
        """Return where a wording stands in the text."""
        return Span(self.words[wording.first].start, self.words[wording.last].end)


def knows_a_may(text: str) -> bool:
    """Tell whether somebody in the text is called May."""
    return "May" in text and _PERSON_MAY.search(text) is not None


def wordings(text: str, span: Span, *, person_may: bool) -> Wordings:
    """Return the wordings of the sentence; of two that overlap the first, then the longest."""
    if not _may_hold_date(text, span):
        return Wordings(span, (), ())
    words = tuple(tokens(text, span))
    if person_may:
        words = tuple(_only_sure_months(words))
    tags = "".join(word.tag for word in words)
    if not _DATE_WORD.search(tags):
        return Wordings(span, words, ())
    here = frozenset(tags)
    candidates = [
        (found.first, -found.last, order, rule, found)
        for needs, rules in _BY_NEED.items()
        if not here.isdisjoint(needs)
        for order, rule in rules
        if rule.sure <= here
        for found in rule.find(words, tags)
    ]
    candidates.sort(key=lambda candidate: candidate[:3])
    kept: list[Wording] = []
    free = 0
    for start, _, _, rule, found in candidates:
        if start < free:
            continue
        built = tuple(rule.build(found))
        if built:
            kept += built
            free = built[-1].last + 1
    return Wordings(span, words, clockrules.joined(words, kept))


def _may_hold_date(text: str, span: Span) -> bool:
    """Tell whether a sentence has a digit or a word of time: a look that spares cutting it up."""
    is_word = _DATE_WORDS.is_in(text, span.start, span.end)
    return is_word or _DIGIT.search(text, span.start, span.end) is not None


def _only_sure_months(words: Sequence[Token]) -> Iterator[Token]:
    """Yield the words; a May is a month only where it cannot be the person."""
    for at, word in enumerate(words):
        if word.word != "may" or word.tag != TAG["maybe"]:
            yield word
            continue
        before = words[at - 1] if at else None
        sure = before is not None and (
            before.tag in _SURE_BEFORE or before.word in ("in", "since", "until", "during")
        )
        if sure or (at + 1 < len(words) and words[at + 1].tag in _SURE_AFTER):
            yield word
        else:
            yield word._replace(tag=TAG["name"])

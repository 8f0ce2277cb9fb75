"""The words of a stretch with their classes, one letter each, so that phrases are patterns.

There is no tagger: small words are known by list, verbs by list and ending, names and
dates from the steps before; what is left is taken for a noun or its adjective.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from casefile.extraction.rules.entities.mentions import within
from casefile.extraction.rules.tellings.telling import Reader
from casefile.extraction.rules.words.clauses import contractions, finite
from casefile.extraction.rules.words.verbforms import bases, participles
from casefile.extraction.rules.words.verbs import sections, words
from casefile.model.words import Span

_LIST = "wordclasses.txt"

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*[’']?|[,;:?!()\[\]“”\"–—&]")

NOUN, OWNER, DETERMINER, PRONOUN = "N", "G", "D", "R"
VERB, PARTICIPLE, AUXILIARY, ADVERB = "V", "I", "A", "L"
DATE, COMMA, BREAK, EVENT = "T", "K", "S", "X"

_OF_LETTER = {
    "determiner": DETERMINER,
    "pronoun": PRONOUN,
    "auxiliary": AUXILIARY,
    "adverb": ADVERB,
    "with": "W",
    "by": "B",
    "of": "O",
    "to": "t",
    "preposition": "P",
    "and": "C",
    "who": "Q",
    "break": BREAK,
    "ready": VERB,
}
"""The letter of each section of the list."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text as words; ``classes`` has one letter for each."""

    text: str
    spans: tuple[Span, ...]
    classes: str

    def word(self, at: int) -> str:
        """Return a word in small letters."""
        return self.spans[at].of(self.text).lower()

    def span(self, first: int, end: int) -> Span:
        """Return the stretch of the words from the first up to, not including, the last."""
        return Span(self.spans[first].start, self.spans[end - 1].end)


@cache
def _known() -> dict[str, str]:
    """Map each small word to its letter."""
    found: dict[str, str] = {}
    for section, letter in _OF_LETTER.items():
        for word in words(_LIST, section):
            found[word] = letter
            found[word.replace("'", "’")] = letter
    for word in contractions():
        found.setdefault(word, AUXILIARY)
    return found


@cache
def heads(section: str) -> frozenset[str]:
    """Return the nouns of a section of the list."""
    return frozenset(word for line in sections(_LIST)[section] for word in line.split())


def words_of(reader: Reader, stretch: Span, event: Span) -> Words:
    """Return the words of a stretch; those of the event are one word of class ``X``."""
    text = reader.text
    spans: list[Span] = []
    letters: list[str] = []
    mentions = within(reader.names, stretch)
    named = [one.span for one in mentions]
    starts = [one.start for one in named]
    dated = [one.span for one in reader.dates_in(stretch)]
    for match in _WORD.finditer(text, stretch.start, stretch.end):
        span = Span(*match.span())
        if span.start < event.end and event.start < span.end:
            if EVENT not in letters[-1:]:
                spans.append(event)
                letters.append(EVENT)
            continue
        word = match.group()
        at = bisect_left(starts, span.end) - 1
        is_name = at >= 0 and named[at].end > span.start
        if is_name:
            is_last = named[at].end <= span.end
            owns = is_last and word.endswith(("'s", "’s", "'", "’"))
            letter = OWNER if owns else NOUN
        elif dated and any(one.start <= span.start and span.end <= one.end for one in dated):
            letter = DATE
        else:
            letter = _letter(word, letters[-1] if letters else BREAK)
        if letter:
            spans.append(span)
            letters.append(letter)
    _set_verbs(text, spans, letters)
    return Words(text, tuple(spans), _mended("".join(letters)))


def _set_verbs(text: str, spans: list[Span], letters: list[str]) -> None:
    """Take for verbs the base forms behind a plural or a pronoun: "officials discuss the"."""
    for at in range(1, len(letters) - 1):
        if letters[at] != NOUN or letters[at - 1] not in "NRL":
            continue
        word = spans[at].of(text)
        is_plural = letters[at - 1] == PRONOUN or text[spans[at - 1].end - 1] == "s"
        is_before = letters[at + 1] in "DRtPG" or (word == spans[at].of(text).lower() and is_plural)
        if word in bases() and is_before and (is_plural or letters[at + 1] == DETERMINER):
            letters[at] = VERB


def _letter(word: str, last: str) -> str:
    """Return the class of a word that is no name and no date, by itself and the one before."""
    if word == ",":
        return COMMA
    if not word[0].isalnum():
        return "" if word in '“”"' else "C" if word == "&" else BREAK
    small = word.lower()
    if small == "that":
        return "Q" if last in (NOUN, DATE) else BREAK if last in (VERB, AUXILIARY) else DETERMINER
    known = _known().get(small)
    if known:
        return known
    if word.endswith(("'s", "’s", "s'", "s’")):
        return OWNER
    if word[0].isdigit():
        return DETERMINER
    if last == AUXILIARY and word[0].islower() and not small.endswith(("ed", "ing")):
        return VERB if small in bases() or small in participles() or small in finite() else NOUN
    if last == "t" and small in bases():
        return VERB
    is_in_noun = last in (DETERMINER, OWNER)
    if small.endswith("n't") or small.endswith("n’t"):
        return AUXILIARY
    if small.endswith("ly") and len(small) > 4 and small not in heads("not.adverb"):
        return ADVERB
    if word[0].isupper() and last != BREAK:
        return NOUN
    if is_in_noun:
        return NOUN
    if small.endswith("ing") and len(small) > 5 and small not in heads("not.verb"):
        return PARTICIPLE
    if small in heads("not.verb"):
        return NOUN
    if small in finite() or (small.endswith("ed") and len(small) > 4):
        return VERB
    return NOUN


_ADJECTIVE = re.compile(r"(?:(?<=[PWOB])|^)V(?=N)")


def _mended(classes: str) -> str:
    """Take for an adjective what looks like a verb between a preposition and a noun."""
    return _ADJECTIVE.sub(NOUN, classes) if VERB in classes else classes

"""Known names in a text that is not English: places, bodies, and persons in Latin letters.

Only what the lists hold is found, so that nothing is faked: no event, no statement, and of
persons only those whose given or family name is known.
"""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from casefile.extraction.rules.entities.gathering import gather
from casefile.extraction.rules.names.drafts import Draft, Label
from casefile.extraction.rules.names.tongues import (
    UNSPACED,
    WORDS,
    Known,
    Tongue,
    evened,
    load_tongue,
)
from casefile.extraction.rules.parts import Names, Sentence
from casefile.extraction.rules.words.gazetteer import Gazetteer, load_gazetteer
from casefile.extraction.rules.words.tokens import Case, Line, plain
from casefile.model.words import Span

_JOINED = re.compile(r"\.?[ \u00a0]|[-‐‑'’.]")
"""What may stand between two words of one name."""

_JOINED_PERSON = re.compile(r"[ \u00a0]|[-‐‑]")
_HYPHEN = re.compile(r"[-‐‑]")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|\S")
_SAME_SCRIPT = re.compile(r"[\u30a1-\u30fa\u30fc]{2}|[^\W\d_\u0370-\uffff]{2}")
"""Two signs between which no name ends: both katakana, or both Latin letters."""

_MOST_GIVEN = 3
_SHORTEST_GIVEN = 3
_LONGEST_EASTERN = 9


class _Found(NamedTuple):
    span: Span
    known: Known


def find_foreign_names(text: str, sentences: Sequence[Sentence], tongue: str) -> Names:
    """Return the known names of a text in a tongue, by its ISO 639-1 code.

    Like ``find_names`` it finds nothing outside the sentences, and no span lies over another.
    Places and bodies are shown by their English names, so that articles in two tongues meet.
    """
    reader = _Reader(text, load_tongue(tongue), load_gazetteer())
    lines: list[Line] = []
    drafts: list[Draft] = []
    every = [list(reader.names(sentence.span)) for sentence in sentences]
    surnames = {
        reader.surname(one.known.name)
        for found in every
        for one in found
        if one.known.label is Label.PERSON
    }
    for number, (sentence, found) in enumerate(zip(sentences, every, strict=True)):
        tokens, starts, known = _tokens(text, sentence.span, found)
        for index, word in enumerate(tokens):
            if index not in known and (name := reader.repeated(word, surnames)):
                known[index] = Known(Label.PERSON, name)
                tokens[index] = name
        drafts += (
            Draft(number, index, index, one.name, one.label, 5)
            for index, one in sorted(known.items())
            if one.label is not Label.NOTHING
        )
        lines.append(Line(text, tuple(tokens), tuple(starts), Case.PLAIN, 0))
    return gather(drafts, lines, set(), load_gazetteer())


def _tokens(
    text: str, span: Span, found: Sequence[_Found]
) -> tuple[list[str], list[int], dict[int, Known]]:
    """Cut a sentence so that every name is one token; return where each begins, what those name."""
    tokens: list[str] = []
    starts: list[int] = []
    known: dict[int, Known] = {}
    at = span.start
    for one in [*found, None]:
        end = span.end if one is None else one.span.start
        for match in _TOKEN.finditer(text, at, end):
            tokens.append(match.group())
            starts.append(match.start())
        if one is not None:
            known[len(tokens)] = one.known
            tokens.append(one.span.of(text))
            starts.append(one.span.start)
            at = one.span.end
    return tokens, starts, known


class _Reader:
    """Finds names in the sentences of one text."""

    def __init__(self, text: str, tongue: Tongue, gazetteer: Gazetteer) -> None:
        self._text = text
        self._tongue = tongue
        self._gazetteer = gazetteer
        self._small = {word for word in WORDS.findall(text) if word.islower()}

    def names(self, span: Span) -> Iterator[_Found]:
        """Yield the names of one sentence, in order."""
        if self._tongue.code in UNSPACED:
            return self._unspaced(span)
        return self._spaced(span)

    def surname(self, name: str) -> str:
        """Return the family name in the name of a person."""
        first, *_, last = name.split()
        return first if first in self._gazetteer.family_first else last

    def repeated(self, word: str, surnames: Set[str]) -> str | None:
        """Return the surname that a word is, without a suffix; None where it is none."""
        if self._is_word(word):
            return None
        return next((bare for bare in self._bare(word) if bare in surnames), None)

    def _is_word(self, word: str) -> bool:
        """Tell whether the text also writes a word without a capital."""
        return word.lower() in self._small

    def _unspaced(self, span: Span) -> Iterator[_Found]:
        text, at = self._text, span.start
        while at < span.end:
            longest = self._tongue.openers.get(text[at], 0)
            for end in range(min(span.end, at + longest), at, -1):
                known = self._tongue.names.get((text[at:end],))
                if known is not None and self._is_cut(at) and self._is_cut(end):
                    yield _Found(Span(at, end), known)
                    at = end
                    break
            else:
                at += 1

    def _is_cut(self, at: int) -> bool:
        return at == 0 or _SAME_SCRIPT.fullmatch(self._text[at - 1 : at + 1]) is None

    def _spaced(self, span: Span) -> Iterator[_Found]:
        words = list(WORDS.finditer(self._text, span.start, span.end))
        index = 0
        while index < len(words):
            found = self._known(words, index)
            if found is None or not found[1].known.is_large:
                found = self._person(words, index) or found
            if found is None:
                index += 1
                continue
            index, one = found
            yield one

    def _known(self, words: Sequence[re.Match[str]], first: int) -> tuple[int, _Found] | None:
        """Return the longest known name that begins at a word, and the index behind it."""
        most = max(
            self._tongue.openers.get(one, 0) for one in self._bare(evened(words[first].group()))
        )
        for end in range(min(len(words), first + most), first, -1):
            if not self._are_joined(words, first, end, _JOINED):
                continue
            *before, last = (evened(word.group()) for word in words[first:end])
            for bare in self._bare(last):
                known = self._tongue.names.get((*before, bare))
                if known is not None and self._may_stand(known, words, first, end):
                    stop = words[end - 1].start() + len(bare)
                    return end, _Found(Span(words[first].start(), stop), known)
        return None

    def _bare(self, word: str) -> Iterator[str]:
        """Yield a word, then what is left of it without a suffix of the tongue."""
        yield word
        for suffix in self._tongue.suffixes:
            if word.endswith(suffix) and len(word) > len(suffix) + 1:
                yield word[: -len(suffix)]

    def _may_stand(
        self, known: Known, words: Sequence[re.Match[str]], first: int, end: int
    ) -> bool:
        """Tell whether a lesser city is meant, not a word that is written the same."""
        if known.is_large or known.label is Label.NOTHING:
            return True
        if end - first == 1 and self._is_word(words[first].group()):
            return False
        before = self._tongue.before
        return not before or (first > 0 and words[first - 1].group() in before)

    def _person(self, words: Sequence[re.Match[str]], first: int) -> tuple[int, _Found] | None:
        """Return a known given name with what follows, or a name in Eastern order."""
        word = words[first].group()
        if len(word) < _SHORTEST_GIVEN or self._is_word(word) or not word[0].isupper():
            return None
        end = self._eastern(words, first) or self._western(words, first)
        if end is None or any(self._is_known(words, at) for at in range(first + 1, end)):
            return None
        span = Span(words[first].start(), words[end - 1].end())
        name = plain(span.of(self._text))
        return end, _Found(span, Known(Label.PERSON, name))

    def _is_known(self, words: Sequence[re.Match[str]], first: int) -> bool:
        found = self._known(words, first)
        return found is not None and found[1].known.is_large

    def _western(self, words: Sequence[re.Match[str]], first: int) -> int | None:
        end = first
        while (
            end < len(words)
            and end - first < _MOST_GIVEN
            and words[end].group() in self._gazetteer.given
            and self._are_joined(words, first, end + 1, _JOINED_PERSON)
        ):
            end += 1
        if end == first:
            return None
        given = end
        while end < len(words) and words[end].group().lower() in self._tongue.particles:
            end += 1
        is_named = (
            end < len(words)
            and words[end].group()[0].isupper()
            and self._are_joined(words, first, end + 1, _JOINED_PERSON)
            and not self._is_word(words[end].group())
        )
        if is_named:
            return end + 1
        is_whole = given - first > 1 and words[given - 1].group() in self._gazetteer.family
        return given if is_whole else None

    def _eastern(self, words: Sequence[re.Match[str]], first: int) -> int | None:
        """Return the end of "Kim Jong-un" or "Kim Jong Un"."""
        if words[first].group() not in self._gazetteer.family_first:
            return None
        for end in (first + 3, first + 2):
            if end > len(words) or not self._are_joined(words, first, end, _JOINED_PERSON):
                continue
            given = [word.group() for word in words[first + 1 : end]]
            if given[0][0].isupper() and all(len(one) <= _LONGEST_EASTERN for one in given):
                gap = self._text[words[end - 2].end() : words[end - 1].start()]
                if given[-1][0].isupper() or _HYPHEN.fullmatch(gap):
                    return end
        return None

    def _are_joined(
        self, words: Sequence[re.Match[str]], first: int, end: int, by: re.Pattern[str]
    ) -> bool:
        return all(
            by.fullmatch(self._text[words[at].end() : words[at + 1].start()])
            for at in range(first, end - 1)
        )

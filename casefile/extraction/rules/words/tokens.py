"""Words of a sentence, cut so that a name never shares a token with what is not its own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from casefile.extraction.rules.parts import Sentence
from casefile.extraction.rules.words.gazetteer import Gazetteer
from casefile.model.records import record
from casefile.model.words import FurnitureKind, Span

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Maj|Sgt|Adm|Hon|Rev|Brig|Msgr|Cpl|Pvt|St|Mt|Jr|Sr"
    "|Inc|Ltd|Corp|Co|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_WORD = r"[^\W\d_]+(?:['’ʼ](?![sS]\b)[^\W\d_]+)*\d*"
_TOKEN = re.compile(
    rf"""(?=\S)(?:[A-Za-z]++(?=[ ,])                    # most words; found first, for speed
    |https?://\S+|www\.\S+
    |(?:[^\W\d_]\.){{2,}}|[A-Z]\.[A-Z]\b        # U.S.  U.S
    |\b(?:{_ABBREVIATIONS})\.                       # Mr.
    |\b[A-Z]\.(?=\s?[A-Z])                          # J. of J. Doe
    |['’ʼ][sS]\b|(?<=s)['’](?=\s)                   # the possessive
    |[A-Z]+&[A-Z]+\b                                # AT&T
    |{_WORD}(?:[-‐‑]{_WORD})*                       # Jong-un
    |\d[\d,.]*|\S)""",
    re.VERBOSE,
)
_PLAIN = str.maketrans("’ʼ‐‑", "''--")
_HYPHEN = re.compile(r"[-‐‑]")
_COMPOSED = re.compile(r"[-‐‑\u3040-\U0010ffff]")
"""A line without these has no word that several may be written in."""
_PREFIXES = frozenset(
    {"pro", "anti", "non", "ex", "then", "pre", "post", "mid", "trans", "inter", "intra", "all"}
)
_COMPOUND_ENDS = (
    "ed",
    "ing",
    "made",
    "born",
    "run",
    "wide",
    "led",
    "like",
    "style",
    "built",
    "era",
    "bound",
    "brokered",
    "owned",
    "held",
    "speaking",
    "based",
)
_LONGEST_COUNTRY = 14
"""Characters of the longest country looked for in a script without blanks."""

_OPENING = frozenset("\"'“”‘’«([•–—-*…")


_ARTICLES = frozenset({"al-", "el-", "d'A"})


def is_capitalised(word: str) -> bool:
    """Tell whether a word begins with a capital; ``al-Assad`` counts."""
    return word[0].isupper() or (word[:3] in _ARTICLES and word[3:4].isupper())


class Case(Enum):
    """How a line writes its words, which tells what a capital is worth there."""

    PLAIN = "sentence"
    TITLE = "every word but the smallest has a capital"
    CAPS = "all letters are capitals"


@record(frozen=True, slots=True)
class Line:
    """One sentence of a text, cut into tokens: words, numbers, possessives, single characters."""

    text: str
    """The whole text, which the tokens' places refer to."""
    tokens: tuple[str, ...]
    """The tokens as the text writes them; no object is made for each, since they are many."""
    starts: tuple[int, ...]
    """Where each token begins."""
    case: Case
    opens: int
    """Index of the first word, past opening quotes and bullets."""

    def end(self, index: int) -> int:
        """Return where a token of the line ends, exclusive; a negative index counts from behind."""
        return self.starts[index] + len(self.tokens[index])

    def words(self, first: int, last: int) -> list[str]:
        """Return the words from one index to another, both included."""
        return list(self.tokens[first : last + 1])

    def name(self, first: int, last: int) -> str:
        """Return the words as one name: single blanks, straight quotes."""
        if first == last and self.tokens[first].isascii():
            return self.tokens[first]
        return plain(self.wording(first, last))

    def wording(self, first: int, last: int) -> str:
        """Return the words from one index to another as the text writes them."""
        return self.text[self.starts[first] : self.starts[last] + len(self.tokens[last])]

    def is_capitalised(self, index: int) -> bool:
        """Tell whether there is a word with a capital at an index, inside the line or not."""
        return 0 <= index < len(self.tokens) and is_capitalised(self.tokens[index])

    def word(self, index: int) -> str:
        """Return the word at an index; empty outside the line."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else ""


def plain(name: str) -> str:
    """Return a name with single blanks and straight quotes and hyphens, to compare it."""
    return " ".join((name if name.isascii() else name.translate(_PLAIN)).split())


def read_line(
    text: str, sentence: Sentence, gazetteer: Gazetteer, skipped: Sequence[Span] = ()
) -> Line:
    """Cut one sentence into tokens, leaving out what lies in a skipped span."""
    span = sentence.span
    written = span.of(text)
    tokens, starts = _tokens(text, span.start, span.end)
    if skipped or _COMPOSED.search(written):
        cut = list(_cut(zip(tokens, starts, strict=True), gazetteer, skipped))
        tokens, starts = [word for word, _ in cut], [start for _, start in cut]
    opens = 0
    while opens < len(tokens) - 1 and tokens[opens] in _OPENING:
        opens += 1
    case = _case(tokens, written, sentence.furniture)
    return Line(text, tuple(tokens), tuple(starts), case, opens)


_BEHIND = frozenset(",.;:?!")
_WITH_STOP = frozenset(_ABBREVIATIONS.split("|"))


def _stands_alone(word: str) -> bool:
    """Tell whether the mark behind a word is a token of its own, as in "left." and not "Mr."."""
    return word.isalpha() and len(word) > 1 and word not in _WITH_STOP


def _tokens(text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """Return what the pattern of a token finds in a sentence, and where each begins.

    Most words are ASCII letters between blanks, with or without a mark: they need no
    pattern, which halves the time.
    """
    tokens: list[str] = []
    starts: list[int] = []
    at = start
    for piece in text[start:end].split(" "):
        if piece.isalpha() and piece.isascii():
            tokens.append(piece)
            starts.append(at)
            at += len(piece) + 1
            continue
        stop = at + len(piece)
        if piece[-1:] in _BEHIND and piece.isascii() and _stands_alone(piece[:-1]):
            tokens += (piece[:-1], piece[-1])
            starts += (at, stop - 1)
        else:
            while at < stop and (match := _TOKEN.search(text, at, end)) and match.start() < stop:
                at = match.end()
                tokens.append(match.group())
                starts.append(match.start())
        at = stop + 1
    return tokens, starts


def _cut(
    found: Iterable[tuple[str, int]], gazetteer: Gazetteer, skipped: Sequence[Span]
) -> Iterator[tuple[str, int]]:
    """Yield the tokens of a sentence with hyphens, other scripts or skipped spans."""
    for word, start in found:
        if skipped and any(span.start <= start < span.end for span in skipped):
            continue
        if word[0] >= "\u3040" and not (len(word) > 1 and _HYPHEN.search(word)):
            yield from _unspaced(word, start, gazetteer)
        elif word.isalpha() or len(word) == 1 or not _HYPHEN.search(word):
            yield word, start
        else:
            yield from _hyphenated(word, start, gazetteer)


def _unspaced(word: str, start: int, gazetteer: Gazetteer) -> Iterator[tuple[str, int]]:
    """Cut the countries out of a stretch of Chinese, Japanese or Korean."""
    at = kept = 0
    while at < len(word):
        ends = range(min(len(word), at + _LONGEST_COUNTRY), at + 1, -1)
        end = next((end for end in ends if word[at:end] in gazetteer.countries), None)
        if end is None:
            at += 1
            continue
        if kept < at:
            yield word[kept:at], start + kept
        yield word[at:end], start + at
        at = kept = end
    if kept < len(word):
        yield word[kept:], start + kept


def _hyphenated(word: str, start: int, gazetteer: Gazetteer) -> Iterator[tuple[str, int]]:
    """Cut ``Japan-North``, ``Manila-based`` and ``pro-Athens``; leave ``Jong-un`` whole."""
    parts = _HYPHEN.split(word)
    if len(parts) == 1 or not all(parts) or not _is_compound(word, parts, gazetteer):
        yield word, start
        return
    at = start
    for number, part in enumerate(parts):
        if number:
            yield word[at - start], at
            at += 1
        yield part, at
        at += len(part)


def _is_compound(word: str, parts: Sequence[str], gazetteer: Gazetteer) -> bool:
    if gazetteer.knows(word) or word in gazetteer.peoples:
        return False
    first, last = parts[0], parts[-1]
    if first.lower() in _PREFIXES:
        return last[0].isupper()
    if not first[0].isupper():
        return False
    if last[0].islower():
        return last.endswith(_COMPOUND_ENDS) and (last in gazetteer.words or last in _COMPOUND_ENDS)
    return any(part in gazetteer.countries or part in gazetteer.demonyms for part in parts) or (
        first in gazetteer.seats and last in gazetteer.seats
    )


_SMALL = frozenset(
    "a an the and or but nor for of in on at by to from with as is are be vs via per"
    " de la al el".split()
)


_STOPS = frozenset('.!?"”…,;:')


def _case(tokens: Sequence[str], written: str, furniture: FurnitureKind | None) -> Case:
    ends = bool(tokens) and tokens[-1] in _STOPS
    if furniture is None and ends and not written.isupper():
        return Case.PLAIN
    words = [word for word in tokens if word[0].isalpha() and len(word) > 1]
    if not words:
        return Case.PLAIN
    if all(word.isupper() for word in words) and (len(words) > 1 or len(words[0]) > 5):
        return Case.CAPS
    if furniture is None and (len(words) < 4 or ends):
        return Case.PLAIN
    if len(words) > 1 and all(word[0].isupper() or word in _SMALL for word in words):
        return Case.TITLE
    return Case.PLAIN

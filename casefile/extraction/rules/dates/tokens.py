"""A sentence cut into words, each with the letter the grammar knows it by."""

import re
from functools import lru_cache
from typing import NamedTuple

from casefile.extraction.rules.dates.lexicon import MONTHS, TAG, WEEKDAYS, WORDS
from casefile.model.words import Span

_TOKEN = re.compile(
    r"""(?=\S)(?:
      (?P<plain>[A-Za-z]++(?=[ ,]))                       # most words; found first, for speed
    | (?P<numeric>(?<![\d/.-])(?:\d{4}-\d\d?-\d\d? | \d\d?/\d\d?/\d{4} | \d\d?\.\d\d?\.\d{4}
            | \d\d?/\d\d?/\d\d(?!\d) | \d\d?/\d{4}
            | \d{4}/\d\d?/\d\d?)(?![\d/-]))
    | (?P<clock>\d\d?(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock\b) | \d\d?:\d\d(?::\d\d)?)
    | (?P<decade>(?<!\d)(?:\d{3}|['’‘]?\d)0['’]?s\b)
    | (?P<digits>\d++(?:[.,]\d++)*+(?P<ordinal>st|nd|rd|th)?(?![^\W_]))
    | (?P<mixed>\d[\w.,]*)
    | (?P<short>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thur|Fri
            |Sat|Sun)\.)
    | (?P<owner>['’][sS]\b)
    | (?P<word>[^\W\d_]+)
    | (?P<dash>[-‐‑–—]|(?<=\w)/(?=\w))
    | (?P<other>[^\s])
    )""",
    re.VERBOSE,
)
_MARKS = {",": TAG["comma"], "(": TAG["open"], ")": TAG["close"], "~": TAG["about"]}
_PLAIN = {"numeric": TAG["numeric"], "clock": TAG["clock"], "owner": TAG["owner"]}
_NOT_SMALL = frozenset(["may", "march", "august"])
"""Months that are ordinary words when they are written small."""

FIRST_YEAR, LAST_YEAR = 1500, 2099
"""Four digits outside are read as a number."""

_BEFORE_A_NUMBER = frozenset("$£€¥#№+")


class Token(NamedTuple):
    """A word, number or mark; ``word`` is small, and without the dot of an abbreviation."""

    start: int
    end: int
    word: str
    tag: str


_BEHIND = frozenset(",.;:?!")
_MAY_BE_SHORT = frozenset((*MONTHS, *WEEKDAYS))


def _stands_alone(word: str) -> bool:
    """Tell whether the mark behind ASCII letters is no part of a short name of day or month."""
    return word.isalpha() and word.lower() not in _MAY_BE_SHORT


def tokens(text: str, within: Span) -> list[Token]:
    """Return the words of one sentence in order; the cost is linear in its length.

    Most words are ASCII letters between blanks, with or without a mark: they need no
    pattern, which halves the time.
    """
    # Not Token(...): its __new__ is in Python, and here is where most tokens are made.
    new = tuple.__new__
    found: list[Token] = []
    add = found.append
    at = free = within.start
    for piece in text[at : within.end].split(" "):
        stop = at + len(piece)
        if at < free:
            free = _read(text, max(at, free), stop, within.end, found)
        elif piece.isalpha() and piece.isascii():
            word, tag = _word(piece)
            add(new(Token, (at, stop, word, tag)))
        elif piece[-1:] in _BEHIND and piece.isascii() and _stands_alone(bare := piece[:-1]):
            word, tag = _word(bare)
            add(new(Token, (at, stop - 1, word, tag)))
            mark = piece[-1]
            add(new(Token, (stop - 1, stop, mark, _MARKS.get(mark, TAG["other"]))))
        else:
            free = _read(text, at, stop, within.end, found)
        at = stop + 1
    return found


def _read(text: str, at: int, stop: int, end: int, found: list[Token]) -> int:
    """Add the words that begin between two places; return where the last of them ends."""
    while at < stop and (match := _TOKEN.search(text, at, end)) and match.start() < stop:
        at = match.end()
        kind, written = match.lastgroup, match.group()
        if kind in ("plain", "word"):
            found.append(Token(*match.span(), *_word(written)))
            continue
        word = written.lower()
        if kind == "ordinal":
            kind = "digits"
        elif kind == "short":
            word = word.rstrip(".")
        found.append(Token(*match.span(), word, _tag(kind or "", word, text, match)))
    return at


@lru_cache(maxsize=4096)
def _word(written: str) -> tuple[str, str]:
    """Return a word in small letters, and its tag; the last ones are kept."""
    word = written.lower()
    return word, WORDS.get(word) or _word_tag(written, word)


def _tag(kind: str, word: str, text: str, match: re.Match[str]) -> str:
    match kind:
        case "digits":
            return _number_tag(word, text, match)
        case "dash":
            spaced = text[match.start() - 1 : match.start()].isspace()
            return TAG["gap" if spaced or text[match.end() : match.end() + 1].isspace() else "dash"]
        case "short":
            return TAG["month" if word in MONTHS else "wkd"]
        case "decade":
            return TAG["decade"]
        case "other" | "mixed":
            return _MARKS.get(word, TAG["other"])
        case _:
            return _PLAIN[kind]


def _word_tag(written: str, word: str) -> str:
    """Return the tag of a word that has none of its own."""
    small = written[0].islower()
    if word in MONTHS and len(word) > 2 and not (small and word in _NOT_SMALL):
        return _month_tag(written, word)
    if word in WEEKDAYS and len(word) > 5 and not small:
        return TAG["weekday"]
    if word[:-1] in WEEKDAYS and len(word) > 6 and word.endswith("s") and not small:
        return TAG["often"]
    return TAG["word"] if small else TAG["name"]


def _month_tag(written: str, word: str) -> str:
    if word in ("may", "march"):
        return TAG["name"] if written.isupper() else TAG["maybe"]
    if word in ("mar", "jan", "dec"):
        # Without its dot an abbreviation is a name at least as often (Jan, Mar-a-Lago).
        return TAG["maybe"] if written == written.capitalize() else TAG["name"]
    return TAG["month"]


def _number_tag(word: str, text: str, match: re.Match[str]) -> str:
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    after = text[match.end() : match.end() + 1]
    if (before in _BEFORE_A_NUMBER and before) or after == "%" or "." in word or "," in word:
        return TAG["other"]
    if match["ordinal"]:
        return TAG["day"] if 1 <= int(word[:-2]) <= 31 else TAG["other"]
    if len(word) == 4 and FIRST_YEAR <= int(word) <= LAST_YEAR:
        return TAG["year"]
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return TAG["day"]
    return TAG["number"] if len(word) <= 3 else TAG["other"]

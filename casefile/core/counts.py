"""How many of what a passage speaks of: "at least 30 people", "between three and five ships".

Pure. A number is read with the noun that it counts and with what bounds it; numbers of
dates, times, ages, scores and headings count nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casefile.model.words import Span


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things, as a passage tells it."""

    span: Span
    """The number with what bounds it and its noun, in code points of the passage."""
    least: int | None
    most: int | None
    """Both are the number itself where it is exact; None where that side is open."""
    noun: str
    """What is counted, singular, in small letters: ``person``, ``ship``."""
    state: str = ""
    """What became of them, where that tells one number from another: ``killed`` ..."""
    is_about: bool = False
    """Whether the number is told as a rough one: about, nearly."""


_ONES = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate(_ONES, 2)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_UNITS = {"one": 1} | {word: number for word, number in _WORDS.items() if number < 10}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_LOTS = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6}
"""Least that the words stand for: twice what one of them is."""

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’.-][^\W\d_]+)*['’]?|[^\w\s]"
)

_BOUNDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("no", "fewer", "than"), "least"),
    (("no", "less", "than"), "least"),
    (("not", "less", "than"), "least"),
    (("no", "more", "than"), "most"),
    (("not", "more", "than"), "most"),
    (("as", "many", "as"), "most"),
    (("at", "least"), "least"),
    (("at", "most"), "most"),
    (("up", "to"), "most"),
    (("more", "than"), "above"),
    (("over",), "above"),
    (("upwards", "of"), "least"),
    (("fewer", "than"), "below"),
    (("less", "than"), "below"),
    (("under",), "below"),
    (("between",), "between"),
    (("close", "to"), "about"),
    (("an", "estimated"), "about"),
    (("about",), "about"),
    (("around",), "about"),
    (("some",), "about"),
    (("nearly",), "about"),
    (("almost",), "about"),
    (("roughly",), "about"),
    (("approximately",), "about"),
)
"""Words before a number and what they make of it."""

Number = tuple[int, int | None]
"""Least and most."""

_LONGEST = 15
"""Signs of a number; longer rows of digits are codes."""

_FEW = 3
"""Up to so many are pointed at rather than counted: "the two leaders"."""

_SIGNS = frozenset("$€£¥#")
_WITHIN = frozenset(":/-–")
"""Signs between two numbers of a time, a score or a date."""

_DEFINITE = frozenset("the these those both our your my".split())
_NOT_BEFORE = frozenset(
    "no article resolution section chapter room page version flight route group channel number"
    " aged top level phase act season episode january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Words behind which a number is a name or a day: No. 10, Article 9, May 3."""

_PEOPLE = {"dead": "killed", "wounded": "injured", "injured": "injured", "missing": "missing"}
"""What a number may stand before without a noun: "12 dead"."""

_IRREGULAR = {
    "people": "person",
    "others": "person",
    "persons": "person",
    "men": "man",
    "children": "child",
    "police": "police officer",
    "troops": "soldier",
    "aircraft": "aircraft",
    "lives": "life",
    "wives": "wife",
}
_TIMES = frozenset(
    "second minute hour day week month year decade century time occasion o'clock night morning"
    " evening weekend fortnight round percentage point series mean this news status".split()
)
"""What measures time or order rather than counts things."""

_STOPS = frozenset(
    "of in on at by for from with to as who whom which that and or but was were is are be been has"
    " have had will would may might could can than when while after before since until per were"
    " did does do if it he she they we you i its his her their".split()
)
_REACH = 5
"""Words behind a number among which its noun stands."""

_STATES = (
    ("killed", re.compile(r"\b(?:kill(?:ed|s|ing)?|dead|died|dies|deaths?|lives|slain)\b")),
    ("injured", re.compile(r"\b(?:injur\w+|wound\w+|hurt)\b")),
    ("missing", re.compile(r"\bmissing\b")),
    ("arrested", re.compile(r"\b(?:arrest\w*|detain\w*)\b")),
    ("abducted", re.compile(r"\b(?:abduct\w*|kidnap\w*)\b")),
    ("released", re.compile(r"\b(?:releas\w+|freed|return\w*|repatriat\w+)\b")),
    ("displaced", re.compile(r"\b(?:displac\w+|evacuat\w+)\b")),
)
_BEFORE_STATE, _BEHIND_STATE = 40, 24
"""Code points in which the word for what became of them stands; it is next to the number."""


def counts(text: str) -> tuple[Count, ...]:
    """Return what a passage counts, in order; the cost is linear."""
    tokens = list(_TOKEN.finditer(text))
    words = [one.group().lower() for one in tokens]
    found: list[Count] = []
    at = 0
    while at < len(words):
        read = _number(words, at)
        if read is None:
            at += 1
            continue
        first, bound = _bound(words, at)
        number, end = _to(words, read[1], read[0], is_between=bound == "between")
        noun = None if _is_name(words, first, number) else _noun(words, end)
        at = end
        if noun is not None:
            span = Span(tokens[first].start(), tokens[noun[0]].end())
            state = _PEOPLE.get(words[noun[0]]) or _state(text, span)
            found.append(Count(span, *_bounded(number, bound), noun[1], state, bound == "about"))
    return tuple(found)


def differ(one: Count, other: Count) -> bool:
    """Tell whether two counts of the same cannot both be right."""
    low, high = _range(one)
    least, most = _range(other)
    return high < least or most < low


def _range(one: Count) -> tuple[float, float]:
    """Return what a count allows; a rough number is right within a fifth of it."""
    slack = 0.2 if one.is_about else 0.0
    low = 0.0 if one.least is None else one.least * (1 - slack)
    high = float("inf") if one.most is None else one.most * (1 + slack)
    return low, high


def _number(words: Sequence[str], at: int) -> tuple[Number, int] | None:
    """Return the number that begins at a word, least and most, and the word behind it."""
    word = words[at]
    if word in _LOTS and words[at + 1 : at + 2] == ["of"]:
        return (_LOTS[word], None), at + 2
    if word in ("a", "two", "three", "several") and words[at + 1 : at + 2] == ["dozen"]:
        count = {"a": 1, "two": 2, "three": 3, "several": 2}[word] * 12
        return (count, None if word == "several" else count), at + 2
    if word == "a" and words[at + 1 : at + 2] in (["hundred"], ["thousand"], ["million"]):
        return (_SCALES[words[at + 1]],) * 2, at + 2
    value = _value(word)
    if value is None:
        return None
    end = at + 1
    if end < len(words) and words[end] in _SCALES:
        value *= _SCALES[words[end]]
        end += 1
    return (round(value), round(value)), end


def _value(word: str) -> float | None:
    if word in _WORDS:
        return _WORDS[word]
    if "-" in word:
        tens, _, ones = word.partition("-")
        if tens in _TENS and ones in _UNITS:
            return _WORDS[tens] + _UNITS[ones]
        return None
    if not word[0].isdecimal() or len(word) > _LONGEST:
        return None
    is_year = len(word) == 4 and word[:2] in ("17", "18", "19", "20")
    return None if is_year else float(word.replace(",", ""))


def _is_name(words: Sequence[str], first: int, number: Number) -> bool:
    """Tell whether a number names or points rather than counts: Article 9, "the two men"."""
    if first == 0:
        return False
    before = words[first - 1]
    if before == ".":
        return first > 1 and words[first - 2] in _NOT_BEFORE
    if before in _DEFINITE:
        return (number[1] or 0) <= _FEW
    is_second = before in _WITHIN and first > 1 and words[first - 2][0].isdecimal()
    return is_second or before in _NOT_BEFORE or before in _SIGNS


def _bound(words: Sequence[str], at: int) -> tuple[int, str]:
    """Return where the words that bound a number begin, and what they make of it."""
    for pattern, bound in _BOUNDS:
        start = at - len(pattern)
        if start >= 0 and tuple(words[start:at]) == pattern:
            return start, bound
    return at, ""


def _to(words: Sequence[str], end: int, number: Number, *, is_between: bool) -> tuple[Number, int]:
    """Read on over "to", "or" and a second number: "three to five"."""
    link = words[end] if end + 1 < len(words) else ""
    if link == "or" and words[end + 1] == "more":
        return (number[0], None), end + 2
    if link in ("to", "or", "-", "–") or (link == "and" and is_between):
        other = _number(words, end + 1)
        if other is not None and (other[0][1] or 0) > number[0]:
            return (number[0], other[0][1]), other[1]
    return number, end


def _bounded(number: Number, bound: str) -> tuple[int | None, int | None]:
    least, most = number
    if bound in ("least", "above"):
        return least + (bound == "above"), None
    if bound in ("most", "below"):
        return None, None if most is None else most - (bound == "below")
    return least, most


def _noun(words: Sequence[str], end: int) -> tuple[int, str] | None:
    """Return where the noun behind a number stands and its singular: "six of the young men"."""
    for at in _run(words, end):
        word = words[at]
        if word in _PEOPLE and at == end:
            return at, "person"
        name = singular(word)
        if name is not None:
            return None if name in _TIMES else (at, name)
    return None


def _run(words: Sequence[str], end: int) -> Iterator[int]:
    """Yield the words behind a number that its noun may be: up to a sign, a link or a number."""
    if words[end : end + 1] == ["of"]:
        end += 1
    if words[end : end + 1] in (["the"], ["its"], ["their"], ["those"], ["these"], ["other"]):
        end += 1
    for at in range(end, min(len(words), end + _REACH)):
        if not words[at][0].isalpha() or words[at] in _STOPS or _value(words[at]) is not None:
            return
        yield at


def singular(word: str) -> str | None:
    """Return the singular of a plural noun in small letters; None where it is no plural."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 3:
        return f"{word[:-2]}an"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "’s", "'s")):
        return None
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1]


def _state(text: str, span: Span) -> str:
    """Return what became of those who are counted, by the words next to the number."""
    behind = _CUT.split(text[span.end : span.end + _BEHIND_STATE].lower())[0]
    before = _CUT.split(text[max(0, span.start - _BEFORE_STATE) : span.start].lower())[-1]
    for words in (behind, before):
        places = [
            (match.start(), state) for state, known in _STATES if (match := known.search(words))
        ]
        if places:
            return (min if words is behind else max)(places)[1]
    return ""


_CUT = re.compile(r"[.;:,]|\band\b|\d")
"""What parts one number of a list from the next: "killed 12 people and injured 30"."""

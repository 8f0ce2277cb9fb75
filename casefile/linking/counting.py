"""How many of what a passage speaks of: "five sailors" against "eight sailors"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import takewhile

from casefile.linking.eventwords import stem
from casefile.linking.lists import section

Counts = Mapping[str, frozenset[int]]
"""For the stem of a noun the numbers that count it."""

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 2)} | {"dozen": 12}

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:,\d{3})*(?:\.\d+)?|[^\w\s]")

_PLURALS = frozenset("people men women children police".split())

_REACH = 4
"""Words after a number in which its noun stands: "six of the young sailors"."""


def counts(passage: str) -> Counts:
    """Return what a passage counts; years and the numbers of dates count nothing."""
    tokens = [one.lower() for one in _TOKEN.findall(passage)]
    found: dict[str, set[int]] = defaultdict(set)
    for at, token in enumerate(tokens):
        number = _number(token)
        if number is None:
            continue
        noun = next(filter(_is_plural, _run(tokens[at + 1 : at + 1 + _REACH])), None)
        if noun is not None:
            found[stem(noun)].add(number)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


def contradict(one: Counts, other: Counts) -> bool:
    """Tell whether both count one thing, and no number is the same."""
    return any(numbers.isdisjoint(other[noun]) for noun, numbers in one.items() if noun in other)


def _run(tokens: list[str]) -> Iterator[str]:
    """Yield the tokens before a sign or the next number."""
    return takewhile(lambda one: one[0].isalpha() and _number(one) is None, tokens)


def _is_plural(word: str) -> bool:
    is_plural = word in _PLURALS or (len(word) > 3 and word.endswith("s") and word[-2] != "s")
    return is_plural and word not in section("commonwords.txt", "common")


def _number(token: str) -> int | None:
    if token in _NUMBERS:
        return _NUMBERS[token]
    digits = token.replace(",", "")
    if not digits.isdecimal() or (len(token) == 4 and token[:2] in ("19", "20")):
        return None
    return int(digits)

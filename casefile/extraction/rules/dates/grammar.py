"""The form of a rule: a phrase of tags, and what becomes of the words that fit it.

A pattern is a regular expression in which ``{day}`` stands for a word of that
tag and ``{day:d}`` for one that is to be kept as ``d``; blanks only divide.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from casefile.extraction.rules.dates.frame import Meaning
from casefile.extraction.rules.dates.lexicon import TAG
from casefile.extraction.rules.dates.tokens import Token

_SLOT = re.compile(r"\{([a-z|]+)(?::(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """Some words, and what they mean."""

    first: int
    """Index of the first word in the sentence."""
    last: int
    """Index of the last word, included."""
    meaning: Meaning | None
    """None where the words name no day that could be worked out."""
    is_point: bool = True
    needs_pivot: bool = False
    """It counts from the date that follows it in the sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a sentence that fit a pattern."""

    words: Sequence[Token]
    first: int
    last: int
    kept: dict[str, int]
    """Index of each kept word."""

    def __contains__(self, name: str) -> bool:
        return name in self.kept

    def word(self, name: str) -> str:
        """Return a kept word, small; blank where the pattern went without it."""
        return self.words[self.kept[name]].word if name in self.kept else ""

    def number(self, name: str) -> int | None:
        """Return the digits of a kept word, such as 3 for "3rd"; None without it."""
        digits = "".join(filter(str.isdigit, self.word(name)))
        return int(digits) if digits else None

    def near(self, by: int) -> Token | None:
        """Return the word some places before (-1) the first, or after (1) the last."""
        at = self.first + by if by < 0 else self.last + by
        return self.words[at] if 0 <= at < len(self.words) else None

    def whole(self, meaning: Meaning | None, *, needs_pivot: bool = False) -> tuple[Wording, ...]:
        """Return all the words as one wording."""
        return (Wording(self.first, self.last, meaning, needs_pivot=needs_pivot),)

    def vague(self) -> tuple[Wording, ...]:
        """Return all the words as one that names no point in time."""
        return (Wording(self.first, self.last, None, is_point=False),)


Build = Callable[[Found], Iterable[Wording]]
"""What becomes of the words; nothing where a second look says they are no date."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it builds."""

    pattern: re.Pattern[str]
    build: Build

    def find(self, words: Sequence[Token], tags: str) -> Iterator[Found]:
        """Yield the places of a sentence that fit, from left to right."""
        for match in self.pattern.finditer(tags):
            kept = {
                name: match.start(name)
                for name, text in match.groupdict().items()
                if text is not None
            }
            yield Found(words, match.start(), match.end() - 1, kept)


def rule(pattern: str, build: Build) -> Rule:
    """Return a rule from a pattern in the form described above.

    Raises:
        KeyError: The pattern names a tag that does not exist.
    """
    return Rule(re.compile(_SLOT.sub(_letters, pattern).replace(" ", "")), build)


def _letters(slot: re.Match[str]) -> str:
    letters = "".join(TAG[name] for name in slot[1].split("|"))
    one = letters if len(letters) == 1 else f"[{letters}]"
    return f"(?P<{slot[2]}>{one})" if slot[2] else one

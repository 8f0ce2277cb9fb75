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
from casefile.extraction.rules.parts import TimeKind
from casefile.model.records import record

_SLOT = re.compile(r"\{([a-z|]+)(?::(\w+))?\}")
_GROUP = re.compile(r"\([^()]*\)[?*]?")


@record(frozen=True, slots=True)
class Wording:
    """Some words, and what they mean."""

    first: int
    """Index of the first word in the sentence."""
    last: int
    """Index of the last word, included."""
    meaning: Meaning | None
    """None where the words name no day that could be worked out."""
    is_point: bool = True
    """False where nothing can be dated by them: what they come to is a ``value`` at most."""
    needs_pivot: bool = False
    """It counts from the date that follows it in the sentence."""
    kind: TimeKind = TimeKind.DATE
    value: str | None = None
    """As ``DateMention.value``, where it does not depend on publication."""
    clock: str | None = None
    """The time of day as in ``T22:00``, where the words name nothing else."""


@record(frozen=True, slots=True)
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

    def whole(
        self,
        meaning: Meaning | None,
        *,
        needs_pivot: bool = False,
        kind: TimeKind = TimeKind.DATE,
        value: str | None = None,
    ) -> tuple[Wording, ...]:
        """Return all the words as one wording."""
        return (Wording(self.first, self.last, meaning, True, needs_pivot, kind, value),)

    def vague(
        self, value: str, kind: TimeKind = TimeKind.DATE, meaning: Meaning | None = None
    ) -> tuple[Wording, ...]:
        """Return all the words as one by which nothing can be dated."""
        return (Wording(self.first, self.last, meaning, False, kind=kind, value=value),)


Build = Callable[[Found], Iterable[Wording]]
"""What becomes of the words; nothing where a second look says they are no date."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it builds."""

    pattern: re.Pattern[str]
    build: Build
    needs: str
    """Letters of which one stands in every match; where none does, the rule need not be tried."""
    sure: frozenset[str]
    """Letters that all stand in every match; where one does not, it need not be tried either."""

    def find(self, words: Sequence[Token], tags: str) -> Iterator[Found]:
        """Yield the places of a sentence that fit, from left to right."""
        names = self.pattern.groupindex
        for match in self.pattern.finditer(tags):
            kept = {name: at for name in names if (at := match.start(name)) >= 0}
            yield Found(words, match.start(), match.end() - 1, kept)


def rule(pattern: str, build: Build) -> Rule:
    """Return a rule from a pattern in the form described above.

    Raises:
        KeyError: The pattern names a tag that does not exist.
    """
    bare = pattern.replace(" ", "")
    slots = _sure_slots(bare)
    sure = frozenset(letters for letters in slots if len(letters) == 1)
    return Rule(re.compile(_SLOT.sub(_letters, bare)), build, slots[-1], sure)


def _sure_slots(pattern: str) -> list[str]:
    """Return the letters of each slot that a pattern cannot go without."""
    bare, left = "", pattern
    while bare != left:
        bare, left = left, _GROUP.sub("", left)
    sure = [slot for slot in _SLOT.finditer(bare) if not bare.startswith(("?", "*"), slot.end())]
    return ["".join(TAG[name] for name in slot[1].split("|")) for slot in sure]


def _letters(slot: re.Match[str]) -> str:
    letters = "".join(TAG[name] for name in slot[1].split("|"))
    one = letters if len(letters) == 1 else f"[{letters}]"
    return f"(?P<{slot[2]}>{one})" if slot[2] else one

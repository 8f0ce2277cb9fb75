"""A sentence as a parser sees it: words, each hanging on another, without the parser's library."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from casefile.model.words import Span


class Word(NamedTuple):
    """A word by its place in the text, and how it hangs on another."""

    text: str
    start: int
    end: int
    head: int
    """Index of the word it hangs on; its own where it hangs on none."""
    dep: str
    """The relation in ClearNLP's labels, as spaCy's English models give them."""

    @property
    def lower(self) -> str:
        """The word in small letters with straight quotes."""
        return self.text.lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of one sentence with those that hang on each."""

    words: tuple[Word, ...]
    kids: tuple[tuple[int, ...], ...]
    """For each word those that hang on it, in order."""
    first: tuple[int, ...]
    """For each word the first one of all that hangs on it, itself included."""
    last: tuple[int, ...]

    def of(self, at: int, *deps: str) -> Iterator[int]:
        """Yield the words that hang on one by any of the relations, in order."""
        return (kid for kid in self.kids[at] if self.words[kid].dep in deps)

    def one(self, at: int, *deps: str) -> int | None:
        """Return the first word that hangs on one by any of the relations."""
        return next(self.of(at, *deps), None)

    def has(self, at: int, *deps: str) -> bool:
        """Tell whether a word hangs on one by any of the relations."""
        return self.one(at, *deps) is not None

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the words from one to another, both included."""
        return Span(self.words[first].start, self.words[last].end)

    def word(self, at: int) -> Span:
        """Return the characters of a word by itself."""
        return self.span(at, at)

    def whole(self) -> Span:
        """Return the characters of the whole sentence; it has a word at least."""
        return self.span(0, len(self.words) - 1)

    def under(self, at: int) -> Span:
        """Return the characters of a word and of all that hangs on it."""
        return self.span(self.first[at], self.last[at])


def tree(words: Iterable[Word]) -> Tree:
    """Build the tree of a sentence.

    Raises:
        ValueError: A word hangs on one that is not there, or on itself in a circle.
    """
    row = tuple(words)
    kids: list[list[int]] = [[] for _ in row]
    for at, word in enumerate(row):
        if not 0 <= word.head < len(row):
            raise ValueError(f"word {at} hangs on {word.head} of {len(row)}")
        if word.head != at:
            kids[word.head].append(at)
    first, last = list(range(len(row))), list(range(len(row)))
    for at in range(len(row)):
        above = at
        for _ in row:
            head = row[above].head
            if head == above:
                break
            above = head
            first[above], last[above] = min(first[above], at), max(last[above], at)
        else:
            raise ValueError(f"word {at} hangs in a circle")
    return Tree(row, tuple(map(tuple, kids)), tuple(first), tuple(last))

"""A text as lines, and what kind of line each looks like."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice

from casefile.core.sentences import lines
from casefile.model.words import Span
from casefile.reading.lexicon import numbered

LONGEST_LABEL = 600
"""Characters: a longer line is told to be story without a closer look, and 10 MB in one line
cost no more than this."""

MOST_LINES = 20_000
"""Lines that are looked at: a longer text is no one article, and a million would take half a
minute."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP = re.compile(r"[.!?…。！？।॥؟۔։።][\"'”’»」』)\]]*$")
_LIST_MARK = re.compile(r"^[\s•·▪►▶»>*✓\-–—|#]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True)
class Line:
    """One line that is not blank."""

    span: Span
    words: str
    """What it says, without the blanks around it, cut at ``LONGEST_LABEL``."""
    after_blank: bool
    """Whether a blank line stands before it."""

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Its words without digits and signs, as written."""
        return tuple(_WORD.findall(self.words))

    @cached_property
    def bare(self) -> str:
        """What it says in small letters, without marks of a list before it and signs behind."""
        text = _LIST_MARK.sub("", self.words).replace("’", "'").lower()
        return " ".join(text.split()).rstrip(" !.»>›→…")

    @property
    def is_long(self) -> bool:
        """Whether there is more of it than ``words`` shows."""
        return self.span.end - self.span.start > len(self.words)

    @cached_property
    def is_cjk(self) -> bool:
        """Whether it is mostly Chinese, Japanese or Korean, which words do not measure."""
        return len(_CJK.findall(self.words)) * 2 > len(self.words.replace(" ", ""))

    @cached_property
    def has_stop(self) -> bool:
        """Whether it ends like a sentence."""
        return self.is_long or bool(_STOP.search(self.words))

    @cached_property
    def small_words(self) -> int:
        """How many of its words are among the commonest of a language."""
        return sum(token.lower() in _small_words() for token in self.tokens)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads like part of a story: a full sentence with small words in it."""
        if self.is_long:
            return True
        if self.is_cjk:
            return len(self.words) >= 25 and any(sign in self.words for sign in "。、，.다")
        count = len(self.tokens)
        if self.has_stop:
            return count >= 8 and any(token.lower() in _small_words() for token in self.tokens)
        return count >= 22 and self.small_words * 6 >= count


def all_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that are not blank, in order, up to ``MOST_LINES``."""
    found: list[Line] = []
    last_end = 0
    for span in islice(lines(text), MOST_LINES):
        blank = text.count("\n", last_end, span.start) > 1
        words = text[span.start : min(span.end, span.start + LONGEST_LABEL)]
        found.append(Line(span, words, blank or not found))
        last_end = span.end
    return tuple(found)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for _, row in numbered("stopwords") for word in row)

"""Words that a reader selects in a text by keys: a word to begin with, then as far as they go."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from textual.reactive import reactive

from casefile.core.labelling import lines_of
from casefile.core.sentences import sentences
from casefile.model.words import Span
from casefile.tui.base.lines import Part
from casefile.tui.base.reader import Reader

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w(?:[\w'’.&-]*\w)?")
"""A word; of Chinese and Japanese, which set no spaces, a character."""

_INK = re.compile(r"\S")

_FARTHEST = 100_000
"""Code points in which the next word is looked for."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Words from where the reader began to where they are."""

    here: Span
    """The word that the keys move."""
    start: Span | None = None
    """Where the selection begins, or ends; None while it is the one word."""

    @property
    def span(self) -> Span:
        """All that is selected."""
        start = self.start or self.here
        return Span(min(start.start, self.here.start), max(start.end, self.here.end))

    def to(self, here: Span) -> "Selection":
        """Return the selection as far as another word."""
        return replace(self, here=here)

    def turned(self) -> "Selection":
        """Return the selection begun at the word, or the word alone if it was begun before."""
        return replace(self, start=None if self.start else self.here)


def word_at(text: str, offset: int) -> Span | None:
    """Return the word at an offset, else the next one behind it, else the last before it."""
    before = max(0, offset - 100)
    spans = [Span(*match.span()) for match in _WORD.finditer(text, before, offset + _FARTHEST)]
    return next((span for span in spans if span.end > offset), spans[-1] if spans else None)


def next_word(text: str, here: Span, way: int) -> Span:
    """Return the next word, or the one before; the same at the end of the text."""
    if way > 0:
        match = _WORD.search(text, here.end)
        return Span(*match.span()) if match else here
    found = here
    for match in _WORD.finditer(text, max(0, here.start - 1_000), here.start):
        found = Span(*match.span())
    return found


def sentence_at(text: str, here: Span) -> Span:
    """Return the sentence that a word stands in."""
    start = text.rfind("\n", 0, here.start) + 1
    end = text.find("\n", here.end)
    line = Span(start, len(text) if end < 0 else end)
    return next((one for one in sentences(text, line) if one.overlaps(here)), here)


def next_line(text: str, here: Span, way: int) -> Span:
    """Return the next line with words, or the one before; the same at the end of the text."""
    match = _INK.search(text, here.end) if way > 0 else None
    at = match.start() if match else len(text[: here.start].rstrip()) - 1 if way < 0 else -1
    return lines_of(text, Span(at, at + 1))[0] if at >= 0 else here


def lines_at(text: str, offset: int) -> list[Span]:
    """Return the line at an offset, else the next with words, else the last before; or none."""
    match = _INK.search(text, max(0, text.rfind("\n", 0, offset + 1)))
    at = match.start() if match else len(text.rstrip()) - 1
    return lines_of(text, Span(at, at + 1)) if at >= 0 else []


class SelectingReader(Reader):
    """A reader in which words can be selected, or whole lines."""

    selection: reactive[Selection | None] = reactive(None, init=False)
    """What is selected; None while the keys walk over marks."""

    @property
    def _here(self) -> Span | None:
        return self.selection.span if self.selection else super()._here

    def _layers(self, start: int, end: int) -> tuple[list[tuple[int, int, str]], list[Part]]:
        layers, gutter = super()._layers(start, end)
        if self.selection:
            layers.append((self.selection.span.start, self.selection.span.end, "match"))
        return layers, gutter

    def watch_selection(self) -> None:
        """Keep the word that moves in sight."""
        if self.selection is not None:
            line = self._line_of(self.selection.here.start)
            self.bring_into_sight(line, line)
        self.refresh()

    def begin_selection(self) -> bool:
        """Select the mark here, else the first word in sight; tell whether there is one."""
        here = super()._here
        seen = here is not None and self._in_sight(here)
        word = word_at(self._text, here.start if here and seen else self._offset_of(self.top))
        if word is None:
            return False
        if here and seen and here.end > word.end:
            last = word_at(self._text, here.end - 1) or word
            self.selection = Selection(last, word)
        else:
            self.selection = Selection(word)
        return True

    def begin_lines(self, words: Span | None = None) -> bool:
        """Select the lines of some words, else that of the mark here, else the first in sight.

        Returns:
            Whether there is one.
        """
        here = super()._here
        if words is None and here is not None and self._in_sight(here):
            words = Span(here.start, here.start + 1)
        lines = lines_of(self._text, words) if words else []
        lines = lines or lines_at(self._text, self._offset_of(self.top))
        if lines:
            self.selection = Selection(lines[-1], lines[0] if len(lines) > 1 else None)
        return bool(lines)

    def move_selection(self, way: str) -> None:
        """Go a word or a line on, begin here, or take the whole sentence; or go on by lines."""
        selection, words = self.selection, self._text
        if selection is None:
            return
        here = selection.here
        if way == "start":
            self.selection = selection.turned()
        elif way == "sentence":
            whole = sentence_at(words, here)
            self.selection = Selection(Span(whole.end - 1, whole.end), Span(whole.start, whole.end))
        elif way in ("below", "above"):
            self.selection = selection.to(next_line(words, here, 1 if way == "below" else -1))
        elif way in ("left", "right"):
            self.selection = selection.to(next_word(words, here, 1 if way == "right" else -1))
        else:
            self.selection = selection.to(self._below(here, 1 if way == "down" else -1))

    def _below(self, here: Span, way: int) -> Span:
        """Return the word under, or over, a word."""
        line = bisect_right(self._starts, here.start) - 1
        to = line + way
        while 0 <= to < len(self._starts) and self._starts[to] == self._ends[to]:
            to += way  # an empty line
        if not 0 <= to < len(self._starts):
            return here
        column = here.start - self._starts[line]
        return word_at(self._text, min(self._starts[to] + column, self._ends[to] - 1)) or here

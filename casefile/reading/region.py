"""Where on a pasted page the story stands: the stretch of lines that is worth most.

A line's worth comes from shallow features: its length, whether it ends as a sentence,
its small words (Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow
Text Features", 2010), and from the lines beside it (Pomikálek, "Removing Boilerplate and
Duplicate Content from Web Corpora", 2011). The story is the stretch of greatest sum
(Pasternack and Roth, "Extracting Article Text from the Web with Maximum Subsequence
Segmentation", 2009), which may leap over gaps at a price. The figures were set by eye
and rounded, and in a wide range around each the result stays the same; their unit is
arbitrary, a sentence of twenty words is worth about 2.5.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from casefile.model.words import FurnitureKind
from casefile.reading import boxes
from casefile.reading.lexicon import words
from casefile.reading.lines import Line

_FEWEST_BOXES = 4
"""Different boxes and names of sections that make a text a whole page: of 1,097 articles
without their page one in a thousand holds two."""

_LONG_MENU = 20
"""Labels in a row, before any sentence, that make it one where we do not know the boxes."""

_LABEL = 5
"""Most words of a line in a menu."""

LEAST_STORY = 6.0
"""Worth below which there is no telling the story from the rest."""

_LONG = 6.5
_SENTENCE, _PER_WORD, _MOST_WORDS = 0.8, 1 / 12, 60
_SHORT_SENTENCE, _EXCLAMATION = 0.5, -0.3
_OPEN_END, _PER_OPEN_WORD = 1.5, 1 / 50
_LABEL_WORTH, _WORD_WORTH = -0.3, -0.6
_LEAD_IN = 0.4
_BOX, _BYLINE = -1.0, -0.3
_CUT_OFF, _NOTICE, _REPEATED, _REPEATED_LABEL, _STAMPED = -3.0, -2.5, -3.0, -0.3, -1.4
_QUOTATION, _CONTINUED, _ITEM = 0.5, 1.0, 0.8
_PROSE = 0.8
"""Worth from which a line helps its neighbours."""

_BESIDE = (0.6, 0.9, 1.2, 1.2, 1.2)
"""By what a line's worth is multiplied, by how many of the two lines before and the two
after are prose: a teaser stands alone, a paragraph among its like."""

GAP = 5.0
_OTHERS, _COMMENTS = 2.0, 8.0
"""What it costs the story to leap a gap, to pass a heading over other stories, and to pass
the heading over its readers' comments."""

_CUT = re.compile(r"(?:…|\.\.\.)\W*$")
_STAMP = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b")
_LIST_ITEM = re.compile(r"(?:\d{1,2}[.)]|[•·*–—-]\s)")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer: no blanks between words and no sign at the end of a sentence."""

_LETTERS_A_WORD = 5
"""Of those scripts; Chinese, Japanese and Korean have two."""

_NO_LABEL = 12
"""Words from which a line in those scripts is taken for a sentence."""


def story_lines(lines: Sequence[Line], found: Mapping[int, FurnitureKind]) -> frozenset[int] | None:
    """Return the lines of the story's stretch, boxes within it too.

    None where the text is no whole page, or no stretch stands out: then nothing can be
    said from where a line stands. Takes time with the number of lines.

    Args:
        lines: All lines of the text.
        found: What single lines tell of themselves.
    """
    if not _is_page(lines, found):
        return None
    often = Counter(line.words for line in lines)
    worth = [
        _worth(line, found.get(at), is_repeated=often[line.words] > 1)
        for at, line in enumerate(lines)
    ]
    barriers = [_barrier(line) for line in lines]
    story = best_stretch(_among_others(worth), barriers)
    return story and story | _loose_end(max(story), worth, barriers)


def _loose_end(last: int, worth: Sequence[float], barriers: Sequence[float]) -> frozenset[int]:
    """Return the lines after the story of which nothing says that they are not, as of a list."""
    at = last + 1
    while at < len(worth) and worth[at] >= _LABEL_WORTH and not barriers[at]:
        at += 1
    return frozenset(range(last + 1, at))


def _is_page(lines: Sequence[Line], found: Mapping[int, FurnitureKind]) -> bool:
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if found.get(at) is FurnitureKind.BOILERPLATE or boxes.is_section(line):
            seen.add(line.words.lower())
            if len(seen) >= _FEWEST_BOXES:
                return True
    return _opens_with_menu(lines)


def _opens_with_menu(lines: Sequence[Line]) -> bool:
    labels = 0
    for line in lines:
        if line.is_prose or labels >= _LONG_MENU:
            break
        is_label = not line.has_stop and not line.is_long and len(line.tokens) <= _LABEL
        labels = labels + 1 if is_label else 0
    return labels >= _LONG_MENU


def _worth(line: Line, kind: FurnitureKind | None, *, is_repeated: bool) -> float:
    """Return what the line alone adds to a story that holds it; below 0 for a label or a box."""
    if boxes.is_interruption(line) or kind is FurnitureKind.CAPTION:
        return 0.0
    if kind is not None:
        return _BOX if kind is FurnitureKind.BOILERPLATE else _BYLINE
    length = _length(line)
    worth = _form(line, length)
    if is_repeated:
        worth += _REPEATED if length >= 8 else _REPEATED_LABEL
    if _is_notice(line):
        worth += _NOTICE
    if line.is_long:
        return worth
    if _CUT.search(line.words):
        worth += _CUT_OFF
    if length < 9 and _STAMP.search(line.words):
        worth += _STAMPED
    if length > 5 and line.words[0] in '"“„«「':
        worth += _QUOTATION
    if length > 3 and line.words[0].islower():
        worth += _CONTINUED
    if _LIST_ITEM.match(line.words):
        worth += _ITEM
    return worth


def _form(line: Line, length: int) -> float:
    """Return the worth of the line's length and end."""
    if line.is_long:
        return _LONG
    if line.has_stop or (length >= _NO_LABEL and _is_unspaced(line)):
        if length >= 8:
            return _SENTENCE + min(length, _MOST_WORDS) * _PER_WORD
        return _SHORT_SENTENCE if length >= 4 else _EXCLAMATION
    if length >= 20 and line.small_words * 6 >= length:
        return _OPEN_END + min(length, _MOST_WORDS) * _PER_OPEN_WORD
    if line.words[-1] in ":,;：、":
        return _LEAD_IN
    return _LABEL_WORTH if length > 2 else _WORD_WORTH


def _length(line: Line) -> int:
    """Return the number of words, in scripts without blanks about as many as there would be."""
    if line.is_cjk:
        return len(line.words) // 2
    return len(line.words) // _LETTERS_A_WORD if _is_unspaced(line) else len(line.tokens)


def _is_unspaced(line: Line) -> bool:
    return not line.words.isascii() and len(_UNSPACED.findall(line.words)) * 2 > len(line.words)


def _is_notice(line: Line) -> bool:
    tokens = [token.lower() for token in line.tokens]
    if not words("notices").isdisjoint(tokens):
        return True
    return any(f"{one} {other}" in words("notices") for one, other in pairwise(tokens))


def _barrier(line: Line) -> float:
    """Return what it costs the story to go on beyond the line."""
    if len(line.tokens) > 7 or line.is_long or boxes.is_interruption(line):
        return 0.0
    if boxes.opens_comments(line):
        return _COMMENTS
    return _OTHERS if boxes.opens_other_stories(line) else 0.0


def _among_others(worth: Sequence[float]) -> list[float]:
    """Return the worths again, more for a line among prose and less for one that stands alone."""
    prose = [0, 0, *(one >= _PROSE for one in worth), 0, 0]
    near = (
        before + last + after + later
        for before, last, _, after, later in zip(
            prose, prose[1:], prose[2:], prose[3:], prose[4:], strict=False
        )
    )
    return [
        one * _BESIDE[beside] if one > 0 else one for one, beside in zip(worth, near, strict=True)
    ]


_BEFORE, _IN, _BETWEEN, _AFTER = range(4)


def best_stretch(worth: Sequence[float], barriers: Sequence[float]) -> frozenset[int] | None:
    """Return the indices that are in the best story, None if it is worth too little.

    Viterbi's algorithm over four states: before the story, in it, in a gap of it, after
    it. ``best`` is the greatest sum that ends in each of them.
    """
    never = float("-inf")
    best = (0.0, never, never, never)
    came: list[tuple[int, int, int, int]] = []
    for one, barrier in zip(worth, barriers, strict=True):
        inside = max(
            (best[_BEFORE], _BEFORE),
            (best[_IN] - barrier, _IN),
            (best[_BETWEEN] - barrier, _BETWEEN),
        )
        between = max((best[_IN] - GAP, _IN), (best[_BETWEEN], _BETWEEN))
        after = max((best[_IN], _IN), (best[_AFTER], _AFTER))
        came.append((_BEFORE, inside[1], between[1], after[1]))
        best = (0.0, inside[0] + one, between[0] - barrier, after[0])
    state = _IN if best[_IN] >= best[_AFTER] else _AFTER
    if best[state] < LEAST_STORY:
        return None
    story = []
    for at in range(len(worth) - 1, -1, -1):
        if state == _IN:
            story.append(at)
        state = came[at][state]
    return frozenset(story)

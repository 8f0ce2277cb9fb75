"""The parts of a plain text that are not its story, as marks; the text itself stays whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from casefile.model.article import Furniture
from casefile.model.words import FurnitureKind
from casefile.reading import boxes, signed
from casefile.reading.days import days
from casefile.reading.lines import Line
from casefile.reading.region import story_lines
from casefile.reading.tail import tail_marks

Marks = dict[int, FurnitureKind]
"""The kind of each marked line, by its index; the other lines are story."""

_TOP = 14
"""Lines from the first in which title, byline and time stamp stand."""

_LONGEST_HEAD = 40
"""Lines from the title of a page to its story: share buttons, pictures, summaries."""

_LONGEST_TITLE = 32
_LONGEST_HEADING = 12
"""Words."""

_LONGEST_CJK_TITLE = 80
_LONGEST_CJK_HEADING = 30
"""Characters."""

_NEAR = 3
"""Lines from one line of a story to the next, headings and pictures between them counted."""

_LONG_MENU = 8
"""Labels above a title that are a menu even if no section is known by name."""

_MOST_OTHER_STORIES = 40
_SENTENCE_SIGNS = re.compile(r"[.!:;,。、…]$|^[\"“„«(•*–—-]")


def marks(lines: Sequence[Line], *, language: str | None) -> Marks:
    """Return the kind of every line that is not story.

    A line that may be story is never marked as boilerplate: what is missed shows a
    menu to the reader, what is wrong hides what the source says. Where a line stands
    counts against it only on a whole page, with its menus and boxes.
    """
    found = single_marks(lines)
    stretch = story_lines(lines, found)
    first = min(stretch) if stretch else _first_prose(lines, found)
    if first is None:
        return found
    _mark_head(lines, found, first, start=max(0, first - _LONGEST_HEAD) if stretch else 0)
    _mark_other_stories(lines, found)
    if stretch:
        _mark_outside(lines, found, stretch)
    else:
        _mark_foot(lines, found)
    if language in ("en", None):
        story = [at for at in range(len(lines)) if at not in found]
        found.update(dict.fromkeys(tail_marks(lines, story), FurnitureKind.BOILERPLATE))
    _mark_headings(lines, found)
    return found


def single_marks(lines: Sequence[Line]) -> Marks:
    """Return boxes, menus, captions and credits, which a line shows by itself."""
    found: Marks = {}
    for at, line in enumerate(lines):
        if line.is_long:
            continue
        if boxes.is_box(line) or boxes.is_menu(line):
            found[at] = FurnitureKind.BOILERPLATE
        elif signed.is_desk_credit(line):
            found[at] = FurnitureKind.BYLINE
        elif signed.is_caption(line):
            found[at] = FurnitureKind.CAPTION
        elif signed.credited_agency(line):
            found[at] = FurnitureKind.BYLINE
    return found


def credit_marks(lines: Sequence[Line]) -> Marks:
    """Return bylines, time stamps and captions alone, for a text that holds no menus."""
    found: Marks = {}
    for at, line in enumerate(lines):
        if line.is_long:
            continue
        if signed.is_desk_credit(line) or signed.credited_agency(line) or _is_signature(at, line):
            found[at] = FurnitureKind.BYLINE
        elif signed.is_caption(line):
            found[at] = FurnitureKind.CAPTION
    return found


def _is_signature(at: int, line: Line) -> bool:
    return at < _TOP and (signed.byline(line) is not None or signed.is_stamp(line))


def spans(lines: Sequence[Line], found: Marks) -> tuple[Furniture, ...]:
    """Return the marks as furniture, in order, with the dateline before the first story line."""
    pieces = [Furniture(lines[at].span, kind) for at, kind in found.items()]
    opening = opening_dateline(lines, found)
    if opening is not None:
        pieces.append(Furniture(opening.span, FurnitureKind.DATELINE))
    return tuple(sorted(pieces, key=lambda piece: piece.span))


def opening_dateline(lines: Sequence[Line], found: Marks) -> signed.Dateline | None:
    """Return the dateline of the first story lines, None if none of them opens with one."""
    story = (line for at, line in enumerate(lines) if at not in found)
    for _, line in zip(range(3), story, strict=False):
        opening = signed.dateline(line)
        if opening is not None:
            return opening
    return None


def page_clock(lines: Sequence[Line], found: Marks) -> Line | None:
    """Return the line at the very top that gives the day on which the page was saved."""
    for at, line in enumerate(lines[:3]):
        if found.get(at) is FurnitureKind.BOILERPLATE and signed.is_stamp(line):
            return line
    return None


def _first_prose(lines: Sequence[Line], found: Marks) -> int | None:
    """Return the first story line: prose with more of it near, or else the first prose there is.

    In a long menu a headline or a notice on cookies can look like prose, but stands alone.
    """
    prose = [at for at, line in enumerate(lines) if at not in found and line.is_prose]
    dense = (one for one, other in pairwise(prose) if other - one <= _NEAR)
    return next(dense, prose[0] if prose else None)


def _last_prose(lines: Sequence[Line], found: Marks) -> int:
    """Return the last story line, in the same sense; the text has one."""
    prose = [at for at, line in enumerate(lines) if at not in found and line.is_prose]
    dense = [other for one, other in pairwise(prose) if other - one <= _NEAR]
    return dense[-1] if dense else prose[-1]


def _mark_head(lines: Sequence[Line], found: Marks, first: int, *, start: int) -> None:
    """Mark title, byline and menu among the lines from ``start``, where the head may begin."""
    top = lines[start : first + 1]
    for at in range(start, first):
        if at not in found and boxes.is_breadcrumb(lines[at], top):
            found[at] = FurnitureKind.BOILERPLATE
    for at in range(start, min(len(lines), max(first, _TOP))):
        line = lines[at]
        if at in found or line.is_long:
            continue
        if signed.byline(line) or signed.is_stamp(line):
            found[at] = FurnitureKind.BYLINE
    title = _title(lines, found, start, first)
    if title is not None:
        found[title] = FurnitureKind.TITLE
        _mark_repeats(lines, found, title, first)
        _mark_menu(lines, found, title)
    _mark_page_clock(lines, found, title)


def _title(lines: Sequence[Line], found: Marks, start: int, first: int) -> int | None:
    """Return the line before the story that shares most words with it, the first of equals.

    Where none shares any, as in scripts without blanks, a menu is told by its short lines.
    """
    able = [at for at in range(start, first) if at not in found and _may_be_title(lines[at])]
    if len(able) < 2:
        return able[0] if able else None
    story = [line for line in lines[first : first + 8] if line.is_prose]
    known = {token.lower()[:6] for line in story for token in line.tokens if len(token) > 3}
    best = max(able, key=lambda at: (_shared(lines[at], known), -at))
    boxed = sum(found.get(at) is FurnitureKind.BOILERPLATE for at in range(start, first))
    if not _shared(lines[best], known) and boxed + len(able) >= _LONG_MENU:
        return max(able, key=lambda at: (len(lines[at].words), -at))
    return best


def _shared(line: Line, known: set[str]) -> int:
    return len({token.lower()[:6] for token in line.tokens if len(token) > 3} & known)


def _may_be_title(line: Line) -> bool:
    if line.is_long or line.words.endswith((".", ":", ";", ",", "。", "…")):
        return False
    if line.is_cjk:
        return 4 <= len(line.words) <= _LONGEST_CJK_TITLE
    return 2 <= len(line.tokens) <= _LONGEST_TITLE and not boxes.is_section(line)


def _mark_repeats(lines: Sequence[Line], found: Marks, title: int, first: int) -> None:
    said = boxes.fold(lines[title].words)
    for at in range(first):
        if at not in found and boxes.fold(lines[at].words) == said:
            found[at] = FurnitureKind.TITLE


def _mark_menu(lines: Sequence[Line], found: Marks, title: int) -> None:
    """Mark what stands above the title: names of sections, and any label in a run of them."""
    above = [at for at in range(title) if at not in found]
    labels = [at for at in above if len(lines[at].tokens) <= 4 and not lines[at].has_stop]
    if len(labels) >= _LONG_MENU:
        labels = [at for at in above if not lines[at].is_prose]
    for at in labels:
        if boxes.is_section(lines[at]) or len(labels) >= 3:
            found[at] = FurnitureKind.BOILERPLATE


def _mark_page_clock(lines: Sequence[Line], found: Marks, title: int | None) -> None:
    """Take a full date with its weekday that stands above menu and title for the page's own.

    A time of day or a word such as "published" makes it the article's.
    """
    for at, line in enumerate(lines[:3]):
        if found.get(at) is FurnitureKind.BOILERPLATE and not signed.is_stamp(line):
            continue
        is_above = at < title if title is not None else _is_menu_at(found, at + 1)
        if is_above and _is_bare_day(line):
            found[at] = FurnitureKind.BOILERPLATE
        return


def _is_menu_at(found: Marks, at: int) -> bool:
    return found.get(at) is FurnitureKind.BOILERPLATE


def _is_bare_day(line: Line) -> bool:
    """Tell whether the line is a day with weekday and year, and nothing else."""
    named = next(days(line.words), None)
    if named is None or named.year is None or named.weekday is None:
        return False
    return named.span.end - named.span.start >= len(line.words.rstrip(".")) - 1


def _mark_other_stories(lines: Sequence[Line], found: Marks) -> None:
    """Mark the titles that follow ``Related articles`` and the like, up to the next story line."""
    for at, kind in list(found.items()):
        line = lines[at]
        if kind is not FurnitureKind.BOILERPLATE or len(line.tokens) > 5:
            continue
        if not boxes.opens_other_stories(line):
            continue
        for after in range(at + 1, min(len(lines), at + 1 + _MOST_OTHER_STORIES)):
            if lines[after].is_prose or lines[after].words.endswith((".", "。")):
                break
            if found.get(after) is not FurnitureKind.TITLE:
                found[after] = FurnitureKind.BOILERPLATE


def _mark_foot(lines: Sequence[Line], found: Marks) -> None:
    """Mark what is no sentence below the first box that follows the last story line."""
    last = _last_prose(lines, found)
    below = range(last + 1, len(lines))
    box = next((at for at in below if found.get(at) is FurnitureKind.BOILERPLATE), len(lines))
    for at in range(box + 1, len(lines)):
        if at not in found and not lines[at].has_stop:
            found[at] = FurnitureKind.BOILERPLATE


def _mark_outside(lines: Sequence[Line], found: Marks, stretch: frozenset[int]) -> None:
    """Mark what stands outside the story of a page, but for its title and what is below that."""
    first = min(stretch)
    titles = [at for at, kind in found.items() if kind is FurnitureKind.TITLE and at < first]
    top = max(titles, default=first)
    for at in range(len(lines)):
        if at in stretch or top <= at < first:
            continue
        if found.get(at, FurnitureKind.CAPTION) is FurnitureKind.CAPTION:
            found[at] = FurnitureKind.BOILERPLATE


def _mark_headings(lines: Sequence[Line], found: Marks) -> None:
    story = [at for at in range(len(lines)) if at not in found]
    spaced = sum(lines[at].after_blank for at in story) * 2 > len(story)
    for before, at, after in _threes(story):
        if not (lines[before].is_prose and lines[after].is_prose and _may_be_heading(lines[at])):
            continue
        if lines[at].after_blank or not spaced:
            found[at] = FurnitureKind.HEADING


def _may_be_heading(line: Line) -> bool:
    if line.is_long or _SENTENCE_SIGNS.search(line.words) or line.words[:1].islower():
        return False
    if line.is_cjk:
        return len(line.words) <= _LONGEST_CJK_HEADING
    return 1 <= len(line.tokens) <= _LONGEST_HEADING


def _threes(items: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    return zip(items, items[1:], items[2:], strict=False)

"""Lines that belong to the page and not to any story: boxes, counters, menus, breadcrumbs."""

import re
from collections.abc import Sequence
from functools import cache

from casefile.reading.lexicon import entries, words
from casefile.reading.lines import Line

_LONGEST_BOX = 30
"""Words: a longer line that opens like a box is a sentence; a note on rights may have twice as
many."""

_OTHER_STORIES = re.compile(
    r"related|most|popular|trending|latest|more|recommended|suggested|see also|read (?:also|next)"
    r"|also read|you (?:may|might)|top (?:stories|news)|editor|next up|up next|from our|don't miss"
    r"|promoted|sponsored|around the|featured|in other news"
)
_COUNTER_UNIT = (
    r"(?:comments?|replies|reply|shares?|views?|likes?|reads?|tweets?|retweets?|reactions?|votes?"
    r"|min(?:ute)?s?|secs?|seconds?|hours?|hrs?|h|m|days?|d|weeks?|wks?|w|months?|mths?|mos?|years?"
    r"|yrs?|y|to|of|reading|time|ago|old|listen|watch|words|am|pm|est|less|than|a|about)"
)
_COUNTER = re.compile(
    rf"[\W_]*(?:reading time|read time|updated|posted|published)?[\W_]*"
    rf"(?=[^\n]*\d)(?=[^\n]*[^\W\d_])(?:(?:\d[\d.,]*[km]?|{_COUNTER_UNIT})(?:[\W_]+|\Z))+",
    re.I,
)
_COUNT = re.compile(r"^[\W\d_]+")
_LONGEST_COUNTER = 60
_COPYRIGHT = re.compile(
    r"\W*(?:©|\(c\)\s|copyright\s(?:©|\(c\)|by\s|(?:19|20)\d\d|reserved)|all rights reserved)", re.I
)
_RIGHTS = ("all rights reserved", "todos los derechos reservados")
_SIGN = re.compile(r"[>»›|/·•→]|\s-\s")
_SEPARATOR = re.compile(r"\s*(?:[>»›|/·•→]|\s-\s)\s*")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHORT_CRUMB = 3
"""Words of one step of a breadcrumb."""


def is_box(line: Line) -> bool:
    """Tell whether the line is a button, a label or an invitation of the page."""
    if line.is_long or len(line.tokens) > 2 * _LONGEST_BOX:
        return False
    if line.bare in _boxes("boxes")[0] or is_interruption(line):
        return True
    if _is_copyright(line) or is_counter(line):
        return True
    return len(line.tokens) <= _LONGEST_BOX and _opens_as(line.bare, "boxes")


def opens_other_stories(line: Line) -> bool:
    """Tell whether the box heads a list of other stories, so that titles follow."""
    return bool(_OTHER_STORIES.match(line.bare))


def opens_comments(line: Line) -> bool:
    """Tell whether the line heads the readers' comments, with their number or without."""
    return _opens_as(_COUNT.sub("", line.bare), "comments")


def is_interruption(line: Line) -> bool:
    """Tell whether the line is a box that stands in the midst of stories: an advertisement's."""
    return line.bare in _boxes("interruptions")[0] or _opens_as(line.bare, "interruptions")


def is_counter(line: Line) -> bool:
    """Tell whether the line only counts, as ``3 min read`` and ``12 comments, 4 days ago`` do."""
    return len(line.words) <= _LONGEST_COUNTER and bool(_COUNTER.fullmatch(line.words))


def is_menu(line: Line) -> bool:
    """Tell whether the line is made of names of sections alone, with signs between or without."""
    if len(line.words) > 400:
        return False
    if len(_SIGN.findall(line.words)) >= 2:
        parts = [part for part in _SEPARATOR.split(line.words) if part.strip()]
        if len(parts) >= 3 and len(line.tokens) <= _SHORT_CRUMB * len(parts):
            named = sum(part.strip().lower() in words("sections") for part in parts)
            if named * 2 >= len(parts):
                return True
    if line.has_stop or len(line.tokens) < 3:
        return False
    tokens = [token.lower() for token in line.tokens]
    return _covered(tokens) == len(tokens)


def is_section(line: Line) -> bool:
    """Tell whether the line is the name of one section."""
    return line.bare in words("sections")


def is_breadcrumb(line: Line, others: Sequence[Line]) -> bool:
    """Tell whether the line is a path through the site: ``Home > World > A title``.

    Where a copy has lost the signs, sections and title stand run together: then it is
    one if it ends with another line, or begins with two sections.
    """
    if line.is_long or (line.has_stop and not _repeats(line, others)):
        return False
    steps = [step for step in _SEPARATOR.split(line.words) if step.strip()]
    if len(steps) >= 2 and steps[0].strip().lower() in ("home", "homepage", "front page"):
        return True
    glued = _GLUED.split(line.words[:200])
    before = 0
    for part in glued[:-1]:
        if part.strip().lower() not in words("sections"):
            break
        before += 1
    return before >= 2 or (before == 1 and _repeats(line, others))


def _repeats(line: Line, others: Sequence[Line]) -> bool:
    """Tell whether the line ends with the words of another, after a few of its own."""
    said = fold(line.words)
    return any(
        len(other.tokens) >= 3
        and len(said) > len(fold(other.words))
        and said.endswith(fold(other.words))
        for other in others
        if other.span != line.span
    )


def fold(text: str) -> str:
    """Return only the letters and digits, in small letters, to compare two wordings."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _is_copyright(line: Line) -> bool:
    return bool(_COPYRIGHT.match(line.words)) or any(said in line.bare for said in _RIGHTS)


@cache
def _boxes(name: str) -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Return a lexicon's whole lines, and its openings by their first letter."""
    whole, opens = set(), dict[str, list[str]]()
    for entry in entries(name):
        if entry.endswith(" ..."):
            start = entry.removesuffix(" ...")
            opens.setdefault(start[0], []).append(start)
            whole.add(start)
        else:
            whole.add(entry)
    return frozenset(whole), {first: tuple(starts) for first, starts in opens.items()}


def _opens_as(bare: str, name: str) -> bool:
    """Tell whether the words open as an entry of the lexicon does."""
    return any(
        bare.startswith(start)
        and (not bare[len(start) : len(start) + 1].isalnum() or _glues(start))
        for start in _boxes(name)[1].get(bare[:1], ())
    )


def _glues(start: str) -> bool:
    """Tell whether the opening is in a script that puts no blanks between words."""
    return not start.isascii() and start[-1] > "\u2fff"


def _covered(tokens: Sequence[str]) -> int:
    """Return how many of the words, from the first, are names of sections of one or two words."""
    at = 0
    while at < len(tokens):
        if " ".join(tokens[at : at + 2]) in words("sections"):
            at += 2
        elif tokens[at] in words("sections"):
            at += 1
        else:
            return at
    return min(at, len(tokens))

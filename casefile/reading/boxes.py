"""Lines that belong to the page and not to any story: boxes, counters, menus, breadcrumbs."""

import re
from collections.abc import Sequence
from functools import cache

from casefile.reading.lexicon import entries, words
from casefile.reading.lines import Line

_LONGEST_BOX = 30
"""Words: a longer line that opens like a box is a sentence."""

_OTHER_STORIES = re.compile(
    r"related|most|popular|trending|latest|more|recommended|suggested|see also|read (?:also|next)"
    r"|also read|you (?:may|might)|top (?:stories|news)|editor|next up|up next|from our|don't miss"
    r"|promoted|sponsored|around the|featured|in other news"
)
_LIST_MARK = re.compile(r"^[\s•·▪►▶»>*✓\-–—|#]+")
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
_LONGEST_COUNTER = 60
_COPYRIGHT = re.compile(
    r"\W*(?:©|\(c\)\s|copyright\s(?:©|\(c\)|by\s|(?:19|20)\d\d|reserved)|all rights reserved)", re.I
)
_RIGHTS = re.compile(r"\b(?:all rights reserved|todos los derechos reservados)\b", re.I)
_SEPARATOR = re.compile(r"\s*(?:[>»›|/·•→]|\s-\s)\s*")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHORT_CRUMB = 3
"""Words of one step of a breadcrumb."""


def is_box(line: Line) -> bool:
    """Tell whether the line is a button, a label or an invitation of the page."""
    if line.is_long:
        return False
    bare = _bare(line.words)
    whole, opens = _boxes()
    if bare in whole or _is_copyright(line) or is_counter(line):
        return True
    if len(line.tokens) > _LONGEST_BOX:
        return False
    return any(bare.startswith(start) for start in _openings(bare, opens))


def opens_other_stories(line: Line) -> bool:
    """Tell whether the box heads a list of other stories, so that titles follow."""
    return bool(_OTHER_STORIES.match(_bare(line.words)))


def is_counter(line: Line) -> bool:
    """Tell whether the line only counts, as ``3 min read`` and ``12 comments, 4 days ago`` do."""
    return len(line.words) <= _LONGEST_COUNTER and bool(_COUNTER.fullmatch(line.words))


def is_menu(line: Line) -> bool:
    """Tell whether the line is made of names of sections alone, with signs between or without."""
    if len(line.words) > 400:
        return False
    parts = [part for part in _SEPARATOR.split(line.words) if part.strip()]
    if len(parts) >= 3 and len(line.tokens) <= _SHORT_CRUMB * len(parts):
        named = sum(part.strip().lower() in words("sections") for part in parts)
        if named * 2 >= len(parts):
            return True
    tokens = [token.lower() for token in line.tokens]
    return len(tokens) >= 3 and _covered(tokens) == len(tokens) and not line.has_stop


def is_section(line: Line) -> bool:
    """Tell whether the line is the name of one section."""
    return _bare(line.words) in words("sections")


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


def _bare(text: str) -> str:
    text = _LIST_MARK.sub("", text).replace("’", "'").lower()
    return " ".join(text.split()).rstrip(" !.»>›→…")


def _is_copyright(line: Line) -> bool:
    if len(line.tokens) > 2 * _LONGEST_BOX:
        return False
    return bool(_COPYRIGHT.match(line.words) or _RIGHTS.search(line.words))


@cache
def _boxes() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Return the whole lines, and the openings by their first letter."""
    whole, opens = set(), dict[str, list[str]]()
    for entry in entries("boxes"):
        if entry.endswith(" ..."):
            start = entry.removesuffix(" ...")
            opens.setdefault(start[0], []).append(start)
            whole.add(start)
        else:
            whole.add(entry)
    return frozenset(whole), {first: tuple(starts) for first, starts in opens.items()}


def _openings(bare: str, opens: dict[str, tuple[str, ...]]) -> Sequence[str]:
    found = opens.get(bare[:1], ())
    return [
        start for start in found if not bare[len(start) : len(start) + 1].isalnum() or _glues(start)
    ]


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

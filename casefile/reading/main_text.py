"""Which part of a page is its article: trafilatura's answer, checked against the page's lines."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from copy import deepcopy
from typing import Any

from casefile.reading import boxes, furniture
from casefile.reading.lines import Line, all_lines
from casefile.reading.region import story_lines

_MISSED = 0.6
_AGREED = 0.8
"""Shares of what looks like the story by its lines: a reading that holds less than the one may
have taken another part of the page for it, and one that holds the other share has not."""

_ON_TOPIC = 0.25
"""Share of the longer words of two stretches of one article that they have in common, at the
least: a list of other stories or readers' comments below it have half of it or less."""

_LONGER_WORD = 5
_STEM = 6
"""Letters."""


def main_text(tree: Any, shown: str) -> tuple[Any, bool]:
    """Return trafilatura's document, None where it finds none, and whether the article goes on.

    It is asked for precision, which now and then drops the very article: then the
    lines of the page, read without their tags, tell whether to ask again without, or
    whether it stopped at a box in the midst of the story.
    """
    sentences = _by_lines(shown)
    strict = _document(tree, is_precise=True)
    if _share_held(strict, sentences) >= _MISSED:
        return strict, False
    mild = _document(tree, is_precise=False)
    if _share_held(mild, sentences) >= _AGREED:
        return mild, False
    return strict, _goes_on(strict, sentences)


def _document(tree: Any, *, is_precise: bool) -> Any:
    from trafilatura import bare_extraction

    # Met with pages that nest a thousand deep; the walk over the whole page has no such limit.
    with suppress(RecursionError, ValueError, TypeError, AttributeError):
        return bare_extraction(deepcopy(tree), include_comments=False, favor_precision=is_precise)
    return None


def _by_lines(shown: str) -> tuple[Line, ...]:
    """Return the sentences of the story as the lines alone show it; none if they do not."""
    lines = all_lines(shown)
    story = story_lines(lines, furniture.single_marks(lines)) or frozenset()
    return tuple(lines[at] for at in sorted(story) if lines[at].is_prose)


def _text(document: Any) -> str:
    return boxes.fold(getattr(document, "text", None) or "")


def _share_held(document: Any, sentences: Sequence[Line]) -> float:
    """Return which share of the sentences, by their characters, the document holds."""
    text = _text(document)
    total = sum(len(one.words) for one in sentences)
    held = sum(len(one.words) for one in sentences if boxes.fold(one.words) in text)
    return held / total if total else 1.0


def _goes_on(document: Any, sentences: Sequence[Line]) -> bool:
    """Tell whether the sentences that the document lacks speak of what it speaks of."""
    text = _text(document)
    held = {one.span for one in sentences if boxes.fold(one.words) in text}
    known = _stems(one for one in sentences if one.span in held)
    shares = [
        len(stems & known) / len(stems)
        for one in sentences
        if one.span not in held and (stems := _stems([one]))
    ]
    return bool(known and shares) and sum(shares) / len(shares) >= _ON_TOPIC


def _stems(lines: Iterable[Line]) -> set[str]:
    return {
        token.lower()[:_STEM]
        for line in lines
        for token in line.tokens
        if len(token) >= _LONGER_WORD
    }

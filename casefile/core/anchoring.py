"""Where a passage of a text stands in another version of it; nowhere rather than on a lookalike.

A passage is known by its exact words, by what stands before and after it (the selectors of
W3C Web Annotation), and by its place, as a diff of the two texts tells it. White space does
not count. Words that stand where the diff says need little beside them; words that stand
elsewhere, as of a paragraph that was moved, need the same words or ends of a line on both
sides. Where the passage was edited in place, or another passage of the old text has the
better claim, it stands nowhere.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher

from casefile.core.squeezed import Squeezed, agreeing_after, agreeing_before
from casefile.model.words import Span

CONTEXT = 32
"""Signs on each side by which a passage is known (W3C TextQuoteSelector)."""

_FAR = 4_000
"""Signs on each side by which two claims to one place are told apart."""

_HALF = CONTEXT // 2

_TOLD = 200
"""Signs on each side in the same line that make up what is told, to see whether it was edited."""

_LIKE = 0.75
"""Likeness, of 1, from which what stands beside counts as the same, edited; two sentences of one
report on different matters have about 0.45."""

_EDITED = 0.8
"""Likeness, of 1, from which a stretch counts as the passage with a word changed: one word of
eight letters in a passage of fifty."""

_LEAST = 0.6
"""Share of its length that a passage keeps at least where a word of it is changed."""

_CLAUSE = re.compile(r"[^.!?;:,。！？；：，、]*[.!?;:,。！？；：，、]+|[^.!?;:,。！？；：，、]+")


@dataclass(frozen=True, slots=True)
class _Side:
    """What agrees on one side of a passage, in the old text and in the new."""

    agreeing: int
    """Signs of the same line, at most :data:`CONTEXT`."""
    is_whole: bool
    """Whether all agrees up to the end of the line, or :data:`CONTEXT` signs do."""


class Drift:
    """How the passages of one text stand in another."""

    def __init__(self, old: str, new: str) -> None:
        """Compare two texts; clauses that both have in the same order are aligned."""
        self._old, self._new = Squeezed(old), Squeezed(new)
        self._blocks = _aligned(self._old.signs, self._new.signs)
        self._starts = [block[0] for block in self._blocks]

    def stands(self, span: Span) -> Span | None:
        """Return where the words of a span of the old text stand in the new one, or None.

        What is returned says the same words; only the white space in it may differ. It is
        the better claim: no other passage of the old text fits that place as well.
        """
        start, stop = self._old.number(span.start), self._old.number(span.end)
        words = self._old.signs[start:stop]
        if not words:
            return None
        places = [at for at in self._new.places(words) if self._same_words(span, at, stop - start)]
        here = self._here(start, stop)
        near = [at for at in places if here[0] <= at and at + len(words) <= here[1]]
        right = [at for at in near if self._fits_here(start, stop, at)]
        right = right or [at for at in places if self._fits_elsewhere(start, stop, at)]
        best = self._best(start, stop, right)
        if best is None or self._is_of_another(start, stop, best, here):
            return None
        if not self._has_neighbour(start, stop, best) and self._is_edited(start, stop, best):
            return None
        first, last = self._new.outer(best, best + len(words))
        return Span(first, last)

    def _same_words(self, span: Span, at: int, length: int) -> bool:
        """Tell whether signs are the same words, and whole words where they were."""
        first, last = self._new.outer(at, at + length)
        if self._new.text[first:last].split() != span.of(self._old.text).split():
            return False
        ends = (self._old.number(span.start), at), (self._old.number(span.end), at + length)
        return all(
            self._old.is_within_word(one) == self._new.is_within_word(other) for one, other in ends
        )

    def _gap(self, number: int) -> tuple[int, int, int, int]:
        """Return the old and the new stretch between two blocks, the first of this number."""
        old, new, size = self._blocks[number]
        after = self._blocks[number + 1]
        return old + size, after[0], new + size, after[1]

    def _here(self, start: int, stop: int) -> tuple[int, int]:
        """Return the new stretch in which what stood between two old places has its place."""
        first = self._from_left(bisect_right(self._starts, start) - 1, start)
        return first, self._from_right(bisect_right(self._starts, stop - 1) - 1, stop)

    def _from_left(self, number: int, place: int) -> int:
        """Return the new place of an old one, of a block or behind it, as what is before tells."""
        old, new, size = self._blocks[number]
        if place <= old + size:
            return new + place - old
        before, after, there, end = self._gap(number)
        room = min(after - before, end - there)
        same = agreeing_after(self._old.signs, before, self._new.signs, there, room)
        return there + min(place - before, same)

    def _from_right(self, number: int, place: int) -> int:
        """Return the new place of an old one, of a block or behind it, as what follows tells."""
        old, new, size = self._blocks[number]
        if place <= old + size:
            return new + place - old
        before, after, there, end = self._gap(number)
        room = min(after - before, end - there)
        same = agreeing_before(self._old.signs, after, self._new.signs, end, room)
        return end - min(after - place, same)

    def _beside(self, start: int, stop: int, at: int, limit: int) -> tuple[int, int]:
        """Return how many signs agree before and after the words, here and there."""
        there = at + stop - start
        return (
            agreeing_before(self._old.signs, start, self._new.signs, at, limit),
            agreeing_after(self._old.signs, stop, self._new.signs, there, limit),
        )

    def _before(self, start: int, at: int) -> "_Side":
        agreeing = agreeing_before(self._old.signs, start, self._new.signs, at, CONTEXT)
        room = start - self._old.line(start)[0]
        is_line = agreeing >= room and self._new.is_break(at - room)
        return _Side(min(agreeing, room), is_line or agreeing >= CONTEXT)

    def _after(self, stop: int, there: int) -> "_Side":
        agreeing = agreeing_after(self._old.signs, stop, self._new.signs, there, CONTEXT)
        room = self._old.line(stop)[1] - stop
        is_line = agreeing >= room and self._new.is_break(there + room)
        return _Side(min(agreeing, room), is_line or agreeing >= CONTEXT)

    def _fits_here(self, start: int, stop: int, at: int) -> bool:
        """Tell whether words at the place that is theirs have enough beside them.

        What stood beside may also stand in the same line behind what was inserted.
        """
        there = at + stop - start
        sides = (self._before(start, at), self._after(stop, there))
        if all(side.is_whole for side in sides):
            return True
        is_telling = stop - start >= CONTEXT
        if any(one.is_whole and (is_telling or one.agreeing >= _HALF) for one in sides):
            return True
        edges = self._edges(start, stop, at)
        if any(one.is_whole and one.agreeing >= _HALF for one in edges):
            return True
        crossed = (sides[0], edges[1]), (sides[1], edges[0])
        if any(one.is_whole and edge.is_whole and edge.agreeing for one, edge in crossed):
            return True
        return self._is_like_beside(start, stop, at)

    def _edges(self, start: int, stop: int, at: int) -> tuple[_Side, _Side]:
        """Return what stood beside the words, where it stands behind what was inserted there."""
        there = at + stop - start
        number = max(0, bisect_left(self._starts, start) - 1)
        left = self._from_left(number, start)
        number = bisect_right(self._starts, stop) - 1
        right = self._from_right(number, stop) if stop < len(self._old) else len(self._new)
        none = _Side(0, is_whole=False)
        first, last = self._new.line(at)[0], self._new.line(there)[1]
        return (
            self._before(start, left) if first < left <= at else none,
            self._after(stop, right) if there <= right < last else none,
        )

    def _is_like_beside(self, start: int, stop: int, at: int) -> bool:
        from rapidfuzz.distance import Indel

        there = at + stop - start
        left = min(CONTEXT, start - self._old.line(start)[0])
        right = min(CONTEXT, self._old.line(stop)[1] - stop)
        sides = (
            (self._old.signs[start - left : start], self._new.signs[max(0, at - left) : at]),
            (self._old.signs[stop : stop + right], self._new.signs[there : there + right]),
        )
        return any(
            len(one) >= _HALF and Indel.normalized_similarity(one, other) >= _LIKE
            for one, other in sides
        )

    def _fits_elsewhere(self, start: int, stop: int, at: int) -> bool:
        """Tell whether words at another place have the same on both sides, and enough of it."""
        before, after = self._before(start, at), self._after(stop, at + stop - start)
        enough = before.agreeing + stop - start + after.agreeing >= CONTEXT
        return before.is_whole and after.is_whole and enough

    def _has_neighbour(self, start: int, stop: int, at: int) -> bool:
        """Tell whether the line before or after is the same, too, as far as it tells anything."""
        first, last = self._old.line(start)[0], self._old.line(stop)[1]
        left = start - max(0, self._old.line(max(0, first - 1))[0], first - _TOLD)
        right = min(self._old.line(min(len(self._old), last + 1))[1], last + _TOLD) - stop
        before, after = self._beside(start, stop, at, _FAR)
        ends = (at == before, at + stop - start + after == len(self._new))
        return (before >= left and (first > 0 or ends[0])) or (
            after >= right and (last < len(self._old) or ends[1])
        )

    def _is_edited(self, start: int, stop: int, at: int) -> bool:
        """Tell whether the passage stands elsewhere, too, with a word changed.

        What is said nearly so in the old text already is no sign of an edit.
        """
        from rapidfuzz import fuzz

        first = max(self._old.line(start)[0], start - _TOLD)
        last = min(self._old.line(stop)[1], stop + _TOLD)
        words = self._old.signs[first:last]
        rests = [
            self._new.signs[: max(0, at - (start - first))],
            self._new.signs[at + last - start :],
        ]
        while rests:
            rest = rests.pop()
            if len(rest) < _LEAST * len(words):
                continue
            found = fuzz.partial_ratio_alignment(words, rest, score_cutoff=100 * _EDITED)
            if found is None or found.dest_end - found.dest_start < _LEAST * len(words):
                continue
            if rest[found.dest_start : found.dest_end] not in self._old.signs:
                return True
            rests += [rest[: found.dest_start], rest[found.dest_end :]]
        return False

    def _best(self, start: int, stop: int, places: list[int]) -> int | None:
        """Return the place with the most around it that agrees; None where two have as much."""
        claims = sorted((self._claim(start, stop, at), at) for at in places)
        if len(claims) > 1 and claims[-1][0] == claims[-2][0]:
            return None
        return claims[-1][1] if claims else None

    def _claim(self, start: int, stop: int, at: int) -> tuple[int, int]:
        """Return how well words of the old text fit a place: whole sides, then signs beside."""
        sides = self._before(start, at), self._after(stop, at + stop - start)
        return sum(side.is_whole for side in sides), sum(self._beside(start, stop, at, _FAR))

    def _is_of_another(self, start: int, stop: int, at: int, here: tuple[int, int]) -> bool:
        """Tell whether the same words elsewhere in the old text fit a new place better."""
        mine = self._claim(start, stop, at)
        is_here = here[0] <= at and at + stop - start <= here[1]
        for other in self._old.places(self._old.signs[start:stop]):
            if other == start:
                continue
            theirs = self._claim(other, other + stop - start, at)
            if theirs > mine or (theirs == mine and not is_here):
                return True
        return False


def _aligned(old: str, new: str) -> list[tuple[int, int, int]]:
    """Return what two texts have in common, as (old, new, size) in signs, in order.

    The first block and the last may be empty: they stand for the beginning and the end.
    """
    one, other = _CLAUSE.findall(old), _CLAUSE.findall(new)
    at_one, at_other = _sums(one), _sums(other)
    blocks = [(0, 0, 0)]
    for start, there, size in SequenceMatcher(None, one, other).get_matching_blocks():
        block = (at_one[start], at_other[there], at_one[start + size] - at_one[start])
        if block == blocks[-1]:
            continue
        blocks.append(block)
    return [*blocks, (len(old), len(new), 0)]


def _sums(parts: list[str]) -> list[int]:
    found = [0]
    for part in parts:
        found.append(found[-1] + len(part))
    return found


def found_by(text: str, quote: str, prefix: str, suffix: str) -> Span | None:
    """Return the one place where words stand between the same words, or None.

    For a passage whose old text is not known. White space does not count.
    """
    squeezed = Squeezed(text)
    before, words, after = ("".join(part.split()) for part in (prefix, quote, suffix))
    found = [
        at + len(before)
        for at in squeezed.places(before + words + after)
        if words and (len(before + words + after) >= CONTEXT)
    ]
    spans = [Span(*squeezed.outer(at, at + len(words))) for at in found]
    spans = [span for span in spans if span.of(text).split() == quote.split()]
    return spans[0] if len(spans) == 1 else None


def says(text: str, span: Span, quote: str) -> bool:
    """Tell whether a span of a text says some words, but for their white space."""
    return span.end <= len(text) and span.of(text).split() == quote.split()

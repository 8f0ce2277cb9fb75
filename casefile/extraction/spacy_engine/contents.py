"""What is said, wanted or judged: the words that hang on a word of saying."""

from typing import NamedTuple

from casefile.extraction.rules.words.quotations import is_quoted
from casefile.extraction.spacy_engine.attitudes import forms
from casefile.extraction.spacy_engine.trees import Tree
from casefile.model.words import Span

_NO_SAYING = frozenset("expect hope fear know guess imagine promise predict plan continue".split())
"""Verbs that tell how it was meant to be: "late, as Ruiz had feared" is not Ruiz's word."""

_LEAST_WORDS = 2
"""Words of the shortest clause that is said."""

_LEAST_QUOTED = 16
"""Code points of the shortest quotation that is said, not a word in quotation marks."""


class Reach(NamedTuple):
    """Words from one to another, both included."""

    first: int
    last: int


def clause_said(tree: Tree, at: int) -> Span | None:
    """Return the clause that is said, without "that"; before, behind or around the verb."""
    found = list(tree.of(at, "ccomp"))
    if found:
        kid = max(found, key=lambda one: tree.last[one] - tree.first[one])
        return without_that(tree, kid)
    word = tree.words[at]
    is_as = word.dep == "advcl" and any(tree.words[kid].lower == "as" for kid in tree.kids[at])
    if is_as and forms("clause")[word.lower] in _NO_SAYING:
        return None
    return _around(tree, at) if is_as or word.dep == "parataxis" else None


def tells(tree: Tree, at: int, quoted: tuple[Span, ...]) -> bool:
    """Tell a clause that is said from a bare noun that a parser takes for one."""
    kids = list(tree.of(at, "ccomp"))
    return not kids or any(
        tree.has(kid, "nsubj", "nsubjpass", "csubj", "expl", "aux", "mark")
        or is_quoted(tree.words[kid].start, quoted)
        for kid in kids
    )


def without_that(tree: Tree, kid: int) -> Span:
    """Return the characters of a clause without the "that" it opens with."""
    first, last = tree.first[kid], tree.last[kid]
    if tree.words[first].lower == "that" and tree.words[first].dep == "mark" and first < last:
        first += 1
    return tree.span(first, last)


def _around(tree: Tree, at: int) -> Span | None:
    """Return the larger part of the clause that a saying is put into, before or behind it."""
    head = tree.words[at].head
    first, last = tree.first[head], tree.last[head]
    if tree.words[first].lower == "that" and tree.words[first].dep == "mark":
        first += 1
    return larger(tree, Reach(first, last), Reach(tree.first[at], tree.last[at]))


def larger(tree: Tree, whole: Reach, hole: Reach) -> Span | None:
    """Return the larger part of a stretch around a hole in it; None where it has a word or two."""
    before, behind = hole.first - whole.first, whole.last - hole.last
    if max(before, behind) < _LEAST_WORDS:
        return None
    if before >= behind:
        return tree.span(whole.first, hole.first - 1)
    return tree.span(hole.last + 1, whole.last)


def quotation(tree: Tree, at: int, quoted: tuple[Span, ...]) -> Span | None:
    """Return the longest quotation of the sentence, or what stands behind "said:"."""
    start, end = tree.words[0].start, tree.words[-1].end
    inside = [one for one in quoted if one.start < end and start < one.end]
    longest = max(inside, key=lambda one: one.end - one.start, default=None)
    if longest is not None and longest.end - longest.start >= _LEAST_QUOTED:
        return longest
    if at + 2 < len(tree.words) and tree.words[at + 1].text == ":":
        return tree.span(at + 2, len(tree.words) - 1)
    return None


def directed(tree: Tree, at: int) -> Span | None:
    """Return "Y to go" in "urged Y to go"."""
    for kid in tree.of(at, "ccomp", "xcomp"):
        if kid > at and has_to(tree, kid):
            whom = tree.one(at, "dobj", "dative")
            own = tree.one(kid, "nsubj")
            if own is None and whom is None:
                continue
            first = tree.first[whom] if whom is not None else tree.first[kid]
            return tree.span(min(first, tree.first[kid]), tree.last[kid])
    return None


def has_to(tree: Tree, at: int) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(tree.words[kid].lower == "to" for kid in tree.of(at, "aux"))


def intended(tree: Tree, at: int) -> Span | None:
    """Return "to leave" in "plans to leave"."""
    for kid in tree.of(at, "xcomp"):
        if kid > at:
            return tree.under(kid)
    return None


def behind(tree: Tree, at: int, small: frozenset[str]) -> Span | None:
    """Return what stands behind one of the small words that hang on a word."""
    for kid in tree.of(at, "prep", "prt", "dative", "agent"):
        if kid > at and tree.words[kid].lower in small:
            inner = tree.one(kid, "pobj", "pcomp")
            if inner is None:
                deeper = tree.one(kid, "prep")
                inner = tree.one(deeper, "pobj", "pcomp") if deeper is not None else None
            if inner is not None:
                return tree.under(inner)
    return None


def judged(tree: Tree, at: int) -> Span | None:
    """Return what is judged, with the reason or role behind it."""
    kid = tree.one(at, "dobj", "ccomp")
    if kid is None or kid < at:
        return None
    last = tree.last[kid]
    for more in tree.of(at, "prep", "oprd", "xcomp"):
        if more > kid and (
            tree.words[more].dep != "prep"
            or tree.words[more].lower in ("of", "for", "as", "with", "about", "to", "over")
        ):
            last = max(last, tree.last[more])
    return tree.span(tree.first[kid], last)

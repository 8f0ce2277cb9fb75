"""Words near one that no text has, for "did you mean"."""

from collections.abc import Iterable, Mapping
from typing import TypeGuard

from rapidfuzz import process
from rapidfuzz.distance import OSA

from casefile.search.line import Atom, Query, Shape, Term, parse, render

MOST = 3
"""Words that are offered for one."""


def typos_allowed(word: str) -> int:
    """Return how many letters may be wrong: one in short words, two from six letters on."""
    return 1 if len(word) < 6 else 2


def near(word: str, known: Iterable[tuple[str, int]]) -> list[str]:
    """Return the known words nearest to one, MOST at most; of equally near the commoner first.

    Args:
        word: Folded.
        known: Words, folded, with how many texts hold each.
    """
    counts = {term: count for term, count in known if abs(len(term) - len(word)) <= 2}
    found = process.extract(
        word, list(counts), scorer=OSA.distance, score_cutoff=typos_allowed(word), limit=None
    )
    ranked = sorted((distance, -counts[term], term) for term, distance, _ in found if distance)
    return [term for _, _, term in ranked[:MOST]]


def _stands_alone(atom: Atom) -> TypeGuard[Term]:
    return isinstance(atom, Term) and atom.shape is Shape.FUZZY


def reworded(query: Query, words: Mapping[str, str]) -> str:
    """Return the line with words, folded, replaced by others wherever they stand alone."""
    clauses = tuple(
        tuple(
            Term(words[atom.text.casefold()])
            if _stands_alone(atom) and atom.text.casefold() in words
            else atom
            for atom in clause
        )
        for clause in query.clauses
    )
    return render(parse(render(Query(clauses))))

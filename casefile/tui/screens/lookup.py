"""The search as a reader types it: words, misspelt or not, or the reference of a thing."""

from dataclasses import replace

from casefile.case import Case
from casefile.errors import UnknownRef
from casefile.model.rows import Hit
from casefile.model.words import Ref
from casefile.tui.base.view import Found


def look_up(
    case: Case, query: str, limit: int, *, thorough: bool = False, passages: int | None = None
) -> Found:
    """Return what a search comes to, best first; a reference such as ``entity:12`` is a result.

    See ``casefile.deeds.searching.answer`` for what is thorough, and for the passages.
    """
    answer = case.answer(query, limit=limit, thorough=thorough, passages=passages)
    offers = " or ".join(f"“{line}”" for line in answer.offered)
    offered = (f"No text has these words; try {offers}.",) if offers else ()
    hits = (*_named(case, query), *answer.hits)
    said = (*answer.remarks, *offered)
    is_whole = passages is None or all(hit.kind != "text" for hit in answer.hits[passages:])
    return Found(query, hits, said=said, is_hurried=answer.is_hurried, is_whole=is_whole)


def completed(case: Case, found: Found) -> Found:
    """Return what a search came to, with the passages that were out of sight."""
    return replace(found, hits=tuple(case.with_passages(found.query, found.hits)), is_whole=True)


def _named(case: Case, query: str) -> tuple[Hit, ...]:
    try:
        ref = Ref.parse(query)
        label = case.label(ref)
    except UnknownRef:
        return ()
    return (Hit(ref, ref.kind.value, label, str(ref), 100.0),)

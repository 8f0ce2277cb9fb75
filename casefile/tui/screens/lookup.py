"""The search as a reader types it: words, misspelt or not, or the reference of a thing."""

from casefile.case import Case
from casefile.errors import UnknownRef
from casefile.model.rows import Hit
from casefile.model.words import Ref
from casefile.tui.base.view import Found


def look_up(case: Case, query: str, limit: int) -> Found:
    """Return what a search comes to, best first; a reference such as ``entity:12`` is a result."""
    answer = case.answer(query, limit=limit)
    offers = " or ".join(f"“{line}”" for line in answer.offered)
    offered = (f"No text has these words; try {offers}.",) if offers else ()
    hits = (*_named(case, query), *answer.hits)
    return Found(query, hits, said=(*answer.remarks, *offered))


def _named(case: Case, query: str) -> tuple[Hit, ...]:
    try:
        ref = Ref.parse(query)
        label = case.label(ref)
    except UnknownRef:
        return ()
    return (Hit(ref, ref.kind.value, label, str(ref), 100.0),)

"""The search as a reader types it: words, misspelt or not, or the reference of a thing."""

from casefile.case import Case
from casefile.errors import UnknownRef
from casefile.model.rows import Hit
from casefile.model.words import Ref


def look_up(case: Case, query: str, limit: int) -> tuple[Hit, ...]:
    """Return the results of a search, best first; a reference such as ``entity:12`` is one."""
    return (*_named(case, query), *case.search(query, limit=limit))


def _named(case: Case, query: str) -> tuple[Hit, ...]:
    try:
        ref = Ref.parse(query)
        label = case.label(ref)
    except UnknownRef:
        return ()
    return (Hit(ref, ref.kind.value, label, str(ref), 100.0),)

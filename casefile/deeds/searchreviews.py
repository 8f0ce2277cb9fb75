"""The filters by what the reader says of things: tag, status, grade, sensitivity."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from casefile.core.folding import fold
from casefile.model.review import GRADES, Status
from casefile.model.words import Kind, Ref
from casefile.search.line import Filter, Key
from casefile.store.reviews import assessed, tagged, tags
from casefile.store.store import Store

OWN = (Key.TAG, Key.STATUS, Key.GRADE, Key.SENSITIVE)

_REVIEWED = (Kind.ENTITY, Kind.EVENT, Kind.FACT)
"""What has a status."""

_MOST_VALUES = 16
"""Values of one filter that are looked at."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a filter by the reader's word lets through."""

    refs: set[Ref]
    kinds: tuple[Kind, ...] = tuple(Kind)
    is_rest: bool = False
    """Whether it lets through all of these kinds but the refs."""
    is_negated: bool = False

    def holds(self, ref: Ref) -> bool:
        """Tell whether the filter fits a thing, before it is negated."""
        return ref.kind in self.kinds and (ref in self.refs) != self.is_rest

    def only(self, kind: Kind) -> set[int] | None:
        """Return the only things of a kind that can pass; None where that is no short list."""
        if self.is_rest or self.is_negated or kind not in self.kinds:
            return None
        return {ref.id for ref in self.refs if ref.kind is kind}


def said_so(store: Store, one: Filter) -> Said:
    """Return what a filter of :data:`OWN` lets through; a note, for what it is on, is no part."""
    return replace(_said(store, one), is_negated=one.negated)


def is_short_list(one: Filter) -> bool:
    """Tell whether a filter asks for what the reader said something of, not for all the rest."""
    if one.key is Key.STATUS:
        return Status.UNREVIEWED not in _statuses(one.value)
    return one.key in OWN


def told_of(store: Store, one: Filter) -> list[str]:
    """Return what a reader should know of such a filter, a sentence each."""
    if one.key is Key.TAG and not _tags_begun(store, one.value):
        return [f"No tag of this case begins with {one.value!r}."]
    if one.key is Key.STATUS and not _statuses(one.value):
        return [f"status: takes {', '.join(Status)}; {one.value!r} begins none."]
    if one.key is Key.GRADE and not _grades(one.value):
        return ["grade: takes A to F, of sources, and 1 to 6, of facts."]
    return []


def values(value: str) -> Iterator[str]:
    """Yield what stands between commas, as far as it holds a letter: the first _MOST_VALUES."""
    return islice((one.strip() for one in value.split(",") if fold(one)), _MOST_VALUES)


def _said(store: Store, one: Filter) -> Said:
    if one.key is Key.TAG:
        return Said(tagged(store, _tags_begun(store, one.value)))
    if one.key is Key.SENSITIVE:
        is_no = any("no".startswith(each.lower()) for each in values(one.value))
        return Said(set(assessed(store, "sensitive")), is_rest=is_no)
    if one.key is Key.GRADE:
        grades = _grades(one.value)
        graded = assessed(store, "grade").items()
        return Said({ref for ref, grade in graded if grade in grades}, (Kind.SOURCE, Kind.FACT))
    said, wanted = assessed(store, "status").items(), _statuses(one.value)
    if Status.UNREVIEWED in wanted:
        return Said({ref for ref, status in said if status not in wanted}, _REVIEWED, is_rest=True)
    return Said({ref for ref, status in said if status in wanted}, _REVIEWED)


def _tags_begun(store: Store, value: str) -> list[str]:
    wanted = tuple(fold(one) for one in values(value))
    return [name for name, _ in tags(store) if fold(name).startswith(wanted)]


def _statuses(value: str) -> set[str]:
    wanted = tuple(one.lower() for one in values(value))
    return {status for status in Status if status.startswith(wanted)}


def _grades(value: str) -> set[str]:
    return {one.upper() for one in values(value)} & GRADES.keys()

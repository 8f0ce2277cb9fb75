"""Remove a source with all that hangs on it, and restore it: decisions like any other."""

from collections.abc import Mapping
from dataclasses import dataclass

from casefile.core.nouns import count_of
from casefile.deeds.following import follow
from casefile.deeds.refreshing import settle
from casefile.errors import UnknownRef
from casefile.model.kept import Removal
from casefile.model.words import Kind, Ref
from casefile.store import log
from casefile.store.hand import HandRow, swap
from casefile.store.removals import removals, taken_with
from casefile.store.sources import no_source, source_rows
from casefile.store.store import Store

REMOVED = "source removed"
RESTORED = "source restored"


@dataclass(frozen=True, slots=True)
class Removed:
    """What the removal of a source takes out of view, or what its return brings back."""

    ref: Ref
    label: str
    counts: Mapping[str, int]
    """``mentions``, ``facts``, ``entities``, ``events``, ``notes``: what comes or goes; of
    entities and events those that no other source tells."""
    remarks: tuple[str, ...] = ()

    def __str__(self) -> str:
        named = {
            "mentions": "mention", "facts": "fact", "notes": "note", "entities": "entity",
            "events": "event",
        }  # fmt: skip
        counts = {what: count for what, count in self.counts.items() if count}
        told = [count_of(counts[what], one, what) for what, one in named.items() if what in counts]
        return ", ".join(told) or "nothing else"


def effect(store: Store, ref: Ref) -> Removed:
    """Return what :func:`remove` would take out of view, and change nothing.

    Raises:
        UnknownRef: There is no such source, or it is removed already.
    """
    if ref.kind is not Kind.SOURCE:
        raise UnknownRef(f"{ref} is not a source.")
    rows = source_rows(store, [ref.id])
    if not rows:
        raise no_source(store, ref.id)
    return Removed(ref, rows[0].title, taken_with(store, ref.id).counts)


def remove(store: Store, ref: Ref, *, reason: str = "", by: str, now: str) -> Removed:
    """Take a source out of the case with all that hangs on it; nothing of it is lost.

    Args:
        store: Open for writing.
        ref: The source.
        reason: Why, in the reader's words; may be empty.
        by: Who says so.
        now: UTC, ISO 8601.

    Raises:
        UnknownRef: There is no such source, or it is removed already.
    """
    with store.write():
        done = effect(store, ref)
        reason = " ".join(reason.split())
        row = {"source_id": ref.id, "reason": reason, "made_by": by, "made_at": now}
        put: list[HandRow] = [{"table": "removed_source", **row}]
        sources, remarks = _decide(store, REMOVED, ref, [], put, by, now)
    remarks += settle(store, sources, now=now)
    return Removed(ref, done.label, done.counts, tuple(remarks))


def restore(store: Store, ref: Ref, *, by: str, now: str) -> Removed:
    """Bring a removed source back with all that hung on it.

    Raises:
        UnknownRef: There is no such source, or it is not removed.
    """
    with store.write():
        one = _removal(store, ref)
        row = {"source_id": one.id, "reason": one.reason}
        row |= {"made_by": one.made_by, "made_at": one.made_at}
        gone: list[HandRow] = [{"table": "removed_source", **row}]
        sources, remarks = _decide(store, RESTORED, ref, gone, [], by, now)
    remarks += settle(store, sources, now=now)
    counts = taken_with(store, ref.id).counts
    return Removed(ref, one.label, counts, tuple(remarks))


def _removal(store: Store, ref: Ref) -> Removal:
    found = [one for one in removals(store) if one.ref == ref]
    if not found:
        if ref.kind is Kind.SOURCE and source_rows(store, [ref.id]):
            raise UnknownRef(f"{ref} is not removed: there is nothing to restore.")
        raise UnknownRef(f"This case has no removed {ref}: 'casefile removed' lists what it has.")
    return found[0]


def _decide(
    store: Store, deed: str, ref: Ref, gone: list[HandRow], put: list[HandRow], by: str, now: str
) -> tuple[set[int], list[str]]:
    swap(store, gone, put)
    log.record(store, deed, ref, before=gone, after=put, by=by, now=now)
    return follow(store, [*gone, *put])

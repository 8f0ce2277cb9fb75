"""Remove sources with all that hangs on them, and restore them: decisions like any other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from casefile.core.nouns import count_of
from casefile.deeds.correcting import LONGEST, TooLong
from casefile.deeds.following import follow
from casefile.deeds.going import Going, written
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
    """What the removal of sources takes out of view, or what their return brings back."""

    refs: tuple[Ref, ...]
    label: str
    """The title; of several sources how many they are."""
    counts: Mapping[str, int]
    """``mentions``, ``facts``, ``entities``, ``events``, ``notes``: what comes or goes; of
    entities and events those that no other source tells."""
    yours: tuple[Going, ...] = ()
    """What readers wrote that goes."""
    remarks: tuple[str, ...] = ()

    def __str__(self) -> str:
        named = {
            "mentions": "mention", "facts": "fact", "notes": "note", "entities": "entity",
            "events": "event",
        }  # fmt: skip
        counts = {what: count for what, count in self.counts.items() if count}
        told = [count_of(counts[what], one, what) for what, one in named.items() if what in counts]
        return ", ".join(told) or "nothing else"


def effect(store: Store, refs: Sequence[Ref]) -> Removed:
    """Return what :func:`remove` would take out of view, and change nothing.

    Raises:
        UnknownRef: One is no source, or is removed already.
    """
    wanted = tuple(dict.fromkeys(refs))
    titles = [_title(store, ref) for ref in wanted]
    ids = [ref.id for ref in wanted]
    taken = taken_with(store, ids)
    return Removed(wanted, _label(titles), taken.counts, written(store, ids, taken))


def remove(store: Store, refs: Sequence[Ref], *, reason: str = "", by: str, now: str) -> Removed:
    """Take sources out of the case with all that hangs on them; nothing of it is lost.

    It is one decision: undo brings all of them back.

    Args:
        store: Open for writing.
        refs: The sources; at least one.
        reason: Why, in the reader's words; may be empty.
        by: Who says so.
        now: UTC, ISO 8601.

    Raises:
        UnknownRef: One is no source, or is removed already; nothing is changed.
        TooLong: The reason is beyond all measure; nothing is changed.
    """
    why = " ".join(reason.split())
    if len(why) > LONGEST:
        raise TooLong(f"A reason has at most {LONGEST:,} characters: write a note.")
    with store.write():
        done = effect(store, refs)
        signed = {"reason": why, "made_by": by, "made_at": now}
        put: list[HandRow] = [
            {"table": "removed_source", "source_id": ref.id, **signed} for ref in done.refs
        ]
        sources, remarks = _decide(store, REMOVED, done.refs[0], [], put, by, now)
    remarks += settle(store, sources, now=now)
    return replace(done, remarks=tuple(remarks))


def restore(store: Store, refs: Sequence[Ref], *, by: str, now: str) -> Removed:
    """Bring removed sources back with all that hung on them, as one decision.

    Raises:
        UnknownRef: One is no source, or is not removed; nothing is changed.
    """
    wanted = tuple(dict.fromkeys(refs))
    with store.write():
        gone: list[HandRow] = []
        titles = []
        for one in (_removal(store, ref) for ref in wanted):
            row = {"source_id": one.id, "reason": one.reason}
            row |= {"made_by": one.made_by, "made_at": one.made_at}
            gone.append({"table": "removed_source", **row})
            titles.append(one.label)
        sources, remarks = _decide(store, RESTORED, wanted[0], gone, [], by, now)
    remarks += settle(store, sources, now=now)
    counts = taken_with(store, [ref.id for ref in wanted]).counts
    return Removed(wanted, _label(titles), counts, remarks=tuple(remarks))


def _title(store: Store, ref: Ref) -> str:
    if ref.kind is not Kind.SOURCE:
        raise UnknownRef(f"{ref} is not a source.")
    for row in source_rows(store, [ref.id]):
        return row.title
    raise no_source(store, ref.id)


def _label(titles: Sequence[str]) -> str:
    return titles[0] if len(titles) == 1 else count_of(len(titles), "source")


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

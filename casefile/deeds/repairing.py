"""Mend a damaged case: make anew what follows from rows that are kept.

What a reader wrote and what engines found is never touched: only indexes, clusters, counts and
bounds of dates, which are made of these.
"""

from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from casefile.core.edtf import bounds, is_valid
from casefile.deeds.checking import check, names_wanted
from casefile.deeds.geography import Geography
from casefile.deeds.refreshing import link_all
from casefile.deeds.telling import tell_entities, tell_events
from casefile.errors import DamagedCase
from casefile.model.kept import Damage
from casefile.search.features import of_name
from casefile.store.clusters import event_accounts
from casefile.store.copying import copy_beside, unused
from casefile.store.fulltext import index_anew
from casefile.store.index import name_all_anew
from casefile.store.judgements import recluster
from casefile.store.salvaging import take_over
from casefile.store.store import Store


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did."""

    backup: Path | None
    """The case as it was before; None where there was nothing to do."""
    mended: tuple[Damage, ...]
    left: tuple[Damage, ...]
    """What cannot be made anew of what is kept."""
    saved: Path | None = None
    """A new file with all that could be read, where the case itself could not be mended."""
    unread: tuple[str, ...] = ()
    """Tables of which that file does not have all rows."""


def repair(store: Store, *, now: str) -> Repaired:
    """Make anew what follows from the rows that are kept, after a copy was made.

    Sources that wait for it are linked; ``now`` (UTC, ISO 8601) is for the judgements.

    Where SQLite cannot write the file any more it stays as it is, and what can be read goes
    into a new one.

    Raises:
        CannotWrite: There is no room for the copy; nothing was changed.
    """
    before = check(store)
    if not before:
        return Repaired(None, (), ())
    backup = copy_beside(store, "before-repair")
    try:
        with store.write():
            _make_anew(store)
    except DamagedCase:
        return _saved(store, backup, before)
    link_all(store, (), None, now=now)
    left = check(store)
    there = {damage.what for damage in left}
    return Repaired(backup, tuple(one for one in before if one.what not in there), tuple(left))


def _saved(store: Store, backup: Path, before: Sequence[Damage]) -> Repaired:
    path = unused(store.path, "saved")
    with closing(Store(path, create=True)) as new:
        unread = take_over(store, new)
        with suppress(DamagedCase, LookupError), new.write():
            _make_anew(new)
        left = check(new)
    there = {damage.what for damage in left}
    mended = tuple(one for one in before if one.what not in there) if not unread else ()
    return Repaired(backup, mended, tuple(left), path, tuple(unread))


def _make_anew(store: Store) -> None:
    store.index_anew()
    store.run("set_characters")
    for row in store.rows("stored_dates"):
        if is_valid(row["edtf"]):
            days = [day.isoformat() if day else None for day in bounds(row["edtf"])]
            if days != [row["earliest"], row["latest"]]:
                store.run(_DAYS[row["what"]], id=row["id"], earliest=days[0], latest=days[1])
    clusters = _clusters(store, "entity")
    tell_entities(store, clusters)
    events = event_accounts(store, _clusters(store, "event"))
    tell_events(store, events, Geography(store, clusters))
    index_anew(store)
    name_all_anew(store, names_wanted(store, clusters), of_name)


_DAYS = {"source": "set_source_days", "event": "set_event_days"}
"""By what has a date, what writes down the days that bound it."""


def _clusters(store: Store, kind: str) -> set[int]:
    ids: Sequence[int] = [row["id"] for row in store.rows("all_accounts") if row["kind"] == kind]
    return recluster(store, kind, ids)

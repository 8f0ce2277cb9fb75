"""What follows from a decision on rows of the reader's own tables, made or taken back."""

import json
from collections.abc import Iterable

from casefile.deeds.refreshing import link_all, reread
from casefile.deeds.telling import retell
from casefile.model.words import Kind, Ref, SourceId
from casefile.store.clusters import sources_of_accounts
from casefile.store.hand import HandRow
from casefile.store.rejections import sources_with, stands, withdraw
from casefile.store.store import Store


def follow(store: Store, rows: Iterable[HandRow]) -> tuple[set[int], list[str]]:
    """Make what hangs on rows that came or went fit them, inside ``write()``.

    Returns:
        The sources that linking has to see, and what could not follow, a sentence each.
    """
    sources: set[int] = set()
    again: set[int] = set()
    restated: set[Ref] = set()
    for row in rows:
        if row["table"] == "correction":
            restated.add(Ref(Kind(row["target_kind"]), row["target_id"]))
        elif row["table"] == "judgement":
            pair = (row["left_id"], row["right_id"])
            sources |= sources_of_accounts(store, Kind(row["kind"]), pair)
        elif row["table"] == "rejected_mention" and stands(store, row):
            sources |= withdraw(store, row)
        elif row["table"] == "rejected_mention":
            again |= set(sources_with(store, row))
    if restated:
        retell(store, restated)
    remarks = [reread(store, SourceId(source)) for source in sorted(again)]
    store.run("unlink_sources", ids=json.dumps(sorted(sources)))
    return sources | again, [remark for remark in remarks if remark]


def settle(store: Store, sources: Iterable[int], *, now: str) -> list[str]:
    """Link what followed; return what could not follow, a sentence each."""
    waiting = sorted(sources)
    return link_all(store, waiting, None, now=now) if waiting else []

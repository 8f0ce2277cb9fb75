"""When the events of a case were, all together."""

import json
from collections.abc import Iterable
from datetime import date

from casefile.model.looks import EventCount
from casefile.model.words import Kind, Ref
from casefile.store.store import Store

UNITS = {"day": 10, "month": 7, "year": 4, "decade": 3}
"""Units by which events are counted, and how many characters of an ISO day name one."""

_DECADE = 3


def event_extent(store: Store, ids: Iterable[int] | None = None) -> tuple[date, date] | None:
    """Return the first and the last day of all events, or of some; None where none has a day."""
    row = store.one("event_extent", ids=_packed(ids))
    if row is None or row["first"] is None:
        return None
    return date.fromisoformat(row["first"]), date.fromisoformat(row["last"])


def event_counts(store: Store, unit: str, ids: Iterable[int] | None = None) -> list[EventCount]:
    """Return how many events there are by unit, earliest first; of all events, or of some.

    Each event is counted once, in the smallest unit that holds all the days it may have been
    on: one of "May 2016" in that month, one of "2016" in that year. Units without events are
    left out; what no decade holds comes last but one, what has no day at all last.

    Args:
        store: The case.
        unit: The finest to count by: one of :data:`UNITS`.
        ids: Events (clusters); None for all.
    """
    rows = store.rows("event_counts", ids=_packed(ids), finest=UNITS[unit])
    return [
        EventCount(
            f"{row['unit']}X" if len(row["unit"]) == _DECADE else row["unit"],
            row["events"],
            Ref(Kind.EVENT, row["id"]),
        )
        for row in rows
    ]


def _packed(ids: Iterable[int] | None) -> str | None:
    return None if ids is None else json.dumps(list(ids))

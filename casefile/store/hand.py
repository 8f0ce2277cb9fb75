"""The rows that a reader's decisions put and take away, whatever table they lie in.

A decision on such rows is two lists of them: what stood and what stands. To carry it out
is to take the ones away and put the others, so to undo it is the same the other way round.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casefile.store.store import Store

HandRow = Mapping[str, Any]
"""A row with the name of its table in ``table``."""


@dataclass(frozen=True, slots=True)
class _Table:
    """How rows of one table come and go."""

    put: str
    """The query that puts one; its values are all columns."""
    drop: str
    """The query that takes one away."""
    key: tuple[str, ...]
    """The columns by which it is known."""


_THING = ("target_kind", "target_id")

_TABLES = {
    "tag": _Table("put_tag", "drop_tag", (*_THING, "name")),
    "assessment": _Table("put_assessment", "drop_assessment", (*_THING, "field")),
    "question": _Table("put_question", "drop_question", (*_THING, "words")),
    "merged_decision": _Table("put_merged_decision", "drop_merged_decision", ("key",)),
    "saved_search": _Table("put_named_search", "delete_search", ("name",)),
    "judgement": _Table(
        "put_judgement", "drop_judgement", ("kind", "left_id", "right_id", "made_by")
    ),
    "correction": _Table("put_correction", "drop_correction", (*_THING, "field", "value")),
    "made": _Table("put_made", "drop_made", ("source_id", "start", "stop", "kind", "ordinal")),
    "stated_participant": _Table(
        "put_stated_participant", "drop_stated_participant", ("event_id", "entity_id")
    ),
    "stated_fact": _Table("put_stated_fact", "drop_stated_fact", ("fact_id", "field")),
    "rejected_mention": _Table(
        "put_rejected_mention", "drop_rejected_mention", ("source_id", "start", "stop", "form")
    ),
}


def swap(store: Store, gone: Iterable[HandRow], put: Iterable[HandRow]) -> None:
    """Take some rows away, then put others, inside ``write()``."""
    for row in gone:
        table = _TABLES[row["table"]]
        store.run(table.drop, **{name: row[name] for name in table.key})
    for row in put:
        columns = {name: value for name, value in row.items() if name != "table"}
        store.run(_TABLES[row["table"]].put, **columns)

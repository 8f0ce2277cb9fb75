"""The rows that a reader's decisions put and take away, whatever table they lie in.

A decision on such rows is two lists of them: what stood and what stands. To carry it out
is to take the ones away and put the others, so to undo it is the same the other way round.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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
    otherwise: Mapping[str, Any] = field(default_factory=dict)
    """The columns that a row may leave out, with what they then are."""


_THING = ("target_kind", "target_id")

_TABLES = {
    "tag": _Table("put_tag", "drop_tag", (*_THING, "name")),
    "assessment": _Table("put_assessment", "drop_assessment", (*_THING, "field")),
    "question": _Table("put_question", "drop_question", (*_THING, "words"), {"version": ""}),
    "merged_decision": _Table("put_merged_decision", "drop_merged_decision", ("key",)),
    "saved_search": _Table("put_named_search", "delete_search", ("name",)),
    "judgement": _Table(
        "put_judgement", "drop_judgement", ("kind", "left_id", "right_id", "made_by")
    ),
    "correction": _Table("put_correction", "drop_correction", (*_THING, "field", "value")),
    "made": _Table(
        "put_made",
        "drop_made",
        ("source_id", "start", "stop", "kind", "ordinal", "version"),
        {"version": ""},
    ),
    "stated_participant": _Table(
        "put_stated_participant", "drop_stated_participant", ("event_id", "entity_id")
    ),
    "stated_fact": _Table("put_stated_fact", "drop_stated_fact", ("fact_id", "field")),
    "rejected_mention": _Table(
        "put_rejected_mention",
        "drop_rejected_mention",
        ("source_id", "start", "stop", "form", "version"),
        {"version": ""},
    ),
    "relabelled": _Table(
        "put_relabelled",
        "drop_relabelled",
        ("source_id", "start", "stop", "version"),
        {"version": ""},
    ),
    "source_version": _Table(
        "put_source_version",
        "drop_source_version",
        ("source_id", "sha256"),
        {"text": None, "article": None},
    ),
    "removed_source": _Table("put_removed_source", "drop_removed_source", ("source_id",)),
}


def swap(store: Store, gone: Iterable[HandRow], put: Iterable[HandRow]) -> None:
    """Take some rows away, then put others, inside ``write()``."""
    for row in gone:
        table = _TABLES[row["table"]]
        columns = {**table.otherwise, **row}
        store.run(table.drop, **{name: columns[name] for name in table.key})
    for row in put:
        table = _TABLES[row["table"]]
        columns = {name: value for name, value in row.items() if name != "table"}
        store.run(table.put, **{**table.otherwise, **columns})


def row_key(row: HandRow) -> tuple[Any, ...]:
    """Return what a row is known by: of two rows with the same one stands at most."""
    table = _TABLES[row["table"]]
    columns = {**table.otherwise, **row}
    return (row["table"], *(columns[name] for name in table.key))


def hand_row(table: str, columns: dict[str, Any]) -> dict[str, Any]:
    """Return a row as a decision has it: the first version of a source goes without saying."""
    if not columns.get("version", True):
        del columns["version"]
    return {"table": table, **columns}

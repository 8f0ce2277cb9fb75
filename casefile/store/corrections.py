"""What the reader put right of entities and events; it stands over what sources tell."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casefile.core.edtf import bounds
from casefile.model.words import Kind, PartialDate
from casefile.store.dates import date_columns
from casefile.store.store import Row, Store


@dataclass(frozen=True, slots=True)
class Corrections:
    """What was put right of one cluster."""

    rows: tuple[Row, ...]
    """All rows, of one field the last said first."""

    def said(self, field: str) -> Row | None:
        """Return what was last said of a field, or None."""
        return next((row for row in self.rows if row["field"] == field), None)

    @property
    def aliases(self) -> tuple[str, ...]:
        """The names that the reader entered, in the order of the alphabet."""
        return tuple(sorted({row["value"] for row in self.rows if row["field"] == "alias"}))

    def names(self) -> dict[str, int]:
        """Return the names of an entity to be found by, as ``replace_names`` takes them."""
        name = self.said("name")
        return dict.fromkeys([*([name["value"]] if name else []), *self.aliases], 0)

    def over(self, columns: Mapping[str, Any]) -> dict[str, Any]:
        """Return the columns of a cluster with what was put right in place of what is told."""
        right = dict(columns)
        for field in ("name", "kind", "title", "modality"):
            if row := self.said(field):
                right[field] = row["value"]
        if row := self.said("place"):
            right["place_id"] = row["entity_id"]
        if row := self.said("date"):
            right |= date_columns(_date(row))
        return right


def corrections(store: Store, kind: Kind, clusters: Iterable[int]) -> dict[int, Corrections]:
    """Return what was put right of clusters; those of which nothing was are left out."""
    rows: dict[int, list[Row]] = defaultdict(list)
    for row in store.rows(f"corrections_of_{kind.value}", ids=json.dumps(list(clusters))):
        rows[row["id"]].append(row)
    return {id: Corrections(tuple(said)) for id, said in rows.items()}


def corrected(
    store: Store, kind: Kind, told: Iterable[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """Return the columns of clusters, put right."""
    rows = list(told)
    right = corrections(store, kind, (row["id"] for row in rows))
    return [right[row["id"]].over(row) if row["id"] in right else row for row in rows]


def _date(row: Row) -> PartialDate | None:
    if not row["value"]:
        return None
    return PartialDate(row["wording"] or row["value"], row["value"], *bounds(row["value"]))

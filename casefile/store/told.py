"""What one source tells, row by row: to compare what stands with what another reading gives."""

import json
from collections.abc import Mapping
from typing import Any

from casefile.model.words import Kind, Ref
from casefile.store.store import Store

Told = Mapping[str, Mapping[tuple[int, ...], Mapping[str, Any]]]
"""For each kind of row the rows by what tells them again: an id, or their place in the text.

Their columns are those of the queries ``told_*``, with names for what they link to, not
ids, so that they can be shown and compared; and ``ref`` for what can be gone to.
"""

KINDS = ("entities", "events", "facts", "mentions", "citations")

_REFS = {"entities": Kind.ENTITY, "events": Kind.EVENT, "facts": Kind.FACT}

_JSON = ("participants", "evidence", "about", "attribution")
_BOOLEAN = ("secret", "quoted")


def told_by(store: Store, source: int) -> Told:
    """Return all that the findings of a source amount to."""
    found: dict[str, dict[tuple[int, ...], Mapping[str, Any]]] = {}
    for kind in KINDS:
        found[kind] = {}
        for row in store.rows(f"told_{kind}", source_id=source):
            columns = _read(dict(row))
            key = (row["id"],) if "id" in columns else (row["start"], row["stop"])
            if "id" in columns:
                columns = {"ref": str(Ref(_REFS[kind], columns.pop("id"))), **columns}
            found[kind][key] = columns
    return found


def _read(columns: dict[str, Any]) -> dict[str, Any]:
    """Return the columns as the contract writes them: real lists, truths, and ``end``."""
    told = {}
    for name, value in columns.items():
        if name in _JSON:
            value = json.loads(value)
        elif name in _BOOLEAN:
            value = bool(value)
        told["end" if name == "stop" else name] = value
    return told

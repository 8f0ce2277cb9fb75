"""What many decisions amount to, whoever made them and in whatever order they came together.

A told decision is a JSON object without ids: ``seq`` (its number in the log where it was
made), ``deed``, ``by``, ``at``, and one of: ``of``, the key of what it undoes or makes again;
``gone`` and ``put``, rows of the reader's own tables; ``columns`` with ``note`` or
``source``. The state is a function of the set of them: it does not matter in which order
they come, or whether one comes twice.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Told = Mapping[str, Any]

KEYS: Mapping[str, tuple[str, ...]] = {
    "tag": ("target", "name"),
    "assessment": ("target", "field"),
    "correction": ("target", "field", "value"),
    "rejected_mention": ("source", "start", "stop", "form"),
    "judgement": ("left", "right", "made_by"),
    "saved_search": ("name",),
    "source_version": ("source", "sha256"),
}
"""The reader's own tables, and by which columns a row of each is known."""


@dataclass(slots=True)
class State:
    """What stands when all has been said."""

    rows: dict[str, Told] = field(default_factory=dict)
    """Rows of the reader's own tables, by what each is known by."""
    notes: dict[str, Told] = field(default_factory=dict)
    """The columns of notes, by the key of the decision that added each."""
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The corrected columns of sources, by SHA-256."""


def key_of(told: Told) -> str:
    """Return by what a decision is known in every log."""
    packed = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()


def in_order(decisions: Mapping[str, Told]) -> list[str]:
    """Return the keys of decisions in the order in which they were made."""
    return sorted(decisions, key=lambda key: (decisions[key]["at"], decisions[key]["seq"], key))


def undone(decisions: Mapping[str, Told]) -> set[str]:
    """Return the keys of what was taken back, and not made again since."""
    taken_back: set[str] = set()
    for key in in_order(decisions):
        told = decisions[key]
        if "of" in told:
            (taken_back.add if told["deed"] == "undo" else taken_back.discard)(told["of"])
    return taken_back


def fold(decisions: Mapping[str, Told]) -> State:
    """Return what the decisions that stand amount to; of two that clash the later holds."""
    state, taken_back = State(), undone(decisions)
    for key in in_order(decisions):
        told = decisions[key]
        if key in taken_back or "of" in told:
            continue
        if "put" in told:
            for row in told["gone"]:
                state.rows.pop(known_by(row), None)
            state.rows |= {known_by(row): row for row in told["put"]}
        elif "source" in told:
            known = state.sources.setdefault(told["source"], {})
            given = f"{known.get('given', '')} {told['columns'].get('given', '')}".split()
            known |= {**told["columns"], "given": " ".join(sorted({*given}))}
        elif told["columns"] is None:
            state.notes.pop(told["note"] or key, None)
        else:
            state.notes[told["note"] or key] = told["columns"]
    return state


def known_by(row: Told) -> str:
    """Return by what a row is known; a pair is the same either way round."""
    known = [row[name] for name in KEYS[row["table"]]]
    if row["table"] == "judgement":
        known[:2] = sorted(known[:2], key=json.dumps)
    if "version" in row:
        known.append(row["version"])
    return json.dumps([row["table"], *known], ensure_ascii=False)

"""What many decisions amount to, whoever made them and in whatever order they came together.

The state is a function of the set of told decisions (see ``casefile.core.sight``): it does not
matter in which order they come, or whether one comes twice. Each says of some cells what
stands there. What was said last, in sight of the rest, holds; what was said in no sight of
one another clashes, and then the latest is shown.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casefile.core.folding import fold as folded
from casefile.core.sight import Sight, Told, in_order, undone

KEYS: Mapping[str, tuple[str, ...]] = {
    "tag": ("target", "name"),
    "assessment": ("target", "field"),
    "question": ("target", "words"),
    "correction": ("target", "field", "value"),
    "made": ("source", "start", "stop", "kind", "ordinal"),
    "stated_participant": ("event", "entity"),
    "stated_fact": ("fact", "field"),
    "rejected_mention": ("source", "start", "stop", "form"),
    "judgement": ("left", "right", "made_by"),
    "saved_search": ("name",),
    "source_version": ("source", "sha256"),
    "removed_source": ("source",),
    "relabelled": ("source", "start", "stop"),
}
"""The reader's own tables, and by which columns a row of each is known."""

_PLACED = ("made", "rejected_mention", "relabelled")
"""Tables whose rows are known by their version, too, where that is not the first."""

Cell = tuple[str, ...]
"""What can hold one value: a table, ``note`` or ``source``, and what it is known by there."""


@dataclass(frozen=True, slots=True)
class Write:
    """What one decision says of one cell: a value, or that nothing stands there."""

    key: str
    """Of the decision."""
    value: Told | None


@dataclass(frozen=True, slots=True)
class Said:
    """What the decisions that stand say of every cell."""

    told: Mapping[str, Told]
    """All decisions, by their keys."""
    writes: Mapping[Cell, list[Write]]
    """In order; a later one need not have seen the one before."""
    on: Mapping[tuple[Any, ...], list[Cell]]
    """The cells of what is said of each thing, by its place."""
    sight: Sight
    order: list[str]
    """The keys of all decisions, as :func:`in_order` has them."""

    def last(self, writes: Iterable[Write]) -> list[Write]:
        """Return the writes that no later one was made in sight of: several where they clash."""
        found: list[Write] = []
        for one in writes:
            saw = [old for old in found if old.key != one.key and self.sight.saw(one.key, old.key)]
            found = [old for old in found if old not in saw] + [one]
        return found

    def are_apart(self, one: Write, other: Write) -> bool:
        """Tell whether neither of two was made in sight of the other."""
        return not (self.sight.saw(one.key, other.key) or self.sight.saw(other.key, one.key))

    def touching(self, place: Iterable[Any], gone: Iterable[Write]) -> list[Write]:
        """Return what stands of what was said of a thing, in no sight of what took it away."""
        gone = list(gone)
        return [
            one
            for cell in self.on.get(tuple(place), ())
            for one in self.last(self.writes[cell])
            if one.value is not None and any(self.are_apart(one, other) for other in gone)
        ]

    def keeping(self, place: Iterable[Any], gone: Iterable[Write]) -> list[Cell]:
        """Return the cells for which a thing stays that somebody took away meanwhile.

        What was decided there later, in sight of both, does not take it away again.
        """
        gone = list(gone)
        found = []
        for cell in self.on.get(tuple(place), ()):
            apart = [
                one
                for one in self.writes[cell]
                if any(self.are_apart(one, other) for other in gone)
            ]
            found += [cell] if holding(self.last(apart)) is not None else []
        return found


def holding(writes: Iterable[Write]) -> Told | None:
    """Return what is shown of some values: the latest; nothing only where none is a value.

    So what somebody wrote while another removed it stays, until a reader says otherwise; and
    an answered question what it was, where somebody else asked it again.
    """
    values = [one.value for one in writes if one.value is not None]
    values = [one for one in values if not any(adds(other, one) for other in values)]
    return values[-1] if values else None


def adds(one: Told, other: Told) -> bool:
    """Tell whether a question says all that another says in the same words, and more."""
    if one.get("table") != "question":
        return False
    pairs = [(one[name], other[name]) for name in ("asked_of", "answer", "quote")]
    return all(has == had or not had for has, had in pairs) and any(a != b for a, b in pairs)


_ADDING = ("note added", "entity made", "event made", "fact made")
"""The deeds that bring something on which one can write."""


def said_by(decisions: Mapping[str, Told]) -> Said:
    """Return what the decisions that stand say of each cell."""
    order = in_order(decisions)
    sight = Sight(decisions, order)
    taken_back = undone(decisions, order, sight)
    writes: dict[Cell, list[Write]] = defaultdict(list)
    for key in order:
        of = decisions[key].get("of", "")
        if not of and key not in taken_back:
            for cell, value in _writes(key, decisions[key]).items():
                writes[cell].append(Write(key, value))
        elif key == taken_back.get(of) and decisions[of]["deed"] in _ADDING:
            # Somebody may have written on it meanwhile: to take it back is to delete it.
            for cell, value in _writes(of, decisions[of]).items():
                writes[cell] += [Write(of, value), Write(key, None)]
    on: dict[tuple[Any, ...], list[Cell]] = defaultdict(list)
    for cell, said in writes.items():
        for place in {place for one in said for place in said_of(one.value)}:
            on[place].append(cell)
        if cell[0] == "source":
            on[cell[:2]].append(cell)
    return Said(decisions, writes, on, sight, order)


def said_of(value: Told | None) -> list[tuple[Any, ...]]:
    """Return the places of what a value is said of, or names."""
    if value is None:
        return []
    names = ("target", "left", "right", "event", "entity", "fact", "source")
    told = [value.get(name) for name in names if value.get("table") != "removed_source"]
    places = [tuple(place) for place in (*told, *value.get("things", ())) if place]
    # What is said of a conflict is said of what it is about.
    about = [place[2:] for place in places if place[0] == "conflict" and len(place) > 2]
    return places + about


def _writes(key: str, told: Told) -> dict[Cell, Told | None]:
    if "notes" in told:
        return {("note", one): None for one in told["notes"]}
    if "put" in told:
        said: dict[Cell, Told | None] = {cell_of(row): None for row in told["gone"]}
        return said | {cell_of(row): row for row in told["put"]}
    if "source" in told:
        fields: dict[Cell, dict[str, Any]] = {}
        for name, value in told["columns"].items():
            cell = ("source", told["source"], name.partition("_")[0])
            fields.setdefault(cell, {})[name] = value
        # Why a source is dated so says nothing without the date.
        return {cell: value for cell, value in fields.items() if cell[2] in value}
    return {("note", told["note"] or key): told["columns"]}


def cell_of(row: Told) -> Cell:
    """Return the cell of a row: a pair is the same either way round, a field has one value."""
    names = KEYS[row["table"]]
    if row["table"] == "correction" and row["field"] != "alias":
        names = ("target", "field")
    known = [row[name] for name in names]
    if row["table"] == "judgement":
        known[:2] = sorted(known[:2], key=json.dumps)
    if row["table"] in _PLACED and "version" in row:
        known.append(row["version"])
    return (row["table"], *(json.dumps(one, ensure_ascii=False) for one in known))


@dataclass(slots=True)
class State:
    """What stands when all has been said."""

    rows: dict[Cell, Told] = field(default_factory=dict)
    """Rows of the reader's own tables."""
    notes: dict[str, Told] = field(default_factory=dict)
    """The columns of notes, by the key of the decision that added each."""
    written: dict[str, str] = field(default_factory=dict)
    """By the same keys the decision that wrote each as it is."""
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The corrected columns of sources, by SHA-256."""
    gone: dict[Cell, Told] = field(default_factory=dict)
    """Rows of what was made and taken away, of which something is still said."""


def fold(decisions: Mapping[str, Told]) -> State:
    """Return what the decisions that stand amount to; see :func:`holding` for what clashes."""
    said, state = said_by(decisions), State()
    for cell, writes in said.writes.items():
        value = holding(said.last(writes))
        if cell[0] == "source":
            columns = state.sources.setdefault(cell[1], {})
            columns |= _given(writes) if cell[2] == "given" else value or {}
        elif cell[0] == "note":
            if value is None and said.keeping(cell, said.last(writes)):
                value = holding(writes)
            if value is not None:
                state.notes[cell[1]] = value
                state.written[cell[1]] = next(one.key for one in writes if one.value is value)
        elif value is not None:
            state.rows[cell] = value
    state.rows |= _kept(said, state.rows)
    state.gone = _gone(said, state)
    return state


def _kept(said: Said, rows: Mapping[Cell, Told]) -> dict[Cell, Told]:
    """Return the rows of things that somebody made and took back while others wrote on them.

    With such a thing stays what it is of: a fact keeps its event, an event who took part.
    """
    kept: dict[Cell, Told] = {}
    for cell, row in _taken_away(said, rows):
        place, gone = made_place(row), said.last(said.writes[cell])
        if kept.keys() & said.on.get(place, ()) or said.keeping(place, gone):
            kept[cell] = row
    keys = {one.key for cell in kept for one in said.writes[cell] if one.value is not None}
    for cell, writes in said.writes.items():
        if cell[0] == "judgement" and cell not in rows:
            found = holding(one for one in writes if one.key in keys)
            kept |= {cell: found} if found else {}
    return kept


def _gone(said: Said, state: State) -> dict[Cell, Told]:
    standing = state.rows.keys() | {("note", key) for key in state.notes}
    gone: dict[Cell, Told] = {}
    for cell, row in _taken_away(said, state.rows):
        if any(one in standing or one in gone for one in said.on.get(made_place(row), ())):
            gone[cell] = row
    return gone


def _taken_away(said: Said, rows: Mapping[Cell, Told]) -> list[tuple[Cell, Told]]:
    """Return what was made and does not stand, what is of other things before these."""
    found = [
        (cell, row)
        for cell, writes in said.writes.items()
        if cell[0] == "made" and cell not in rows and (row := holding(writes))
    ]
    return sorted(found, key=lambda one: ("fact", "event", "entity").index(one[1]["kind"]))


def made_place(row: Told) -> tuple[Any, ...]:
    """Return the place of what a row of ``made`` makes, as all places are told."""
    told, version = json.loads(row["told"]), [row["version"]] if "version" in row else []
    sha256 = row["source"][1]
    if row["kind"] == "entity":
        return ("entity", sha256, told["kind"], folded(told["name"]) or told["name"])
    if row["kind"] == "event":
        return ("event", sha256, told["kind"], row["start"], row["ordinal"], *version)
    return ("fact", sha256, row["start"], row["stop"], row["ordinal"], *version)


def _given(writes: Iterable[Write]) -> dict[str, Any]:
    """Return all fields that a reader ever stated: what the machine finds never replaces them."""
    names = " ".join(str(one.value["given"]) for one in writes if one.value is not None)
    return {"given": " ".join(sorted({*names.split()}))}

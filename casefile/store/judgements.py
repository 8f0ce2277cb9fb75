"""Judgements on identity, and the clusters that follow from them.

Ids are never rewritten: an account keeps its id for ever, a judgement says that
two accounts are one, and the cluster is shown under its lowest id. A person's
judgement outranks a machine's on the same pair.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from casefile.model.words import Verdict
from casefile.store.store import Row, Store

MACHINE = "machine:linking"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """A judgement as it is kept."""

    left: int
    right: int
    verdict: Verdict
    reason: str
    by: str
    at: str


def judgements(store: Store) -> list[tuple[str, Judgement]]:
    """Return every judgement with the kind of what it is on."""
    return [(row["kind"], _judgement(row)) for row in store.rows("judgements")]


def human_judgements(store: Store, kind: str, ids: Sequence[int]) -> list[Judgement]:
    """Return what people judged of some accounts."""
    rows = store.rows("judgements_among", kind=kind, ids=json.dumps(list(ids)))
    return [_judgement(row) for row in rows if not row["made_by"].startswith("machine:")]


def replace_machine_judgements(
    store: Store,
    kind: str,
    among: Sequence[int],
    wanted: Iterable[tuple[int, int, Verdict, str]],
    *,
    renewed: Collection[int],
    now: str,
) -> None:
    """Make these the machine's judgements among some accounts, inside ``write()``.

    What stays as it was keeps its date, so that doing it again changes nothing.
    A judgement on a renewed account falls, wherever its other foot stands: the
    account may say something else now.
    """
    rows = store.rows("judgements_among", kind=kind, ids=json.dumps(sorted({*among, *renewed})))
    inside = set(among)
    old = {
        (row["left_id"], row["right_id"], row["judgement"], row["reason"]): row["id"]
        for row in rows
        if row["made_by"] == MACHINE
        and (
            {row["left_id"], row["right_id"]} <= inside
            or row["left_id"] in renewed
            or row["right_id"] in renewed
        )
    }
    new = {(left, right, verdict.value, reason) for left, right, verdict, reason in wanted}
    for key, id in old.items():
        if key not in new:
            _forget(store, store.rows("delete_judgement", id=id))
    store.run_many(
        "insert_judgement",
        (
            {
                "kind": kind,
                "left_id": left,
                "right_id": right,
                "judgement": verdict,
                "reason": reason,
                "made_by": MACHINE,
                "made_at": now,
            }
            for left, right, verdict, reason in sorted(new - old.keys())
        ),
    )


def recluster(store: Store, kind: str, ids: Sequence[int]) -> set[int]:
    """Derive the clusters of some accounts and of all their mates anew, inside ``write()``.

    Returns:
        The clusters that the accounts stand in now.
    """
    _forget(store, store.rows("drop_loose_judgements"))
    mates = store.rows(f"{kind}_mates", ids=json.dumps(list(ids)))
    known = {row["id"]: row["cluster_id"] for row in mates} | dict.fromkeys(ids, 0)
    lead = _components(store, kind, sorted(known))
    changed = [
        {"id": id, "cluster_id": cluster}
        for id, cluster in lead.items()
        if known.get(id) != cluster
    ]
    store.run_many(f"set_{kind}_cluster", changed)
    return set(lead.values())


def moves(store: Store, kind: str, ids: Sequence[int]) -> bool:
    """Tell whether :func:`recluster` would move any account of the clusters of some."""
    rows = store.rows(f"{kind}_mates", ids=json.dumps(list(ids)))
    known = {row["id"]: row["cluster_id"] for row in rows}
    return _components(store, kind, sorted(known)) != known


def forget_machine(store: Store, kind: str, left: int, right: int) -> None:
    """Take back what the machine judged of a pair, inside ``write()``: a person has judged it."""
    for row in store.rows("judgements_among", kind=kind, ids=json.dumps([left])):
        if (row["right_id"], row["made_by"]) == (right, MACHINE):
            _forget(store, store.rows("delete_judgement", id=row["id"]))


def recall_machine(store: Store, kind: str, left: int, right: int) -> None:
    """Be as unsure of a pair as before a person judged it, inside ``write()``.

    So that it is asked about again at once; linking, which follows, has the last word.
    """
    store.run("recall_judgement", kind=kind, left=left, right=right)


def _forget(store: Store, dropped: Sequence[Row]) -> None:
    """Remember when a judgement that is taken back was first made."""
    store.run_many("keep_former_judgement", map(dict, dropped))


def _components(store: Store, kind: str, ids: Sequence[int]) -> Mapping[int, int]:
    """Return for every account the lowest of those it is judged to be one with.

    What people judged to be one is one. A machine's judgement never brings two
    together, by whatever chain, that a person judged to be different.
    """
    lead = {id: id for id in ids}

    def find(id: int) -> int:
        while lead[id] != id:
            lead[id] = lead[lead[id]]
            id = lead[id]
        return id

    rows = store.rows("judgements_among", kind=kind, ids=json.dumps(list(ids)))
    verdicts = {pair: said for pair, said in _verdicts(rows).items() if lead.keys() >= set(pair)}
    apart = [pair for pair, said in verdicts.items() if said == (True, Verdict.DIFFERENT)]
    same = [(not is_human, *pair) for pair, (is_human, said) in verdicts.items() if said == "same"]
    for is_machine, left, right in sorted(same):
        one, other = sorted((find(left), find(right)))
        if is_machine and any({find(a), find(b)} == {one, other} for a, b in apart):
            continue
        lead[other] = one
    return {id: find(id) for id in ids}


def _verdicts(rows: Iterable[Row]) -> dict[tuple[int, int], tuple[bool, str]]:
    """Return for each pair whether a person judged it, and how; a person's word stands."""
    verdicts: dict[tuple[int, int], tuple[bool, str]] = {}
    for row in rows:
        pair = (row["left_id"], row["right_id"])
        is_human = not row["made_by"].startswith("machine:")
        if pair not in verdicts or is_human >= verdicts[pair][0]:
            verdicts[pair] = (is_human, row["judgement"])
    return verdicts


def _judgement(row: Mapping[str, Any]) -> Judgement:
    return Judgement(
        row["left_id"],
        row["right_id"],
        Verdict(row["judgement"]),
        row["reason"],
        row["made_by"],
        row["made_at"],
    )

"""Judge whether two entities, or two events, are one; what is to be judged, and what it would do.

Ids are never rewritten: a judgement is a row, clusters follow from all of them, and one
that is taken back takes with it what hung on it.
"""

from dataclasses import dataclass
from typing import Any

from casefile.deeds.following import follow
from casefile.deeds.refreshing import settle
from casefile.deeds.relinking import relink
from casefile.errors import CasefileError
from casefile.model.words import Kind, Ref, Verdict
from casefile.store import log
from casefile.store.entities import entity_cluster
from casefile.store.events import event_cluster
from casefile.store.hand import swap
from casefile.store.judgements import Judgement, human_judgements
from casefile.store.store import Row, Store

LONGEST_REASON = 1_000
"""Code points of a reason; what needs more is a note."""

KINDS = (Kind.ENTITY, Kind.EVENT)

HandRow = dict[str, Any]


class BadJudgement(CasefileError):
    """Two things that cannot be judged to be one or not, or no such judgement."""


@dataclass(frozen=True, slots=True)
class JudgedNow:
    """What a judgement did."""

    left: Ref
    right: Ref
    """The accounts that were judged."""
    leading: tuple[Ref, Ref]
    """Under which they are shown now; equal where they are one."""
    is_new: bool
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two things that may be one."""

    left: Ref
    right: Ref
    """The accounts that the machine compared."""
    leading: tuple[Ref, Ref]
    """Under which they are shown."""
    reason: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What judging two things the same would do."""

    joined: int
    """Facts that would be about the one thing."""
    conflicts: int
    """Conflicts more than now."""
    others: int
    """Other things of that kind that would be joined, or parted, by it."""


def judge(
    store: Store, one: Ref, other: Ref, verdict: str, *, reason: str = "", by: str, now: str
) -> JudgedNow:
    """Say that two things are the same, different, or that one cannot be sure.

    It outranks any machine, and what the same person said of them before.

    Raises:
        UnknownRef: One of them is not there.
        BadJudgement: They are not two of one kind, or there is no such judgement.
    """
    left, right = _pair(store, one, other)
    if verdict not in Verdict.__members__.values():
        raise BadJudgement(f"There is no judgement {verdict!r}: same, different or unsure.")
    why = " ".join(reason.split())
    if len(why) > LONGEST_REASON:
        raise BadJudgement(f"A reason has at most {LONGEST_REASON:,} characters: write a note.")
    new = Judgement(left.id, right.id, Verdict(verdict), why, by, now)
    with store.write():
        said = human_judgements(store, left.kind.value, [left.id])
        old = [said for said in said if (said.right, said.by) == (right.id, by)]
        is_new = [(said.verdict, said.reason) for said in old] != [(new.verdict, new.reason)]
        sources: set[int] = set()
        remarks: list[str] = []
        if is_new:
            gone, put = [_row(left.kind, row) for row in old], [_row(left.kind, new)]
            swap(store, gone, put)
            log.record(store, "judged", left, before=gone, after=put, by=by, now=now)
            sources, remarks = follow(store, [*gone, *put])
    remarks += settle(store, sources, now=now)
    return JudgedNow(left, right, _leading(store, left, right), is_new, tuple(remarks))


def proposals(store: Store) -> list[Proposal]:
    """Return what may be one and was not judged by a person: entities, then events.

    Of several pairs of accounts between two clusters the first is asked about.
    """
    found = []
    for kind in KINDS:
        rows = store.rows(f"judged_{kind.value}")
        asked = {_clusters(row["left_cluster"], row["right_cluster"]) for row in rows}
        for row in store.rows(f"proposals_{kind.value}"):
            clusters = _clusters(row["left_cluster"], row["right_cluster"])
            if clusters in asked:
                continue
            asked.add(clusters)
            left, right = Ref(kind, row["left_id"]), Ref(kind, row["right_id"])
            shown = (Ref(kind, row["left_cluster"]), Ref(kind, row["right_cluster"]))
            found.append(Proposal(left, right, shown, row["reason"]))
    return found


class _Rehearsed(Exception):
    """What was to be seen has been seen: take it all back."""


def joined(store: Store, one: Ref, other: Ref) -> int:
    """Return how many facts would be about the one thing, were two things judged the same."""
    facts: set[int] = set()
    for thing in _leading(store, one, other):
        facts.update(row["id"] for row in _facts(store, thing))
    return len(facts)


def effect(store: Store, one: Ref, other: Ref, *, now: str) -> Effect:
    """Return what judging two things the same would do, by doing it and taking it back."""
    left, right = _pair(store, one, other)
    told = Effect(0, 0, 0)
    try:
        with store.write():
            before = _figures(store, left)
            row = _row(left.kind, Judgement(left.id, right.id, Verdict.SAME, "", "rehearsal", now))
            swap(store, [], [row])
            sources, _ = follow(store, [row])
            relink(store, sorted(sources), now=now)
            after = _figures(store, left)
            told = Effect(after[0], after[1] - before[1], max(0, before[2] - after[2] - 1))
            raise _Rehearsed
    except _Rehearsed:
        return told


def _figures(store: Store, ref: Ref) -> tuple[int, int, int]:
    """Return facts of the cluster of an account, conflicts, and clusters of its kind."""
    [cluster] = {_leading(store, ref, ref)[0].id}
    facts = len(_facts(store, Ref(ref.kind, cluster)))
    summary = store.one("summary")
    assert summary is not None
    clusters = summary["entities" if ref.kind is Kind.ENTITY else "events"]
    return facts, summary["conflicts"], clusters


def _facts(store: Store, thing: Ref) -> list[Row]:
    return store.rows(f"fact_ids_of_{thing.kind.value}", id=thing.id, limit=-1)


def _pair(store: Store, one: Ref, other: Ref) -> tuple[Ref, Ref]:
    if one.kind is not other.kind or one.kind not in KINDS or one == other:
        raise BadJudgement(f"{one} and {other} cannot be judged: name two entities, or two events.")
    _leading(store, one, other)
    return min(one, other), max(one, other)


def _leading(store: Store, one: Ref, other: Ref) -> tuple[Ref, Ref]:
    of = entity_cluster if one.kind is Kind.ENTITY else event_cluster
    return Ref(one.kind, of(store, one.id)), Ref(other.kind, of(store, other.id))


def _clusters(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _row(kind: Kind, said: Judgement) -> HandRow:
    return {
        "table": "judgement",
        "kind": kind.value,
        "left_id": said.left,
        "right_id": said.right,
        "judgement": said.verdict.value,
        "reason": said.reason,
        "made_by": said.by,
        "made_at": said.at,
    }

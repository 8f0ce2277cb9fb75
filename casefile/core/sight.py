"""Which decisions were made in sight of which, whoever made them and wherever.

A told decision is a JSON object without ids: ``seq`` (its number in the log where it was
made), ``deed``, ``by``, ``at``, ``saw`` (the keys of the last decisions in that log), and one
of: ``of``, the key of what it undoes or makes again; ``gone`` and ``put``, rows of the reader's
own tables; ``columns`` with ``note`` or ``source``. Where a note points to something by a number,
its columns have ``links``: the place of each, for the number is that of one case. ``saw`` makes
logs a graph, as versions are in Git: of two decisions either one was made in sight of the other,
or neither was.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import Any

Told = Mapping[str, Any]


def key_of(told: Told) -> str:
    """Return by what a decision is known in every log."""
    packed = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()


def heads(decisions: Mapping[str, Told]) -> list[str]:
    """Return the keys of the decisions that no other one saw; sorted."""
    seen = {one for told in decisions.values() for one in told["saw"]}
    return sorted(decisions.keys() - seen)


def in_order(decisions: Mapping[str, Told]) -> list[str]:
    """Return the keys of decisions: each after those it saw, else in the order of the days."""

    def stamp(key: str) -> tuple[str, int, str]:
        return decisions[key]["at"], decisions[key]["seq"], key

    later: dict[str, list[str]] = defaultdict(list)
    waits: dict[str, int] = {}
    for key, told in decisions.items():
        seen = {one for one in told["saw"] if one in decisions}
        waits[key] = len(seen)
        for one in seen:
            later[one].append(key)
    ready = [stamp(key) for key, count in waits.items() if not count]
    heapify(ready)
    found = []
    while ready:
        key = heappop(ready)[2]
        found.append(key)
        for one in later[key]:
            waits[one] -= 1
            if not waits[one]:
                heappush(ready, stamp(one))
    return found


class Sight:
    """Tells which decisions were made in sight of which.

    Decisions are cut into chains, in each of which one saw the one before; what a chain
    saw of the others is kept once for as long as it sees nothing new.
    """

    def __init__(self, decisions: Mapping[str, Told], order: Iterable[str]) -> None:
        """Cut decisions into chains; ``order`` is that of :func:`in_order`."""
        self._at: dict[str, tuple[int, int, Mapping[int, int]]] = {}
        lengths: list[int] = []
        for key in order:
            parents = [self._at[one] for one in decisions[key]["saw"] if one in self._at]
            ends = [one for one in parents if lengths[one[0]] == one[1]]
            seen = parents[0][2] if len(parents) == len(ends) == 1 else _joined(parents)
            if ends:
                chain = min(one[0] for one in ends)
                lengths[chain] += 1
            else:
                chain = len(lengths)
                lengths.append(1)
            self._at[key] = (chain, lengths[chain], seen)

    def saw(self, one: str, other: str) -> bool:
        """Tell whether one decision was made in sight of another; each saw itself."""
        (chain, place, seen), (theirs, most, _) = self._at[one], self._at[other]
        return (chain == theirs and place >= most) or seen.get(theirs, 0) >= most


def _joined(parents: Iterable[tuple[int, int, Mapping[int, int]]]) -> dict[int, int]:
    seen: dict[int, int] = {}
    for chain, place, before in parents:
        for other, most in (*before.items(), (chain, place)):
            seen[other] = max(seen.get(other, 0), most)
    return seen


def undone(decisions: Mapping[str, Told], order: Iterable[str], sight: Sight) -> dict[str, str]:
    """Return the keys of what was taken back, and not made again since, with what did so.

    What made a decision again counts for the last in its sight that took it back and was not
    answered so before: who goes back and forth undoes nothing of what others did, though they
    had it in sight before they took its merge back.
    """
    turns: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for key in order:
        told = decisions[key]
        if "of" in told:
            turns[told["of"]][told["deed"] != "undo"].append(key)
    taken_back: dict[str, str] = {}
    for of, (back, again) in turns.items():
        answered: dict[str, str] = {}
        for other in again:
            past = {answer for one, answer in answered.items() if sight.saw(other, one)}
            seen = [one for one in back if sight.saw(other, one) and one not in past]
            if seen:
                answered[other] = seen[-1]
        left = [one for one in back if one not in answered.values()]
        if left:
            taken_back[of] = left[-1]
    return taken_back

"""Two people decide apart and exchange their logs: whatever they did, the same case comes out.

1,000 random pairs of histories. The ordinary run does a share of them, the same each time;
``--share 1`` does all, and others each time.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import given

from casefile.case import Case
from casefile.core.clashes import clashes, words
from casefile.core.histories import Cell, Said, Write, adds, holding, said_by
from casefile.core.sight import key_of
from casefile.errors import UnknownRef
from casefile.model.words import Ref
from tests.invented import unnumbered
from tests.stress.hands import Clock, Deed, by_the, chosen, do, found_once, histories, make_case

PAIRS = 1_000
PARTS = 2
"""Tests that share the programme, so that several workers do."""

STEPS = 8
"""Decisions of each of the two, and of both before, at most."""

MOST_SETTLED = 100
"""Clashes that so few decisions cannot make."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_case(tmp_path_factory.mktemp("merges"))


def told(case: Case) -> dict[str, Any]:
    return json.loads(json.dumps(case.export_log()))  # type: ignore[no-any-return]


def timeless(case: Case) -> dict[str, Any]:
    """Return what a case says, without the times at which its machine judged."""
    document = _POINTER.sub(lambda found: _led(case, found[1]), json.dumps(case.contents()))
    document = json.loads(document)
    judged = document["judgements"]
    machine = [{**one, "at": None} if one["by"].startswith("machine:") else one for one in judged]
    return {**document, "judgements": machine}


_POINTER = re.compile(r"\[\[([^\]]*)\]\]")


def _led(case: Case, words: str) -> str:
    """Return a pointer to a thing as it is; what leads nowhere has no number."""
    try:
        return f"[[{case.leading(Ref.parse(words))}]]" if case.label(Ref.parse(words)) else ""
    except UnknownRef:
        return "[[nothing]]"


def numberless(document: dict[str, Any], known: Collection[str]) -> Any:
    """Return a document without the numbers of what is not in every case from the beginning."""

    def led(found: re.Match[str]) -> str:
        return found[0] if found[1] in known else f"[[{found[1].partition(':')[0]}]]"

    told = json.loads(_POINTER.sub(led, json.dumps(document)))
    return unnumbered(told, known)


def without_leavings(document: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is lost and bears nothing: where it was decided on it stays, for an undo.

    The card of a clash that is settled bears nothing: it tells of what is gone, too.
    """
    open_ones = [one for one in document["conflicts"] if one["status"] == "open"]
    packed = json.dumps({**document, "conflicts": open_ones, "log": None})

    def bears(one: dict[str, Any]) -> bool:
        said = one["tags"] or one["sensitive"] or one["status"] != "unreviewed" or one.get("grade")
        return bool(said) or packed.count(f'"{one["ref"]}"') > 1

    kinds = ("entities", "events", "facts")
    found = {
        kind: [one for one in document[kind] if not one["lost"] or bears(one)] for kind in kinds
    }
    return {**document, **found}


def nameless(case: Case, known: Collection[str]) -> Any:
    """Return what a case says, without the numbers that own things keep: of notes, of searches,
    of what was made by hand; and of what is found in later versions."""
    document = without_leavings(timeless(case))
    notes = [{**one, "ref": None} for one in document["notes"]]
    searches = [{**one, "ref": None} for one in document["searches"]]
    own = ("note:", "search:")
    conflicts = [
        {**one, "about": "own"} if one["about"].startswith(own) else one
        for one in document["conflicts"]
    ]
    log = [{**one, "target": one["target"].partition(":")[0]} for one in document["log"]]
    told = {"notes": notes, "searches": searches, "conflicts": conflicts, "log": log}
    return numberless({**document, **told}, known)


def lost(log: dict[str, Any], other: dict[str, Any]) -> list[Any]:
    """Return what one of two wrote apart and left standing, and what both together do not show."""
    own, theirs = ({key_of(one): one for one in told["decisions"]} for told in (log, other))
    said, both = said_by(own), said_by(own | theirs)
    return [
        (cell, one.value)
        for cell, writes in said.writes.items()
        for one in said.last(writes)
        if one.value is not None
        and cell[-1] != "given"
        and one.key not in theirs
        and not is_shown(both, cell, one)
    ]


def is_shown(said: Said, cell: Cell, one: Write) -> bool:
    """Tell whether a value is what holds, says the same, or is a side of an open clash."""
    held = holding(said.last(said.writes[cell]))
    if words(cell, held) == words(cell, one.value) or (held and adds(held, one.value or {})):
        return True
    return any(
        words(cell, side.value) == words(cell, one.value)
        for clash in clashes(said)
        if clash.settled is None and clash.cell == cell
        for side in clash.sides
    )


class Pair:
    """Two readers of one case, and others who get their logs; all of them alone in a folder."""

    def __init__(self, folder: Path, made: Path) -> None:
        self.folder, self.made = folder, made
        self.cases: list[Case] = []
        with Case(made) as case:
            document = case.contents()
        kinds = ("sources", "entities", "events", "facts", "conflicts")
        self.known = {one["ref"] for kind in kinds for one in document[kind]}

    def case(self, of: Path) -> Case:
        """Open a copy of a case."""
        path = self.folder / f"{len(self.cases)}.casefile"
        shutil.copy(of, path)
        self.cases.append(Case(path))
        return self.cases[-1]

    def decide(self, case: Case, deeds: Sequence[Deed], clock: Clock) -> dict[str, Any]:
        """Let somebody decide; return the log."""
        with by_the(clock):
            for one in deeds:
                do(case, one)
        return told(case)

    def agree(self, shared: Sequence[Deed], anns: Sequence[Deed], bens: Sequence[Deed]) -> None:
        """Let two decide apart; merge their logs in every way; settle what clashes."""
        before = self.case(self.made)
        self.decide(before, shared, Clock("Ann", 0))
        before.close()
        ann, ben = self.case(before.path), self.case(before.path)
        fresh, other, again = (self.case(self.made) for _ in range(3))
        logs = [self.decide(ann, anns, Clock("Ann", 100))]
        logs += [self.decide(ben, bens, Clock("Ben", 101))]
        again.replay(logs[0])
        self.same(again, ann)
        for log in logs:
            fresh.replay(log)
        for log in [*logs[::-1], *logs]:
            other.replay(log)
        same(*(numberless(timeless(one), self.known) for one in (fresh, other)))
        assert not [*lost(*logs), *lost(*logs[::-1])]
        apart = timeless(ann)
        ann.replay(logs[1])
        ben.replay(logs[0])
        self.same(ann, ben)
        self.same(ann, fresh)
        keys, theirs = ({key_of(one) for one in log["decisions"]} for log in logs)
        assert {key_of(one) for one in told(ann)["decisions"]} == keys | theirs
        self.settle(ann, ben)
        assert not [*fresh.check(), *ann.check()]
        if theirs - keys:
            ann.undo()
            same({**timeless(ann), "log": None}, {**apart, "log": None})

    def same(self, one: Case, other: Case) -> None:
        """Hold what one case says to what another does, but for the numbers of own things."""
        same(nameless(one, self.known), nameless(other, self.known))

    def settle(self, ann: Case, ben: Case) -> None:
        """Settle all that clashes, now so and now so, and hand it on; take it back again."""
        merged = timeless(ann)
        settled = 0
        # Where a source is kept after all, what clashes in it is told.
        while waiting := [one for one in ann.clashes() if one.is_open]:
            ann.settle(waiting[0].ref, settled % len(waiting[0].sides))
            settled += 1
            assert settled < MOST_SETTLED
        if settled:
            ben.replay(told(ann))
            self.same(ben, ann)
            for _ in range(settled):
                ann.undo()
        same({**timeless(ann), "log": None}, {**merged, "log": None})


def agree(made: Path, shared: Sequence[Deed], anns: Sequence[Deed], bens: Sequence[Deed]) -> None:
    """Let two decide apart on copies of a case, and hold all cases to one another."""
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(Path(folder), made)
        try:
            pair.agree(shared, anns, bens)
        finally:
            for case in pair.cases:
                case.close()


def same(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Hold what one case says to what another does."""
    if wrong := [name for name in one if one[name] != other[name]]:
        # Quicker than what pytest says of an assert.
        raise AssertionError("\n".join(f"{name}\n{one[name]}\n{other[name]}" for name in wrong))


@pytest.mark.stress
@pytest.mark.parametrize("part", range(PARTS))
def test_two_logs_make_one_case_in_any_order(
    made: Path, part: int, request: pytest.FixtureRequest
) -> None:
    share = float(request.config.getoption("--share"))

    @chosen(PAIRS / PARTS, share)
    @given(*(histories(STEPS, "undo", "redo") for _ in range(3)))
    def apart(shared: list[Deed], anns: list[Deed], bens: list[Deed]) -> None:
        agree(made, shared, anns, bens)

    if share < 1:
        apart = hypothesis.seed(part)(apart)
    with found_once():
        apart()

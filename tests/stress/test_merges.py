"""Two people decide apart and exchange their logs: whatever they did, the same case comes out.

A programme of 1,000 random pairs of histories. The ordinary run does a share of it;
``--share 1`` does all.
"""

import json
import re
import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import pytest

from casefile.case import Case
from casefile.core.clashes import clashes, words
from casefile.core.histories import Cell, Said, Write, adds, holding, said_by
from casefile.core.sight import key_of
from casefile.door import asking, deciding, reviewing, searching
from casefile.errors import UnknownRef
from casefile.model.words import Ref
from tests.invented import unnumbered
from tests.stress.test_histories import Hand, attempt, make_case

PAIRS = 1_000
PARTS = 2
"""Tests that share the programme, so that several workers do."""

STEPS = 8
"""Decisions of each of the two."""


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


def nameless(case: Case) -> Any:
    """Return what a case says, without the numbers that own things keep: of notes, of searches,
    of what was made by hand."""
    document = timeless(case)
    notes = [{**one, "ref": None} for one in document["notes"]]
    searches = [{**one, "ref": None} for one in document["searches"]]
    own = ("note:", "search:")
    conflicts = [
        {**one, "about": "own"} if one["about"].startswith(own) else one
        for one in document["conflicts"]
    ]
    log = [{**one, "target": one["target"].partition(":")[0]} for one in document["log"]]
    return unnumbered(
        {**document, "notes": notes, "searches": searches, "conflicts": conflicts, "log": log}
    )


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


class Clock:
    """A time that goes on with each decision."""

    def __init__(self, by: str, seconds: int) -> None:
        self.by, self.seconds = by, seconds

    def __call__(self) -> dict[str, str]:
        self.seconds += 2
        return {
            "by": self.by,
            "now": f"2031-01-01T00:{self.seconds // 60:02}:{self.seconds % 60:02}Z",
        }


def history(case: Case, random: Random, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let somebody decide at random."""
    for room in (asking, deciding, reviewing, searching):
        monkeypatch.setattr(room, "signed", clock)
    hand = Hand(case, random)
    for _ in range(STEPS):
        attempt(random.choice([*hand.deeds(), *hand.makings(), case.undo]))


def agree(folder: Path, made: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Let two people decide apart; merge their logs in every way; return how much clashed."""
    random = Random(seed)
    shared = folder / "shared.casefile"
    shutil.copy(made, shared)
    if seed % 2:
        with Case(shared) as case:
            history(case, random, Clock("Ann", 0), monkeypatch)
    paths = [folder / f"{at}.casefile" for at in range(5)]
    for path in paths[:2]:
        shutil.copy(shared, path)
    for path in paths[2:]:
        shutil.copy(made, path)
    ann, ben, fresh, other, again = (Case(path) for path in paths)
    history(ann, random, Clock("Ann", 100), monkeypatch)
    history(ben, random, Clock("Ben", 101), monkeypatch)
    logs = [told(ann), told(ben)]
    again.replay(logs[0])
    assert nameless(again) == nameless(ann), seed
    for log in logs:
        fresh.replay(log)
    for log in [*logs[::-1], *logs]:
        other.replay(log)
    assert unnumbered(timeless(fresh)) == unnumbered(timeless(other)), seed
    assert not [*lost(*logs), *lost(*logs[::-1])], seed
    before = timeless(ann)
    ann.replay(logs[1])
    ben.replay(logs[0])
    assert nameless(ann) == nameless(ben) == nameless(fresh), seed
    bens = {key_of(one) for one in logs[1]["decisions"]}
    keys = {key_of(one) for one in logs[0]["decisions"]}
    assert {key_of(one) for one in told(ann)["decisions"]} == keys | bens
    clashing = settle(ann, ben, random, seed)
    assert not [*fresh.check(), *ann.check()], seed
    if bens - keys:
        ann.undo()
        assert {**timeless(ann), "log": None} == {**before, "log": None}, seed
    for case in (ann, ben, fresh, other, again):
        case.close()
    return clashing


def settle(ann: Case, ben: Case, random: Random, seed: int) -> int:
    """Settle all that clashes and hand it on; take it back again."""
    clashing, merged = ann.clashes(), timeless(ann)
    open_ones = [one for one in clashing if one.is_open]
    settled = 0
    # Where a source is kept after all, what clashes in it is told.
    while waiting := [one for one in ann.clashes() if one.is_open]:
        ann.settle(waiting[0].ref, random.randrange(len(waiting[0].sides)))
        settled += 1
        assert settled < 100, seed
    if open_ones:
        ben.replay(told(ann))
        assert nameless(ben) == nameless(ann), seed
        for _ in range(settled):
            ann.undo()
    assert {**timeless(ann), "log": None} == {**merged, "log": None}, seed
    return len(open_ones)


@pytest.mark.parametrize("part", range(PARTS))
def test_two_logs_make_one_case_in_any_order(
    made: Path, part: int, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = float(request.config.getoption("--share"))
    # A pair takes two seconds: of a small share a smaller one.
    for seed in range(part, max(PARTS, round(PAIRS * share**2)), PARTS):
        with tempfile.TemporaryDirectory() as folder:
            agree(Path(folder), made, seed, monkeypatch)

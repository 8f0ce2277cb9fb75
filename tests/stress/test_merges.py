"""Two people decide apart and exchange their logs: whatever they did, the same case comes out.

A programme of 1,000 random pairs of histories. The ordinary run does a share of it;
``--share 1`` does all.
"""

import json
import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import pytest

from casefile.case import Case
from casefile.door import deciding, reviewing, searching
from tests.stress.test_histories import Hand, attempt, make_case

PAIRS = 1_000
PARTS = 2
"""Tests that share the programme, so that several workers do."""

STEPS = 6
"""Decisions of each of the two."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_case(tmp_path_factory.mktemp("merges"))


def told(case: Case) -> dict[str, Any]:
    return json.loads(json.dumps(case.export_log()))  # type: ignore[no-any-return]


def timeless(case: Case) -> dict[str, Any]:
    """Return what a case says, without the times at which its machine judged."""
    document = case.contents()
    judged = document["judgements"]
    machine = [{**one, "at": None} if one["by"].startswith("machine:") else one for one in judged]
    return {**document, "judgements": machine}


def unnumbered(case: Case) -> dict[str, Any]:
    """Return what a case says, without the numbers of saved searches: names tell these."""
    document = timeless(case)
    searches = [{**one, "ref": None} for one in document["searches"]]
    log = [
        {**one, "target": "search"} if one["target"].startswith("search:") else one
        for one in document["log"]
    ]
    return {**document, "searches": searches, "log": log}


def nameless(case: Case) -> dict[str, Any]:
    """Return what a case says, without the numbers of notes, too: those are as they came."""
    document = unnumbered(case)
    notes = sorted(json.dumps({**one, "ref": None}) for one in document["notes"])
    log = [{**one, "target": one["target"].partition(":")[0]} for one in document["log"]]
    return {**document, "notes": notes, "log": log}


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
    for room in (deciding, reviewing, searching):
        monkeypatch.setattr(room, "signed", clock)
    hand = Hand(case, random)
    for _ in range(STEPS):
        attempt(random.choice([*hand.deeds(), case.undo]))


def agree(folder: Path, made: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two people decide apart; then merge their logs in every way."""
    random = Random(seed)
    paths = [folder / f"{at}.casefile" for at in range(5)]
    for path in paths:
        shutil.copy(made, path)
    ann, ben, fresh, other, again = (Case(path) for path in paths)
    history(ann, random, Clock("Ann", 0), monkeypatch)
    history(ben, random, Clock("Ben", 1), monkeypatch)
    logs = [told(ann), told(ben)]
    again.replay(logs[0])
    assert unnumbered(again) == unnumbered(ann), seed
    for log in logs:
        fresh.replay(log)
    for log in [*logs[::-1], *logs]:
        other.replay(log)
    assert nameless(fresh) == nameless(other), seed
    before = timeless(ann)
    ann.replay(logs[1])
    ben.replay(logs[0])
    assert nameless(ann) == nameless(ben) == nameless(fresh), seed
    assert len(told(ann)["decisions"]) == sum(len(log["decisions"]) for log in logs)
    assert not fresh.check()
    if logs[1]["decisions"]:
        ann.undo()
        assert {**timeless(ann), "log": None} == {**before, "log": None}, seed
    for case in (ann, ben, fresh, other, again):
        case.close()


@pytest.mark.parametrize("part", range(PARTS))
def test_two_logs_make_one_case_in_any_order(
    made: Path, part: int, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = float(request.config.getoption("--share"))
    # A pair takes two seconds: of a small share a smaller one.
    for seed in range(part, max(PARTS, round(PAIRS * share**2)), PARTS):
        with tempfile.TemporaryDirectory() as folder:
            agree(Path(folder), made, seed, monkeypatch)

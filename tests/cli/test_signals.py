"""Signals in the middle of an add: what was added is kept and linked, and a second run goes on."""

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any, cast

import pytest

from casefile.case import Case
from casefile.store.store import Store
from tests.cli.driving import LONGEST, PROGRAM, STORY, environment, run

COUNT = 16
STOPPED = "casefile: Stopped: what was done is kept, and the same command goes on from there.\n"


@pytest.fixture
def folder(home: Path) -> Path:
    """A folder of articles that take some seconds to add."""
    made = home / "in"
    made.mkdir()
    for number in range(COUNT):
        text = STORY + f"Fumio Kishida met envoy {number} in Tokyo on 4 October. " * 20
        (made / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return made


def _stop_while_adding(home: Path, signals: list[signal.Signals], jobs: int) -> tuple[int, str]:
    """Signal an add, as a terminal does, when it has stored two sources; return how it ended."""
    with subprocess.Popen(
        [*PROGRAM, "add", "a.casefile", "in", "--jobs", str(jobs)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home),
        cwd=home,
        start_new_session=True,
    ) as child:
        _wait_for_sources(home / "a.casefile", 2)
        for number in signals:
            # ctrl+c reaches the whole group, a kill only the one process
            (os.killpg if number is signal.SIGINT else os.kill)(child.pid, number)
        _, err = child.communicate(timeout=LONGEST)
    return child.returncode, err.decode()


def _wait_for_sources(path: Path, count: int) -> None:
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        if path.exists() and path.stat().st_size:
            with Case(path, read_only=True) as case:
                if case.summary().sources >= count:
                    return
        time.sleep(0.02)
    raise AssertionError("no sources were stored")


@pytest.mark.parametrize(
    ("number", "jobs", "said"),
    [
        (signal.SIGINT, 1, STOPPED),
        (signal.SIGINT, 2, STOPPED),
        (signal.SIGTERM, 1, ""),
        (signal.SIGTERM, 2, ""),
        (signal.SIGHUP, 1, ""),
    ],
)
def test_a_signal_keeps_and_links_what_was_added(
    number: signal.Signals, jobs: int, said: str, home: Path, folder: Path
) -> None:
    status, err = _stop_while_adding(home, [number], jobs)

    assert (status, err) == (128 + number, said)
    with Case(home / "a.casefile") as case:
        stored = case.summary().sources
        assert 2 <= stored < COUNT
        assert case.check() == []
    assert [path.name for path in home.glob("a.casefile*")] == ["a.casefile"]
    report = run(home, "add", "a.casefile", "in", "--json").json()
    assert (len(report["unchanged"]), len(report["added"])) == (stored, COUNT - stored)


def test_an_interrupted_add_ends_as_one_that_was_not(home: Path, folder: Path) -> None:
    _stop_while_adding(home, [signal.SIGTERM], 1)
    run(home, "add", "a.casefile", "in")
    run(home, "add", "whole.casefile", "in")
    documents = [run(home, "export", name).json() for name in ("a.casefile", "whole.casefile")]
    told = [[source["text"] for source in document["sources"]] for document in documents]
    assert told[0] == told[1]
    names = [{entity["name"] for entity in document["entities"]} for document in documents]
    assert names[0] == names[1]


def test_a_kill_keeps_every_source_whole(home: Path, folder: Path) -> None:
    status, _ = _stop_while_adding(home, [signal.SIGKILL], 1)
    assert status == -signal.SIGKILL
    report = run(home, "add", "a.casefile", "in", "--json").json()
    assert len(report["unchanged"]) >= 2
    assert len(report["unchanged"]) + len(report["added"]) == COUNT
    assert run(home, "check", "a.casefile").status == 0


def test_nohup_is_respected(home: Path, folder: Path) -> None:
    def ignore() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    with subprocess.Popen(
        [*PROGRAM, "add", "a.casefile", "in"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(home),
        cwd=home,
        preexec_fn=ignore,
    ) as child:
        _wait_for_sources(home / "a.casefile", 1)
        child.send_signal(signal.SIGHUP)
        assert child.wait(LONGEST) == 0


class _Interrupted:
    """A connection on which ctrl+c comes the moment a transaction has begun."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: str, *values: Any) -> Any:
        done = self._connection.execute(statement, *values)
        if statement.startswith("BEGIN"):
            raise KeyboardInterrupt
        return done


def test_a_signal_at_the_beginning_of_a_transaction_leaves_none_open(case: Path) -> None:
    store = Store(case)
    connection: Any = store._connection
    store._connection = cast("Any", _Interrupted(connection))
    with pytest.raises(KeyboardInterrupt), store.write():
        pass
    assert not connection.in_transaction
    store.close()

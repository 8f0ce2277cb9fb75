"""Whatever moment the browser is killed at, at most a second of typing is lost.

The real program on a real terminal, killed 200 times in the middle of one note, which
is gone on with each time. The ordinary run does a share of it; ``--share 1`` does all.
"""

import os
import signal
import sys
import time
from pathlib import Path
from random import Random

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.deeds.drafts import drafts_left
from tests.tui.test_endings import Terminal, on_a_terminal

KILLS = 200

LOST_S = 1.0
"""Seconds of typing that may be lost."""

PROGRAM = """
import runpy, sys, time
from casefile.tui.screens.note_editor import NoteArea, NoteEditor

seen = open(sys.argv[2], "a", buffering=1)
mounted = NoteEditor.on_mount

def on_mount(self):
    mounted(self)
    area = self.query_one(NoteArea)
    tell = lambda: print(time.monotonic(), area.text, file=seen)
    tell()
    self.set_interval(0.02, tell)

NoteEditor.on_mount = on_mount
sys.argv[1:] = ["open", sys.argv[1]]
runpy.run_module("casefile", run_name="__main__")
"""
"""The program, and what the editor holds told from within, by the program's own clock: where the
machine is busy, what was sent to the terminal may not have been read yet."""


def seen(file: Path) -> list[tuple[float, str]]:
    """Return what the editor held, and when."""
    lines = file.read_text().splitlines() if file.exists() else []
    return [(float(at), text) for at, _, text in (line.partition(" ") for line in lines)]


def type_and_kill(shell: Terminal, log: Path, random: Random, seconds: float) -> None:
    """Type for so many seconds, and kill the program."""
    while not seen(log):
        shell.read_for(0.05)
        assert shell.process.poll() is None, shell.output[-2000:]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        shell.press(random.choice("abcdefghij").encode())
        shell.read_for(random.uniform(0.005, 0.06))
    os.kill(shell.process.pid, signal.SIGKILL)
    shell.process.wait()


@pytest.mark.stress
def test_at_most_a_second_is_lost_by_a_kill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    share = float(request.config.getoption("--share"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "a.casefile"
    (tmp_path / "a.txt").write_text("Orla Brandt met Ivo Salter in Port Salda on 2 May 2019.\n")
    with Case(path, create=True) as case:
        case.add([str(tmp_path / "a.txt")], stated=Stated())
    random, sure = Random(6), ""
    for kill in range(KILLS if share == 1 else max(2, round(KILLS * share / 10))):
        log = tmp_path / f"{kill}.log"
        with on_a_terminal([sys.executable, "-c", PROGRAM, str(path), str(log)]) as shell:
            if kill:
                assert b"Unsaved note" in shell.read_until(b"throw"), shell.output[-2000:]
                shell.press(b"\r")
            else:
                shell.read_until(b"Salda")
                shell.press(b"a")
            type_and_kill(shell, log, random, random.uniform(0.1, 2.5) if kill else 1.7)
        told = seen(log)
        (_, begun), (killed, _) = told[0], told[-1]
        assert begun.startswith(sure), (kill, begun, sure)
        sure = [begun, *(text for at, text in told if at <= killed - LOST_S)][-1]
        assert sure
    (draft,) = drafts_left(path)
    assert draft.body.startswith(sure)

"""A private run keeps what is decided in the case, and nothing of the reader anywhere else."""

import sys
from pathlib import Path

import pytest

from casefile.case import Case
from casefile.deeds.adding import Stated
from casefile.model.words import Kind, Ref
from tests.tui.test_endings import Terminal, on_a_terminal


def note_and_mark(shell: Terminal) -> None:
    """Write a note, mark a place, and quit."""
    shell.read_until(b"Salda")
    shell.press(b"a")
    shell.read_until(b"Note on")
    shell.press(b"Ask the pilot.")
    shell.read_for(1.6)
    shell.press(b"\x1b")
    shell.read_until(b"Note saved")
    shell.press(b"mk")
    shell.read_until(b"Marked with k")
    shell.press(b"q")
    shell.process.wait(20)


@pytest.mark.parametrize("way", [["open"], []])
@pytest.mark.parametrize("is_private", [True, False])
def test_only_a_run_that_is_not_private_leaves_traces(
    tmp_path: Path, is_private: bool, way: list[str]
) -> None:
    path, state = tmp_path / "a.casefile", tmp_path / "state"
    (tmp_path / "a.txt").write_text("Orla Brandt met Ivo Salter in Port Salda on 2 May 2019.\n")
    with Case(path, create=True) as case:
        case.add([str(tmp_path / "a.txt")], stated=Stated())
    command = [sys.executable, "-m", "casefile", *way, str(path)]
    command += ["--private"] if is_private else []
    with on_a_terminal(command, XDG_STATE_HOME=str(state)) as shell:
        note_and_mark(shell)
    with Case(path) as case:
        [note] = case.notes_on(Ref(Kind.SOURCE, 1))
        assert note.body == "Ask the pilot."
    assert bool(list(state.rglob("*.json"))) is not is_private
    assert not is_private or not state.exists()

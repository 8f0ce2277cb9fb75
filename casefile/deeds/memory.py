"""What the browser remembers of its reader between runs, in their state folder; never in a case."""

import os
from hashlib import sha256
from pathlib import Path
from typing import Any

from casefile.deeds.state import read_state, remove_state, state_file, write_state

MOST_COMMANDS = 20
"""Commands remembered."""

MOST_CASES = 50
"""Cases of which marks are remembered, and where they were left; those marked or left last."""

_FORMER_HABITS = "habits.json"
"""Where habits were kept before, beside the file; read until one is kept again."""

Mark = dict[str, str | int]
"""A place that was marked: ``ref``, ``name``, and of its passage ``start`` and ``end``, the words
(``quote``) and what stood beside them (``prefix``, ``suffix``)."""


class Memory:
    """Commands used last, marks and where it was left by case, and habits.

    Without a path they last only while the browser runs, and where a case was left is not kept.

    Several browsers may share a file: each change is made to what the file holds by then.
    """

    def __init__(self, path: Path | None = None, *, is_private: bool = False) -> None:
        self.is_private = is_private
        """Whether nothing of this run may be kept anywhere but in the case."""
        self._path = path
        self._commands: list[str] = []
        self._marks: dict[str, dict[str, Mark]] = {}
        self._habits: dict[str, str] = {}
        self._is_on_disk = path is not None
        if path is not None:
            self._habits = _texts(_fields(path.with_name(_FORMER_HABITS)))
            self._read()

    @property
    def lasts(self) -> bool:
        """Whether what is remembered now is known in the next run."""
        return self._is_on_disk

    @property
    def commands(self) -> tuple[str, ...]:
        """Ids of the commands used last, the latest first."""
        return tuple(self._commands)

    def used(self, command: str) -> None:
        """Remember that a command was used."""
        self._read()
        others = [one for one in self._commands if one != command]
        self._commands = [command, *others][:MOST_COMMANDS]
        self._write()

    def marks(self, case: Path) -> dict[str, Mark]:
        """Return the marks of a case by letter."""
        return dict(self._marks.get(_name(case), {}))

    def mark(self, case: Path, letter: str, place: Mark) -> None:
        """Remember a place under a letter."""
        self._read()
        marks = self._marks.pop(_name(case), {})
        self._marks[_name(case)] = {**marks, letter: place}
        while len(self._marks) > MOST_CASES:
            del self._marks[next(iter(self._marks))]
        self._write()

    def left(self, case: Path) -> dict[str, Any]:
        """Return what was kept of where the reader left a case; empty where nothing was."""
        file = self._left_file(case)
        found = _fields(file) if file is not None else {}
        left = found.get("left")
        return left if found.get("case") == _name(case) and isinstance(left, dict) else {}

    def leave(self, case: Path, left: dict[str, Any]) -> None:
        """Remember where the reader leaves a case.

        In a file of its own: one for all cases would be read before the first screen of any.
        """
        file = self._left_file(case)
        if file is None or not write_state(file, {"case": _name(case), "left": left}):
            return
        others = sorted(file.parent.glob("left-*.json"), key=_written_at, reverse=True)
        for old in others[MOST_CASES:]:
            remove_state(old)

    def _left_file(self, case: Path) -> Path | None:
        if self._path is None:
            return None
        digest = sha256(os.fsencode(_name(case))).hexdigest()[:16]
        return self._path.with_name(f"left-{digest}.json")

    def habit(self, name: str) -> str:
        """Return how the reader last had something; empty where nothing is known."""
        return self._habits.get(name, "")

    def keep_habit(self, name: str, value: str) -> None:
        """Remember how the reader has something."""
        self._read()
        self._habits[name] = value
        self._write()

    def _read(self) -> None:
        """Take what the file holds; what could not be written there stays as it is."""
        if self._path is None or not self._is_on_disk:
            return
        found = _fields(self._path)
        commands, marks = found.get("commands"), found.get("marks")
        if isinstance(commands, list):
            self._commands = [one for one in commands if isinstance(one, str)]
        if isinstance(marks, dict):
            self._marks = {case: _sound(of) for case, of in marks.items() if isinstance(of, dict)}
        habits = found.get("habits")
        if isinstance(habits, dict):
            self._habits = _texts(habits)

    def _write(self) -> None:
        """Write all; where that cannot be, it is remembered until the end of the run."""
        kept = {"commands": self._commands, "marks": self._marks, "habits": self._habits}
        self._is_on_disk = write_state(self._path, kept)


def _fields(file: Path) -> dict[str, Any]:
    found = read_state(file)
    return found if isinstance(found, dict) else {}


def _texts(fields: dict[str, Any]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if isinstance(value, str)}


def _written_at(file: Path) -> float:
    """Return when a file was written; 0 for one that is gone."""
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _name(case: Path) -> str:
    return str(case.absolute())


def _sound(marks: dict[str, object]) -> dict[str, Mark]:
    """Return the marks that have a ref; what else the file may hold is dropped."""
    return {
        letter: {
            name: part
            for name, part in mark.items()
            if isinstance(part, int if name in ("start", "end") else str)
        }
        for letter, mark in marks.items()
        if isinstance(mark, dict) and isinstance(mark.get("ref"), str)
    }


def memory_path() -> Path | None:
    """Return where the browser remembers; None where the reader has no home."""
    return state_file("browser.json")

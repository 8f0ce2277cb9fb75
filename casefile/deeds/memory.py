"""What the browser remembers of its reader between runs, in their state folder; never in a case."""

import json
import os
from contextlib import suppress
from pathlib import Path

MOST_COMMANDS = 20
"""Commands remembered."""

MOST_CASES = 50
"""Cases of which marks are remembered; those marked last."""

Mark = dict[str, str | int]
"""A place that was marked: ``ref``, ``name``, and ``start`` and ``end`` of its passage."""


class Memory:
    """Commands used last, and marks by case; without a path only while the browser runs."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._commands: list[str] = []
        self._marks: dict[str, dict[str, Mark]] = {}
        if path is not None:
            self._read(path)

    @property
    def commands(self) -> tuple[str, ...]:
        """Ids of the commands used last, the latest first."""
        return tuple(self._commands)

    def used(self, command: str) -> None:
        """Remember that a command was used."""
        others = [one for one in self._commands if one != command]
        self._commands = [command, *others][:MOST_COMMANDS]
        self._write()

    def marks(self, case: Path) -> dict[str, Mark]:
        """Return the marks of a case by letter."""
        return dict(self._marks.get(_name(case), {}))

    def mark(self, case: Path, letter: str, place: Mark) -> None:
        """Remember a place under a letter."""
        marks = self._marks.pop(_name(case), {})
        self._marks[_name(case)] = {**marks, letter: place}
        while len(self._marks) > MOST_CASES:
            del self._marks[next(iter(self._marks))]
        self._write()

    def _read(self, path: Path) -> None:
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return
        if not isinstance(found, dict):
            return
        commands, marks = found.get("commands"), found.get("marks")
        if isinstance(commands, list):
            self._commands = [one for one in commands if isinstance(one, str)]
        if isinstance(marks, dict):
            self._marks = {case: _sound(of) for case, of in marks.items() if isinstance(of, dict)}

    def _write(self) -> None:
        """Write all; where that cannot be, it is remembered until the end of the run."""
        if self._path is None:
            return
        part = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump({"commands": self._commands, "marks": self._marks}, out)
            os.replace(part, self._path)


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
    from platformdirs import user_state_path

    folder = user_state_path("casefile", appauthor=False)
    return folder / "browser.json" if folder.is_absolute() else None

"""The files in a folder that can be read as articles."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from casefile.errors import Unreadable
from casefile.reading.read import FORMATS


@dataclass(frozen=True, slots=True)
class Found:
    """A file that can be read, by its suffix."""

    path: Path
    name: str
    """Relative to the folder, with ``/`` on every system; the file's own name for a file."""


@dataclass(slots=True)
class Walk:
    """The readable files below a path, found as one asks for them."""

    path: Path
    skipped: int = 0
    """Files of unknown kind met so far; hidden ones do not count."""
    failed: list[tuple[str, str]] = field(default_factory=list)
    """Folders met so far that may not be opened, and why; the rest is gone through."""

    def __iter__(self) -> Iterator[Found]:
        """Yield the files in the order of their names, folder by folder.

        What is hidden is passed over. A symbolic link to a file is followed; one to a
        folder is not, so that a loop ends.

        Raises:
            Unreadable: The path does not exist.
        """
        self.skipped = 0
        self.failed = []
        if self.path.is_dir():
            yield from self._below(self.path, "")
        elif self.path.exists():
            yield Found(self.path, self.path.name)
        else:
            raise Unreadable(f"{self.path} does not exist: check the path.")

    def _below(self, folder: Path, prefix: str) -> Iterator[Found]:
        # A stack, not recursion: folders can be nested deeper than Python's limit.
        waiting = [(folder, prefix)]
        while waiting:
            folder, prefix = waiting.pop()
            inner = []
            try:
                entries = _entries(folder)
            except Unreadable as error:
                self.failed.append((str(folder), str(error)))
                continue
            for entry in entries:
                name = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    inner.append((folder / entry.name, name + "/"))
                elif entry.is_dir():
                    continue
                elif Path(entry.name).suffix.lower() in FORMATS:
                    yield Found(folder / entry.name, name)
                else:
                    self.skipped += 1
            waiting.extend(reversed(inner))


def walk(path: Path) -> Walk:
    """Return the readable files of a folder, or the one file, to be gone through in order.

    Cost: one listing a folder; no file is opened.
    """
    return Walk(path)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not entry.name.startswith(".")]
    except OSError as error:
        raise Unreadable(f"{folder} cannot be opened: {error.strerror}.") from error
    return sorted(entries, key=lambda entry: entry.name)

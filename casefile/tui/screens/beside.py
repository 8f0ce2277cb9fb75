"""Link in a process of its own, of low priority, that is ended when the reader decides.

Where linking takes seconds, a thread of ours takes every second turn of the one interpreter
from the screen, and keeps the file locked until it notices that it is to make way. A process
that is killed does neither: SQLite takes what it had begun for not done.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep

from casefile.errors import MadeWay

STEP_S = 0.02
"""Seconds between looks whether it is done."""


OURSELVES = (sys.executable, "-P", "-m", "casefile")
"""What starts a process of our own; -P: no module comes from the folder that the reader is in."""


class Beside:
    """One process at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def can(self) -> bool:
        """Whether a process of ours can be started here."""
        return bool(sys.executable)

    def link(self, is_over: Callable[[], bool]) -> list[str] | None:
        """Link what waits; return what could not follow, a sentence each.

        None where the process failed: it is to be done otherwise.

        Raises:
            MadeWay: It was ended before it was done.
        """
        command = [*OURSELVES, "link", str(self._path), "--low", "--json"]
        lower = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=lower,
            )
        except OSError:
            return None
        self._process = process
        while process.poll() is None and not is_over():
            sleep(STEP_S)
        if process.poll() is None:
            process.kill()
        said, _ = process.communicate()
        self._process = None
        if is_over():
            raise MadeWay(f"{self._path} is being written: linking goes on after that.")
        if process.returncode:
            return None
        remarks: list[str] = json.loads(said)["remarks"]
        return remarks

    def end(self) -> None:
        """End what runs, at once: what it holds locked is free when it is gone."""
        process = self._process
        if process is not None and process.poll() is None:
            process.kill()

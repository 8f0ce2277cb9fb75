"""What goes on behind the screen after a decision: linking what it touched.

The decision itself is on disk when the screen says so. Linking may take seconds in a large
case; it runs on a thread of its own, begins when no decision came for a while, and makes
way for the next one: it stops, keeps nothing, and begins again later. In a large case a
process of its own does it, see ``beside``. What waits for it is marked in the case, so that
whatever ends the program loses none of it.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from time import monotonic, sleep

from textual.dom import DOMNode

from casefile.case import Case
from casefile.errors import CaseBusy, MadeWay
from casefile.tui.screens.beside import Beside

PAUSE_S = 0.5
"""Seconds without a decision after which linking begins: who decides in a row is faster."""

LARGE = 20_000
"""Entities of a case in which linking one decision takes a second and more."""

STEP_S = 0.02
"""Seconds between looks whether the pause is over."""


class Behind:
    """Writes behind one open case, one job at a time, never in the way of the reader."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._alone = Lock()
        self._writes = 0
        self._written_at = monotonic()
        self._beside = Beside(path)
        self._is_large: bool | None = None
        self.is_waiting = False
        """Whether linking has yet to see something."""

    def make_way(self) -> None:
        """Stop what runs behind: the reader is about to write. On the reader's thread."""
        self._writes += 1
        self._written_at = monotonic()
        self._beside.end()

    @property
    def is_known_large(self) -> bool:
        """Whether the case was found to be large."""
        return self._is_large is True

    def is_large(self, case: Case) -> bool:
        """Tell whether the case is large; it is counted once."""
        if self._is_large is None:
            self._is_large = case.summary().entities > LARGE
        return self._is_large

    def do(self, job: Callable[[Case, Callable[[], bool]], None]) -> None:
        """Run a job on a connection of its own, while nothing else runs behind.

        The job is given the case and how to ask whether it is to make way.

        Raises:
            MadeWay: It made way; nothing of it was kept.
            CasefileError: It failed.
        """
        writes = self._writes
        with self._alone, Case(self._path) as case:
            job(case, lambda: self._writes != writes)

    def link(self, is_over: Callable[[], bool]) -> list[str] | None:
        """Link what waits once the reader pauses.

        Args:
            is_over: Tells whether this is no longer wanted.

        Returns:
            What could not follow, a sentence each; None where it was not done.

        Raises:
            CasefileError: It failed.
        """
        remarks: list[str] = []

        def job(case: Case, makes_way: Callable[[], bool]) -> None:
            def stops() -> bool:
                return makes_way() or is_over()

            if self._beside.can and self.is_large(case):
                found = self._beside.link(stops)
                if found is not None:
                    remarks.extend(found)
                    return
            remarks.extend(case.link(stops))

        while not is_over():
            if monotonic() < self._written_at + PAUSE_S:
                sleep(STEP_S)
                continue
            try:
                self.do(job)
            except (MadeWay, CaseBusy):
                self._written_at = max(self._written_at, monotonic() - PAUSE_S + STEP_S)
                continue
            self.is_waiting = False
            return remarks
        return None


def behind_of(node: DOMNode) -> Behind:
    """Return what writes behind the case that an application shows."""
    found = node.app.behind  # type: ignore[attr-defined]  # there is no other application
    assert isinstance(found, Behind)
    return found

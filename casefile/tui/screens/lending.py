"""Open cases that searches use in turn: to open one anew takes as long as to search it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from casefile.case import Case
from casefile.errors import MadeWay


class Lent:
    """Cases that are kept open from one use to the next, each for one thread at a time."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._lock = Lock()
        self._idle: list[Case] = []
        self._round = 0
        """How often all were given up."""

    @contextmanager
    def one(self) -> Iterator[Case]:
        """Lend one, opened where all are in use; where reading it fails it is not kept."""
        with self._lock:
            begun, case = self._round, self._idle.pop() if self._idle else None
        case = case or self._case.reopen(in_turn=True)
        is_kept = False
        try:
            yield case
            is_kept = True
        except MadeWay:
            is_kept = True
            raise
        finally:
            with self._lock:
                is_kept = is_kept and begun == self._round
                if is_kept:
                    self._idle.append(case)
            if not is_kept:
                case.close()

    def close(self) -> None:
        """Close those that are kept; those in use are closed when they are given back."""
        with self._lock:
            idle, self._idle = self._idle, []
            self._round += 1
        for case in idle:
            case.close()

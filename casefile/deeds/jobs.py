"""Do one thing to many, in several processes; ctrl+c is left to the one that asked."""

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

_AHEAD = 8
"""Things for each process that wait, are at work, or are done and not taken: enough that none
is idle behind a slow one, and few enough that memory does not grow with their number."""


def in_processes(
    task: Callable[[Given], Made], given: Iterable[Given], jobs: int
) -> Generator[Made]:
    """Yield what the task makes of each, in order; close it to stop what is still at work.

    The task and all that goes in and comes out must be fit for ``pickle``. What it raises is
    raised here.

    Raises:
        BrokenProcessPool: A process died, such as of taking all memory.
    """
    # spawn: what is forked holds our connection to SQLite (sqlite.org/howtocorrupt.html, 2.6).
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_keys)
    waiting: deque[Future[Made]] = deque()
    try:
        for one in given:
            with _keys_held_back():
                waiting.append(pool.submit(task, one))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _keys_held_back() -> Iterator[None]:
    """Hold ctrl+c back for as long as processes are started, which inherit that.

    One that got it before :func:`_ignore_keys` would die with a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _ignore_keys() -> None:
    """Leave ctrl+c to the process that writes; it ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

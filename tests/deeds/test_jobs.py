"""Several processes do what one does, in order, and end when nobody wants more."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool

import pytest

from casefile.deeds.jobs import in_processes
from casefile.errors import NotExtracted


def _double(number: int) -> int:
    time.sleep(0.02 * (number % 3 == 0))
    return 2 * number


def _handler_of_ctrl_c(_: object) -> str:
    return str(signal.getsignal(signal.SIGINT))


def _slow(_: object) -> str:
    time.sleep(1)
    return ""


def _refuse(number: int) -> int:
    raise NotExtracted(f"{number} cannot be read.")


def _die(number: int) -> int:
    if number == 1:
        os._exit(9)
    return number


def test_what_comes_out_is_in_the_order_of_what_went_in() -> None:
    assert list(in_processes(_double, range(60), 2)) == [2 * number for number in range(60)]


def test_processes_leave_ctrl_c_to_the_one_that_asked() -> None:
    assert set(in_processes(_handler_of_ctrl_c, range(4), 2)) == {str(signal.SIG_IGN)}


def test_processes_stop_when_nobody_wants_more() -> None:
    outcomes = in_processes(_slow, range(60), 2)  # half a minute of work for two
    next(outcomes)
    begun = time.monotonic()
    outcomes.close()
    assert time.monotonic() - begun < 5


def test_only_a_few_are_taken_ahead_of_what_is_wanted() -> None:
    taken = []

    def given() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    outcomes = in_processes(_double, given(), 2)
    next(outcomes)
    outcomes.close()
    assert len(taken) < 50


def test_what_a_task_raises_is_raised_here() -> None:
    with pytest.raises(NotExtracted, match="0 cannot be read"):
        list(in_processes(_refuse, range(3), 2))


def test_a_process_that_dies_breaks_the_rest() -> None:
    with pytest.raises(BrokenProcessPool):
        list(in_processes(_die, range(9), 2))

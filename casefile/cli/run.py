"""Run one command: what goes wrong becomes one sentence and an exit status.

0 done; 1 done in part or not; 2 wrong usage; 128 + n ended by signal n.
"""

import errno
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

import click

from casefile.cli.commands import casefile
from casefile.cli.printing import complain, mention, prepare_output, send_nowhere
from casefile.errors import CasefileError
from casefile.store.announcing import when_updating

FAILED, USAGE = 1, 2
BY_SIGNAL = 128


class Ended(BaseException):
    """A signal asked the program to end; finishing blocks still run."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status; nothing raises out of it."""
    _listen()
    prepare_output()
    when_updating(_say_updating)
    try:
        status = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        complain("Stopped: what was done is kept, and the same command goes on from there.")
        return BY_SIGNAL + signal.SIGINT
    except Ended as ended:
        return BY_SIGNAL + ended.number
    except BrokenPipeError:
        # The reader has had enough (| head): that is no failure.
        send_nowhere(sys.stdout)
        return 0
    except OSError as error:
        send_nowhere(sys.stdout)
        complain(_sentence(error))
        return FAILED
    return status


def _run(arguments: Sequence[str]) -> int:
    try:
        # Not main(): that ends a broken pipe with status 1, also where it is not standalone.
        with casefile.make_context("casefile", list(arguments)) as context:
            status = casefile.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as error:
        _usage(error)
        return USAGE
    except click.ClickException as error:
        complain(error.format_message())
        return FAILED
    except CasefileError as error:
        complain(str(error))
        return FAILED
    return status if isinstance(status, int) else 0


def _usage(error: click.UsageError) -> None:
    message = " ".join(error.format_message().split()).rstrip(".")
    command = error.ctx.command_path if error.ctx else "casefile"
    complain(f"{message} (see '{command} --help').")


def _sentence(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "There is no room left to write the output: free some space and try again."
    name = error.filename or "The output"
    return f"{name} cannot be used: {(error.strerror or str(error)).lower()}."


def _say_updating(case: Path, part: str) -> None:
    mention(f"Bringing {case} up to date: its {part} (once; it may take minutes) …")


def _listen() -> None:
    """Let SIGTERM and SIGHUP end the program by an exception, so that blocks finish."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # nohup(1) has it ignored already, and means it.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> None:
    raise Ended(number)

"""Run one command: what goes wrong becomes one sentence and an exit status.

0 done; 1 done in part or not; 2 wrong usage; 128 + n ended by signal n.
"""

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from casefile.cli.commands import casefile
from casefile.cli.printing import complain
from casefile.errors import CasefileError

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
    try:
        status = casefile.main(list(arguments), prog_name="casefile", standalone_mode=False)
        sys.stdout.flush()
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
    except (click.Abort, KeyboardInterrupt):
        complain("Stopped; what was done is kept.")
        return BY_SIGNAL + signal.SIGINT
    except Ended as ended:
        return BY_SIGNAL + ended.number
    except BrokenPipeError:
        # The reader has had enough (| head): end quietly, and keep Python from
        # complaining when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        complain(f"{error.filename or 'The output'} cannot be used: {error.strerror or error}.")
        return FAILED
    return status if isinstance(status, int) else 0


def _usage(error: click.UsageError) -> None:
    message = error.format_message()
    hint = f" (see '{error.ctx.command_path} --help')" if error.ctx else ""
    complain(message.rstrip(".") + hint + ".")


def _listen() -> None:
    """Let SIGTERM and SIGHUP end the program by an exception, so that blocks finish."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> None:
    raise Ended(number)

"""The command line: one file per group of commands; the only room that prints."""

import signal
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; see ``casefile.cli.run``."""
    try:
        from casefile.cli.run import run

        return run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:
        # While the program was still being loaded: nothing was done yet.
        return 128 + signal.SIGINT

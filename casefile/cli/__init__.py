"""The command line: one file per group of commands; the only room that prints."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; see ``casefile.cli.run``."""
    from casefile.cli.run import run

    return run(sys.argv[1:] if arguments is None else list(arguments))

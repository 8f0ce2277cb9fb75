"""How the command line prints: data on stdout, everything else on stderr.

On a terminal every text is made safe, so that no byte of a source drives it;
in a pipe the text goes out as it is.
"""

import json
import sys
from typing import Any

import click

from casefile.core.safe import safe, safe_line


def is_terminal() -> bool:
    """Tell whether stdout is a terminal."""
    return sys.stdout.isatty()


def say(text: str = "") -> None:
    """Print a line of data."""
    _write(sys.stdout, safe(text) if is_terminal() else text)


def say_json(document: Any) -> None:
    """Print one JSON document; on a terminal what would drive it is escaped."""
    ascii = is_terminal()
    _write(sys.stdout, json.dumps(document, ensure_ascii=ascii, indent=1))


def complain(sentence: str) -> None:
    """Print one sentence about what went wrong."""
    _write(sys.stderr, f"casefile: {safe_line(sentence)}")


def mention(sentence: str) -> None:
    """Print a remark beside the data."""
    _write(sys.stderr, safe(sentence))


def strong(text: str) -> str:
    """Return the text in bold on a terminal that may be coloured."""
    import os

    if not is_terminal() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb":
        return safe(text)
    return click.style(safe(text), bold=True)


def say_styled(text: str) -> None:
    """Print a line whose parts were made safe by :func:`strong` and ``safe`` already."""
    _write(sys.stdout, text)


def _write(out: Any, text: str) -> None:
    # A name of a file can hold bytes that are no text (surrogates): show them.
    print(text.encode("utf-8", "backslashreplace").decode("utf-8"), file=out)


class Progress:
    """One line on stderr that says what is being read; nothing where that is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._width = 0

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show how far it is."""
        if not self._shown:
            return
        words = f"{done} of {total} {safe_line(name)}"[:70] if name else ""
        sys.stderr.write("\r" + words.ljust(self._width) + ("" if name else "\r"))
        sys.stderr.flush()
        self._width = len(words)

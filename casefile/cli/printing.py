"""How the command line prints: data on stdout, everything else on stderr.

On a terminal every text is made safe, so that no byte of a source drives it;
in a pipe the text goes out as it is, in UTF-8.
"""

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from time import monotonic
from typing import Any, TextIO

import click

from casefile.cli.layout import NARROWEST, cells, fitted, terminal_width, wrapped
from casefile.core.safe import safe, safe_line

_MOST = 40
"""Lines printed of what follows from a decision."""


def prepare_output() -> None:
    """Let no text fail to be printed, whatever the locale says.

    A pipe gets UTF-8. What cannot be written, such as a file name that is no
    text, is shown with backslashes.
    """
    for out in (sys.stdout, sys.stderr):
        if isinstance(out, TextIOWrapper):
            encoding = None if out.isatty() else "utf-8"
            out.reconfigure(encoding=encoding, errors="backslashreplace")


def send_nowhere(out: TextIO | None) -> None:
    """Let go of what could not be printed, so that Python does not fail on it at exit."""
    if out is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, out.fileno())
        os.close(nowhere)


def is_terminal() -> bool:
    """Tell whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def say(text: str = "") -> None:
    """Print a line of data, or a text of many."""
    _write(sys.stdout, safe(text) if is_terminal() else text)


def say_first(lines: Sequence[str]) -> None:
    """Print the first of many lines, and how many more there are."""
    for told in lines[:_MOST]:
        say_styled(line(told))
    if len(lines) > _MOST:
        say_styled(line(f"  and {len(lines) - _MOST:,} more: --json tells all"))


def say_json(document: Any) -> None:
    """Print one JSON document; on a terminal what would drive it is escaped."""
    text = json.dumps(document, ensure_ascii=is_terminal(), indent=1)
    say(text)


def complain(sentence: str) -> None:
    """Print one sentence about what went wrong."""
    _remark(f"casefile: {safe_line(sentence)}")


def mention(sentence: str) -> None:
    """Print a remark beside the data."""
    _remark(safe_line(sentence))


def line(text: str) -> str:
    """Return foreign text as one line: safe for a terminal, as it is for a pipe."""
    return safe_line(text) if is_terminal() else text.replace("\n", " ").replace("\t", " ")


def strong(text: str) -> str:
    """Return a text that :func:`line` returned in bold, on a terminal that may be coloured."""
    return click.style(text, bold=True) if text and _may_style() else text


def faint(text: str) -> str:
    """Return a text that :func:`line` returned dimmed, on a terminal that may be coloured."""
    return click.style(text, dim=True) if text and _may_style() else text


def say_styled(text: str) -> None:
    """Print a line whose parts :func:`line`, :func:`strong` or :func:`faint` returned."""
    _write(sys.stdout, text)


def say_entry(left: str, label: str, detail: str = "", *, bold: bool = False) -> None:
    """Print a label right of what stands before it, and its detail behind or under it."""
    head, tail = line(label).strip(), line(detail)
    if not is_terminal():
        say_styled(f"{left} {head}" + (f"  [{tail}]" if tail else ""))
        return
    indent = cells(left) + 1
    width = max(terminal_width() - indent, NARROWEST)
    rows = wrapped(head, width)
    fits = cells(rows[-1]) + 2 + cells(tail) <= width
    shown = [strong(row) if bold else row for row in rows]
    if tail and fits:
        shown[-1] += "  " + faint(tail)
    elif tail:
        shown += [faint(row) for row in wrapped(tail, width)]
    for number, row in enumerate(shown):
        say_styled((left + " " if number == 0 else " " * indent) + row)


def _may_style() -> bool:
    # https://no-color.org: set and not empty.
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _remark(text: str) -> None:
    # Whoever reads the errors may have had enough of them: that is no error.
    try:
        _write(sys.stderr, text)
    except OSError:
        send_nowhere(sys.stderr)


def _write(out: TextIO | None, text: str) -> None:
    # None where the shell closed it (>&-); print() would then write to stdout.
    if out is not None:
        print(text, file=out)


_TOLD_EVERY_S = 0.1
"""Seconds between what a program is told of progress."""


class Progress:
    """One line on stderr that says what is being read; nothing where that is no terminal.

    For a program that asks for it a JSON object a line, ``{"done", "total", "name"}``, about ten a
    second at most; without a name all is read.
    """

    def __init__(self, *, for_program: bool = False) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._for_program = for_program
        self._told_at = 0.0

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show how far it is; an empty name takes the line away."""
        if self._for_program:
            now = monotonic()
            if not name or now - self._told_at >= _TOLD_EVERY_S:
                self._told_at = now
                _remark(json.dumps({"done": done, "total": total, "name": name}))
                with suppress(AttributeError, OSError):
                    sys.stderr.flush()
            return
        if not self._shown:
            return
        room = terminal_width() - 1
        words = fitted(safe_line(f"{done} of {total} {name}"), room) if name else ""
        with suppress(OSError):
            sys.stderr.write("\r" + " " * room + "\r" + words)
            sys.stderr.flush()

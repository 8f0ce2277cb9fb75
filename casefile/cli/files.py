"""The file itself: ``export``, ``check``."""

import io
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import IO

import click

from casefile.case import Case
from casefile.cli.printing import complain, is_terminal, mention, say, say_json
from casefile.cli.words import FILE, WORDS
from casefile.errors import CannotWrite
from casefile.exchange import casefile_json
from casefile.model.words import Ref

Write = Callable[[IO[str]], object]
"""Writes a document into an open file."""


@click.command()
@click.argument("case", type=FILE)
@click.argument("refs", nargs=-1, type=WORDS, metavar="[REF]...")
@click.option(
    "--format", "format_name", type=click.Choice(["json", "markdown"]), default="json",
    show_default=True,
)  # fmt: skip
@click.option("-o", "--output", type=FILE, help="A file, or - for stdout.")
def export(case: Path, refs: tuple[str, ...], format_name: str, output: Path | None) -> int:
    """Write CASE in another format; json is the contract `casefile/1`.

    markdown is the notes, of the whole case or on each REF, as one document: what they
    point to stands in footnotes, with its words and who says so.
    """
    if refs and format_name == "json":
        raise click.UsageError("A REF goes with --format markdown; json is the whole case")
    with Case(case) as open_case:
        if format_name == "json":
            document = open_case.contents()
            write: Write = partial(casefile_json.write, document)
        else:
            document = None
            found = open_case.notebook([Ref.parse(ref) for ref in refs])
            write = partial(_write_text, found.text)
    if output is None or str(output) == "-":
        _write_out(document, write)
    else:
        if output.exists() and output.samefile(case):
            raise CannotWrite(f"{output} is the case itself: name another file.")
        _write_whole(output, write)
        mention(f"{output} written.")
    return 0


def _write_text(text: str, out: IO[str]) -> None:
    out.write(text)


def _write_out(document: dict[str, object] | None, write: Write) -> None:
    if document is not None and is_terminal():
        say_json(document)
        return
    text = io.StringIO()
    write(text)
    say(text.getvalue().rstrip("\n"))


def _write_whole(output: Path, write: Write) -> None:
    """Write a file so that it is the old or the new one at every moment.

    A device or a pipe is written into: to put a file in the place of ``/dev/null``
    would break the machine. A symbolic link stays, and what it points at is written.
    """
    target = Path(os.path.realpath(output))
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("w", encoding="utf-8", newline="\n") as file:
            write(file)
        return
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise CannotWrite(f"{output} cannot be written: {_why(error)}.") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except OSError as error:
        with suppress(OSError):
            os.unlink(name)
        raise CannotWrite(f"{output} cannot be written: {_why(error)}.") from error


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


@click.command()
@click.argument("case", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def check(case: Path, as_json: bool) -> int:
    """Is the file of CASE whole: as SQLite sees it, and by our own promises."""
    with Case(case, read_only=True) as open_case:
        found = open_case.check()
        summary = open_case.summary()
    if as_json:
        say_json([{"what": d.what, "count": d.count, "example": d.example} for d in found])
    for damage in found:
        complain(f"{damage.count} times {damage.what}, such as {damage.example}.")
    if not found and not as_json:
        say(f"{case} is whole: {summary.sources} sources, {summary.notes} notes.")
    return 1 if found else 0

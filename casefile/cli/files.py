"""The file itself: ``export``, ``check``."""

import io
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.printing import complain, is_terminal, mention, say, say_json
from casefile.errors import CannotWrite
from casefile.exchange import casefile_json


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--format", "format_name", type=click.Choice(["json"]), default="json")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file; else stdout.")
def export(case: Path, format_name: str, output: Path | None) -> int:
    """Write CASE in another format; json is the contract `casefile/1`."""
    with Case(case) as open_case:
        document = open_case.contents()
    if output is None:
        if is_terminal():
            say_json(document)
        else:
            text = io.StringIO()
            casefile_json.write(document, text)
            sys.stdout.buffer.write(text.getvalue().encode("utf-8"))
        return 0
    _write_whole(output, document)
    mention(f"{output} written.")
    return 0


def _write_whole(output: Path, document: dict[str, object]) -> None:
    """Write a file so that it is the old or the new one at every moment."""
    try:
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    except OSError as error:
        raise CannotWrite(f"{output} cannot be written: {_why(error)}.") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            casefile_json.write(document, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, output)
    except OSError as error:
        with suppress(OSError):
            os.unlink(name)
        raise CannotWrite(f"{output} cannot be written: {_why(error)}.") from error


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
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

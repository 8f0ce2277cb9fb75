"""Bring articles in: ``add``."""

import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casefile.case import Case
from casefile.cli.printing import Progress, complain, line, mention, say_json, say_styled
from casefile.cli.words import ENGINE, FILE, WORDS
from casefile.model.words import Ref

if TYPE_CHECKING:
    from casefile.deeds.adding import Added
    from casefile.deeds.versions import Versioned

_LARGEST_INPUT = 200 * 1024 * 1024 + 1
"""Bytes of standard input, which may have no end: one more than an article may have."""


def _date(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    from casefile.core.edtf import is_valid

    if value is not None and not is_valid(value):
        raise click.BadParameter(f"{value!r} is not a date: write 2016-10-07, 2016-10 or 2016.")
    return value


@click.command()
@click.argument("case", type=FILE)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--title", type=WORDS, help="The title, where you know it.")
@click.option("--publisher", type=WORDS, help="Who published it.")
@click.option("--author", type=WORDS, help="Who wrote it.")
@click.option(
    "--published",
    metavar="DATE",
    type=WORDS,
    callback=_date,
    help="When: 2016-10-07, 2016-10, 2016 (EDTF).",
)
@click.option("--url", type=WORDS, help="Where it was.")
@click.option("--language", type=WORDS, help="BCP 47, such as en.")
@click.option(
    "--engine",
    default="rules",
    show_default=True,
    type=ENGINE,
    help="What extracts; see 'casefile engines'.",
)
@click.option("--version-of", type=WORDS, metavar="REF", help="It is this source's new text.")
@click.option("--separate", is_flag=True, help="No PATH is a new text of a source.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--progress", is_flag=True, help="Say on stderr how far it is, in JSON lines.")
def add(
    case: Path,
    paths: tuple[str, ...],
    engine: str,
    version_of: str | None,
    separate: bool,
    jobs: int,
    as_json: bool,
    progress: bool,
    **stated: Any,
) -> int:
    """Read articles into CASE, which is made if it is not there.

    A PATH is a file (.txt, .md, .html), a folder, or - for one text on standard
    input. The same bytes twice change nothing; a file that cannot be read fails
    alone.

    A changed text from the web address of a source becomes its new version: what
    you wrote on it moves with the words, the old text is kept, and 'casefile undo'
    takes it back. One from a file of the same name is not added until you say
    --version-of or --separate.
    """
    from casefile.deeds.adding import Stated

    if version_of is not None and separate:
        raise click.UsageError("--version-of and --separate exclude each other.")
    former = None if version_of is None else Ref.parse(version_of)
    stdin = _standard_input() if "-" in paths else None
    begun = time.monotonic()
    with Case(case, create=True, read_only=False) as open_case:
        report = open_case.add(
            paths,
            stated=Stated(**stated),
            stdin=stdin,
            engine=engine,
            version_of=former,
            separate=separate,
            jobs=jobs,
            progress=Progress(for_program=progress),
        )
        new = (*report.added, *(one.ref for one in report.versions))
        labels = {ref: open_case.label(ref) for ref in new}
    seconds = round(time.monotonic() - begun, 3)
    if as_json:
        say_json(_document(report, seconds))
    else:
        _say(report, labels)
    for warning in report.warnings:
        mention(f"note: {warning}")
    for failed in report.failed:
        complain(failed.reason)
    return 1 if report.failed else 0


def _document(report: "Added", seconds: float) -> dict[str, Any]:
    """Return what ``--json`` prints; see the contract."""
    return {
        "added": [str(ref) for ref in report.added],
        "versions": [str(one.ref) for one in report.versions],
        "unchanged": [str(ref) for ref in report.unchanged],
        "failed": [{"path": one.path, "reason": one.reason} for one in report.failed],
        "seconds": seconds,
    }


def _say(report: "Added", labels: Mapping[Ref, str]) -> None:
    """Say what came in, line by line."""
    for ref in report.added:
        say_styled(f"{ref!s:<11} {line(labels[ref])}")
    for one in report.versions:
        say_styled(f"{one.ref!s:<11} version {one.number}: {line(labels[one.ref])}")
        mention(_followed(one))
    mention(_counted(report))


def _standard_input() -> bytes:
    return b"" if sys.stdin is None else sys.stdin.buffer.read(_LARGEST_INPUT)


def _followed(one: "Versioned") -> str:
    """Say what became of what the reader wrote on a text that is another now."""
    told = f"{one.ref} was in the case: its text is another now, the former is kept."
    if one.moved:
        told += f" {one.moved} of your notes and reviews stand on it."
    if one.orphaned:
        told += f" {one.orphaned} stood on words that are gone: 'casefile versions' lists them."
    return f"{told} 'casefile undo' takes it back."


def _counted(report: "Added") -> str:
    counts = {
        "new version" if len(report.versions) == 1 else "new versions": len(report.versions),
        "unchanged": len(report.unchanged),
        "failed": len(report.failed),
        "of other types skipped": report.skipped,
    }
    told = [f"{count} {what}" for what, count in counts.items() if count]
    return ", ".join([f"{len(report.added)} added", *told]) + "."

"""Bring articles in: ``add``, ``extract``."""

import sys
import time
from pathlib import Path
from typing import Any

import click

from casefile.case import Case
from casefile.cli.printing import Progress, complain, mention, say, say_json
from casefile.model.words import Ref


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True)
@click.option("--title", help="The title, where you know it.")
@click.option("--publisher", help="Who published it.")
@click.option("--author", help="Who wrote it.")
@click.option("--published", metavar="DATE", help="When: 2016-10-07, 2016-10, 2016 (EDTF).")
@click.option("--url", help="Where it was.")
@click.option("--language", help="BCP 47, such as en.")
@click.option("--engine", default="rules", show_default=True, help="What extracts.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def add(
    case: Path, paths: tuple[str, ...], engine: str, jobs: int, as_json: bool, **stated: Any
) -> int:
    """Read articles into CASE, which is made if it is not there.

    A PATH is a file (.txt, .md, .html), a folder, or - for one text on standard
    input. The same bytes twice change nothing; a file that cannot be read fails
    alone.
    """
    from casefile.deeds.adding import Stated

    stdin = sys.stdin.buffer.read() if "-" in paths else None
    begun = time.monotonic()
    with Case(case, create=True, read_only=False) as open_case:
        report = open_case.add(
            paths,
            stated=Stated(**stated),
            stdin=stdin,
            engine=engine,
            jobs=jobs,
            progress=Progress(),
        )
        labels = {ref: open_case.label(ref) for ref in report.added}
    seconds = round(time.monotonic() - begun, 3)
    if as_json:
        say_json(
            {
                "added": [str(ref) for ref in report.added],
                "unchanged": [str(ref) for ref in report.unchanged],
                "failed": [{"path": one.path, "reason": one.reason} for one in report.failed],
                "seconds": seconds,
            }
        )
    else:
        for ref in report.added:
            say(f"{ref}  {labels[ref]}")
        counts = f"{len(report.added)} added, {len(report.unchanged)} unchanged"
        mention(f"{counts}, {len(report.failed)} failed, {report.skipped} of other types skipped.")
    for warning in report.warnings:
        mention(f"note: {warning}")
    for failed in report.failed:
        complain(failed.reason)
    return 1 if report.failed else 0


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("refs", nargs=-1)
@click.option("--engine", default="rules", show_default=True, help="What extracts.")
def extract(case: Path, refs: tuple[str, ...], engine: str) -> int:
    """Run the engine again over sources of CASE, or over all.

    Notes and other work of yours are kept, and so are the refs of what is found
    again.
    """
    with Case(case) as open_case:
        wanted = [Ref.parse(ref) for ref in refs]
        count = open_case.extract(wanted, engine=engine, progress=Progress())
    mention(f"{count} source{'' if count == 1 else 's'} extracted again.")
    return 0

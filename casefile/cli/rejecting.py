"""Say that words are no name: ``reject``."""

from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.printing import line, mention, say_json, say_styled
from casefile.cli.words import FILE, WORDS
from casefile.model.words import Ref, Span


@click.command()
@click.argument("case", type=FILE)
@click.argument("text", type=WORDS)
@click.option("--in", "source", type=WORDS, metavar="REF", help="Only in this source.")
@click.option("--at", type=click.IntRange(0), help="Only the mention that starts there.")
@click.option("--dry-run", is_flag=True, help="Count the mentions and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def reject(
    case: Path, text: str, source: str | None, at: int | None, dry_run: bool, as_json: bool
) -> int:
    """Say that TEXT, letter for letter, names nobody and nothing in CASE.

    No engine makes it a name again; 'casefile undo' does, in one step. Without
    --in it holds for every source, also for those that come.
    """
    if at is not None and source is None:
        raise click.UsageError("--at needs --in: which source?")
    where = None if source is None else Ref.parse(source)
    span = None if at is None else Span(at, at + len(text))
    with Case(case) as open_case:
        deed = open_case.mentions_of if dry_run else open_case.reject
        done = deed(text, source=where, span=span)
    if as_json:
        counts = {"text": done.form, "mentions": done.mentions, "sources": done.sources}
        say_json({**counts, "rejected": not dry_run, "remarks": list(done.remarks)})
    else:
        mentions = f"{done.mentions:,} mention" + ("" if done.mentions == 1 else "s")
        sources = f"{done.sources:,} source" + ("" if done.sources == 1 else "s")
        verb = "would go" if dry_run else "went"
        say_styled(line(f"{text!r} is no name: {mentions} in {sources} {verb}"))
    for remark in done.remarks:
        mention(f"note: {remark}")
    return 0

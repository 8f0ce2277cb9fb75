"""The file itself: ``export``, ``check``."""

import io
from functools import partial
from pathlib import Path
from typing import IO

import click

from casefile.case import Case
from casefile.cli.printing import complain, is_terminal, mention, say, say_json
from casefile.cli.words import FILE, WORDS
from casefile.cli.writing import Write, write_whole
from casefile.errors import DamagedCase
from casefile.exchange import casefile_json
from casefile.model.kept import Damage
from casefile.model.words import Ref


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
        write_whole(output, write, case=case)
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


@click.command()
@click.argument("case", type=FILE)
@click.option("--repair", "is_repair", is_flag=True, help="Make anew what can be; copies it first.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def check(case: Path, is_repair: bool, as_json: bool) -> int:
    """Is the file of CASE whole: as SQLite sees it, and by our own promises.

    With --repair all that follows from what you wrote and what was found is made anew:
    indexes, clusters, counts. A copy of the file as it was is made before.
    """
    try:
        with Case(case, read_only=not is_repair) as open_case:
            if is_repair:
                return _repair(open_case, as_json=as_json)
            found = open_case.check()
            whole = "" if found else _whole(open_case)
    except DamagedCase as error:
        if error.__cause__ is None:
            raise
        raise DamagedCase(
            f"{case} is damaged so far that it cannot be opened ({error.__cause__}):"
            " go back to a copy, or add its sources to a new case."
        ) from error
    if as_json:
        say_json(list(map(_damage_object, found)))
    for damage in found:
        complain(_told(damage))
    if found:
        mention(f"'casefile check {case} --repair' makes anew what can be.")
    elif not as_json:
        say(whole)
    return 1 if found else 0


def _whole(case: Case) -> str:
    held = case.summary()
    return f"{case.path} is whole: {held.sources} sources, {held.notes} notes."


def _repair(case: Case, *, as_json: bool) -> int:
    done = case.repair()
    if as_json:
        say_json(
            {
                "backup": str(done.backup) if done.backup else None,
                "mended": list(map(_damage_object, done.mended)),
                "left": list(map(_damage_object, done.left)),
                "saved": str(done.saved) if done.saved else None,
                "unread": list(done.unread),
            }
        )
    elif done.backup is None:
        say(f"{_whole(case)} There is nothing to do.")
    else:
        say(f"As it was, the case is in {done.backup}")
        for damage in done.mended:
            say(f"Mended: {_told(damage)}")
    for damage in done.left:
        complain(f"{_told(damage)[:-1]}: {_help_for(damage)}.")
    if done.saved:
        some = f"all but some rows of {', '.join(done.unread)}" if done.unread else "all of it"
        complain(f"{case.path} cannot be mended and is as it was; {some} is in {done.saved}.")
    return 1 if done.left or done.saved else 0


def _told(damage: Damage) -> str:
    return f"{damage.count} times {damage.what}, such as {damage.example}."


def _help_for(damage: Damage) -> str:
    """Return what a reader can do about damage that no repair mends."""
    if damage.what.startswith(("note", "question", "judgement")):
        return "what you wrote stays as it is"
    if damage.what in ("file", "source without a text"):
        return "go back to a copy, or add the sources to a new case and replay the log"
    return "'casefile extract' reads that source again"


def _damage_object(damage: Damage) -> dict[str, object]:
    return {"what": damage.what, "count": damage.count, "example": damage.example}

"""The reader's hand from the shell: ``note``, ``log``, ``replay``, ``undo``, ``redo``."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casefile.case import Case
from casefile.cli.making import passage
from casefile.cli.printing import line, mention, say, say_json, say_styled
from casefile.cli.words import FILE, WORDS
from casefile.cli.writing import write_whole
from casefile.core.nouns import count_of
from casefile.errors import Unreadable
from casefile.model.kept import Decision
from casefile.model.words import Kind, Ref

if TYPE_CHECKING:
    from casefile.deeds.logwords import LogEntry


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.argument("text", nargs=-1, type=WORDS)
@click.option("--quote", type=WORDS, help="The words of a source that it stands on.")
@click.option("--at", type=click.IntRange(0), help="Where the words begin, if said twice.")
@click.option("--delete", is_flag=True, help="Delete the notes that are named.")
def note(
    case: Path, ref: str, text: tuple[str, ...], quote: str | None, at: int | None, delete: bool
) -> int:
    """Write a note on REF of CASE; where REF is a note TEXT takes its place.

    With --quote it stands on these words of a source. With --delete the notes
    REF... go, as one decision. 'casefile undo' takes each back.
    """
    refs = [Ref.parse(ref)]
    if delete:
        refs += [Ref.parse(one) for one in text]
        with Case(case) as open_case:
            many = open_case.delete_notes(refs)
        say(f"{count_of(many, 'note')} deleted")
        return 0
    if not text:
        raise click.UsageError("Missing argument 'TEXT...': say what the note says.")
    with Case(case) as open_case:
        if refs[0].kind is Kind.NOTE and quote is None:
            written = open_case.edit_note(refs[0], " ".join(text))
        else:
            span = passage(open_case, refs[0], quote, at) if quote is not None else None
            written = open_case.add_note(refs[0], " ".join(text), span=span)
    say(f"{written.ref} on {written.target}")
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.option("--export", "exported", type=FILE, metavar="FILE", help="Write it for 'replay'.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def log(case: Path, exported: Path | None, as_json: bool) -> int:
    """Show what people decided in CASE, oldest first.

    With --export it is written so that 'casefile replay' can add it to another
    case with the same sources; - writes to stdout.
    """
    with Case(case) as open_case:
        if exported is not None:
            return _export(open_case.export_log(), exported, case=case)
        entries = open_case.log_entries()[::-1]
    if as_json:
        say_json([_object(one) for one in entries if one.is_own])
        return 0
    for one in entries:
        told = one.decision
        number = f"{told.id:>5}" if one.is_own else "    +"
        named = f": {one.label}" if one.label else ""
        taken_back = "  (taken back)" if told.undone else ""
        say_styled(
            line(f"{number}  {told.at}  {told.by}  {one.words}{named}  {told.target}{taken_back}")
        )
    if not entries:
        say("Nothing has been decided yet: notes and judgements are listed here.")
    return 0


def _export(document: dict[str, object], file: Path, *, case: Path) -> int:
    if str(file) == "-":
        say_json(document)
        return 0
    packed = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    write_whole(file, lambda out: out.write(packed), case=case)
    decisions = document["decisions"]
    assert isinstance(decisions, list)
    mention(f"{len(decisions):,} written to {file}.")
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def replay(case: Path, file: Path, as_json: bool) -> int:
    """Add the decisions of the log FILE to CASE; the same twice changes nothing.

    Two people merge their work by replaying each other's log, in any order. Where
    both said something of the same thing the later holds, until one is chosen with
    'casefile settle'. One undo takes the whole replay back.
    """
    try:
        document = json.loads(file.read_text(encoding="utf-8", errors="surrogatepass"))
    except (OSError, ValueError, RecursionError) as error:
        raise Unreadable(f"{file} cannot be read as a log: {error}.") from error
    with Case(case) as open_case:
        done = open_case.replay(document)
        clashing = sum(one.is_open for one in open_case.clashes())
    if as_json:
        counts = {"added": done.decisions, "known": done.known, "waiting": done.waiting}
        say_json({**counts, "clashing": clashing, "remarks": list(done.remarks)})
    else:
        say(f"{done.decisions:,} decisions added, {done.known:,} were known.")
    if clashing:
        mention(f"{clashing:,} clash: 'casefile settle {case}' lists them with both texts.")
    if done.waiting:
        mention(
            f"{done.waiting:,} are about sources that are not in this case:"
            " add these and replay the log again."
        )
    for remark in done.remarks:
        mention(f"note: {remark}")
    return 0


def _object(one: "LogEntry") -> dict[str, object]:
    told = one.decision
    return {
        "id": told.id,
        "deed": told.what,
        "target": str(told.target),
        "by": told.by,
        "at": told.at,
        "undone": told.undone,
        "words": one.words,
        "label": one.label,
    }


@click.command()
@click.argument("case", type=FILE)
@click.option("--to", type=click.IntRange(1), metavar="N", help="Back to before number N.")
def undo(case: Path, to: int | None) -> int:
    """Take back the last decision in CASE; with --to that one of the log and all after it."""
    with Case(case) as open_case:
        done = [open_case.undo()] if to is None else open_case.undo_to(to)
    for decision in done:
        mention(f"Taken back: {decision.what} ({decision.target}).")
        _say_remarks(decision)
    return 0


@click.command()
@click.argument("case", type=FILE)
def redo(case: Path) -> int:
    """Make again what was last taken back in CASE."""
    with Case(case) as open_case:
        decision = open_case.redo()
    mention(f"Made again: {decision.what} ({decision.target}).")
    _say_remarks(decision)
    return 0


def _say_remarks(decision: Decision) -> None:
    for remark in decision.remarks:
        mention(f"note: {remark}")

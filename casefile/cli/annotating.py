"""The reader's hand from the shell: ``note``, ``log``, ``undo``, ``redo``."""

from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.printing import line, mention, say, say_json, say_styled
from casefile.cli.words import FILE, WORDS
from casefile.model.rows import Decision
from casefile.model.words import Ref


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.argument("text", nargs=-1, required=True, type=WORDS)
def note(case: Path, ref: str, text: tuple[str, ...]) -> int:
    """Write a note on REF of CASE."""
    with Case(case) as open_case:
        written = open_case.add_note(Ref.parse(ref), " ".join(text))
    say(f"{written.ref} on {written.target}")
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def log(case: Path, as_json: bool) -> int:
    """Show what people decided in CASE, oldest first."""
    with Case(case) as open_case:
        decisions = open_case.log()
    if as_json:
        say_json([_object(one) for one in decisions])
        return 0
    for one in decisions:
        taken_back = "  (taken back)" if one.undone else ""
        say_styled(line(f"{one.id:>5}  {one.at}  {one.by}  {one.what}  {one.target}{taken_back}"))
    if not decisions:
        say("Nothing has been decided yet: notes and judgements are listed here.")
    return 0


def _object(one: Decision) -> dict[str, object]:
    return {
        "id": one.id,
        "deed": one.what,
        "target": str(one.target),
        "by": one.by,
        "at": one.at,
        "undone": one.undone,
    }


@click.command()
@click.argument("case", type=FILE)
def undo(case: Path) -> int:
    """Take back the last decision in CASE."""
    with Case(case) as open_case:
        decision = open_case.undo()
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

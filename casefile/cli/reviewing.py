"""What a review says, from the shell: ``tag``, ``tags``, ``status``, ``grade``, ``sensitive``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from casefile.case import Case
from casefile.cli.printing import line, mention, say, say_json, say_styled
from casefile.cli.words import FILE, WORDS
from casefile.core.nouns import count_of
from casefile.model.review import GRADES, Status
from casefile.model.words import Ref

if TYPE_CHECKING:
    from casefile.deeds.reviewing import Reviewed

_SCALES = "\b\n" + "\n".join(f"  {grade}  {wording}" for grade, wording in GRADES.items())


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.argument("tags", nargs=-1, required=True, type=WORDS, metavar="TAG...")
@click.option("--remove", is_flag=True, help="Take these tags away instead.")
def tag(case: Path, ref: str, tags: tuple[str, ...], remove: bool) -> int:
    """Give REF of CASE tags; REF may be a source, entity, event, fact or note.

    A tag with blanks is quoted for your shell; it has no comma.
    """
    with Case(case) as open_case:
        thing = Ref.parse(ref)
        done = open_case.tag([thing], **{"remove" if remove else "add": tags})
        now = open_case.review(thing).tags
    _say(done, thing, "tags: " + (", ".join(now) or "none"))
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.option("--rename", nargs=2, type=WORDS, metavar="OLD NEW", help="Call a tag otherwise.")
@click.option("--remove", type=WORDS, metavar="TAG", help="Take a tag from everything.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def tags(case: Path, rename: tuple[str, str] | None, remove: str | None, as_json: bool) -> int:
    """List the tags of CASE, most used first; rename or remove one everywhere."""
    if rename and remove:
        raise click.UsageError("Rename or remove, one at a time")
    with Case(case) as open_case:
        if rename:
            done = open_case.rename_tag(*rename)
            mention(f"Renamed on {_things(done)}.")
        if remove is not None:
            done = open_case.drop_tag(remove)
            mention(f"Removed from {_things(done)}.")
        known = open_case.tags()
    if as_json:
        say_json([{"tag": name, "uses": uses} for name, uses in known])
        return 0
    for name, uses in known:
        say_styled(line(f"{uses:>7,}  {name}"))
    if not known:
        say("Nothing has a tag yet: 'casefile tag' gives one.")
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.argument("status", type=click.Choice(list(Status), case_sensitive=False))
@click.option("--reason", default="", type=WORDS, help="Why, in one line.")
def status(case: Path, ref: str, status: Status, reason: str) -> int:
    """Say how a review left REF of CASE: an entity, an event or a fact.

    No machine changes it; 'unreviewed' takes it back.
    """
    with Case(case) as open_case:
        thing = Ref.parse(ref)
        done = open_case.set_status([thing], status, reason=reason)
        now = open_case.review(thing)
    _say(done, thing, f"status: {now.status}" + (f" ({now.reason})" if now.reason else ""))
    return 0


@click.command(epilog=_SCALES)
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.argument("grade", type=WORDS)
@click.option("--reason", default="", type=WORDS, help="Why, in one line.")
def grade(case: Path, ref: str, grade: str, reason: str) -> int:
    """Grade REF of CASE: a source by A to F, a fact by 1 to 6; 'none' takes it back.

    A letter says how far a source can be relied on, a digit whether a thing told is
    true; one says nothing about the other, and they are never reckoned together.
    """
    wanted = None if grade.strip().lower() == "none" else grade
    with Case(case) as open_case:
        thing = Ref.parse(ref)
        done = open_case.set_grade([thing], wanted, reason=reason)
        now = open_case.review(thing)
    said = f"{now.grade}, {GRADES[now.grade]}" if now.grade else "none"
    _say(done, thing, f"grade: {said}" + (f" ({now.grade_reason})" if now.grade_reason else ""))
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.option("--remove", is_flag=True, help="Take the mark away.")
def sensitive(case: Path, ref: str, remove: bool) -> int:
    """Mark REF of CASE as sensitive; exports say so of it."""
    with Case(case) as open_case:
        thing = Ref.parse(ref)
        done = open_case.set_sensitive([thing], not remove)
    _say(done, thing, "not sensitive" if remove else "sensitive")
    return 0


def _say(done: "Reviewed", ref: Ref, what: str) -> None:
    shown = done.refs[0] if done.refs else ref
    say_styled(line(f"{shown}  {what}"))
    if not done.refs:
        mention(f"{ref} says so already: nothing was changed.")


def _things(done: "Reviewed") -> str:
    return count_of(len(done.refs), "thing")

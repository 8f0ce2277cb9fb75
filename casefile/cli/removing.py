"""Take sources out of a case and bring them back: ``remove``, ``restore``, ``removed``."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casefile.case import Case
from casefile.cli.layout import padded
from casefile.cli.printing import line, mention, say_first, say_json, say_styled, strong
from casefile.cli.words import FILE, WORDS
from casefile.model.kept import Removal
from casefile.model.words import Ref

if TYPE_CHECKING:
    from casefile.deeds.removing import Removed


@click.command()
@click.argument("case", type=FILE)
@click.argument("refs", type=WORDS, nargs=-1, required=True, metavar="REF...")
@click.option("--reason", type=WORDS, default="", help="Why, in your words.")
@click.option("--dry-run", is_flag=True, help="Tell what would go and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def remove(case: Path, refs: tuple[str, ...], reason: str, dry_run: bool, as_json: bool) -> int:
    """Take sources out of CASE with all that hangs on them, as one decision.

    Nothing is lost: 'casefile restore' and 'casefile undo' bring them back, with
    what you wrote on them. They are never read in again by themselves.
    """
    things = [Ref.parse(ref) for ref in refs]
    with Case(case) as open_case:
        done = open_case.removal(*things) if dry_run else open_case.remove(*things, reason=reason)
    if as_json:
        yours = [
            {"ref": str(one.ref), "words": one.words, "is_elsewhere": one.is_elsewhere}
            for one in done.yours
        ]
        told = {**_refs(done.refs), **done.counts, "yours": yours, "removed": not dry_run}
        say_json({**told, "remarks": list(done.remarks)})
    else:
        verb = "would take" if dry_run else "took"
        say_styled(line(f"{_named(done)} {verb} {done} out of view"))
        if done.yours:
            goes = "would go" if dry_run else "went"
            them = "it" if len(done.refs) == 1 else "them"
            say_styled(line(f"What you wrote and {goes} with {them}:"))
        too = " (others tell of it, too)"
        say_first([f"  {one.words}{too * one.is_elsewhere}" for one in done.yours])
    _note(done.remarks)
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.argument("refs", type=WORDS, nargs=-1, required=True, metavar="REF...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def restore(case: Path, refs: tuple[str, ...], as_json: bool) -> int:
    """Bring removed sources back into CASE with all that hung on them, as one decision.

    'casefile removed' lists what can be brought back.
    """
    with Case(case) as open_case:
        done = open_case.restore(*(Ref.parse(ref) for ref in refs))
    if as_json:
        say_json({**_refs(done.refs), **done.counts, "remarks": list(done.remarks)})
    else:
        verb = "is" if len(done.refs) == 1 else "are"
        say_styled(line(f"{_named(done)} {verb} back with {done}"))
    _note(done.remarks)
    return 0


def _refs(refs: Sequence[Ref]) -> dict[str, object]:
    return {"ref": str(refs[0]), "refs": [str(ref) for ref in refs]}


def _named(done: "Removed") -> str:
    """Return one source with its title, or all of them by their numbers."""
    if len(done.refs) == 1:
        return f"{done.refs[0]} “{done.label}”"
    return ", ".join(map(str, done.refs))


@click.command()
@click.argument("case", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def removed(case: Path, as_json: bool) -> int:
    """List the sources that were taken out of CASE; 'casefile restore' brings one back."""
    with Case(case) as open_case:
        found = open_case.removed()[::-1]
    if as_json:
        say_json([_object(one) for one in found])
        return 0
    for one in found:
        why = f": {one.reason}" if one.reason else ""
        told = f"{one.label}  (removed {one.made_at[:10]} by {one.made_by}{why})"
        say_styled(f"{strong(padded(str(one.ref), 11))} {line(told)}")
    if not found:
        mention("No source of this case is removed.")
    return 0


def _object(one: Removal) -> dict[str, object]:
    return {
        "ref": str(one.ref),
        "title": one.label,
        "path": one.path,
        "publisher": one.publisher,
        "published": one.published,
        "sha256": one.sha256,
        "reason": one.reason or None,
        "by": one.made_by,
        "at": one.made_at,
    }


def _note(remarks: Iterable[str]) -> None:
    for remark in remarks:
        mention(f"note: {remark}")

"""Take sources out of a case and bring them back: ``remove``, ``restore``, ``removed``."""

from collections.abc import Iterable
from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.layout import padded
from casefile.cli.printing import line, mention, say_json, say_styled, strong
from casefile.cli.words import FILE, WORDS
from casefile.model.kept import Removal
from casefile.model.words import Ref


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.option("--reason", type=WORDS, default="", help="Why, in your words.")
@click.option("--dry-run", is_flag=True, help="Tell what would go and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def remove(case: Path, ref: str, reason: str, dry_run: bool, as_json: bool) -> int:
    """Take a source out of CASE with all that hangs on it.

    Nothing is lost: 'casefile restore' and 'casefile undo' bring it back, with
    what you wrote on it. It is never read in again by itself.
    """
    thing = Ref.parse(ref)
    with Case(case) as open_case:
        done = open_case.removal(thing) if dry_run else open_case.remove(thing, reason=reason)
    if as_json:
        told = {"ref": str(done.ref), **done.counts, "removed": not dry_run}
        say_json({**told, "remarks": list(done.remarks)})
    else:
        verb = "would take" if dry_run else "took"
        say_styled(line(f"{done.ref} “{done.label}” {verb} {done} out of view"))
    _note(done.remarks)
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def restore(case: Path, ref: str, as_json: bool) -> int:
    """Bring a removed source back into CASE with all that hung on it.

    'casefile removed' lists what can be brought back.
    """
    with Case(case) as open_case:
        done = open_case.restore(Ref.parse(ref))
    if as_json:
        say_json({"ref": str(done.ref), **done.counts, "remarks": list(done.remarks)})
    else:
        say_styled(line(f"{done.ref} “{done.label}” is back with {done}"))
    _note(done.remarks)
    return 0


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

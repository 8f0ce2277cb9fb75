"""The texts that a source had: ``versions``."""

from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.layout import padded
from casefile.cli.printing import line, mention, say, say_json, say_styled, strong
from casefile.cli.words import FILE, WORDS
from casefile.model.kept import Orphan, Version
from casefile.model.words import Ref


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.argument("number", type=click.IntRange(1), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def versions(case: Path, ref: str, number: int | None, as_json: bool) -> int:
    """List the texts that a source of CASE had, and what stood on words that are gone.

    With a NUMBER print that text. 'casefile add' with --version-of adds a text.
    """
    with Case(case) as open_case:
        thing = Ref.parse(ref)
        if number is not None:
            version, text = open_case.former_text(thing, number)
            if as_json:
                say_json({"ref": str(thing), **_object(version), "text": text})
            else:
                say(text)
            return 0
        # An entity or a number that is no source is refused as one text is.
        open_case.former_text(thing, 1)
        found, orphans = open_case.versions(thing.id), open_case.orphans(thing.id)
    if as_json:
        told = [{"ref": str(o.ref), "label": o.label, "quote": o.quote} for o in orphans]
        say_json({"ref": str(thing), "versions": [*map(_object, found)], "orphans": told})
        return 0
    for one in found:
        say_styled(_told(one))
    _tell_orphans(orphans)
    if len(found) == 1:
        mention(f"{thing} has the text that it came with: no other version was added.")
    return 0


def _object(version: Version) -> dict[str, object]:
    return {
        "number": version.number,
        "sha256": version.sha256,
        "added": version.added,
        "by": version.by,
        "characters": version.characters,
        "current": version.is_current,
    }


def _told(version: Version) -> str:
    when = (
        "as it came"
        if version.added is None
        else f"added {version.added[:10]} {version.added[11:16]}"
    )
    by = f" by {line(version.by)}" if version.by else ""
    now = " (the text now)" if version.is_current else ""
    told = f"{when}{by}, {version.characters:,} characters{now}"
    return f"{strong(padded(f'version {version.number}', 11))} {told}"


def _tell_orphans(orphans: list[Orphan]) -> None:
    if not orphans:
        return
    say()
    say_styled(strong(f"On words that are gone ({len(orphans)})"))
    for one in orphans:
        words = " ".join(one.quote.split())
        say_styled(f"  {one.ref!s:<10} {line(one.label)}: “{line(words)}”")

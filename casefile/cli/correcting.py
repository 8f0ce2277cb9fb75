"""Correct what is known of a source, an entity, an event: ``set``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from casefile.case import Case
from casefile.cli.printing import line, mention, say_json, say_styled
from casefile.cli.words import FILE, WORDS
from casefile.core.edtf import shown
from casefile.model.words import Ref

if TYPE_CHECKING:
    from casefile.deeds.correcting import Corrected


@click.command("set")
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.option(
    "--published",
    metavar="DATE",
    type=WORDS,
    help="When: EDTF such as 2016-10, or '7 October 2016', 'mid-May 2024', 'before 2002'.",
)
@click.option("--title", type=WORDS, help="The title of a source or an event.")
@click.option("--publisher", type=WORDS, help="Who published it.")
@click.option("--author", type=WORDS, help="Who wrote it.")
@click.option("--language", type=WORDS, help="BCP 47, such as en.")
@click.option("--url", type=WORDS, help="Where it was.")
@click.option("--name", type=WORDS, help="What an entity is called.")
@click.option("--alias", type=WORDS, metavar="NAME", help="Another name of an entity.")
@click.option("--no-alias", type=WORDS, metavar="NAME", help="Take a name away that you entered.")
@click.option("--kind", type=WORDS, help="person, place ...; of an event meeting, visit ...")
@click.option("--date", metavar="DATE", type=WORDS, help="When an event was, as --published.")
@click.option("--place", type=WORDS, help="Where an event was: entity:N, or the name of a place.")
@click.option("--modality", type=WORDS, help="happened, reported, planned, denied, uncertain.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def set(case: Path, ref: str, as_json: bool, **options: str | None) -> int:
    """Correct what is known of REF of CASE: a source, an entity or an event.

    What counts from the date of publication is found anew. No machine changes
    what you state; 'casefile undo' does. An empty value says: not known; an empty
    name, title, kind or modality of an entity or event: as the sources have it.
    """
    stated = {name.replace("_", "-"): value for name, value in options.items() if value is not None}
    if not stated:
        named = ", ".join(f"--{name.replace('_', '-')}" for name in options)
        raise click.UsageError(f"Say what to correct, by some of {named}")
    with Case(case) as open_case:
        done = open_case.correct(Ref.parse(ref), stated)
    if as_json:
        say_json(_object(done))
    else:
        for name, (before, after) in done.changed.items():
            was = f"was: {_shown(name, before)}" if before != after else "as before, now yours"
            say_styled(line(f"{done.ref}  {name}: {_shown(name, after)}  ({was})"))
        if not done.changed:
            mention(f"{done.ref} says so already: nothing was changed.")
    for remark in done.remarks:
        mention(f"note: {remark}")
    return 0


def _shown(name: str, value: str | None) -> str:
    if value is None:
        return "not known"
    if name != "published":
        return value
    plain = shown(value)
    return value if plain == value else f"{value}, that is {plain}"


def _object(done: "Corrected") -> dict[str, object]:
    changed = {name: {"before": old, "after": new} for name, (old, new) in done.changed.items()}
    return {"ref": str(done.ref), "changed": changed, "remarks": list(done.remarks)}

"""Correct what is known of a source, an entity, an event, a fact: ``set``."""

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
@click.option(
    "--participant", type=WORDS, metavar="NAME[=ROLE]", multiple=True, help="Who took part."
)
@click.option("--no-participant", type=WORDS, metavar="NAME", multiple=True, help="Who did not.")
@click.option(
    "--said-by",
    type=WORDS,
    metavar="NAME",
    multiple=True,
    help="Who says so, outermost first.",
)
@click.option("--about", type=WORDS, metavar="NAME", multiple=True, help="All a fact is about.")
@click.option("--event", type=WORDS, metavar="REF", help="The event that a fact is about.")
@click.option("--statement", type=WORDS, help="What a fact says.")
@click.option("--hedge", type=WORDS, help="The words that hedge a fact.")
@click.option("--polarity", type=WORDS, help="affirmed or denied.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def set(case: Path, ref: str, as_json: bool, **options: str | tuple[str, ...] | None) -> int:
    """Correct what is known of REF of CASE: a source, an entity, an event or a fact.

    What counts from the date of publication is found anew. No machine changes
    what you state; 'casefile undo' does. An empty value says: not known; an empty
    name, title, kind or modality of an entity or event: as the sources have it. Of a
    fact an empty --said-by: the source itself says so.
    """
    stated = {
        name.replace("_", "-"): value if isinstance(value, str) else "; ".join(value)
        for name, value in options.items()
        if value is not None and value != ()
    }
    if not stated:
        named = ", ".join(f"--{name.replace('_', '-')}" for name in options)
        raise click.UsageError(f"Say what to correct, by some of {named}")
    with Case(case) as open_case:
        done = open_case.correct(Ref.parse(ref), stated)
    if as_json:
        say_json(_object(done))
    else:
        for name, (before, after) in done.changed.items():
            if name == "no-participant" and "participant" in done.changed:
                continue  # both are told by all who took part
            was = f"was: {_shown(name, before)}" if before != after else "as before, now yours"
            say_styled(line(f"{done.ref}  {name}: {_shown(name, after)}  ({was})"))
        if not done.changed:
            mention(f"{done.ref} says so already: nothing was changed.")
    for remark in done.remarks:
        mention(f"note: {remark}")
    return 0


_NOTHING = {"said-by": "the source itself", "about": "nobody", "participant": "nobody"}
"""What an empty list says."""


def _shown(name: str, value: str | None) -> str:
    if value is None:
        return _NOTHING.get(name, "not known")
    if name != "published":
        return value
    plain = shown(value)
    return value if plain == value else f"{value}, that is {plain}"


def _object(done: "Corrected") -> dict[str, object]:
    changed = {name: {"before": old, "after": new} for name, (old, new) in done.changed.items()}
    return {"ref": str(done.ref), "changed": changed, "remarks": list(done.remarks)}

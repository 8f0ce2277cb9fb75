"""What the notes of a case say without pointing to anything: ``uncited``."""

from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.printing import line, say, say_json, say_styled
from casefile.cli.words import FILE, WORDS
from casefile.core.pointers import uncited as uncited_in
from casefile.errors import UnknownRef
from casefile.model.words import Kind, Ref


@click.command()
@click.argument("case", type=FILE)
@click.argument("refs", nargs=-1, type=WORDS, metavar="[NOTE]...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def uncited(case: Path, refs: tuple[str, ...], as_json: bool) -> int:
    """List the sentences of the notes in CASE, or of some, that cite nothing.

    A sentence cites what it points to between double brackets, such as
    [[fact:40]] or [[Orla Brandt]]. Headings and code are no sentences.
    """
    with Case(case) as open_case:
        notes = [Ref.parse(ref) for ref in refs]
        for ref in notes:
            if ref.kind is not Kind.NOTE:
                raise UnknownRef(f"{ref} is no note; notes are named like note:2.")
        ids = [ref.id for ref in notes] if refs else open_case.ids(Kind.NOTE)
        found = [(note.ref, uncited_in(note.body)) for note in map(open_case.note, ids)]
    if as_json:
        say_json([{"ref": str(ref), "sentences": said} for ref, said in found if said])
        return 0
    for ref, said in found:
        for sentence in said:
            say_styled(line(f"{ref!s:<9} {sentence}"))
    if not any(said for _, said in found):
        say("Every sentence of the notes cites something.")
    return 0

"""Where two people differ after their logs were merged, from the shell: ``settle``."""

from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.printing import mention, say, say_entry, say_json
from casefile.cli.words import FILE, WORDS
from casefile.exchange.casefile_json import clash_object
from casefile.model.differences import Clash
from casefile.model.words import Ref


@click.command()
@click.argument("case", type=FILE)
@click.argument("conflict", required=False, type=WORDS)
@click.argument("side", required=False, type=click.IntRange(1, 1000))
@click.option("--all", "with_settled", is_flag=True, help="List those that are settled, too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def settle(
    case: Path, conflict: str | None, side: int | None, with_settled: bool, as_json: bool
) -> int:
    """List where people differ in CASE after a replay; choose a SIDE of one CONFLICT.

    Sides are counted from 1. Until one is chosen the later holds, marked with a star.
    'casefile undo' opens a conflict again.
    """
    with Case(case) as open_case:
        if conflict is None:
            found = [one for one in open_case.clashes() if one.is_open or with_settled]
            return _list(open_case, found, as_json=as_json)
        if side is None:
            raise click.UsageError("Say which side: casefile settle CASE CONFLICT 1 or 2.")
        done = open_case.settle(Ref.parse(conflict), side - 1)
    if as_json:
        say_json({"ref": str(done.clash.ref), "side": side, "remarks": list(done.remarks)})
    else:
        say(f"{done.clash.ref} settled: {done.clash.sides[done.chosen].text}")
    for remark in done.remarks:
        mention(f"note: {remark}")
    return 0


def _list(case: Case, found: list[Clash], *, as_json: bool) -> int:
    if as_json:
        say_json([clash_object(one) for one in found])
        return 0
    for one in found:
        state = "" if one.is_open else ", settled"
        say_entry(f"{one.ref}  ", f"{one.what} of {case.label(one.about)}{state}", str(one.about))
        for at, said in enumerate(one.sides):
            star = "*" if at == one.shown else " "
            say_entry(f"  {star} {at + 1}  ", said.text, f"{said.by}, {said.at[:10]}")
    if not found:
        say("Nobody differs: what clashes after 'casefile replay' is listed here.")
    return 0

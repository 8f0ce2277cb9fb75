"""What is one, from the shell: ``judge`` and ``review``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from casefile.case import Case
from casefile.cli.printing import line, mention, say, say_entry, say_json, say_styled
from casefile.cli.words import FILE, WORDS
from casefile.model.words import Ref, Verdict

if TYPE_CHECKING:
    from casefile.deeds.judging import Proposal


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.argument("other", type=WORDS)
@click.argument("judgement", type=click.Choice(list(Verdict), case_sensitive=False))
@click.option("--reason", default="", type=WORDS, help="Why, in one line.")
def judge(case: Path, ref: str, other: str, judgement: Verdict, reason: str) -> int:
    """Say that REF and OTHER of CASE are the same, different, or that it is not sure.

    Both are entities, or both events. No ref is rewritten; what follows from a
    judgement falls back when it is taken back. It outranks every machine's.
    """
    with Case(case) as open_case:
        done = open_case.judge(Ref.parse(ref), Ref.parse(other), judgement, reason=reason)
    one, two = done.leading
    shown = f"shown as {one}" if one == two else f"shown as {one} and {two}"
    say_styled(line(f"{done.left} {done.right}  {judgement.value}: {shown}"))
    if not done.is_new:
        mention("You said so already: nothing was changed.")
    for remark in done.remarks:
        mention(f"note: {remark}")
    return 0


@click.command()
@click.argument("case", type=FILE)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="The most.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def review(case: Path, limit: int, as_json: bool) -> int:
    """List what may be one in CASE and is to be judged, with the machine's reason."""
    with Case(case) as open_case:
        found = open_case.proposals()
        told = [_object(open_case, one) for one in found[:limit]]
    if as_json:
        say_json(told)
        return 0
    for one in told:
        say_entry(f"{one['left']} {one['right']} ", f"{one['left_label']} / {one['right_label']}")
        say_entry("      ", str(one["reason"]))
    if len(found) > limit:
        say(f"… and {len(found) - limit:,} more")
    if not found:
        say("Nothing waits for a judgement.")
    return 0


def _object(case: Case, one: "Proposal") -> dict[str, object]:
    return {
        "left": str(one.left),
        "right": str(one.right),
        "left_label": case.label(one.left),
        "right_label": case.label(one.right),
        "reason": one.reason,
    }

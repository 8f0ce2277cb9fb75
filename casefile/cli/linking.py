"""Link what decisions left waiting: ``link``; the browser runs it beside itself in large cases."""

import os
from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.printing import mention, say, say_json
from casefile.cli.words import FILE

NICE = 19
"""The lowest priority (POSIX ``nice``): whatever else runs goes first."""


@click.command()
@click.argument("case", type=FILE)
@click.option("--low", is_flag=True, help="Let all other programs go first.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def link(case: Path, low: bool, as_json: bool) -> int:
    """Link what decisions in CASE touched and a browser that was ended left waiting.

    Whatever adds or decides from the shell does so by itself.
    """
    if low and hasattr(os, "nice"):
        os.nice(NICE)
    with Case(case) as open_case:
        remarks = open_case.link()
    if as_json:
        say_json({"remarks": remarks})
        return 0
    say("All is linked.")
    for remark in remarks:
        mention(f"note: {remark}")
    return 0

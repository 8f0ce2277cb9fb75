"""What is new, from the shell: ``new``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from casefile.case import Case
from casefile.cli.printing import mention, say, say_entry, say_json, say_styled, strong
from casefile.cli.words import FILE, WORDS
from casefile.model.rows import LinkGroup

if TYPE_CHECKING:
    from casefile.deeds.seeing import News


@click.command()
@click.argument("case", type=FILE)
@click.option(
    "--since",
    type=WORDS,
    metavar="WHEN",
    help="yesterday, today, 36h, 2d, 1w, or a date; else what you have not seen in the browser.",
)
@click.option("--seen", is_flag=True, help="Then let all of it count as seen.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def new(case: Path, since: str | None, seen: bool, as_json: bool) -> int:
    """Show what is new in CASE: sources, denials, conflicts, and what bears on known things.

    What you have seen is known by your name, in the case; it is no decision and in no log.
    """
    with Case(case) as open_case:
        found = open_case.news(since or "")
        if seen and open_case.see_all() is None:
            mention("It cannot be written now that you saw it: the case is read only or in use.")
    if as_json:
        groups = [_object(group) for group in found.groups]
        say_json({"since": found.since or None, "groups": groups})
    else:
        _say(found)
    return 0


def _say(found: "News") -> None:
    if not found.since:
        mention("You have not looked at this case yet: --since yesterday shows what came in.")
        return
    when = f"{found.since[:16].replace('T', ' ')} UTC"
    for at, group in enumerate(found.groups):
        if at:
            say()
        say_styled(strong(f"{group.title}  {group.total:,}"))
        for link in group.links:
            say_entry(f"  {link.ref!s:<12}", link.label, link.detail)
        if group.total > len(group.links):
            say(f"  … and {group.total - len(group.links):,} more")
    mention(f"New since {when}." if found.groups else f"Nothing is new since {when}.")


def _object(group: LinkGroup) -> dict[str, object]:
    rows = [{"ref": str(one.ref), "label": one.label, "detail": one.detail} for one in group.links]
    return {"title": group.title, "total": group.total, "rows": rows}

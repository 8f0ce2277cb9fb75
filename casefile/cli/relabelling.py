"""Say what lines of a source are: ``relabel``."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casefile.case import Case
from casefile.cli.making import passage
from casefile.cli.printing import line, mention, say_first, say_json, say_styled
from casefile.cli.words import FILE, WORDS
from casefile.core.labelling import LABELS
from casefile.core.nouns import count_of
from casefile.model.words import Ref, Span

if TYPE_CHECKING:
    from casefile.deeds.rereading import Found

_OFFSETS = re.compile(r"([0-9]{1,12})-([0-9]{1,12})")


@click.command()
@click.argument("case", type=FILE)
@click.argument("source", type=WORDS)
@click.argument("said", type=WORDS, nargs=-1, required=True, metavar="[START-END] KIND")
@click.option("--quote", type=WORDS, help="The words of the lines, in place of START-END.")
@click.option("--at", type=click.IntRange(0), help="Where the words begin, if said twice.")
@click.option("--dry-run", is_flag=True, help="Say what would follow and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def relabel(
    case: Path,
    source: str,
    said: tuple[str, ...],
    quote: str | None,
    at: int | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Say what lines of SOURCE in CASE are.

    KIND is one of story, boilerplate, title, byline, dateline, caption, heading.

    START-END, in characters of its text, or --quote name the lines; whole lines are
    meant. Nothing is found in boilerplate, bylines and datelines; what was goes.
    Every other line is read. 'casefile undo' takes it back, in one step.
    """
    *places, kind = said
    if len(places) + (quote is not None) != 1:
        raise click.UsageError("Say which lines, START-END or --quote WORDS, and what they are.")
    if kind not in LABELS:
        raise click.UsageError(f"A line is no {kind!r}: it is one of {', '.join(LABELS)}.")
    ref = Ref.parse(source)
    with Case(case) as open_case:
        span = passage(open_case, ref, quote, at) if quote is not None else _span(places[0])
        told = open_case.relabelling(ref, span, kind)
        tell = open_case.rereader(ref)
        found = tell(span, kind) if tell is not None else None
        done = told if dry_run else open_case.relabel(ref, span, kind)
    if as_json:
        counts = {"mentions": done.mentions, "facts": done.facts, "events": done.events}
        if found is not None:
            counts = found.counts
        say_json(
            {
                "source": str(done.ref),
                "kind": done.label,
                "lines": [[one.start, one.end] for one in done.lines],
                **counts,
                "out": _objects(found.gone if found else ()),
                "in": _objects(found.come if found else ()),
                "relabelled": not dry_run,
                "remarks": list(done.remarks),
            }
        )
    else:
        lines = count_of(len(done.lines), "line")
        verb = "would be" if dry_run else "now"
        say_styled(line(f"{done.ref}: {lines} {verb} {kind}: {found or done.effect}"))
        if found is not None:
            say_first([*_rows("out", found.gone), *_rows("in", found.come)])
    for remark in done.remarks:
        mention(f"note: {remark}")
    return 0


def _rows(way: str, found: Iterable["Found"]) -> list[str]:
    return [f"  {way}: {one.noun} {one.words}" for one in found]


def _objects(found: Iterable["Found"]) -> list[dict[str, str | None]]:
    return [
        {"kind": one.noun, "words": one.words, "ref": str(one.ref) if one.ref else None}
        for one in found
    ]


def _span(place: str) -> Span:
    """Return the span that is typed as ``START-END``; an empty one is not meant."""
    found = _OFFSETS.fullmatch(place)
    if found is None or int(found[1]) >= int(found[2]):
        raise click.UsageError(f"{place!r} is no START-END, such as 120-180.")
    return Span(int(found[1]), int(found[2]))

"""Look things up: ``search``, ``show``.

On a terminal lines are wrapped to its width; in a pipe a hit or a link is one
line, and the text of a source is as it is.
"""

from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.fields import Fields, fields
from casefile.cli.layout import padded, terminal_width, wrapped
from casefile.cli.printing import (
    is_terminal,
    line,
    mention,
    say,
    say_entry,
    say_json,
    say_styled,
    strong,
)
from casefile.cli.words import FILE, WORDS
from casefile.exchange.casefile_json import search_object
from casefile.model.rows import Hit, LinkGroup
from casefile.model.words import Ref

PLACES = ("sources", "entities", "events", "facts", "notes", "text")

_NAMES = 16
"""Columns for the name of a field."""

_SIGNS = """\b
Signs of the query line, quoted for your shell:
  "exact words"    these words in a row
  'part 'word'     these letters, no typos; this whole word
  ^begins ends$    how a name or a text begins, ends
  ~sounds          only names that sound so
  !not             nothing with it; also before what follows
  a | b            either
  kind:person      or place, meeting, source, fact ... (type: is the same)
  source:kyodo     told there: publisher, title, path or number
  place:beijing    happened there
  after:2014-06 before:2015
  in:notes         or names, sources, entities, events, facts, text
  tag:checked      has a tag that begins so
  status:disputed  or unreviewed, confirmed, rejected
  grade:B          of a source A to F, of a fact 1 to 6
  sensitive:yes    is marked so
  is:denied        or hedged, quoted, affirmed (a fact); secret, planned ...
"""


def _places(ctx: click.Context, option: click.Parameter, value: str | None) -> tuple[str, ...]:
    names = tuple(name.strip() for name in (value or "").split(",") if name.strip())
    for name in names:
        if name not in PLACES:
            raise click.BadParameter(f"{name!r} is none of {', '.join(PLACES)}.")
    return names


@click.command(epilog=_SIGNS)
@click.argument("case", type=FILE)
@click.argument("words", nargs=-1, type=WORDS)
@click.option("--in", "places", callback=_places, help=f"Some of {','.join(PLACES)}.")
@click.option(
    "--limit", default=20, show_default=True, type=click.IntRange(1, 1000), help="The most hits."
)
@click.option("--save", metavar="NAME", help="Save this search in the case, by that name.")
@click.option(
    "--saved",
    metavar="[NAME]",
    is_flag=False,
    flag_value="",
    help="Search for what was saved so; without a name list what was saved.",
)
@click.option("--forget", metavar="NAME", help="Remove a saved search; undo brings it back.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def search(
    case: Path,
    words: tuple[str, ...],
    places: tuple[str, ...],
    limit: int,
    save: str | None,
    saved: str | None,
    forget: str | None,
    as_json: bool,
) -> int:
    """Search CASE for names, titles, events, texts and notes, best first.

    Typos are forgiven in names. All words must be there, the last may be unfinished.
    """
    if forget is not None:
        return _forget(case, forget)
    if not words and saved is None:
        raise click.UsageError("Missing argument 'WORDS...': say what to search for.")
    if not words and not saved:
        return _list_saved(case, as_json=as_json)
    with Case(case) as open_case:
        query = " ".join((open_case.saved_search(saved).line if saved else "", *words)).strip()
        if save is not None:
            kept = open_case.save_search(save, query)
            mention(f"Saved as {kept.name} ({kept.ref}).")
        answer = open_case.answer(query, places=places, limit=limit, thorough=True)
    for remark in answer.remarks:
        mention(remark)
    if as_json:
        say_json([_hit_object(hit) for hit in answer.hits])
        return 0
    for hit in answer.hits:
        say_entry(f"{hit.ref!s:<11} {hit.kind:<12}", hit.label, hit.detail, bold=True)
    if not answer.hits and not answer.offered:
        say("Nothing fits: try fewer letters, or fewer words.")
    if answer.offered:
        say("No text has these words. Did you mean: " + ", ".join(map(line, answer.offered)) + "?")
    return 0


def _forget(case: Path, name: str) -> int:
    with Case(case) as open_case:
        search = open_case.forget_search(name)
    mention(f"Forgotten: {search.name} ({search.ref}). 'casefile undo' brings it back.")
    return 0


def _list_saved(case: Path, *, as_json: bool) -> int:
    with Case(case) as open_case:
        searches = open_case.saved_searches()
    if as_json:
        say_json([search_object(one) for one in searches])
        return 0
    for one in searches:
        say_entry(f"{one.ref!s:<11} ", one.name, one.line, bold=True)
    if not searches:
        say("No search has been saved yet: casefile search CASE WORDS --save NAME.")
    return 0


def _hit_object(hit: Hit) -> dict[str, object]:
    found: dict[str, object] = {
        "ref": str(hit.ref),
        "kind": hit.kind,
        "label": hit.label,
        "detail": hit.detail,
        "score": hit.score,
        "matched": [list(pair) for pair in hit.matched],
        "why": hit.why,
    }
    if hit.span is not None:
        found |= {"start": hit.span.start, "end": hit.span.end}
    return found


@click.command()
@click.argument("case", type=FILE)
@click.argument("ref", type=WORDS)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def show(case: Path, ref: str, as_json: bool) -> int:
    """Show one thing of CASE and all it is linked to.

    REF is kind:number, such as source:3, entity:12, event:5, fact:40, note:2.
    """
    with Case(case) as open_case:
        thing = open_case.leading(Ref.parse(ref))
        head = fields(open_case, thing)
        groups = open_case.linked(thing)
    if as_json:
        say_json({"ref": str(thing), **dict(head), "linked": [_group_object(g) for g in groups]})
        return 0
    _show_head(thing, head)
    for group in groups:
        _show_group(group)
    return 0


def _group_object(group: LinkGroup) -> dict[str, object]:
    return {
        "title": group.title,
        "total": group.total,
        "links": [
            {
                "ref": str(link.ref),
                "label": link.label,
                "detail": link.detail,
                "start": link.span.start if link.span else None,
                "end": link.span.end if link.span else None,
            }
            for link in group.links
        ],
    }


def _show_head(thing: Ref, head: Fields) -> None:
    say_entry(f"{thing} ", head[0][1], bold=True)
    for name, value in head[1:]:
        if name == "text":
            say()
            _text(value)
            say()
        elif value:
            say_entry(padded(f"  {name}", _NAMES), value)


def _show_group(group: LinkGroup) -> None:
    say()
    say_styled(strong(f"{group.title} ({group.total})"))
    refs = [
        f"  {link.ref}" + (f" {link.span.start}-{link.span.end}" if link.span else "")
        for link in group.links
    ]
    width = max(map(len, refs)) + 1
    for ref, link in zip(refs, group.links, strict=True):
        say_entry(ref.ljust(width), link.label, link.detail)
    if group.total > len(group.links):
        say(f"  … and {group.total - len(group.links)} more")


def _text(text: str) -> None:
    """Print a text whole; on a terminal its lines are broken between words."""
    if not is_terminal():
        say(text)
        return
    width = terminal_width()
    for row in text.split("\n"):
        say_styled("\n".join(wrapped(line(row), width)))

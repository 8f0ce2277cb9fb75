"""Look at a case as a whole: ``timeline``, ``together``, ``places``.

On a terminal and in a pipe alike, a thing is one line as wide as the terminal.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.layout import cells, fitted, padded, terminal_width
from casefile.cli.printing import line, mention, say_entry, say_json, say_styled, strong
from casefile.cli.words import FILE, WORDS
from casefile.core.edtf import describe
from casefile.core.timescale import Scale, Zoom, bar, label_of, ruler, tally, whole, zoomed
from casefile.model.looks import EventCount, Mate, PlaceRow
from casefile.model.rows import EntityRow, EventRow
from casefile.model.words import Kind, Modality, Ref

_DATE = 14
"""Columns of a date as it is described, such as ``11-20 May 2024``."""

Pairs = Mapping[tuple[int, int], int]
"""Passages that tell of two entities, by their ids."""

_BLOCK = 1000
"""Events read together."""


@click.command()
@click.argument("case", type=FILE)
@click.argument("words", nargs=-1, type=WORDS)
@click.option(
    "--by",
    type=click.Choice([zoom.value for zoom in Zoom]),
    help="What the scale shows; finer than whole, it begins at the first event.",
)
@click.option("--counts", is_flag=True, help="Count events, by month if not told otherwise.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def timeline(
    case: Path, words: tuple[str, ...], by: str | None, counts: bool, as_json: bool
) -> int:
    """Show the events of CASE as bars from the earliest to the latest day.

    WORDS narrow it, as in `casefile search`: 'place:beijing after:2014-06 before:2015'.

    ~ is about, arrows have no beginning or no end, « and » go on beyond the scale; dotted or
    hollow bars are not told as having happened.
    """
    matching = " ".join(words)
    unit = by if by and by != Zoom.WHOLE else Zoom.MONTH.value
    with Case(case) as open_case:
        ids = open_case.ids(Kind.EVENT, matching=matching, ranked=False)
        some = ids if matching.strip() else None
        extent = open_case.event_extent(some)
        counted = open_case.event_counts(unit, some) if counts or as_json else []
        if as_json:
            rows = [_event_object(row) for row in open_case.event_rows(ids)]
            say_json({"events": rows, "counts": [_count_object(one) for one in counted]})
        elif not len(ids):
            mention("No event fits." if some is not None else "This case has no event yet.")
        elif counts:
            _say_counts(counted)
        else:
            blocks = (ids[at : at + _BLOCK] for at in range(0, len(ids), _BLOCK))
            rows_in_order = (row for block in blocks for row in open_case.event_rows(block))
            _say_bars(rows_in_order, len(ids), extent, Zoom(by or Zoom.WHOLE))
    return 0


def _say_bars(
    rows: Iterable[EventRow], total: int, extent: tuple[date, date] | None, zoom: Zoom
) -> None:
    width = terminal_width()
    first, last = extent or (date.min, date.min)
    ref = len("event:") + len(str(total)) + 1
    title = (width - ref - _DATE - 3) * 2 // 5
    room = width - ref - _DATE - title - 3
    scale = whole(first, last, room) if zoom is Zoom.WHOLE else zoomed(zoom, first, room)
    head = f"{total} event" if total == 1 else f"{total} events"
    if extent:
        head += f", {scale.first} to {scale.last}"
    left = padded(fitted(head, ref + _DATE + title + 2), ref + _DATE + title + 3)
    say_styled(strong(left + (ruler(scale) if extent else "")).rstrip())
    for row in rows:
        say_styled(_bar_line(row, scale, (ref, _DATE, title)))


def _bar_line(row: EventRow, scale: Scale, widths: tuple[int, int, int]) -> str:
    when = line(describe(row.date)) if row.date else ""
    texts = (str(row.ref), when, line(row.title))
    left = [padded(_cut(one, room), room) for one, room in zip(texts, widths, strict=True)]
    drawn = bar(scale, row.date, happened=row.modality is Modality.HAPPENED)
    return " ".join((*left, drawn)).rstrip()


def _cut(shown: str, room: int) -> str:
    return shown if cells(shown) <= room else fitted(shown, room - 1) + "…"


def _say_counts(counted: list[EventCount]) -> None:
    most = max(one.events for one in counted)
    for one in counted:
        drawn = tally(one.events, most, terminal_width() - _DATE - 10)
        say_styled(f"{label_of(one.unit):<{_DATE}} {one.events:>7}  {drawn}".rstrip())


def _event_object(row: EventRow) -> dict[str, object]:
    when = row.date
    return {
        "ref": str(row.ref),
        "kind": row.kind.value,
        "title": row.title,
        "date": when
        and {
            "text": when.text,
            "edtf": when.edtf,
            "earliest": when.earliest and when.earliest.isoformat(),
            "latest": when.latest and when.latest.isoformat(),
        },
        "place": row.place,
        "modality": row.modality.value,
    }


def _count_object(one: EventCount) -> dict[str, object]:
    return {"unit": one.unit, "events": one.events, "first": str(one.ref)}


@click.command()
@click.argument("case", type=FILE)
@click.argument("refs", nargs=-1, type=WORDS, metavar="[REF]...")
@click.option(
    "--most", default=12, show_default=True, type=click.IntRange(2, 100), help="The most entities."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def together(case: Path, refs: tuple[str, ...], most: int, as_json: bool) -> int:
    """Show who is told of with whom in CASE, in one event or fact.

    With one REF, such as entity:12, all it is told of with, year by year. With more, how many
    passages tell of each two of them; without any, of the most mentioned.
    """
    with Case(case) as open_case:
        chosen = [_entity(open_case, ref) for ref in refs]
        if len(chosen) == 1:
            _tell_neighbours(open_case, chosen[0], as_json)
            return 0
        ids = [ref.id for ref in chosen] or list(open_case.ids(Kind.ENTITY, limit=most))
        rows = open_case.entity_rows(dict.fromkeys(ids))
        cells = open_case.matrix(ids, ids)
    if as_json:
        say_json(_matrix_object(rows, cells))
    elif rows:
        _say_matrix(rows, cells)
    else:
        mention("This case has no person, organization or place yet.")
    return 0


def _entity(case: Case, text: str) -> Ref:
    ref = case.leading(Ref.parse(text))
    if ref.kind is not Kind.ENTITY:
        raise click.UsageError(f"{text} is no person, organization or place; take entity:12.")
    return ref


def _tell_neighbours(case: Case, ref: Ref, as_json: bool) -> None:
    mates = case.mates(ref)
    if as_json:
        say_json({"ref": str(ref), "name": case.label(ref), "with": list(map(_mate_object, mates))})
        return
    say_styled(strong(line(f"{case.label(ref)} is told of with {len(mates)}")))
    for mate in mates:
        counts = f"{mate.events} events, {mate.facts} facts, {mate.passages} passages"
        years = [f"{one.year or 'no year'}: {one.passages}" for one in mate.years]
        say_entry(f"{mate.ref!s:<11} {mate.kind.value:<12}", mate.name, counts, bold=True)
        say_entry("   ", "  ".join(years))


def _mate_object(mate: Mate) -> dict[str, object]:
    return {
        "ref": str(mate.ref),
        "kind": mate.kind.value,
        "name": mate.name,
        "events": mate.events,
        "facts": mate.facts,
        "passages": mate.passages,
        "years": [
            {"year": one.year, "events": one.events, "facts": one.facts, "passages": one.passages}
            for one in mate.years
        ],
    }


def _say_matrix(rows: list[EntityRow], cells: Pairs) -> None:
    """Print rows and columns by number; the rows say whose the numbers are."""
    width = max(5, *(len(f"{count:,}") + 2 for count in cells.values())) if cells else 5
    ref = max(len(str(row.ref)) for row in rows)
    name = max(14, terminal_width() - ref - 5 - width * len(rows))
    head = "".join(f"{at:>{width}}" for at in range(1, len(rows) + 1))
    say_styled(strong(" " * (ref + 5 + name) + head))
    for at, row in enumerate(rows, 1):
        told = ["-" if row is other else _told(cells, row, other) for other in rows]
        shown = padded(_cut(line(row.name), name), name)
        say_styled(
            f"{row.ref!s:<{ref}} {at:>3} {shown}" + "".join(f"{one:>{width}}" for one in told)
        )


def _told(cells: Pairs, row: EntityRow, other: EntityRow) -> str:
    count = cells.get((row.ref.id, other.ref.id))
    return f"{count:,}" if count else "."


def _matrix_object(rows: list[EntityRow], cells: Pairs) -> dict[str, object]:
    return {
        "entities": [
            {"ref": str(row.ref), "kind": row.kind.value, "name": row.name} for row in rows
        ],
        "together": [
            {"left": f"entity:{one}", "right": f"entity:{other}", "passages": count}
            for (one, other), count in cells.items()
            if one < other
        ],
    }


@click.command()
@click.argument("case", type=FILE)
@click.argument("words", nargs=-1, type=WORDS)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def places(case: Path, words: tuple[str, ...], as_json: bool) -> int:
    """Show the places of CASE by the country they lie in, those most mentioned first.

    A country counts all that is told of it and of what lies in it. WORDS narrow the places, as in
    `casefile search`.
    """
    matching = " ".join(words)
    with Case(case) as open_case:
        some = open_case.ids(Kind.ENTITY, matching=matching) if matching.strip() else None
        rows = open_case.places(some)
    if as_json:
        say_json([_place_object(row) for row in rows])
    elif not rows:
        mention("No place fits." if some is not None else "This case has no place yet.")
    for row in rows if not as_json else ():
        ref = str(row.ref) if row.ref.id > 0 else ""
        indent = "  " if row.country else ""
        room = terminal_width() - 12 - 24
        shown = padded(_cut(indent + line(row.name), room), room)
        told = f"{row.mentions:>7,} named {row.events:>4,} event{'' if row.events == 1 else 's'}"
        say_styled(f"{ref:<11} " + (shown if row.country else strong(shown)) + told)
    return 0


def _place_object(row: PlaceRow) -> dict[str, object]:
    return {
        "ref": str(row.ref) if row.ref.id > 0 else None,
        "name": row.name,
        "country": row.country,
        "mentions": row.mentions,
        "events": row.events,
        "places": row.places,
    }

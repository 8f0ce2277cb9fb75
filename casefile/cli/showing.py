"""Look things up: ``search``, ``show``."""

from pathlib import Path

import click

from casefile.case import Case
from casefile.cli.printing import say, say_json, say_styled, strong
from casefile.core.safe import safe, safe_line
from casefile.model.rows import Hit, LinkGroup
from casefile.model.words import Kind, Ref

PLACES = ("sources", "entities", "events", "facts", "notes", "text")


def _places(ctx: click.Context, option: click.Parameter, value: str | None) -> tuple[str, ...]:
    names = tuple(name.strip() for name in (value or "").split(",") if name.strip())
    for name in names:
        if name not in PLACES:
            raise click.BadParameter(f"{name} is none of {', '.join(PLACES)}.")
    return names


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("words", nargs=-1, required=True)
@click.option("--in", "places", callback=_places, help=f"Some of {','.join(PLACES)}.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def search(
    case: Path, words: tuple[str, ...], places: tuple[str, ...], limit: int, as_json: bool
) -> int:
    """Search CASE for names, titles, events, texts and notes, best first.

    Typos are forgiven in names; "quoted words" stand together.
    """
    with Case(case) as open_case:
        hits = open_case.search(" ".join(words), places=places, limit=limit)
    if as_json:
        say_json([_hit_object(hit) for hit in hits])
        return 0
    for hit in hits:
        tail = f"  {safe_line(hit.detail)}" if hit.detail else ""
        say_styled(f"{hit.ref!s:<12}  {hit.kind:<12}  {strong(safe_line(hit.label))}{tail}")
    if not hits:
        say("Nothing fits. Try fewer letters, or 'casefile search CASE WORDS --in text'.")
    return 0


def _hit_object(hit: Hit) -> dict[str, object]:
    found: dict[str, object] = {
        "ref": str(hit.ref),
        "kind": hit.kind,
        "label": hit.label,
        "detail": hit.detail,
        "score": hit.score,
        "matched": [list(pair) for pair in hit.matched],
    }
    if hit.span is not None:
        found |= {"start": hit.span.start, "end": hit.span.end}
    return found


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("ref")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def show(case: Path, ref: str, as_json: bool) -> int:
    """Show one thing of CASE and all it is linked to.

    REF is kind:number, such as source:3, entity:12, event:5, fact:40, note:2.
    """
    with Case(case) as open_case:
        thing = open_case.leading(Ref.parse(ref))
        head = _head(open_case, thing)
        groups = open_case.linked(thing)
    if as_json:
        say_json({"ref": str(thing), **dict(head), "linked": [_group(one) for one in groups]})
        return 0
    say_styled(strong(f"{thing}  {safe_line(head[0][1])}"))
    for name, value in head[1:]:
        if value:
            say(f"  {name}: {value}" if "\n" not in value else f"\n{value}")
    for group in groups:
        say()
        say_styled(strong(f"{group.title} ({group.total})"))
        for link in group.links:
            tail = f"  [{safe_line(link.detail)}]" if link.detail else ""
            where = f" {link.span.start}-{link.span.end}" if link.span else ""
            say_styled(f"  {str(link.ref) + where:<22}  {safe(safe_line(link.label))}{tail}")
    return 0


def _group(group: LinkGroup) -> dict[str, object]:
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


def _head(case: Case, ref: Ref) -> list[tuple[str, str]]:
    """Return what a thing is: its label first, then fields in reading order."""
    if ref.kind is Kind.SOURCE:
        return _source(case, ref)
    if ref.kind is Kind.ENTITY:
        entity = case.entity(ref.id)
        return [
            ("label", entity.row.name),
            ("kind", entity.row.kind.value),
            ("also", ", ".join(name for name in entity.aliases if name != entity.row.name)),
            ("described as", "; ".join(entity.descriptions)),
            ("mentions", f"{entity.row.mentions} in {entity.row.sources} sources"),
        ]
    if ref.kind is Kind.EVENT:
        from casefile.core.edtf import describe

        event = case.event(ref.id).row
        return [
            ("label", event.title),
            ("kind", event.kind.value + (", secret" if event.secret else "")),
            ("date", describe(event.date) if event.date else ""),
            ("place", event.place or ""),
            ("told as", event.modality.value),
            ("sources", str(event.sources)),
        ]
    if ref.kind is Kind.FACT:
        fact = case.fact(ref.id)
        chain = " > ".join(speaker.name for speaker in fact.attribution)
        return [
            ("label", fact.statement),
            ("on the word of", chain or "the source itself"),
            ("hedge", fact.hedge or ""),
            ("polarity", fact.polarity.value),
        ]
    if ref.kind is Kind.NOTE:
        note = case.note(ref.id)
        return [
            ("label", note.body.partition("\n")[0]),
            ("text", note.body),
            ("written", note.created),
            ("changed", note.updated),
        ]
    return [("label", case.label(ref))]


def _source(case: Case, ref: Ref) -> list[tuple[str, str]]:
    source = case.source(ref.id)
    row = source.row
    return [
        ("label", row.title),
        ("publisher", row.publisher or ""),
        ("author", source.author or ""),
        ("published", f"{row.published} ({row.published_basis})" if row.published else "not known"),
        ("because", source.published_reason),
        ("dateline", source.dateline or ""),
        ("language", row.language or ""),
        ("url", source.url or ""),
        ("file", source.path),
        ("text", source.text),
    ]

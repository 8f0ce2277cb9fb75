"""Make an entity, an event or a fact of words of a source: ``make``."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casefile.case import Case
from casefile.cli.printing import line, mention, say_json, say_styled
from casefile.cli.words import FILE, WORDS
from casefile.core.edtf import describe
from casefile.errors import CasefileError
from casefile.model.words import EntityKind, EventKind, Kind, Modality, Polarity, Ref, Span

if TYPE_CHECKING:
    from casefile.deeds.making import MadeNow

Command = Callable[..., Any]


class NoQuote(CasefileError):
    """A source does not say the words that were quoted, or says them more than once."""


@click.group(invoke_without_command=True)
@click.pass_context
def make(ctx: click.Context) -> None:
    """Make an entity, an event or a fact of words of a source.

    No engine changes what you make; linking joins it to the rest as it joins what
    was found. 'casefile undo' takes it back.
    """
    if ctx.invoked_subcommand is None:
        raise click.UsageError("Say what to make: entity, event or fact", ctx)


def _quoting(command: Command) -> Command:
    """Add the options by which all of them are told the words."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print one JSON document."),
        click.option("--at", type=click.IntRange(0), help="Where the words begin, if said twice."),
        click.option(
            "--quote", required=True, type=WORDS, help="The words, as the source has them."
        ),
        click.option(
            "--source", required=True, type=WORDS, metavar="REF", help="Such as source:1."
        ),
        click.argument("case", type=FILE),
    ):
        command = option(command)
    return command


@make.command()
@_quoting
@click.option(
    "--kind", type=click.Choice([one.value for one in EntityKind]), help="Of a new entity."
)
@click.option("--name", default="", type=WORDS, help="Of a new entity, if not the words.")
@click.option("--same-as", type=WORDS, metavar="REF", help="The entity that the words name.")
def entity(
    case: Path,
    source: str,
    quote: str,
    at: int | None,
    as_json: bool,
    kind: str | None,
    name: str,
    same_as: str | None,
) -> int:
    """Say that words of a source of CASE name an entity: a new one, or one that is there."""
    if (kind is None) == (same_as is None):
        raise click.UsageError("Say --kind for a new entity, or --same-as for one that is there")
    told = {"kind": kind or "", "name": name, "same_as": Ref.parse(same_as) if same_as else None}
    return _make(case, "make_entity", source, quote, at, as_json, told)


@make.command()
@_quoting
@click.option(
    "--kind", required=True, type=click.Choice([one.value for one in EventKind]), help="What it is."
)
@click.option("--title", default="", type=WORDS, help="If not what it is, who and where.")
@click.option("--date", default="", type=WORDS, help="EDTF, or as one speaks: 'mid-May 2024'.")
@click.option("--place", default="", type=WORDS, help="Where: entity:N, or its name.")
@click.option(
    "--participant", multiple=True, type=WORDS, metavar="NAME[=ROLE]", help="Who took part."
)
@click.option(
    "--modality",
    default=Modality.HAPPENED.value,
    type=click.Choice([one.value for one in Modality]),
)
def event(
    case: Path,
    source: str,
    quote: str,
    at: int | None,
    as_json: bool,
    participant: tuple[str, ...],
    place: str,
    **told: str,
) -> int:
    """Say that words of a source of CASE tell an event."""
    told |= {"participants": "; ".join(participant), "where": place}
    return _make(case, "make_event", source, quote, at, as_json, told)


@make.command()
@_quoting
@click.option("--statement", default="", type=WORDS, help="What they say, if not the words.")
@click.option(
    "--said-by", multiple=True, type=WORDS, metavar="NAME", help="Who says so, outermost first."
)
@click.option("--about", multiple=True, type=WORDS, metavar="NAME", help="Whom it is about.")
@click.option("--event", default="", type=WORDS, metavar="REF", help="The event it is about.")
@click.option("--hedge", default="", type=WORDS, help="The words that hedge it.")
@click.option(
    "--polarity",
    default=Polarity.AFFIRMED.value,
    type=click.Choice([one.value for one in Polarity]),
)
def fact(
    case: Path,
    source: str,
    quote: str,
    at: int | None,
    as_json: bool,
    said_by: tuple[str, ...],
    about: tuple[str, ...],
    **told: str,
) -> int:
    """Say that words of a source of CASE state a fact."""
    told |= {"said_by": "; ".join(said_by), "about": "; ".join(about)}
    return _make(case, "make_fact", source, quote, at, as_json, told)


def _make(
    case: Path,
    deed: str,
    source: str,
    quote: str,
    at: int | None,
    as_json: bool,
    told: dict[str, Any],
) -> int:
    with Case(case) as open_case:
        ref = Ref.parse(source)
        span = passage(open_case, ref, quote, at)
        done: MadeNow = getattr(open_case, deed)(ref, span, **told)
        date = _date(open_case, done.ref)
    if as_json:
        say_json({"ref": str(done.ref), "label": done.label, "remarks": list(done.remarks)})
    else:
        say_styled(line(f"{done.ref}  {done.label}" + (f"  ({date})" if date else "")))
    for remark in done.remarks:
        mention(f"note: {remark}")
    return 0


def passage(case: Case, source: Ref, quote: str, at: int | None) -> Span:
    """Return where a source says some words; spaces and line ends are alike.

    Raises:
        NoQuote: It is no source, or does not say them, or more than once and ``at`` does not
            tell which.
    """
    if source.kind is not Kind.SOURCE:
        raise NoQuote(f"{source} is not a source: name one such as source:1.")
    text = case.source(source.id).text
    if not quote.split():
        raise NoQuote("Nothing is made of no words: --quote the words.")
    pattern = r"\s+".join(map(re.escape, quote.split()))
    found = [Span(*match.span()) for match in re.finditer(pattern, text)]
    if at is not None:
        found = [span for span in found if span.start == at]
    if not found:
        where = "" if at is None else f" at {at}"
        raise NoQuote(f"{source} does not say {quote!r}{where}: copy its words.")
    if len(found) > 1:
        places = ", ".join(str(span.start) for span in found[:8])
        raise NoQuote(f"{source} says {quote!r} more than once: say --at which, {places}.")
    return found[0]


def _date(case: Case, ref: Ref) -> str:
    """Return the day of an event, as it was understood."""
    row = case.event(ref.id).row if ref.kind is Kind.EVENT else None
    return describe(row.date) if row and row.date else ""

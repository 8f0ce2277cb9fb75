"""Cards of who is told of with whom: the neighbours of one as a tree, and what two share."""

from itertools import groupby

from casefile.case import Case
from casefile.model.looks import Mate, YearTogether
from casefile.model.rows import Link, LinkGroup
from casefile.model.words import Ref
from casefile.tui import text
from casefile.tui.base.view import Card, CardRow, Shape
from casefile.tui.screens.links import grouped, passage_rows

MOST = 200
"""Rows of one kind on a card, as on every other."""

_GROUPS = {"person": "People", "organization": "Organizations", "place": "Places",
           "other": "Others"}  # fmt: skip


def together(case: Case, ref: Ref, about: Ref) -> Card:
    """Return what an entity shares with another; with itself, all it is told of with."""
    ref, about = case.leading(ref), case.leading(about)
    return neighbours(case, ref) if ref == about else in_common(case, ref, about)


def neighbours(case: Case, ref: Ref) -> Card:
    """Return with whom an entity is told of: by kind, each with its years below it."""
    name, mates = case.label(ref), case.mates(ref)
    rows = [
        CardRow(Shape.TITLE, f"Who is told of with {name}"),
        CardRow(Shape.DIM, "events, facts and passages that tell of both; enter shows them"),
    ]
    if not mates:
        rows += [
            CardRow(Shape.BLANK),
            CardRow(Shape.TEXT, "No event and no fact tells of it with anybody."),
            CardRow(Shape.DIM, "backspace goes back; / finds somebody else."),
        ]
    shown = sorted(mates[:MOST], key=lambda mate: list(_GROUPS).index(mate.kind.value))
    for kind, group in groupby(shown, key=lambda mate: mate.kind.value):
        of_kind = list(group)
        total = sum(mate.kind.value == kind for mate in mates)
        count = text.number(total)
        listed = count if total == len(of_kind) else f"first {len(of_kind)} of {count}"
        rows += [CardRow(Shape.BLANK), CardRow(Shape.HEADING, _GROUPS[kind], listed)]
        for mate in of_kind:
            rows.append(CardRow(Shape.LINK, mate.name, counts_of(mate), mate.ref, None, ref))
            rows.append(CardRow(Shape.DIM, f"  └ {years_of(mate)}"))
    return Card(ref, f"With {name}", tuple(rows), about=ref)


def counts_of(one: Mate | YearTogether) -> str:
    """Return how often two are told of together; what is none is left out."""
    told = ((one.events, "event"), (one.facts, "fact"), (one.passages, "passage"))
    return " · ".join(text.count_of(count, noun) for count, noun in told if count)


def years_of(mate: Mate) -> str:
    """Return the passages of each year, such as ``2014: 3  2016: 12``; not known at the end."""
    known = [f"{one.year}: {one.passages}" for one in mate.years if one.year is not None]
    open_ = [f"no year: {one.passages}" for one in mate.years if one.year is None]
    return "  ".join(known + open_)


def in_common(case: Case, ref: Ref, about: Ref) -> Card:
    """Return the events, facts and passages that tell of two entities."""
    name, other = case.label(ref), case.label(about)
    found = case.shared(ref, about, most=MOST)
    rows = [
        CardRow(Shape.TITLE, f"{name} with {other}"),
        CardRow(Shape.LINK, name, "alone", ref),
        CardRow(Shape.LINK, other, "alone", about),
    ]
    events = case.event_rows(one.id for one in found.events[:MOST])
    facts = case.facts(one.id for one in found.facts[:MOST])
    told = tuple(Link(row.ref, row.title, "") for row in events)
    stated = tuple(Link(fact.ref, fact.statement, "") for fact in facts)
    rows += grouped(case, LinkGroup("Events", told, len(found.events)))
    rows += grouped(case, LinkGroup("Facts", stated, len(found.facts)))
    rows += passage_rows(found.passages, ref)
    if not found.events and not found.facts:
        rows += [CardRow(Shape.BLANK), CardRow(Shape.TEXT, "No event and no fact tells of both.")]
    return Card(ref, f"{name} with {other}", tuple(rows), about=about)

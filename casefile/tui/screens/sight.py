"""What stands on the lines in sight, as rows that lead there."""

from collections.abc import Sequence

from casefile.case import Case
from casefile.model.rows import EntityRow, Link, LinkGroup, Note
from casefile.model.words import EntityKind, Kind, Ref
from casefile.tui import text
from casefile.tui.base.view import CardRow, Shape
from casefile.tui.screens.links import Rows, grouped

_KINDS = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANIZATION: "Organizations",
    EntityKind.PLACE: "Places",
    EntityKind.OTHER: "Others",
}

MOST = 60
"""Things of a kind that are listed: more lines than any pane has."""


def in_sight(case: Case, refs: Sequence[Ref]) -> Rows:
    """Return the names, events, facts and notes as groups of links, in the order of the text."""
    rows = [CardRow(Shape.TITLE, "On the lines in sight")]
    entities = case.entity_rows(_ids(refs, Kind.ENTITY))
    for kind, title in _KINDS.items():
        rows += grouped(case, _group(title, [_named(one) for one in entities if one.kind is kind]))
    events = case.event_rows(_ids(refs, Kind.EVENT))
    rows += grouped(case, _group("Events", [Link(one.ref, one.title, "") for one in events]))
    facts = case.facts(_ids(refs, Kind.FACT))
    rows += grouped(case, _group("Facts", [Link(one.ref, one.statement, "") for one in facts]))
    notes = case.note_rows(_ids(refs, Kind.NOTE))
    rows += grouped(case, _group("Notes", [_noted(one) for one in notes]))
    if len(rows) == 1:
        rows.append(CardRow(Shape.DIM, "No name, event or fact stands on them."))
    return rows


def _ids(refs: Sequence[Ref], kind: Kind) -> list[int]:
    return [ref.id for ref in refs if ref.kind is kind][:MOST]


def _named(row: EntityRow) -> Link:
    return Link(row.ref, row.name, text.count_of(row.sources, "source"))


def _noted(note: Note) -> Link:
    return Link(note.ref, note.body.partition("\n")[0], "")


def _group(title: str, links: Sequence[Link]) -> LinkGroup:
    return LinkGroup(title, tuple(links), len(links))

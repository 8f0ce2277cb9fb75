"""Which text of a source is shown, the texts that it had, and what stood on words now gone."""

from casefile.case import Case
from casefile.model.kept import Version
from casefile.model.words import Kind, Ref
from casefile.tui import text
from casefile.tui.base.view import Card, CardRow, Shape
from casefile.tui.screens.links import Rows


def told_version(case: Case, ref: Ref) -> str:
    """Return which text of how many a source has now; nothing where it had but one."""
    found = case.versions(ref.id)
    if len(found) < 2:
        return ""
    now = next(one for one in found if one.is_current)
    return f"version {now.number} of {len(found)}, {_when(now)}; :version shows the others"


def _when(version: Version) -> str:
    if version.added is None:
        return "as it came"
    return f"added {version.added[:10]} by {version.by}"


def former_card(case: Case, ref: Ref, number: int) -> Card:
    """Return a text that a source had, to be read; nothing is marked in it."""
    version, words = case.former_text(ref, number)
    title = case.label(ref)
    now = next(one for one in case.versions(ref.id) if one.is_current)
    head = f"Version {number}, {_when(version)}; the text now is version {now.number}."
    rows = [
        CardRow(Shape.TITLE, title),
        CardRow(Shape.WARNING, head),
        CardRow(Shape.LINK, "the text now", f"version {now.number}", ref),
        CardRow(Shape.BLANK),
        *(
            CardRow(Shape.TEXT, line) if line.strip() else CardRow(Shape.BLANK)
            for line in words.split("\n")
        ),
    ]
    return Card(ref, f"{title} (version {number})", tuple(rows), words)


def orphan_rows(case: Case, ref: Ref) -> Rows:
    """Return what stood on words that are gone from the text, below its heading."""
    orphans = case.orphans(ref.id)
    if not orphans:
        return []
    rows = [
        CardRow(Shape.BLANK),
        CardRow(Shape.HEADING, "On words that are gone", text.count_of(len(orphans), "passage")),
    ]
    for one in orphans:
        quote = f"“{' '.join(one.quote.split())}”"
        if one.ref.kind is Kind.SOURCE:
            rows.append(CardRow(Shape.TEXT, f"{quote}: {one.label}"))
        else:
            rows += [
                CardRow(Shape.LINK, one.label, one.ref.kind.value, one.ref),
                CardRow(Shape.DIM, quote),
            ]
    return rows

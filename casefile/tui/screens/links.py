"""What one thing is linked to, as rows of its card."""

from collections.abc import Iterable, Sequence

from casefile.case import Case
from casefile.core.edtf import describe, shown
from casefile.model.review import Review, Status
from casefile.model.rows import EventRow, Link, LinkGroup, Passage
from casefile.model.words import Kind, Modality, Ref
from casefile.tui import text
from casefile.tui.base.manner import manner
from casefile.tui.base.view import CardRow, Shape

PASSAGES = 200
"""Passages on a card; the list of sources leads to more."""

_ASIDES = {"Facts": "at the right, who says so"}
"""What a heading explains of the rows below it."""

Rows = list[CardRow]


def linked(case: Case, ref: Ref, leave_out: str = "") -> Rows:
    """Return all groups of links; passages with the words around them."""
    rows: Rows = []
    passages_done = ref.kind is Kind.SOURCE
    for group in case.linked(ref):
        if group.title == leave_out:
            continue
        if group.title == "Passages" and not passages_done:
            rows += passage_rows(case.passages(ref, PASSAGES), ref, group.total)
            passages_done = True
        else:
            rows += grouped(case, group)
    if not passages_done:
        rows += passage_rows(case.passages(ref, PASSAGES), ref)
    return rows


def grouped(case: Case, group: LinkGroup) -> Rows:
    """Return a group of links below its heading; none where it is empty."""
    if not group.links:
        return []
    details = _details(case, group.links)
    heading = _heading(group.title, len(group.links), group.total)
    return [
        CardRow(Shape.BLANK),
        heading,
        *(
            CardRow(Shape.LINK, link.label, details.get(link.ref, link.detail), link.ref, link.span)
            for link in group.links
        ),
    ]


def _details(case: Case, links: Iterable[Link]) -> dict[Ref, str]:
    """Return what is said beside facts and events: on whose word, and whether it is so at all."""
    wanted = [link.ref for link in links]
    details = {
        row.ref: " · ".join((*reviewed(row.review), told(row)))
        for row in case.event_rows(ref.id for ref in wanted if ref.kind is Kind.EVENT)
    }
    facts = case.facts(ref.id for ref in wanted if ref.kind is Kind.FACT)
    own = {
        row.ref: row.publisher or row.title
        for row in case.source_rows({fact.source.id for fact in facts if not fact.attribution})
    }
    for fact in facts:
        speakers = " › ".join(speaker.name for speaker in fact.attribution)
        details[fact.ref] = " · ".join(
            (*reviewed(fact.review), *manner(fact), speakers or own.get(fact.source, ""))
        )
    return details


def reviewed(review: Review) -> list[str]:
    """Return the status and the grade, where the reader gave any."""
    status = [] if review.status is Status.UNREVIEWED else [review.status.value]
    return status + ([f"grade {review.grade}"] if review.grade else [])


def told(row: EventRow) -> str:
    """Return when an event was, after whether it is told as having happened."""
    when = describe(row.date) if row.date else "undated"
    return when if row.modality is Modality.HAPPENED else f"{row.modality.value} · {when}"


def _heading(title: str, listed: int, total: int) -> CardRow:
    count = text.number(total)
    shown = count if listed >= total else f"first {text.number(listed)} of {count}"
    aside = _ASIDES.get(title)
    return CardRow(Shape.HEADING, title, f"{shown}  {aside}" if aside else shown)


def passage_rows(passages: Sequence[Passage], about: Ref, total: int = 0) -> Rows:
    """Return passages below their heading, those of one sentence as one."""
    if not passages:
        return []
    heading = _heading("Passages", len(passages), max(total, len(passages)))
    return [CardRow(Shape.BLANK), heading, *told_rows(passages, about)]


def told_rows(passages: Iterable[Passage], about: Ref) -> Rows:
    """Return passages with the words around them, each source named above its first."""
    rows: Rows = []
    last: Ref | None = None
    for (source, words), same in _by_words(passages).items():
        first = same[0]
        above = f"{when(first.published)}  {first.source_title}" if source != last else ""
        last = source
        matched = tuple((len(p.before), len(p.before) + len(p.quote)) for p in same)
        rows.append(CardRow(Shape.PASSAGE, words, above, source, first.span, about, matched))
    return rows


def _by_words(passages: Iterable[Passage]) -> dict[tuple[Ref, str], list[Passage]]:
    """Group passages that are one sentence of one source, which names a thing several times."""
    groups: dict[tuple[Ref, str], list[Passage]] = {}
    for passage in passages:
        words = passage.before + passage.quote + passage.after
        groups.setdefault((passage.source, words), []).append(passage)
    return groups


def when(edtf: str | None) -> str:
    """Return a date of publication as it is shown on a card."""
    return shown(edtf) if edtf else "no date"

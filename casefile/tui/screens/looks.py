"""Read what a look at the whole case shows."""

from array import array
from collections.abc import Iterable
from datetime import date
from typing import Any

from casefile.case import Case
from casefile.model.rows import LinkGroup
from casefile.model.words import Kind, Ref
from casefile.tui import text
from casefile.tui.base.look import Look
from casefile.tui.base.mixed import MixedRow
from casefile.tui.base.rowlist import Listing
from casefile.tui.screens.place import Question

_SINCE = {"yesterday": "since yesterday", "1w": "in the last week"}


def look_at(
    case: Case, look: Look, question: Question, limit: int | None, begun: Listing
) -> Listing:
    """Read what a look shows, as far as its question lets it; at most so many rows.

    ``begun`` is what was read before with a smaller limit.
    """
    if look is Look.COUNTS:
        return _counts(case, question)
    if look is Look.TOGETHER:
        return _matrix(case, question, limit)
    if look is Look.PLACES:
        return _places(case, question)
    if look is Look.NEWS:
        return _news(case, question)
    if look is Look.QUESTIONS:
        return _asked(case, question)
    return _timeline(case, question, limit, begun.extent)


def _timeline(
    case: Case, question: Question, limit: int | None, known: tuple[date, date] | None
) -> Listing:
    ids = _events(case, question, limit)
    some = ids if _is_bounded(question) else None
    # Of all events it is read once: to scan 100,000 takes 10 ms.
    extent = known if known and some is None else case.event_extent(some)
    return Listing(ids, extent=extent, ready=limit is None or len(ids) < limit)


def _matrix(case: Case, question: Question, limit: int | None) -> Listing:
    within, matching = question.within, question.matching
    if question.among:
        among = set(question.among)
        found = case.ids(Kind.ENTITY, within=within, matching=matching)
        return Listing(array("q", (id for id in found if id in among)))
    ids = case.ids(Kind.ENTITY, within=within, matching=matching, limit=limit)
    if within is not None and within.kind is Kind.ENTITY and not matching.strip():
        ids.insert(0, within.id)  # what belongs to it are others: it comes first
    return Listing(ids, ready=limit is None or len(ids) < limit)


def _places(case: Case, question: Question) -> Listing:
    some: Iterable[int] | None = None
    if _is_bounded(question):
        some = _matrix(case, question, None).ids
    if question.within and question.within.kind is Kind.ENTITY:
        # Where its events were is told of with it, too, though no place takes part in one.
        near = {mate.ref.id for mate in case.mates(question.within)} | {question.within.id}
        words = Question(question.matching)
        some = near.intersection(_matrix(case, words, None).ids) if words.matching else near
    rows: dict[int, Any] = {row.ref.id: row for row in case.places(some)}
    return Listing(array("q", rows), rows=rows)


def _news(case: Case, question: Question) -> Listing:
    found = case.news(question.since)
    at = found.since[:16].replace("T", " ")
    aside = _SINCE.get(question.since) or (f"not opened since {at} UTC" if at else "")
    new = _unseen(case, found.groups) if question.since else set()
    groups = [
        (
            group.title,
            group.total,
            [
                MixedRow(one.ref, one.label, one.detail, is_new=one.ref in new)
                for one in group.links
            ],
        )
        for group in found.groups
    ]
    return _grouped(groups, question, aside)


def _unseen(case: Case, groups: Iterable[LinkGroup]) -> set[Ref]:
    """Return which things of some groups the reader has not seen."""
    told = {one.ref for group in groups for one in group.links}
    return {
        Ref(kind, id)
        for kind in {ref.kind for ref in told}
        for id in case.unread(kind, [ref.id for ref in told if ref.kind is kind])
    }


def _asked(case: Case, question: Question) -> Listing:
    waiting: list[MixedRow] = []
    answered: list[MixedRow] = []
    for one in case.questions():
        detail = one.asked_of or ("nobody asked yet" if one.answer is None else "")
        named = one.target_label or str(one.target)
        label = one.words if one.answer is None else f"{one.words}  {one.answer}"
        row = MixedRow(one.target, label, ", ".join(filter(None, (detail, named))), one.words)
        (waiting if one.answer is None else answered).append(row)
    groups = [("Open", len(waiting), waiting), ("Answered", len(answered), answered)]
    return _grouped(groups, question, "")


def _grouped(
    groups: Iterable[tuple[str, int, list[MixedRow]]], question: Question, aside: str
) -> Listing:
    """Return rows below headings; those that hold all words that the list is narrowed to."""
    words = question.matching.casefold().split()
    rows: dict[int, Any] = {}
    for title, total, all_rows in groups:
        fitting = [row for row in all_rows if all(word in row.words for word in words)]
        if not fitting:
            continue
        shown = len(fitting) if words else total
        # Numbered, as the rows are of several kinds; a heading stands for nothing.
        rows[-1 - len(rows)] = MixedRow(None, title, text.number(shown))
        rows |= {len(rows) + at: row for at, row in enumerate(fitting, 1)}
    return Listing(array("q", rows), rows=rows, aside=aside)


def _counts(case: Case, question: Question) -> Listing:
    some = _events(case, question, None) if _is_bounded(question) else None
    rows: dict[int, Any] = {one.ref.id: one for one in case.event_counts(question.by, some)}
    return Listing(array("q", rows), rows=rows)


def _events(case: Case, question: Question, limit: int | None) -> "array[int]":
    """Return events in order of time, also where they are those that fit some words."""
    within, matching = question.within, question.matching
    return case.ids(Kind.EVENT, within=within, matching=matching, limit=limit, ranked=False)


def _is_bounded(question: Question) -> bool:
    return question.within is not None or bool(question.matching.strip())

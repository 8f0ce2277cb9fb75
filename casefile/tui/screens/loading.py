"""Turn what the case holds of one thing into what a pane shows."""

from casefile.case import Case
from casefile.core.edtf import describe, worded
from casefile.model.rows import Entity, Event, Fact, Link, LinkGroup, Passage, Source
from casefile.model.words import Kind, Modality, Polarity, Ref
from casefile.tui import text
from casefile.tui.base.view import Article, Card, CardRow, Shape, View
from casefile.tui.screens.place import Target

PASSAGES = 200
"""Passages on a card; the list of sources leads to more."""

Rows = list[CardRow]


def load(case: Case, target: Target) -> View:
    """Read one thing and return it as it is shown.

    Raises:
        UnknownRef: The case no longer holds it.
    """
    ref = target.ref
    if ref.kind is Kind.SOURCE:
        return _source_card(case, ref) if target.card else _article(case, target)
    if ref.kind is Kind.ENTITY:
        return _entity_card(case, ref)
    if ref.kind is Kind.EVENT:
        return _event_card(case, ref)
    if ref.kind is Kind.FACT:
        return _fact_card(case, ref)
    if ref.kind is Kind.NOTE:
        return _note_card(case, ref)
    return Card(ref, case.label(ref), tuple(_head(case.label(ref), "") + _linked(case, ref)))


def _article(case: Case, target: Target) -> Article:
    source = case.source(target.ref.id)
    marks = tuple(case.marks(target.ref.id))
    named = sorted({mark.ref.id for mark in marks if mark.ref.kind is Kind.ENTITY})
    kinds = {row.ref: row.kind.value for row in case.entity_rows(named)}
    return Article(target.ref, source, marks, kinds, target.span, target.about)


def _source_card(case: Case, ref: Ref) -> Card:
    source = case.source(ref.id)
    rows = _head(source.row.title, _published(source))
    for label, value in (
        ("author", source.author), ("dateline", source.dateline), ("url", source.url),
        ("file", source.path), ("dated", source.published_reason),
    ):  # fmt: skip
        if value:
            rows.append(CardRow(Shape.FIELD, value, label))
    return Card(ref, source.row.title, tuple(rows + _linked(case, ref)))


def _published(source: Source) -> str:
    row = source.row
    basis = f" ({row.published_basis})" if row.published_basis else ""
    return f"{row.publisher or 'publisher unknown'} · {when(row.published)}{basis}"


def _entity_card(case: Case, ref: Ref) -> Card:
    entity = case.entity(ref.id)
    rows = _head(entity.row.name, _entity_line(entity))
    others = [name for name in entity.aliases if name != entity.row.name]
    if others:
        rows.append(CardRow(Shape.FIELD, ", ".join(others), "also"))
    if entity.descriptions:
        rows.append(CardRow(Shape.FIELD, "; ".join(entity.descriptions), "called"))
    linked = _linked(case, ref)
    if not any(row.ref and row.ref.kind is Kind.EVENT for row in linked):
        linked += [CardRow(Shape.BLANK), CardRow(Shape.DIM, "No event of this case names it.")]
    return Card(entity.row.ref, entity.row.name, tuple(rows + linked))


def _entity_line(entity: Entity) -> str:
    row = entity.row
    parts = [
        row.kind.value,
        text.count_of(row.mentions, "mention"),
        "in " + text.count_of(row.sources, "source"),
    ]
    if row.first_year is not None and row.last_year is not None:
        years = (row.first_year, row.last_year)
        parts.append(f"{years[0]}–{years[1]}" if years[0] != years[1] else str(years[0]))
    return " · ".join(parts)


def _event_card(case: Case, ref: Ref) -> Card:
    event = case.event(ref.id)
    rows = _head(event.row.title, _event_line(event))
    if event.row.date and event.row.date.text and event.row.date.text != describe(event.row.date):
        rows.append(CardRow(Shape.FIELD, event.row.date.text, "worded"))
    if event.row.place and not event.place:
        rows.append(CardRow(Shape.FIELD, event.row.place, "place"))
    rows += _linked(case, ref)
    return Card(event.row.ref, event.row.title, tuple(rows))


def _event_line(event: Event) -> str:
    row = event.row
    parts = [row.kind.value, describe(row.date) if row.date else "undated"]
    if row.modality is not Modality.HAPPENED:
        parts.append(row.modality.value)
    if row.secret:
        parts.append("secret")
    parts.append("told by " + text.count_of(row.sources, "source"))
    return " · ".join(parts)


def _fact_card(case: Case, ref: Ref) -> Card:
    fact = case.fact(ref.id)
    rows = _head(fact.statement, _fact_line(fact))
    if fact.attribution:
        rows += [CardRow(Shape.BLANK), CardRow(Shape.HEADING, "On whose word")]
    for at, speaker in enumerate(fact.attribution):
        shape = Shape.LINK if speaker.ref else Shape.TEXT
        rows.append(CardRow(shape, "  " * at + speaker.name, speaker.verb or "", speaker.ref))
    rows += _linked(case, ref, leave_out="Who says so")
    return Card(ref, "Fact", tuple(rows))


def _fact_line(fact: Fact) -> str:
    parts = ["fact, as one source states it"]
    if fact.polarity is Polarity.DENIED:
        parts.append("denied")
    if fact.hedge:
        parts.append(f"hedged: {fact.hedge}")
    if fact.quoted:
        parts.append("in quotation marks")
    return " · ".join(parts)


def _note_card(case: Case, ref: Ref) -> Card:
    note = case.note(ref.id)
    rows = [CardRow(Shape.DIM, f"note of {note.updated[:16].replace('T', ' ')} UTC")]
    rows += [CardRow(Shape.BLANK), CardRow(Shape.TEXT, note.body), CardRow(Shape.BLANK)]
    rows.append(CardRow(Shape.HEADING, "On"))
    label = case.label(note.target)
    rows.append(CardRow(Shape.LINK, label, note.target.kind.value, note.target, note.span, ref))
    if note.quote:
        rows.append(CardRow(Shape.DIM, f"“{note.quote}”"))
    if note.orphaned:
        rows.append(CardRow(Shape.DIM, "The passage no longer says what it said."))
    return Card(ref, f"Note on {label}", tuple(rows))


def _head(title: str, line: str) -> Rows:
    rows = [CardRow(Shape.TITLE, title)]
    return [*rows, CardRow(Shape.DIM, line)] if line else rows


def _linked(case: Case, ref: Ref, leave_out: str = "") -> Rows:
    """Return all groups of links; passages with the words around them."""
    rows: Rows = []
    passages_done = ref.kind is Kind.SOURCE
    for group in case.linked(ref):
        if group.title == leave_out:
            continue
        if group.title == "Passages" and not passages_done:
            rows += _passages(case.passages(ref, PASSAGES), ref, group.total)
            passages_done = True
        else:
            rows += _groups([group])
    if not passages_done:
        rows += _passages(case.passages(ref, PASSAGES), ref)
    return rows


def _groups(groups: list[LinkGroup]) -> Rows:
    rows: Rows = []
    for group in groups:
        if not group.links:
            continue
        rows += [CardRow(Shape.BLANK), _heading(group.title, len(group.links), group.total)]
        rows += [_link(link) for link in group.links]
    return rows


def _heading(title: str, listed: int, total: int) -> CardRow:
    count = text.number(total)
    return CardRow(
        Shape.HEADING,
        title,
        count if listed >= total else f"first {text.number(listed)} of {count}",
    )


def _link(link: Link) -> CardRow:
    return CardRow(Shape.LINK, link.label, link.detail, link.ref, link.span)


def _passages(passages: list[Passage], about: Ref, total: int = 0) -> Rows:
    if not passages:
        return []
    rows = [CardRow(Shape.BLANK), _heading("Passages", len(passages), max(total, len(passages)))]
    last: Ref | None = None
    for (source, words), same in _by_words(passages).items():
        first = same[0]
        above = f"{when(first.published)}  {first.source_title}" if source != last else ""
        last = source
        matched = tuple((len(p.before), len(p.before) + len(p.quote)) for p in same)
        rows.append(CardRow(Shape.PASSAGE, words, above, source, first.span, about, matched))
    return rows


def _by_words(passages: list[Passage]) -> dict[tuple[Ref, str], list[Passage]]:
    """Group passages that are one sentence of one source, which names a thing several times."""
    groups: dict[tuple[Ref, str], list[Passage]] = {}
    for passage in passages:
        words = passage.before + passage.quote + passage.after
        groups.setdefault((passage.source, words), []).append(passage)
    return groups


def when(edtf: str | None) -> str:
    """Return a date of publication as it is shown on a card."""
    return describe(worded(edtf, edtf)) if edtf else "no date"

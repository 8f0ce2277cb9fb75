"""Turn what the case holds of one thing into what a pane shows."""

from collections.abc import Iterable

from casefile.case import Case
from casefile.core.asked import worded
from casefile.core.edtf import describe
from casefile.core.pointers import pointers, uncited
from casefile.errors import UnknownRef
from casefile.model.review import GRADES, Review, Status
from casefile.model.rows import EntityRow, Event, Fact, Mark, Source
from casefile.model.words import Kind, Modality, PartialDate, Ref
from casefile.tui import text
from casefile.tui.base.look import Look
from casefile.tui.base.manner import manner
from casefile.tui.base.view import Article, Card, CardRow, Shape, View
from casefile.tui.screens.links import Rows, linked, when
from casefile.tui.screens.place import Target
from casefile.tui.screens.sight import in_sight
from casefile.tui.screens.versions import former_card, orphan_rows, told_version

_DIFFER = "Sources differ: "
"""How the title of a group of contradicting values begins."""


def load(case: Case, target: Target) -> View:
    """Read one thing and return it as it is shown.

    Raises:
        UnknownRef: The case no longer holds it.
    """
    ref = target.ref
    if ref.kind is Kind.SOURCE and target.version:
        return former_card(case, ref, target.version)
    if ref.kind is Kind.SOURCE:
        if target.seen is not None:
            return _sight_card(case, ref, target.seen, whole=target.card)
        return _source_card(case, ref) if target.card else _article(case, target)
    if ref.kind is Kind.ENTITY and target.about and target.about.kind is Kind.ENTITY:
        from casefile.tui.screens.together import together

        return together(case, ref, target.about)
    if ref.kind is Kind.ENTITY:
        return _entity_card(case, ref)
    if ref.kind is Kind.EVENT:
        return _event_card(case, ref)
    if ref.kind is Kind.FACT:
        return _fact_card(case, ref)
    if ref.kind is Kind.NOTE:
        return _note_card(case, ref)
    label = case.label(ref)
    return Card(ref, label, tuple(_head(label, "") + _asked(case, ref) + linked(case, ref)))


def _article(case: Case, target: Target) -> Article:
    source = case.source(target.ref.id)
    return article(case, target, source, case.marks(target.ref.id))


def article(case: Case, target: Target, source: Source, found: Iterable[Mark]) -> Article:
    """Return a source to read, with marks that were read before."""
    marks = tuple(found)
    named = sorted({mark.ref.id for mark in marks if mark.ref.kind is Kind.ENTITY})
    kinds = {Ref(Kind.ENTITY, id): kind.value for id, kind in case.entity_kinds(named).items()}
    told = told_version(case, target.ref)
    return Article(target.ref, source, marks, kinds, target.span, target.about, told)


def _sight_card(case: Case, ref: Ref, seen: tuple[Ref, ...], *, whole: bool) -> Card:
    rows = in_sight(case, seen)
    if whole:
        rows += [CardRow(Shape.BLANK), *_source_card(case, ref).rows]
    return Card(ref, "On the lines in sight", tuple(rows), kind="In sight")


def _source_card(case: Case, ref: Ref) -> Card:
    source = case.source(ref.id)
    rows = _head(source.row.title, _published(source))
    for label, value in (
        ("author", source.author), ("dateline", source.dateline), ("url", source.url),
        ("file", source.path), ("dated", source.published_reason),
    ):  # fmt: skip
        if value:
            rows.append(CardRow(Shape.FIELD, value, label))
    if version := told_version(case, ref):
        rows.append(CardRow(Shape.FIELD, version.removeprefix("version "), "version"))
    rows += _review(source.row.review) + _asked(case, ref)
    return Card(ref, source.row.title, tuple(rows + orphan_rows(case, ref) + linked(case, ref)))


def _published(source: Source) -> str:
    row = source.row
    basis = f" ({row.published_basis})" if row.published_basis else ""
    return f"{row.publisher or 'publisher unknown'} · {when(row.published)}{basis}"


_BY_HAND = "made by hand"
"""What no engine found: a reader made it of words that they selected."""


def _entity_card(case: Case, ref: Ref) -> Card:
    entity = case.entity(ref.id)
    rows = _head(entity.row.name, _entity_line(entity.row))
    others = [name for name in entity.aliases if name != entity.row.name]
    if others:
        rows.append(CardRow(Shape.FIELD, ", ".join(others), "also"))
    if entity.descriptions:
        rows.append(CardRow(Shape.FIELD, "; ".join(entity.descriptions), "called"))
    rows += _review(entity.row.review, lost=entity.row.lost) + _asked(case, ref)
    links = linked(case, ref)
    if not any(row.ref and row.ref.kind is Kind.EVENT for row in links):
        links += [CardRow(Shape.BLANK), CardRow(Shape.DIM, "No event of this case names it.")]
    return Card(entity.row.ref, entity.row.name, tuple(rows + links))


def entity_head(row: EntityRow) -> Card:
    """Return the beginning of the card of an entity, as its row has it: the rest is being read."""
    rows = _head(row.name, _entity_line(row)) + _review(row.review, lost=row.lost)
    return Card(row.ref, row.name, (*rows, CardRow(Shape.BLANK), CardRow(Shape.DIM, "Reading …")))


def _entity_line(row: EntityRow) -> str:
    parts = [
        row.kind.value,
        text.count_of(row.mentions, "mention"),
        "in " + text.count_of(row.sources, "source"),
    ]
    if row.first_year is not None and row.last_year is not None:
        years = (row.first_year, row.last_year)
        parts.append(f"{years[0]}–{years[1]}" if years[0] != years[1] else str(years[0]))
    if row.by_hand:
        parts.append(_BY_HAND)
    return " · ".join(parts)


def _event_card(case: Case, ref: Ref) -> Card:
    event = case.event(ref.id)
    links = linked(case, ref)
    differ = [row.text for row in links if row.shape is Shape.HEADING]
    differ = [title.removeprefix(_DIFFER) for title in differ if title.startswith(_DIFFER)]
    rows = _head(event.row.title, _event_line(event))
    if differ:
        rows.append(CardRow(Shape.WARNING, f"Its sources differ: {', '.join(differ)}."))
    if event.row.date:
        rows.append(_when(event.row.ref, event.row.date))
    if event.row.place and not event.place:
        rows.append(CardRow(Shape.FIELD, event.row.place, "place"))
    rows += _review(event.row.review, lost=event.row.lost) + _asked(case, ref)
    return Card(event.row.ref, event.row.title, tuple(rows + links))


def _when(ref: Ref, date: PartialDate) -> CardRow:
    """Return the date of an event, as it is worded too; it leads to the timeline."""
    told = describe(date)
    words = f"  worded “{date.text}”" if date.text and date.text != told else ""
    return CardRow(Shape.FIELD, told + words, "when", ref, look=Look.TIMELINE)


def _event_line(event: Event) -> str:
    row = event.row
    parts = [row.kind.value] if row.date else [row.kind.value, "undated"]
    if row.modality is not Modality.HAPPENED:
        parts.append(row.modality.value)
    if row.secret:
        parts.append("secret")
    parts.append("told by " + text.count_of(row.sources, "source"))
    if row.by_hand:
        parts.append(_BY_HAND)
    return " · ".join(parts)


def _fact_card(case: Case, ref: Ref) -> Card:
    fact = case.fact(ref.id)
    rows = _head(fact.statement, _fact_line(fact))
    rows += _review(fact.review, lost=fact.lost and fact.gone is None) + _asked(case, ref)
    if fact.gone is not None:
        rows.append(CardRow(Shape.WARNING, "The text no longer says the words it stood on:"))
        rows.append(CardRow(Shape.DIM, f"“{fact.gone}”"))
    if fact.attribution:
        rows += [CardRow(Shape.BLANK), CardRow(Shape.HEADING, "On whose word")]
    for at, speaker in enumerate(fact.attribution):
        shape = Shape.LINK if speaker.ref else Shape.TEXT
        rows.append(CardRow(shape, "  " * at + speaker.name, speaker.verb or "", speaker.ref))
    rows += linked(case, ref, leave_out="Who says so")
    return Card(ref, "Fact", tuple(rows), fact.statement)


def _fact_line(fact: Fact) -> str:
    parts = ["fact, as one source states it", *manner(fact)]
    if fact.quoted:
        parts.append("in quotation marks")
    if fact.made_by == "human":
        parts.append(_BY_HAND)
    return " · ".join(parts)


def _note_card(case: Case, ref: Ref) -> Card:
    from casefile.tui.screens.rendered import rendered

    note = case.note(ref.id)
    rows = [CardRow(Shape.DIM, f"note of {note.updated[:16].replace('T', ' ')} UTC")]
    rows += [*_review(note.review), CardRow(Shape.BLANK)]
    rows += [*rendered(note.body), CardRow(Shape.BLANK)]
    rows.append(CardRow(Shape.HEADING, "On"))
    label = note.target_label or str(note.target)
    try:
        label = case.label(note.target)
    except UnknownRef:
        rows.append(CardRow(Shape.TEXT, label))
        rows.append(CardRow(Shape.WARNING, "It is no longer in the case; the note stays."))
    else:
        kind = note.target.kind.value
        rows.append(CardRow(Shape.LINK, label, kind, note.target, note.span, ref))
    if note.quote:
        rows.append(CardRow(Shape.DIM, f"“{note.quote}”"))
    if note.orphaned:
        rows.append(CardRow(Shape.WARNING, "The text no longer says these words."))
    rows += linked(case, ref, leave_out="On")
    bare = uncited(note.body)
    if bare and pointers(note.body):
        rows += [CardRow(Shape.BLANK), CardRow(Shape.HEADING, "Without a citation", str(len(bare)))]
        rows += [CardRow(Shape.TEXT, sentence) for sentence in bare]
    before = case.earlier_texts(ref)[::-1]
    if before:
        rows += [CardRow(Shape.BLANK), CardRow(Shape.HEADING, "It said before", str(len(before)))]
    for one in before:
        rows.append(CardRow(Shape.DIM, f"{one.at[:16].replace('T', ' ')} UTC by {one.by}"))
        rows.append(CardRow(Shape.TEXT, one.body))
    return Card(ref, f"Note on {label}", tuple(rows), note.body)


def _review(review: Review, *, lost: bool = False) -> Rows:
    """Return what the reader says of a thing, and whether it still stands on anything."""
    status = review.status.value if review.status is not Status.UNREVIEWED else ""
    grade = f"{review.grade}, {GRADES[review.grade]}" if review.grade else ""
    reading = review.reading or ""
    told = (
        ("status", f"{status}: {review.reason}" if review.reason else status),
        ("grade", f"{grade}: {review.grade_reason}" if review.grade_reason else grade),
        ("reading", f"{reading}: {review.reading_reason}" if review.reading_reason else reading),
        ("tags", ", ".join(review.tags)),
        ("mark", "sensitive" if review.sensitive else ""),
    )
    rows = [CardRow(Shape.FIELD, value, label) for label, value in told if value]
    if lost:
        gone = "It has lost its support: it is no longer found in any text. It stays for your sake."
        rows.append(CardRow(Shape.WARNING, gone))
    return rows


def _asked(case: Case, ref: Ref) -> Rows:
    """Return what was asked about a thing, and answered."""
    return [CardRow(Shape.FIELD, worded(one), "asked") for one in case.questions_on(ref)]


def _head(title: str, line: str) -> Rows:
    rows = [CardRow(Shape.TITLE, title)]
    return [*rows, CardRow(Shape.DIM, line)] if line else rows
